"""Read the memory of another process, or of this one, through Linux's `process_vm_readv`.

The sampler process imports this file by itself, so it imports nothing else of the package.
"""

from __future__ import annotations

import ctypes


class _IoVec(ctypes.Structure):
    _fields_ = (("base", ctypes.c_void_p), ("length", ctypes.c_size_t))


class MemoryReader:
    """Reads the same `length` bytes at `address` in the process `pid`, as often as asked.

    `library` is `ctypes.PyDLL` to hold the GIL during the system call, or `ctypes.CDLL` to release it. Raises
    AttributeError on a system that has no such call.
    """

    def __init__(self, pid: int, address: int, length: int, library: type[ctypes.CDLL] = ctypes.CDLL) -> None:
        self._buffer = ctypes.create_string_buffer(length)
        self._call = library(None).process_vm_readv
        self._call.restype = ctypes.c_ssize_t
        local, remote = _IoVec(ctypes.addressof(self._buffer), length), _IoVec(address, length)
        self._arguments = (pid, ctypes.byref(local), 1, ctypes.byref(remote), 1, 0)

    def read(self) -> bytes:
        """Return the bytes: fewer when not all are mapped, none when the process may not be read."""
        count = self._call(*self._arguments)
        return self._buffer.raw[: max(count, 0)]
