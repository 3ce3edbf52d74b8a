"""The bridge, a Node process that runs builds and owns the course, and the messages to and from it."""
