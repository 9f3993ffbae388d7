"""Words and pictures of what the model holds; never decisions.

``aidmodel.show`` is this package and a function at once: importing a module of a package puts the package under its
name, so the package itself answers the call ``aidmodel.show(project)``.
"""

import sys
from types import ModuleType


class _Show(ModuleType):
    def __call__(self, thing: object, *, languages: tuple[str, ...] | str = (), width: int = 80) -> str:
        """See :func:`aidmodel.show.text.show`."""
        from aidmodel.show.text import show

        return show(thing, languages=languages, width=width)


sys.modules[__name__].__class__ = _Show
