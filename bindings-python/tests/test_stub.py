"""The stub names what the module has, no more and no less, and the README runs."""

import ast
import re
from pathlib import Path

import itsm
from itsm import _itsm

PACKAGE = Path(itsm.__file__).parent
INHERITED = {"__new__", "__eq__", "__ne__", "__lt__", "__le__", "__gt__", "__ge__", "__repr__", "__bool__", "__hash__", "__class_getitem__"}


def test_the_stub_names_what_the_module_has() -> None:
    tree = ast.parse((PACKAGE / "_itsm.pyi").read_text(encoding="utf-8"))
    # Only the handles are classes when it runs; what else stands there are types.
    classes = {node.name: node for node in tree.body if isinstance(node, ast.ClassDef) and node.decorator_list}
    functions = {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}
    public = {name for name in dir(_itsm) if not name.startswith("_")}
    assert public == set(classes) | functions
    for name, node in classes.items():
        stated = {item.name for item in node.body if isinstance(item, ast.FunctionDef)}
        # Python itself adds the last where somebody tried to pickle.
        has = set(vars(getattr(_itsm, name))) - {"__doc__", "__module__", "__slotnames__"}
        assert stated - INHERITED == has - INHERITED, name


def test_every_name_of_the_stub_says_what_it_is() -> None:
    tree = ast.parse((PACKAGE / "_itsm.pyi").read_text(encoding="utf-8"))
    silent = [
        item.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef)
        for item in node.body
        if isinstance(item, ast.FunctionDef)
        and not (item.name.startswith("__") and item.name != "__new__")
        and not item.decorator_list
        and not ast.get_docstring(item)
    ]
    assert silent == []


def test_the_package_is_typed_and_says_its_version() -> None:
    assert (PACKAGE / "py.typed").exists()
    assert re.fullmatch(r"\d+\.\d+\.\d+", itsm.__version__)
    assert set(itsm.__all__) == {name for name in dir(itsm) if not name.startswith("_")} - {"documents"} | {"__version__"}


def test_the_readme_runs() -> None:
    readme = (Path(__file__).resolve().parents[1] / "README.md").read_text(encoding="utf-8")
    blocks = re.findall(r"```python\n(.*?)```", readme, flags=re.DOTALL)
    assert blocks
    for block in blocks:
        exec(compile(block, "README.md", "exec"), {})
