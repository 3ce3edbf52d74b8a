"""Source as the output of a cell."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

import msgspec

from jupyterlab_maturin import protocol
from jupyterlab_maturin.errors import CourseError
from jupyterlab_maturin.foreign.files import read_foreign_text
from jupyterlab_maturin.foreign.outputs import shown_bundle
from jupyterlab_maturin.foreign.visible import visible
from jupyterlab_maturin.lesson.code.files import CourseFile, find_file
from jupyterlab_maturin.lesson.code.items import find_items
from jupyterlab_maturin.lesson.code.parts import Part, parts_of, whole
from jupyterlab_maturin.lesson.code.python_items import python_items
from jupyterlab_maturin.lesson.code.rust_items import rust_items
from jupyterlab_maturin.session.notebook import notebook_path, user_variables
from jupyterlab_maturin.tasks.markdown import code, code_block

#: How a code block in Markdown names the language of a file, by the end of the file's name.
LANGUAGES = {".py": "python", ".pyi": "python", ".rs": "rust", ".toml": "toml", ".md": "markdown"}


@dataclass(frozen=True, repr=False)
class Source:
    """Source that shows itself where it is the last expression of a cell.

    Attributes:
        file: the file that it is from.
        parts: what is shown of it.
    """

    file: CourseFile
    parts: Sequence[Part]

    @property
    def language(self) -> str:
        """The name of the language, empty where it is not known."""
        return LANGUAGES.get(self.file.path.suffix, "")

    def __str__(self) -> str:
        """The code, with a comment `…` where lines are left out."""
        left_out = "# …" if self.language in {"python", "toml"} else "// …"
        return visible(f"\n\n{left_out}\n\n".join(part.code for part in self.parts))

    __repr__ = __str__

    def _repr_mimebundle_(self, **_: Any) -> dict[str, Any]:
        payload = protocol.SourcePayload(
            version=protocol.SOURCE_PAYLOAD_VERSION,
            phase="shown",
            exercise=self.file.exercise,
            file=self.file.name,
            path=str(self.file.path),
            language=self.language,
            parts=[protocol.SourcePart(line=part.line, code=part.code) for part in self.parts],
        )
        return shown_bundle(
            {
                protocol.SOURCE_MIME: msgspec.to_builtins(payload),
                "text/markdown": self._markdown(),
                "text/plain": str(self),
            }
        )

    def _markdown(self) -> str:
        label = code(f"{self.file.name}:{self.parts[0].line}")
        return f"[{label}]({_link(self.file)})\n\n{code_block(str(self), self.language)}"


def source(exercise: str, path: str | None = None, *items: str) -> Source:
    """Return source of an exercise; as the last expression of a cell, it shows itself with a link to the file.

    Args:
        exercise: its id: ``"01_intro/04_arguments"``.
        path: the file, relative to the exercise's folder. ``"example"`` means ``example/src/lib.rs``, and nothing means
            the file that the learner edits.
        items: what to show of a Rust or Python file; nothing means all of it. A function, a struct or an enum together
            with its ``impl`` blocks, a class, a module, a constant, a macro; ``"Wallet.pay"`` is one method. Doc
            comments and attributes come along.

    Raises:
        CourseError: there is no such course, exercise, file or item; the message names similar ones.
        MissingExtraError: items of a Rust file were asked for, and what finds them is not installed.
        ToolError, BridgeError: the bridge would not start, or could not answer.
    """
    for argument in (exercise, *items) if path is None else (exercise, path, *items):
        if not isinstance(argument, str):
            raise TypeError(
                f"source takes texts, source('01_intro/04_arguments', 'example', 'mean'), and not {argument!r}."
            )
    file = find_file(exercise, path)
    try:
        text = read_foreign_text(file.path)
    except ValueError as error:
        raise CourseError(f"{file} is not text: name a file of source.") from error
    except OSError as error:
        raise CourseError(f"{file} cannot be shown ({error}): name another file of source.") from error
    return Source(file, parts_named(file, text, items) if items else whole(text))


def parts_named(file: CourseFile, text: str, names: Sequence[str]) -> list[Part]:
    """Return what the names mean in the text of a file.

    Raises:
        CourseError: the file has no such items, or none can be found in it.
        MissingExtraError: what finds the items of Rust code is not installed.
    """
    suffix = file.path.suffix
    if suffix == ".rs":
        items = rust_items(text)
    elif suffix in {".py", ".pyi"}:
        try:
            items = python_items(text)
        except SyntaxError as error:
            raise CourseError(
                f"{file} cannot be read, so nothing in it can be found by name: "
                f"line {error.lineno} says {error.msg}. Correct it first, or show the whole file."
            ) from error
    else:
        raise CourseError(f"{file} is neither Rust nor Python, so nothing in it has a name: show all of it.")
    return parts_of(text, find_items(items, names, str(file)))


def _link(file: CourseFile) -> str:
    """The file relative to the notebook, as a link in Markdown."""
    notebook = notebook_path(user_variables())
    here = os.getcwd() if notebook is None else str(notebook.parent)
    return quote(os.path.relpath(file.path, here))
