//! The report told again.

use super::reply::Attached;
use super::spots::Spots;
use crate::publish::article;
use crate::read::Report;
use crate::source::Source;
use crate::spice::library::Library;
use crate::spice::place::Spot;
use crate::spice::place::{plain, unmarked};
use crate::spice::tell::{Asked, Chosen, choose, put};
use crate::spice::writer::{Brief, Offers, chosen, judge, reply};
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
    refused: Vec<RefusedLine>,
    /// The seed that tells it so.
    seed: Option<u64>,
}

/// Words that keep the tone down.
#[derive(Serialize)]
struct Grave {
    line: usize,
    spot: [usize; 2],
    text: String,
    rule: String,
}

/// A line of a writer's own that may not stand in the report.
#[derive(Serialize)]
struct RefusedLine {
    slot: u64,
    why: String,
}

/// A report without what an earlier telling put into it.
pub(super) struct Untold {
    bytes: Vec<u8>,
    report: Report,
}

impl Untold {
    pub(super) fn of(report: &Report, sent: &str) -> Untold {
        let bytes = plain(sent.as_bytes()).unwrap_or_else(|_| sent.as_bytes().to_vec());
        let report = match bytes == sent.as_bytes() {
            true => report.clone(),
            false => Report::of(&Source::from_bytes(report.source().name(), &bytes).value),
        };
        Untold { bytes, report }
    }

    /// All that a writer of one's own needs to know.
    pub(super) fn brief(&self, asked: &Asked) -> String {
        let offers = Offers::of(&self.bytes, &self.report, asked.tone);
        Brief::of(&self.report, &offers).text()
    }

    /// The report told again: with the lines of a reply where there is one, else with those that
    /// are built in.
    pub(super) fn told(&self, sent: &str, stem: &str, asked: &Asked, lines: &str) -> Retold {
        let report = &self.report;
        let source = report.source();
        let (mut chosen, refused) = match lines.trim().is_empty() {
            true => (choose(report, &LIBRARY, asked), Vec::new()),
            false => self.written(asked, lines),
        };
        let told = put(&self.bytes, report, &mut chosen);
        let shown = Source::from_bytes(source.name(), &unmarked(&told)).value;
        let spots = Spots::new(source, sent);
        let because = chosen.verdict.because.iter().map(|because| Grave {
            line: source.line_of(because.span.start),
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
            title: chosen.at(Spot::Title).map(|pick| pick.text.clone()),
            words: chosen.words,
            told_words: chosen.told_words,
            lines: chosen.hand.picks.len(),
            refused,
            seed: asked.seed,
        }
    }

    /// The next roll of the dice that tells this report differently; none when a good many do not.
    pub(super) fn rolled(&self, asked: &Asked) -> Option<Asked> {
        const ROLLS: u64 = 40;
        let lines = |asked: &Asked| choose(&self.report, &LIBRARY, asked).hand.picks;
        let now = lines(asked);
        let first = asked.seed.map_or(1, |seed| seed.wrapping_add(1));
        let rolls =
            (0..ROLLS).map(|roll| Asked { seed: Some(first.wrapping_add(roll)), ..asked.clone() });
        rolls.into_iter().find(|asked| lines(asked) != now)
    }

    /// The lines of a reply that may stand in the report, and why the others may not.
    fn written(&self, asked: &Asked, lines: &str) -> (Chosen, Vec<RefusedLine>) {
        let offers = Offers::of(&self.bytes, &self.report, asked.tone);
        let found = reply(lines.as_bytes());
        let judged = judge(&self.report, &offers, &found);
        let refused = judged
            .refused
            .iter()
            .map(|refusal| RefusedLine { slot: refusal.slot, why: refusal.why.clone() });
        let refused = refused.collect();
        (chosen(&self.report, asked, &offers, &judged, None), refused)
    }
}
