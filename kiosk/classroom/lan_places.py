"""This machine's places in local networks: addresses that no router carries to the world."""

import ipaddress
import socket
import struct
import sys

PORT = 47_218
"""Where a leader hears who looks for a class (UDP)."""
ASK, ANSWER = b"FGLOOK1\0", b"FGHERE1\0"
"""`ASK` and a nonce of 8 bytes; `ANSWER`, the same nonce, a random name of the leader's (8), its port (2). Nothing of
code, class or base: many classes may be in one network."""
NONCE, NAME = 8, 8
NEAR = 1
"""Hops: what a leader says is dropped by the first router, wherever its settings would send it."""
_ADDRESS, _BROADCAST = 0x8915, 0x8919


def is_lan(address: str) -> bool:
    """Whether `address` belongs to a local network (RFC 1918, link-local) or to this machine."""
    one = ipaddress.ip_address(address)
    return one.version == 4 and (one.is_private or one.is_link_local or one.is_loopback) and not one.is_unspecified


def lan_places() -> list[tuple[str, str]]:
    """Each of this machine's addresses in a local network, with the address that all machines there hear."""
    return [(own, all_) for own, all_ in _places() if is_lan(own) and not own.startswith("127.") and all_ != "0.0.0.0"]


def local_address(peer: str) -> str:
    """Our address in the network that `peer` is in. Raises OSError when there is none. Nothing is sent."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        probe.connect((peer, PORT))
        return str(probe.getsockname()[0])


if sys.platform != "win32":
    import fcntl

    def _places() -> list[tuple[str, str]]:
        found = []
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sock:
            for _, name in socket.if_nameindex():
                asked = struct.pack("256s", name.encode()[:15])
                try:
                    own, all_ = (fcntl.ioctl(sock, what, asked)[20:24] for what in (_ADDRESS, _BROADCAST))
                except OSError:  # it has no IPv4 address
                    continue
                found.append((socket.inet_ntoa(own), socket.inet_ntoa(all_)))
        return found

else:

    def _places() -> list[tuple[str, str]]:
        try:
            return [(own, "255.255.255.255") for own in socket.gethostbyname_ex(socket.gethostname())[2]]
        except OSError:
            return []
