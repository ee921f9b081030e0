//! Workflow commands, which GitHub shows at the lines of a pull request.

use super::{CheckedReport, count, findings};
use crate::check::Finding;
use crate::diagnostic::Severity;
use crate::source::Span;
use crate::words::counted;
use std::path::{Component, Path};

/// The maximum number of annotations of each kind that GitHub shows per step.
const SHOWN: usize = 10;

/// A command for each finding.
pub fn github(reports: &[CheckedReport]) -> String {
    findings(reports).map(|(report, finding)| command(report, finding)).collect()
}

/// A note on the annotations that GitHub will leave out, if there are too many.
pub fn unshown(reports: &[CheckedReport]) -> Option<String> {
    let found = || findings(reports).map(|(_, finding)| finding);
    let over =
        Severity::ALL.into_iter().rev().map(|severity| (count(found(), severity), severity.name()));
    let over: Vec<String> = over
        .filter(|(count, _)| *count > SHOWN)
        .map(|(count, name)| counted(count, name))
        .collect();
    let told = format!(
        "note: GitHub shows {SHOWN} annotations of a kind for a step, and here are {}",
        over.join(" and ")
    );
    (!over.is_empty()).then(|| format!("{told}\n  = the log of the step has them all\n"))
}

fn command(report: &CheckedReport, finding: &Finding) -> String {
    let name = if finding.severity == Severity::Note { "notice" } else { finding.severity.name() };
    let file = report.path.iter().map(|path| ("file", slashed(path)));
    let properties =
        file.chain(place(report, finding)).chain([("title", finding.code.to_string())]);
    let properties: Vec<String> =
        properties.map(|(key, value)| format!("{key}={}", property(&value))).collect();
    let hint = finding.hint.iter().map(|hint| format!("\n{hint}"));
    let message: String = std::iter::once(finding.message.clone()).chain(hint).collect();
    format!("::{name} {}::{}\n", properties.join(","), data(&message))
}

/// The place of a finding; a missing part is shown at the first line.
fn place(report: &CheckedReport, finding: &Finding) -> Vec<(&'static str, String)> {
    let Some(Span { start, end }) = finding.span else {
        return vec![("line", "1".into())];
    };
    let place = report.source.place(start);
    // The line of its last character: a span that ends with a line break does not extend to the
    // next line.
    let last = report.source.line_of(report.source.boundary(end.saturating_sub(1)).max(start));
    vec![
        ("line", place.line.to_string()),
        ("col", place.column.to_string()),
        ("endLine", last.to_string()),
    ]
}

/// A path with forward slashes.
fn slashed(path: &Path) -> String {
    let parts = path.components().filter(|part| !matches!(part, Component::CurDir));
    let mut out = String::new();
    for part in parts {
        let glue = if out.is_empty() || out.ends_with('/') { "" } else { "/" };
        let name = if part == Component::RootDir {
            "/".into()
        } else {
            part.as_os_str().to_string_lossy()
        };
        out.push_str(&format!("{glue}{name}"));
    }
    out
}

/// Escapes a message: line breaks and percent signs would break the command, other control
/// characters would affect the log.
fn data(text: &str) -> String {
    let text: String = text
        .chars()
        .map(|c| if c.is_control() && !matches!(c, '\r' | '\n') { ' ' } else { c })
        .collect();
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// Escapes a property, which a colon or a comma would end as well.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
