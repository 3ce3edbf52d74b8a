"""What `count_words` promises, with several threads as with one.

Nothing is left to chance here: where two threads have to meet, each of them waits for the other.
"""

import importlib
import sys
import threading
from concurrent.futures import Future
from queue import Queue

import pytest
import words_in_threads
from words_in_threads import Tally, count_words

TEXT = "one two three four five six seven eight nine"
#: Seconds. It only ends waiting that would go on for ever.
LIMIT = 10


@pytest.mark.parametrize(
    ("text", "threads", "words"),
    [("to be or not to be", 2, 6), (TEXT, 1, 9), ("hello world", 5, 2), ("", 3, 0), (" \n\t ", 2, 0)],
    ids=["two threads", "one thread", "more threads than words", "no text", "blank text"],
)
def test_the_words_are_counted(text, threads, words):
    tally = Tally()
    result = count_words(text, threads, tally)
    assert result is None, f"count_words adds to the tally and returns None, but it returned {result!r}"
    assert tally.words == words, (
        f"there are {words} words in {text!r}, and {threads} threads found {tally.words}"
    )


def test_a_tally_goes_on_from_what_it_has():
    tally = Tally()
    tally.words = 100
    count_words("to be or not to be", 2, tally)
    assert tally.words == 106, f"the tally had 100 words, and 6 more were counted: 106, and not {tally.words}"


def test_all_threads_count_at_the_same_time(monkeypatch):
    real, everybody, counters = words_in_threads.count_piece, threading.Barrier(3), set()

    def count_with_the_others(piece):
        counters.add(threading.current_thread())
        assert threading.current_thread() is not threading.main_thread(), (
            "count_piece was called by the thread that called count_words: leave the counting to the threads it starts"
        )
        try:
            everybody.wait(timeout=LIMIT)
        except threading.BrokenBarrierError:
            alone.append(piece)
        return real(piece)

    alone = []
    monkeypatch.setattr(words_in_threads, "count_piece", count_with_the_others)
    tally = Tally()
    count_words(TEXT, 3, tally)
    assert counters, "nobody called count_piece: count each piece with it"
    assert not alone, (
        "3 threads were to count at the same time, but some counted while the others could not. Start all threads before "
        "you wait for one, and hold no lock while you count."
    )
    assert tally.words == 9, f"there are 9 words in the text, and 3 threads found {tally.words}"


class MeetingTally(Tally):
    """A tally where a thread that has read the number waits before it goes on, as it may have to wait at any time.

    It waits until another thread has read the number, too, or has been stopped by a lock.
    """

    def __init__(self):
        self.number = 0
        self.readers = set()
        self.met = threading.Event()

    @property
    def words(self):
        number = self.number
        if threading.current_thread() is not threading.main_thread():
            self.readers.add(threading.current_thread())
            if len(self.readers) > 1:
                self.met.set()
            self.met.wait(timeout=LIMIT)
            self.met.set()
        return number

    @words.setter
    def words(self, number):
        self.number = number


def watched(make, somebody_waits):
    """Return what to call in place of `Lock` or `RLock`: it tells when a thread has to wait for such a lock."""

    class WatchedLock:
        def __init__(self):
            self.lock = make()

        def acquire(self, blocking=True, timeout=-1):
            if self.lock.acquire(blocking=False):
                return True
            if blocking:
                somebody_waits()
            return self.lock.acquire(blocking, timeout)

        def __enter__(self):
            return self.acquire()

        def __exit__(self, *_):
            self.lock.release()

        def __getattr__(self, name):
            return getattr(self.lock, name)

    def made():
        # The standard library has locks of its own, which are none of our business.
        asks = sys._getframe(1).f_globals.get("__name__")
        return WatchedLock() if asks == "words_in_threads" else make()

    return made


def test_no_count_is_lost(monkeypatch):
    tally = MeetingTally()
    with monkeypatch.context() as patch:
        for name in ("Lock", "RLock"):
            patch.setattr(threading, name, watched(getattr(threading, name), tally.met.set))
        # Once more, now that the locks are watched.
        importlib.reload(words_in_threads)
        words_in_threads.count_words(TEXT, 3, tally)
    importlib.reload(words_in_threads)
    assert tally.number == 9, (
        f"there are 9 words in the text, but the tally says {tally.number}: between reading the tally and writing it, "
        "another thread had its turn, and what it added was overwritten. Reading and writing have to be done under one "
        "lock, which all threads share."
    )


def test_the_work_is_done_when_the_call_returns(monkeypatch):
    real, caller, caller_waits = words_in_threads.count_piece, threading.current_thread(), threading.Event()

    def telling(wait):
        def told(*args, **kwargs):
            if threading.current_thread() is caller:
                caller_waits.set()
            return wait(*args, **kwargs)

        return told

    def count_slowly(piece):
        if threading.current_thread() is not caller:
            caller_waits.wait(timeout=LIMIT)
        return real(piece)

    # Nobody counts before the caller waits for something; a caller who doesn't wait comes back too early.
    join = threading.Thread.join
    for waiting, name in ((threading.Thread, "join"), (Future, "result"), (Queue, "get"), (Queue, "join")):
        monkeypatch.setattr(waiting, name, telling(getattr(waiting, name)))
    monkeypatch.setattr(words_in_threads, "count_piece", count_slowly)
    before, tally = set(threading.enumerate()), Tally()
    words_in_threads.count_words(TEXT, 2, tally)
    at_work = [thread for thread in threading.enumerate() if thread not in before]
    found = tally.words
    caller_waits.set()
    for thread in at_work:
        join(thread)
    assert not at_work, (
        f"count_words returned while {len(at_work)} of its threads were still at work, and the tally said {found}: wait "
        "for all of them with join"
    )
