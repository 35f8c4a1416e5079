"""Loads, validates and measures what patients read. Text in, frozen editions out."""
