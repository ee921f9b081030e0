//! SARIF 2.1.0, the exchange format for the results of checkers.

use super::{CheckedReport, findings};
use crate::check::Finding;
use crate::check::names::{Meaning, meaning};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::path::{Component, Path};

/// All findings, as one run.
pub fn sarif(reports: &[CheckedReport]) -> String {
    let codes: BTreeSet<&str> = findings(reports).map(|(_, finding)| finding.code).collect();
    let codes: Vec<&str> = codes.into_iter().collect();
    let log = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": env!("CARGO_PKG_NAME"),
                "version": env!("CARGO_PKG_VERSION"),
                "rules": codes.iter().map(|code| rule(code)).collect::<Vec<Value>>(),
            } },
            "columnKind": "unicodeCodePoints",
            // Markdown ends a line at a lone carriage return as well.
            "newlineSequences": ["\r\n", "\n", "\r"],
            "results": findings(reports).map(|(report, finding)| result(report, finding, &codes)).collect::<Vec<Value>>(),
        }],
    });
    format!("{log:#}\n")
}

/// The description of a code.
fn rule(code: &str) -> Value {
    let Some(meaning) = meaning(code) else {
        return json!({ "id": code });
    };
    let help = match meaning {
        Meaning::Rule(rule) => format!(
            "This fails:\n\n{}\n\nThis passes:\n\n{}",
            rule.fails.text(),
            rule.passes.text()
        ),
        Meaning::Reader(code) => code.about().to_string(),
    };
    json!({
        "id": code,
        "shortDescription": { "text": meaning.short() },
        "fullDescription": { "text": meaning.long() },
        "help": { "text": help },
        "defaultConfiguration": { "level": meaning.severity().name() },
    })
}

fn result(report: &CheckedReport, finding: &Finding, codes: &[&str]) -> Value {
    let hint = finding.hint.iter().map(|hint| format!("\n{hint}"));
    let message: String = std::iter::once(finding.message.clone()).chain(hint).collect();
    let uri = report.path.as_deref().map_or_else(|| encoded(report.source.name().as_bytes()), uri);
    json!({
        "ruleId": finding.code,
        "ruleIndex": codes.partition_point(|code| *code < finding.code),
        "level": finding.severity.name(),
        "message": { "text": message },
        "locations": [{ "physicalLocation": {
            "artifactLocation": { "uri": uri },
            "region": region(report, finding),
        } }],
    })
}

/// The place of a finding; a missing part is shown at the first line.
fn region(report: &CheckedReport, finding: &Finding) -> Value {
    let Some(span) = finding.span else {
        return json!({ "startLine": 1 });
    };
    let (start, end) = (report.source.place(span.start), report.source.place(span.end));
    json!({ "startLine": start.line, "startColumn": start.column, "endLine": end.line, "endColumn": end.column })
}

/// A path as a URI, relative if the path is.
fn uri(path: &Path) -> String {
    let parts = path.components().filter_map(|part| match part {
        Component::Prefix(disk) => Some(disk.as_os_str().to_string_lossy().into_owned()),
        Component::RootDir | Component::CurDir => None,
        Component::ParentDir => Some("..".into()),
        Component::Normal(name) => Some(encoded(name.as_encoded_bytes())),
    });
    let path_of_it = parts.collect::<Vec<String>>().join("/");
    if path.has_root() { format!("file:///{path_of_it}") } else { path_of_it }
}

/// Percent-encodes bytes that are reserved in a URI.
fn encoded(bytes: &[u8]) -> String {
    let one = |byte: &u8| match byte {
        b'-' | b'.' | b'_' | b'~' => char::from(*byte).to_string(),
        byte if byte.is_ascii_alphanumeric() => char::from(*byte).to_string(),
        byte => format!("%{byte:02X}"),
    };
    bytes.iter().map(one).collect()
}
