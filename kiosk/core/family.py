"""A fraud family: what items are sorted by, and a level of the map."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Family:
    """One fraud family: a row of `quizzes/families.json`. `monster` names its picture in `assets/art`."""

    id: str
    order: int
    name: str
    name_en: str
    official: str
    monster: str
    monster_name: str
    monster_name_en: str
    review_by: str
