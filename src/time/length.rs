//! Durations in all the ways people write them: `90 minutes`, `1 hour and 30 minutes`, `0h 36m`,
//! `three hours`.

use crate::time::clock;
use crate::time::format::DAY;
use crate::time::scan::{Initials, Scan};
use crate::words::begins_with_any;
use crate::words::numbers::{self, SMALL, TENS};
use std::ops::Range;

/// A duration in a text.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Length {
    pub(crate) minutes: f64,
    pub(crate) range: Range<usize>,
    /// True for "about" or "approximately": not exact to the minute.
    pub(crate) rough: bool,
}

const INITIALS: Initials =
    Initials::of(&SMALL).and(Initials::of(&TENS)).and(Initials::of(&["an", "half"]));

/// All durations in a text.
pub(crate) fn all(text: &str) -> Vec<Length> {
    let (mut out, mut at) = (Vec::new(), 0);
    let mut inside = false;
    while at < text.len() {
        let c = text[at..].chars().next().unwrap_or(' ');
        if !inside
            && c.is_alphanumeric()
            && let Some(length) = at_place(text, at)
        {
            at = length.range.end;
            out.push(length);
            inside = true;
            continue;
        }
        inside = c.is_alphanumeric() || matches!(c, '.' | ':' | '/' | '$');
        at += c.len_utf8();
    }
    out
}

fn at_place(text: &str, start: usize) -> Option<Length> {
    // "< 60 min" is a bound.
    if text[..start].trim_end().ends_with(['<', '>', '≤', '≥']) || ends_range(&text[..start]) {
        return None;
    }
    let mut scan = Scan::new(text, start);
    let mut minutes = amount(&mut scan)?;
    let mut end = scan.at();
    // "1 hour and 30 minutes", "2d 1h 29m", "1 hour, 14 minutes".
    loop {
        let mut more = scan;
        more.skip(|c| c.is_whitespace() || c == ',');
        if more.word("and") || more.word("&") {
            more.blanks();
        }
        match amount(&mut more) {
            Some(value) if value < minutes || minutes == 0.0 => {
                minutes += value;
                scan = more;
                end = scan.at();
            }
            _ => break,
        }
    }
    let before = text[..start]
        .trim_end()
        .rsplit(char::is_whitespace)
        .next()
        .unwrap_or_default()
        .trim_matches(|c: char| !c.is_alphanumeric() && c != '~')
        .to_lowercase();
    let rough = matches!(
        before.as_str(),
        "about"
            | "approximately"
            | "around"
            | "roughly"
            | "nearly"
            | "almost"
            | "over"
            | "approx"
            | "~"
            | "than"
            | "some"
            | "circa"
    ) || text[..start].trim_end().ends_with(['~', '≈']);
    Some(Length { minutes, range: start..end, rough })
}

/// True before the greater of two figures between which a length is: "2-3 hours", "2 to 3 hours".
fn ends_range(before: &str) -> bool {
    let lead = ["-", "–", " to ", " or "].iter().find_map(|between| before.strip_suffix(between));
    let Some(lead) = lead else { return false };
    let bare = lead.trim_end_matches(|c: char| c.is_ascii_digit());
    bare.len() < lead.len()
        && !bare.ends_with(|c: char| c.is_alphanumeric() || ".,:/-–".contains(c))
}

/// A number and a unit.
fn amount(scan: &mut Scan) -> Option<f64> {
    let mut ahead = *scan;
    let value = number(&mut ahead)?;
    let four_digits = ahead.at() - scan.at() == 4 && value.fract() == 0.0 && value >= 100.0;
    ahead.skip(|c| c.is_whitespace() || c == '-');
    if ahead.word("full") || ahead.word("whole") {
        ahead.blanks();
    }
    let unit = ahead.letters().to_lowercase();
    let factor = match unit.as_str() {
        "s" | "sec" | "secs" | "second" | "seconds" => 1.0 / 60.0,
        "m" | "min" | "mins" | "minute" | "minutes" => 1.0,
        // "2100hrs" is a time of day.
        "h" | "hr" | "hrs" | "hour" | "hours" if !four_digits => 60.0,
        "d" | "day" | "days" => DAY,
        "week" | "weeks" => 10080.0,
        _ => return None,
    };
    // "2115hrs" is a clock.
    if unit == "hrs" && ahead.at() - scan.at() == 4 && value >= 100.0 {
        return None;
    }
    ahead.advance(unit.len());
    if unit == "h"
        && let Some((minutes, end)) = glued_minutes(&ahead)
    {
        let clock = is_clock(scan.rest());
        *scan = end;
        return (!clock).then_some(value * factor + f64::from(minutes));
    }
    // "2 hours 5" needs a second unit; "3m€" and "5 min/day" are not durations.
    if ahead.rest().starts_with(['€', '$', '/', '%']) {
        return None;
    }
    let half = text_half(&mut ahead);
    *scan = ahead;
    Some((value + half) * factor)
}

/// The minutes of "1h30", and what follows them.
fn glued_minutes<'a>(behind: &Scan<'a>) -> Option<(u32, Scan<'a>)> {
    let mut end = *behind;
    let (minutes, _) = end.digits(2, 2).filter(|(minutes, _)| *minutes < 60)?;
    let glued = end.peek().is_some_and(char::is_alphanumeric);
    (!glued).then_some((minutes, end))
}

/// True for "18h05" and for "8h05 UTC", which are no lengths.
fn is_clock(text: &str) -> bool {
    let hour = text.bytes().take_while(u8::is_ascii_digit).count();
    let zone = clock::at(text, 0).is_some_and(|stamp| stamp.zone.is_some());
    hour > 1 || zone
}

/// "an hour and a half".
fn text_half(scan: &mut Scan) -> f64 {
    let mut ahead = *scan;
    ahead.blanks();
    if ahead.word("and") {
        ahead.blanks();
        if ahead.word("a") {
            ahead.blanks();
            if ahead.word("half") {
                *scan = ahead;
                return 0.5;
            }
        }
    }
    0.0
}

fn number(scan: &mut Scan) -> Option<f64> {
    let start = scan.at();
    if scan.digits(1, 5).is_some() {
        let mut point = *scan;
        if point.eat('.') && point.digits(1, 2).is_some() {
            *scan = point;
        }
        return scan.since(start).parse().ok();
    }
    if !INITIALS.fit(scan) {
        return None;
    }
    if scan.word("half an") || scan.word("half a") {
        return Some(0.5);
    }
    if scan.word("an") {
        return Some(1.0);
    }
    let value = spelled(scan)?;
    // "forty-five"
    let mut ahead = *scan;
    let units = TENS_FROM <= value && ahead.eat('-');
    let units = units.then(|| spelled(&mut ahead)).flatten().filter(|unit| *unit < 10);
    if units.is_some() {
        *scan = ahead;
    }
    Some((value + units.unwrap_or(0)) as f64)
}

/// Only these numbers are followed by a second one: "forty-five".
const TENS_FROM: usize = 20;

fn spelled(scan: &mut Scan) -> Option<usize> {
    let word = scan.letters();
    let value = numbers::value(&word.to_lowercase()).filter(|value| *value > 0)?;
    scan.advance(word.len());
    Some(value)
}

/// The first duration that a text states, in minutes.
pub(crate) fn told(text: &str) -> Option<f64> {
    let past = |length: &Length| {
        let after = text[length.range.end..].trim_start().to_lowercase();
        begins_with_any(&after, &["before", "ago", "earlier", "later", "prior", "after"])
    };
    all(text)
        .into_iter()
        .find(|length| length.minutes > 0.0 && !past(length))
        .map(|length| length.minutes)
}
