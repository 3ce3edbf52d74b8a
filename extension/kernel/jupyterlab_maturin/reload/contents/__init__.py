"""What a generation consists of: its modules, and the functions, classes and objects that they define."""
