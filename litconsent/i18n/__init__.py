"""Languages, catalogues, formats and direction; the only place that knows Babel."""
