"""A build: ``%build_extension``, what it returns, and its output."""

from jupyterlab_maturin.session.interpreter import refuse_subinterpreter

# Here, because the imports of this room would fail first, with a message about a library that the user never heard of.
refuse_subinterpreter()
