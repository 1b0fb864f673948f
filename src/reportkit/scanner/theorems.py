"""Theorems and their kin in bookdown, which number themselves."""

THEOREM_LABELS = {
    "theorem": "thm",
    "lemma": "lem",
    "corollary": "cor",
    "proposition": "prp",
    "conjecture": "cnj",
    "definition": "def",
    "example": "exm",
    "exercise": "exr",
    "hypothesis": "hyp",
}
"""What the label of each kind begins with."""
