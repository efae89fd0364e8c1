"""Writes the types of every document, `python/itsm/documents.py`, from `schema/itsm.schema.json`.

    python bindings-python/write_types.py [--check]

With `--check` it only says whether they are stale. The known generator numbers the arms of a union (`Command5`), loses the words
of the fields and needs `typing_extensions`; this one names each arm by its tag. It knows the forms that the schema has, and stops at
any other.
"""

import json
import keyword
import re
import sys
from pathlib import Path
from textwrap import indent, wrap
from typing import Any

HOUSE = Path(__file__).resolve().parents[1]
SCHEMA = HOUSE / "schema" / "itsm.schema.json"
FILE = HOUSE / "bindings-python" / "python" / "itsm" / "documents.py"
OPENING = '''"""The type of every document, under its name in `schema()`. Made by `write_types.py`; not to be edited.

A union narrows on its tag: after `event["kind"] == "incident.logged"` the body is an `IncidentLoggedBody`.
"""

from typing import Literal, NotRequired, TypeAlias, TypedDict

'''
PLAIN = {"string": "str", "integer": "int", "boolean": "bool", "null": "None"}
# What a document may not say is the core's to check; a type says its form.
LIMITS = {"format", "minimum", "maximum", "minLength", "maxLength", "minItems", "maxItems", "pattern", "uniqueItems", "default"}


def pascal(tag: str) -> str:
    """`incident.log` as `IncidentLog`."""
    return "".join(word[:1].upper() + word[1:] for word in re.split(r"[^A-Za-z0-9]+", tag))


def words(schema: dict[str, Any]) -> str:
    """What the schema says of a document, without Rust's examples and links."""
    text = re.sub(r"```.*?```", "", schema.get("description", ""), flags=re.DOTALL)
    text = re.sub(r"\[(`[^`]+`)\](\([^)]*\))?", r"\1", text).replace("\\", "\\\\").replace('"""', "'''")
    paragraphs = (" ".join(paragraph.split()) for paragraph in re.split(r"\n\s*\n", text))
    return "\n\n".join("\n".join(wrap(paragraph, 108, break_long_words=False)) for paragraph in paragraphs if paragraph)


def quoted(text: str) -> str:
    """A docstring, or nothing where there are no words."""
    if "\n" in text:
        return f'"""{text}\n"""\n'
    return f'"""{text}"""\n' if text else ""


def refuse_unless(schema: dict[str, Any], *known: str) -> None:
    """Stops at a form that this file does not know."""
    if strange := set(schema) - {*known, *LIMITS, "type", "description"}:
        raise SystemExit(f"a form of schema that has no type yet: {sorted(strange)} in {json.dumps(schema)[:200]}")


def told_apart_by(union: list[dict[str, Any]]) -> str | None:
    """The field that has another value in every arm of a union, if there is one."""
    for key in union[0].get("properties", {}):
        values = [arm.get("properties", {}).get(key, {}).get("const") for arm in union]
        if None not in values and len(set(values)) == len(values):
            return str(key)
    return None


def beside(common: dict[str, Any], arm: dict[str, Any]) -> dict[str, Any]:
    """An arm with the fields that all arms have."""
    if "properties" not in common:
        return arm
    fields = {**common["properties"], **arm["properties"]}
    return {**arm, "properties": fields, "required": [*common["required"], *arm["required"]]}


class Types:
    """The text of the types, each after what it is made of."""

    def __init__(self, documents: dict[str, Any]) -> None:
        self.documents = documents
        self.begun: set[str] = set()
        self.text: dict[str, str] = {}

    def of(self, schema: dict[str, Any], owner: str) -> str:
        """How a value of that schema is annotated; `owner` names what has no name of its own."""
        if "$ref" in schema and "properties" not in schema:
            # Fewer of its words are the core's to check.
            refuse_unless(schema, "$ref", "enum")
            return str(schema["$ref"]).removeprefix("#/$defs/")
        if "const" in schema:
            refuse_unless(schema, "const")
            return f"Literal[{json.dumps(schema['const'])}]"
        if union := schema.get("oneOf") or schema.get("anyOf"):
            refuse_unless(schema, "oneOf", "anyOf", "properties", "required")
            union = [beside(schema, arm) for arm in union]
            tag = told_apart_by(union)
            arms = dict.fromkeys(self.of(arm, self.arm(arm, tag, owner)) for arm in union)
            return self.joined(list(arms))
        kinds = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
        return self.joined([self.kind(kind, schema, owner) for kind in kinds])

    def kind(self, kind: str, schema: dict[str, Any], owner: str) -> str:
        if kind in PLAIN:
            refuse_unless(schema, "items", "prefixItems", "properties")
            return PLAIN[kind]
        if kind == "array":
            refuse_unless(schema, "items", "prefixItems")
            items = dict.fromkeys(self.of(item, owner) for item in schema.get("prefixItems") or [schema["items"]])
            return f"list[{self.joined(list(items))}]"
        if isinstance(schema.get("additionalProperties"), dict):
            refuse_unless(schema, "additionalProperties", "propertyNames")
            key = self.of(schema.get("propertyNames", {"type": "string"}), owner)
            return f"dict[{key}, {self.of(schema['additionalProperties'], owner)}]"
        self.object(owner, schema)
        return owner

    def arm(self, arm: dict[str, Any], tag: str | None, owner: str) -> str:
        """The name of an arm of a union: by its tag, or by the one field that it has."""
        fields = arm.get("properties", {})
        if tag is None and len(fields) != 1:
            return f"{owner}Object"
        name = str(fields[tag]["const"]) if tag else next(iter(fields))
        return pascal(name) + owner if "." in name else owner + pascal(name)

    @staticmethod
    def joined(arms: list[str]) -> str:
        tags = [arm.removeprefix("Literal[").removesuffix("]") for arm in arms if arm.startswith("Literal[")]
        others = [arm for arm in arms if not arm.startswith("Literal[")]
        return " | ".join(([f"Literal[{', '.join(tags)}]"] if tags else []) + others)

    def object(self, name: str, schema: dict[str, Any]) -> None:
        """A class for an object; what Python cannot write as a field stands in a base of its own."""
        refuse_unless(schema, "properties", "required", "additionalProperties", "allOf", "$ref")
        if schema.get("additionalProperties") not in (None, False):
            raise SystemExit(f"an object with fields and others: {name}")
        parents = [*schema.get("allOf", []), *([{"$ref": schema["$ref"]}] if "$ref" in schema else [])]
        bases = [self.base(self.of(parent, name), schema.get("properties", {})) for parent in parents]
        fields = {key: self.of(field, name + pascal(key)) for key, field in schema.get("properties", {}).items()}
        # A command or event says what its body does.
        said = words(schema) or words(self.documents.get(fields.get("body", ""), {}))
        unwritable, lines = {}, []
        for key, kind in fields.items():
            kind = self.named(kind)
            kind = kind if key in schema.get("required", []) else f"NotRequired[{kind}]"
            if keyword.iskeyword(key):
                unwritable[key] = kind
            else:
                lines.append(f"{key}: {kind}\n{quoted(words(schema['properties'][key]))}")
        body = "\n".join(filter(None, [quoted(said), "".join(lines)])) or "pass\n"
        text = ""
        if unwritable:
            bases.insert(0, f"_{name}Fields")
            stated = ", ".join(f"{json.dumps(key)}: {kind}" for key, kind in unwritable.items())
            text = f'{bases[0]} = TypedDict("{bases[0]}", {{{stated}}})\n\n\n'
        self.add(name, f"{text}class {name}({', '.join(bases) or 'TypedDict'}):\n{indent(body, '    ')}")

    def base(self, name: str, own: dict[str, Any]) -> str:
        """What a class is made from: without the fields that it states more narrowly, which Python lets no class do."""
        self.write(name)
        narrowed = [key for key in self.documents[name]["properties"] if key in own]
        if not narrowed:
            return name
        rest = f"_{name}Without{''.join(map(pascal, narrowed))}"
        if rest not in self.text:
            whole = self.documents[name]
            fields = {key: field for key, field in whole["properties"].items() if key not in narrowed}
            required = [key for key in whole["required"] if key not in narrowed]
            self.object(rest, {**whole, "properties": fields, "required": required})
        return rest

    def add(self, name: str, text: str) -> None:
        if name in self.text:
            raise SystemExit(f"two types have the name {name}")
        self.text[name] = text

    def named(self, stated: str) -> str:
        """What is stated, once all that it names is written: in quotes where that is only on its way."""
        names = [name for name in re.findall(r"\b[A-Z]\w+", re.sub(r'"[^"]*"', "", stated)) if name in self.documents]
        for name in names:
            self.write(name)
        return stated if all(name in self.text for name in names) else json.dumps(stated)

    def write(self, name: str) -> None:
        """Writes the type of a document, unless it stands already."""
        if name in self.begun:
            return
        self.begun.add(name)
        schema = self.documents[name]
        if schema.get("type") == "object" and "oneOf" not in schema and not isinstance(schema.get("additionalProperties"), dict):
            self.object(name, schema)
            return
        stated = self.named(self.of(schema, name))
        if len(name) + len(stated) > 100:
            tags, _, others = stated.rpartition("] | ") if stated.startswith("Literal[") else ("", "", stated)
            stated = f"(\n    {others.replace(' | ', chr(10) + '    | ')}\n)"
            if tags or others.startswith("Literal["):
                one_a_line = re.sub(r'("), (?=")', "\\1,\n    ", tags or others.removesuffix("]"))
                stated = one_a_line.replace("Literal[", "Literal[\n    ", 1) + ",\n]" + (f" | {others}" if tags else "")
        self.add(name, f"{name}: TypeAlias = {stated}\n{quoted(words(schema))}")


def main() -> None:
    types = Types(json.loads(SCHEMA.read_text(encoding="utf-8"))["$defs"])
    for name in types.documents:
        types.write(name)
    names = "__all__ = [\n" + "".join(f'    "{name}",\n' for name in sorted(types.text) if name[0] != "_") + "]\n"
    text = OPENING + names + "\n\n" + "\n\n".join(types.text.values())
    if "--check" not in sys.argv:
        FILE.write_text(text, encoding="utf-8")
    elif not FILE.exists() or FILE.read_text(encoding="utf-8") != text:
        raise SystemExit(f"{FILE.name} is stale: python {Path(__file__).name}")


if __name__ == "__main__":
    main()
