"""A build: ``%build_extension``, what it returns, and its output."""
