"""Findings in the forms that people and programs read.

A module is a form and has `render(findings) -> str`; it is called like the module, with hyphens.
"""

from collections.abc import Callable
from importlib import import_module
from pkgutil import iter_modules

from reportkit.check.findings import Findings

Render = Callable[[Findings], str]


def form_names() -> tuple[str, ...]:
    """The names of all forms, sorted."""
    return tuple(sorted(module.name.replace("_", "-") for module in iter_modules(__path__)))


def find_form(name: str) -> Render:
    """What renders findings in the form of this name."""
    render: Render = import_module(f"{__name__}.{name.replace('-', '_')}").render
    return render
