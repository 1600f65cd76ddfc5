"""What a run leaves behind: claims as items, facts for the journal, and the card at its end. Pure."""

from collections.abc import Callable

from kiosk.core.events import BaitCast, ItemAnswered, StationFinished
from kiosk.core.item import Item, Message, Option, Part
from kiosk.core.sentences import last_sentence
from kiosk.stations.rumour_desk.claims import Bank, Claim
from kiosk.stations.rumour_desk.rules import RATINGS, TRICKSTER, Answer, Run, Task, verdict
from kiosk.stations.station import StationResult

STATION = "rumour_desk"
TEXTS = ("可信", "不可信", "还不能确定")
FAMILY = "claim"
Say = Callable[..., str]


def item_of(bank: Bank, claim: Claim) -> Item:
    """The claim as a message to judge: so it is measured as messages are. Keys of its options are natures."""
    return Item(
        id=f"{bank.id}.{claim.id}",
        kind="judge",
        stem="这个说法可信吗？",
        right=(claim.nature,),
        options=tuple(Option(key, text) for key, text in zip(RATINGS, TEXTS, strict=True)),
        explanation=claim.explanation,
        family=FAMILY,
        trick=f"{bank.id}.{claim.theme}",
        nature=claim.nature,
        message=Message("web", claim.who, (Part(claim.text),)),
        ages=claim.ages,
        difficulty=claim.difficulty,
        dimension=claim.dimension,
        pinyin=claim.pinyin,
    )


def answered(run: Run, task: Task, answer: Answer, item: Item, hash: str, reading_ms: int) -> ItemAnswered:
    """The fact of a rating; `said` are the checks that were looked at, in order."""
    return ItemAnswered(
        station=STATION,
        level=run.bank.themes[task.claim.theme][0],
        item=item.id,
        item_hash=hash,
        pack=run.bank.pack,
        pack_hash=run.bank.pack_hash,
        chosen=(answer.rating,),
        right=item.right,
        verdict=verdict(task.claim, answer),
        reading_ms=reading_ms,
        changes=answer.changes,
        player=task.player,
        mode=run.mode,
        confidence=answer.sure,
    )


def cast(run: Run) -> BaitCast:
    """The fact that the last bait was sent out."""
    number = len(run.cast) - 1
    return BaitCast(STATION, run.baits[number].id, "ABC"[run.cast[number]], number % run.players + 1)


def stars_of(run: Run) -> int:
    """0 to 3."""
    if not run.answers:
        return 0
    share = run.right / len(run.answers)
    return 3 if share >= 0.8 else 2 if share >= 0.5 else 1


def finished(run: Run, *, completed: bool) -> StationFinished:
    """The fact that the run is over, or was left."""
    level = TRICKSTER if run.mode == TRICKSTER else run.bank.title
    return StationFinished(STATION, level, len(run.answers), run.right, stars_of(run), completed)


def result(run: Run, lanterns: int, say: Say, *, english: bool) -> StationResult:
    """What the result card shows: sentences of claims that were rated rightly, the surprising ones first."""
    good = [
        one.claim for one, answer in zip(run.tasks, run.answers, strict=False) if verdict(one.claim, answer) == "right"
    ]
    good.sort(key=lambda claim: (-claim.surprising, -claim.difficulty))
    return StationResult(
        station=STATION,
        level=run.bank.title_en if english else run.bank.title,
        title=say("rumour_desk.result_title"),
        answered=len(run.answers),
        right=run.right,
        stars=stars_of(run),
        lanterns=lanterns,
        picture="yingying-cheer",
        learned=tuple(last_sentence(claim.explanation) for claim in good[:3]),
        tally=say("rumour_desk.result_tally", answered=len(run.answers), right=run.right),
    )
