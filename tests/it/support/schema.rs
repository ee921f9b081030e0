//! JSON held against a JSON schema, as far as the schemas of this project go.

use serde_json::Value;

/// What of a value its schema does not allow, each with its path.
pub(crate) fn faults(value: &Value, schema: &Value) -> Vec<String> {
    let mut out = Vec::new();
    held(value, schema, schema, "$", &mut out);
    out
}

fn held(value: &Value, schema: &Value, root: &Value, path: &str, out: &mut Vec<String>) {
    if let Some(name) = schema["$ref"].as_str() {
        let target = root
            .pointer(name.trim_start_matches('#'))
            .expect("a definition");
        return held(value, target, root, path, out);
    }
    if let Some(any) = schema["anyOf"].as_array() {
        let fits = |one: &Value| {
            let mut found = Vec::new();
            held(value, one, root, path, &mut found);
            found.is_empty()
        };
        if !any.iter().any(fits) {
            out.push(format!("{path}: {value} is none of {}", any.len()));
        }
        return;
    }
    let types: Vec<&str> = match &schema["type"] {
        Value::String(one) => vec![one],
        Value::Array(many) => many.iter().filter_map(Value::as_str).collect(),
        _ => Vec::new(),
    };
    if !types.is_empty() && !types.iter().any(|name| is(value, name)) {
        out.push(format!("{path}: {value} is no {types:?}"));
        return;
    }
    if let Some(known) = schema["enum"].as_array()
        && !known.contains(value)
    {
        out.push(format!("{path}: {value} is not among {known:?}"));
    }
    if let Some(constant) = schema.get("const")
        && constant != value
    {
        out.push(format!("{path}: {value} is not {constant}"));
    }
    if let (Some(pattern), Some(text)) = (schema["pattern"].as_str(), value.as_str()) {
        let pattern = regex_lite::Regex::new(pattern).expect("a pattern");
        if !pattern.is_match(text) {
            out.push(format!("{path}: {text} does not match"));
        }
    }
    if let Some(items) = value.as_array() {
        for (at, item) in items.iter().enumerate() {
            held(item, &schema["items"], root, &format!("{path}[{at}]"), out);
        }
    }
    if let Some(object) = value.as_object() {
        for name in schema["required"].as_array().into_iter().flatten() {
            if !object.contains_key(name.as_str().expect("a name")) {
                out.push(format!("{path}: {name} is missing"));
            }
        }
        for (name, own) in object {
            match schema["properties"].get(name) {
                Some(known) => held(own, known, root, &format!("{path}.{name}"), out),
                None if schema["additionalProperties"] == false => {
                    out.push(format!("{path}: {name} is unknown"));
                }
                None => {}
            }
        }
    }
}

fn is(value: &Value, name: &str) -> bool {
    match name {
        "null" => value.is_null(),
        "boolean" => value.is_boolean(),
        "integer" => value.is_i64() || value.is_u64(),
        "number" => value.is_number(),
        "string" => value.is_string(),
        "array" => value.is_array(),
        "object" => value.is_object(),
        other => panic!("no type: {other}"),
    }
}
