"""How the documentation is built: sphinx-build -W -n -b dirhtml docs docs/_build."""

from typing import Any

from sphinx.application import Sphinx
from sphinx.ext.napoleon import Config, GoogleDocstring

import aidmodel

project = "aidmodel"
author = "The aidmodel developers"
version = release = aidmodel.__version__
extensions = ["myst_parser", "sphinx.ext.autodoc"]
source_suffix = {".md": "markdown"}
exclude_patterns = ["_build"]
html_theme = "furo"
html_title = f"aidmodel {release}"
myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3
autodoc_member_order = "bysource"
autodoc_default_options = {"members": True, "show-inheritance": True, "inherited-members": False}
autodoc_preserve_defaults = True
suppress_warnings = ["ref.python"]  # `type` in a signature is the builtin, not one of our nine fields of that name
autodoc_class_signature = "mixed"
nitpicky = False


def read_sections(_: Sphinx, what: str, name: str, thing: object, options: Any, lines: list[str]) -> None:
    """Understand "Raises:" in docstrings; those of fields are left alone, where napoleon takes what precedes a colon for a type."""
    if what != "attribute":
        lines[:] = GoogleDocstring(lines, Config(), None, what, name, thing, options).lines()


def setup(app: Sphinx) -> None:
    """Have sections read."""
    app.connect("autodoc-process-docstring", read_sections)
