"""What goes back on a stick to the kiosk whose bundle came: the receipt, and what a network would have brought down."""

from pathlib import Path
from typing import Any

import msgspec

from kiosk.core.errors import KioskError
from kiosk.exports.writing import write_whole
from kiosk.hub import seal_key
from kiosk.hub.bundles import Imported
from kiosk.hub.down import packs as staged
from kiosk.hub.hub import Hub
from kiosk.sync import answer_file, stick_keys, wire
from kiosk.sync.answer_file import AnswerWriter, Head


def write(hub: Hub, done: Imported, out: Path) -> None:
    """Write the answer to the bundle that was taken in as `done`, whole or not at all.

    Raises KioskError `hub.receipt_unwritten`: what was taken in stays, and importing again writes it again.
    """
    try:
        if done.box:
            _sealed(hub, done, out)
        else:
            content = done.told.to_bytes(done.hash)
            write_whole(out, len(content), lambda path: path.write_bytes(content))
    except KioskError as error:
        if not error.code.startswith("exports."):
            raise
        raise KioskError("hub.receipt_unwritten", f"{error.code} {error.detail}", file=out) from error


def _sealed(hub: Hub, done: Imported, out: Path) -> None:
    files = {one["sha256"]: path for one in done.orders["packs"] if (path := _file_of(hub, done.kiosk, one))}
    packs = [one for one in done.orders["packs"] if "sha256" not in one or one["sha256"] in files]
    orders = msgspec.json.encode({"asked": done.asked, "told": done.orders | {"packs": packs}})
    key = stick_keys.answer_key_for(seal_key.own(hub.data), done.box)

    def fill(path: Path) -> int:
        writer = AnswerWriter(path, Head(answer_file.VERSION, hub.id, done.told.kiosk), key)
        try:
            writer.put(answer_file.RECEIPT, done.told.to_bytes(done.hash))
            writer.put(wire.DOWN, orders)
            for sha256, file in files.items():
                with file.open("rb") as stream:
                    while piece := stream.read(answer_file.PIECE):
                        writer.put(f"{wire.PACKS}/{sha256}", piece)
        finally:
            writer.close()
        return 1

    need = len(orders) + sum(file.stat().st_size for file in files.values()) + 100_000
    write_whole(out, need, fill)


def _file_of(hub: Hub, kiosk: int, wanted: dict[str, Any]) -> Path | None:
    return staged.file_for(hub, kiosk, wanted["sha256"]) if "sha256" in wanted else None
