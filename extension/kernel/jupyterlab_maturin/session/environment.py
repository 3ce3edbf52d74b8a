"""The environment variables of this process, as a build should see them."""

from __future__ import annotations

import os
import re

from jupyterlab_maturin.protocol import SERVER_VARIABLES
from jupyterlab_maturin.reload import import_folder

_BELONGS_TO_SERVER = re.compile(SERVER_VARIABLES)


def environment() -> dict[str, str]:
    """Return this process's environment without what reloading added to it, and without what lets into a Jupyter server.

    Whoever has a server's token can run anything there, and no build script and no test needs it.
    """
    variables = import_folder.environment_without(dict(os.environ))
    return {
        name: value
        for name, value in variables.items()
        if _is_text(name) and _is_text(value) and not _BELONGS_TO_SERVER.match(name)
    }


def _is_text(value: str) -> bool:
    # JSON cannot carry bytes that are not UTF-8, and neither cargo nor rustc needs a variable that holds such bytes.
    try:
        value.encode()
    except UnicodeEncodeError:
        return False
    return True
