"""Processes of their own, which can be ended whatever the measured function does in them."""
