"""A script that starts a process as soon as anybody runs it or imports it."""

from multiprocessing import get_context

from hailstones import steps

worker = get_context("spawn").Process(target=steps, args=(27,))
worker.start()
worker.join()
print("done, with exit code", worker.exitcode)
