//! What the words of one event are signs of.

use crate::read::phase::cues::{AIMS, CUES, LABELS, NEGATIONS, REPORTING, SUBORDINATORS, Sign};
use crate::words;
use crate::words::lexicon::{Lexicon, openings};
use std::cmp::Reverse;
use std::ops::Range;

/// What an event's own words are signs of.
#[derive(Debug, Clone)]
pub(crate) struct Reading {
    signs: Vec<Heard>,
    words: Vec<Word>,
}

/// A sign that some words of an event are of.
#[derive(Debug, Clone)]
struct Heard {
    sign: Sign,
    weight: i32,
    /// Where its surest words stand in the text.
    range: Range<usize>,
    /// How often it was heard.
    count: usize,
}

/// A word of an event, in small letters.
#[derive(Debug, Clone)]
struct Word {
    text: String,
    range: Range<usize>,
    bearing: Bearing,
}

/// Longer entries tell what they are about at their beginning.
const MOST_WORDS: usize = 160;

impl Reading {
    pub(crate) fn of(text: &str) -> Reading {
        let words: Vec<Word> = words::words(text).take(MOST_WORDS).map(Word::new).collect();
        let first_sentence = words::sentences(text)
            .first()
            .map_or(text.len(), |range| range.end);
        let mut reading = Reading {
            signs: Vec::new(),
            words,
        };
        for (weight, sign, start, end) in hits(text, &reading.words) {
            let words = &reading.words;
            let range = words[start].range.start..words[end - 1].range.end;
            let Some((sign, mut weight)) =
                in_context(sign, weight, &words[start.saturating_sub(3)..start])
            else {
                continue;
            };
            let reported =
                sign == Sign::Change && follows(|bearing| bearing.reports, text, words, start);
            let explains = || follows(|bearing| bearing.subordinates, text, words, start);
            if reported || (!matches!(sign, Sign::Nothing | Sign::Symptom) && explains()) {
                weight = weight * 2 / 3;
            }
            // What came of it is often said last.
            if range.start >= first_sentence && !matches!(sign, Sign::Nothing | Sign::End) {
                weight = weight * 4 / 5;
            }
            reading.hear(sign, weight, range);
        }
        reading
    }

    fn hear(&mut self, sign: Sign, weight: i32, range: Range<usize>) {
        let Some(known) = self.signs.iter_mut().find(|heard| heard.sign == sign) else {
            self.signs.push(Heard {
                sign,
                weight,
                range,
                count: 1,
            });
            return;
        };
        known.count += 1;
        if known.weight < weight {
            // What weighed most may have been said as an aim only.
            (known.weight, known.range) = (weight, range);
        } else {
            // Repetition makes surer, but only so far.
            known.weight += i32::from(known.count <= 3);
        }
    }

    fn heard(&self, sign: Sign) -> Option<&Heard> {
        self.signs.iter().find(|heard| heard.sign == sign)
    }

    pub(crate) fn weight(&self, sign: Sign) -> i32 {
        self.heard(sign).map_or(0, |heard| heard.weight)
    }

    /// The words that a sign was heard in.
    pub(crate) fn range(&self, sign: Sign) -> Option<Range<usize>> {
        self.heard(sign).map(|heard| heard.range.clone())
    }

    pub(crate) fn has(&self, wanted: &str) -> bool {
        wanted
            .split(' ')
            .any(|wanted| self.words.iter().any(|word| word.text == wanted))
    }

    /// Where a sign stands in the text.
    fn at(&self, sign: Sign) -> usize {
        self.heard(sign)
            .map_or(usize::MAX, |heard| heard.range.start)
    }

    /// Of two signs in one event the one that tells its outcome: "noticed the alerts and began to
    /// investigate", "found the typo and corrected it".
    pub(crate) fn weighed(&self, sign: Sign, index: usize, notice: usize) -> Sign {
        let searches = self.weight(Sign::Search) >= 9;
        match sign {
            Sign::Alarm | Sign::Symptom
                if searches && (index > notice || self.at(Sign::Search) < self.at(sign)) =>
            {
                Sign::Search
            }
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
        } else if self.weight(Sign::Relief) >= 10
            && self.has("blocked disabled revoked isolated locked")
        {
            self.at(Sign::Relief)
        } else {
            usize::MAX
        }
    }

    /// Signs with their weights, what the story adds included, the surest first.
    pub(crate) fn ranked(&self, add: impl Fn(Sign) -> i32) -> Vec<(Sign, i32)> {
        let weighed = self
            .signs
            .iter()
            .map(|heard| (heard.sign, heard.weight + add(heard.sign)));
        let mut ranked: Vec<(Sign, i32)> = weighed.filter(|(_, weight)| *weight > 0).collect();
        ranked.sort_by_key(|(sign, weight)| (Reverse(*weight), *sign));
        ranked
    }
}

/// Every pattern and label that the words fit: its weight, its sign, its words. The surest first;
/// of equals the longer, then the earlier.
fn hits(text: &str, words: &[Word]) -> Vec<(i32, Sign, usize, usize)> {
    let mut hits = Vec::new();
    for start in 0..words.len() {
        for pattern in PATTERNS.beginning_with(&words[start].text) {
            if let Some(end) = steps_match(PATTERNS.after_first(pattern), words, start + 1) {
                let (sign, weight, _) = CUES[usize::from(pattern.list)];
                hits.push((weight, sign, start, end));
            }
        }
    }
    // "Alert: queue longer than 5,000", "Escalation: the vendor was rung".
    let label = text.find(':').map_or(0, |colon| {
        words
            .iter()
            .take(4)
            .take_while(|word| word.range.end <= colon)
            .count()
    });
    for (at, word) in words[..label].iter().enumerate() {
        let known = LABELS.iter().find(|(stem, _)| word.text.starts_with(stem));
        hits.extend(known.map(|(_, sign)| (12, *sign, at, at + 1)));
    }
    hits.sort_by_key(|(weight, sign, start, end)| {
        (Reverse(*weight), Reverse(end - start), *start, *sign)
    });
    hits
}

/// A sign after the words before it: "not resolved" is none of an end, "to resolve" is an aim.
fn in_context(sign: Sign, weight: i32, before: &[Word]) -> Option<(Sign, i32)> {
    let negated = before.iter().any(|word| word.bearing.negates);
    let aimed = |word: &Word| word.bearing.aims;
    match sign {
        Sign::End | Sign::Relief | Sign::Cause | Sign::Fix | Sign::Change if negated => {
            Some((Sign::Nothing, weight * 3 / 4))
        }
        Sign::HandOver | Sign::Alarm | Sign::Tell if negated => None,
        Sign::Nothing => Some((sign, weight)),
        _ if before.last().is_some_and(aimed) => Some((sign, weight / 3)),
        _ if before.len() > 1 && aimed(&before[before.len() - 2]) => Some((sign, weight / 2)),
        _ => Some((sign, weight)),
    }
}

/// How many words a clause is looked back through for its beginning.
const CLAUSE: usize = 10;

/// Whether a word stands in a clause that such a word begins: "noticed that the workers restart".
fn follows(opens: impl Fn(Bearing) -> bool, text: &str, words: &[Word], at: usize) -> bool {
    let Some(from) = (at.saturating_sub(CLAUSE)..at)
        .rev()
        .find(|index| opens(words[*index].bearing))
    else {
        return false;
    };
    // A comma or a new sentence ends the clause.
    !text[words[from].range.end..words[at].range.start]
        .contains([',', ';', '.', ':', '!', '?', '—', '–'])
}

/// What a word does to the sense of those after it.
#[derive(Debug, Clone, Copy, Default)]
struct Bearing {
    negates: bool,
    aims: bool,
    subordinates: bool,
    reports: bool,
}

const BEARINGS: &[&str] = &[NEGATIONS, AIMS, SUBORDINATORS, REPORTING];
static BEARING: Lexicon<{ openings(BEARINGS) }> = Lexicon::new(BEARINGS);

impl Word {
    fn new((text, range): (String, Range<usize>)) -> Word {
        let mut bearing = Bearing {
            negates: text.ends_with("n't"),
            ..Bearing::default()
        };
        for known in BEARING.beginning_with(&text) {
            match known.list {
                0 => bearing.negates = true,
                1 => bearing.aims = true,
                2 => bearing.subordinates = true,
                _ => bearing.reports = true,
            }
        }
        Word {
            text,
            range,
            bearing,
        }
    }
}

/// The patterns alone, in the order of the table.
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

/// How many words a gap (`..`) may span.
const GAP: usize = 4;

/// Where the words of a pattern end, when those from a place on fit its steps.
fn steps_match(steps: &str, words: &[Word], at: usize) -> Option<usize> {
    if steps.is_empty() {
        return Some(at);
    }
    let (step, rest) = steps.split_once(' ').unwrap_or((steps, ""));
    if step != ".." {
        return if fits(step, &words.get(at)?.text) {
            steps_match(rest, words, at + 1)
        } else {
            None
        };
    }
    // "the reason, though nothing was found": what is in between must not turn the sense round; nor
    // does "not working, so the issue …" say what the issue is not.
    let turns = |word: &Word| word.bearing.negates || word.text == "so";
    (0..=GAP)
        .take_while(|skip| *skip == 0 || words.get(at + skip - 1).is_some_and(|word| !turns(word)))
        .find_map(|skip| steps_match(rest, words, at + skip))
}

/// Whether a word is one of those of a step: `a|b*`.
fn fits(step: &str, word: &str) -> bool {
    step.as_bytes()
        .split(|b| *b == b'|')
        .any(|known| match known.strip_suffix(b"*") {
            Some(stem) => word.as_bytes().starts_with(stem),
            None => word.as_bytes() == known,
        })
}
