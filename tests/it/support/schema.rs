//! As much of JSON Schema as the schemas of `docs` use; a keyword that is not known fails.

#![allow(dead_code, clippy::panic, reason = "a test fails by panicking")]

use serde_json::Value;

/// What in a value is not as a schema says, each with the way to it.
pub(crate) fn faults(schema: &Value, value: &Value) -> Vec<String> {
    let mut out = Vec::new();
    check(schema, schema, value, "", &mut out);
    out
}

fn check(root: &Value, schema: &Value, value: &Value, at: &str, out: &mut Vec<String>) {
    for (keyword, wanted) in schema.as_object().expect("a schema") {
        let mut fault = |holds: bool| {
            if !holds {
                out.push(format!("{at}: {keyword} {wanted}, found {value}"));
            }
        };
        match keyword.as_str() {
            "$schema" | "$defs" | "definitions" | "title" | "description" => {}
            "pattern" => {
                let pattern = regex_lite::Regex::new(wanted.as_str().expect("a text"));
                let pattern = pattern.expect("a pattern");
                fault(value.as_str().is_none_or(|text| pattern.is_match(text)));
            }
            "const" => fault(value == wanted),
            "enum" => fault(wanted.as_array().expect("a list").contains(value)),
            "minimum" => {
                fault(value.as_i64().is_none_or(|own| own >= wanted.as_i64().expect("a number")))
            }
            "type" => fault(match wanted {
                Value::Array(types) => types.iter().any(|one| is(one, value)),
                one => is(one, value),
            }),
            "required" => {
                let keys = wanted.as_array().expect("a list").iter();
                keys.for_each(|key| fault(value.get(key.as_str().expect("a key")).is_some()));
            }
            "properties" => {
                for (key, below) in wanted.as_object().expect("properties") {
                    if let Some(value) = value.get(key) {
                        check(root, below, value, &format!("{at}/{key}"), out);
                    }
                }
            }
            "additionalProperties" => {
                let known = schema.get("properties").and_then(Value::as_object);
                let own = value.as_object().into_iter().flatten();
                for (key, value) in
                    own.filter(|(key, _)| known.is_none_or(|all| !all.contains_key(*key)))
                {
                    match wanted {
                        Value::Bool(false) => out.push(format!("{at}: no {key} is known")),
                        below => check(root, below, value, &format!("{at}/{key}"), out),
                    }
                }
            }
            "items" => {
                for (index, value) in value.as_array().into_iter().flatten().enumerate() {
                    check(root, wanted, value, &format!("{at}/{index}"), out);
                }
            }
            "anyOf" => {
                let holds = |schema: &Value| {
                    let mut below = Vec::new();
                    check(root, schema, value, at, &mut below);
                    below.is_empty()
                };
                fault(wanted.as_array().expect("a list").iter().any(holds));
            }
            "$ref" => {
                let way = wanted.as_str().and_then(|way| way.strip_prefix('#')).expect("a way");
                let below = root.pointer(way).expect("a definition");
                check(root, below, value, at, out);
            }
            other => panic!("{at}: the keyword {other} is not known here"),
        }
    }
}

fn is(name: &Value, value: &Value) -> bool {
    match name.as_str().expect("the name of a type") {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "integer" => value.is_i64() || value.is_u64(),
        "number" => value.is_number(),
        "boolean" => value.is_boolean(),
        "null" => value.is_null(),
        other => panic!("the type {other} is not known here"),
    }
}
