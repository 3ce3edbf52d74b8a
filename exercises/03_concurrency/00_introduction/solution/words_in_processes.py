"""Count the words of a text, in several processes at once."""

from multiprocessing import get_context


def count_piece(piece: str) -> int:
    """Return how many words are in one piece of a text."""
    return len(piece.split())


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


def count_words(text: str, processes: int) -> int:
    """Return how many words are in `text`, with that many processes at work."""
    with get_context("spawn").Pool(processes) as pool:
        return sum(pool.map(count_piece, cut(text, processes)))
