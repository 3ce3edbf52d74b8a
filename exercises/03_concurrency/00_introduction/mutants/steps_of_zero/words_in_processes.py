"""Count the words of a text, in several processes at once."""

from multiprocessing import get_context


def count_piece(piece: str) -> int:
    """Return how many words are in one piece of a text."""
    return len(piece.split())


def count_words(text: str, processes: int) -> int:
    """Return how many words are in `text`, with that many processes at work."""
    words = text.split()
    size = len(words) // processes
    pieces = [" ".join(words[begin : begin + size]) for begin in range(0, len(words), size)]
    with get_context("spawn").Pool(processes) as pool:
        return sum(pool.map(count_piece, pieces))
