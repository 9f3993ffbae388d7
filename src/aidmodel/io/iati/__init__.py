"""IATI XML: read of every version, written as 2.03, with nothing lost."""
