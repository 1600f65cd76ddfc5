"""Kiosks of one class meet on a network: two real processes, another code, a replay, a cut line, a latecomer."""

import os
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from kiosk.classroom import Asked, Classroom
from kiosk.classroom.lan import Net
from kiosk.classroom.lan_channel import OtherCode, join
from kiosk.classroom.lan_joiner import LOOK_S
from kiosk.classroom.lan_key import PRIME, SHARE_BYTES, Share
from kiosk.classroom.lan_places import ANSWER, ASK, NAME, NONCE, is_lan, lan_places
from kiosk.classroom.lan_state import MOST_WRONG
from kiosk.classroom.parts import part_name, parts_beyond, read_part, write_part
from kiosk.core.clock import SteppedClock
from kiosk.core.events import ItemAnswered, StationOpened, VisitorNamed
from kiosk.core.ids import uuid7
from kiosk.core.item import Item
from kiosk.core.visit import Visit
from kiosk.exports.class_report import Names, Report, Wanted, class_report
from kiosk.exports.item_quality import qualities
from kiosk.learning.item_analysis import ENOUGH
from kiosk.packs.texts import TextKeeper
from kiosk.store import class_sessions
from kiosk.store.store import Store
from tests.classroom.class_help import do_form, make_room
from tests.classroom.lan_help import HERE, NOON, free_port, joined, met, net, trouble, until

CLASS = Asked("五年级（2）班")


class Kiosk:
    """One of the class's kiosks, on `port` of this machine."""

    def __init__(self, home: Path, port: int, base: str = "运河少年网络文明基地") -> None:
        self.port = port
        self.clock = SteppedClock(utc=NOON)
        self.store = Store.open(home, self.clock)
        self.room: Classroom = make_room(self.store, self.clock, base=base, net=net(port))

    def close(self) -> None:
        self.room.close()
        self.store.close()

    def facts(self) -> set[str]:
        """Everything that is known here of the session."""
        session = self.room.now or self.room.last
        assert session
        with self.store.read() as connection:
            own = class_sessions.own_play(connection, session.id)
            return {one.id for one in (*class_sessions.facts(connection, session.id), *own)}


@pytest.fixture
def kiosks(tmp_path: Path) -> Iterator[list[Kiosk]]:
    """Three of one base; the first leads."""
    port = free_port()
    made = [Kiosk(tmp_path / f"k{number}", port) for number in range(3)]
    session = made[0].room.start(CLASS, "teacher")
    for other in made[1:]:
        other.room.join(CLASS, "guide", session.code)
    yield made
    for one in made:
        one.close()


def asked(port: int) -> tuple[str, int]:
    """Where the leader on `port` says that it listens."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sock:
        sock.settimeout(LOOK_S)
        for _ in range(20):
            sock.sendto(ASK + bytes(NONCE), (HERE, port))
            try:
                said = sock.recv(512)
            except (TimeoutError, ConnectionError):
                continue
            assert said.startswith(ANSWER) and len(said) == len(ANSWER) + NONCE + NAME + 2
            return HERE, int.from_bytes(said[-2:])
    raise AssertionError("nobody answers")


def test_two_processes_put_a_class_together(kiosks: list[Kiosk], tmp_path: Path) -> None:
    """What another program recorded is here, once, though its part comes by stick as well; and nobody asked before."""
    leader, session = kiosks[0], kiosks[0].room.now
    assert session
    command = [
        sys.executable,
        "-m",
        "tests.classroom.class_lan_child",
        str(tmp_path / "far"),
        str(leader.port),
        session.code,
        "3",
    ]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as far:
        assert far.stdin and far.stdout
        assert far.stdout.readline() == "done\n"
        do_form(leader.store, leader.room, 1)
        assert leader.room.lan is None and joined(leader.store, session.id) == 0
        leader.room.link()
        assert far.stdout.readline() == "met\n"
        until(lambda: met(leader.room), "the other process")
        far.stdin.close()
        assert far.wait() == 0
    assert joined(leader.store, session.id) == 1 + 3 * 13
    with leader.store.read() as connection:
        progress = leader.room.progress(connection, session)
    assert (progress.done, progress.kiosks) == (4, 2)
    other = Kiosk(tmp_path / "far", leader.port)
    other.room.resume()
    again = other.room.now
    assert again and again.joined
    stick = tmp_path / part_name(again, other.store.kiosk)
    write_part(other.store, again, stick)
    assert read_part(leader.store, session, stick).new == 0
    assert other.facts() == leader.facts()
    other.close()


def test_all_kiosks_come_to_know_the_same(kiosks: list[Kiosk]) -> None:
    """Also one that comes late, of what the others did before; play and the texts of its items come along."""
    leader, second, late = kiosks
    session = leader.room.now
    assert session
    item = Item("kind.1", "choice", "怎么说更好？", ("A",), explanation="因为。")
    hash = TextKeeper(second.store).keep(item)
    visit, other = (
        Visit("0192f3c4-0000-7000-8000-000000000001", "visitor"),
        Visit("0192f3c4-0000-7000-8000-000000000002", "visitor"),
    )
    second.store.append(VisitorNamed("五年级（2）班", "小河马"), visit)
    second.store.append(StationOpened("kind_words", 2), visit)
    second.store.append(ItemAnswered("kind_words", "1", "kind.1", hash, "p", "h", ("A",), ("A",), "right", 900), visit)
    second.store.append(VisitorNamed("六年级（1）班"), other)
    second.store.append(StationOpened("kind_words", 4), other)
    do_form(second.store, second.room, 1)
    leader.room.link()
    second.room.link()
    until(lambda: joined(leader.store, session.id) == 1 + 13 + 2, "what the second did")
    late.room.link()
    until(lambda: late.facts() == leader.facts(), "what happened before")
    do_form(late.store, late.room, 2)
    until(lambda: second.facts() == leader.facts() == late.facts(), "everything everywhere")
    with late.store.read() as connection:
        told = list(class_sessions.joined_facts(connection, session.id))
        assert class_sessions.texts(connection, [hash])
    assert not any("小河马" in one.body for one in told)
    assert sum(one.kind == "station_opened" for one in told) == 1
    before = leader.facts()
    second.room.end()
    until(lambda: second.room.lan and second.room.lan.over, "the last meeting")
    until(lambda: len(leader.facts()) == len(before) + 1, "that it ended there")


def test_another_code_gets_nothing_and_is_left_alone(kiosks: list[Kiosk], tmp_path: Path) -> None:
    """Of another class, or of a base with another name; after twenty tries the leader answers nobody any more."""
    leader, second, _ = kiosks
    session = leader.room.now
    assert session
    do_form(leader.store, leader.room, 1)
    leader.room.link()
    stranger = Kiosk(tmp_path / "stranger", leader.port, base="别的基地")
    stranger.room.join(CLASS, "guide", session.code)
    stranger.room.link()
    until(lambda: trouble(stranger.room) == "lan_other_code", "that the code is another one")
    assert stranger.room.now and joined(stranger.store, stranger.room.now.id) == 0
    stranger.close()
    at = asked(leader.port)
    for _ in range(MOST_WRONG - 1):
        with socket.create_connection(at) as sock:
            channel = join(sock, "0000")
            channel.send(b"{}")
            with pytest.raises((OtherCode, ConnectionError)):
                channel.receive()
    until(lambda: leader.room.lan and leader.room.lan.over, "that it is enough")
    assert trouble(leader.room) == "lan_guessed"
    second.room.link()
    until(lambda: trouble(second.room) == "lan_alone", "that nobody answers")
    assert joined(leader.store, session.id) == 0


def test_what_was_overheard_opens_nothing(kiosks: list[Kiosk]) -> None:
    """Said again word for word to the leader, a meeting that was overheard is refused; the code is not in it."""
    leader, session = kiosks[0], kiosks[0].room.now
    assert session
    leader.room.link()
    at, heard = asked(leader.port), bytearray()
    with socket.create_server((HERE, 0)) as middle, socket.create_connection(at) as onward:
        ready = threading.Thread(target=lambda: relay(middle, onward, heard))
        ready.start()
        with socket.create_connection(middle.getsockname()) as sock:
            channel = join(sock, session.id)
            channel.send(b'{"kiosk": "k", "known": {}}')
            assert channel.receive()
        ready.join()
    assert session.code.encode() not in heard and session.id.encode() not in heard
    with socket.create_connection(at) as sock:
        sock.sendall(heard)
        sock.settimeout(30)
        said = sock.recv(1 << 16)
        while not said.endswith(bytes(4)) and (more := sock.recv(1 << 16)):
            said += more
    assert said.endswith(bytes(4))
    assert joined(leader.store, session.id) == 0


def relay(middle: socket.socket, onward: socket.socket, heard: bytearray) -> None:
    """Hand on what is said both ways, and remember what the joiner said."""
    connection, _ = middle.accept()
    with connection:
        back = threading.Thread(target=lambda: pour(onward, connection, bytearray()))
        back.start()
        pour(connection, onward, heard)
        onward.shutdown(socket.SHUT_RDWR)
        back.join()


def pour(source: socket.socket, to: socket.socket, kept: bytearray) -> None:
    """Until either side has enough."""
    try:
        while said := source.recv(1 << 16):
            kept += said
            to.sendall(said)
    except OSError:
        return


def test_a_line_that_is_cut_leaves_whole_parts_or_nothing(kiosks: list[Kiosk]) -> None:
    """Cut after so many bytes, at many places; then a whole meeting brings it all, once."""
    leader, second, _ = kiosks
    session, random = leader.room.now, Random(4)
    assert session
    for place in (1, 2):
        do_form(second.store, second.room, place)
    leader.room.link()
    at = asked(leader.port)
    for size in (0, 3, 16, 200, 272, 276, 300, *(random.randrange(300, 6_000) for _ in range(6))):
        with socket.create_connection(at) as sock:
            speak_so_far(sock, session.id, second, size)
        assert joined(leader.store, session.id) in (0, 27)
    second.room.link()
    until(lambda: joined(leader.store, session.id) == 27, "both forms")
    assert trouble(leader.room) == ""


class Cut(socket.socket):
    """Only so many bytes ever leave it."""

    left = 0

    def sendall(self, data: bytes, flags: int = 0) -> None:  # type: ignore[override]
        part = data[: self.left]
        self.left -= len(part)
        super().sendall(part, flags)
        if len(part) < len(data):
            raise ConnectionError("cut")


def speak_so_far(sock: socket.socket, secret: str, kiosk: Kiosk, size: int) -> None:
    """A joiner's part of a meeting that breaks off after `size` bytes."""
    cut = Cut(fileno=os.dup(sock.fileno()))
    cut.left = size
    session = kiosk.room.now
    assert session
    with cut:
        try:
            channel = join(cut, secret)
            channel.send(f'{{"kiosk": "{kiosk.store.kiosk}", "known": {{}}}}'.encode())
            while channel.receive():
                pass
            for part in parts_beyond(kiosk.store, session, {}):
                channel.send(part)
        except ConnectionError:
            return


def test_without_a_local_network_the_stick_is_named(tmp_path: Path) -> None:
    """Nothing is served before somebody asks, and a port that is taken, or no network at all, is told."""
    port = free_port()
    one = Kiosk(tmp_path / "one", port)
    session = one.room.start(CLASS, "teacher")
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as taken:
        taken.bind(("", port))
        one.room.link()
        until(lambda: trouble(one.room) == "lan_taken", "that the port is taken")
    one.room.link()
    assert asked(port)
    one.room.end()
    until(lambda: one.room.lan and one.room.lan.over, "the end")
    one.room.start(CLASS, "teacher")
    assert one.room.lan is None
    one.close()
    alone = make_room(
        store := Store.open(tmp_path / "two", SteppedClock(utc=NOON)), SteppedClock(utc=NOON), net=nowhere()
    )
    alone.join(CLASS, "guide", session.code)
    alone.link()
    until(lambda: trouble(alone) == "lan_none", "that there is no network")
    alone.close()
    store.close()


def nowhere() -> Net:
    """A machine without a network."""
    return Net(1, list, every_s=0.05)


def test_keys_follow_from_the_secret_and_from_both_sides() -> None:
    """Without the same secret there is no common key; what is no share is refused."""
    one, two, other = Share("1", b"n" * 32), Share("1", b"n" * 32), Share("2", b"n" * 32)
    keys = one.keys(two.public, leads=True)
    assert keys == two.keys(one.public, leads=False)[::-1] and len(set(keys)) == 2
    assert other.keys(one.public, leads=False)[::-1] != one.keys(other.public, leads=True)
    for odd in (0, 1, PRIME - 1, PRIME, 2**2048 - 1):
        with pytest.raises(ValueError, match="not a share"):
            one.keys(odd.to_bytes(SHARE_BYTES), leads=True)
    assert all(pow(3, exponent, number) == 1 for number, exponent in ((PRIME, PRIME - 1), (PRIME // 2, PRIME // 2 - 1)))


def test_only_local_networks_count() -> None:
    assert all(map(is_lan, ("10.1.2.3", "172.16.0.9", "192.168.1.20", "169.254.7.7", HERE)))
    assert not any(map(is_lan, ("8.8.8.8", "0.0.0.0", "::1", "224.0.0.1", "172.32.0.1")))
    assert all(is_lan(own) and not own.startswith("127.") for own, _ in lan_places())


def test_the_report_is_of_all_kiosks_play_as_well(kiosks: list[Kiosk], tmp_path: Path) -> None:
    """By stick: what was played elsewhere stands in report and item analysis like what was played here, texts too."""
    leader, second, _ = kiosks
    session = leader.room.now
    assert session and second.room.now
    item = Item("kind.1", "choice", "怎么说更好？", ("A",), explanation="因为。")
    for kiosk, children in ((leader, 3), (second, ENOUGH)):
        hash = TextKeeper(kiosk.store).keep(item)
        for number in range(children):
            visit = Visit(uuid7(NOON + number), "visitor")
            answer = ItemAnswered("kind_words", "同学", "kind.1", hash, "p", "h", ("A",), ("A",), "right", 900)
            kiosk.store.append_many([(VisitorNamed("五年级（2）班"), visit), (StationOpened("kind_words"), visit)])
            kiosk.store.append(answer, visit)
        assert kiosk.store.flush(10)
    alone = reported(leader, session.id)
    assert [one.children for one in alone.stations] == [None] and alone.kiosks == 1
    stick = tmp_path / "second.classpart"
    write_part(second.store, second.room.now, stick)
    for _ in range(2):
        read_part(leader.store, session, stick)
        together = reported(leader, session.id)
        (station,) = together.stations
        assert (station.children, together.kiosks, station.parts[0].share.value) == (ENOUGH + 3, 2, 1.0)
        with leader.store.read() as connection:
            (quality,) = qualities(connection)
        assert quality.figures.answers == ENOUGH + 3


def reported(kiosk: Kiosk, session: str) -> Report:
    """The class report as this kiosk would make it now."""
    with kiosk.store.read() as connection:
        return class_report(connection, Wanted(session=session), Names())
