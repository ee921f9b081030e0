//! The report told again.

use super::reply::Attached;
use super::spots::Spots;
use crate::publish::article;
use crate::read::Report;
use crate::source::Source;
use crate::spice::choose::Place;
use crate::spice::library::Library;
use crate::spice::place::{plain, unmarked};
use crate::spice::tell::{Asked, choose, put};
use serde::Serialize;
use std::sync::LazyLock;

/// Read once: it is the same for every report.
static LIBRARY: LazyLock<Library> = LazyLock::new(Library::built_in);

#[derive(Serialize)]
pub(super) struct Retold {
    /// The file to take away.
    markdown: Attached,
    /// The same as a page to read.
    html: String,
    tone: &'static str,
    /// The most that the report bears.
    allowed: &'static str,
    because: Vec<Grave>,
    theme: Option<String>,
    title: Option<String>,
    words: usize,
    told_words: usize,
    lines: usize,
}

/// Words that keep the tone down.
#[derive(Serialize)]
struct Grave {
    line: usize,
    spot: [usize; 2],
    text: String,
    rule: String,
}

/// Tells a report, without what an earlier telling put into it.
pub(super) fn retold(report: &Report, sent: &str, stem: &str, asked: &Asked) -> Retold {
    let source = report.source();
    let bytes = plain(sent.as_bytes()).unwrap_or_else(|_| sent.as_bytes().to_vec());
    let reread;
    let report = match bytes == sent.as_bytes() {
        true => report,
        false => {
            reread = Report::of(&Source::from_bytes(source.name(), &bytes).value);
            &reread
        }
    };
    let mut chosen = choose(report, &LIBRARY, asked);
    let told = put(&bytes, report, &mut chosen);
    let shown = Source::from_bytes(source.name(), &unmarked(&told)).value;
    let spots = Spots::new(report.source(), sent);
    let because = chosen.verdict.because.iter().map(|because| Grave {
        line: report.source().line_of(because.span.start),
        spot: spots.of(because.span),
        text: because.text.clone(),
        rule: because.rule.clone(),
    });
    Retold {
        because: because.collect(),
        html: article(&Report::of(&shown), None, &[]),
        markdown: Attached {
            file: format!("{stem}-told.md"),
            text: Some(String::from_utf8_lossy(&told).into_owned()),
            base64: None,
        },
        tone: chosen.tone.name(),
        allowed: chosen.verdict.allowed.name(),
        theme: chosen.hand.theme.clone(),
        title: chosen.at(Place::Title).map(|pick| pick.text.clone()),
        words: chosen.words,
        told_words: chosen.told_words,
        lines: chosen.hand.picks.len(),
    }
}
