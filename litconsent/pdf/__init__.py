"""The document: text engine, tags, seal and verdict."""
