"""What a run leaves behind: facts for the journal, and the card at its end. Pure."""

from collections.abc import Callable

from kiosk.core.events import ItemAnswered, LanternLit, StationFinished
from kiosk.stations.kind_words.rules import Talk
from kiosk.stations.kind_words.run import Run
from kiosk.stations.kind_words.scene import THEMES
from kiosk.stations.station import StationResult

STATION = "kind_words"
Say = Callable[..., str]


def answered(talk: Talk, hash: str, reading_ms: int) -> ItemAnswered:
    """The fact of a scene's first sentence; `reading_ms` from the scene's appearance to its being sent."""
    return ItemAnswered(
        station=STATION,
        level=THEMES[talk.scene.theme],
        item=f"scene.{talk.scene.id}",
        item_hash=hash,
        pack=talk.scene.pack,
        pack_hash=talk.scene.pack_hash,
        chosen=tuple(tile.key for tile in talk.said),
        right=talk.scene.item.right,
        verdict="right" if talk.verdict == "good" else "wrong",
        reading_ms=reading_ms,
        changes=talk.changes,
        player=talk.player,
    )


def lit(talk: Talk) -> LanternLit:
    """A lantern for a sentence that ended well."""
    return LanternLit(STATION, talk.scene.theme)


def finished(run: Run) -> StationFinished:
    """The fact that the run is over, at its end or before."""
    done = len(run.solved) == len(run.talks)
    return StationFinished(STATION, "scenes", len(run.firsts), sum(run.firsts), run.stars, done)


def result(run: Run, say: Say) -> StationResult:
    """What the result card shows: what was learned where it did not go well at once comes first."""
    hard_first = sorted(run.solved, key=lambda talk: -talk.tries)
    takeaways = dict.fromkeys(talk.scene.explanation.rstrip("。").split("。")[-1] + "。" for talk in hard_first)
    return StationResult(
        station=STATION,
        level="scenes",
        title=say("kind_words.result_title"),
        answered=len(run.firsts),
        right=sum(run.firsts),
        stars=run.stars,
        lanterns=len(run.solved),
        picture="yingying-cheer",
        learned=tuple(takeaways)[:3],
        tally=say("kind_words.result_tally", solved=len(run.solved), right=sum(run.firsts)),
    )
