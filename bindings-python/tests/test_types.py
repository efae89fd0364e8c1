"""The types of documents, as mypy and pyright see them, and as Python does."""

import re
import subprocess
import sys
import typing
from pathlib import Path

import pytest

import itsm
from itsm import documents

TESTS = Path(__file__).resolve().parent
CHECKERS = {
    "mypy": ["mypy", "--strict", "--no-error-summary", "--cache-dir", "/dev/null"],
    "pyright": ["pyright", "--pythonpath", sys.executable],
}


def complaints(checker: str, file: str) -> tuple[list[int], str]:
    """The lines of a file that a checker calls wrong, and all that it said."""
    run = subprocess.run([sys.executable, "-m", *CHECKERS[checker], file], cwd=TESTS, capture_output=True, text=True)
    found = re.findall(rf"{re.escape(file)}:(\d+):.*?error: ", run.stdout)
    said = run.stdout + run.stderr
    assert run.returncode == (1 if found else 0), said
    return sorted({int(line) for line in found}), said


@pytest.mark.parametrize("checker", CHECKERS)
def test_what_a_host_writes_is_right(checker: str) -> None:
    found, said = complaints(checker, "sample.py")
    assert found == [], said


@pytest.mark.parametrize("checker", CHECKERS)
def test_what_no_host_may_write_is_an_error_and_nothing_else_is(checker: str) -> None:
    lines = (TESTS / "wrong.py").read_text(encoding="utf-8").splitlines()
    marked = [number for number, line in enumerate(lines, 1) if line.endswith("# wrong")]
    found, said = complaints(checker, "wrong.py")
    assert len(marked) > 10 and found == marked, said


def test_every_document_of_the_schema_has_its_type() -> None:
    stated = itsm.schema()["$defs"]
    assert set(stated) <= set(documents.__all__)
    for name in documents.__all__:
        kind = getattr(documents, name)
        if not typing.is_typeddict(kind):
            continue
        fields = typing.get_type_hints(kind)
        if name in stated:
            same = stated[name]
            while "$ref" in same:
                same = stated[same["$ref"].removeprefix("#/$defs/")]
            assert set(fields) == set(same.get("properties", {})), name
            assert kind.__required_keys__ == set(same.get("required", [])), name


def test_importing_the_package_does_not_pay_for_the_types() -> None:
    asked = "import itsm, sys; print('itsm.documents' in sys.modules)"
    run = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert run.stdout == "False\n"
