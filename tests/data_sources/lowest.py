"""Print the lowest stated version of each dependency, as pip takes it: attrs==25.4 pint==0.24 ..."""

import tomllib
from pathlib import Path

project = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text(encoding="utf-8"))["project"]
extras = project["optional-dependencies"]
stated = [*project["dependencies"], *extras["testing"], *extras["html"]]
print(*(requirement.replace(">=", "==") for requirement in stated))  # noqa: T201
