"""Findings as JSON, one on each line, for programs that read as they go."""

import json

from reportkit.check.findings import Findings
from reportkit.formats.findings.json import diagnostic_content


def render(findings: Findings) -> str:
    """Each finding as `--format json` has it, without the summary."""
    contents = map(diagnostic_content, findings.diagnostics)
    return "".join(f"{json.dumps(content, ensure_ascii=False)}\n" for content in contents)
