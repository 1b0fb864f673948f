"""Capitals of a title that are printed small because no braces protect them.

## Why it matters

Most styles print titles in sentence case. Pandoc lowers each word that begins with a capital, and single
letters: `B-ALL` is printed as `b-ALL`, `vitamin D` as `vitamin d`. Words with more capitals (`DNA`, `mRNA`)
stay as they are.

## Flagged

```markdown chapters/10-results.md
# Results

Half of the children could walk again [@nguyen2021].
```

```bibtex references.bib
@article{nguyen2021,
  author  = {Nguyen, An},
  title   = {Vitamin D and Walking After X-CAST Removal in DNA Studies},
  journal = {Journal of Small Bones},
  year    = {2021},
}
```

```text
references.bib:3:22: BIB013 in the title of `nguyen2021`, pandoc prints `D` as `d`, `X-CAST` as `x-CAST`
```

## Passes

Words that keep their case need no braces, nor does the beginning of a sentence.

```bibtex references.bib
@article{nguyen2021,
  author  = {Nguyen, An},
  title   = {Vitamin {D} and Walking After {X-CAST} Removal in DNA Studies},
  journal = {Journal of Small Bones},
  year    = {2021},
}
```

## Known false positives

Only what looks like a symbol is found in a title whose words all begin with capitals: single letters, and
words with a sign in them. In a title of small words every capital counts, names included. Titles in another
language without `langid` are taken for English, as pandoc does. Words that a team always wants protected
stand in the settings under `protected-words`.

## Fix

The fix puts the word in braces, ordinary parts of it left out: `{B}-Cell`. Braces around the whole title
would keep every capital.
"""

import re
from collections.abc import Iterator

from reportkit.model.bibliography import Reference
from reportkit.model.diagnostic import Applicability, Diagnostic, Edit, Fix, Severity
from reportkit.model.location import Span
from reportkit.model.review import Review
from reportkit.rules.reading.compounds import stretch
from reportkit.rules.reading.fields import WrittenField, written_fields
from reportkit.rules.reading.sentence_case import FEW, HELD, is_sentence_case, lowered, plain_title
from reportkit.rules.rule import Data, Risk, Rule

_TITLES = (
    *("title", "subtitle", "titleaddon", "maintitle", "mainsubtitle", "series", "eventtitle"),
    *("booktitle", "booksubtitle"),
)
_OF_THE_WORK = frozenset({"title", "subtitle", "maintitle", "mainsubtitle"})
_OF_A_BOOK = frozenset({"booktitle", "booksubtitle"})
_PARTS_OF_BOOKS = frozenset({"inbook", "incollection", "inproceedings", "inreference", "bookinbook"})
_ENGLISH = re.compile(r"en(?:-\w+)?|english|(?:us|uk)english|american|british|canadian|australian|newzealand")

# Cheap tests, as there are many titles: a capital alone or beside a sign, and a capital among small words.
_SIGN = re.compile(r"[A-Z{}$+]|[^\x00-\x7f]")
_SYMBOL = re.compile(r"(?<![^\W_])[^\W\d_a-z](?![^\W_])|[^\W_][{+$]|[}$][^\W_]|[^\x00-\x7f]")
_SMALL_WORD = re.compile(r"(?<![\w-])[a-z]{5}")
_CAPITALISED = re.compile(r"(?<![^\W_])[A-Z][a-z]+(?![^\W_])")
_BEHIND_COMMAND = re.compile(r"(?:\\[A-Za-z]+\s*|\})$")
_COMMAND = re.compile(r"(?<![{$])\\[A-Za-z]{2}")
_PHRASE = re.compile(r"(?:[^:.?!]|[:.?!](?!\s))+")
_GOES_ON = re.compile(r"[\w,;)’'(\]][\s(]+$|\w[-/]$")
_LONGEST_TITLE = 2_000  # letters; what is longer is no title, and takes time without end
_JOINED = frozenset(f"-/–+{HELD}")
_APOSTROPHES = frozenset("'’")


def check(review: Review) -> Iterator[Diagnostic]:
    """One finding for each title, at its first word that changes."""
    protected = _any_of(review.settings.style.protected_words)
    if not review.settings.language.startswith("en"):
        return
    for field in written_fields(review.bibliography, *_TITLES):
        if _is_lowered(field, protected) and (spans := _unprotected(field, protected)):
            yield _finding(field, spans)


def _finding(field: WrittenField, spans: list[Span]) -> Diagnostic:
    words = [field.text[span.start : span.end] for span in spans]
    changes = ", ".join(dict.fromkeys(f"`{word}` as `{_printed(word)}`" for word in words))
    message = f"in the {field.field.name} of `{field.reference.key}`, pandoc prints {changes}"
    edits = tuple(
        Edit(field.place(span), f"{{{word}}}")
        for span, word in zip(spans, words, strict=True)
        if field.source
    )
    fix = Fix(Applicability.SAFE, "put it in braces", edits) if edits else None
    hint = "Put the words in braces that keep their capitals."
    return RULE.diagnostic(field.place(spans[0]), message, hint, field.reference.key, fix)


def _is_lowered(field: WrittenField, protected: re.Pattern[str] | None) -> bool:
    """Whether pandoc changes the case of this field, in a word that matters."""
    reference, name = field.reference, field.field.name
    if name in _OF_A_BOOK and reference.type not in _PARTS_OF_BOOKS:
        return False
    if (name == "title" and reference.type == "periodical") or len(field.text) > _LONGEST_TITLE:
        return False
    matters = _may_matter(field.text) or (protected and protected.search(field.text))
    return bool(matters) and _is_english(reference)


def _may_matter(title: str) -> bool:
    if not _SIGN.search(title, 1):
        return False
    small = _SMALL_WORD.findall(title)
    return bool(_SYMBOL.search(title, 1) or (len(small) >= FEW and _CAPITALISED.search(title, 1)))


def _is_english(reference: Reference) -> bool:
    language = reference.text("langid", "hyphenation").lower()
    return not language or _ENGLISH.fullmatch(language) is not None


def _any_of(words: tuple[str, ...]) -> re.Pattern[str] | None:
    alternatives = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{alternatives})(?!\w)") if words else None


def _unprotected(field: WrittenField, protected: re.Pattern[str] | None) -> list[Span]:
    """The words to protect, one after the other."""
    plain = plain_title(field.text)
    changed = list(lowered(plain))
    if not changed or plain == plain.upper():
        return []
    wanted = [Span(*found.span()) for found in protected.finditer(plain)] if protected else []
    on_purpose = _on_purpose(plain, changed) if field.field.name in _OF_THE_WORK else set()
    spans: list[Span] = []
    for span in changed:
        whole = next((word for word in wanted if word.start <= span.start < word.end), None)
        if whole is None and (span in on_purpose or _is_symbol(plain, span)):
            whole = stretch(plain, span)
        if whole and not _is_argument(field.text, whole):
            _add(spans, whole, plain)
    return spans


def _add(spans: list[Span], span: Span, plain: str) -> None:
    """Add a word behind the others; with the one right before it, it is a name of several words."""
    last = spans[-1] if spans else None
    if last and plain[last.end : span.start] == " ":
        spans[-1] = Span(last.start, span.end)
    elif last is None or last.end <= span.start:
        spans.append(span)


def _is_argument(text: str, span: Span) -> bool:
    """Whether braces here would be taken for an argument of the command before them, or hold one."""
    before, word = text[max(span.start - 20, 0) : span.start], text[span.start : span.end]
    return _BEHIND_COMMAND.search(before) is not None or _COMMAND.search(word) is not None


def _on_purpose(plain: str, changed: list[Span]) -> set[Span]:
    """The capitals that stand among small words, and not where a phrase begins."""
    in_small_title = is_sentence_case(plain)
    phrases = [
        found.span()
        for found in _PHRASE.finditer(plain)
        if (in_small_title and _SMALL_WORD.search(found[0])) or is_sentence_case(found[0])
    ]
    within = [span for start, end in phrases for span in changed if start <= span.start < end]
    return {span for span in within if _GOES_ON.search(plain[: span.start][-3:])}


def _is_symbol(plain: str, span: Span) -> bool:
    """Whether capitals in this form are no matter of style, whatever the title around them."""
    before, after = plain[: span.start][-1:], plain[span.end : span.end + 1]
    if len(span) > 1:
        of_a_name = before in _APOSTROPHES and plain[: span.start - 1][-1:].isupper()
        return after == "+" or HELD in {before, after} or of_a_name
    if plain[span.start] == "A" and not _JOINED & {before, after}:
        return not plain[span.end :].lstrip("\t\n '’`\"“‘")[:1].isalpha()  # else it may be the article
    return True


def _printed(word: str) -> str:
    plain = f"- {plain_title(word)}"
    for span in lowered(plain):
        word = word[: span.start - 2] + word[span.start - 2 :][: len(span)].lower() + word[span.end - 2 :]
    return word


RULE = Rule(
    code="BIB013",
    name="unprotected-capitals",
    severity=Severity.WARNING,
    needs=frozenset({Data.BIBLIOGRAPHY}),
    check=check,
    documentation=__doc__,
    fix=Applicability.SAFE,
    risk=Risk.MEDIUM,
)
