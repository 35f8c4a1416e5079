"""The floor: the least that Streamlit can do to show a chapter and turn to the next."""

import json
import os
from pathlib import Path

import streamlit as st

CHAPTERS = json.loads(Path(os.environ["BENCH_CHAPTERS"]).read_text("utf-8"))


def turn() -> None:
    """Go on by one chapter, and from the last to the first."""
    st.session_state.number = (st.session_state.number + 1) % len(CHAPTERS)


number = st.session_state.setdefault("number", int(st.query_params.get("number", 0)))
st.markdown(CHAPTERS[number])
st.button("Next", key=f"nav_next.{number}", on_click=turn, type="primary")
