"""Deutsch."""

from reportkit.model.words import Words

GERMAN = Words(
    draft="Entwurf",
    version="Fassung",
    data_of="Daten vom",
    search_date="Suchdatum:",
    not_recorded="nicht festgehalten",
    no_database="keine Suche in Datenbanken",
    licence="Lizenz",
    contents="Inhalt",
    skip="Zum Text springen",
    search="Im Text suchen",
    hits="Gefundene Stellen",
    previous_mention="Vorige Erwähnung",
    next_mention="Nächste Erwähnung",
    this_paragraph="Link auf diesen Absatz",
    cite_as="Zitiervorschlag:",
    references_file="Alle Quellen (BibTeX)",
    table="Tabelle",
    figure="Abbildung",
    section="Abschnitt",
    data="Daten (CSV)",
    references="Quellen",
    cited="Zitiert:",
    page="Seite",
    of_pages="von",
    short_page="S.",
    continued="Fortsetzung",
    study_index="Verzeichnis der Studien",
    study_index_use=(
        "Die Seiten mit Zahlen jeder Studie; ihr Name führt zu ihren Einträgen im Verzeichnis der Evidenz."
    ),
    quotes="„“‚‘",
    date="{day}. {month} {year}",
    months=(
        *("Januar", "Februar", "März", "April", "Mai", "Juni", "Juli"),
        *("August", "September", "Oktober", "November", "Dezember"),
    ),
)
