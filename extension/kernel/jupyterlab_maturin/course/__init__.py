"""The course in a notebook: magics that ask the bridge, and an output that shows how a verification goes."""
