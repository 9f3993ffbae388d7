"""Writing with xsdata, from its own objects; dataclasses as in ``iati_xsdata``."""

from iati_203 import IatiActivities
from xsdata.formats.dataclass.parsers import XmlParser
from xsdata.formats.dataclass.serializers import XmlSerializer
from xsdata.formats.dataclass.serializers.writers import LxmlEventWriter, XmlEventWriter

ON_LXML = XmlSerializer(writer=LxmlEventWriter)
ON_STDLIB = XmlSerializer(writer=XmlEventWriter)


def prepare(path: str) -> IatiActivities:
    """Read the file into xsdata's objects."""
    return XmlParser().parse(path, IatiActivities)


def on_lxml(activities: IatiActivities) -> bytes:
    """Write with the writer on lxml."""
    return ON_LXML.render(activities).encode()


def on_stdlib(activities: IatiActivities) -> bytes:
    """Write with the writer on the standard library."""
    return ON_STDLIB.render(activities).encode()
