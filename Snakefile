"""The review: checked, set in HTML and printed to PDF, both read back before they are published.

Each rule is one call of `reportkit` that can be copied to a terminal. `snakemake` builds the review,
`snakemake draft` builds it whatever the check finds, `snakemake release` only if people stand behind it,
`snakemake --list` lists the rules.
"""

import sys
from pathlib import Path

from reportkit.errors import UsageError
from reportkit.project.fingerprint import fingerprint, source_files
from reportkit.project.preflight import fault_of_place
from reportkit.project.reviewers import options_for_reviewers

if fault := fault_of_place(Path()):
    sys.exit(fault)

# Sources that are missing or have a name with braces are the check's to report: they are no inputs.
# The fingerprint tells the engine of deleted sources, of edits of the package and of renewed tools.
SOURCES = [name for name in source_files(Path()) if "{" not in name]
ATTACHED = [
    name
    for name in SOURCES
    if name.endswith(".bib") or Path(name).parent.name == "evidence"
]
STATE = fingerprint(Path())
ENVIRONMENT = "requirements/environment.yaml"

try:
    FOR_REVIEWERS = options_for_reviewers(config)
except UsageError as error:
    sys.exit(f"{error.message}. {error.hint}")


wildcard_constraints:
    profile="draft|release|review",
    form="docx|epub|md|xml",


rule review:
    """The review as PDF and HTML, if the check finds no error."""
    input:
        "build/review.pdf",
        "build/review.html",


rule draft:
    """The review as it stands, with what is missing marked in place."""
    input:
        "build/draft.pdf",
        "build/draft.html",


rule release:
    """The review for publication, if people have verified what it concludes and nothing else is left to do."""
    input:
        "build/release.pdf",
        "build/release.html",


rule formats:
    """The review for word processors, reading devices and archives (JATS), and as plain Markdown."""
    input:
        expand("build/review.{form}", form=["docx", "epub", "xml", "md"]),


rule findings:
    """All that the check finds in the sources, errors or not."""
    input:
        sources=SOURCES,
    output:
        findings="build/findings.json",
    log:
        "build/log/findings.log",
    conda:
        ENVIRONMENT
    params:
        state=STATE,
    shell:
        "reportkit check --format json --exit-zero --output {output.findings:q} |& tee {log:q}"


rule gate:
    """Permission to build: withdraws the published documents; review and release each have their demands."""
    input:
        findings="build/findings.json",
    output:
        verdict="build/work/{profile}/gate.txt",
    log:
        "build/log/{profile}-gate.log",
    conda:
        ENVIRONMENT
    params:
        state=STATE,
        documents=[
            f"build/{{profile}}.{form}"
            for form in ("html", "pdf", "docx", "epub", "xml", "md")
        ],
    shell:
        "reportkit gate {input.findings:q} --profile {wildcards.profile:q}"
        " --withdraw {params.documents:q} |& tee {output.verdict:q} {log:q}"


rule fonts:
    """The fonts of both documents, cut to the characters of the sources."""
    input:
        findings="build/findings.json",
        sources=SOURCES,
    output:
        fonts="build/work/fonts.css",
    log:
        "build/log/fonts.log",
    conda:
        ENVIRONMENT
    params:
        state=STATE,
    shell:
        "reportkit fonts --output {output.fonts:q} |& tee {log:q}"


rule manuscript:
    """All chapters as one tree with tables, figures, tied numbers, citations and cross-references resolved."""
    input:
        verdict="build/work/{profile}/gate.txt",
        sources=SOURCES,
    output:
        manuscript="build/work/{profile}/manuscript.json",
        data=directory("build/work/{profile}/data"),
    log:
        "build/log/{profile}-manuscript.log",
    conda:
        ENVIRONMENT
    params:
        state=STATE,
    shell:
        "reportkit manuscript --output {output.manuscript:q} --data {output.data:q} |& tee {log:q}"


rule html:
    """The document as one HTML file that needs nothing else."""
    input:
        manuscript="build/work/{profile}/manuscript.json",
        fonts="build/work/fonts.css",
        sources=SOURCES,
    output:
        document="build/work/{profile}/document.html",
    log:
        "build/log/{profile}-html.log",
    conda:
        ENVIRONMENT
    params:
        state=STATE,
    shell:
        "reportkit html {input.manuscript:q} --profile {wildcards.profile:q} --fonts {input.fonts:q}"
        " --output {output.document:q} |& tee {log:q}"


rule pdf:
    """The same document, printed, with data and sources inside; a draft can be a copy for reviewers."""
    input:
        html="build/work/{profile}/document.html",
        attached=ATTACHED,
    output:
        document="build/work/{profile}/document.pdf",
    log:
        "build/log/{profile}-pdf.log",
    conda:
        ENVIRONMENT
    params:
        state=STATE,
        reviewers=lambda wildcards: (
            FOR_REVIEWERS if wildcards.profile == "draft" else ()
        ),
    shell:
        "reportkit pdf {input.html:q} --attach {input.attached:q} {params.reviewers:q}"
        " --output {output.document:q} |& tee {log:q}"


rule proof:
    """The published documents: both are read back first and have to say what the manuscript says."""
    input:
        manuscript="build/work/{profile}/manuscript.json",
        html="build/work/{profile}/document.html",
        pdf="build/work/{profile}/document.pdf",
    output:
        html="build/{profile}.html",
        pdf="build/{profile}.pdf",
    log:
        "build/log/{profile}-proof.log",
    conda:
        ENVIRONMENT
    params:
        state=STATE,
    shell:
        "reportkit proof {input.manuscript:q} --html {input.html:q} --pdf {input.pdf:q}"
        " --publish {output.html:q} {output.pdf:q} |& tee {log:q}"


rule site:
    """The published page as a folder for a server: fonts and data are files that browsers keep."""
    input:
        page="build/review.html",
    output:
        folder=directory("build/site"),
    log:
        "build/log/site.log",
    conda:
        ENVIRONMENT
    params:
        state=STATE,
    shell:
        "reportkit site {input.page:q} --output {output.folder:q} |& tee {log:q}"


rule export:
    """The document in another format, which is read back before it is kept."""
    input:
        manuscript="build/work/{profile}/manuscript.json",
        fonts="build/work/fonts.css",
        sources=SOURCES,
    output:
        document="build/{profile}.{form}",
    log:
        "build/log/{profile}-{form}.log",
    conda:
        ENVIRONMENT
    params:
        state=STATE,
    shell:
        "reportkit export {input.manuscript:q} --profile {wildcards.profile:q} --fonts {input.fonts:q}"
        " --output {output.document:q} |& tee {log:q}"
