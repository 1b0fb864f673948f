"""Write environment.yaml, the conda environment of the workflow's rules, from the lock of the build."""

import re
from pathlib import Path

HEAD = """\
# Written by `make lock` from build.txt. What each rule of the workflow needs, beside the project itself;
# `make review` does not use it.
channels:
  - conda-forge
  - nodefaults
dependencies:
  - python>=3.11
  - pango
  - pip
  - pip:
"""


def main() -> None:
    """Each pinned package becomes a line, with the marker of the systems that it is for."""
    here = Path(__file__).parent
    pins = re.findall(r"^([a-z0-9][^\s;]*==[^\\\n]*[^\\\s])", (here / "build.txt").read_text(), re.MULTILINE)
    lines = (f"      - {pin}\n" if ";" not in pin else f'      - "{pin}"\n' for pin in pins)
    (here / "environment.yaml").write_text(HEAD + "".join(lines))


main()
