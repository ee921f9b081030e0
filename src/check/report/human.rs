//! Findings with the line and a caret, the score card, and a summary line.

use super::{CheckedReport, count, findings};
use crate::check::{Finding, ScoreCard, ScorePoint};
use crate::diagnostic::{Severity, printable};
use crate::facts::TableStyle;
use crate::words::counted;
use anstyle::{AnsiColor, Style};
use unicode_width::UnicodeWidthStr;

/// The findings in one report.
pub fn human(report: &CheckedReport, look: TableStyle) -> String {
    let CheckedReport { source, checked, .. } = report;
    let frame = |finding: &Finding| {
        finding.frame(source).coloured(look.colour).within(look.width).to_string()
    };
    let mut blocks: Vec<String> = checked.findings.iter().map(frame).collect();
    blocks.extend(
        checked.card.as_ref().filter(|card| !card.points.is_empty()).map(|card| table(card, look)),
    );
    blocks.push(format!(
        "{}: {}\n",
        printable(source.name()),
        summary(std::slice::from_ref(report))
    ));
    blocks.join("\n")
}

/// The summary of several reports.
pub fn sum(reports: &[CheckedReport]) -> String {
    let odd = reports.iter().filter(|report| report.checked.card.is_none()).count();
    let aside = match odd {
        0 => String::new(),
        odd if odd == reports.len() => {
            return format!("{}: {}\n", counted(odd, "report"), summary(reports));
        }
        1 => " (1 is not a postmortem)".to_string(),
        odd => format!(" ({odd} are not postmortems)"),
    };
    format!("{}{aside}: {}\n", counted(reports.len(), "report"), summary(reports))
}

/// "19 of 24 points hold, 6 findings: 1 error, 5 warnings".
fn summary(reports: &[CheckedReport]) -> String {
    let cards = || reports.iter().filter_map(|report| report.checked.card.as_ref());
    let (held, all) = (
        cards().map(ScoreCard::held).sum::<usize>(),
        cards().map(|card| card.points.len()).sum::<usize>(),
    );
    let points = if cards().next().is_none() {
        "not a postmortem".into()
    } else {
        format!("{held} of {all} points hold")
    };
    let found = || findings(reports).map(|(_, finding)| finding);
    let kinds =
        Severity::ALL.into_iter().rev().map(|severity| (count(found(), severity), severity.name()));
    let kinds: Vec<String> =
        kinds.filter(|(count, _)| *count > 0).map(|(count, name)| counted(count, name)).collect();
    match found().count() {
        0 => format!("{points}, no findings"),
        many => format!("{points}, {}: {}", counted(many, "finding"), kinds.join(", ")),
    }
}

const BOLD: Style = Style::new().bold();
const HOLDS: Style = Style::new().fg_color(Some(anstyle::Color::Ansi(AnsiColor::Green)));
const LACKS: Style = Style::new().bold().fg_color(Some(anstyle::Color::Ansi(AnsiColor::Red)));

fn paint(look: TableStyle, style: Style, text: &str) -> String {
    if look.colour { format!("{style}{text}{style:#}") } else { text.to_string() }
}

/// The score card, grouped by part.
fn table(card: &ScoreCard, look: TableStyle) -> String {
    let lacking = card.points.iter().filter(|point| !point.holds());
    let column = lacking.map(|point| point.asks.width()).max().unwrap_or_default();
    let mut out = String::new();
    for points in card.points.chunk_by(|one, next| one.part == next.part) {
        let held = points.iter().filter(|point| point.holds()).count();
        let part = points.first().map(|point| point.part.name()).unwrap_or_default();
        out.push_str(&format!("{} ({held} of {})\n", paint(look, BOLD, part), points.len()));
        points.iter().for_each(|point| out.push_str(&row(point, column, look)));
    }
    out
}

/// A point: a tick, or a cross and the reason.
fn row(point: &ScorePoint, column: usize, look: TableStyle) -> String {
    if point.holds() {
        return format!("  {} {}\n", paint(look, HOLDS, "✓"), point.asks);
    }
    let lead = format!("  {} {}", paint(look, LACKS, "✗"), point.asks);
    // The rules on a missing part were skipped.
    let why = match point.told {
        true => format!("{}: {}", point.code, counted(point.against, "finding")),
        false => "there is no such section".to_string(),
    };
    match column + why.width() + 6 <= look.width {
        true => format!("{lead}{}  {why}\n", " ".repeat(column - point.asks.width())),
        false => format!("{lead}\n      {why}\n"),
    }
}
