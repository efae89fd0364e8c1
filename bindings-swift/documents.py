#!/usr/bin/env python3
"""Writes the Swift types of all documents, Sources/ITSM/Documents, from schema/itsm.schema.json.

    documents.py            writes them
    documents.py --check    only says whether they are stale

What serde leaves out when it is empty, and what it fills in when it is absent, has a value of its own in Swift and no `?`: an
absent list is an empty one. A form that this script does not know ends it; nothing is written by halves.
"""

import json
import re
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
FOLDER = HERE / "Sources" / "ITSM" / "Documents"
SCHEMA = HERE.parent / "schema" / "itsm.schema.json"
DEFS = json.loads(SCHEMA.read_text(encoding="utf-8"))["$defs"]

PLAIN = {"Instant": "Date", "Text": "String"}
"""Documents that Swift has a type for."""
TUPLES = {"Window": ("opens", "closes"), "CalendarDocument.covers": ("first", "last")}
"""What the places of a list of fixed length are called."""
UNTAGGED = {"HolidayOfCalendarDate": ("on", "named"), "HolidayOfMonthDay": ("on", "named")}
"""What the alternatives are called that nothing in the document names."""
ABSENT = {"Item.state": "ok", "EventHead.command": None, "EventHead.on_behalf_of": None}
"""What a field means that is absent, where the schema does not say; `None`: nothing."""
RESERVED = set("as break case class continue default defer do else enum extension false for func guard if import in init "
               "internal is let nil operator private protocol public repeat rethrows return self static struct subscript "
               "super switch throw throws true try var where while Any Self Type".split())
SWIFT = {"Array", "Bool", "CodingKey", "Codable", "Date", "Decoder", "Dictionary", "Encoder", "Equatable", "Error", "Int",
         "Optional", "Sendable", "Set", "String"}
"""Names that the code below means Swift's own by."""


def camel(code: str) -> str:
    """`target_s` is `targetSeconds`; `incident.log` is `incidentLog`; no name begins with a figure."""
    words = re.split(r"[._\-/]", re.sub(r"_s$", "_seconds", code))
    words[0] = f"of{words[0]}" if words[0][:1].isdigit() else words[0]
    return words[0] + "".join(word[:1].upper() + word[1:] for word in words[1:])


def escaped(name: str) -> str:
    return f"`{name}`" if name in RESERVED else name


def quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def target(node: dict) -> str | None:
    return node["$ref"].removeprefix("#/$defs/") if "$ref" in node else None


def resolved(node: dict) -> dict:
    while (name := target(node)) is not None:
        node = DEFS[name]
    return node


def described(node: dict) -> str:
    """The words of a node; what points at another field says that field's words."""
    words = node.get("description", "")
    if elsewhere := re.fullmatch(r"See \[`(\w+)::(\w+)`\]\(.*\)\.", words):
        words = described(DEFS[elsewhere[1]]["properties"][elsewhere[2]])
    words = re.sub(r"```.*?```", "", words, flags=re.DOTALL)
    return re.sub(r"\[(`[^`]+`)\](\([^)]*\))?", lambda link: link[1].replace("::", "."), words).strip()


def comment(node: dict, depth: int) -> list[str]:
    pad = "    " * depth
    return [f"{pad}/// {line}".rstrip() for line in described(node).splitlines()]


def nullable(node: dict) -> dict | None:
    """What a node is besides `null`, if it may be that."""
    if "anyOf" in node and (rest := [one for one in node["anyOf"] if one.get("type") != "null"]) != node["anyOf"]:
        assert len(rest) == 1, node
        return rest[0]
    if isinstance(node.get("type"), list):
        (kind,) = [kind for kind in node["type"] if kind != "null"]
        return {**node, "type": kind}
    return None


def swift(node: dict, path: str) -> str:
    """The Swift type of a node. `path` is where it stands, for what needs a name of its own."""
    if (inner := nullable(node)) is not None:
        return swift(inner, path) + "?"
    if (name := target(node)) is not None:
        named = DEFS[name]
        return PLAIN.get(name) or (swift(named, name) if is_alias(named) else name)
    match node.get("type"):
        case "string":
            return "String"
        case "integer":
            return "Int"
        case "boolean":
            return "Bool"
        case "array" if "prefixItems" in node:
            return nested(path)
        case "array":
            return f"[{swift(node['items'], path)}]"
        case "object" if isinstance(node.get("additionalProperties"), dict):
            return f"[{key_of(node)}: {swift(node['additionalProperties'], path)}]"
        case "object" if "properties" in node:
            return nested(path)
    raise SystemExit(f"{path}: no Swift for {node}")


def key_of(node: dict) -> str:
    """What stands before the colon of a dictionary: the words of a list by their type, any other key as a text."""
    names = node.get("propertyNames", {})
    return target(names) or "" if "oneOf" in resolved(names) else "String"


def nested(path: str) -> str:
    name = camel(path.split(".")[-1])
    return name[0].upper() + name[1:]


def is_alias(node: dict) -> bool:
    """Whether a definition is only another name: of a list, a number, another definition."""
    return "$ref" in node or (node.get("type") == "array" and "items" in node) or node.get("type") == "integer"


def literal(node: dict, value: object, path: str) -> str:
    """A JSON value of that type, in Swift."""
    if value is None:
        return "nil"
    node = nullable(node) or node
    name, whole = target(node), resolved(node)
    if isinstance(value, bool) or isinstance(value, int):
        return json.dumps(value)
    if isinstance(value, list):
        return "[" + ", ".join(literal(whole["items"], one, path) for one in value) + "]"
    if isinstance(value, str):
        return "." + escaped(camel(value)) if "oneOf" in whole else quoted(value)
    assert isinstance(value, dict)
    if isinstance(whole.get("additionalProperties"), dict):
        of = whole["additionalProperties"]
        word = quoted if key_of(whole) == "String" else lambda key: "." + escaped(camel(key))
        return "[" + (", ".join(f"{word(key)}: {literal(of, one, path)}" for key, one in value.items()) or ":") + "]"
    if "oneOf" in whole:
        ((key, one),) = value.items()
        (variant,) = [variant for variant in whole["oneOf"] if key in variant.get("properties", {})]
        return f".{escaped(camel(key))}({literal(variant['properties'][key], one, path)})"
    given = {field.key: field for field in fields(whole, name or path)}
    ordered = [field for field in parameters(list(given.values())) if field.key in value]
    arguments = (f"{field.name}: {literal(field.node, value[field.key], path)}" for field in ordered)
    return f"{name}({', '.join(arguments)})"


class Field:
    """A property of a struct, or a value of a case."""

    def __init__(self, key: str, node: dict, required: bool, owner: str) -> None:
        path = f"{owner}.{key}"
        self.key, self.node, self.name = key, node, camel(key)
        if "const" in node and isinstance(node["const"], int):
            node = self.node = {"type": "integer", "default": node["const"], **node}
        self.type = swift(node, path)
        self.optional = self.type.endswith("?")
        self.absent: str | None = None
        self.skip: str | None = None
        self.default: str | None = None
        if required:
            assert not self.optional, path
            if "const" in node:
                self.absent = json.dumps(node["const"])
        elif self.optional or ABSENT.get(path, "") is None:
            self.type, self.optional = self.type.removesuffix("?") + "?", True
        elif "default" in node:
            self.absent = literal(node, node["default"], path)
            empty = node["default"] == {} and target(node)
            self.absent = f"{target(node)}()" if empty else self.absent
            if len(self.absent) > 60:
                self.default, self.absent = self.absent, f"{owner}.{self.name}ByDefault"
        else:
            self.absent, self.skip = self.empty(path)

    def empty(self, path: str) -> tuple[str, str]:
        """What serde writes nothing for, and how Swift sees that it is something else."""
        name = self.name
        if path in ABSENT:
            return f".{ABSENT[path]}", f"{name} != .{ABSENT[path]}"
        for begins, value, differs in (
            (f"[{key_of(self.node)}:", "[:]", f"!{name}.isEmpty"),
            ("[", "[]", f"!{name}.isEmpty"),
            ("String", '""', f"!{name}.isEmpty"),
            ("Bool", "false", name),
            ("Int", "0", f"{name} != 0"),
        ):
            if self.type.startswith(begins):
                return value, differs
        whole = resolved(self.node)
        assert whole.get("type") == "object" and not whole.get("required"), path
        return f"{self.type}()", f"{name} != {self.type}()"

    @property
    def parameter(self) -> str:
        default = " = nil" if self.optional else f" = {self.absent}" if self.absent is not None else ""
        return f"{escaped(self.name)}: {self.type}{default}"

    @property
    def decoded(self) -> str:
        key = f".{escaped(self.name)}"
        if self.optional:
            return f"try fields.decodeIfPresent({self.type[:-1]}.self, forKey: {key})"
        if self.absent is not None:
            return f"try fields.decodeIfPresent({self.type}.self, forKey: {key}) ?? {self.absent}"
        return f"try fields.decode({self.type}.self, forKey: {key})"

    @property
    def encoded(self) -> str:
        name = escaped(self.name)
        method = "encodeIfPresent" if self.optional else "encode"
        written = f"try fields.{method}({name}, forKey: .{name})"
        return f"if {self.skip} {{ {written} }}" if self.skip else written


def fields(node: dict, owner: str) -> list[Field]:
    required = set(node.get("required", []))
    found = [Field(key, one, key in required, owner) for key, one in node.get("properties", {}).items()]
    assert len({field.name for field in found}) == len(found) and all(field.name != "fields" for field in found), owner
    return found


def parameters(found: list[Field]) -> list[Field]:
    """What must be said comes first."""
    return sorted(found, key=lambda field: field.optional or field.absent is not None)


def keys(names: list[tuple[str, str]], depth: int, access: str = "private ") -> list[str]:
    pad = "    " * depth
    lines = [f"{pad}{access}enum CodingKeys: String, CodingKey {{"]
    same = ", ".join(escaped(name) for name, key in names if name == key)
    if same:
        lines += wrapped(f"{pad}    case ", same.split(", "), "")
    lines += [f"{pad}    case {escaped(name)} = {quoted(key)}" for name, key in names if name != key]
    return [*lines, f"{pad}}}"]


def wrapped(begin: str, parts: list[str], end: str) -> list[str]:
    """On one line, or where that is too long one part a line."""
    line = begin + ", ".join(parts) + end
    if len(line) <= 120:
        return [line]
    pad = " " * (len(begin) - len(begin.lstrip()))
    if not end:
        return [f"{begin}{parts[0]},", *(f"{pad}    {part}," for part in parts[1:-1]), f"{pad}    {parts[-1]}"]
    return [begin.rstrip(), *(f"{pad}    {part}," for part in parts[:-1]), f"{pad}    {parts[-1]}", f"{pad}{end}"]


def broken(begin: str, expression: str) -> list[str]:
    """An expression that is too long for a line, what stands in its brackets one a line."""
    if len(begin) + len(expression) <= 120 or expression[-1] not in ")]":
        return [begin + expression]
    opening = expression.index("(" if expression[-1] == ")" else "[")
    parts, depth = [""], 0
    for sign in expression[opening + 1 : -1]:
        depth += (sign in "([") - (sign in ")]")
        if sign == "," and depth == 0:
            parts.append("")
        else:
            parts[-1] += sign
    pad = " " * (len(begin) - len(begin.lstrip()))
    lines = [begin + expression[: opening + 1]]
    for place, part in enumerate(parts):
        label = re.match(r"[\w\"]+: ", part.strip())
        name = label[0] if label else ""
        lines += broken(f"{pad}    {name}", part.strip().removeprefix(name))
        lines[-1] += "," if place < len(parts) - 1 else ""
    return [*lines, pad + expression[-1]]


def inner_types(node: dict, owner: str, depth: int) -> list[str]:
    """Types of fields that have no name of their own in the schema."""
    lines: list[str] = []
    for key, one in node.get("properties", {}).items():
        one = nullable(one) or one
        if "$ref" not in one and ("prefixItems" in one or (one.get("type") == "object" and "properties" in one)):
            lines += [*definition(nested(key), one, depth, f"{owner}.{key}"), ""]
    return lines


def structure(name: str, node: dict, depth: int, owner: str) -> list[str]:
    pad, found = "    " * depth, fields(node, owner)
    lines = [*comment(node, depth), f"{pad}public struct {name}: Codable, Sendable, Equatable {{"]
    for field in found:
        lines += [*comment(field.node, depth + 1), f"{pad}    public var {escaped(field.name)}: {field.type}"]
    lines += [""] if found else []
    for field in found:
        if field.default:
            lines += [f"{pad}    /// What `{field.name}` is where nothing else is said."]
            lines += broken(f"{pad}    public static let {field.name}ByDefault: {field.type} = ", field.default)
            lines += [""]
    lines += inner_types(node, owner, depth + 1)
    lines += wrapped(f"{pad}    public init(", [field.parameter for field in parameters(found)], ") {")
    lines[-1] += "" if found else "}"
    for field in found:
        lines.append(f"{pad}        self.{field.name} = {escaped(field.name)}")
    lines += [f"{pad}    }}"] if found else []
    names = [(field.name, field.key) for field in found]
    filled = any(field.absent is not None for field in found)
    if filled or any(name != key for name, key in names):
        lines += ["", *keys(names, depth + 1)]
    if filled:
        lines += ["", f"{pad}    public init(from decoder: any Decoder) throws {{"]
        lines.append(f"{pad}        let fields = try decoder.container(keyedBy: CodingKeys.self)")
        lines += [f"{pad}        {escaped(field.name)} = {field.decoded}" for field in found]
        lines.append(f"{pad}    }}")
    if any(field.skip for field in found):
        lines += ["", f"{pad}    public func encode(to encoder: any Encoder) throws {{"]
        lines.append(f"{pad}        var fields = encoder.container(keyedBy: CodingKeys.self)")
        lines += [f"{pad}        {field.encoded}" for field in found]
        lines.append(f"{pad}    }}")
    return [*lines, f"{pad}}}"]


def tuple_of(name: str, node: dict, depth: int, owner: str) -> list[str]:
    pad, places = "    " * depth, TUPLES[owner]
    types = [swift(one, owner) for one in node["prefixItems"]]
    both = list(zip(places, types, strict=True))
    lines = [*comment(node, depth), f"{pad}public struct {name}: Codable, Sendable, Equatable {{"]
    lines += [f"{pad}    public var {place}: {kind}" for place, kind in both]
    lines += ["", f"{pad}    public init({', '.join(f'{place}: {kind}' for place, kind in both)}) {{"]
    lines += [f"{pad}        self.{place} = {place}" for place, _ in both] + [f"{pad}    }}", ""]
    lines += [f"{pad}    public init(from decoder: any Decoder) throws {{", f"{pad}        var list = try decoder.unkeyedContainer()"]
    lines += [f"{pad}        {place} = try list.decode({kind}.self)" for place, kind in both] + [f"{pad}    }}", ""]
    lines += [f"{pad}    public func encode(to encoder: any Encoder) throws {{", f"{pad}        var list = encoder.unkeyedContainer()"]
    lines += [f"{pad}        try list.encode({place})" for place, _ in both] + [f"{pad}    }}"]
    return [*lines, f"{pad}}}"]


def words(name: str, node: dict, depth: int) -> list[str]:
    """An enumeration of texts."""
    pad = "    " * depth
    lines = [*comment(node, depth), f"{pad}public enum {name}: String, Codable, Sendable, CaseIterable, CodingKeyRepresentable {{"]
    for one in node["oneOf"]:
        case = camel(one["const"])
        value = "" if case == one["const"] else f" = {quoted(one['const'])}"
        lines += [*comment(one, depth + 1), f"{pad}    case {escaped(case)}{value}"]
    return [*lines, f"{pad}}}"]


def tag_of(node: dict) -> str | None:
    """The property that says which alternative it is."""
    found = None
    for one in node["oneOf"]:
        tags = [key for key, value in one.get("properties", {}).items() if isinstance(value.get("const"), str)]
        if len(tags) != 1 or found not in (None, tags[0]):
            return None
        found = tags[0]
    return found


class Case:
    """An alternative that is named by a tag beside its fields, or a struct that has the tag among its own."""

    def __init__(self, node: dict, tag: str, owner: str) -> None:
        self.node, self.code = node, node["properties"][tag]["const"]
        self.name = camel(self.code)
        self.whole = target(node)
        rest = {key: one for key, one in node["properties"].items() if key != tag}
        assert not (self.whole and rest), owner
        self.fields = parameters(fields({**node, "properties": rest}, f"{owner}.{self.code}"))

    @property
    def declared(self) -> list[str]:
        return [self.whole] if self.whole else [field.parameter for field in self.fields]

    @property
    def pattern(self) -> str:
        bound = ["whole"] if self.whole else [escaped(field.name) for field in self.fields]
        case = f".{escaped(self.name)}"
        return f"let {case}({', '.join(bound)})" if bound else case


def tagged(name: str, node: dict, depth: int, tag: str) -> list[str]:
    pad, cases = "    " * depth, [Case(one, tag, name) for one in node["oneOf"]]
    lines = [*comment(node, depth), f"{pad}public enum {name}: Codable, Sendable, Equatable {{"]
    for case in cases:
        lines += comment(case.node, depth + 1)
        begin = f"{pad}    case {escaped(case.name)}"
        lines += wrapped(f"{begin}(", case.declared, ")") if case.declared else [begin]
    lines += ["", f"{pad}    /// The code in documents.", f"{pad}    public var {tag}: String {{", f"{pad}        switch self {{"]
    lines += [f"{pad}        case .{escaped(case.name)}: {quoted(case.code)}" for case in cases]
    lines += [f"{pad}        }}", f"{pad}    }}", ""]
    names = {tag: tag} | {field.name: field.key for case in cases for field in case.fields}
    lines += [*keys(list(names.items()), depth + 1), ""]
    lines += [f"{pad}    public init(from decoder: any Decoder) throws {{"]
    lines += [f"{pad}        let fields = try decoder.container(keyedBy: CodingKeys.self)"]
    lines += [f"{pad}        switch try fields.decode(String.self, forKey: .{tag}) {{"]
    for case in cases:
        values = ["try " + f"{case.whole}(from: decoder)"] if case.whole else [
            f"{field.name}: {field.decoded}" for field in case.fields
        ]
        lines.append(f"{pad}        case {quoted(case.code)}:")
        begin = f"{pad}            self = .{escaped(case.name)}"
        lines += wrapped(f"{begin}(", values, ")") if values else [begin]
    lines += [f"{pad}        case let unknown: throw strange(unknown, fields.codingPath + [CodingKeys.{tag}])"]
    lines += [f"{pad}        }}", f"{pad}    }}", ""]
    lines += [f"{pad}    public func encode(to encoder: any Encoder) throws {{"]
    lines += [f"{pad}        var fields = encoder.container(keyedBy: CodingKeys.self)"]
    lines += [f"{pad}        try fields.encode({tag}, forKey: .{tag})"]
    if any(case.declared for case in cases):
        lines.append(f"{pad}        switch self {{")
        for case in cases:
            if case.declared:
                lines.append(f"{pad}        case {case.pattern}:")
                written = ["try whole.encode(to: encoder)"] if case.whole else [field.encoded for field in case.fields]
                lines += [f"{pad}            {line}" for line in written]
        if not all(case.declared for case in cases):
            lines.append(f"{pad}        default: break")
        lines.append(f"{pad}        }}")
    return [*lines, f"{pad}    }}", f"{pad}}}"]


def keyed(name: str, node: dict, depth: int) -> list[str]:
    """Alternatives that are a word, or an object whose one key names them."""
    pad = "    " * depth
    plain = [one for one in node["oneOf"] if "const" in one]
    objects = [(next(iter(one["properties"])), one) for one in node["oneOf"] if "const" not in one]
    assert all(len(one["properties"]) == 1 and one["required"] == [key] for key, one in objects), name
    values = {key: swift(one["properties"][key], f"{name}.{key}") for key, one in objects}
    lines = [*comment(node, depth), f"{pad}public enum {name}: Codable, Sendable, Equatable {{"]
    for one in node["oneOf"]:
        key = one.get("const") or next(iter(one["properties"]))
        value = "" if "const" in one else f"({values[key]})"
        lines += [*comment(one, depth + 1), f"{pad}    case {escaped(camel(key))}{value}"]
    lines.append("")
    for _, one in objects:
        lines += inner_types(one, name, depth + 1)
    lines += [*keys([(camel(key), key) for key, _ in objects], depth + 1), ""]
    lines += [f"{pad}    public init(from decoder: any Decoder) throws {{"]
    if plain:
        lines += [f"{pad}        if let word = try? decoder.singleValueContainer().decode(String.self) {{"]
        lines += [f"{pad}            switch word {{"]
        lines += [f"{pad}            case {quoted(one['const'])}: self = .{escaped(camel(one['const']))}" for one in plain]
        lines += [f"{pad}            default: throw strange(word, decoder.codingPath)", f"{pad}            }}"]
        lines += [f"{pad}            return", f"{pad}        }}"]
    lines += [f"{pad}        let fields = try decoder.container(keyedBy: CodingKeys.self)"]
    lines += [f"{pad}        guard let key = fields.allKeys.first else {{ throw strange({quoted('{}')}, fields.codingPath) }}"]
    lines += [f"{pad}        switch key {{"]
    for key, _ in objects:
        case = escaped(camel(key))
        lines += [f"{pad}        case .{case}: self = .{case}(try fields.decode({values[key]}.self, forKey: .{case}))"]
    lines += [f"{pad}        }}", f"{pad}    }}", ""]
    lines += [f"{pad}    public func encode(to encoder: any Encoder) throws {{"]
    lines += [f"{pad}        switch self {{"]
    for one in plain:
        lines += [f"{pad}        case .{escaped(camel(one['const']))}:"]
        lines += [f"{pad}            var word = encoder.singleValueContainer()"]
        lines += [f"{pad}            try word.encode({quoted(one['const'])})"]
    for key, _ in objects:
        case = escaped(camel(key))
        lines += [f"{pad}        case let .{case}(value):"]
        lines += [f"{pad}            var fields = encoder.container(keyedBy: CodingKeys.self)"]
        lines += [f"{pad}            try fields.encode(value, forKey: .{case})"]
    return [*lines, f"{pad}        }}", f"{pad}    }}", f"{pad}}}"]


def word_or_object(name: str, node: dict, depth: int) -> list[str]:
    """A text, or an object that has the same as a field and says more."""
    pad, (text, whole) = "    " * depth, node["anyOf"]
    assert resolved(text).get("type") == "string" and whole["type"] == "object", name
    first, second = UNTAGGED[name]
    plain, named = swift(text, name), parameters(fields(whole, name))
    lines = [*comment(node, depth), f"{pad}public enum {name}: Codable, Sendable, Equatable {{"]
    lines += [f"{pad}    case {first}({plain})", f"{pad}    case {second}({', '.join(field.parameter for field in named)})", ""]
    lines += [*keys([(field.name, field.key) for field in named], depth + 1), ""]
    lines += [f"{pad}    public init(from decoder: any Decoder) throws {{"]
    lines += [f"{pad}        if let word = try? decoder.singleValueContainer().decode({plain}.self) {{"]
    lines += [f"{pad}            self = .{first}(word)", f"{pad}            return", f"{pad}        }}"]
    lines += [f"{pad}        let fields = try decoder.container(keyedBy: CodingKeys.self)"]
    lines += wrapped(f"{pad}        self = .{second}(", [f"{field.name}: {field.decoded}" for field in named], ")")
    lines += [f"{pad}    }}", "", f"{pad}    public func encode(to encoder: any Encoder) throws {{", f"{pad}        switch self {{"]
    lines += [f"{pad}        case let .{first}(word):", f"{pad}            var value = encoder.singleValueContainer()"]
    lines += [f"{pad}            try value.encode(word)"]
    lines += [f"{pad}        case let .{second}({', '.join(field.name for field in named)}):"]
    lines += [f"{pad}            var fields = encoder.container(keyedBy: CodingKeys.self)"]
    lines += [f"{pad}            {field.encoded}" for field in named]
    return [*lines, f"{pad}        }}", f"{pad}    }}", f"{pad}}}"]


def by_keys(name: str, node: dict, depth: int) -> list[str]:
    """Objects that no tag tells apart: their keys do, which is proved here."""
    pad, names = "    " * depth, [target(one) or "" for one in node["anyOf"]]
    has = {one: set(DEFS[one]["properties"]) for one in names}
    needs = {one: set(DEFS[one]["required"]) for one in names}
    for place, one in enumerate(names):
        for other in names[place + 1 :]:
            assert not needs[one] <= has[other], f"{name}: what is {other} may be taken for {one}"
    case = {one: one[0].lower() + one[1:] for one in names}
    lines = [*comment(node, depth), f"{pad}public enum {name}: Codable, Sendable, Equatable {{"]
    for one in names:
        lines += [*comment(DEFS[one], depth + 1), f"{pad}    case {case[one]}({one})"]
    lines += ["", f"{pad}    public init(from decoder: any Decoder) throws {{"]
    lines += [f"{pad}        let keys = try Keys(of: decoder)"]
    for place, one in enumerate(names):
        wanted = ", ".join(quoted(key) for key in DEFS[one]["required"])
        lines += [f"{pad}        {'if' if place == 0 else '} else if'} keys.hold({wanted}) {{"]
        lines += [f"{pad}            self = .{case[one]}(try {one}(from: decoder))"]
    lines += [f"{pad}        }} else {{", f"{pad}            throw strange(\"a record\", decoder.codingPath)", f"{pad}        }}", f"{pad}    }}", ""]
    lines += [f"{pad}    public func encode(to encoder: any Encoder) throws {{", f"{pad}        switch self {{"]
    lines += [f"{pad}        case let .{case[one]}(record): try record.encode(to: encoder)" for one in names]
    return [*lines, f"{pad}        }}", f"{pad}    }}", f"{pad}}}"]


def text_of_a_form(name: str, node: dict, depth: int) -> list[str]:
    pad = "    " * depth
    return [
        *comment(node, depth),
        f"{pad}public struct {name}: FormedText {{",
        f"{pad}    public let rawValue: String",
        f"{pad}    public init(rawValue: String) {{ self.rawValue = rawValue }}",
        f"{pad}}}",
    ]


def definition(name: str, node: dict, depth: int, owner: str) -> list[str]:
    if name in PLAIN or is_alias(node):
        return [*comment(node, depth), f"{'    ' * depth}public typealias {name} = {swift({'$ref': '#/$defs/' + name}, name)}"]
    if "oneOf" in node:
        if all("const" in one for one in node["oneOf"]):
            return words(name, node, depth)
        return tagged(name, node, depth, tag) if (tag := tag_of(node)) else keyed(name, node, depth)
    if "anyOf" in node:
        return by_keys(name, node, depth) if all("$ref" in one for one in node["anyOf"]) else word_or_object(name, node, depth)
    if node["type"] == "string":
        return text_of_a_form(name, node, depth)
    if "prefixItems" in node:
        return tuple_of(name, node, depth, owner)
    return structure(name, node, depth, owner)


def kinds(name: str) -> dict[str, str]:
    """The kinds of commands or events and the bodies they have."""
    found = {}
    for one in DEFS[name]["oneOf"]:
        found[one["properties"]["kind"]["const"]] = target(one["properties"]["body"]) or ""
    return found


def bodies(name: str, before: list[str], rest: list[str]) -> list[str]:
    """Commands or events: what each of them says, one case a kind."""
    found = kinds(name)
    lines = [*comment(DEFS[name], 1), *before, "        /// Its kind and what it says.", "        public var body: Body", ""]
    lines += ["        /// What it says, by its kind.", "        public enum Body: Sendable, Equatable {"]
    for kind, body in found.items():
        default = " = .init()" if not required_in(resolved(DEFS[body])) else ""
        lines += [*comment(DEFS[body] if described(DEFS[body]) else resolved(DEFS[body]), 3)]
        lines += [f"            case {escaped(camel(kind))}({body}{default})"]
    lines += ["", "            /// Its kind.", "            public var kind: Kind {", "                switch self {"]
    lines += [f"                case .{escaped(camel(kind))}: .{escaped(camel(kind))}" for kind in found]
    lines += ["                }", "            }", "        }", ""]
    lines += [f"        /// Every kind of {'command' if name == 'Command' else 'event'}."]
    lines += ["        public enum Kind: String, Codable, Sendable, CaseIterable {"]
    lines += [f"            case {escaped(camel(kind))} = {quoted(kind)}" for kind in found]
    lines += ["        }", "", *rest, "    }", "}", "", f"extension Document.{name}.Body {{"]
    lines += ["    init<Key: CodingKey>(_ kind: Document." + name + ".Kind, in fields: KeyedDecodingContainer<Key>, at key: Key) throws {"]
    lines += ["        func body<Body: Decodable>() throws -> Body { try fields.decode(Body.self, forKey: key) }", "        switch kind {"]
    for kind in found:
        lines += [f"        case .{escaped(camel(kind))}: self = .{escaped(camel(kind))}(try body())"]
    lines += ["        }", "    }", ""]
    lines += ["    func encode<Key: CodingKey>(in fields: inout KeyedEncodingContainer<Key>, at key: Key) throws {", "        switch self {"]
    lines += [f"        case let .{escaped(camel(kind))}(body): try fields.encode(body, forKey: key)" for kind in found]
    return [*lines, "        }", "    }", "}"]


def required_in(node: dict) -> bool:
    return bool(node.get("required")) or node.get("type") != "object"


COMMAND = """\
        /// A command, to a record or to one that it begins.
        public init(_ body: Body, record: RecordId? = nil) {
            self.record = record
            self.body = body
        }

        private enum CodingKeys: String, CodingKey {
            case kind, record, body
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            record = try fields.decodeIfPresent(RecordId.self, forKey: .record)
            body = try Body(try fields.decode(Kind.self, forKey: .kind), in: fields, at: .body)
        }

        public func encode(to encoder: any Encoder) throws {
            var fields = encoder.container(keyedBy: CodingKeys.self)
            try fields.encode(body.kind, forKey: .kind)
            try fields.encodeIfPresent(record, forKey: .record)
            try body.encode(in: &fields, at: .body)
        }"""

EVENT = """\
        public init(head: EventHead, body: Body) {
            self.head = head
            self.body = body
        }

        /// What the head says: `event.record`, `event.at`.
        public subscript<Value>(dynamicMember path: KeyPath<EventHead, Value>) -> Value { head[keyPath: path] }

        private enum CodingKeys: String, CodingKey {
            case kind, body
        }

        /// Fields that a later version added are passed over.
        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            head = try EventHead(from: decoder)
            body = try Body(try fields.decode(Kind.self, forKey: .kind), in: fields, at: .body)
        }

        public func encode(to encoder: any Encoder) throws {
            try head.encode(to: encoder)
            var fields = encoder.container(keyedBy: CodingKeys.self)
            try fields.encode(body.kind, forKey: .kind)
            try body.encode(in: &fields, at: .body)
        }"""


def reached(name: str, seen: set[str]) -> set[str]:
    """Every definition that one names, with those that these name."""
    if name not in seen:
        seen.add(name)
        for other in re.findall(r'"#/\$defs/(\w+)"', json.dumps(DEFS[name])):
            reached(other, seen)
    return seen


def homes() -> dict[str, str]:
    """The file of each definition: that of the one process that names it, or the one that all share."""
    records = {target(one) or "" for one in DEFS["Record"]["anyOf"]}
    roots: dict[str, set[str]] = {record: {record} for record in records}
    codes = {re.sub(r"(?<!^)(?=[A-Z])", "_", record).lower(): record for record in records} | {"waiver": "FiledWaiver"}
    for name in ("Command", "Event"):
        for kind, body in kinds(name).items():
            # A clock belongs to whatever has one.
            if (record := codes.get(kind.split(".")[0])) is not None:
                roots[record].add(body)
    named: dict[str, set[str]] = {}
    for record, beginnings in roots.items():
        for beginning in beginnings:
            for name in reached(beginning, set()):
                named.setdefault(name, set()).add(record)
    home = {name: next(iter(by)) if len(by := named.get(name, set())) == 1 else "Shared" for name in DEFS}
    texts = {name: "Texts" for name, node in DEFS.items() if node.get("type") == "string"}
    return home | texts | {"Command": "Command", "Event": "Event", "Record": "Record"}


def written() -> dict[str, str]:
    clash = SWIFT & set(DEFS)
    assert not clash, clash
    files: dict[str, list[str]] = {}
    for name, file in sorted(homes().items()):
        if name == "Command":
            begin = ["    public struct Command: Codable, Sendable, Equatable {", "        /// The record it is about."]
            lines = bodies(name, [*begin, "        public var record: RecordId?"], COMMAND.splitlines())
        elif name == "Event":
            begin = ["    @dynamicMemberLookup", "    public struct Event: Codable, Sendable, Equatable {"]
            lines = bodies(name, [*begin, *comment(DEFS["EventHead"], 2), "        public var head: EventHead"], EVENT.splitlines())
        else:
            lines = definition(name, DEFS[name], 1, name)
        files.setdefault(file, []).extend(["", *lines])
    head = "// Made from schema/itsm.schema.json by documents.py.\n\nimport Foundation\n\nextension Document {\n"
    # What codes the bodies stands outside, where it is not part of what people read.
    tail = {"Command": "", "Event": ""}
    return {f"{file}.swift": head + "\n".join(lines[1:]) + "\n" + tail.get(file, "}\n") for file, lines in sorted(files.items())}


def main() -> None:
    files = written()
    there = {path.name: path.read_text(encoding="utf-8") for path in FOLDER.glob("*.swift")}
    if sys.argv[1:] == ["--check"]:
        stale = sorted(name for name in files.keys() | there.keys() if files.get(name) != there.get(name))
        sys.exit(f"stale: {', '.join(stale)}; bindings-swift/documents.py writes them" if stale else None)
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name in there.keys() - files.keys():
        (FOLDER / name).unlink()
    for name, text in files.items():
        (FOLDER / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
