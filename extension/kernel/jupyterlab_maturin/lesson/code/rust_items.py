"""The items of a Rust file, found by tree-sitter, which reads unfinished code as well."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from jupyterlab_maturin.extras import require
from jupyterlab_maturin.lesson.code.items import Item

if TYPE_CHECKING:
    from tree_sitter import Node

#: The nodes of tree-sitter-rust that have a name.
NAMED = {
    "const_item",
    "enum_item",
    "function_item",
    "function_signature_item",
    "macro_definition",
    "mod_item",
    "static_item",
    "struct_item",
    "trait_item",
    "type_item",
    "union_item",
}
#: What stands above an item and belongs to it.
ABOVE = {"attribute_item", "line_comment", "block_comment"}


def rust_items(text: str) -> list[Item]:
    """Return the items of a Rust file; those in a module, an ``impl`` or a trait have its name in front of theirs.

    An ``impl`` block has the name of its type. A macro's call, such as ``create_exception!(…)``, has the name of the
    macro, and the names between its parentheses as aliases.

    Raises:
        MissingExtraError: tree-sitter is not installed.
    """
    tree_sitter = require("tree_sitter", "course", "Showing single items of Rust code")
    grammar = require("tree_sitter_rust", "course", "Showing single items of Rust code")
    parser = tree_sitter.Parser(tree_sitter.Language(grammar.language()))
    return list(_items(parser.parse(text.encode()).root_node, (), member=False))


def _items(scope: Node, path: tuple[str, ...], member: bool) -> Iterator[Item]:
    for node in scope.named_children:
        name, aliases = _name(node)
        if name is None:
            continue
        own = (*path, name)
        yield Item(own, _first_line(node), _last_line(node), member, node.type == "impl_item", aliases)
        body = node.child_by_field_name("body")
        if body is not None and node.type in {"mod_item", "impl_item", "trait_item"}:
            yield from _items(body, own, member=node.type != "mod_item")


def _name(node: Node) -> tuple[str | None, frozenset[str]]:
    if node.type in NAMED:
        return _text(node.child_by_field_name("name")), frozenset()
    if node.type == "impl_item":
        return _type_name(node.child_by_field_name("type")), frozenset()
    if node.type == "expression_statement" and node.named_child_count == 1:
        node = node.named_children[0]
    if node.type == "macro_invocation":
        arguments = node.named_children[-1]
        names = {_text(child) for child in arguments.named_children if child.type == "identifier"}
        return _text(node.child_by_field_name("macro")), frozenset(name for name in names if name)
    return None, frozenset()


def _type_name(node: Node | None) -> str | None:
    """``Wallet`` of ``Wallet``, ``Wallet<T>``, ``crate::Wallet`` and ``&Wallet``."""
    while node is not None and node.type != "type_identifier":
        node = next(
            (inner for field in ("name", "type") if (inner := node.child_by_field_name(field)) is not None),
            None,
        )
    return _text(node)


def _text(node: Node | None) -> str | None:
    return None if node is None or node.text is None else node.text.decode()


def _first_line(node: Node) -> int:
    """The first line of the item, or of the attributes and comments that lie right above it."""
    first = node.start_point.row
    above = node.prev_named_sibling
    while above is not None and above.type in ABOVE and _last_line(above) >= first - 1:
        if _about_something_else(above):
            break
        first = above.start_point.row
        above = above.prev_named_sibling
    return first


def _about_something_else(comment: Node) -> bool:
    """Whether it is about the file, or stands at the end of the line of another item."""
    before = comment.prev_named_sibling
    return (_text(comment) or "").startswith(("//!", "/*!")) or (
        before is not None and before.type not in ABOVE and _last_line(before) == comment.start_point.row
    )


def _last_line(node: Node) -> int:
    # The node of a doc comment ends at the beginning of the next line.
    row, column = node.end_point
    return row - 1 if column == 0 and row > node.start_point.row else row
