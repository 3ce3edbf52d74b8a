"""Hailstone numbers: an even number is halved, an odd one is tripled and grows by one, until it reaches 1."""


def steps(number):
    """Return how many steps a number takes to reach 1."""
    count = 0
    while number != 1:
        number = number // 2 if number % 2 == 0 else 3 * number + 1
        count += 1
    return count


def total_steps(numbers):
    """Return how many steps all of the numbers take together."""
    return sum(steps(number) for number in numbers)


def send_total(numbers, results):
    """Put the total into a queue, for another process to get."""
    results.put(total_steps(numbers))


def total_in_processes(numbers, processes):
    """Return the same total, with a process of its own for each share of the numbers."""
    from multiprocessing import get_context

    shares = [numbers[number::processes] for number in range(processes)]
    with get_context("spawn").Pool(processes) as pool:
        return sum(pool.map(total_steps, shares))
