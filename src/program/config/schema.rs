//! JSON schemas, for editors and for programs that read what this one writes.

use super::{FILES, TABLES, keys};
use crate::program::cli::Cli;
use clap::builder::ValueParser;
use clap::{Arg, ArgAction, Command, CommandFactory};
use serde_json::{Map, Value, json};
use std::any::TypeId;

/// The schemas that there are.
pub(crate) const SCHEMAS: &[&str] = &["config", "facts", "stats", "actions", "style"];

/// A schema by its name.
pub(crate) fn schema(name: &str) -> Option<String> {
    match name {
        "config" => serde_json::to_string_pretty(&config()).ok().map(|text| text + "\n"),
        "facts" => Some(include_str!("../../../docs/schema/facts.json").to_string()),
        "stats" => Some(include_str!("../../../docs/schema/stats.json").to_string()),
        "actions" => Some(include_str!("../../../docs/schema/actions.json").to_string()),
        "style" => Some(include_str!("../../../docs/schema/style.json").to_string()),
        _ => None,
    }
}

/// The schema of `postmirth.toml`, made of the options that the commands take.
fn config() -> Value {
    let program = Cli::command();
    let mut tables: Map<String, Value> = TABLES
        .iter()
        .filter_map(|(name, _)| Some((name.to_string(), table(program.find_subcommand(name)?))))
        .collect();
    let patterns = json!({
        "description": "Patterns of files that do not count, as .gitignore writes them, seen from \
            the folder of this file",
        "type": "array",
        "items": { "type": "string" },
    });
    tables.insert(
        FILES.to_string(),
        json!({
            "description": "Which files count",
            "type": "object",
            "additionalProperties": false,
            "properties": { "exclude": patterns },
        }),
    );
    json!({
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "postmirth.toml",
        "description": "Options of postmirth for the reports of a folder and those below it",
        "type": "object",
        "additionalProperties": false,
        "properties": tables,
    })
}

fn table(command: &Command) -> Value {
    let properties: Map<String, Value> = keys(command.get_name())
        .into_iter()
        .filter_map(|key| {
            let arg = command.get_arguments().find(|arg| arg.get_long() == Some(key))?;
            Some((key.to_string(), option(arg)))
        })
        .collect();
    json!({
        "description": format!("Options of `postmirth {}`", command.get_name()),
        "type": "object",
        "additionalProperties": false,
        "properties": properties,
    })
}

fn option(arg: &Arg) -> Value {
    let mut one = Map::new();
    let values: Vec<String> =
        arg.get_possible_values().iter().map(|value| value.get_name().to_string()).collect();
    let kind = match arg.get_action() {
        ArgAction::SetTrue => "boolean",
        _ => kind(arg.get_value_parser()),
    };
    one.insert("type".into(), kind.into());
    if kind == "string" && !values.is_empty() {
        one.insert("enum".into(), values.into());
    }
    let mut whole = match arg.get_action() {
        ArgAction::Append => {
            let one = Value::Object(one);
            let many = json!({ "type": "array", "items": one });
            Map::from_iter([("anyOf".to_string(), json!([one, many]))])
        }
        _ => one,
    };
    if let Some(help) = arg.get_help() {
        whole.insert("description".into(), help.to_string().into());
    }
    Value::Object(whole)
}

/// The type of a value, by that of its parser.
fn kind(parser: &ValueParser) -> &'static str {
    let id = parser.type_id();
    match () {
        () if id == TypeId::of::<u32>() || id == TypeId::of::<u64>() => "integer",
        () if id == TypeId::of::<f64>() => "number",
        () => "string",
    }
}
