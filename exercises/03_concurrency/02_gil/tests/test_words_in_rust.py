"""What `count_words` promises.

No test hopes for threads to be fast enough: where they have to count at the same time, each waits for the others (`meet`).
"""

import ctypes

import pytest
from words_in_rust import count_words, meet, shares

TEXT = "one two three four five six seven eight nine"


@pytest.fixture(autouse=True)
def fresh():
    """Begin with no meeting and an empty record."""
    meet(0)
    shares()


def counted(text, threads):
    """Call `count_words`; a panic is a failed test."""
    try:
        return count_words(text, threads)
    except BaseException as error:  # noqa: BLE001 - a panic reaches Python as no Exception
        return pytest.fail(f"count_words({text!r}, {threads}) raised {type(error).__name__}: {error}")


@pytest.mark.parametrize(
    ("text", "threads", "words"),
    [
        ("to be or not to be", 2, 6),
        (TEXT, 1, 9),
        ("hello world", 5, 2),
        ("", 3, 0),
        (" \n\t ", 2, 0),
        ("extraordinarily incomprehensible misunderstandings", 4, 3),
        ("Überraschungsgäste größtenteils über Bäche höher", 7, 5),
    ],
    ids=["two threads", "one thread", "more threads than words", "no text", "blank", "long words", "umlauts"],
)
def test_the_words_are_counted(text, threads, words):
    found = counted(text, threads)
    assert found == words, f"there are {words} words in {text!r}, and {threads} threads found {found}"


def test_zero_threads_are_a_value_error():
    try:
        answer = count_words(TEXT, 0)
    except ValueError as error:
        assert "0" in str(error), (
            f"the message should name the number that was refused, 0, but it is: {error}"
        )
    except BaseException as error:  # noqa: BLE001 - a panic reaches Python as no Exception
        pytest.fail(
            f"count_words(text, 0) should raise ValueError, but it raised {type(error).__name__}: {error}"
        )
    else:
        pytest.fail(f"count_words(text, 0) should raise ValueError, but it returned {answer}")


def test_each_piece_has_a_thread_of_its_own():
    meet(3)
    counted(TEXT, 3)
    record = shares()
    assert record, "nobody called count_piece: count each piece with it"
    threads = {share["thread"] for share in record}
    assert len(threads) > 1, f"count_words was asked for 3 threads, but {threads.pop()} counted everything"
    assert len(threads) == 3, (
        f"count_words was asked for 3 threads, and {len(threads)} counted: {sorted(threads)}"
    )
    assert all(share["met"] for share in record), (
        "3 threads were to count at the same time, but one had to end before the next could begin. Start all of them "
        "before you wait for one: `collect` them, as an iterator does nothing before it's asked. And hold no lock while you count."
    )


def test_no_count_is_lost():
    meet(3)
    found = counted(TEXT, 3)
    record = [share["words"] for share in shares()]
    assert found == 9, (
        f"the threads counted {' + '.join(map(str, record))} words, but count_words says {found}: one thread read the sum "
        "before another had written it, so a count was overwritten"
    )


def test_the_text_is_not_copied():
    utf8 = ctypes.pythonapi.PyUnicode_AsUTF8AndSize
    utf8.restype, utf8.argtypes = ctypes.c_void_p, [ctypes.py_object, ctypes.c_void_p]
    counted(TEXT, 3)
    record = shares()
    assert record, "nobody called count_piece: count each piece with it"
    begin = utf8(TEXT, None)
    copied = [share for share in record if not begin <= share["address"] <= begin + len(TEXT)]
    assert not copied, (
        f"{len(copied)} of {len(record)} pieces are not in the memory of Python's own text, so somebody copied it: borrow "
        "the text as a `&str`, and give the threads pieces of that"
    )
