//! Every way in which a document is spoilt, one at a time.

use serde_json::{Value, json};

/// Where in a document something was spoilt.
pub struct Place<'a>(pub &'a [String]);

impl Place<'_> {
    /// The place without the numbers of lists.
    pub fn form(&self) -> String {
        let parts =
            self.0.iter().map(|part| if part.bytes().all(|b| b.is_ascii_digit()) { "*" } else { part });
        parts.collect::<Vec<_>>().join(".")
    }
}

/// Numbers at the ends of what documents count with.
const NUMBERS: [i64; 21] = [
    i64::MIN,
    -2_147_483_649,
    -2_147_483_648,
    -1,
    0,
    1,
    2,
    16,
    17,
    100,
    101,
    255,
    256,
    65_535,
    65_536,
    1_000_000,
    1_000_001,
    2_147_483_648,
    4_294_967_295,
    4_294_967_296,
    i64::MAX,
];

/// Texts that are no date, no time, or no identifier.
const TEXTS: [&str; 25] = [
    "",
    " ",
    "zz",
    "zz ",
    " zz",
    "a\u{200b}b",
    "a\u{7}b",
    "a\nb",
    "a b",
    "a\u{e0001}b",
    "sd",
    "2026-02-29",
    "2026-02-29T00:00:00Z",
    "2026-02-30",
    "1969-12-31",
    "2201-01-01",
    "2026-13-01",
    "02-30",
    "1970-01-01T00:00:00Z",
    "2026-11-31T00:00:00Z",
    "2026-11-21T24:00:00Z",
    "2201-01-01T00:00:00Z",
    "24:00",
    "9:00",
    "24:01",
];

fn texts() -> Vec<String> {
    let long = [128, 129, 256, 257, 32_768, 32_769].map(|length| "x".repeat(length));
    // An identifier that is too long in bytes alone.
    let wide = "é".repeat(65);
    TEXTS.iter().map(|text| (*text).to_owned()).chain(long).chain([wide]).collect()
}

/// The kind of a record's state, for what stands in it.
pub fn state<'d>(document: &'d Value, form: &str) -> &'d str {
    let state = if form.starts_with("state") { document["state"]["kind"].as_str() } else { None };
    state.unwrap_or_default()
}

/// Shows every spoilt copy of a document, with the place and what was done there.
pub fn each(document: &Value, show: &mut impl FnMut(&Place, &str, &Value)) {
    let mut copy = document.clone();
    at(document, &mut Vec::new(), &mut copy, show);
}

/// The value at a path of the copy.
fn held<'a>(copy: &'a mut Value, path: &[String]) -> &'a mut Value {
    path.iter().fold(copy, |value, part| match value {
        Value::Array(list) => &mut list[part.parse::<usize>().expect("a place")],
        other => &mut other[part],
    })
}

fn at(value: &Value, path: &mut Vec<String>, copy: &mut Value, show: &mut impl FnMut(&Place, &str, &Value)) {
    let mut put = |way: &str, spoilt: Value| {
        if spoilt != *value {
            *held(copy, path) = spoilt;
            show(&Place(path), way, copy);
            *held(copy, path) = value.clone();
        }
    };
    for other in [Value::Null, json!(true), json!(7), json!("zz"), json!([]), json!({})] {
        let kind = |value: &Value| std::mem::discriminant(value);
        if kind(&other) != kind(value) {
            put(&format!("{other} in its place"), other);
        }
    }
    match value {
        Value::Number(_) => {
            for number in NUMBERS {
                put(&format!("{number}"), json!(number));
            }
            put("2^64 - 1", json!(u64::MAX));
            put("a fraction", json!(1.5));
        }
        Value::String(_) => {
            for text in texts() {
                let shown: String = text.chars().take(24).collect();
                put(&format!("{shown:?} of {}", text.chars().count()), Value::String(text));
            }
        }
        Value::Array(list) => {
            put("no members", json!([]));
            for count in [17, 97, 201] {
                if let Some(first) = list.first() {
                    put(&format!("{count} members"), Value::Array(vec![first.clone(); count]));
                }
            }
            let twice = list.iter().chain(list.last()).cloned().collect();
            put("its last twice", Value::Array(twice));
        }
        Value::Object(members) => {
            for key in ["zz_unknown", "zz ", "monday", "2026-13-01"] {
                for (like, member) in [
                    ("a number", json!(1)),
                    ("like its first", members.values().next().cloned().unwrap_or_default()),
                ] {
                    let mut more = members.clone();
                    more.insert(key.to_owned(), member);
                    put(&format!("and {key:?} {like}"), Value::Object(more));
                }
            }
            for key in members.keys() {
                let mut less = members.clone();
                less.shift_remove(key);
                put(&format!("without {key:?}"), Value::Object(less));
            }
        }
        Value::Bool(_) | Value::Null => {}
    }
    let parts: Vec<(String, &Value)> = match value {
        Value::Array(list) => {
            list.iter().enumerate().map(|(place, inner)| (place.to_string(), inner)).collect()
        }
        Value::Object(members) => members.iter().map(|(key, inner)| (key.clone(), inner)).collect(),
        _ => Vec::new(),
    };
    for (part, inner) in parts {
        path.push(part);
        at(inner, path, copy, show);
        path.pop();
    }
}
