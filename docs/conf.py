"""How the documentation is built: sphinx-build -W -n -b dirhtml docs docs/_build."""

import aidmodel

project = "aidmodel"
author = "The aidmodel developers"
version = release = aidmodel.__version__
extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
source_suffix = {".md": "markdown"}
exclude_patterns = ["_build"]
html_theme = "furo"
html_title = f"aidmodel {release}"
myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3
autodoc_member_order = "bysource"
autodoc_typehints = "none"  # the signature carries them; linking each would ask for pages of the standard library
autodoc_default_options = {"members": True, "show-inheritance": True, "inherited-members": False}
autodoc_preserve_defaults = True
autodoc_class_signature = "mixed"
nitpicky = False
