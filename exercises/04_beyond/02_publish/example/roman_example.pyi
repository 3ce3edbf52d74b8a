"""Write numbers as the Romans did."""

__version__: str

def to_roman(number: int) -> str:
    """Write a number in Roman numerals."""

def all_fit(numbers: list[int]) -> bool:
    """Tell whether the Romans could write all of these numbers: they stop at 3999."""
