"""What CPython and the operating system tell about the GIL and the threads, and what they let a measurement change."""
