"""What a run leaves behind: texts and facts for the journal, and the card at its end. Pure."""

from collections.abc import Callable, Sequence

from kiosk.core.events import ItemAnswered, LinePractised, StationFinished
from kiosk.core.item import Item, Option
from kiosk.stations.convention_puzzle.convention import Convention, Line
from kiosk.stations.convention_puzzle.games import FILL, MATCH, SORT
from kiosk.stations.convention_puzzle.progress import Progress, Tally
from kiosk.stations.convention_puzzle.rules import Board, Move
from kiosk.stations.station import StationResult

STATION = "convention_puzzle"
KEYS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
GAP_MARK = "（　　）"
Say = Callable[..., str]


def asked(convention: Convention, board: Board, move: Move) -> Item:
    """The first try of a piece as an item: what was to be decided, from among what."""
    line = convention.line(move.piece.line if board.game in (MATCH, SORT) else move.place.line)
    if board.game in (MATCH, SORT):
        texts = [place.mark + place.text for place in board.places]
        right = next(place.mark + place.text for place in board.places if place.takes == move.piece.label)
    else:
        texts = sorted({piece.text for piece in board.pieces})
        right = move.place.takes
    options = tuple(Option(KEYS[number], text) for number, text in enumerate(texts))
    return Item(
        id=f"{convention.id}.{line.id}.{board.game}",
        kind="choice",
        stem=_stem(board, move),
        right=(KEYS[texts.index(right)],),
        options=options,
        explanation=_explanation(convention, board, move, line),
        family="convention",
        trick=f"{convention.id}.{line.id}",
        dimension="morality",
        source=convention.source,
    )


def _stem(board: Board, move: Move) -> str:
    if board.game == MATCH:
        return f"“{move.piece.mark}{move.piece.text}”和哪一句是一对？"
    if board.game == SORT:
        return f"{move.piece.text}这件事放到哪一句下面？"
    read = "".join(_shown(board, move, token.text, token.place, token.mark) for token in board.tokens)
    return f"{GAP_MARK}里放哪个词？{read}"


def _shown(board: Board, move: Move, text: str, place: str, mark: str) -> str:
    return GAP_MARK if place == move.place.key else mark + (text or (board.place(place).takes if place else ""))


def _explanation(convention: Convention, board: Board, move: Move, line: Line) -> str:
    if board.game == SORT:
        return next(one.why for one in convention.situations if f"situation-{one.id}" == move.piece.key)
    if board.game == FILL:
        verb = line.halves[int(move.place.key.split("-")[1])].verb
        assert verb is not None
        return verb.why
    return (line.together if board.game == MATCH else line.order_why) or line.meaning


def answered(convention: Convention, board: Board, move: Move, item: Item, hash: str, reading_ms: int) -> ItemAnswered:
    """The fact of a piece's first try; `reading_ms` since the last move, or the board's appearance."""
    chosen = move.place.mark + move.place.text if board.game in (MATCH, SORT) else move.piece.text
    return ItemAnswered(
        station=STATION,
        level=convention.line(move.piece.line if board.game in (MATCH, SORT) else move.place.line).name,
        item=item.id,
        item_hash=hash,
        pack=convention.pack,
        pack_hash=convention.pack_hash,
        chosen=tuple(one.key for one in item.options if one.text == chosen)[:1],
        right=item.right,
        verdict="right" if move.right else "wrong",
        reading_ms=reading_ms,
        player=move.player,
    )


def practised(
    convention: Convention, game: str, tally: Tally, level: int, seconds: int, players: int, *, completed: bool
) -> LinePractised:
    """The fact that a game about a line is over, at its end or before."""
    return LinePractised(
        station=STATION,
        convention=convention.id,
        pack_hash=convention.pack_hash,
        line=tally.line,
        game=game,
        level=level,
        moves=tally.moves,
        misses=tally.misses,
        help_used=tally.helped + tally.shown,
        seconds=seconds,
        players=players,
        completed=completed,
    )


def finished(convention: Convention, answers: int, right: int, stars: int, *, completed: bool) -> StationFinished:
    """The fact that the run is over, at its result card or before."""
    return StationFinished(STATION, convention.title, answers, right, stars, completed)


def stars_of(convention: Convention, progress: Progress) -> int:
    """0 to 3: one for a first lantern, two for a known line, three for most lines known."""
    known = sum(progress.known(line) for line in convention.lines)
    if known * 2 > len(convention.lines):
        return 3
    return 2 if known else int(any(progress.lit(line) for line in convention.lines))


def result(
    convention: Convention, progress: Progress, answers: int, right: int, lanterns: int, say: Say
) -> StationResult:
    """What the result card shows: the lines that are known now, else those that were worked on."""
    known = [line for line in convention.lines if progress.known(line)]
    lit = [line for line in convention.lines if progress.lit(line) and line not in known]
    learned: Sequence[Line] = (known + lit)[:3]
    return StationResult(
        station=STATION,
        level=convention.title,
        title=say("convention_puzzle.result_title", known=len(known), total=len(convention.lines)),
        answered=answers,
        right=right,
        stars=stars_of(convention, progress),
        lanterns=lanterns,
        picture="yingying-cheer",
        learned=tuple(line.text for line in learned),
        tally=say("convention_puzzle.result_tally", answered=answers, right=right),
    )
