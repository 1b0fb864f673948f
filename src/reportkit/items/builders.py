"""What makes tables and figures of items: found by looking, one module for each kind."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType
from typing import Generic, TypeVar

from reportkit.items.options import Shape
from reportkit.model.items import Item
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
