"""The process that runs the builds, and the way to talk to it."""
