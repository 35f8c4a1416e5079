"""The commands of `python -m litconsent`."""
