"""How the tables of facts beside this file count the sentences of a line."""

import re

_BOUNDARY = re.compile(
    r"(?<=[.?!])\s+(?=[A-Z“])"  # a sentence ends, and the next begins
    r"|\s+(?=\(?[0-9]{1,2}\)\s)"  # an item of a list begins: "(3) " or "3) "
)


def sentences(line: str) -> list[str]:
    """Take a line of a page apart into its sentences and list items; a blank line has none.

    >>> sentences("Activities include: (1) advice; (2) support. Nine cities took part; and (3) a 5-episode series.")
    ['Activities include:', '(1) advice;', '(2) support.', 'Nine cities took part; and', '(3) a 5-episode series.']
    """
    return _BOUNDARY.split(line.strip()) if line.strip() else []
