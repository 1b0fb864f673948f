"""What the page tells programs about itself, and readers who want to cite it."""

import json
from collections.abc import Iterator
from typing import Any

from reportkit.model.settings import Author, Settings
from reportkit.model.words import Words


def citation(settings: Settings, words: Words) -> str:
    """The review as a reference list would have it; what is not known is left out."""
    title = f"{settings.title}: {settings.subtitle}" if settings.subtitle else settings.title
    version = f"{words.version} {settings.version}" if settings.version else ""
    data = f"{words.data_of} {words.day(settings.data_date)}" if settings.data_date else ""
    parts = (", ".join(author.name for author in settings.authors), title, version, data)
    return " ".join(f"{part.rstrip('.')}." for part in parts if part)


def citation_tags(settings: Settings) -> Iterator[tuple[str, str]]:
    """Names and contents of the tags that search engines for literature read.

    A day of publication is none of them: it is not known when the page is made.
    """
    yield "title", settings.title
    yield from (("author", author.name) for author in settings.authors)
    yield "language", settings.language
    if settings.keywords:
        yield "keywords", "; ".join(settings.keywords)


def linked_data(settings: Settings) -> str:
    """The review as a ScholarlyArticle of schema.org, ready to stand within a script element."""
    facts: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "ScholarlyArticle",
        "headline": settings.title,
        "alternativeHeadline": settings.subtitle,
        "author": [_author(author) for author in settings.authors],
        "version": settings.version,
        "inLanguage": settings.language,
        "keywords": list(settings.keywords),
        "license": settings.licence,
        "genre": settings.kind,
    }
    text = json.dumps({name: fact for name, fact in facts.items() if fact}, ensure_ascii=False)
    return text.replace("<", "\\u003c").replace("&", "\\u0026")


def _author(author: Author) -> dict[str, str]:
    """Only who has an ORCID is known to be a person."""
    if not author.orcid:
        return {"name": author.name}
    return {"@type": "Person", "name": author.name, "@id": f"https://orcid.org/{author.orcid}"}
