"""Load a generation that was built into the live process, and make the user's names follow it."""
