"""The course in a notebook: the magics that ask the bridge about exercises, and the output of a verification."""
