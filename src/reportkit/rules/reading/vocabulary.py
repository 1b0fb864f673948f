"""The names of entry types and fields that bibliographies use, and what they are for."""


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


TYPES = _names(
    "article artwork audio bibnote book bookinbook booklet collection commentary conference customa"
    " customb customc customd custome customf data dataset electronic image inbook incollection"
    " inproceedings inreference jurisdiction legal legislation letter letters manual mastersthesis misc"
    " movie music mvbook mvcollection mvproceedings mvreference newsarticle online patent performance"
    " periodical phdthesis proceedings reference report review set software standard suppbook"
    " suppcollection suppperiodical techreport thesis unpublished video www xdata"
)
"""The types of BibTeX, BibLaTeX and pandoc."""

PRINTED = _names(
    "abstract addendum address afterword annotation annotator archiveprefix author authortype bookauthor"
    " booksubtitle booktitle booktitleaddon chapter commentator date day doi edition editor editora"
    " editoratype editorb editorbtype editorc editorctype editortype eid entrysubtype eprint eprintclass"
    " eprinttype eventdate eventtitle eventtitleaddon foreword holder howpublished institution"
    " introduction isan isbn ismn isrn issn issue issuesubtitle issuetitle issuetitleaddon iswc journal"
    " journalsubtitle journaltitle journaltitleaddon langid langidopts language location mainsubtitle"
    " maintitle maintitleaddon month nameaddon note number organization origdate origlanguage origlocation"
    " origpublisher origtitle pages pagetotal pagination part pmcid pmid primaryclass publisher pubstate"
    " reprinttitle school series shortauthor shorteditor shorthand shortjournal shortseries shorttitle"
    " subtitle title titleaddon translator type url urldate venue version volume volumes year"
)
"""The fields of BibTeX, BibLaTeX and pandoc that a reader may get to see."""

_STEERING = _names(
    "annote archive arxivid authorids bookpagination colophon crossref entryset execute gender"
    " hyphenation ids indexsorttitle indextitle key label library options origyear presort related"
    " relatedoptions relatedstring relatedtype shorthandintro sortkey sortname sortshorthand sorttitle"
    " sortyear urlday urlmonth urlyear verba verbb verbc xdata xref yearfiled dayfiled monthfiled"
    " nationality"
)
_CUSTOM = frozenset(
    f"{kind}{letter}" for kind in ("list", "name", "user", "verb") for letter in "abcdef"
) | frozenset(f"name{letter}type" for letter in "abc")
_OF_CATALOGUES = _names(
    "acmid adsnote adsurl affiliation article-number articleno bibcode biburl bibdate bibsource"
    " citeseerurl city copyright doi-url ee elocation-id googlebooks isbn-10 isbn-13 issue_date journal-"
    " full lccn mesh mrnumber numpages oai pii place pmc price refid rights size subject zblnumber"
)

PRIVATE = _names(
    "__markedentry added-at added-by comment date-added date-modified description file groups interhash"
    " intrahash local-url localfile mendeley-groups mendeley-tags owner pdf priority qualityassured"
    " ranking rating read readstatus review timestamp username creationdate modificationdate"
)
"""The fields that reference managers keep for their users: files on their disks, groups, dates of entry."""

KNOWN = PRINTED | _STEERING | _CUSTOM | _OF_CATALOGUES | PRIVATE | {"keywords", "abstract"}
"""Every field that is no misspelling of another one."""
