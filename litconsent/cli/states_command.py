"""`states`: write the table and the graph of an episode's states, as the code has them."""

from typing import TextIO

from litconsent.domain.episodes import State
from litconsent.domain.transitions import Transition, transitions

_HEAD = """# The states of an episode

Written by `python -m litconsent states`; a test compares it with the code. A state is never stored:
it follows from the events of the trail ([why](adr/0005-state-follows-from-events.md)). The table
has what each event makes of a state; the services let fewer of them happen. What ends
by time, plan or a release is no event; it can be withdrawn all the same.

"""
_ORDER = list(State)


def states(out: TextIO) -> int:
    """Print the page."""
    print(page(), end="", file=out)
    return 0


def page() -> str:
    """Return the page as Markdown, with the usual way as a Mermaid graph."""
    known = transitions()
    befores: dict[tuple[str, str], list[str]] = {}
    for one in known:
        befores.setdefault((one.event, one.after), []).append(one.before)
    rows = [f"| {event} | {', '.join(b)} | {after} |" for (event, after), b in befores.items()]
    table = "\n".join(["| event | from | to |", "|---|---|---|", *rows])
    return f"{_HEAD}{table}\n\n```mermaid\nstateDiagram-v2\n{_graph(known)}\n```\n"


def _graph(known: tuple[Transition, ...]) -> str:
    lines = ["  [*] --> prepared: episode.prepared"]
    lines += [f"  {one.before} --> {one.after}: {one.event}" for one in known if _usual(one)]
    return "\n".join(lines)


def _usual(one: Transition) -> bool:
    """Tell whether a step is part of the usual way: the next one, or one after the decision."""
    next_one = _ORDER.index(one.after) - _ORDER.index(one.before) == 1
    return next_one or (one.before is State.DECIDED and one.after.final) or one.before.final
