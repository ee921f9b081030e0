//! What the words of one event are signs of.

use crate::read::phase::cues::{AIMS, CUES, LABELS, NEGATIONS, REPORTING, SUBORDINATORS, Sign};
use crate::read::text::words;
use std::cmp::Reverse;
use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::ops::Range;
use std::sync::LazyLock;

/// What an event's own words are signs of.
#[derive(Debug, Clone)]
pub(crate) struct Reading {
    pub(crate) signs: HashMap<Sign, (i32, Range<usize>)>,
    words: Vec<String>,
}

/// Longer entries tell what they are about at their beginning.
const MOST_WORDS: usize = 160;

impl Reading {
    pub(crate) fn of(text: &str) -> Reading {
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
        // "Alert: queue longer than 5,000", "Escalation: the vendor was rung".
        let label = text.find(':').map_or(0, |colon| words.iter().take(4).take_while(|(_, range)| range.end <= colon).count());
        for (at, name) in names[..label].iter().enumerate() {
            let known = LABELS.iter().find(|(stem, _)| name.starts_with(stem));
            hits.extend(known.map(|(_, sign)| (12, *sign, at, at + 1)));
        }
        // The surest first; of equals the longer, then the earlier.
        hits.sort_by_key(|(weight, sign, start, end)| (Reverse(*weight), Reverse(end - start), *start, *sign));
        let mut signs: HashMap<Sign, (i32, Range<usize>)> = HashMap::new();
        let mut counts: HashMap<Sign, usize> = HashMap::new();
        for (weight, sign, start, end) in hits {
            let range = words[start].1.start..words[end - 1].1.end;
            let Some((sign, mut weight)) = in_context(sign, weight, &names[start.saturating_sub(3)..start]) else { continue };
            let reported = sign == Sign::Change && follows(REPORTING, text, &words, start);
            if reported || (!matches!(sign, Sign::Nothing | Sign::Symptom) && follows(SUBORDINATORS, text, &words, start)) {
                weight = weight * 2 / 3;
            }
            // What came of it is often said last.
            if range.start >= first_sentence && !matches!(sign, Sign::Nothing | Sign::End) {
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

    pub(crate) fn weight(&self, sign: Sign) -> i32 {
        self.signs.get(&sign).map_or(0, |(weight, _)| *weight)
    }

    pub(crate) fn has(&self, wanted: &str) -> bool {
        self.words.iter().any(|word| wanted.split(' ').any(|wanted| word == wanted))
    }

    /// Where a sign stands in the text.
    fn at(&self, sign: Sign) -> usize {
        self.signs.get(&sign).map_or(usize::MAX, |(_, range)| range.start)
    }

    /// Of two signs in one event the one that tells its outcome: "noticed the alerts and began to
    /// investigate", "found the typo and corrected it".
    pub(crate) fn weighed(&self, sign: Sign, index: usize, notice: usize) -> Sign {
        let searches = self.weight(Sign::Search) >= 9;
        match sign {
            Sign::Alarm | Sign::Symptom if searches && (index > notice || self.at(Sign::Search) < self.at(sign)) => Sign::Search,
            Sign::Cause
                if self.mends() > self.at(Sign::Cause)
                    && self.mends() != usize::MAX
                    && !self.has("attempted tried decided attempts") =>
            {
                Sign::Fix
            }
            // A change that is told first and its failure after it.
            Sign::Fix | Sign::Change
                if self.weight(Sign::Nothing) >= 12
                    && self.at(Sign::Nothing) != usize::MAX
                    && self.at(Sign::Nothing) > self.at(sign) =>
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
    pub(crate) fn ranked(&self, add: impl Fn(Sign) -> i32) -> Vec<(Sign, i32)> {
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

/// How many words a clause is looked back through for its beginning.
const CLAUSE: usize = 10;

/// Whether a word stands in a clause that one of these begins: "noticed that the workers restart".
fn follows(openers: &str, text: &str, words: &[(String, Range<usize>)], at: usize) -> bool {
    let opens = |word: &str| openers.split(' ').any(|known| known == word);
    let Some(from) = (at.saturating_sub(CLAUSE)..at).rev().find(|index| opens(&words[*index].0)) else { return false };
    // A comma or a new sentence ends the clause.
    !text[words[from].1.end..words[at].1.start].contains([',', ';', '.', ':', '!', '?', '—', '–'])
}

fn is_negation(word: &str) -> bool {
    word.ends_with("n't") || NEGATIONS.split(' ').any(|negation| negation == word)
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
        // "the reason, though nothing was found": what is in between must not turn the sense round.
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
