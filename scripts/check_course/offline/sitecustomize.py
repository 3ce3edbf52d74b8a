"""Refuse connections to other machines in every Python that starts while the course is checked.

A lesson must work without a network. Where the system allows it, the check runs in a network namespace with loopback
only. This module does the same for Python's own sockets on every system, and its error says what is wrong.
"""

import ipaddress
import socket


def _stays_here(address) -> bool:
    """Whether a socket address is a path, or a host on this machine."""
    if not isinstance(address, tuple) or not address:
        return True
    host = address[0]
    if isinstance(host, bytes):
        host = host.decode()
    if host in ("", "localhost"):
        return True
    try:
        return ipaddress.ip_address(host.split("%")[0]).is_loopback
    except ValueError:
        return False


class LeavesTheMachine(OSError):
    """Something in the course tried to reach another machine."""


class _LocalSocket(socket.socket):
    def connect(self, address):
        self._refuse(address)
        return super().connect(address)

    def connect_ex(self, address):
        self._refuse(address)
        return super().connect_ex(address)

    def sendto(self, data, *args):
        self._refuse(args[-1])
        return super().sendto(data, *args)

    def _refuse(self, address):
        if self.family in (socket.AF_INET, socket.AF_INET6) and not _stays_here(address):
            raise LeavesTheMachine(f"the course must not leave the machine, and this connects to {address}")


socket.socket = _LocalSocket
socket.SocketType = _LocalSocket
