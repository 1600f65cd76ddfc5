"""Which picture the cover of a script shows, for those who know a script by its id only."""

from kiosk.packs.content import ContentShelf


def motifs(content: ContentShelf) -> dict[str, str]:
    """The pictures by script id; of two scripts with one id the first counts, as on the shelf."""
    found: dict[str, str] = {}
    for one in content.brought("scripts"):
        for script in one.data["scripts"]:
            found.setdefault(script["id"], script["cover"])
    return found
