//! The register as a drawing, for Graphviz and for Mermaid. 图形导出

use crate::cmdb::{Cmdb, Impact, Item, ItemState, Relation};
use std::collections::BTreeMap;
use std::fmt::Write as _;

impl Cmdb {
    /// The register as a Graphviz digraph, in which the items of an impact have the colour of their state.
    ///
    /// ```
    /// use itsm::cmdb::{Cmdb, CmdbDocument, Impact, Item};
    /// use itsm::kernel::{CiId, Code};
    /// let mut document = CmdbDocument::preset();
    /// document.items = vec![Item::new(CiId::new("say \"hi\"").unwrap(), Code::new("server").unwrap())];
    /// let drawn = Cmdb::new(document).unwrap().to_dot(&Impact::default());
    /// assert!(drawn.contains(r#""say \"hi\"" [shape=box];"#));
    /// ```
    #[must_use]
    pub fn to_dot(&self, impact: &Impact) -> String {
        let mut drawn = "digraph cmdb {\n".to_owned();
        for item in self.items() {
            let shape = if self.is_service(item.id.as_str()) { "ellipse" } else { "box" };
            let id = in_dot(item.id.as_str());
            let label = item.name.as_ref().map(|name| format!(", label={}", in_dot(name)));
            let colour = colour(impact, item).map(|colour| format!(", style=filled, fillcolor=\"{colour}\""));
            let (label, colour) = (label.unwrap_or_default(), colour.unwrap_or_default());
            write(&mut drawn, format_args!("  {id} [shape={shape}{label}{colour}];\n"));
        }
        for relation in self.to_document().relations {
            let (from, to) = (in_dot(relation.from.as_str()), in_dot(relation.to.as_str()));
            write(&mut drawn, format_args!("  {from} -> {to} [label={}];\n", in_dot(&caption(&relation))));
        }
        drawn.push_str("}\n");
        drawn
    }

    /// The register as a Mermaid flowchart, in which the items of an impact have the colour of their state.
    #[must_use]
    pub fn to_mermaid(&self, impact: &Impact) -> String {
        let mut drawn = "flowchart LR\n".to_owned();
        let places: BTreeMap<&str, usize> =
            self.items().enumerate().map(|(place, item)| (item.id.as_str(), place)).collect();
        for (place, item) in self.items().enumerate() {
            let label = in_mermaid(item.name.as_deref().unwrap_or(item.id.as_str()));
            let (open, close) = if self.is_service(item.id.as_str()) { ("([", "])") } else { ("[", "]") };
            write(&mut drawn, format_args!("  n{place}{open}\"{label}\"{close}\n"));
            if let Some(colour) = colour(impact, item) {
                write(&mut drawn, format_args!("  style n{place} fill:{colour}\n"));
            }
        }
        for relation in self.to_document().relations {
            let ends = (places.get(relation.from.as_str()), places.get(relation.to.as_str()));
            let (Some(from), Some(to)) = ends else { continue };
            let caption = in_mermaid(&caption(&relation));
            write(&mut drawn, format_args!("  n{from} -->|\"{caption}\"| n{to}\n"));
        }
        drawn
    }
}

fn write(drawn: &mut String, text: std::fmt::Arguments<'_>) {
    // Writing into a text cannot fail.
    let _ = drawn.write_fmt(text);
}

fn colour(impact: &Impact, item: &Item) -> Option<&'static str> {
    match impact.reached(item.id.as_str())?.state {
        ItemState::Ok => None,
        ItemState::Degraded => Some("#ffd24d"),
        ItemState::Down => Some("#ff7a66"),
    }
}

fn caption(relation: &Relation) -> String {
    match &relation.group {
        Some(group) => format!("{} ({group})", relation.kind),
        None => relation.kind.to_string(),
    }
}

/// A quoted text in which nothing but the quote and the backslash means anything.
fn in_dot(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len().saturating_add(2));
    quoted.push('"');
    for character in text.chars() {
        match character {
            '"' | '\\' => quoted.extend(['\\', character]),
            '\n' => quoted.push_str("\\n"),
            other if other.is_control() => quoted.push(' '),
            other => quoted.push(other),
        }
    }
    quoted.push('"');
    quoted
}

/// Letters and digits as they are, and the few signs that mean nothing to Mermaid; all else by number.
fn in_mermaid(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for character in text.chars() {
        if character.is_alphanumeric() || " .-_/:()".contains(character) {
            safe.push(character);
        } else {
            write(&mut safe, format_args!("#{};", u32::from(character)));
        }
    }
    safe
}
