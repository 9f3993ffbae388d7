"""What has to hold before anything is timed: every writer writes the file it was given."""

import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import iati_nested
import iati_write

from aidmodel import read_iati

sys.path.append(str(Path(__file__).parents[1]))

from iati_leaves import canonical, difference


def written(path: str) -> list[str]:
    """Say how the files that are written differ from the one that was read; nothing if none does."""
    original = canonical(Path(path).read_bytes())
    original.attributes.pop("generated-datetime", None)  # that of the file; nobody is told to write it again
    projects, nested = iati_write.prepare(path), iati_nested.prepare(path)
    files = [(write.__name__, write(projects)) for write in iati_write.WRITERS]
    files.append((iati_nested.__name__, iati_nested.xmlfile(nested)))
    files += _by_xsdata(path) if find_spec("iati_203") else []
    said = [f"{name}: {line}" for name, xml in files for line in _differing(original, xml)[:5]]
    return said + ([] if read_iati(files[0][1]).value == projects else ["library: other projects are read again"])


def _by_xsdata(path: str) -> list[tuple[str, bytes]]:
    import iati_xsdata_write

    activities = iati_xsdata_write.prepare(path)
    return [(write.__name__, write(activities)) for write in (iati_xsdata_write.on_lxml, iati_xsdata_write.on_stdlib)]


def _differing(original: Any, xml: bytes) -> list[str]:
    other = canonical(xml)
    other.attributes.pop("generated-datetime", None)
    return [] if original == other else difference(original, other)
