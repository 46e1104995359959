//! What assistive technology is told of a page: roles, names and states, from Chromium's own tree.

use std::collections::HashMap;

use serde_json::{Value, json};
use stories::chromium::Chromium;

/// States that are told; others are how Chromium works.
const STATES: [&str; 9] = [
    "checked", "expanded", "invalid", "required", "disabled", "level", "pressed", "selected", "live",
];

/// Nodes that only hold others, or repeat what stands above them.
const SILENT: [&str; 7] = [
    "none",
    "generic",
    "InlineTextBox",
    "StaticText",
    "LineBreak",
    "ListMarker",
    "LabelText",
];

/// The tree, a node a line.
pub fn told(chromium: &Chromium) -> String {
    let _nothing = chromium.devtools("Accessibility.enable", &json!({}));
    let tree = chromium.devtools("Accessibility.getFullAXTree", &json!({}));
    let _nothing = chromium.devtools("Accessibility.disable", &json!({}));
    let nodes = tree.get("nodes").and_then(Value::as_array).expect("a tree");
    let by_id: HashMap<&str, &Value> = nodes.iter().map(|node| (text(node, "/nodeId"), node)).collect();
    let mut lines = Vec::new();
    let root = nodes.first().expect("a root");
    tell(root, &by_id, 0, &mut lines);
    lines.join("\n")
}

fn tell(node: &Value, by_id: &HashMap<&str, &Value>, depth: usize, lines: &mut Vec<String>) {
    let (role, name) = (text(node, "/role/value"), same_each_time(text(node, "/name/value")));
    let name = name.as_str();
    let is_ignored = node.get("ignored") == Some(&Value::Bool(true));
    let is_told = !is_ignored && !SILENT.contains(&role);
    // A text that no element around it is named by.
    let is_text = !is_ignored && role == "StaticText" && !lines.last().is_some_and(|last| last.contains(name.trim()));
    if is_told {
        lines.push(format!("{}{role} \"{name}\"{}", "  ".repeat(depth), states(node)));
    } else if is_text && !name.trim().is_empty() {
        lines.push(format!("{}\"{}\"", "  ".repeat(depth), name.trim()));
    }
    let children = node.get("childIds").and_then(Value::as_array);
    for child in children.into_iter().flatten().filter_map(Value::as_str) {
        if let Some(child) = by_id.get(child) {
            tell(child, by_id, depth + usize::from(is_told), lines);
        }
    }
}

/// A text without what is drawn by lot: receipt codes, apart codes and recognition words.
fn same_each_time(text: &str) -> String {
    let is_code = |word: &str| {
        let parts: Vec<&str> = word.split('-').collect();
        let is_part =
            |part: &&str| part.len() == 4 && part.bytes().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit());
        parts.len() > 1 && parts.iter().all(is_part)
    };
    let words = text
        .split(' ')
        .map(|word| if is_code(word) { "XXXX-XXXX" } else { word });
    let text = words.collect::<Vec<_>>().join(" ");
    let lot = "Kjenneordene dine er ";
    match text.split_once(lot) {
        Some((before, after)) => {
            let (_, rest) = after.split_once('.').unwrap_or_default();
            format!("{before}{lot}….{rest}")
        }
        None => text,
    }
}

/// A node's description and states.
fn states(node: &Value) -> String {
    let mut told = Vec::new();
    let description = text(node, "/description/value");
    if !description.is_empty() {
        told.push(format!(" ({description})"));
    }
    let properties = node.get("properties").and_then(Value::as_array);
    for property in properties.into_iter().flatten() {
        let (name, value) = (text(property, "/name"), property.pointer("/value/value"));
        let Some(value) = value.filter(|value| **value != false && **value != "false" && **value != "off") else {
            continue;
        };
        if STATES.contains(&name) {
            told.push(format!(" [{name} {}]", value.to_string().trim_matches('"')));
        }
    }
    told.concat()
}

fn text<'a>(node: &'a Value, pointer: &str) -> &'a str {
    node.pointer(pointer).and_then(Value::as_str).unwrap_or_default()
}
