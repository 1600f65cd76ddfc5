"""How many seats each class has, in the setting `class_seats`: for printing cards and nothing else."""

from collections.abc import Mapping, Sequence

GAP = "\t"


def read_seats(kept: Sequence[str]) -> dict[str, int]:
    """Seats by class, from the setting's value; what does not fit is left out."""
    pairs = (one.rpartition(GAP) for one in kept)
    return {label: int(seats) for label, _, seats in pairs if label and seats.isascii() and seats.isdigit()}


def merged(kept: Sequence[str], brought: Mapping[str, int]) -> list[str]:
    """The setting's value with the classes of a list in place of what was known of them."""
    return [f"{label}{GAP}{seats}" for label, seats in (read_seats(kept) | dict(brought)).items()]
