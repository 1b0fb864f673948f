"""The evidence database: `studies.yaml`, `results.csv`, the schema beside it and the items made of them."""

from collections.abc import Callable, Mapping
from pathlib import Path, PurePosixPath
from typing import TypeVar

from reportkit.adapters.certainty import read_certainty, read_risk_of_bias
from reportkit.adapters.double_extraction import read_adjudications, read_readings
from reportkit.adapters.files import list_files, locate_file, read_or_fault
from reportkit.adapters.guard import guarded
from reportkit.adapters.items import read_items
from reportkit.adapters.provenance import read_extractions, read_verifications
from reportkit.adapters.results import read_results
from reportkit.adapters.screening import read_screening
from reportkit.adapters.studies import read_studies
from reportkit.adapters.suppressions import read_suppressions
from reportkit.adapters.table_schema import Constraint, read_constraints
from reportkit.adapters.versions import read_versions
from reportkit.model.diagnostic import Fault
from reportkit.model.double_extraction import DoubleExtraction
from reportkit.model.evidence import Evidence, Result, Study
from reportkit.model.items import Item
from reportkit.model.location import Location, SourceText

_Faults = tuple[Fault, ...]
_Read = TypeVar("_Read")


def read_evidence(root: Path, folder: str) -> Evidence | None:
    """The studies and results in a folder of the project, or None where there is no such folder."""
    place = locate_file(root, folder)
    if not folder or not place.exists():
        return None
    if not place.is_dir():
        return Evidence(faults=(_not_a_folder(folder),))
    studies_file = _file(root, folder, "studies.yaml")
    results_file = _file(root, folder, "results.csv")
    studies, study_faults = _studies(studies_file)
    constraints, schema_faults = _constraints(root, folder)
    by_id = None if studies is None else {study.id: study for study in studies}
    results, result_faults = _results(results_file, by_id, constraints)
    more = _Optional(root, folder)
    return Evidence(
        studies=studies or (),
        results=results,
        extractions=more.read("extraction.yaml", read_extractions),
        verifications=more.read("verifications.csv", read_verifications),
        suppressions=more.read("suppressions.yaml", read_suppressions),
        certainty=more.read("certainty.yaml", read_certainty),
        bias=more.read("risk-of-bias.yaml", read_risk_of_bias),
        screening=more.read("screening.csv", read_screening),
        versions=more.read("CHANGELOG.yaml", read_versions),
        double=DoubleExtraction(
            more.read("extraction-first.csv", read_readings),
            more.read("extraction-second.csv", read_readings),
            more.read("adjudication.csv", read_adjudications),
        ),
        faults=(*study_faults, *schema_faults, *result_faults, *more.faults),
        sources=tuple(
            file for file in (studies_file, results_file, *more.files) if isinstance(file, SourceText)
        ),
    )


def read_item_files(root: Path, folder: str) -> tuple[tuple[Item, ...], _Faults]:
    """The items declared in the folder `items` of the evidence, in the order of their names."""
    items = str(PurePosixPath(folder, "items"))
    names = list_files(root, items) if locate_file(root, items).is_dir() else ()
    files = [_file(root, items, name) for name in names if name.endswith(".yaml")]
    found, faults = read_items(file for file in files if isinstance(file, SourceText))
    return found, (*(file for file in files if isinstance(file, Fault)), *faults)


def _not_a_folder(path: str) -> Fault:
    hint = "Put studies.yaml and results.csv into a folder of this name."
    return Fault("RKT009", "this is not a folder", Location.top(path), hint)


def _file(root: Path, folder: str, name: str) -> SourceText | Fault:
    return read_or_fault(root, str(PurePosixPath(folder, name)), "RKT009")


class _Optional:
    """Reads the files that a review may do without, and remembers them with what is wrong."""

    def __init__(self, root: Path, folder: str) -> None:
        self._root = root
        self._folder = folder
        self.files: list[SourceText | Fault] = []
        self.faults: list[Fault] = []

    def read(
        self, name: str, reader: Callable[[SourceText], tuple[tuple[_Read, ...], _Faults]]
    ) -> tuple[_Read, ...]:
        """What one file says, nothing where it is not there."""
        if not locate_file(self._root, f"{self._folder}/{name}").exists():
            return ()
        file = _file(self._root, self._folder, name)
        self.files.append(file)
        nothing: tuple[_Read, ...] = ()
        found, faults = (nothing, (file,)) if isinstance(file, Fault) else guarded(reader, file, nothing)
        self.faults += faults
        return found


def _studies(file: SourceText | Fault) -> tuple[tuple[Study, ...] | None, _Faults]:
    return (None, (file,)) if isinstance(file, Fault) else guarded(read_studies, file, None)


def _constraints(root: Path, folder: str) -> tuple[Mapping[str, Constraint], _Faults]:
    """What the schema asks for; a review may do without one."""
    if not locate_file(root, f"{folder}/results.schema.json").exists():
        return {}, ()
    file = _file(root, folder, "results.schema.json")
    read = file if isinstance(file, Fault) else read_constraints(file)
    return ({}, (read,)) if isinstance(read, Fault) else (read, ())


def _results(
    file: SourceText | Fault, studies: Mapping[str, Study] | None, constraints: Mapping[str, Constraint]
) -> tuple[tuple[Result, ...], _Faults]:
    if isinstance(file, Fault):
        return (), (file,)
    return guarded(lambda source: read_results(source, studies, constraints), file, ())
