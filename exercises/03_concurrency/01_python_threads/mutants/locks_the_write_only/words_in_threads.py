"""Count the words of a text, in several threads at once."""

from threading import Lock, Thread


class Tally:
    """A number of words that all threads share."""

    def __init__(self):
        self.words = 0


def cut(text: str, pieces: int) -> list[str]:
    """Return the text in pieces of about the same length. No word is cut in two."""
    found, begin = [], 0
    for number in range(1, pieces + 1):
        end = max(begin, len(text) * number // pieces)
        while end < len(text) and not text[end].isspace():
            end += 1
        found.append(text[begin:end])
        begin = end
    return found


def count_piece(piece: str) -> int:
    """Return how many words are in one piece of a text."""
    return len(piece.split())


def count_words(text: str, threads: int, tally: Tally) -> None:
    """Add the number of words in `text` to `tally`, with that many threads at work."""
    lock = Lock()

    def add_piece(piece):
        words = count_piece(piece)
        together = tally.words + words
        with lock:
            tally.words = together

    workers = [Thread(target=add_piece, args=(piece,)) for piece in cut(text, threads)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
