"""What the wheel carries besides the Python package: the built bridge and JupyterLab extension, and the course."""

import os
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

#: What `npm run build` makes and the wheel cannot do without.
MADE = (
    "extension/kernel/jupyterlab_maturin/_bridge/bridge.mjs",
    "extension/kernel/jupyterlab_maturin/labextension/package.json",
)
#: Folders of the course that builds and editors leave behind.
LEFT_BEHIND = {"target", "__pycache__", ".ipynb_checkpoints", ".pytest_cache"}


class CustomBuildHook(BuildHookInterface[Any]):
    """Adds the course to the wheel, and refuses to make a wheel without its JavaScript."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Fill `force_include` of a standard wheel; an editable one reads the course from the checkout."""
        root = Path(self.root)
        missing = [made for made in MADE if not (root / made).exists()]
        if missing:
            raise FileNotFoundError(
                f"Building jupyterlab-maturin: {' and '.join(missing)} not found. Run `npm run build` first."
            )
        if version == "editable":
            return
        for part in ("exercises", "notebooks"):
            for folder, folders, files in os.walk(root / part):
                folders[:] = [name for name in folders if name not in LEFT_BEHIND]
                for name in files:
                    file = Path(folder, name)
                    inside = file.relative_to(root).as_posix()
                    build_data["force_include"][str(file)] = f"jupyterlab_maturin/_course/{inside}"
