"""When does each thread hold the GIL, run without it, or wait?"""
