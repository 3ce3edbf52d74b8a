"""What is releasing the GIL worth? Calls timed in more threads, and functions timed against each other."""
