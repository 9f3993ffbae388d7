"""Every example that somebody may read and try does what it says: in docstrings, in the README and in the docs."""

import contextlib
import doctest
import importlib
import io
import re
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "aidmodel"
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
MODULES = [
    ".".join(path.relative_to(SOURCE.parent).with_suffix("").parts).removesuffix(".__init__")
    for path in sorted(SOURCE.rglob("*.py"))
    if path.name != "__main__.py"
]
FLAGS = doctest.NORMALIZE_WHITESPACE | doctest.ELLIPSIS

BLOCK = re.compile(r"^```(?P<kind>pycon|python|text)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)


def test_there_are_pages_to_read() -> None:
    """The pages are found where they lie, so that a passing run is one that read them."""
    assert 5 < len(PAGES)
    assert any(BLOCK.search(page.read_text(encoding="utf-8")) for page in PAGES)


@pytest.mark.parametrize("name", MODULES)
def test_docstrings_run(name: str) -> None:
    """The examples in a module's docstrings give what they show."""
    module = importlib.import_module(name)
    failed, _ = doctest.testmod(module, optionflags=FLAGS, extraglobs=_public(), verbose=False)

    assert 0 == failed


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_pages_run(page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The examples of a page run from top to bottom in one namespace, in an empty folder.

    A ``pycon`` block is a session; a ``python`` block is run, and a ``text`` block right after it is what it prints.
    """
    monkeypatch.chdir(tmp_path)
    names: dict[str, Any] = {"__name__": "__main__"}
    text = page.read_text(encoding="utf-8")
    printed: tuple[str, int] | None = None
    for block in BLOCK.finditer(text):
        line = text.count("\n", 0, block.start()) + 1
        if block["kind"] == "pycon":
            session = doctest.DocTestParser().get_doctest(block["body"], names, f"{page.name}:{line}", str(page), line)
            runner = doctest.DocTestRunner(optionflags=FLAGS, verbose=False)
            runner.run(session, clear_globs=False)
            names.update(session.globs)

            assert 0 == runner.failures, f"{page.name}:{line}"
        elif block["kind"] == "python":
            output = io.StringIO()
            with contextlib.redirect_stdout(output):
                exec(compile(block["body"], f"{page.name}:{line}", "exec"), names)  # noqa: S102  that is the test
            printed = (output.getvalue(), block.end())
        elif printed is not None and not text[printed[1] : block.start()].strip():
            assert block["body"] == printed[0], f"{page.name}:{line}"


def _public() -> dict[str, Any]:
    """Docstrings name public classes without importing them, as a reader has them at hand."""
    import aidmodel

    return {name: getattr(aidmodel, name) for name in aidmodel.__all__}
