r"""How a flavour writes what a hint proposes: `@fig:x`, `@fig-x` or `\@ref(fig:x)`."""

from collections.abc import Mapping

_BOOKDOWN = "rmarkdown"
_TABLES: Mapping[str, str] = {
    "quarto": ": What it shows. {#tbl-name}",
    _BOOKDOWN: r"Table: (\#tab:name) What it shows.",
}
_TABLE = ": What it shows. {#tbl:name}"


def reference(label: str, flavor: str) -> str:
    """A reference to a label."""
    return rf"\@ref({label})" if flavor == _BOOKDOWN else f"@{label}"


def table_caption(flavor: str) -> str:
    """A line with the caption of a table and its label."""
    return _TABLES.get(flavor, _TABLE)
