"""The crate, and the kernel that saw it change, which the tests of reloading share."""
