//! Each event's kind and phase, with the words that decided them.

use super::axis::Placed;
use super::cues::{AIMS, CUES, NEGATIONS};
use super::markdown::Line;
use super::words;
use crate::incident::{Kind, Phase};
use crate::source::Span;
use std::collections::HashMap;
use std::ops::Range;
use std::sync::LazyLock;

/// What an event is, and why.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Verdict {
    pub(crate) phase: Phase,
    pub(crate) kind: Kind,
    pub(crate) because: Option<Span>,
}

/// Decides on each event in turn, by its own words first and then by its place among the others.
pub(crate) fn verdicts(placed: &[Placed], lines: &[Line]) -> Vec<Verdict> {
    let readings: Vec<Reading> = placed.iter().map(|placed| Reading::of(&placed.entry.text)).collect();
    let kinds = story(&readings);
    let mut out: Vec<Verdict> = Vec::with_capacity(placed.len());
    let mut over = false;
    for (index, placed) in placed.iter().enumerate() {
        let (mut kind, word) = (kinds[index], readings[index].word(kinds[index]));
        let before = out.last().map(|verdict| verdict.phase);
        let settings = placed.entry.settings;
        kind = settings.kind.unwrap_or(kind);
        let phase = settings.phase.unwrap_or_else(|| phase_of(kind, before, over));
        over |= kind == Kind::Resolved;
        let because = settings.span.or_else(|| word.map(|range| placed.entry.place(lines, range)));
        out.push(Verdict { phase, kind, because });
    }
    out
}

/// The phase that a kind belongs to; what is neither here nor there stays in the phase before it.
fn phase_of(kind: Kind, before: Option<Phase>, over: bool) -> Phase {
    match kind {
        Kind::Trigger | Kind::Detected | Kind::Confirmed => Phase::Detection,
        Kind::Investigating | Kind::Hypothesis | Kind::DeadEnd | Kind::CauseFound => Phase::Investigation,
        Kind::Communicated if over => Phase::Resolution,
        Kind::Escalated | Kind::Communicated => Phase::Escalation,
        Kind::Fixing | Kind::Mitigated | Kind::Resolved | Kind::FollowUp => Phase::Resolution,
        Kind::Other => before.unwrap_or(Phase::Detection),
    }
}

/// What an event's own words say for each kind.
#[derive(Debug, Clone)]
struct Reading {
    scores: HashMap<Kind, (i32, Range<usize>)>,
    words: Vec<String>,
}

/// Longer entries tell what they are about at their beginning.
const MOST_WORDS: usize = 160;

impl Reading {
    fn of(text: &str) -> Reading {
        let mut words = words::words(text);
        words.truncate(MOST_WORDS);
        let first_sentence = words::sentences(text).first().map_or(text.len(), |range| range.end);
        let mut scores: HashMap<Kind, (i32, Range<usize>)> = HashMap::new();
        let names: Vec<&str> = words.iter().map(|(word, _)| word.as_str()).collect();
        let mut hits: Vec<(i32, Kind, usize, usize)> = Vec::new();
        for start in 0..names.len() {
            for pattern in patterns_for(names[start]) {
                if let Some(length) = pattern.matches(&names[start..]) {
                    hits.push((pattern.weight, pattern.kind, start, start + length));
                }
            }
        }
        hits.sort_by_key(|(weight, _, start, _)| (std::cmp::Reverse(*weight), *start));
        for (weight, kind, start, end) in hits {
            let range = words[start].1.start..words[end - 1].1.end;
            let (mut weight, mut kind) = (weight, kind);
            let before = &names[start.saturating_sub(3)..start];
            let outcome = matches!(kind, Kind::Resolved | Kind::Mitigated | Kind::CauseFound | Kind::Fixing);
            if outcome && before.iter().any(|word| NEGATIONS.contains(word) || word.ends_with("n't")) {
                (kind, weight) = (Kind::DeadEnd, weight * 3 / 4);
            } else if kind == Kind::Escalated && before.iter().any(|word| NEGATIONS.contains(word)) {
                continue;
            } else if before.last().is_some_and(|word| AIMS.contains(word)) && kind != Kind::DeadEnd {
                weight /= 3;
            } else if before.len() > 1
                && AIMS.contains(&before[before.len() - 2])
                && before.last().is_some_and(|word| matches!(*word, "the" | "a" | "further" | "full" | "be" | "fully" | "quickly"))
                && kind != Kind::DeadEnd
            {
                weight /= 2;
            }
            if range.start >= first_sentence {
                weight = weight * 4 / 5;
            }
            scores.entry(kind).and_modify(|(known, _)| *known += weight / 6).or_insert((weight, range));
        }
        Reading { scores, words: names.iter().map(|word| (*word).to_string()).collect() }
    }

    fn score(&self, kind: Kind) -> i32 {
        self.scores.get(&kind).map_or(0, |(score, _)| *score)
    }

    fn word(&self, kind: Kind) -> Option<Range<usize>> {
        self.scores.get(&kind).map(|(_, range)| range.clone())
    }

    fn has(&self, wanted: &[&str]) -> bool {
        self.words
            .iter()
            .any(|word| wanted.iter().any(|wanted| wanted.strip_suffix('*').map_or(word == wanted, |stem| word.starts_with(stem))))
    }

    /// The kind that the words say most for, with what the place among the others adds.
    fn best(&self, add: impl Fn(Kind) -> i32) -> Kind {
        let mut best = (0, Kind::Other);
        for kind in Kind::ALL.iter().copied() {
            let own = self.score(kind);
            if own > 0 && own + add(kind) > best.0 {
                best = (own + add(kind), kind);
            }
        }
        best.1
    }
}

/// Reads the events as one story: what has been noticed, found and mended so far weighs on what comes next.
fn story(readings: &[Reading]) -> Vec<Kind> {
    let mut kinds: Vec<Kind> = Vec::with_capacity(readings.len());
    let (mut noticed, mut found, mut over) = (false, false, false);
    let first_notice = readings.iter().position(|reading| reading.score(Kind::Detected) >= 8 || reading.score(Kind::Confirmed) >= 8);
    for (index, reading) in readings.iter().enumerate() {
        let searched = kinds.iter().any(|kind| matches!(kind, Kind::Investigating | Kind::Hypothesis | Kind::DeadEnd));
        let mended = kinds.iter().any(|kind| matches!(kind, Kind::Fixing | Kind::Mitigated));
        let before_notice = first_notice.is_some_and(|first| index < first);
        let last = index + 1 == readings.len();
        let kind = reading.best(|kind| match kind {
            Kind::Trigger if !noticed => 4,
            Kind::Trigger if before_notice => 4,
            Kind::Trigger => -6,
            Kind::Detected if index == 0 => 4,
            Kind::Detected if !noticed => 2,
            Kind::Detected if over => -3,
            Kind::Detected if searched || found => -4,
            Kind::Detected => -1,
            Kind::Confirmed if searched || found || mended => -4,
            Kind::Confirmed if noticed => 2,
            Kind::CauseFound if index == 0 => -6,
            Kind::CauseFound if !noticed => -2,
            Kind::CauseFound if over => -4,
            Kind::Fixing if before_notice => -4,
            Kind::Fixing if !noticed => -3,
            Kind::Fixing if found => 2,
            Kind::Resolved if index == 0 => -8,
            Kind::Resolved if last => 3,
            Kind::FollowUp if over => 4,
            Kind::FollowUp if mended => 1,
            Kind::FollowUp => -4,
            Kind::Investigating | Kind::Hypothesis | Kind::DeadEnd if over => -4,
            Kind::Hypothesis if found => -3,
            _ => 0,
        });
        let kind = match kind {
            // Work before anything was noticed is what set it off.
            Kind::Fixing if before_notice && !noticed => Kind::Trigger,
            Kind::Other if over => Kind::FollowUp,
            Kind::Investigating if over && !reading.has(&["again"]) => Kind::FollowUp,
            kind => kind,
        };
        noticed |= matches!(kind, Kind::Detected | Kind::Confirmed | Kind::Investigating | Kind::Escalated);
        found |= kind == Kind::CauseFound;
        over = match kind {
            Kind::Resolved => true,
            Kind::Detected | Kind::Trigger | Kind::DeadEnd => false,
            _ => over,
        };
        kinds.push(kind);
    }
    false_leads(readings, &mut kinds);
    kinds
}

/// A suspicion or an attempt is a false lead when the next entry says so, or turns elsewhere.
fn false_leads(readings: &[Reading], kinds: &mut [Kind]) {
    for index in 0..kinds.len().saturating_sub(1) {
        let (this, next) = (kinds[index], kinds[index + 1]);
        let persists = readings[index + 1].has(&["persist*", "still", "unchanged"]) && next == Kind::DeadEnd;
        let turns =
            next == Kind::Investigating && readings[index + 1].has(&["shifted", "shifts", "turned", "attention", "instead", "expanded"]);
        match this {
            Kind::Hypothesis if turns => kinds[index] = Kind::DeadEnd,
            Kind::Fixing if persists => kinds[index] = Kind::DeadEnd,
            _ => {}
        }
    }
}

/// A pattern of the table, taken apart.
struct Pattern {
    kind: Kind,
    weight: i32,
    steps: Vec<Step>,
}

enum Step {
    /// Any of these words; with true, every word that begins so.
    Word(Vec<(&'static str, bool)>),
    /// Up to four words in between.
    Gap,
}

/// How many words a gap may span.
const GAP: usize = 4;

impl Pattern {
    /// How many words it takes up at the beginning of these.
    fn matches(&self, words: &[&str]) -> Option<usize> {
        steps_match(&self.steps, words, 0)
    }
}

fn steps_match(steps: &[Step], words: &[&str], at: usize) -> Option<usize> {
    match steps.split_first() {
        None => Some(at),
        Some((Step::Word(any), rest)) => {
            let word = words.get(at)?;
            let fits = any.iter().any(|(wanted, open)| if *open { word.starts_with(wanted) } else { word == wanted });
            if fits { steps_match(rest, words, at + 1) } else { None }
        }
        Some((Step::Gap, rest)) => (0..=GAP).find_map(|skip| steps_match(rest, words, at + skip)),
    }
}

/// The patterns by the first two letters of the words that they can begin with.
static PATTERNS: LazyLock<HashMap<[u8; 2], Vec<Pattern>>> = LazyLock::new(|| {
    let mut out: HashMap<[u8; 2], Vec<Pattern>> = HashMap::new();
    for (kind, weight, list) in CUES {
        for text in list.split(',').map(str::trim) {
            let alternatives = text.split(' ').next().unwrap_or_default().split('|');
            let mut keys: Vec<[u8; 2]> = alternatives.map(key).collect();
            keys.sort_unstable();
            keys.dedup();
            for first in keys {
                let steps = text.split(' ').map(step).collect();
                out.entry(first).or_default().push(Pattern { kind: *kind, weight: *weight, steps });
            }
        }
    }
    out
});

fn step(text: &'static str) -> Step {
    if text == ".." {
        return Step::Gap;
    }
    Step::Word(text.split('|').map(|word| word.strip_suffix('*').map_or((word, false), |stem| (stem, true))).collect())
}

fn key(word: &str) -> [u8; 2] {
    let bytes = word.as_bytes();
    [bytes.first().copied().unwrap_or(0), bytes.get(1).copied().unwrap_or(0)]
}

fn patterns_for(word: &str) -> &'static [Pattern] {
    PATTERNS.get(&key(word)).map_or(&[], Vec::as_slice)
}
