"""Feed a reader with broken texts until it fails, or so many times: `run.py READER [COUNT] [SEED]`.

Readers are markdown, bibtex, csv and yaml. Texts are random runs of what means something in that language,
pieces of sound files with some characters changed, and plain noise. The first text that makes a reader
raise anything, or take longer than a second, is printed and kept as `fuzz-READER.txt`.
"""

import json
import random
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from reportkit.adapters.bibtex import read_bibliography
from reportkit.adapters.certainty import read_certainty
from reportkit.adapters.results import read_results
from reportkit.adapters.screening import read_screening
from reportkit.adapters.studies import read_studies
from reportkit.model.location import SourceText
from reportkit.model.settings import FLAVORS
from reportkit.scanner import scan

ROOT = Path(__file__).parents[2]
LONGEST = 1.0  # seconds for one short text
_RUNS, _DAMAGED = 0.7, 0.2  # the shares of the kinds of texts; the rest is noise
_LAST_BEFORE_SURROGATES = 0xD800

TOKENS = json.loads((Path(__file__).parent / "tokens.json").read_text(encoding="utf-8"))
SEEDS = {
    "markdown": "chapters/*.md",
    "bibtex": "*.bib",
    "csv": "evidence/*.csv",
    "yaml": "evidence/*.yaml",
}


def _read_markdown(text: str, chance: random.Random) -> None:
    scan(text, flavor=chance.choice(FLAVORS))


def _read_bibtex(text: str, _: random.Random) -> None:
    bibliography = read_bibliography([SourceText("a.bib", text)])
    for reference in bibliography.references:
        {field.name: field.value_location for field in reference.fields}


def _read_csv(text: str, _: random.Random) -> None:
    source = SourceText("a.csv", text)
    read_results(source, {}, {})
    read_screening(source)


def _read_yaml(text: str, _: random.Random) -> None:
    source = SourceText("a.yaml", text)
    read_studies(source)
    read_certainty(source)


READERS: Mapping[str, Callable[[str, random.Random], None]] = {
    "markdown": _read_markdown,
    "bibtex": _read_bibtex,
    "csv": _read_csv,
    "yaml": _read_yaml,
}


def _text(chance: random.Random, tokens: Sequence[str], seeds: Sequence[str]) -> str:
    """A run of tokens, a damaged piece of a sound file, or noise."""
    kind = chance.random()
    if kind < _RUNS:
        return "".join(chance.choices(tokens, k=chance.randint(0, 25)))
    if kind < _RUNS + _DAMAGED:
        seed = chance.choice(seeds)
        start = chance.randrange(max(len(seed) - 300, 1))
        piece = list(seed[start : start + chance.randint(1, 300)])
        for _ in range(chance.randint(1, 5)):
            piece[chance.randrange(len(piece))] = chance.choice(tokens)
        return "".join(piece)
    return "".join(
        chr(chance.choice((chance.randrange(128), chance.randrange(_LAST_BEFORE_SURROGATES))))
        for _ in range(20)
    )


def main(reader: str, count: int = 1_000_000, seed: int = 1) -> int:
    """Run one reader; 1 where a text was found that it cannot take."""
    chance, begun = random.Random(seed), time.monotonic()  # noqa: S311 - nothing here is secret
    seeds = [path.read_text(encoding="utf-8") for path in sorted(ROOT.glob(SEEDS[reader]))]
    longest = 0.0
    for number in range(1, count + 1):
        text = _text(chance, TOKENS[reader], seeds)
        start = time.process_time()
        try:
            READERS[reader](text, chance)
        except Exception as error:  # noqa: BLE001 - whatever it raises is what is looked for
            return _report(reader, number, text, repr(error))
        longest = max(longest, time.process_time() - start)
        if longest > LONGEST:
            return _report(reader, number, text, f"{longest:.1f} s")
    took = time.monotonic() - begun
    told = f"no exception, the longest took {longest * 1000:.0f} ms"
    sys.stdout.write(f"{reader}: {count:,} texts in {took:.0f} s, {told}\n")
    return 0


def _report(reader: str, number: int, text: str, what: str) -> int:
    Path(f"fuzz-{reader}.txt").write_text(text, encoding="utf-8", errors="surrogatepass")
    sys.stdout.write(f"{reader}: text {number:,}: {what}\n{text!r}\n")
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], *map(int, sys.argv[2:])))
