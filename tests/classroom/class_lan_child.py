"""A kiosk of its own process that joins a class over the network, does forms and plays, until its input ends.

Arguments: home, port, code, how many forms. Says `done` when all is on disk, `met` once it has met the leader.
"""

import sys
from pathlib import Path

from kiosk.classroom import Asked
from kiosk.core.clock import SteppedClock
from kiosk.store.store import Store
from tests.classroom.class_help import do_form, make_room
from tests.classroom.lan_help import NOON, met, net, until


def main() -> None:
    """Join, answer, meet."""
    home, port, code, forms = sys.argv[1:]
    clock = SteppedClock(utc=NOON)
    store = Store.open(Path(home), clock)
    room = make_room(store, clock, net=net(int(port)))
    room.join(Asked("五年级（2）班"), "guide", code)
    for number in range(int(forms)):
        do_form(store, room, 1 + number % 4)
    sys.stdout.write("done\n")
    sys.stdout.flush()
    room.link()
    until(lambda: met(room), "the leader")
    sys.stdout.write("met\n")
    sys.stdout.flush()
    sys.stdin.read()
    room.close()
    store.close()


if __name__ == "__main__":
    main()
