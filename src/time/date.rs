//! Days in all the ways people write them: `2024-04-18`, `20/06/2023`, `Feb 3, 2024`,
//! `3rd of May`, `Monday, May 14th`.

use crate::time::scan::{Initials, Scan, begins, is_blank};
use chrono::{Datelike, NaiveDate, Weekday};

/// A day as written, before its ambiguities are settled from the rest of the report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct WrittenDay {
    pub(crate) year: Option<i32>,
    pub(crate) month: u32,
    pub(crate) day: u32,
    pub(crate) weekday: Option<Weekday>,
    /// The order of day and month, as far as it is certain.
    pub(crate) order: DateOrder,
}

/// The order of day and month, where both are numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum DateOrder {
    /// The month has a name, or the year comes first.
    Plain,
    /// The first number is above 12 (or the separators are dots).
    DayFirst,
    /// The second number is above 12.
    MonthFirst,
    /// Ambiguous: read month first unless the report shows otherwise.
    Either,
}

impl WrittenDay {
    /// The day as a date: in its own year, otherwise in the given one.
    pub(crate) fn in_year(&self, year: i32) -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(self.year.unwrap_or(year), self.month, self.day)
    }

    /// The same with day and month swapped, for a report that writes the day first.
    pub(crate) fn day_first(self) -> WrittenDay {
        if self.order == DateOrder::Either {
            WrittenDay { month: self.day, day: self.month, ..self }
        } else {
            self
        }
    }
}

pub(crate) const MONTHS: [&str; 12] = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
];
const DAYS: [&str; 7] =
    ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

const MONTH_INITIALS: Initials = Initials::of(&MONTHS);
const DAY_INITIALS: Initials = Initials::of(&DAYS);

/// A day that begins exactly here, and its end. A weekday may precede it.
pub(crate) fn at(text: &str, start: usize) -> Option<(WrittenDay, usize)> {
    let mut scan = Scan::new(text, start);
    let weekday = weekday(&mut scan);
    if weekday.is_some() {
        scan.skip(|c| matches!(c, ',' | '.' | '|'));
        scan.blanks();
        if scan.word("the") || scan.word("of") {
            scan.blanks();
        }
    }
    let from = scan.at();
    let (mut day, mut end) =
        iso(text, from).or_else(|| numeric(text, from)).or_else(|| named(text, from))?;
    day.weekday = weekday;
    if weekday.is_none() {
        let mut after = Scan::new(text, end);
        after.skip(|c| matches!(c, ',' | ' ' | '('));
        if let Some(found) = self::weekday(&mut after) {
            day.weekday = Some(found);
            after.eat(')');
            end = after.at();
        }
    }
    Some((day, end))
}

/// A weekday, in full or cut to three letters or more.
pub(crate) fn weekday(scan: &mut Scan) -> Option<Weekday> {
    if !DAY_INITIALS.fit(scan) {
        return None;
    }
    let word = scan.letters();
    let known =
        word.len() >= 3 && !["sund", "mond"].iter().any(|cut| word.eq_ignore_ascii_case(cut));
    let index = DAYS.iter().position(|day| known && begins(day, word))?;
    scan.advance(word.len());
    Weekday::try_from(index as u8).ok()
}

/// True if the next word could begin a day. This check rules out most words.
pub(crate) fn may_begin(scan: &Scan) -> bool {
    DAY_INITIALS.fit(scan) || may_be_month(scan)
}

fn may_be_month(scan: &Scan) -> bool {
    MONTH_INITIALS.fit(scan) || (MONTH_INITIALS.fit_first(scan) && scan.letters().len() >= SLIP)
}

/// True for the lower-case name of a day, or of a month in full or in three letters.
pub(crate) fn is_name(word: &str) -> bool {
    DAYS.contains(&word) || MONTHS.iter().any(|month| *month == word || month[..3] == *word)
}

/// The length from which a name may contain a typo.
const SLIP: usize = 6;

/// A month by name, in full or cut to three letters or more.
fn month(scan: &mut Scan) -> Option<u32> {
    if !may_be_month(scan) {
        return None;
    }
    let word = scan.letters();
    let index = if word.eq_ignore_ascii_case("sept") {
        8
    } else if word.len() < 3 {
        return None;
    } else {
        MONTHS.iter().position(|month| begins(month, word)).or_else(|| {
            MONTHS.iter().position(|month| is_slip(word.as_bytes(), month.as_bytes()))
        })?
    };
    scan.advance(word.len());
    scan.eat('.');
    Some(index as u32 + 1)
}

/// True if a word is a long name with one letter too many, too few, or wrong, or with two letters
/// swapped: "Febuary", "Febrauary", "Feburary".
fn is_slip(word: &[u8], name: &[u8]) -> bool {
    let same_letter = |(a, b): &(&u8, &u8)| a.eq_ignore_ascii_case(b);
    if word.len() < SLIP
        || name.len() < SLIP
        || word.len().abs_diff(name.len()) > 1
        || !same_letter(&(&word[0], &name[0]))
    {
        return false;
    }
    let same = word.iter().zip(name).take_while(same_letter).count();
    let tail = word.iter().rev().zip(name.iter().rev()).take_while(same_letter).count();
    let exchanged = word.len() == name.len()
        && same + tail + 2 == name.len()
        && word[same].eq_ignore_ascii_case(&name[same + 1])
        && word[same + 1].eq_ignore_ascii_case(&name[same]);
    exchanged || same + tail + 1 >= word.len().max(name.len())
}

fn valid(year: Option<i32>, month: u32, day: u32, order: DateOrder) -> Option<WrittenDay> {
    let fits = (1..=12).contains(&month) && (1..=31).contains(&day);
    fits.then_some(WrittenDay { year, month, day, weekday: None, order })
}

/// `2024-04-18`, `2024/04/18`, `2024.4.18`. Corrects a year with a digit too many ("20202").
fn iso(text: &str, start: usize) -> Option<(WrittenDay, usize)> {
    let mut scan = Scan::new(text, start);
    let (year, length) = scan.digits(4, 5)?;
    let year = if length == 5 { slipped_year(scan.since(start))? } else { year };
    let mark = scan.eat_if(|c| matches!(c, '-' | '/' | '.' | '‑' | '–'))?;
    // `2031-MAY-6` as well as `2031-05-06`.
    let month = match scan.digits(1, 2) {
        Some((month, _)) => month,
        None => month(&mut scan)?,
    };
    scan.eat(mark).then_some(())?;
    let (day, _) = scan.digits(1, 2)?;
    let year = Some(year as i32).filter(|year| (1900..2200).contains(year));
    year.and_then(|_| Some((valid(year, month, day, DateOrder::Plain)?, scan.at())))
}

/// In `20202` and `22025` one digit is doubled; without it they are years of this century.
fn slipped_year(digits: &str) -> Option<u32> {
    let (head, tail) = (&digits[..4], &digits[1..]);
    [head, tail]
        .iter()
        .filter_map(|year| year.parse().ok())
        .find(|year| (2000..2100).contains(year))
}

/// `20/06/2023`, `7/6/23`, `03.08.2023`, `5-26-2021`; `03-26` only if a clock follows.
fn numeric(text: &str, start: usize) -> Option<(WrittenDay, usize)> {
    let mut scan = Scan::new(text, start);
    let (first, length) = scan.digits(1, 2)?;
    let mark = scan.eat_if(|c| matches!(c, '-' | '/' | '.'))?;
    let (second, width) = scan.digits(1, 2)?;
    let short = scan;
    let year = if scan.eat(mark) { scan.digits(2, 4) } else { None };
    let Some((year, length)) = year.filter(|(_, length)| *length != 3) else {
        // "03-26" is the end of an ISO day.
        let iso = mark == '-' && length == 2 && first <= 12;
        let day = || match iso {
            true => valid(None, first, second, DateOrder::Plain),
            false => order(None, first, second, mark),
        };
        return (mark != '.' && width == 2 && clock_follows(short))
            .then(day)
            .flatten()
            .map(|day| (day, short.at()));
    };
    let year = if length == 2 { 2000 + year } else { year };
    // "1.2.30" is a version; a day with dots has two digits or a whole year.
    if scan.peek().is_some_and(|c| c.is_alphanumeric())
        || (mark == '.' && length == 2)
        || !(1900..2200).contains(&year)
    {
        return None;
    }
    Some((order(Some(year as i32), first, second, mark)?, scan.at()))
}

/// True if a time with a colon follows, as after `03-26`.
fn clock_follows(mut scan: Scan) -> bool {
    if !scan.skip(|c| is_blank(c) || c == '~') || scan.digits(1, 2).is_none() || !scan.eat(':') {
        return false;
    }
    scan.digits(2, 2).is_some()
}

/// Decides which of two numbers is the day. With dots the day is first; otherwise the month is
/// assumed to be first, and the order is marked as a guess if it could be either.
fn order(year: Option<i32>, first: u32, second: u32, mark: char) -> Option<WrittenDay> {
    if mark == '.' || first > 12 {
        valid(year, second, first, DateOrder::DayFirst)
    } else {
        let order = if second > 12 {
            DateOrder::MonthFirst
        } else if first == second {
            DateOrder::Plain
        } else {
            DateOrder::Either
        };
        valid(year, first, second, order)
    }
}

/// `Feb 3, 2024`, `3rd of May`, `14 May 2023`, `Feb-08-2021`, `February 24th, 15`.
fn named(text: &str, start: usize) -> Option<(WrittenDay, usize)> {
    let mut scan = Scan::new(text, start);
    if let Some(month) = month(&mut scan) {
        // "may15th" is also accepted.
        separators(&mut scan);
        if scan.word("the") {
            scan.blanks();
        }
        let day = day_number(&mut scan)?;
        let (year, end) = year_after(scan);
        // "September 28-29, 2023": the year comes after the last day.
        let (year, end) = if year.is_some() {
            (year, end)
        } else {
            last_day(scan).map(year_after).filter(|(year, _)| year.is_some()).unwrap_or((year, end))
        };
        return Some((valid(year, month, day, DateOrder::Plain)?, end));
    }
    let day = day_number(&mut scan)?;
    separators(&mut scan);
    if scan.word("of") {
        scan.blanks();
    }
    let month = month(&mut scan)?;
    let (year, end) = year_after(scan);
    Some((valid(year, month, day, DateOrder::Plain)?, end))
}

/// Skips the last day of a range of days.
fn last_day(mut scan: Scan) -> Option<Scan> {
    scan.blanks();
    scan.eat_if(|c| matches!(c, '-' | '–' | '—' | '&')).is_some().then_some(())?;
    scan.blanks();
    day_number(&mut scan)?;
    Some(scan)
}

fn separators(scan: &mut Scan) {
    scan.skip(|c| matches!(c, ' ' | '-' | '.' | ',' | '/' | '\u{A0}'));
}

/// `14`, `14th`, `1st`.
fn day_number(scan: &mut Scan) -> Option<u32> {
    let mut ahead = *scan;
    let (day, _) = ahead.digits(1, 2)?;
    if !["st", "nd", "rd", "th"].iter().any(|suffix| ahead.word(suffix)) {
        // "May 10:30" is not the tenth of May, nor is "3 PM" a day.
        let minutes = ahead
            .rest()
            .strip_prefix(':')
            .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
        if ahead.peek().is_some_and(char::is_alphabetic) || minutes {
            return None;
        }
    }
    *scan = ahead;
    Some(day)
}

/// A year after day and month, if there is one: `, 2024`, ` 2024`, `-2021`, `, 15`.
fn year_after(scan: Scan) -> (Option<i32>, usize) {
    let mut ahead = scan;
    let marked = ahead.skip(|c| matches!(c, ',' | '-' | '/' | '.' | ' ' | '\'' | '’' | '\u{A0}'));
    if ahead.word("of") {
        ahead.blanks();
    }
    let comma = scan.rest().starts_with([',', '\'', '’']);
    let slash = scan.rest().starts_with('/');
    match ahead.digits(2, 4) {
        // "May 10, 2004 hours" gives a time.
        Some((_, 4)) if in_hours(ahead) => (None, scan.at()),
        Some((year, 4))
            if marked
                // No incident is older: "May 10 1924 UTC" gives a time.
                && (1990..2100).contains(&year)
                // "May 10 1030:15" has no year; "04/Mar/2025:14:02:11", from a web server's log,
                // has one.
                && (slash || !ahead.rest().strip_prefix(':').is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))) =>
        {
            (Some(year as i32), ahead.at())
        }
        // ", 15" is a year only when a comma or the end follows: not in "May 14, 10:30" and "May
        // 14, 15 users".
        Some((year, 2)) if comma && ahead.rest().starts_with([',', ')']) => {
            (Some(2000 + year as i32), ahead.at())
        }
        _ => (None, scan.at()),
    }
}

/// True if the number before was a time in hours: "2004 hrs".
fn in_hours(mut after: Scan) -> bool {
    after.blanks();
    ["hours", "hrs", "hr"].iter().any(|unit| after.word(unit))
}

/// The actual weekday of a date, if the one written is different.
pub(crate) fn contradicted(written: &WrittenDay, date: NaiveDate) -> Option<Weekday> {
    written.weekday.filter(|said| *said != date.weekday()).map(|_| date.weekday())
}
