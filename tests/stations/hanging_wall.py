"""A 播报墙 whose works the test hangs and takes down; what it is asked to play ends when the test says so."""

from collections.abc import Callable

from kiosk.core.wall import Hung, Over, Told, Work, nobody

WORKS = (
    Work("t01", "civility", "桥上让一让", "cover-bridge", 31.0),
    Work("t02", "bulletin", "防骗快报：游戏里的“免费皮肤”", "cover-shield", 58.0),
    Work("t03", "rumour", "小小辟谣员：手机拿久了会发生爆炸吗？", "cover-fish", 72.0),
    Work("t04", "convention", "全国青少年网络文明公约", "cover-lantern", 40.0),
    Work("t05", "rehearsal", "我先问妈妈", "cover-boat", 26.0),
    Work("t06", "free", "说说我在网上遇到的一件事", "cover-moon", 63.0),
    Work("t07", "civility", "发照片，先问一问", "cover-moon", 35.0),
)


class HangingWall:
    """`Wall` in memory; everything is told at once. `asked` is what it was asked to play, and how loud."""

    def __init__(self, works: tuple[Work, ...] = WORKS) -> None:
        self.listener: Callable[[Told], None] = nobody
        self.works = works
        self.playing = ""
        self.asked: list[tuple[str, float]] = []
        self.watched = False

    def look(self) -> None:
        """Tell what hangs there."""
        self.watched = True
        self.listener(Hung(self.works))

    def play(self, work: str, loudness: float = 1.0) -> None:
        """It plays until it is hushed, or `over`."""
        self.hush()
        self.playing = work
        self.asked.append((work, loudness))

    def hush(self) -> None:
        """What plays is over."""
        if self.playing:
            self.over()

    def leave(self) -> None:
        """Nobody looks."""
        self.hush()
        self.listener, self.watched = nobody, False

    def over(self) -> None:
        """What plays has come to its end."""
        over, self.playing = self.playing, ""
        self.listener(Over(over))

    def take_down(self, work: str) -> None:
        """A consent was withdrawn."""
        self.works = tuple(one for one in self.works if one.id != work)
        if self.playing == work:
            self.over()
        self.listener(Hung(self.works))

    def close(self) -> None:
        """The program ends."""
        self.leave()
