"""Where facts are kept: one encrypted database file. SQLAlchemy stays in this package."""
