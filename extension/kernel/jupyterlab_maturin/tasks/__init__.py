"""What every request that takes its time has in common: following its events, showing them, ending it on Ctrl-C."""
