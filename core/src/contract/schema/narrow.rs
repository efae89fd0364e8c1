//! What the types say of a document that their derived schema does not: the keys of maps, the ends of integers.

use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

/// What every identifier is, whatever it names.
const IDENTIFIER: &str = "Identifier";

/// The names of what keys can be: by the codes of an enum, by the pattern of a text.
#[derive(Default)]
struct Keys(BTreeMap<String, Vec<String>>);

impl Keys {
    fn of(documents: &Map<String, Value>) -> Self {
        let mut keys = Self::default();
        for (name, definition) in documents {
            if let Some(said) = definition.get("enum").or_else(|| definition.get("pattern")) {
                keys.0.entry(sorted(said)).or_default().push(name.clone());
            }
        }
        keys
    }

    /// The schema of keys that are said to be so: the type by its name, or what all identifiers are.
    fn schema(&self, said: &Value) -> Option<Value> {
        match self.0.get(&sorted(said)).map(Vec::as_slice) {
            Some([name]) => Some(json!({"$ref": format!("#/$defs/{name}")})),
            Some([..]) => Some(json!({"$ref": format!("#/$defs/{IDENTIFIER}")})),
            _ => None,
        }
    }
}

/// What is said of keys, in one order.
fn sorted(said: &Value) -> String {
    let mut said = said.clone();
    if let Value::Array(codes) = &mut said {
        codes.sort_by(|a, b| a.as_str().cmp(&b.as_str()));
    }
    said.to_string()
}

/// Narrows every definition to what its type reads.
pub(super) fn narrow(documents: &mut Map<String, Value>) {
    let keys = Keys::of(documents);
    for definition in documents.values_mut() {
        walk(definition, &|node| {
            bound(node);
            name_keys(node, &keys);
            // What stands twice in a set is read once; a list that refuses it says how short it may be.
            if !node.contains_key("minItems") {
                node.shift_remove("uniqueItems");
            }
            // Said by the branches already; it stood there for the maps.
            if node.contains_key("oneOf") && node.contains_key("enum") {
                node.shift_remove("enum");
                node.shift_remove("type");
            }
        });
    }
}

fn walk(value: &mut Value, change: &impl Fn(&mut Map<String, Value>)) {
    match value {
        Value::Object(node) => {
            change(node);
            for (key, inner) in node.iter_mut() {
                match (key.as_str(), inner) {
                    // What stands there is a value, not a schema.
                    ("default" | "const" | "enum", _) => {}
                    ("properties", Value::Object(fields)) => {
                        fields.values_mut().for_each(|field| walk(field, change));
                    }
                    (_, inner) => walk(inner, change),
                }
            }
        }
        Value::Array(list) => list.iter_mut().for_each(|inner| walk(inner, change)),
        _ => {}
    }
}

/// The ends of the integers of 32 and 64 bits, which schemars leaves to the format.
fn bound(node: &mut Map<String, Value>) {
    let (least, most) = match node.get("format").and_then(Value::as_str) {
        Some("uint32") => (json!(0), json!(u32::MAX)),
        Some("uint64" | "uint") => (json!(0), json!(u64::MAX)),
        Some("int32") => (json!(i32::MIN), json!(i32::MAX)),
        Some("int64") => (json!(i64::MIN), json!(i64::MAX)),
        _ => return,
    };
    node.entry("minimum").or_insert(least);
    node.entry("maximum").or_insert(most);
}

/// A map of schemars lists the values under every key or pattern of keys; here the keys have their type, and the values theirs.
fn name_keys(node: &mut Map<String, Value>, keys: &Keys) {
    if node.get("additionalProperties") != Some(&Value::Bool(false)) || node.contains_key("required") {
        return;
    }
    let found = match (node.get("patternProperties"), node.get("properties")) {
        (Some(Value::Object(patterns)), None) if patterns.len() == 1 => patterns
            .iter()
            .next()
            .map(|(pattern, values)| (json!(pattern), values.clone(), "patternProperties")),
        (None, Some(Value::Object(fields))) => {
            let mut values = fields.values();
            let first = values.next();
            let codes: Vec<&String> = fields.keys().collect();
            first
                .filter(|first| values.all(|other| other == *first))
                .map(|first| (json!(codes), first.clone(), "properties"))
        }
        _ => None,
    };
    let Some((said, values, listed)) = found else { return };
    if let Some(schema) = keys.schema(&said) {
        node.shift_remove(listed);
        node.insert("propertyNames".to_owned(), schema);
        node.insert("additionalProperties".to_owned(), values);
    }
}
