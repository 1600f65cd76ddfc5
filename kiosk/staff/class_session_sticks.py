"""A class session's parts on sticks: this kiosk's is written, the others' are read in. Qt-free; blocks."""

from collections.abc import Sequence
from dataclasses import dataclass

from kiosk.classroom.parts import ENDING, part_name, read_part, write_part
from kiosk.classroom.rules import Session
from kiosk.core.errors import KioskError
from kiosk.devices.drives import Stick
from kiosk.devices.stick_writing import StickWriter
from kiosk.exports.writing import Written
from kiosk.staff.stick_files import candidates
from kiosk.store.store import Store


@dataclass(frozen=True, slots=True)
class Put:
    """What was written, and the label of the stick."""

    written: Written
    name: str
    stick: str


@dataclass(frozen=True, slots=True)
class Brought:
    """How many other kiosks' parts lay there, and how many of their facts were new here."""

    kiosks: int
    new: int


def put(store: Store, session: Session, sticks: Sequence[Stick], writer: StickWriter) -> Put:
    """Write this kiosk's part to the first stick that takes it. Raises KioskError, or OSError when it stays locked."""
    stick = next((one for one in sticks if writer.may_write(one)), None)
    if stick is None:
        raise KioskError("classroom.no_stick")
    name = part_name(session, store.kiosk)
    with writer.opened(stick) as folder:
        return Put(write_part(store, session, folder / name), name, stick.label)


def bring(store: Store, session: Session, sticks: Sequence[Stick]) -> Brought:
    """Read every part of `session` that lies on the sticks. One of another class is passed over beside ours.

    Raises KioskError with the first refusal when nothing fits, or OSError when no stick can be read.
    """
    if not sticks:
        raise KioskError("classroom.no_stick")
    files = [one.path for stick in sticks for one in candidates(stick.path, (ENDING,))]
    if not files:
        raise KioskError("classroom.no_part")
    new, kiosks = 0, set[str]()
    refused: KioskError | None = None
    for file in files:
        try:
            taken = read_part(store, session, file)
        except KioskError as error:
            # A damaged part of our class must be heard of; one of another class only when nothing else is there.
            if refused is None or refused.code == "classroom.part_other":
                refused = error
            continue
        new += taken.new
        kiosks |= {taken.kiosk} - {store.kiosk}
    if refused and (refused.code != "classroom.part_other" or not kiosks):
        raise refused
    return Brought(len(kiosks), new)
