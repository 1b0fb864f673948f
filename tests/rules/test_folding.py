import pytest

from reportkit.rules.reading.folding import folded


@pytest.mark.parametrize(
    "texts",
    [
        ("Walking after Casts", "{Walking} after {C}asts.", "WALKING AFTER CASTS"),
        ("Müller", 'M{\\"u}ller', '{M\\"uller}', 'M\\"{u}ller', "Mu\u0308ller"),
        ("Þór", "Þor"),
        ("Łódź", "{\\L}{\\'o}d{\\'z}", "\\L\\'{o}d\\'z"),
        ("Straße", "Stra{\\ss}e"),
        ("façade", "fa\\c{c}ade", "fa{\\c c}ade"),
        ("β-catenin", "$\\beta$-catenin", "beta catenin", "<i>β</i>-Catenin"),
        ("in vivo", "\\emph{in vivo}", "<em>in</em> vivo", "\\textit{in} vivo"),
        ("H2O", "H$_2$O", "H<sub>2</sub>O", "H₂O"),
        ("naive—or not", 'na{\\"\\i}ve --- or not'),
    ],
)
def test_what_reads_alike_folds_alike(texts: tuple[str, ...]) -> None:
    """LaTeX, HTML, accents and case make no difference."""
    assert len({folded(text) for text in texts}) == 1


def test_what_differs_stays_different() -> None:
    """Letters and digits are kept."""
    assert folded("Casts 1") != folded("Casts 2")
    assert folded("行走") == "行走"
