"""Strategies for every class of values and model, for hypothesis."""


def register() -> None:
    """Register the strategies by their classes."""
