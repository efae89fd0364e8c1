"""The package has every handle, member, document and code that `schema/surface.json` lists."""

import json
from pathlib import Path
from typing import Any

import pytest

import itsm
from itsm import documents

SURFACE: Any = json.loads((Path(__file__).resolve().parents[2] / "schema" / "surface.json").read_text(encoding="utf-8"))
# How Python says it.
SPELT = {"new": "__new__", "length": "__len__"}


@pytest.mark.parametrize("handle", SURFACE["handles"], ids=lambda handle: str(handle["name"]))
def test_every_handle_has_its_members(handle: Any) -> None:
    stated = vars(getattr(itsm, handle["name"]))
    wanted = {SPELT.get(name, name) for name in (*handle["made_by"], *handle["members"])}
    assert wanted <= set(stated), handle["name"]
    # What is there besides is what Python's users expect.
    more = {name for name in set(stated) - wanted if not name.startswith("__")}
    assert more == set(), handle["name"]


def test_every_function_document_and_code_is_there() -> None:
    assert all(callable(getattr(itsm, name)) for name in SURFACE["functions"])
    assert SURFACE["documents"] and set(SURFACE["documents"]) == set(itsm.schema()["$defs"]) <= set(documents.__all__)
    assert SURFACE["codes"] and list(SURFACE["codes"]) == [row["code"] for row in itsm.codes()]


def test_what_the_list_does_not_have_is_known() -> None:
    classes = {name for name in itsm.__all__ if isinstance(getattr(itsm, name), type)}
    exceptions = {name for name in classes if issubclass(getattr(itsm, name), Exception)}
    assert classes - exceptions == {handle["name"] for handle in SURFACE["handles"]} | {"Column"}
