//! The evidence of the whole report on a find: answered, refuted later, in a list of things to do.

use super::bearing::{Bearing, SentenceFinds};
use super::rules::{Find, Holds, RULES, Use};
use crate::document::{LineKind, Passage, SectionRole};
use crate::incident::{Incident, Kind};
use crate::words::sentences;
use crate::words::token::words_of;
use std::ops::Range;

/// A sentence longer than this is no sentence.
const MOST_WORDS: usize = 400;

/// All finds of a report, and what they are to be weighed by.
pub(super) struct Evidence<'a> {
    passages: &'a [Passage],
    incident: &'a Incident,
    hits: Vec<Hit>,
    /// Each sentence in the order of the report.
    told: Vec<EvidenceText>,
}

struct Hit {
    rule: usize,
    passage: usize,
    /// The sentence, as an index into all of them.
    sentence: usize,
    range: Range<usize>,
    bearing: Bearing,
    /// A heading or a question: what it names need not have happened.
    asks: bool,
}

#[derive(Clone, Copy)]
struct EvidenceText {
    passage: usize,
    refutes: bool,
    answers_no: bool,
}

impl<'a> Evidence<'a> {
    /// Reads every passage.
    pub(super) fn of(passages: &'a [Passage], incident: &'a Incident) -> Evidence<'a> {
        let mut out = Evidence { passages, incident, hits: Vec::new(), told: Vec::new() };
        for (index, passage) in passages.iter().enumerate() {
            for range in sentences(&passage.text) {
                out.sentence(index, passage, range);
            }
        }
        out
    }

    fn sentence(&mut self, index: usize, passage: &Passage, range: Range<usize>) {
        let words = words_of(&passage.text, range.clone(), MOST_WORDS);
        let heard = SentenceFinds::new(&words);
        let asks =
            matches!(passage.form, LineKind::Heading(_)) || passage.text[range].ends_with('?');
        let measure = self.is_measure(passage);
        for (rule, find, bearing) in heard.hits() {
            let planned = measure && !heard.has(Use::MakesGood);
            let bearing = match bearing {
                Bearing::Told | Bearing::Supposed
                    if planned && RULES.rules[rule].holds != Holds::Named =>
                {
                    Bearing::Planned
                }
                bearing => bearing,
            };
            if self.is_in_place(rule, passage) {
                let Find { start, end, .. } = find;
                let range = words[start].range.start..words[end - 1].range.end;
                if RULES.rules[rule].figurative && is_quoted(&passage.text, &range) {
                    continue;
                }
                self.hits.push(Hit {
                    rule,
                    passage: index,
                    sentence: self.told.len(),
                    range,
                    bearing,
                    asks,
                });
            }
        }
        self.told.push(EvidenceText {
            passage: index,
            refutes: heard.has(Use::Refutes),
            answers_no: heard.answers_no(),
        });
    }

    /// True if a passage tells what is to be done.
    fn is_measure(&self, passage: &Passage) -> bool {
        let within = |span: crate::source::Span| {
            span.start <= passage.span.start && passage.span.end <= span.end
        };
        passage.role == SectionRole::Measures
            || self.incident.actions.iter().any(|action| within(action.span))
    }

    /// True if a rule holds in a passage at all.
    fn is_in_place(&self, rule: usize, passage: &Passage) -> bool {
        let holds = RULES.rules[rule].holds;
        match passage.form {
            LineKind::FrontMatter => holds == Holds::Metadata,
            // The head of a table only names what its rows tell.
            LineKind::HeaderRow => holds == Holds::Named,
            _ => holds != Holds::Cause || self.is_cause(passage),
        }
    }

    fn is_cause(&self, passage: &Passage) -> bool {
        let told = || {
            self.incident
                .root_cause
                .as_deref()
                .is_some_and(|cause| passage.text.contains(cause.trim()))
        };
        let found = || self.event(passage).is_some_and(|(_, kind)| kind == Kind::CauseFound);
        let title = passage.form == LineKind::Heading(1);
        title || passage.role == SectionRole::Cause || told() || found()
    }

    /// The event that a passage tells: its index and its kind.
    fn event(&self, passage: &Passage) -> Option<(usize, Kind)> {
        let at = passage.span.start;
        let holds = |event: &&crate::incident::Event| event.span.start <= at && at < event.span.end;
        let index = self.incident.events.iter().position(|event| holds(&event))?;
        Some((index, self.incident.events[index].kind))
    }

    /// The finds that stand after all is weighed: the rule, and where.
    pub(super) fn standing(&self) -> impl Iterator<Item = (usize, &'a Passage, Range<usize>)> {
        let stands = self.hits.iter().filter(|hit| match hit.bearing {
            Bearing::Denied | Bearing::Compared | Bearing::Planned => false,
            Bearing::Supposed => !self.is_refuted(hit),
            Bearing::Told if hit.asks && self.is_answered(hit) => false,
            Bearing::Told => !self.is_hypothesis(hit) || !self.is_refuted(hit),
        });
        stands.map(|hit| (hit.rule, &self.passages[hit.passage], hit.range.clone()))
    }

    fn is_hypothesis(&self, hit: &Hit) -> bool {
        RULES.rules[hit.rule].holds != Holds::Named
            && self
                .event(&self.passages[hit.passage])
                .is_some_and(|(_, kind)| kind == Kind::Hypothesis)
    }

    /// True if what a heading or a question names is denied right below.
    fn is_answered(&self, hit: &Hit) -> bool {
        let next = self.told.get(hit.sentence + 1);
        let denied = |passage: usize| {
            let mut below =
                self.hits.iter().filter(|other| other.rule == hit.rule && other.passage == passage);
            below.clone().next().is_some()
                && below.all(|other| other.bearing == Bearing::Denied || other.asks)
        };
        RULES.rules[hit.rule].holds != Holds::Named
            && (next.is_some_and(|next| next.answers_no)
                || denied(hit.passage + 1)
                || (self.is_question(hit) && denied(hit.passage)))
    }

    fn is_question(&self, hit: &Hit) -> bool {
        !matches!(self.passages[hit.passage].form, LineKind::Heading(_))
    }

    /// True if a supposition came to nothing: said so right after, denied elsewhere, or a dead end
    /// later.
    fn is_refuted(&self, hit: &Hit) -> bool {
        let soon = self
            .told
            .iter()
            .skip(hit.sentence + 1)
            .take(2)
            .any(|told| told.passage == hit.passage && told.refutes);
        let denied = self
            .hits
            .iter()
            .any(|other| other.rule == hit.rule && other.bearing == Bearing::Denied);
        let later = || {
            let Some((index, kind)) = self.event(&self.passages[hit.passage]) else {
                return false;
            };
            let ends = |kind: Kind| matches!(kind, Kind::DeadEnd | Kind::CauseFound);
            kind == Kind::DeadEnd
                || self.incident.events[index + 1..].iter().any(|event| ends(event.kind))
        };
        soon || denied || later()
    }
}

/// True if a range alone stands in quotation marks: the "hurricane" of a joke, no hurricane.
fn is_quoted(text: &str, range: &Range<usize>) -> bool {
    text[..range.start].ends_with(['"', '“', '”', '‘', '\''])
        && text[range.end..]
            .trim_start_matches(['.', ',', '!', '?'])
            .starts_with(['"', '”', '“', '’', '\''])
}
