//! Each event's kind and phase, with the words that decided them.

use super::axis::Placed;
use super::cues::{AIMS, CUES, FAILURE, NEGATIONS, Sign};
use super::markdown::Line;
use super::words;
use crate::incident::{Kind, Phase};
use crate::source::Span;
use std::cmp::Reverse;
use std::collections::HashMap;
use std::collections::hash_map::Entry;
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
        let (mut kind, sign) = kinds[index];
        let word = sign.and_then(|sign| readings[index].signs.get(&sign)).map(|(_, range)| range.clone());
        let before = out.last().map(|verdict| verdict.phase);
        let settings = placed.entry.settings;
        kind = settings.kind.unwrap_or(kind);
        let phase = settings.phase.unwrap_or_else(|| phase_of(kind, before, over && readings[index].weight(Sign::End) > 0));
        over |= kind == Kind::Resolved;
        let because = settings.span.or_else(|| word.map(|range| placed.entry.place(lines, range)));
        out.push(Verdict { phase, kind, because });
    }
    out
}

/// The phase that a kind belongs to; what is neither here nor there stays in the phase before it.
fn phase_of(kind: Kind, before: Option<Phase>, over: bool) -> Phase {
    match kind {
        // Telling people that it is over belongs to its end.
        Kind::Communicated if over => Phase::Resolution,
        Kind::Trigger | Kind::Detected | Kind::Confirmed => Phase::Detection,
        Kind::Investigating | Kind::Hypothesis | Kind::DeadEnd | Kind::CauseFound => Phase::Investigation,
        Kind::Escalated | Kind::Communicated => Phase::Escalation,
        Kind::Fixing | Kind::Mitigated | Kind::Resolved | Kind::FollowUp => Phase::Resolution,
        Kind::Other => before.unwrap_or(Phase::Detection),
    }
}

/// What an event's own words are signs of.
#[derive(Debug, Clone)]
struct Reading {
    signs: HashMap<Sign, (i32, Range<usize>)>,
    words: Vec<String>,
}

/// Longer entries tell what they are about at their beginning.
const MOST_WORDS: usize = 160;

impl Reading {
    fn of(text: &str) -> Reading {
        let mut words = words::words(text);
        words.truncate(MOST_WORDS);
        let first_sentence = words::sentences(text).first().map_or(text.len(), |range| range.end);
        let names: Vec<&str> = words.iter().map(|(word, _)| word.as_str()).collect();
        let mut hits: Vec<(i32, Sign, usize, usize)> = Vec::new();
        for start in 0..names.len() {
            for pattern in patterns_for(names[start]) {
                if let Some(length) = pattern.matches(&names[start..]) {
                    hits.push((pattern.weight, pattern.sign, start, start + length));
                }
            }
        }
        // "Alert: queue longer than 5,000".
        if matches!(names.first(), Some(&"alert" | &"alarm" | &"page")) {
            hits.push((10, Sign::Alarm, 0, 1));
        }
        // The surest first; of equals the longer, then the earlier.
        hits.sort_by_key(|(weight, sign, start, end)| (Reverse(*weight), Reverse(end - start), *start, *sign));
        let mut signs: HashMap<Sign, (i32, Range<usize>)> = HashMap::new();
        let mut counts: HashMap<Sign, usize> = HashMap::new();
        for (weight, sign, start, end) in hits {
            let range = words[start].1.start..words[end - 1].1.end;
            let Some((sign, mut weight)) = in_context(sign, weight, &names[start.saturating_sub(3)..start]) else { continue };
            if range.start >= first_sentence {
                weight = weight * 4 / 5;
            }
            let count = counts.entry(sign).or_insert(0);
            *count += 1;
            // Repetition makes surer, but only so far.
            let more = i32::from(*count <= 3);
            match signs.entry(sign) {
                Entry::Vacant(free) => drop(free.insert((weight, range))),
                // What weighed most may have been said as an aim only.
                Entry::Occupied(mut known) if known.get().0 < weight => drop(known.insert((weight, range))),
                Entry::Occupied(mut known) => known.get_mut().0 += more,
            }
        }
        Reading { signs, words: names.iter().map(|word| (*word).to_string()).collect() }
    }

    fn weight(&self, sign: Sign) -> i32 {
        self.signs.get(&sign).map_or(0, |(weight, _)| *weight)
    }

    fn has(&self, wanted: &str) -> bool {
        self.words.iter().any(|word| wanted.split(' ').any(|wanted| word == wanted))
    }

    /// Where a sign stands in the text.
    fn at(&self, sign: Sign) -> usize {
        self.signs.get(&sign).map_or(usize::MAX, |(_, range)| range.start)
    }

    /// Of two signs in one event the one that tells its outcome: "noticed the alerts and began to
    /// investigate", "found the typo and corrected it".
    fn weighed(&self, sign: Sign, index: usize, notice: usize) -> Sign {
        let searches = self.weight(Sign::Search) >= 9;
        match sign {
            Sign::Alarm | Sign::Symptom if searches && (index > notice || self.at(Sign::Search) < self.at(sign)) => Sign::Search,
            Sign::Cause
                if self.mends() > self.at(Sign::Cause) && self.mends() != usize::MAX && !self.has("attempted tried decided attempts") =>
            {
                Sign::Fix
            }
            // A change that is told first and its failure after it.
            Sign::Fix | Sign::Change
                if self.weight(Sign::Nothing) >= 12 && self.at(Sign::Nothing) != usize::MAX && self.at(Sign::Nothing) > self.at(sign) =>
            {
                Sign::Nothing
            }
            sign => sign,
        }
    }

    /// Where a fix or a change for the better stands, when one is told beyond doubt.
    fn mends(&self) -> usize {
        if self.weight(Sign::Fix) >= 9 {
            self.at(Sign::Fix)
        } else if self.weight(Sign::Change) >= 6 && self.has("and hence so then") {
            self.at(Sign::Change)
        } else if self.weight(Sign::Relief) >= 10 && self.has("blocked disabled revoked isolated locked") {
            self.at(Sign::Relief)
        } else {
            usize::MAX
        }
    }

    /// Signs with their weights, what the story adds included, the surest first.
    fn ranked(&self, add: impl Fn(Sign) -> i32) -> Vec<(Sign, i32)> {
        let mut ranked: Vec<(Sign, i32)> =
            self.signs.iter().map(|(sign, (weight, _))| (*sign, weight + add(*sign))).filter(|(_, weight)| *weight > 0).collect();
        ranked.sort_by_key(|(sign, weight)| (Reverse(*weight), *sign));
        ranked
    }
}

/// A sign after the words before it: "not resolved" is none of an end, "to resolve" is an aim.
fn in_context(sign: Sign, weight: i32, before: &[&str]) -> Option<(Sign, i32)> {
    let negated = before.iter().any(|word| is_negation(word));
    let aimed = |word: &&str| AIMS.split(' ').any(|aim| aim == *word);
    match sign {
        Sign::End | Sign::Relief | Sign::Cause | Sign::Fix | Sign::Change if negated => Some((Sign::Nothing, weight * 3 / 4)),
        Sign::HandOver | Sign::Alarm | Sign::Tell if negated => None,
        Sign::Nothing => Some((sign, weight)),
        _ if before.last().is_some_and(aimed) => Some((sign, weight / 3)),
        _ if before.len() > 1 && aimed(&before[before.len() - 2]) => Some((sign, weight / 2)),
        _ => Some((sign, weight)),
    }
}

fn is_negation(word: &str) -> bool {
    word.ends_with("n't") || NEGATIONS.split(' ').any(|negation| negation == word)
}

/// How far the story has come.
#[derive(Debug, Clone, Copy, Default)]
struct Story {
    noticed: bool,
    searched: bool,
    found: bool,
    mended: bool,
    over: bool,
    /// A fault has been told.
    faulty: bool,
    /// The cause comes to light only later.
    unsolved: bool,
}

/// Reads the events as one story: what has been noticed, found and mended so far weighs on what comes next.
fn story(readings: &[Reading]) -> Vec<(Kind, Option<Sign>)> {
    let notice = first_notice(readings);
    let solved = readings.iter().rposition(|reading| reading.weight(Sign::Cause) >= 12 && reading.weight(Sign::Nothing) < 10);
    let mut story = Story::default();
    let mut out: Vec<(Kind, Option<Sign>)> = Vec::with_capacity(readings.len());
    for (index, reading) in readings.iter().enumerate() {
        story.noticed = index > notice;
        story.unsolved = solved.is_some_and(|solved| index < solved);
        let last = index + 1 == readings.len();
        let ranked = reading.ranked(|sign| leaning(sign, story, index == notice, last));
        let (kind, sign) = match ranked.first() {
            Some((sign, _)) => {
                let sign = reading.weighed(*sign, index, notice);
                (kind_of(sign, reading, story, index, notice), Some(sign))
            }
            None => (unsaid(story, index < notice), None),
        };
        story.faulty |= sign == Some(Sign::Fault);
        story.after(kind);
        out.push((kind, sign));
    }
    false_leads(readings, &mut out);
    out
}

/// The event at which the trouble was noticed: the first alarm, else the first that tells of something wrong.
fn first_notice(readings: &[Reading]) -> usize {
    let alarm = |reading: &Reading| reading.weight(Sign::Alarm) >= 9;
    let seen = |reading: &Reading| {
        alarm(reading)
            || reading.weight(Sign::Symptom) >= 6
            || reading.weight(Sign::Confirm) >= 8
            || reading.weight(Sign::Search) >= 8
            || reading.weight(Sign::Nothing) >= 10
    };
    let fault = readings.iter().position(|reading| reading.weight(Sign::Fault) >= 8).unwrap_or(0);
    let first_seen = readings.iter().position(seen).unwrap_or(fault);
    let first_alarm = readings.iter().position(alarm).unwrap_or(first_seen);
    // An alarm that comes long after people began to act was a second one.
    let acts = |reading: &Reading| {
        reading.weight(Sign::Search) >= 8 && reading.weight(Sign::Change) < 7
            || reading.weight(Sign::HandOver) >= 12
            || reading.weight(Sign::Cause) >= 12
    };
    // With no alarm at all, whoever was told of a fault knew of it by then.
    let fault_told = || readings.get(fault..)?.iter().position(|reading| reading.weight(Sign::Tell) >= 13).map(|told| fault + told);
    let silent = !readings.iter().any(alarm);
    let searched =
        readings.iter().position(acts).unwrap_or(readings.len()).min(if silent { fault_told().unwrap_or(usize::MAX) } else { usize::MAX });
    if first_alarm > searched { first_seen.min(searched) } else { first_alarm }
}

/// How much the story so far speaks for a sign.
fn leaning(sign: Sign, story: Story, notice: bool, last: bool) -> i32 {
    match sign {
        Sign::Alarm if notice => 4,
        Sign::Symptom if notice => 4,
        Sign::Alarm if story.over => -2,
        Sign::Symptom if story.searched || story.found => -3,
        Sign::Fault if !story.noticed => 3,
        Sign::Fault if story.mended => -5,
        Sign::Fault => -2,
        Sign::Confirm if story.searched && !story.mended => -3,
        Sign::HandOver if notice => -5,
        Sign::Search | Sign::Suspect if story.over => -3,
        Sign::Search if story.mended => -2,
        Sign::Cause if notice => -3,
        Sign::Cause if story.over => -3,
        Sign::Change if story.found => 2,
        Sign::Fix if story.found => 1,
        Sign::End if notice && !last => -8,
        Sign::End if !story.noticed && !last => -8,
        Sign::End if !(story.found || story.mended || last) => -3,
        Sign::End if last => 3,
        Sign::After if story.over => 4,
        Sign::After if story.mended || story.found => 0,
        Sign::After => -5,
        _ => 0,
    }
}

/// What a sign means at this point of the story.
fn kind_of(sign: Sign, reading: &Reading, story: Story, index: usize, notice: usize) -> Kind {
    let before = index < notice;
    match sign {
        Sign::Fault if before || index == notice => Kind::Trigger,
        Sign::Fault if story.searched && !story.mended => Kind::Investigating,
        Sign::Fault => Kind::Detected,
        Sign::End if before && story.faulty => Kind::Resolved,
        Sign::Change | Sign::Fix | Sign::End | Sign::After if before => Kind::Trigger,
        Sign::Change if story.over => {
            if reading.weight(Sign::End) > 0 {
                Kind::Resolved
            } else {
                Kind::FollowUp
            }
        }
        Sign::Change if !story.found && reading.has(FAILURE) => Kind::DeadEnd,
        // What is changed while the cause is still to be found is a part of the search.
        Sign::Change if !story.found && (reading.weight(Sign::Search) >= 8 || story.unsolved && !story.mended) => Kind::Investigating,
        Sign::Change if !story.found && reading.weight(Sign::Suspect) > 0 => Kind::DeadEnd,
        Sign::Change | Sign::Fix => Kind::Fixing,
        Sign::Alarm => Kind::Detected,
        Sign::Symptom if index <= notice => Kind::Detected,
        Sign::Symptom if story.over && !reading.has("again another") => Kind::Other,
        Sign::Symptom if story.over => Kind::Detected,
        Sign::Symptom if !story.searched && !story.mended => Kind::Detected,
        Sign::Symptom => Kind::Investigating,
        Sign::Confirm if (story.mended || story.over) && !reading.has("declared declare declares declaring opened opens lead") => {
            Kind::Resolved
        }
        Sign::Confirm => Kind::Confirmed,
        Sign::Search | Sign::Cause if before => Kind::Other,
        Sign::Search if story.over => Kind::FollowUp,
        Sign::Search => Kind::Investigating,
        Sign::Suspect => Kind::Hypothesis,
        Sign::Nothing if before => Kind::Other,
        Sign::Nothing if index == notice => Kind::Detected,
        Sign::Nothing => Kind::DeadEnd,
        Sign::HandOver => Kind::Escalated,
        Sign::Tell => Kind::Communicated,
        Sign::Cause if index == notice => Kind::Detected,
        Sign::Cause => Kind::CauseFound,
        Sign::Relief if before => Kind::Trigger,
        Sign::Relief => Kind::Mitigated,
        Sign::End => Kind::Resolved,
        Sign::After => Kind::FollowUp,
        Sign::Aside => Kind::Other,
    }
}

/// What an event is that says nothing of it.
fn unsaid(story: Story, before: bool) -> Kind {
    match story {
        _ if before => Kind::Other,
        Story { over: true, .. } => Kind::FollowUp,
        Story { mended: true, .. } | Story { found: true, .. } => Kind::Fixing,
        Story { noticed: true, .. } => Kind::Investigating,
        _ => Kind::Other,
    }
}

impl Story {
    fn after(&mut self, kind: Kind) {
        self.searched |= matches!(kind, Kind::Investigating | Kind::Hypothesis | Kind::DeadEnd | Kind::CauseFound | Kind::Escalated);
        self.found |= kind == Kind::CauseFound;
        self.mended |= matches!(kind, Kind::Fixing | Kind::Mitigated | Kind::Resolved);
        self.over = match kind {
            Kind::Resolved => true,
            Kind::Detected | Kind::Trigger | Kind::DeadEnd => false,
            _ => self.over,
        };
    }
}

/// A suspicion or an attempt is a false lead when the next entry says so, or turns elsewhere.
fn false_leads(readings: &[Reading], kinds: &mut [(Kind, Option<Sign>)]) {
    for index in 0..kinds.len().saturating_sub(1) {
        let next = &readings[index + 1];
        let fails = kinds[index + 1].0 == Kind::DeadEnd && next.has("persists persisted persist still unchanged continued");
        let turns = next.has("shifted shifts turned attention instead elsewhere");
        let doubts = |reading: &Reading| reading.weight(Sign::Suspect) >= 9;
        let despite = next.has("despite") && next.weight(Sign::Nothing) > 0;
        match kinds[index].0 {
            // One suspicion after another: the first was wrong.
            Kind::Hypothesis if turns || (doubts(next) && kinds[index + 1].0 != Kind::DeadEnd) => kinds[index].0 = Kind::DeadEnd,
            Kind::Investigating if turns && readings[index].has("initial initially first") => kinds[index].0 = Kind::DeadEnd,
            Kind::Fixing if fails || despite => kinds[index].0 = Kind::DeadEnd,
            _ => {}
        }
        // "Despite the rollback it persisted, and we looked elsewhere": the rollback was the false lead.
        if despite && next.weight(Sign::Search) >= 8 && kinds[index].0 == Kind::DeadEnd {
            kinds[index + 1].0 = Kind::Investigating;
        }
    }
}

/// A pattern of the table, taken apart.
struct Pattern {
    sign: Sign,
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
        // "the cause, but no logs were found": what is in between must not turn the sense round.
        Some((Step::Gap, rest)) => (0..=GAP)
            .take_while(|skip| *skip == 0 || words.get(at + skip - 1).is_some_and(|word| !is_negation(word)))
            .find_map(|skip| steps_match(rest, words, at + skip)),
    }
}

/// The patterns by the first two letters of the words that they can begin with.
static PATTERNS: LazyLock<HashMap<[u8; 2], Vec<Pattern>>> = LazyLock::new(|| {
    let mut out: HashMap<[u8; 2], Vec<Pattern>> = HashMap::new();
    for (sign, weight, list) in CUES {
        for text in list.split(',').map(str::trim) {
            let alternatives = text.split(' ').next().unwrap_or_default().split('|');
            let mut keys: Vec<[u8; 2]> = alternatives.map(key).collect();
            keys.sort_unstable();
            keys.dedup();
            for first in keys {
                let steps = text.split(' ').map(step).collect();
                out.entry(first).or_default().push(Pattern { sign: *sign, weight: *weight, steps });
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
