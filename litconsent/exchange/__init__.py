"""What leaves the clinic as data: lists of records and the names of their files."""
