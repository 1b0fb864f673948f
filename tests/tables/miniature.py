"""Case files: a miniature of evidence, an item and what it becomes, in fenced blocks of a Markdown file."""

import csv
import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import yaml

from reportkit.adapters.bibtex import read_bibliography
from reportkit.adapters.certainty import read_certainty, read_risk_of_bias
from reportkit.adapters.versions import read_versions
from reportkit.formats.document.csv import plain
from reportkit.model.evidence import Arm, Evidence, Measure, Printed, Report, Result, Study
from reportkit.model.items import Item, Table
from reportkit.model.location import Location, Position, SourceText
from reportkit.model.review import Review
from reportkit.model.settings import Settings

HERE = Location("case", Position(1, 1), Position(1, 1))
_BLOCK = re.compile(r"^```\w* ?(\w+)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
_TIE = re.compile(r"\[((?:\\.|[^\[\]\\])*)\]\{ev=([\w.:-]+)\}", re.DOTALL)
_NUMBERS = {"estimate", "se", "ci_low", "ci_high", "ci_level", "p"}
_COUNTS = {"events", "total"}


class Case:
    """One case file: its evidence, its item and the expected text."""

    def __init__(self, path: Path) -> None:
        self.blocks = dict(_BLOCK.findall(path.read_text(encoding="utf-8")))
        certainty, _ = read_certainty(
            SourceText("certainty.yaml", self.blocks.get("certainty", "certainty:\n"))
        )
        known = evidence(self.blocks.get("results", ""), self.blocks.get("studies", ""))
        self.evidence = replace(known, certainty=certainty)
        bias, _ = read_risk_of_bias(
            SourceText("risk-of-bias.yaml", self.blocks.get("bias", "assessments:\n"))
        )
        versions, _ = read_versions(SourceText("CHANGELOG.yaml", self.blocks.get("versions", "versions:\n")))
        self.evidence = replace(self.evidence, bias=bias, versions=versions)
        library = read_bibliography([SourceText("references.bib", self.blocks.get("references", ""))])
        others = tuple(
            item(yaml.safe_dump(other), other["id"])
            for other in yaml.safe_load(self.blocks.get("items", "")) or ()
        )
        self.review = Review(Settings(), bibliography=library, evidence=self.evidence, items=others)
        self.item = item(self.blocks["item"], path.stem)


def cases(folder: str) -> list[Path]:
    """The case files of a folder of `tests/cases`."""
    return sorted((Path(__file__).parents[1] / "cases" / folder).glob("*.md"))


def evidence(results: str, studies: str = "") -> Evidence:
    """Evidence from CSV with only the columns that matter, and from a YAML list of studies."""
    rows = csv.DictReader(results.splitlines())
    return Evidence(tuple(map(_study, yaml.safe_load(studies) or ())), tuple(map(result, rows)))


def item(text: str, name: str = "shown") -> Item:
    """An item as its file declares it."""
    said = yaml.safe_load(text)
    common = {"id", "kind", "builder", "caption", "rows", "notes"}
    options = {key: value for key, value in said.items() if key not in common}
    rows, notes = tuple(said.get("rows", ())), tuple(said.get("notes", ()))
    return Item(name, said["kind"], said["builder"], said.get("caption", ""), rows, options, notes, HERE)


def result(row: Mapping[str, str]) -> Result:
    """A result from a few columns; the others are empty."""
    values: dict[str, Any] = {field.name: row.get(field.name, "") for field in fields(Result)}
    values["measure"] = Measure(row.get("measure") or "proportion")
    values["estimate_text"] = row.get("estimate", "")
    values |= {name: _printed(row.get(name, "")) for name in _NUMBERS}
    values |= {name: int(row[name]) if row.get(name) else None for name in _COUNTS}
    return Result(**{**values, "location": HERE, "cells": {}})


def shown(table: Table) -> str:
    """A table as plain text: heads, groups, rows and notes."""
    return "\n".join(_lines(table)) + "\n"


def ties(markdown: str) -> list[tuple[str, str]]:
    """The tied numbers of a text as they print, each with its row."""
    return [(plain(text), row) for text, row in _TIE.findall(markdown)]


def _lines(table: Table) -> Iterator[str]:
    yield _line(column.title for column in table.columns)
    for group in table.groups:
        if group.title:
            yield f"## {group.title}"
        yield from (_line(cell.text for cell in row) for row in group.rows)
    yield from (f"- {note}" for note in table.notes)


def _line(texts: Iterator[str]) -> str:
    return "| " + " | ".join(text.replace("\\\n", " // ") for text in texts) + " |"


def _printed(text: str) -> Printed | None:
    bound = text[:1] if text[:1] in {"<", ">"} else ""
    return Printed(text, Decimal(text.removeprefix(bound)), bound) if text else None


def _study(said: Mapping[str, Any]) -> Study:
    values: dict[str, Any] = {field.name: said.get(field.name, "") for field in fields(Study)}
    values |= {name: tuple(said.get(name, ())) for name in ("settings", "registrations")}
    values |= {
        name: tuple(Arm(**arm) for arm in said.get(name, ())) for name in ("arms", "contrasts", "cohorts")
    }
    values["reports"] = tuple(Report(**report) for report in said.get("reports", ()))
    values |= {"context": bool(said.get("context")), "randomised": bool(said.get("randomised"))}
    return Study(**{**values, "location": HERE})
