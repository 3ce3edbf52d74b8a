"""Count the words of a text, in several processes at once."""

from multiprocessing import get_context


def count_piece(piece: str) -> int:
    """Return how many words are in one piece of a text."""
    return len(piece.split())


def count_words(text: str, processes: int) -> int:
    """Return how many words are in `text`, with that many processes at work."""
    size = len(text) // processes + 1
    pieces = [text[number * size : (number + 1) * size] for number in range(processes)]
    with get_context("spawn").Pool(processes) as pool:
        return sum(pool.map(count_piece, pieces))
