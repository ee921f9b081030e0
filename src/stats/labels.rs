//! The severity of an incident and the service that it hit, where a report names them.

use crate::document::{LineKind, SectionRole};
use crate::read::Report;

/// Names under which a severity is stated.
const SEVERITY: &[&str] = &[
    "severity", "severity level", "incident severity", "sev", "priority", "impact level",
    "criticality",
];

/// Names under which the service is stated.
const SERVICE: &[&str] = &[
    "service", "services", "affected service", "affected services", "services affected",
    "service affected", "impacted service", "impacted services", "services impacted",
    "affected system", "affected systems", "systems affected", "system", "component", "components",
    "affected component", "affected components",
];

/// Words for a severity without a number, as they are written in the figures.
const GRADES: &[&str] = &["critical", "major", "minor", "high", "medium", "moderate", "low"];

/// The severity: "SEV-2", "P1", or a word such as "major".
pub(super) fn severity(report: &Report) -> Option<String> {
    let stated = stated(report, SEVERITY).iter().find_map(|value| {
        let word = |value: &str| {
            let words = value.split(|c: char| !c.is_alphanumeric());
            let lower = words.map(str::to_lowercase);
            lower.into_iter().find(|word| GRADES.contains(&word.as_str()))
        };
        let number = || {
            let digits = value.trim_matches(|c: char| !c.is_ascii_alphanumeric());
            let alone = digits.len() == 1 && digits.starts_with(|c: char| c.is_ascii_digit());
            alone.then(|| format!("SEV-{digits}"))
        };
        ranked(value).or_else(number).or_else(|| word(value))
    });
    let title = || report.incident.title.as_deref().and_then(ranked);
    let told = || {
        let passages = report.document.passages().iter();
        passages
            .filter(|passage| matches!(passage.role, SectionRole::Summary | SectionRole::Other))
            .find_map(|passage| ranked(&passage.text))
    };
    stated.or_else(title).or_else(told)
}

/// The service, as the report writes it.
pub(super) fn service(report: &Report) -> Option<String> {
    let short = |value: &String| value.split_whitespace().count() <= SERVICE_WORDS;
    let value = stated(report, SERVICE).into_iter().find(short)?;
    let value = value.trim_end_matches(['.', ';']).trim();
    (!value.is_empty()).then(|| value.to_string())
}

/// A longer text tells of the service and does not name it.
const SERVICE_WORDS: usize = 8;

/// A rank among words: "SEV-2", "sev 2", "P1".
fn ranked(text: &str) -> Option<String> {
    let words: Vec<&str> =
        text.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()).collect();
    for (at, word) in words.iter().enumerate() {
        let lower = word.to_ascii_lowercase();
        let digit = |rest: &str| {
            let one = rest.len() == 1 && rest.bytes().all(|byte| matches!(byte, b'0'..=b'5'));
            one.then(|| rest.to_string())
        };
        if let Some(rest) = lower.strip_prefix("sev").filter(|_| lower.len() <= 4) {
            let next = words.get(at + 1).copied().unwrap_or_default();
            if let Some(digit) = digit(rest).or_else(|| rest.is_empty().then(|| digit(next))?) {
                return Some(format!("SEV-{digit}"));
            }
        }
        if let Some(digit) = word.strip_prefix('P').and_then(digit) {
            return Some(format!("P{digit}"));
        }
    }
    None
}

/// The values that the report states under one of these names: "Severity: SEV-2", in a line, an
/// item, a table's row or the front matter.
fn stated(report: &Report, names: &[&str]) -> Vec<String> {
    let mut out = Vec::new();
    for line in &report.document.lines {
        let cell = |at: usize| line.text.get(line.cells.get(at)?.clone());
        let parted = match line.form {
            LineKind::Code => None,
            // A table of two columns is a list of labels.
            LineKind::Row | LineKind::HeaderRow if line.cells.len() == 2 => cell(0).zip(cell(1)),
            LineKind::Row | LineKind::HeaderRow => None,
            _ => line.text.split_once(':'),
        };
        let Some((name, value)) = parted else {
            continue;
        };
        let plain = |text: &str| {
            let marks = |c: char| c.is_whitespace() || "*_`\"':[]-".contains(c);
            text.trim_matches(marks).to_string()
        };
        let name = plain(name).to_lowercase();
        let value = plain(value);
        let first = value.split(". ").next().unwrap_or_default().to_string();
        if names.contains(&name.as_str()) && !first.is_empty() {
            out.push(first);
        }
    }
    out
}
