"""Does a call release the GIL, and for how much of its work?"""
