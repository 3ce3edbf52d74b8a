"""The same hailstone numbers in Python, to race against."""


def steps(number):
    """Return how many steps a number takes to reach 1."""
    count = 0
    while number > 1:
        number = number // 2 if number % 2 == 0 else 3 * number + 1
        count += 1
    return count


def total_steps(limit):
    """Return how many steps the numbers below `limit` take together."""
    return sum(map(steps, range(limit)))
