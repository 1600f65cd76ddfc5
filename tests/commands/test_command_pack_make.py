"""`kiosk pack build|sign|keys`: from a folder to a base that trusts its maker."""

import json
from pathlib import Path

import pytest

from tests.commands.commands_help import FILES, kiosk
from tests.packs.pack_help import OUTLINE, as_json, number_file, pack_folder, png


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder to build a pack of."""
    return pack_folder(tmp_path / "folder")


def test_from_a_folder_to_a_base_that_trusts_its_maker(tmp_path: Path, folder: Path) -> None:
    """Make a key, build, be refused, compare words, trust, install."""
    home, key, pack = ("--home", tmp_path / "home"), tmp_path / "secret", tmp_path / "a.glow"
    made = kiosk("pack", "keys", "--new", key)
    assert made.code == 0, made.err
    assert key.stat().st_mode & 0o077 == 0
    built = kiosk("pack", "build", folder, pack, "--key", key, "--json")
    assert (built.code, built.json["good"], built.json["written"]) == (0, 1, str(pack)), built.err
    assert kiosk("pack", "check", pack, "--json").json["problems"] == []
    refused = kiosk("pack", "install", pack, *home)
    assert refused.code == 2
    names = (tmp_path / "secret.pub").read_text("utf-8").splitlines()[1]
    assert names in refused.err
    assert names in made.out
    kept = kiosk("pack", "keys", "--add", f"{key}.pub", "--name", "教研室", *home)
    assert f"教研室　{names}" in kept.out
    done = kiosk("pack", "install", pack, "--json", *home)
    assert (done.code, done.json["installed"]["id"]) == (0, "school.first"), done.err
    assert f"签名：{names}" in kiosk("pack", "list", *home).out
    assert "不能安装" in kiosk("pack", "keys", "--remove", names, *home).out
    assert kiosk("pack", "keys", "--json", *home).json == {"keys": [], "unsigned": False}


def test_a_pack_with_content_is_built_checked_listed_and_removed(tmp_path: Path) -> None:
    """Content alone, a name that cannot be, colours that cannot be read: by file, line and field."""
    home, folder, pack = ("--home", tmp_path / "home"), tmp_path / "folder", tmp_path / "a.glow"
    for kind in ("numbers", "branding"):
        (folder / kind).mkdir(parents=True)
    (folder / "manifest.json").write_bytes(as_json(OUTLINE))
    (folder / "numbers" / "town.json").write_bytes(as_json(number_file()))
    brand = {"format": 1, "pictures": {"yingying": "guide"}, "colours": {"ink": "#999999"}}
    (folder / "branding" / "ours.json").write_bytes(as_json(brand))
    (folder / "branding" / "guide.png").write_bytes(png(40, 60))
    (folder / "branding" / ".DS_Store").write_bytes(b"left behind")
    built = kiosk("pack", "build", folder, pack)
    assert (built.code, pack.exists()) == (2, False)
    assert "branding/ours.json" in built.out and "对比度只有 2.65" in built.out
    (folder / "branding" / "ours.json").write_bytes(as_json({**brand, "colours": {"ink": "#10243A"}}))
    photo = folder / "branding" / "Foto 1.JPG"
    photo.write_bytes(b"")
    assert "branding/Foto 1.JPG" in kiosk("pack", "build", folder, pack).err
    photo.unlink()
    assert kiosk("pack", "build", folder, pack).code == 0
    checked = kiosk("pack", "check", pack, "--json")
    assert (checked.code, checked.json["good"], checked.json["mend"]) == (0, 2, 0)
    kiosk("pack", "keys", "--unsigned", "allow", *home)
    done = kiosk("pack", "install", pack, "--json", *home)
    assert (done.code, done.json["installed"]["items"]) == (0, 0), done.err
    assert "带来名称和样子、本地电话" in kiosk("pack", "list", *home).out
    assert kiosk("pack", "remove", "school.first", *home).code == 0
    assert "school.first" not in kiosk("pack", "list", *home).out


def test_unsigned_packs_need_the_setting(tmp_path: Path, folder: Path) -> None:
    """Refused; allowed; refused again. Signing afterwards gives the same pack."""
    home, pack = ("--home", tmp_path / "home"), tmp_path / "a.glow"
    assert kiosk("pack", "build", folder, pack).code == 0
    assert "没有签名" in kiosk("pack", "check", pack).out
    assert "没有签名" in kiosk("pack", "install", pack, *home).err
    assert kiosk("pack", "keys", "--unsigned", "allow", *home).code == 0
    first = kiosk("pack", "install", pack, "--json", *home).json["installed"]
    assert "没有签名" in kiosk("pack", "list", *home).out
    kiosk("pack", "keys", "--new", tmp_path / "secret")
    assert kiosk("pack", "sign", pack, "--key", tmp_path / "secret").code == 0
    assert kiosk("pack", "install", pack, "--json", *home).json["installed"] == first
    assert kiosk("pack", "keys", "--unsigned", "refuse", "--json", *home).json["unsigned"] is False


def test_what_cannot_be_built_writes_nothing(tmp_path: Path, folder: Path) -> None:
    """A row to mend, a manifest that is wrong, no bank, a key that is none, a place that cannot be written."""
    out = tmp_path / "out.glow"
    bank = folder / "banks" / "one.json"
    good = bank.read_text("utf-8")
    bank.write_text(good.replace('"choice"', '"puzzle"'), "utf-8")
    broken = kiosk("pack", "build", folder, out, "--json")
    assert (broken.code, broken.json["mend"], broken.json["written"]) == (2, 1, None)
    bank.write_text(good, "utf-8")
    wrong_key = kiosk("pack", "build", folder, out, "--key", bank)
    assert "不是能用的签名钥匙" in wrong_key.err
    assert "写不了" in kiosk("pack", "build", folder, tmp_path / "nowhere" / "a.glow").err
    manifest = folder / "manifest.json"
    fields = json.loads(manifest.read_text("utf-8"))
    manifest.write_text(json.dumps({**fields, "version": "1"}), "utf-8")
    assert "version" in kiosk("pack", "build", folder, out).err
    manifest.write_text(json.dumps(fields), "utf-8")
    bank.unlink()
    assert "没有可以装进题包的内容" in kiosk("pack", "build", folder, out).err
    assert not out.exists()


def test_other_files_are_no_packs_and_no_keys(tmp_path: Path) -> None:
    """A sentence each; nothing is overwritten."""
    text = tmp_path / "text.txt"
    text.write_text("你好", "utf-8")
    kiosk("pack", "keys", "--new", tmp_path / "secret")
    assert "不是题包文件" in kiosk("pack", "sign", text, "--key", tmp_path / "secret").err
    assert "不是公钥文件" in kiosk("pack", "keys", "--add", text, "--home", tmp_path / "home").err
    assert "已经存在" in kiosk("pack", "keys", "--new", text).err
    assert text.read_text("utf-8") == "你好"


def test_template_and_list_of_errors(tmp_path: Path) -> None:
    """The template is good as it is; `--errors` writes only when there is something to mend."""
    made, errors = tmp_path / "模板.xlsx", tmp_path / "错误清单.xlsx"
    assert "模板写好了" in kiosk("pack", "template", made).out
    before = made.read_bytes()
    assert "没有覆盖" in kiosk("pack", "template", made).err
    assert made.read_bytes() == before
    done = kiosk("pack", "check", made, "--errors", errors, "--json")
    assert (done.code, done.json["good"], done.json["errors"]) == (0, 7, None)
    assert not errors.exists()
    done = kiosk("pack", "check", FILES / "有错的-反诈题库.xlsx", "--errors", errors)
    assert done.code == 1
    assert "错误清单.xlsx" in done.out
    # The row that was there twice stands there once.
    assert kiosk("pack", "check", errors, "--json").json["mend"] == 8
