"""A donor's page, read: the project, where a few of its facts come from, and what the reader has to say of the page.

Run it from anywhere, with a saved page of Global Affairs Canada, the IOM Development Fund or USAID, as text or HTML,
and the publisher's short name where the page does not show whose it is. Without any it reads a page of its own, of a
project that does not exist::

    python examples/read_a_page.py [FILE [gac|iom|usaid]]

Text needs nothing more; HTML needs the extra ``html``.
"""

import sys
from io import BytesIO, TextIOWrapper
from os import PathLike
from typing import BinaryIO

from aidmodel import AidModelError, Basis, Project, read_page, show

PAGE = """\
International Development Grant
Weather stations for potato growers in Ecuador and Peru
Project Number: CA-3-D009990001
Status: Operational
Country/Region:
Maximum Contribution: $1,800,000.00
Start Date: April 1, 2023
End Date: March 31, 2026
Duration: 2.0 years
Project Description
This project brings the weather forecast to fields above 3,000 metres. Project activities include: \
(1) setting up weather stations; and (2) training growers in reading forecasts.
Expected Results
The expected immediate outcomes for this project include: (1) improved knowledge of frost among growers; and \
(2) better access to forecasts.
Progress & Results Achieved
Results achieved as of June 2024 include: (1) set up 24 weather stations; and (2) over 1,300 growers read forecasts.
Key Information
Executing Agency:
High Fields Cooperative
Reporting Organization:
Global Affairs Canada
Program:
NGM Americas
Last Modified:
August 05, 2024
Development Classifications
DAC Sector:
Aid Type: Project-type interventions
Collaboration: Bilateral
"""
"""In the layout of a mirror of the project browser; two labels are blank, and the duration is not that of the dates."""


def rests_on(project: Project) -> list[str]:
    """Give a line for each fact that the page does not state as it stands: the value, how it came in, and from what."""
    return [
        f"{entry.path} = {project.at(entry.path)}: {entry.basis}, from {entry.quote!r}"
        for entry in project.provenance
        if entry.basis is not Basis.STATED
    ]


def main(source: BinaryIO | PathLike[str] | str, publisher: str | None = None) -> None:
    """Print the projects of a page, what they rest on, and the report."""
    loaded = read_page(source, publisher)
    for project in loaded.value:
        print(show(project))
        print("\nNot stated as it stands:")
        for line in rests_on(project):
            print(f"  {line}")
        print()
    print(f"Report: {loaded.report}")


if __name__ == "__main__":
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # a console that lacks a character shows "?" and goes on
            stream.reconfigure(errors="replace")
    given = sys.argv[1:3]
    try:
        main(given[0] if given else BytesIO(PAGE.encode()), *given[1:])
    except (AidModelError, OSError) as error:  # no page, of nobody that is known, or not there: a line says which
        sys.exit(str(error))
