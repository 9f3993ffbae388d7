"""Donors' own pages: a project's public page, saved as HTML or copied as text, read into projects."""
