"""What the tests of the kernel package are written with."""
