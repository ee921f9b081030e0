//! Numbers in words: "forty-two", "twice", "the third", "dozens".

use crate::words::numbers::{self, TENS};
use crate::words::words;
use std::ops::Range;

/// A number that is written in words.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Numeral {
    pub(super) value: f64,
    /// Where it stands.
    pub(super) range: Range<usize>,
    /// The way in which it counts.
    pub(super) sort: Sort,
}

impl Numeral {
    /// Its length in minutes, where a unit of time is behind it: "forty minutes",
    /// "fifteen-minute".
    pub(super) fn minutes(&self, text: &str) -> Option<f64> {
        let unit = self.unit(text)?;
        let factor = UNITS.iter().find(|(name, _)| unit.starts_with(name))?.1;
        Some(self.value * factor)
    }

    fn unit<'a>(&self, text: &'a str) -> Option<&'a str> {
        let within = text[self.range.clone()].rsplit_once('-').map(|(_, unit)| unit);
        let next = words(&text[self.range.end..])
            .next()
            .map(|(_, range)| &text[self.range.end + range.start..self.range.end + range.end]);
        let is_unit = |word: &&str| UNITS.iter().any(|(name, _)| word.starts_with(name));
        within.filter(is_unit).or(next.filter(is_unit))
    }

    /// The number with its unit.
    pub(super) fn with_unit<'a>(&self, text: &'a str) -> &'a str {
        let end = self
            .unit(text)
            .and_then(|unit| Some(text[self.range.start..].find(unit)? + unit.len()));
        let end = end.map_or(self.range.end, |end| self.range.start + end);
        &text[self.range.start..end]
    }
}

const UNITS: &[(&str, f64)] =
    &[("second", 1.0 / 60.0), ("minute", 1.0), ("hour", 60.0), ("day", 1440.0), ("week", 10080.0)];

/// The way in which a number in words counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sort {
    /// "three"
    Count,
    /// "the third"
    Rank,
    /// "dozens": so many and more.
    Heap,
}

const TIMES_OVER: &[(&str, f64)] =
    &[("once", 1.0), ("twice", 2.0), ("thrice", 3.0), ("dozen", 12.0)];

const TIMES: &[(&str, f64)] = &[
    ("hundred", 100.0),
    ("thousand", 1000.0),
    ("million", 1_000_000.0),
    ("billion", 1_000_000_000.0),
];

const HEAPS: &[(&str, f64)] = &[
    ("dozens", 24.0),
    ("hundreds", 200.0),
    ("thousands", 2000.0),
    ("millions", 2_000_000.0),
    ("billions", 2_000_000_000.0),
];

const RANKS: &[(&str, f64)] = &[
    ("fourth", 4.0),
    ("fifth", 5.0),
    ("sixth", 6.0),
    ("seventh", 7.0),
    ("eighth", 8.0),
    ("ninth", 9.0),
    ("tenth", 10.0),
    ("eleventh", 11.0),
    ("twelfth", 12.0),
    ("hundredth", 100.0),
    ("thousandth", 1000.0),
];

fn of(list: &[(&str, f64)], word: &str) -> Option<f64> {
    list.iter().find(|(known, _)| *known == word).map(|(_, value)| *value)
}

/// The value of "two", "forty", "twice".
fn cardinal(word: &str) -> Option<f64> {
    let value = numbers::value(word).map(|value| value as f64);
    value.or_else(|| of(TIMES_OVER, word))
}

/// The numbers in a text that are written in words. First, second and third are left aside: they
/// are said of anything.
pub(super) fn numerals(text: &str) -> Vec<Numeral> {
    let mut out: Vec<Numeral> = Vec::new();
    for (word, range) in words(text) {
        let parts: Vec<&str> = word.split('-').collect();
        let mut sort = Sort::Count;
        let value = match parts[..] {
            [tens, unit] if TENS.contains(&tens) => {
                cardinal(tens).zip(cardinal(unit)).map(|(a, b)| a + b)
            }
            // "three-hour": the number is the first of its parts.
            [first, ..] => cardinal(first),
            [] => None,
        };
        let value = value.or_else(|| {
            sort = Sort::Rank;
            of(RANKS, &word)
        });
        let value = value.or_else(|| {
            sort = Sort::Heap;
            of(HEAPS, &word)
        });
        let joins = |last: &&mut Numeral| text[last.range.end..range.start].trim().is_empty();
        if let Some(times) = of(TIMES, &word) {
            // "three hundred"; "a hundred" is one.
            match out.last_mut().filter(joins) {
                Some(last) => {
                    last.value *= times;
                    last.range.end = range.end;
                }
                None => out.push(Numeral { value: times, range, sort: Sort::Count }),
            }
            continue;
        }
        let Some(value) = value else { continue };
        match out.last_mut().filter(joins) {
            // "forty two"
            Some(last) if last.value >= 20.0 && last.value % 10.0 == 0.0 && value < 10.0 => {
                last.value += value;
                last.range.end = range.end;
            }
            _ => out.push(Numeral { value, range, sort }),
        }
    }
    out
}
