"""How many items of each slot a run gets: mostly by chance, with genuine and scam messages kept in balance."""

from collections import Counter
from collections.abc import Mapping
from random import Random

SLOTS = ("plain", "ask_first", "genuine", "scam")


def shares(weights: Mapping[str, int], there: Mapping[str, int], count: int, random: Random) -> dict[str, int]:
    """Numbers by slot, together at most `count` and at most what is `there`; `weights` are the bank's own numbers.

    Of the messages 40–60 % are genuine as far as both natures last; what that leaves open is filled with items
    without a message, then with `ask_first`, and only then with messages beyond the balance.
    """
    count = min(count, sum(there.values()))
    slots = [slot for slot in SLOTS if there[slot]]
    if not slots:
        return dict.fromkeys(SLOTS, 0)
    drawn = Counter(random.sample(slots, count, counts=[max(weights[slot], there[slot]) for slot in slots]))
    taken = {slot: min(drawn[slot], there[slot]) for slot in ("plain", "ask_first")}
    messages = count - sum(taken.values())
    half, odd = divmod(messages, 2)
    genuine = min(there["genuine"], half + (odd and random.randrange(2)))
    scam = min(there["scam"], messages - genuine, most_beside(genuine))
    taken |= {"genuine": min(there["genuine"], messages - scam, most_beside(scam)), "scam": scam}
    for slot in SLOTS:
        taken[slot] += min(there[slot] - taken[slot], count - sum(taken.values()))
    return taken


def most_beside(others: int) -> int:
    """How many of one nature may stand beside `others` of the other: 60 %, or one more where numbers are small."""
    return max(others * 3 // 2, others + 1)
