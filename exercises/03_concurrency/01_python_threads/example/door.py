"""Threads at a door: some wait, some compute, and all of them share what there is."""

import time

import psutil

#: What this process keeps in memory.
kept = []


def knock(name, times, heard):
    """Append a name to a list, with a little rest after each time."""
    for _ in range(times):
        heard.append(name)
        time.sleep(0.01)


def keep(values):
    """Keep values in the memory of the process that calls this."""
    kept.append(values)


def megabytes():
    """Return how much memory this process has in use."""
    return psutil.Process().memory_info().rss / 1e6


def divisors(number):
    """Return how many divisors a number has, by trying all of them."""
    return sum(number % candidate == 0 for candidate in range(1, number + 1))


def rest(number):
    """Do nothing for 30 ms, whatever the number."""
    time.sleep(0.03)
