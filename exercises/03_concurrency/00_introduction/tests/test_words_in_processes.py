"""What `count_words` promises.

Processes are started with `spawn`, wherever these tests run: what works under `spawn` works everywhere.
"""

import multiprocessing
import os
import sys
from multiprocessing import reduction
from multiprocessing.process import BaseProcess
from types import ModuleType, SimpleNamespace

import pytest
import words_in_processes
from words_in_processes import count_words

LONG_TEXT = "the quick brown fox jumps over the lazy dog " * 500


@pytest.fixture(autouse=True)
def spawn(monkeypatch):
    """New processes begin from nothing. They don't need to import pytest, so they aren't told what `__main__` is."""
    multiprocessing.set_start_method("spawn", force=True)
    monkeypatch.setitem(sys.modules, "__main__", ModuleType("__main__"))


@pytest.fixture
def seen(monkeypatch):
    """What happens during a call: how processes are started, and how many bytes each message to them has."""
    seen = SimpleNamespace(started=[], messages=[])
    start, dump, dumps = BaseProcess.start, reduction.dump, reduction.ForkingPickler.dumps

    def watched_start(process):
        start(process)
        seen.started.append(process._start_method or multiprocessing.get_start_method())

    def watched_dumps(thing, protocol=None):
        message = dumps(thing, protocol)
        seen.messages.append(len(message))
        return message

    def watched_dump(thing, file, protocol=None):
        before = file.tell()
        dump(thing, file, protocol)
        seen.messages.append(file.tell() - before)

    monkeypatch.setattr(BaseProcess, "start", watched_start)
    monkeypatch.setattr(reduction, "dump", watched_dump)
    monkeypatch.setattr(reduction.ForkingPickler, "dumps", watched_dumps)
    return seen


def counted(text, processes):
    """Call `count_words`; what goes wrong on the way to another process is a failed test."""
    try:
        return count_words(text, processes)
    except Exception as error:
        if "pickle" in f"{type(error).__name__}: {error}".lower():
            pytest.fail(
                "a process could not be told which function to run. Functions for other processes have to be at the "
                f"top level of a module, where they can be imported: {error}"
            )
        raise


def test_two_processes_count_a_short_text():
    found = counted("to be or not to be", 2)
    assert found == 6, (
        f'there are 6 words in "to be or not to be", not {found}. '
        "What a process computes has to be sent back: a variable that it sets is set in that process only."
    )


def test_no_word_is_cut_at_a_border():
    text = "extraordinarily incomprehensible misunderstandings"
    found = counted(text, 4)
    assert found == 3, (
        f"there are 3 words in {text!r}, and 4 processes found {found}: a word was cut in two or lost"
    )


def test_no_word_is_lost_at_the_end():
    text = "one two three four five six seven eight nine ten eleven"
    found = counted(text, 3)
    assert found == 11, f"there are 11 words in {text!r}, and 3 processes found {found}"


def test_more_processes_than_words():
    try:
        found = counted("hello world", 5)
    except ValueError as error:
        pytest.fail(
            f'5 processes should count the 2 words of "hello world", but count_words raised {error!r}'
        )
    assert found == 2, f'there are 2 words in "hello world", and 5 processes found {found}'


@pytest.mark.parametrize("text", ["", " \n\t "], ids=["empty", "blank"])
def test_a_text_without_words(text):
    try:
        found = counted(text, 2)
    except ValueError as error:
        pytest.fail(f"{text!r} has no words, which is no error, but count_words raised {error!r}")
    assert found == 0, f"there are no words in {text!r}, and 2 processes found {found}"


def test_the_processes_are_there(seen):
    found = counted(LONG_TEXT, 3)
    assert found == 4500, f"there are 4500 words in the text, and 3 processes found {found}"
    count = len(seen.started)
    assert count > 1, f"count_words was asked for 3 processes, and started {count}"
    assert count <= 3, f"count_words was asked for 3 processes, and started {count}"
    assert set(seen.started) == {"spawn"}, (
        f"these processes were started with {seen.started[0]}. Leave out fork: it copies a process that has threads, "
        "and Jupyter has some."
    )


def test_the_counting_is_done_elsewhere(monkeypatch):
    home, real = os.getpid(), words_in_processes.count_piece

    def counted_at_home(piece):
        if os.getpid() == home:
            pytest.fail("count_piece was called by the process that called count_words: let the others do it")
        return real(piece)

    # Other processes import the real function by this name.
    counted_at_home.__module__, counted_at_home.__qualname__ = "words_in_processes", "count_piece"
    monkeypatch.setattr(words_in_processes, "count_piece", counted_at_home)
    found = counted("to be or not to be", 2)
    assert found == 6, f'there are 6 words in "to be or not to be", not {found}'


def test_each_process_gets_its_piece_only(seen):
    counted(LONG_TEXT, 3)
    assert seen.messages, "nothing was sent to another process"
    largest = max(seen.messages)
    assert largest < len(LONG_TEXT) / 2, (
        f"a text of {len(LONG_TEXT)} bytes was to be counted in 3 pieces, but {largest} bytes were sent to one process: "
        "send each process its own piece of the text, and no more"
    )
