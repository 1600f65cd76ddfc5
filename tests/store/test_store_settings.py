"""Settings: defaults, limits, what is kept, and help for each."""

import pytest

from kiosk.core.errors import KioskError
from kiosk.core.words import say
from kiosk.store import Store, settings
from tests.store.store_help import OpenStore


def values(store: Store) -> dict[str, object]:
    """All settings as they are on disk."""
    with store.read() as connection:
        return settings.read_all(connection)


def test_untouched_settings_have_their_defaults(open_store: OpenStore) -> None:
    found = values(open_store())
    assert found == {key: setting.default for key, setting in settings.SETTINGS.items()}
    assert (found["idle_countdown_s"], found["idle_reset_s"], found["language"]) == (45, 60, "zh")


def test_a_list_that_was_read_is_the_readers_own(open_store: OpenStore) -> None:
    store = open_store()
    classes = values(store)["classes"]
    assert isinstance(classes, list)
    classes.append("三(1)班")
    assert values(store)["classes"] == []


def test_what_is_saved_is_read(open_store: OpenStore) -> None:
    store = open_store()
    settings.save(store, "classes", ["三(1)班", "三(2)班"]).result(5)
    settings.save(store, "volume", 1).result(5)
    settings.save(store, "hand", "left").result(5)
    settings.save(store, "hand", "right").result(5)
    store.close()
    found = values(open_store())
    assert (found["classes"], found["volume"], found["hand"]) == (["三(1)班", "三(2)班"], 1, "right")


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("volume", 1.1),
        ("volume", True),
        ("volume", "loud"),
        ("idle_reset_s", 1),
        ("idle_reset_s", 60.5),
        ("hand", "both"),
        ("classes", "三(1)班"),
        ("classes", [1]),
        ("pinyin_default", 1),
    ],
)
def test_what_does_not_fit_is_refused(open_store: OpenStore, key: str, value: settings.Value) -> None:
    with pytest.raises(KioskError) as refusal:
        settings.save(open_store(), key, value)
    assert refusal.value.code == "store.setting_refused"
    assert key in say(refusal.value.code, "zh", **refusal.value.params)


def test_an_unknown_setting_is_refused(open_store: OpenStore) -> None:
    with pytest.raises(KioskError) as refusal:
        settings.save(open_store(), "wings", 2)
    assert refusal.value.code == "store.setting_unknown"


def test_what_another_version_stored_is_left_alone(open_store: OpenStore) -> None:
    store = open_store()
    rows = [("wings", "2"), ("volume", '"loud"'), ("hand", '"left"')]
    store.write(lambda db: db.conn.executemany("INSERT INTO setting VALUES (?, ?)", rows).rowcount).result(5)
    found = values(store)
    assert "wings" not in found
    assert (found["volume"], found["hand"]) == (0.8, "left")
    with store.read() as connection:
        assert connection.execute("SELECT count(*) FROM setting").fetchone()[0] == 3


@pytest.mark.parametrize("key", settings.SETTINGS)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_setting_is_explained(key: str, language: str) -> None:
    assert say(settings.SETTINGS[key].help, language)


@pytest.mark.parametrize("key", settings.SETTINGS)
def test_every_default_fits(key: str) -> None:
    setting = settings.SETTINGS[key]
    assert setting.accepts(setting.default)
