"""What makes tables and figures of items: found by looking, one module for each kind."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType
from typing import Generic, TypeVar

from reportkit.model.diagnostic import Fault
from reportkit.model.items import Item
from reportkit.model.options import Shape, misfits
from reportkit.model.review import Review

Made = TypeVar("Made")


@dataclass(frozen=True, slots=True)
class Builder(Generic[Made]):
    """How one kind of item is made, and the options that such an item may have."""

    build: Callable[[Item, Review], Made]
    options: Mapping[str, Shape]


def builders_in(package: ModuleType) -> Mapping[str, Builder[Made]]:
    """The builders of a package by name: every module without a leading underscore."""
    names = sorted(m.name for m in iter_modules(package.__path__) if not m.name.startswith("_"))
    modules = {name: import_module(f"{package.__name__}.{name}") for name in names}
    return {name: Builder(module.build, module.OPTIONS) for name, module in modules.items()}


def item_faults(item: Item, builders: Mapping[str, Builder[Made]]) -> Iterator[Fault]:
    """What an item file asks for that its builder cannot do."""
    builder = builders.get(item.builder)
    if builder is None:
        known = ", ".join(builders)
        yield Fault("TAB003", f"no builder `{item.builder}`", item.location, f"Use one of {known}.", item.id)
        return
    for name, message in misfits(item, builder.options):
        yield Fault("TAB003", message, item.location, _hint(name, builder.options), item.id)


def _hint(name: str, known: Mapping[str, Shape]) -> str:
    if name in known:
        return "Correct its value."
    close = get_close_matches(name, known, 1)
    return f"Did you mean `{close[0]}`?" if close else f"Its options are {', '.join(sorted(known))}."
