"""Count the words of a text, in several processes at once."""

from multiprocessing import get_context

total = 0


def count_piece(piece: str) -> int:
    """Return how many words are in one piece of a text."""
    return len(piece.split())


def add_piece(piece: str) -> None:
    """Add the words of one piece to the total."""
    global total
    total += count_piece(piece)


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
    global total
    total = 0
    context = get_context("spawn")
    workers = [context.Process(target=add_piece, args=(piece,)) for piece in cut(text, processes)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    return total
