"""The border between the bridge's JSON and the classes of ``protocol.py``.

Everything that the bridge sends is checked here, once. A field that is missing or of another type is an error, and a
field that nobody asked for is ignored. So is an event of an unknown kind: events only show how far a task is, and its
outcome, which says how it ended, still counts.
"""

from __future__ import annotations

from concurrent.futures import Future
from typing import Any, get_args

import msgspec
from pylsp_jsonrpc.exceptions import JsonRpcException

from jupyterlab_maturin.errors import BridgeError, BuildExtensionError, CourseError
from jupyterlab_maturin.protocol import COURSE_ERROR, BuildEvent, VerifyBuild


def encode(message: msgspec.Struct) -> dict[str, Any]:
    """Return ``message`` as the JSON object that stands for it."""
    fields: dict[str, Any] = msgspec.to_builtins(message)
    return fields


def decode(message: Any, kind: Any, name: str) -> Any:
    """Return ``message`` as an object of the class (or of one of the union of classes) ``kind``.

    Args:
        message: what a JSON parser made of it.
        kind: a type of ``protocol.py``.
        name: what the error calls the message: ``answer to `build```.

    Raises:
        BridgeError: it does not fit.
    """
    try:
        return msgspec.convert(message, kind)
    # msgspec says nothing of its own about a key with half of a character.
    except (msgspec.ValidationError, UnicodeError) as error:
        fault = str(error)
        raise BridgeError(
            f"The {name} from the bridge cannot be read: {fault[:1].lower()}{fault[1:]}; "
            f"reinstall jupyterlab-maturin and restart the kernel, so that both are of one version."
        ) from error


def decode_event(event: Any, kinds: Any, method: str) -> Any:
    """Return an event of a task as an object of the union ``kinds``, ``None`` when its kind is not known.

    Raises:
        BridgeError: its kind is known, and it does not fit.
    """
    kind = event.get("kind") if isinstance(event, dict) else None
    classes = {known.__struct_config__.tag: known for known in get_args(kinds)}
    if isinstance(kind, str) and kind not in classes:
        return None
    if (
        isinstance(kind, str)
        and classes[kind] is VerifyBuild
        and decode_event(event.get("event"), BuildEvent, method) is None
    ):
        return None
    name = f"event `{kind}`" if isinstance(kind, str) else "event"
    return decode(event, kinds, f"{name} of `{method}`")


def result_of(answer: Future[Any], kind: Any, method: str) -> Any:
    """Wait for the answer to a request and return it as an object of ``kind``.

    Raises:
        CourseError: the request asked for something of the course that is not there or not allowed.
        BridgeError: the bridge died, could not answer, or answered something that does not fit.
    """
    try:
        message = answer.result()
    except BuildExtensionError:
        raise
    except JsonRpcException as error:
        if error.code == COURSE_ERROR:
            raise CourseError(str(error.message)) from error
        raise BridgeError(f"The bridge could not answer `{method}`: {error.message}") from error
    return decode(message, kind, f"answer to `{method}`")
