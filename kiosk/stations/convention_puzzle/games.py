"""The games of words, each made as boards of pieces and places from a convention. Pure but for the random given."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from random import Random

from kiosk.stations.convention_puzzle.convention import Convention, Half, Line, Situation
from kiosk.stations.convention_puzzle.rules import Board, Piece, Place, Token, deal

JIGSAW, MATCH, ORDER, FILL, SORT, RECALL = GAMES = ("jigsaw", "match", "order", "fill", "sort", "recall")
HARDEST = 2
LONG, MOST_WORDS = 36, 8
"""A line of more characters or words is played half by half."""
PART, PART_WORDS = 26, 7
"""Of a longer half so many characters or words are played together."""
CHUNK, MORE = 8, "……"
BIN = 60
"""A line of more characters is told by its beginning where situations are sorted."""


def offered(convention: Convention, line: Line) -> tuple[str, ...]:
    """The games that this line has what it takes for, in the order in which they are suggested."""
    words = all(half.words for half in line.halves)
    found = {
        JIGSAW: bool(line.picture),
        MATCH: line.paired and sum(one.paired for one in convention.lines) > 1,
        ORDER: words and len(_distinct(line)) > 1,
        FILL: any(half.verb for half in line.halves),
        SORT: len(_sorted_lines(convention, line)) > 1,
        RECALL: words and len(_distinct(line)) > 1,
    }
    return tuple(game for game in GAMES if found[game])


def make(
    game: str, convention: Convention, line: Line, *, level: int, players: int, random: Random
) -> tuple[Board, ...]:
    """The boards of one game about `line`, one after the other. `level` from 0 to `HARDEST` makes it harder."""
    makers: dict[str, Callable[..., Sequence[Board]]] = {
        MATCH: _match,
        ORDER: _order,
        FILL: _fill,
        SORT: _sort,
        RECALL: _recall,
    }
    boards = makers[game](convention, line, level, random)
    turns = game in (ORDER, FILL, RECALL)
    if game == SORT:
        boards = [deal(board, max(3, players)) for board in boards]
    return tuple(replace(board, players=players, by_turns=turns) for board in boards)


def pairs_at_once(longest: int) -> int:
    """How many pairs stand on the screen when the longest half has that many characters."""
    return 5 if longest <= 12 else 4 if longest <= 20 else 3 if longest <= 34 else 2


def _match(convention: Convention, line: Line, level: int, random: Random) -> list[Board]:
    """Halves to their other halves: three pairs at first, then as many as fit; at the hardest the first halves move."""
    paired = [one for one in convention.lines if one.paired]
    most = pairs_at_once(max(len(half.text) for one in paired for half in one.halves))
    chosen = _with(line, paired, min(3, most) if level == 0 else most, random)
    fixed, moving = (1, 0) if level >= HARDEST else (0, 1)
    places = tuple(
        Place(f"pair-{one.id}", one.id, one.halves[moving].text, one.halves[fixed].text, one.halves[fixed].mark)
        for one in chosen
    )
    pieces = [
        Piece(f"half-{one.id}", one.id, one.halves[moving].text, one.halves[moving].text, one.halves[moving].mark)
        for one in chosen
    ]
    return [_dealt(MATCH, pieces, places, random, len(pieces))]


def _order(convention: Convention, line: Line, level: int, random: Random) -> list[Board]:
    """Words into the line: one half at first, then both, then with words of another line among them."""
    halves = _halves_at_once(line, random)
    if level == 0:
        # A half of one word twice would have nothing to order.
        halves = [next((one for one in halves if len(set(line.halves[one].words)) > 1), halves[0])]
    decoys = 2 if level >= HARDEST else 0
    return [_sentence(ORDER, convention, line, _gaps(line, halves, random), decoys, random)]


def _recall(convention: Convention, line: Line, level: int, random: Random) -> list[Board]:
    """The line with more of it faded each time, to the whole; at the hardest with words of other lines among them."""
    every = _gaps(line, _halves_at_once(line, random), random)
    faded = random.sample(every, len(every))
    steps = (3, 1) if level == 0 else (3, 2, 1)
    counts = sorted({max(1, -(-len(every) // step)) for step in steps})
    decoys = 2 if level >= HARDEST else 0
    return [_sentence(RECALL, convention, line, sorted(faded[:count]), decoys, random) for count in counts]


def _halves_at_once(line: Line, random: Random) -> list[int]:
    """The numbers of the halves that stand on the screen together: of a long line one."""
    numbers = list(range(len(line.halves)))
    words = sum(len(half.words) for half in line.halves)
    return numbers if len(line.text) <= LONG and words <= MOST_WORDS else [random.choice(numbers)]


def _gaps(line: Line, halves: Sequence[int], random: Random) -> list[tuple[int, int]]:
    """The words of those halves (number of half, number of word); of a long half a part that follows itself."""
    return [(half, word) for half in halves for word in _part(line.halves[half].words, random)]


def _part(words: Sequence[str], random: Random) -> range:
    """The numbers of words to be played together: all, or as many as a screen has room for."""
    if len("".join(words)) <= PART and len(words) <= PART_WORDS:
        return range(len(words))
    start = random.randrange(len(words) - 1)
    end = start
    while end < len(words) and end - start < PART_WORDS and len("".join(words[start : end + 1])) <= PART:
        end += 1
    # At the end of the half there may be too few to play with: the part begins earlier.
    while end - start < 3 and start > 0 and len("".join(words[start - 1 : end])) <= PART:
        start -= 1
    return range(start, end)


def _fill(convention: Convention, line: Line, level: int, random: Random) -> list[Board]:
    """The verbs back into the line, from among words that children mistake for them: more of them each time."""
    whole = len(line.text) <= LONG
    having = [number for number, half in enumerate(line.halves) if half.verb]
    shown = range(len(line.halves)) if whole else [random.choice(having)]
    tokens, places, pieces = list[Token](), [], []
    for number in shown:
        half = line.halves[number]
        tokens += [Token("，")] if tokens else []
        tokens += [Token(mark=half.mark)] if half.mark else []
        if half.verb is None:
            tokens += _chunks(half.text)
            continue
        before, after = half.text.split(half.verb.text, 1)
        if len(half.text) > PART:
            before = before if len(before) <= CHUNK else MORE + before[-CHUNK:]
            after = after if len(after) <= CHUNK else after[:CHUNK] + MORE
        tokens += [*_chunks(before), Token(place=f"gap-{number}"), *_chunks(after)]
        places.append(Place(f"gap-{number}", line.id, half.verb.text))
        pieces.append(Piece(f"verb-{number}", line.id, half.verb.text, half.verb.text))
        for count, decoy in enumerate(half.verb.decoys[: level + 1]):
            pieces.append(Piece(f"verb-{number}-{count}", line.id, "", decoy.text))
    return [_dealt(FILL, pieces, places, random, len(pieces), tokens)]


def _chunks(text: str) -> list[Token]:
    """Fixed words in pieces short enough for a line."""
    return [Token(text[at : at + CHUNK]) for at in range(0, len(text), CHUNK)]


def _sort(convention: Convention, line: Line, level: int, random: Random) -> list[Board]:
    """Situations under the right line, look-alikes together; at the hardest under the right half of it."""
    halves = level >= HARDEST
    lines = _alike_lines(convention, line, 2 if halves else 3, random)
    chosen = _alikes(convention, line, {one.id for one in lines}, 4 if level == 0 else 6, random)
    places = [Place(f"under-{one.id}", one.id, one.id, _shortened(one), room=len(chosen)) for one in lines]
    if halves:
        places = [
            Place(f"under-{one.id}-{number}", one.id, f"{one.id}-{number}", half.text, half.mark, room=len(chosen))
            for one in lines
            for number, half in enumerate(one.halves)
        ]
    pieces = []
    for one in chosen:
        label = f"{one.line}-{one.half}" if halves else one.line
        picture = convention.pictures + one.picture
        pieces.append(Piece(f"situation-{one.id}", one.line, label, one.text, picture=picture))
    return [_dealt(SORT, pieces, places, random, len(pieces))]


def _shortened(line: Line) -> str:
    """The line as it has room above what is sorted under it: of a very long one the beginnings of its halves."""
    if len(line.text) <= BIN:
        return line.text
    return "，".join(
        half.whole if len(half.text) <= BIN // 3 else half.whole[: BIN // 3] + MORE for half in line.halves
    )


def _alike_lines(convention: Convention, line: Line, most: int, random: Random) -> list[Line]:
    """At most `most` lines to sort under: `line`, those of its look-alikes first, in the order of the convention."""
    groups = {one.alike for one in convention.situations_of(line.id) if one.alike}
    near = {one.line for one in convention.situations if one.alike in groups}
    others = [one for one in _sorted_lines(convention, line) if one.id != line.id]
    others = sorted(random.sample(others, len(others)), key=lambda one: one.id not in near)
    chosen = {line.id, *(one.id for one in others[: most - 1])}
    return [one for one in convention.lines if one.id in chosen]


def _sorted_lines(convention: Convention, line: Line) -> list[Line]:
    """The lines that situations can be sorted under; none when `line` itself has no situation."""
    having = {one.line for one in convention.situations}
    return [one for one in convention.lines if one.id in having] if line.id in having else []


def _alikes(convention: Convention, line: Line, known: Collection[str], count: int, random: Random) -> list[Situation]:
    """`count` situations of the `known` lines: whole groups of look-alikes where there are, `line` among the first."""
    fitting = [one for one in convention.situations if one.line in known]
    groups: dict[str, list[Situation]] = {}
    for one in random.sample(fitting, len(fitting)):
        groups.setdefault(one.alike or one.id, []).append(one)
    ordered = sorted(groups.values(), key=lambda group: (line.id not in {one.line for one in group}, -len(group)))
    return [one for group in ordered for one in group][:count]


def _with(line: Line, lines: Sequence[Line], most: int, random: Random) -> list[Line]:
    """At most `most` of `lines`, `line` among them, in the order of the convention."""
    others = [one for one in lines if one.id != line.id]
    chosen = {line.id, *(one.id for one in random.sample(others, min(most - 1, len(others))))}
    return [one for one in lines if one.id in chosen]


def _sentence(
    game: str, convention: Convention, line: Line, gaps: Sequence[tuple[int, int]], decoys: int, random: Random
) -> Board:
    """The line with those words (number of half, number of word) taken out of it, and `decoys` of other lines."""
    open_gaps, tokens, places, pieces = set(gaps), list[Token](), [], []
    shown = range(len(line.halves)) if len(line.text) <= LONG else sorted({half for half, _ in gaps})
    for number in shown:
        half = line.halves[number]
        tokens += [Token("，")] if tokens else []
        tokens += [Token(mark=half.mark)] if half.mark else []
        own = [word for one, word in gaps if one == number]
        part = range(len(half.words)) if len(half.text) <= PART or not own else range(min(own), max(own) + 1)
        tokens += [Token(MORE)] if part.start else []
        for word, before in list(enumerate(_before_words(half)))[part.start : part.stop]:
            text, key = half.words[word], f"gap-{number}-{word}"
            tokens += [Token(before)] if before else []
            tokens.append(Token(place=key) if (number, word) in open_gaps else Token(text))
            if (number, word) in open_gaps:
                places.append(Place(key, line.id, text))
                pieces.append(Piece(f"word-{number}-{word}", line.id, text, text))
        tokens += [Token(MORE)] if part.stop < len(half.words) else []
    for count, (other, text) in enumerate(_foreign(convention, line, random)[:decoys]):
        pieces.append(Piece(f"foreign-{count}", other, "", text))
    return _dealt(game, pieces, places, random, len(pieces), tokens)


def _before_words(half: Half) -> list[str]:
    """The punctuation before each word of `half`."""
    found, at = [], 0
    for word in half.words:
        start = half.text.index(word, at)
        found.append(half.text[at:start])
        at = start + len(word)
    return found


def _foreign(convention: Convention, line: Line, random: Random) -> list[tuple[str, str]]:
    """Words of other lines that this one does not have, with the line each is of."""
    own = _distinct(line)
    words = {word: one.id for one in convention.lines for half in one.halves for word in half.words if word not in own}
    return random.sample([(one, word) for word, one in sorted(words.items())], len(words))


def _distinct(line: Line) -> set[str]:
    return {word for half in line.halves for word in half.words}


def _dealt(
    game: str,
    pieces: Sequence[Piece],
    places: Sequence[Place],
    random: Random,
    shown: int,
    tokens: Sequence[Token] = (),
) -> Board:
    """The board with its pieces mixed: never in the order of the places when there are two kinds or more."""
    mixed = list(pieces)
    labels = [one.label for one in pieces]
    while len(set(labels)) > 1 and [one.label for one in mixed] == labels:
        random.shuffle(mixed)
    return deal(Board(game, tuple(mixed), tuple(places), (), tokens=tuple(tokens)), shown)
