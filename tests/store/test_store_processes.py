"""Commands use the same home while the screen has it open."""

from pathlib import Path

from tests.store.store_help import OpenStore, child, record_many, settle, stored


def test_two_processes_append_at_the_same_time(home: Path) -> None:
    processes = [child("some", home, 150) for _ in range(2)]
    outputs = [process.communicate(timeout=60)[0].splitlines() for process in processes]
    for output in outputs:
        assert output[0] == "open" and output[-1] == "closed"
        assert output.count("True") + output.count("False") == 150
    found = stored(home)
    epochs = {epoch for epoch, _ in found}
    assert len(epochs) == 2
    for one in epochs:
        assert [seq for epoch, seq in found if epoch == one] == list(range(1, 151)), "in order, none lost"


def test_two_first_starts_at_the_same_time_make_one_kiosk(home: Path) -> None:
    processes = [child("some", home, 5) for _ in range(4)]
    for process in processes:
        assert process.communicate(timeout=60)[0].splitlines() == ["open", *["True"] * 5, "closed"]
    assert len(stored(home)) == 20
    assert not (home / "set-aside").exists()


def test_bulk_writing_leaves_room_for_single_answers(open_store: OpenStore, home: Path) -> None:
    """A child plays while a command adds thousands of rows."""
    store = open_store()
    process = child("some", home, 30)
    assert process.stdout is not None and process.stdout.readline() == "open\n"
    for _ in range(30):
        record_many(store, 2_000)
    lines = process.communicate(timeout=60)[0].splitlines()
    assert lines[-1] == "closed"
    assert len(stored(home)) == 60_030


def test_what_another_process_wrote_is_read(open_store: OpenStore, home: Path) -> None:
    store = open_store()
    settle(store)
    with store.read() as connection:
        assert connection.execute("SELECT count(*) FROM journal").fetchone()[0] == 0
    child("some", home, 4).communicate(timeout=30)
    with store.read() as connection:
        assert connection.execute("SELECT count(*) FROM journal").fetchone()[0] == 4
