"""How a spreadsheet program of a language expects a list."""

from babel import numbers

from litconsent.i18n.text import Text

_COMMA, _SEMICOLON = ",", ";"


def cell_separator(_: Text) -> str:
    """Return what separates cells: Excel takes a semicolon wherever decimals have a comma.

    >>> from litconsent.i18n.text import text_for
    >>> cell_separator(text_for("it")), cell_separator(text_for("en"))
    (';', ',')
    """
    decimal = numbers.get_decimal_symbol(_.language.locale)
    return _SEMICOLON if decimal == _COMMA else _COMMA
