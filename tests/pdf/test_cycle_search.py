"""The search for unreachable cycles stands still while a document is made, and only then."""

import gc

import pytest

from litconsent.pdf.cycle_search import cycle_search_put_off


def test_no_search_while_a_document_is_made_and_again_after_it() -> None:
    with cycle_search_put_off():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_a_document_that_fails_leaves_the_search_on() -> None:
    with pytest.raises(ValueError, match="no document"), cycle_search_put_off():
        raise ValueError("no document")
    assert gc.isenabled()


def test_of_two_documents_at_once_the_last_one_lets_the_search_begin_again() -> None:
    first, second = cycle_search_put_off(), cycle_search_put_off()
    first.__enter__()
    second.__enter__()
    first.__exit__(None, None, None)
    assert not gc.isenabled()
    second.__exit__(None, None, None)
    assert gc.isenabled()
