"""The same verdict in a process of its own: a file made to keep a parser busy harms nobody else.

A few hundred bytes can claim a billion objects. A thread could not be stopped then; a process can.
It is a plain one: `multiprocessing` would run the main script again, which under Streamlit is a
page.
"""

import hashlib
import os
import pickle
import subprocess
import sys
from collections.abc import Sequence
from typing import Any

from litconsent.domain.file_problems import Problem
from litconsent.pdf.verdict import Verdict, verdict

EFFORT = 10  # seconds of a processor; a record takes one, most of it to start
PATIENCE = 60.0  # seconds, on a machine however busy
MEMORY = 1_500_000_000  # bytes of address space, most of it Python's own
NICENESS = 10  # whoever reads or signs on this machine goes first


def verdict_apart(
    pdf: bytes, trust: Sequence[bytes], *, effort: int = EFFORT, **known: Any
) -> Verdict:
    """Judge a file as `verdict` does, by the same arguments.

    A file that takes too much work or memory is damaged.

    :raises ValueError: if `trust` holds what is no certificate.
    :raises OSError: if the machine is too busy, or in no state, to judge anything.
    """
    verdict(b"", trust, **known)  # what is no certificate is told to the caller at once
    asked = pickle.dumps((effort, pdf, trust, known))
    try:
        answer = subprocess.run(  # noqa: S603 - our own module, by our own interpreter
            [sys.executable, "-m", __name__],
            input=asked,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=PATIENCE,
            check=True,
        ).stdout
    except subprocess.TimeoutExpired as error:
        raise TimeoutError("no verdict in time") from error
    except subprocess.CalledProcessError as error:
        if error.returncode > 0:  # not stopped, but never begun: no fault of the file
            raise ChildProcessError("no verdict could be made") from error
        return Verdict(Problem.DAMAGED, hashlib.sha256(pdf).hexdigest())
    found: Verdict = pickle.loads(answer)  # noqa: S301 - it was written by `_judge`
    return found


def _judge() -> None:
    effort, pdf, trust, known = pickle.loads(sys.stdin.buffer.read())  # noqa: S301 - from above
    if sys.platform == "linux":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (effort, effort))
        os.nice(NICENESS)
    sys.stdout.buffer.write(pickle.dumps(verdict(pdf, trust, **known)))


if __name__ == "__main__":
    _judge()
