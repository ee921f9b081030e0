//! Figures: a line has none that the report does not have, or that does not follow from its times
//! and its entries.

use super::dates::KnownDates;
use super::gaps::minutes;
use super::numerals::{Numeral, Sort, numerals};
use crate::incident::{Incident, Kind, Moment};
use crate::read::Report;
use crate::spice::writer::measures::{list_lengths, measure_counts};
use crate::time::date::MONTHS;
use crate::time::format::weekday;
use crate::time::length;
use crate::words::matching::Words;
use crate::words::words;
use chrono::{Timelike, Weekday};
use std::collections::BTreeSet;
use std::ops::Range;

/// All the figures that a line may hold.
pub(super) struct Figures {
    /// The report in small letters.
    text: String,
    held: Words,
    /// Its numbers, in digits or in words.
    values: Vec<f64>,
    /// Its times of day, as "9:30".
    clocks: BTreeSet<String>,
    hours: BTreeSet<u32>,
    dates: KnownDates,
    /// Its lengths in minutes: told, or from one moment to another.
    minutes: Vec<f64>,
    /// The numbers of its entries, suspects, lists and the like.
    counts: BTreeSet<usize>,
    /// Those of its measures.
    measures: BTreeSet<usize>,
    /// The words of each entry and each measure.
    entries: Vec<Words>,
}

impl Figures {
    pub(super) fn of(report: &Report) -> Figures {
        let incident = &report.incident;
        let text = report.source().text().to_lowercase();
        let mut values: Vec<f64> = numbers(&text).collect();
        values.extend(numerals(&text).iter().map(|numeral| numeral.value));
        let told = incident.events.iter().map(|event| &event.text);
        let tasks = incident.actions.iter().map(|action| &action.text);
        let moments = incident.events.iter().map(|event| event.at);
        let clocks = moments.clone().filter_map(|at| at.clock);
        Figures {
            held: Words::of(&text),
            values,
            clocks: clocks_of(&text, moments.clone()),
            hours: clocks.map(|clock| clock.hour()).collect(),
            dates: KnownDates::of(report),
            minutes: minutes(&text, incident),
            counts: counts(incident).union(&list_lengths(report)).copied().collect(),
            measures: measure_counts(report),
            entries: told.chain(tasks).map(|text| Words::of(text)).collect(),
            text,
        }
    }

    /// Checks that all figures of a line are the report's.
    pub(super) fn check(&self, line: &str) -> Result<(), String> {
        let mut left = line.to_lowercase();
        self.dates.take_out(&mut left, &self.text);
        let mut timed = false;
        for length in length::all(&left.clone()) {
            let words = &left[length.range.clone()];
            let days = || self.dates.lie_apart(words, length.minutes, length.rough);
            if !self.text.contains(words) && !self.lasts(length.minutes, length.rough) && !days() {
                return Err(nowhere(words));
            }
            timed = true;
            blank(&mut left, length.range);
        }
        self.digits(&left, timed)?;
        for numeral in numerals(&left) {
            if let Some(minutes) = numeral.minutes(&left) {
                let words = numeral.with_unit(&left);
                let days = || self.dates.lie_apart(words, minutes, false);
                if !self.text.contains(words) && !self.lasts(minutes, false) && !days() {
                    return Err(nowhere(words));
                }
            } else if !self.counted(&numeral, &left, timed) {
                return Err(nowhere(&left[numeral.range]));
            }
        }
        self.calendar(line)
    }

    /// True if something took so long.
    fn lasts(&self, minutes: f64, rough: bool) -> bool {
        const DAY: f64 = 1440.0;
        let room = if rough {
            (minutes * 0.15).max(1.0)
        } else if minutes >= DAY && minutes % DAY == 0.0 {
            DAY / 2.0
        } else {
            0.5
        };
        self.minutes.iter().any(|known| (known - minutes).abs() <= room)
    }

    /// Each word with a digit in it.
    fn digits(&self, line: &str, timed: bool) -> Result<(), String> {
        let parts = |c: char| c.is_whitespace() || matches!(c, '—' | '–' | '/' | '…');
        for word in line.split(parts) {
            let word = word.trim_matches(|c: char| !c.is_alphanumeric() && c != '%');
            let word = word.strip_suffix("'s").unwrap_or(word);
            let word = word.strip_suffix("’s").unwrap_or(word);
            if !word.contains(|c: char| c.is_ascii_digit()) {
                continue;
            }
            let known = match clock(word) {
                Some(clock) => self.clocks.contains(&clock),
                None => self.number(word, timed) || self.is_code(word),
            };
            if !known {
                return Err(nowhere(word));
            }
        }
        Ok(())
    }

    /// "40", "3,412", "35%", "29th".
    fn number(&self, word: &str, timed: bool) -> bool {
        let plain = word.trim_end_matches('%').replace(',', "");
        let plain = ["st", "nd", "rd", "th"]
            .iter()
            .find_map(|end| plain.strip_suffix(end))
            .unwrap_or(&plain);
        let Ok(value) = plain.parse::<f64>() else {
            return false;
        };
        let count = !word.ends_with('%') && self.is_count(value);
        self.values.contains(&value) || count || timed && self.lasts(value, false)
    }

    fn is_count(&self, value: f64) -> bool {
        let mut counts = self.counts.iter().chain(&self.measures);
        counts.any(|count| *count as f64 == value)
    }

    /// Checks a number of measures, where a line counts these: no other number of the report will
    /// do. `None` where it counts something else.
    fn counts_measures(&self, numeral: &Numeral, line: &str) -> Option<bool> {
        let named = |(word, _): &(String, Range<usize>)| {
            let word = word.as_str();
            MEASURES.contains(&word).then_some(true).or((word == "of").then_some(false))
        };
        let is_noun = words(&line[numeral.range.end..]).take(2).find_map(|word| named(&word))?;
        let known = self.measures.iter().any(|count| *count as f64 == numeral.value);
        is_noun.then(|| {
            known || numeral.value <= 1.0 || self.text.contains(&line[numeral.range.clone()])
        })
    }

    /// A name with digits in it, "web-02", that stands in the report, or whose parts do.
    fn is_code(&self, word: &str) -> bool {
        let stands = |part: &str| part.contains(char::is_alphabetic) && self.has_word(part);
        let mut parts = word.split('-').filter(|part| !part.is_empty());
        stands(word)
            || word.contains('-')
                && parts.all(|part| {
                    !part.contains(|c: char| c.is_ascii_digit())
                        || self.number(part, false)
                        || stands(part)
                })
    }

    /// True if the report has this by itself, not within a longer word.
    fn has_word(&self, word: &str) -> bool {
        let is_end = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
        self.text.match_indices(word).any(|(at, _)| {
            is_end(self.text[..at].chars().next_back())
                && is_end(self.text[at + word.len()..].chars().next())
        })
    }

    /// True if there are so many of what the line counts.
    fn counted(&self, numeral: &Numeral, line: &str, timed: bool) -> bool {
        let Numeral { value, sort, .. } = *numeral;
        let among = |wanted: &dyn Fn(usize) -> bool| {
            words(&line[numeral.range.end..])
                .take(3)
                .filter(|(word, _)| word.len() >= 4)
                .any(|(word, _)| wanted(self.entries_with(&word)))
        };
        if sort == Sort::Count && self.counts_measures(numeral, line) == Some(false) {
            return among(&|count| count as f64 == value);
        }
        match sort {
            Sort::Count if value <= 1.0 => true,
            Sort::Count => {
                self.values.contains(&value)
                    || self.is_count(value)
                    || value == 2.0 && self.held.hold_one(PAIRS)
                    || among(&|count| count as f64 == value)
                    || timed && self.lasts(value, false)
            }
            Sort::Rank => self.values.contains(&value) || among(&|count| count as f64 >= value),
            Sort::Heap => self.values.iter().any(|known| *known >= value),
        }
    }

    /// The number of entries and measures that speak of a thing.
    fn entries_with(&self, word: &str) -> usize {
        let stem: String = word.chars().take(word.len().saturating_sub(2).clamp(4, 7)).collect();
        let pattern = format!("{stem}*");
        self.entries.iter().filter(|entry| entry.hold(&pattern)).count()
    }

    /// Days, months, noon and midnight.
    fn calendar(&self, line: &str) -> Result<(), String> {
        let names = line
            .split(|c: char| !c.is_alphabetic())
            .filter(|word| word.starts_with(char::is_uppercase));
        for name in names {
            let small = name.to_lowercase();
            let is_day = DAYS.iter().find(|day| {
                let full = weekday(**day).to_lowercase();
                small == full || small.strip_suffix('s') == Some(&full)
            });
            let known = match is_day {
                Some(day) => {
                    self.dates.weekdays().any(|known| known == *day)
                        || self.text.contains(&weekday(*day).to_lowercase())
                }
                None => {
                    !is_month(&small) || self.text.contains(&small) || self.dates.fall_in(&small)
                }
            };
            if !known {
                return Err(nowhere(name));
            }
        }
        let line = Words::of(line);
        let free =
            |word: &str, follows: bool| !line.hold(word) || follows || self.text.contains(word);
        let hour = |wanted: [u32; 2]| wanted.iter().any(|hour| self.hours.contains(hour));
        let ends = |day: Weekday| matches!(day, Weekday::Sat | Weekday::Sun);
        for (word, follows) in [
            ("midnight", hour([23, 0])),
            ("noon", hour([11, 12])),
            ("weekend", self.dates.weekdays().any(ends)),
            ("weekends", self.dates.weekdays().any(ends)),
        ] {
            if !free(word, follows) {
                return Err(nowhere(word));
            }
        }
        Ok(())
    }
}

fn nowhere(words: &str) -> String {
    format!("\"{words}\" is nowhere in the report and does not follow from its times")
}

/// Words by which a report speaks of two without saying so.
const PAIRS: &[&str] = &["both", "second", "again", "another", "other", "pair", "twice", "also"];

/// By these names a line counts the measures.
const MEASURES: &[&str] = &["measure", "measures", "tasks", "action", "actions"];

const DAYS: [Weekday; 7] = [
    Weekday::Mon,
    Weekday::Tue,
    Weekday::Wed,
    Weekday::Thu,
    Weekday::Fri,
    Weekday::Sat,
    Weekday::Sun,
];

/// True for the name of a month, but for March and May, which are also words.
fn is_month(word: &str) -> bool {
    MONTHS.contains(&word) && !matches!(word, "march" | "may")
}

/// Blanks instead of these bytes, so that the others keep their places.
fn blank(text: &mut String, range: Range<usize>) {
    let blanks = " ".repeat(range.len());
    text.replace_range(range, &blanks);
}

/// The numbers of a text in digits, "3,412" and "2.5" among them; the parts of a time are none, and
/// of a date only the year is one.
fn numbers(text: &str) -> impl Iterator<Item = f64> + '_ {
    let within = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | ':' | '-' | '/');
    let words = text.split(move |c: char| !within(c));
    words.flat_map(|word| {
        let word = word.trim_matches(|c: char| !c.is_ascii_digit());
        let parts: Vec<&str> = word.split(['-', '/', ':']).collect();
        let is_date = parts.len() > 2 && !word.contains(':');
        let kept = move |part: &&str| !word.contains(':') && (!is_date || part.len() == 4);
        parts.into_iter().filter(kept).flat_map(|part| {
            let whole = part.replace(',', "").parse().ok();
            let pieces = part.split(['.', ',']).filter_map(|piece| piece.parse().ok());
            whole.into_iter().chain(pieces)
        })
    })
}

/// "09:30" as "9:30"; the seconds, where there are some, stay.
fn clock(word: &str) -> Option<String> {
    let word = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let mut parts = word.split(':');
    let hour: u32 = parts.next()?.parse().ok()?;
    let rest: Vec<&str> = parts.collect();
    let two = |part: &&str| part.len() == 2 && part.bytes().all(|b| b.is_ascii_digit());
    (!rest.is_empty() && rest.iter().all(two)).then(|| format!("{hour}:{}", rest.join(":")))
}

/// The times of day of a report, as written and as read.
fn clocks_of(text: &str, moments: impl Iterator<Item = Moment>) -> BTreeSet<String> {
    let ends = |c: char| !(c.is_ascii_alphanumeric() || c == ':');
    let mut out: BTreeSet<String> = text
        .split(ends)
        .filter_map(|word| clock(word.rsplit('t').next().unwrap_or(word)))
        .collect();
    for at in moments.filter_map(|at| at.clock) {
        for hour in [at.hour(), (at.hour() + 11) % 12 + 1] {
            out.insert(format!("{hour}:{:02}", at.minute()));
        }
    }
    out
}

/// The numbers of the things that an incident is made of.
fn counts(incident: &Incident) -> BTreeSet<usize> {
    let of = |kinds: &[Kind]| {
        let events = incident.events.iter();
        events.filter(|event| kinds.contains(&event.kind)).count()
    };
    let mut out: BTreeSet<usize> = Kind::ALL.iter().map(|kind| of(&[*kind])).collect();
    out.extend([
        incident.events.len(),
        incident.notes.len(),
        incident.events.len() + incident.notes.len(),
        of(&[Kind::Hypothesis, Kind::DeadEnd]),
    ]);
    out
}
