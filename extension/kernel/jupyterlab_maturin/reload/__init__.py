"""From a library on disk to a module in the live kernel."""
