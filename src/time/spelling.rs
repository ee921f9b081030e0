//! The spellings of a time of day, all in one table: [`SPELLINGS`].

use crate::time::scan::{Initials, Scan};
use chrono::NaiveTime;

/// A time of day as written, before its ambiguities are settled from the rest of the report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct WrittenClock {
    /// From 0 to 24; 24:00 is the end of a day.
    pub(crate) hour: u32,
    pub(crate) minute: u32,
    pub(crate) second: u32,
    pub(crate) half: Half,
    /// True for an unambiguous spelling (a colon, AM/PM, a T), not just digits.
    pub(crate) plain: bool,
}

/// The half of the day, as far as a time indicates it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Half {
    /// Not indicated, and the hour could be either.
    Unsaid,
    /// The hour is above 12, or written `00` or `09`: it is a 24-hour time.
    Whole,
    Am,
    Pm,
    /// AM or PM after an hour above 12.
    Contradicted,
}

impl WrittenClock {
    /// The time of day; without AM or PM, taken as a 24-hour time.
    pub(crate) fn time(&self) -> Option<NaiveTime> {
        let hour = match self.half {
            Half::Am if self.hour == 12 => 0,
            Half::Pm if self.hour < 12 => self.hour + 12,
            _ => self.hour % 24,
        };
        NaiveTime::from_hms_opt(hour, self.minute, self.second)
    }

    /// True if it indicates AM or PM, by letters or by name (noon and midnight).
    pub(crate) fn has_half(&self) -> bool {
        matches!(self.half, Half::Am | Half::Pm)
    }

    /// True if only a 24-hour clock shows it.
    pub(crate) fn is_whole_day(&self) -> bool {
        self.half == Half::Whole && self.hour > 12
    }

    /// True for 24:00, which belongs to the next day.
    pub(crate) fn ends_day(&self) -> bool {
        self.hour == 24
    }
}

/// A clock time that begins exactly here, in any of the spellings below.
pub(crate) fn clock_at(text: &str, start: usize) -> Option<(WrittenClock, usize)> {
    SPELLINGS.iter().find_map(|(_, spelling)| spelling(text, start))
}

type Spelling = fn(&str, usize) -> Option<(WrittenClock, usize)>;

/// Every accepted spelling of a clock time, each with examples, in the order in which they are
/// tried.
const SPELLINGS: &[(&str, Spelling)] = &[
    ("9:05, 09:05:30, 9:05 PM, 2:26 A.M., 11:21a, 10 : 30 AM, 10;30, 06:2x", with_colon),
    ("00h36, 14h, 9h05", with_h),
    ("10.30, 2.26 pm", with_dot),
    ("0600", four_digits),
    ("9 AM, 1am, 3:AM", hour_alone),
    ("noon, midnight", by_name),
];

/// The first letters of times of day in words.
pub(crate) const INITIALS: Initials = Initials::of(&["noon", "midnight"]);

fn with_colon(text: &str, start: usize) -> Option<(WrittenClock, usize)> {
    let mut scan = Scan::new(text, start);
    let (hour, width) = scan.digits(1, 2)?;
    let mut wide = scan;
    let blank_before = wide.blanks();
    wide.eat_if(|c| matches!(c, ':' | '：' | ';' | '∶'))?;
    let blank_after = wide.blanks();
    scan = wide;
    let minute = match scan.digits(2, 2) {
        Some((minute, _)) => minute,
        None => tens_alone(&mut scan)?,
    };
    let mut second = 0;
    let mut ahead = scan;
    if ahead.eat(':') {
        match ahead.digits(2, 2) {
            Some((value, _)) => {
                second = value;
                scan = ahead;
                let mut fraction = ahead;
                if fraction.eat_if(|c| matches!(c, '.' | ',')).is_some()
                    && fraction.digits(1, 9).is_some()
                {
                    scan = fraction;
                }
            }
            None if ahead.peek().is_some_and(|c| c.is_ascii_digit()) => return None,
            None if ["xx", "XX"].iter().any(|unknown| ahead.rest().starts_with(unknown)) => {
                ahead.advance(2);
                scan = ahead;
            }
            None => {}
        }
    }
    let half = half(&mut scan);
    // "10: 30 users" is a label with a number; with a blank inside, only AM or PM makes it a time.
    if (blank_before || blank_after) && half.is_none() {
        return None;
    }
    finish(hour, minute, second, half, width == 2 && hour < 10, true, scan)
}

/// Minutes of which only the tens are known: the `2x` of "06:2x".
fn tens_alone(scan: &mut Scan) -> Option<u32> {
    let mut ahead = *scan;
    let (tens, _) = ahead.digits(1, 1)?;
    ahead.eat_if(|c| matches!(c, 'x' | 'X'))?;
    *scan = ahead;
    Some(tens * 10)
}

fn with_h(text: &str, start: usize) -> Option<(WrittenClock, usize)> {
    let mut scan = Scan::new(text, start);
    let (hour, width) = scan.digits(1, 2)?;
    scan.eat_if(|c| c == 'h' || c == 'H')?;
    let minute = match scan.digits(2, 2) {
        Some((minute, _)) => minute,
        // "2h" is a length more often than a time; "14h" and "09h" are not.
        None if width == 2
            && !scan.rest().trim_start().starts_with(|c: char| c.is_ascii_digit()) =>
        {
            0
        }
        None => return None,
    };
    // "0h36m" and "12hrs" are lengths.
    if scan.peek().is_some_and(char::is_alphanumeric) {
        return None;
    }
    finish(hour, minute, 0, None, true, width == 2 && scan.at() - start > 3, scan)
}

fn with_dot(text: &str, start: usize) -> Option<(WrittenClock, usize)> {
    let mut scan = Scan::new(text, start);
    let (hour, width) = scan.digits(1, 2)?;
    scan.eat('.').then_some(())?;
    let (minute, _) = scan.digits(2, 2)?;
    // "10.12.2031" and "3.12:30", an item's number before its time, continue.
    if scan.rest().starts_with(['.', ':'])
        && scan.rest()[1..].starts_with(|c: char| c.is_ascii_digit())
    {
        return None;
    }
    let half = half(&mut scan);
    finish(hour, minute, 0, half, width == 2 && hour < 10, half.is_some(), scan)
}

fn four_digits(text: &str, start: usize) -> Option<(WrittenClock, usize)> {
    let mut scan = Scan::new(text, start);
    let (value, _) = scan.digits(4, 4)?;
    // "2031-05-??" is a day that was never filled in.
    if matches!(scan.rest().as_bytes(), [b'-', _, _, b'-', ..]) {
        return None;
    }
    if is_year_of_two(value, &scan) {
        return None;
    }
    let mut unit = scan;
    unit.blanks();
    let hours = ["hrs", "hours", "hr", "h"].iter().any(|word| unit.word(word));
    if hours {
        scan = unit;
    }
    let half = half(&mut scan);
    finish(value / 100, value % 100, 0, half, true, hours || half.is_some(), scan)
}

/// True for the first of two years: "2015-2016" is no minute of an evening.
fn is_year_of_two(value: u32, after: &Scan) -> bool {
    let mut ahead = *after;
    let dash = ahead.eat_if(|c| matches!(c, '-' | '–')).is_some();
    let next = ahead.digits(4, 4).map(|(next, _)| next);
    dash && (1990..2050).contains(&value) && next == Some(value + 1)
}

fn hour_alone(text: &str, start: usize) -> Option<(WrittenClock, usize)> {
    let mut scan = Scan::new(text, start);
    let (hour, _) = scan.digits(1, 2)?;
    let glued = scan.eat(':') && !scan.peek().is_some_and(|c| matches!(c, 'A' | 'P' | 'a' | 'p'));
    let half = half(&mut scan).filter(|_| !glued)?;
    // "1 a" is the beginning of a sentence: an hour alone needs its m.
    if !scan.since(start).to_ascii_lowercase().trim_end_matches('.').ends_with('m') {
        return None;
    }
    finish(hour, 0, 0, Some(half), false, true, scan)
}

fn by_name(text: &str, start: usize) -> Option<(WrittenClock, usize)> {
    let mut scan = Scan::new(text, start);
    if scan.word("12") {
        scan.blanks();
    }
    let half = if scan.word("noon") {
        Half::Pm
    } else if scan.word("midnight") {
        Half::Am
    } else {
        return None;
    };
    finish(12, 0, 0, Some(half), false, true, scan)
}

/// AM or PM in any spelling: `AM`, `pm`, `a.m.`, `P. M.`, and `11:21a`.
fn half(scan: &mut Scan) -> Option<Half> {
    let mut ahead = *scan;
    let spaced = ahead.blanks();
    ahead.skip(|c| c == '*');
    let first = ahead.eat_if(|c| matches!(c, 'a' | 'A' | 'p' | 'P'))?;
    let mut long = ahead;
    let dotted = long.eat('.');
    if dotted {
        long.blanks();
    }
    let value = if first.eq_ignore_ascii_case(&'a') { Half::Am } else { Half::Pm };
    if long.eat_if(|c| c == 'm' || c == 'M').is_some()
        && !long.peek().is_some_and(|c| c.is_alphanumeric() || c == '\'')
    {
        if dotted {
            long.eat('.');
        }
        *scan = long;
        return Some(value);
    }
    // "11:21a" has no blank, and the a must end the word.
    let ends = !ahead.peek().is_some_and(|c| c.is_alphanumeric() || matches!(c, '.' | '\'' | '/'));
    (!spaced && first.is_ascii_lowercase() && ends).then(|| {
        *scan = ahead;
        value
    })
}

fn finish(
    hour: u32,
    minute: u32,
    second: u32,
    half: Option<Half>,
    whole: bool,
    plain: bool,
    scan: Scan,
) -> Option<(WrittenClock, usize)> {
    // 24:00 is the end of a day; a second of 60 is a leap second.
    if hour > 24 || minute > 59 || second > 60 || (hour == 24 && minute + second > 0) {
        return None;
    }
    // Digits that are part of a longer number, a share, a ratio, a size or a path are not a time.
    if scan.peek().is_some_and(|c| {
        c.is_alphanumeric() && !matches!(c, 'Z' | 'U' | 'G' | 'E' | 'P' | 'C' | 'W')
    }) || scan.rest().starts_with(['%', '/'])
    {
        return None;
    }
    let half = match half {
        Some(_) if hour > 12 => Half::Contradicted,
        Some(half) => half,
        None if hour > 12 || hour == 0 || whole => Half::Whole,
        None => Half::Unsaid,
    };
    let clock = WrittenClock { hour, minute, second: second.min(59), half, plain };
    Some((clock, scan.at()))
}
