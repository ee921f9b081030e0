//! The diagnostics of `facts --json`, each with its file and a hint.

use super::{CheckedReport, findings};
use serde::Serialize;

#[derive(Serialize)]
struct JsonFinding<'a> {
    file: &'a str,
    code: &'a str,
    severity: &'a str,
    line: Option<usize>,
    message: &'a str,
    hint: Option<&'a str>,
}

/// All findings as a single array.
pub fn json(reports: &[CheckedReport]) -> serde_json::Result<String> {
    let rows = findings(reports).map(|(report, finding)| JsonFinding {
        file: report.source.name(),
        code: finding.code,
        severity: finding.severity.name(),
        line: finding.span.map(|span| report.source.line_of(span.start)),
        message: &finding.message,
        hint: finding.hint.as_deref(),
    });
    serde_json::to_string_pretty(&rows.collect::<Vec<JsonFinding>>()).map(|text| text + "\n")
}
