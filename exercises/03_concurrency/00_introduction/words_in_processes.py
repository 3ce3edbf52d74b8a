"""Count the words of a text, in several processes at once."""


def count_piece(piece: str) -> int:
    """Return how many words are in one piece of a text."""
    return len(piece.split())


def count_words(text: str, processes: int) -> int:
    """Return how many words are in `text`, with that many processes at work."""
    # Your turn: cut the text into pieces, and let a process of its own count each of them.
    return count_piece(text)
