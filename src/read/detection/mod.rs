//! The detection of an incident: by monitoring, by the team itself, or by the users of the
//! service.

mod cues;

use crate::document::{LineKind, Passage, SectionRole};
use crate::incident::{Event, Incident, Kind};
use crate::named::named;
use crate::read::Report;
use crate::source::{Source, Span};
use crate::words::lexicon::{Lexicon, openings};
use crate::words::phrase::{Matcher, WordLists};
use crate::words::sentences;
use crate::words::token::{Gap, Word, words_of};
use cues::{CUES, PASSIVE, Plainness, SILENT, TURNS};
use serde::Serialize;

named! {
    /// Who or what first noticed an incident.
    #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
    #[serde(rename_all = "snake_case")]
    #[non_exhaustive]
    pub enum By {
        /// An alert, a monitor, a dashboard, a probe.
        Monitoring = "monitoring",
        /// An engineer or the team, on their own initiative.
        Team = "team",
        /// Customers, users or partners, by any channel.
        Users = "users",
    }
}

/// The detection of an incident, and the place where its report says so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Noticed {
    /// Who or what noticed.
    pub by: By,
    /// The entry or the sentence that says so.
    pub span: Span,
}

/// The detection of an incident; `None` if the report does not mention it.
pub fn noticed(report: &Report) -> Option<Noticed> {
    let (source, passages) = (report.source(), report.document.passages());
    // The text under "Detection" is the author's own answer; next come the entries, and the
    // summary last.
    labelled(passages, source)
        .or_else(|| in_events(&report.incident))
        .or_else(|| in_prose(passages, source))
}

fn in_events(incident: &Incident) -> Option<Noticed> {
    let told = |kind: Kind, leave: fn(Cue) -> bool| {
        let by =
            move |event: &Event| Some(Noticed { by: who(&event.text, leave)?, span: event.span });
        incident.events.iter().filter(|event| event.kind == kind).find_map(by)
    };
    told(Kind::Detected, |cue| cue.plain != Plainness::Answers)
        .or_else(|| told(Kind::Confirmed, |cue| !cue.bare() && cue.by != By::Team))
        .or_else(|| told(Kind::Trigger, |cue| !cue.bare()))
}

/// The answer under a label such as "Detection", or after one on the same line.
fn labelled(passages: &[Passage], source: &Source) -> Option<Noticed> {
    let mut under = None;
    for passage in passages {
        let label = label(&passage.text);
        let rest = label.unwrap_or(0);
        let heads = matches!(passage.form, LineKind::Heading(_));
        let asked = label.is_some() || under.is_some();
        if asked && let Some(by) = who(&passage.text[rest..], |_| true) {
            return Some(Noticed { by, span: passage.place(rest..passage.text.len(), source) });
        }
        let opens = label.is_some() && !passage.text[rest..].contains(char::is_alphanumeric);
        under = match (opens, heads) {
            (true, _) => Some(heads),
            // A heading may have several paragraphs below it, a bold line only one.
            (false, false) => under.filter(|heading| *heading),
            (false, true) => None,
        };
    }
    None
}

/// Labels under which an author says how it was noticed.
const LABELS: [&str; 12] = [
    "how was the issue detected",
    "how was the incident detected",
    "how was it detected",
    "how it was detected",
    "how it was noticed",
    "how was it noticed",
    "how we noticed",
    "how we found out",
    "how detected",
    "detection",
    "detected by",
    "noticed by",
];

/// The start of the text after such a label.
fn label(text: &str) -> Option<usize> {
    let start = text.find(char::is_alphanumeric)?;
    let found = LABELS.iter().find(|label| {
        text[start..].get(..label.len()).is_some_and(|head| head.eq_ignore_ascii_case(label))
    })?;
    let end = start + found.len();
    let marks = ['*', '_', ' ', '?', '|', '…'];
    let mut tail = text[end..].trim_start_matches(marks);
    // The assignment's question in brackets is not an answer.
    if let Some((_, behind)) = tail.strip_prefix('(').and_then(|asked| asked.split_once(')')) {
        tail = behind.trim_start_matches(marks);
    }
    // "Detection of fraud was slow" is not a label.
    (tail.is_empty()
        || tail.starts_with([':', '-', '–', '—', '('])
        || tail.len() < text[end..].trim_start().len())
    .then_some(text.len() - tail.len())
}

fn in_prose(passages: &[Passage], source: &Source) -> Option<Noticed> {
    // For the team, only an explicit statement that it noticed counts: that it "found the cause"
    // does not say how it began.
    let leave = |cue: Cue| !cue.bare() && (cue.by != By::Team || cue.plain == Plainness::Agent);
    let told = passages
        .iter()
        .filter(|passage| matches!(passage.role, SectionRole::Summary | SectionRole::Timeline));
    told.flat_map(|passage| sentences(&passage.text).into_iter().map(move |range| (passage, range)))
        .find_map(|(passage, range)| {
            let by = who(&passage.text[range.clone()], leave)?;
            Some(Noticed { by, span: passage.place(range, source) })
        })
}

/// Words that say who noticed.
#[derive(Debug, Clone, Copy)]
struct Cue {
    by: By,
    plain: Plainness,
    /// True if it happened first but is mentioned last: "the alert fired after a customer had
    /// called".
    earlier: bool,
    at: usize,
}

impl Cue {
    /// True if it is only a name.
    fn bare(&self) -> bool {
        matches!(self.plain, Plainness::Named | Plainness::Answers)
    }
}

/// Who noticed, from the first sentence that says so.
fn who(text: &str, leave: impl Fn(Cue) -> bool + Copy) -> Option<By> {
    sentences(text).into_iter().find_map(|range| {
        let cues: Vec<Cue> = cues_of(&text[range]).into_iter().filter(|cue| leave(*cue)).collect();
        // An engineer who sees an alert or a ticket was alerted by it.
        let rank = |cue: &Cue| (cue.bare(), cue.by == By::Team, !cue.earlier, cue.at);
        cues.iter().min_by_key(|cue| rank(cue)).map(|cue| cue.by)
    })
}

const TEXTS: [&str; CUES.len()] = {
    let mut texts = [""; CUES.len()];
    let mut at = 0;
    while at < CUES.len() {
        texts[at] = CUES[at].2;
        at += 1;
    }
    texts
};
static PATTERNS: Lexicon<{ openings(&TEXTS) }> = Lexicon::new(&TEXTS);

const TURNING: &[&str] = &[TURNS];
static TURN: Lexicon<{ openings(TURNING) }> = Lexicon::new(TURNING);
const SILENCE: &[&str] = &[SILENT];
static STILL: Lexicon<{ openings(SILENCE) }> = Lexicon::new(SILENCE);
const PASSIVES: &[&str] = &[PASSIVE];
static PARTS: Lexicon<{ openings(PASSIVES) }> = Lexicon::new(PASSIVES);

fn cues_of(text: &str) -> Vec<Cue> {
    let words = words_of(text, 0..text.len(), MOST_WORDS);
    let mut cues = Vec::new();
    for start in 0..words.len() {
        for pattern in PATTERNS.beginning_with(&words[start].text) {
            let (by, plain, _) = CUES[usize::from(pattern.list)];
            let bars = |word: &Word| {
                turns(word)
                    || (plain == Plainness::Acts && by != By::Monitoring && PARTS.holds(&word.text))
            };
            let matcher = Matcher {
                words: &words,
                lists: &WordLists::new(),
                step: Gap::Blank,
                gap: Gap::Blank,
                code: false,
                bars: &bars,
            };
            let Some(end) = matcher.rest(PATTERNS.after_first(pattern), start + 1) else {
                continue;
            };
            let silent = matches!(plain, Plainness::Named | Plainness::Answers)
                && clause(&words[end..], 4).any(|word| STILL.holds(&word.text));
            let (turned, earlier) = before(&words[..=start]);
            if !turned && !silent {
                cues.push(Cue { by, plain, earlier, at: start });
            }
        }
    }
    cues
}

fn turns(word: &Word) -> bool {
    TURN.holds(&word.text)
}

/// True if a comma, a colon or the like precedes the word.
fn is_parted(word: &Word) -> bool {
    word.gap > Gap::Blank
}

/// A sentence longer than this says nothing clearly.
const MOST_WORDS: usize = 400;

/// Up to `most` words from the start, as far as the clause goes.
fn clause(words: &[Word], most: usize) -> impl Iterator<Item = &Word> {
    words.iter().take(most).take_while(|word| !is_parted(word))
}

/// Returns whether the words before the last one reverse its meaning, and whether they say that it
/// came first.
fn before(words: &[Word]) -> (bool, bool) {
    let mut turned = false;
    for at in (words.len().saturating_sub(5)..words.len()).rev() {
        if is_parted(&words[at]) || at == 0 {
            break;
        }
        let word = &words[at - 1];
        if word.text == "after" {
            return (turned, true);
        }
        // In "Nobody knew until a customer called", the customer noticed.
        turned |= words.len() - at <= 3 && turns(word) && word.text != "until";
        if word.text == "until" {
            break;
        }
    }
    (turned, false)
}
