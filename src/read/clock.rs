//! Times as people write them. [`leading`] splits "10:20 - rest" into its time and the rest; [`find`]
//! looks for times in prose.

use super::date::{self, WrittenDay};
use super::scan::{Scan, is_blank};
use super::zone::{self, ZoneName};
use chrono::NaiveTime;

/// A time of day as written, before the rest of the report settles what it leaves open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct WrittenClock {
    pub(crate) hour: u32,
    pub(crate) minute: u32,
    pub(crate) second: u32,
    pub(crate) half: Half,
    /// A spelling that is a time beyond doubt (a colon, AM/PM, a T), not just digits.
    pub(crate) plain: bool,
}

/// What a time says of the half of the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Half {
    /// Nothing, and the hour could be either.
    Unsaid,
    /// The hour is above 12, or written `00` or `09`: it is a 24-hour time.
    Whole,
    Am,
    Pm,
    /// AM or PM after an hour above 12.
    Contradicted,
}

impl WrittenClock {
    /// The time of day, an unsaid half taken as it stands.
    pub(crate) fn time(&self) -> Option<NaiveTime> {
        let hour = match self.half {
            Half::Am if self.hour == 12 => 0,
            Half::Pm if self.hour < 12 => self.hour + 12,
            _ => self.hour,
        };
        NaiveTime::from_hms_opt(hour, self.minute, self.second)
    }
}

/// One time as written: day, clock, zone and the end of a range, each as far as it is there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Stamp {
    pub(crate) day: Option<WrittenDay>,
    pub(crate) clock: Option<WrittenClock>,
    pub(crate) zone: Option<ZoneName>,
    /// The end of a range.
    pub(crate) until: Option<Box<Stamp>>,
    /// Minutes since the beginning, for `T+5` and `+15 min`.
    pub(crate) relative: Option<i64>,
    pub(crate) start: usize,
    pub(crate) end: usize,
}

/// Words that may stand between the start of a line and its time.
const OPENERS: [&str; 17] = [
    "approximately",
    "starting",
    "beginning",
    "around",
    "approx",
    "approx.",
    "circa",
    "about",
    "from",
    "between",
    "since",
    "at",
    "on",
    "by",
    "ca.",
    "time:",
    "the",
];

/// What may stand before a time without meaning anything: bullets that Markdown does not know, brackets, quotes, pictograms.
fn is_ornament(c: char) -> bool {
    is_blank(c)
        || matches!(
            c,
            '*' | '_'
                | '`'
                | '['
                | '('
                | '{'
                | '"'
                | '\''
                | '“'
                | '‘'
                | '~'
                | '≈'
                | '|'
                | '<'
                | '>'
                | '•'
                | '·'
                | '▪'
                | '◦'
                | '●'
                | '○'
                | '‣'
                | '–'
                | '—'
                | '-'
                | '→'
                | '➡'
                | '#'
        )
        || is_pictogram(c)
}

/// Emoji and other signs that stand for no letter.
pub(crate) fn is_pictogram(c: char) -> bool {
    matches!(c as u32, 0x2190..=0x21FF | 0x2300..=0x23FF | 0x2460..=0x27BF | 0x2900..=0x2BFF | 0x1F000..=0x1FAFF | 0x200D | 0xFE0F)
}

/// The time that a line begins with, and where the rest of the line starts.
pub(crate) fn leading(line: &str) -> Option<(Stamp, usize)> {
    let mut scan = Scan::new(line, 0);
    scan.skip(is_ornament);
    // "+15 min" needs its sign.
    for _ in 0..2 {
        for opener in OPENERS {
            if scan.word(opener)
                || (opener.ends_with(['.', ':']) && scan.rest().starts_with(opener) && {
                    scan.advance(opener.len());
                    true
                })
            {
                scan.skip(|c| is_blank(c) || matches!(c, '~' | '*' | '`' | '[' | '(' | ','));
                break;
            }
        }
    }
    let stamp = at(line, scan.at())?;
    let rest = after(line, &stamp)?;
    Some((stamp, rest))
}

/// Where the text after a leading time starts; `None` when the digits were no time after all.
fn after(line: &str, stamp: &Stamp) -> Option<usize> {
    let mut scan = Scan::new(line, stamp.end);
    let closed = scan.skip(|c| matches!(c, '*' | '_' | '`' | ']' | ')' | '}' | '"' | '”' | '’' | '\''));
    let spaced = scan.blanks();
    scan.skip(|c| matches!(c, '*' | '_' | '`' | ']' | ')' | '}'));
    scan.blanks();
    let mark = scan.skip(is_separator);
    let sure = stamp.day.is_some() || stamp.relative.is_some() || stamp.clock.is_some_and(|clock| clock.plain);
    // "0600 - text" is a time, "2000 requests" and "10.30 was released" are not.
    if !(mark || scan.done() || (sure && (spaced || closed)) || (sure && scan.peek().is_some_and(|c| !c.is_ascii_digit() && c != '%'))) {
        return None;
    }
    if !sure && !mark && stamp.zone.is_none() {
        return None;
    }
    let rest = |scan: &mut Scan| scan.skip(|c| is_separator(c) || is_blank(c) || matches!(c, '*' | '_' | '`' | ']' | ')'));
    // "09:31 UTC (11:31 CEST) - …": the same time told again in another zone.
    let mut again = scan;
    if again.eat('(')
        && let Some((_, end)) = clock_at(line, again.at()).and_then(|(clock, end)| zone_after(line, end).map(|(_, end)| (clock, end)))
        && line[end..].starts_with(')')
    {
        scan = Scan::new(line, end + 1);
        scan.blanks();
    }
    rest(&mut scan);
    Some(scan.at())
}

fn is_separator(c: char) -> bool {
    matches!(c, '-' | '–' | '—' | '−' | '‐' | '‑' | ':' | '：' | '|' | ',' | ';' | '.' | '=' | '>' | '→' | '➡' | '⇒')
}

/// The first time in a text from `from` on that is one beyond doubt.
pub(crate) fn find(text: &str, from: usize) -> Option<Stamp> {
    let mut inside = text[..from].chars().next_back().is_some_and(is_inside);
    for (offset, c) in text[from..].char_indices() {
        // A candidate starts with a digit or a letter at the start of a word.
        if !inside && c.is_alphanumeric() {
            let stamp = at(text, from + offset);
            if let Some(stamp) = stamp.filter(|stamp| stamp.day.is_some() || stamp.clock.is_some_and(|clock| clock.plain)) {
                return Some(stamp);
            }
        }
        inside = is_inside(c);
    }
    None
}

/// Characters after which a number is part of something longer: a word, a path, a version.
fn is_inside(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '_' | '/' | '.' | ':' | '$' | '#' | '€' | '£' | '=' | '&' | '%' | '@')
}

/// All times of a text, in order.
pub(crate) fn all(text: &str) -> Vec<Stamp> {
    let (mut stamps, mut from) = (Vec::new(), 0);
    while let Some(stamp) = find(text, from) {
        from = stamp.end;
        stamps.push(stamp);
    }
    stamps
}

/// A time that begins exactly here.
pub(crate) fn at(text: &str, start: usize) -> Option<Stamp> {
    let mut stamp = relative(text, start).or_else(|| single(text, start))?;
    if stamp.relative.is_none()
        && let Some(until) = range_end(text, &stamp)
    {
        stamp.end = until.end;
        stamp.zone = stamp.zone.or_else(|| until.zone.clone());
        stamp.until = Some(Box::new(until));
    }
    Some(stamp)
}

/// Day and clock in either order, with a zone; no range.
fn single(text: &str, start: usize) -> Option<Stamp> {
    let (mut day, mut clock, mut zone, mut end) = (None, None, None, start);
    if let Some((found, day_end)) = date::at(text, start) {
        (day, end) = (Some(found), day_end);
        if let Some(next) = joined(text, day_end)
            && let Some((found, clock_end)) = clock_at(text, next)
        {
            (clock, end) = (Some(found), clock_end);
        }
    } else if let Some((found, clock_end)) = weekday_clock(text, start).or_else(|| clock_at(text, start)) {
        (clock, end) = (Some(found), clock_end);
    }
    clock.or(day.map(|_| WrittenClock { hour: 0, minute: 0, second: 0, half: Half::Whole, plain: false }))?;
    if clock.is_some() {
        let mut unit = Scan::new(text, end);
        unit.blanks();
        if unit.word("hrs") || unit.word("hours") || unit.word("h") {
            end = unit.at();
        }
        if let Some((found, zone_end)) = zone_after(text, end) {
            (zone, end) = (Some(found), zone_end);
        }
        if day.is_none()
            && let Some((found, day_end)) = day_after(text, end)
        {
            (day, end) = (Some(found), day_end);
            if zone.is_none()
                && let Some((found, zone_end)) = zone_after(text, end)
            {
                (zone, end) = (Some(found), zone_end);
            }
        }
    } else if let Some((found, zone_end)) = zone_in_brackets(text, end) {
        (zone, end) = (Some(found), zone_end);
    }
    Some(Stamp { day, clock, zone, until: None, relative: None, start, end })
}

/// "Mon 12:30": a weekday alone before a time tells no date.
fn weekday_clock(text: &str, start: usize) -> Option<(WrittenClock, usize)> {
    let mut scan = Scan::new(text, start);
    date::weekday(&mut scan)?;
    scan.skip(|c| is_blank(c) || c == ',');
    if scan.word("at") {
        scan.blanks();
    }
    clock_at(text, scan.at())
}

/// From the end of a day to its clock: `T`, a blank, a comma, "at", "@", a dash, brackets, emphasis.
fn joined(text: &str, end: usize) -> Option<usize> {
    let mut scan = Scan::new(text, end);
    if scan.peek() == Some('T') && scan.rest()[1..].starts_with(|c: char| c.is_ascii_digit()) {
        return Some(end + 1);
    }
    let skipped = scan.skip(|c| is_blank(c) || matches!(c, ',' | '-' | '–' | '—' | '_' | '|' | '@' | '(' | '*' | '`' | ';' | '~' | ':'));
    for word in ["at", "around", "about", "approximately", "from", "starting", "by", "between", "exactly", "precisely"] {
        if scan.word(word) {
            scan.skip(|c| is_blank(c) || matches!(c, '~' | ','));
        }
    }
    skipped.then_some(scan.at())
}

/// A day after a clock and its zone: "on March 31st", ", May 7", "Feb 22".
fn day_after(text: &str, end: usize) -> Option<(WrittenDay, usize)> {
    let mut scan = Scan::new(text, end);
    if !scan.skip(|c| is_blank(c) || matches!(c, ',' | '(')) {
        return None;
    }
    let on = scan.word("on") || scan.word("of");
    scan.blanks();
    if scan.word("the") {
        scan.blanks();
    }
    let (day, day_end) = date::at(text, scan.at())?;
    // After a bare blank only a day with its month in letters or its year is surely one.
    (on || day.year.is_some() || text[scan.at()..day_end].contains(|c: char| c.is_alphabetic())).then_some((day, day_end))
}

/// A zone after a clock: `UTC`, `(UTC)`, `, UTC`, `+02:00`, `-PST`.
fn zone_after(text: &str, end: usize) -> Option<(ZoneName, usize)> {
    if let Some(found) = offset(text, end) {
        let after = found.end;
        return Some((found, after));
    }
    let mut scan = Scan::new(text, end);
    scan.skip(|c| is_blank(c) || matches!(c, '*' | '_' | ','));
    let open = scan.eat('(') || scan.eat('[');
    if open {
        scan.blanks();
    } else if scan.rest().starts_with(['-', '+']) {
        scan.advance(1);
    }
    let found = zone::at(text, scan.at())?;
    let mut close = Scan::new(text, found.end);
    if close.word("time") {}
    let mut spaced = close;
    spaced.blanks();
    if spaced.word("time") {
        close = spaced;
    }
    if open {
        close.skip(is_blank);
        let _ = close.eat(')') || close.eat(']');
    }
    Some((found, close.at()))
}

fn zone_in_brackets(text: &str, end: usize) -> Option<(ZoneName, usize)> {
    let mut scan = Scan::new(text, end);
    scan.blanks();
    scan.eat('(').then_some(())?;
    let found = zone::at(text, scan.at())?;
    let mut close = Scan::new(text, found.end);
    close.eat(')').then_some(())?;
    Some((found, close.at()))
}

/// `Z`, `+02:00`, `+0200`; with a minus only after seconds, or else `13:30-13:45` would be one.
fn offset(text: &str, end: usize) -> Option<ZoneName> {
    let mut scan = Scan::new(text, end);
    let glued = !scan.blanks();
    let start = scan.at();
    let name = |end: usize, offset: i32| ZoneName { start, end, offset: Some(offset), doubt: None, season: zone::Season::Always };
    let sign = scan.eat_if(|c| matches!(c, '+' | '-'))?;
    let seconds = text[..end].len() >= 6
        && text[..end].as_bytes()[end - 3] == b':'
        && text[..end - 3].ends_with(|c: char| c.is_ascii_digit())
        && text[..end - 3].trim_end_matches(|c: char| c.is_ascii_digit()).ends_with(':');
    if sign == '-' && !seconds {
        return None;
    }
    let (hours, minutes) = match scan.digits(2, 4)? {
        (value, 4) => (value / 100, value % 100),
        (value, 2) if scan.eat(':') && glued => (value, scan.digits(2, 2)?.0),
        _ => return None,
    };
    let total = (hours * 60 + minutes) as i32;
    (hours <= 14 && minutes < 60).then(|| name(scan.at(), if sign == '-' { -total } else { total }))
}

/// The end of a range: a dash or "to", and another time.
fn range_end(text: &str, from: &Stamp) -> Option<Stamp> {
    let mut scan = Scan::new(text, from.end);
    scan.skip(|c| is_blank(c) || matches!(c, '*' | '_' | '`' | ')' | ']'));
    let dash = scan.skip(|c| matches!(c, '-' | '–' | '—' | '−' | '→' | '~'));
    if !dash && !["to", "until", "till", "through", "and"].iter().any(|word| scan.word(word)) {
        return None;
    }
    scan.skip(|c| is_blank(c) || matches!(c, '*' | '_' | '`' | '~' | '(' | '['));
    if scan.word("at") || scan.word("around") || scan.word("about") {
        scan.blanks();
    }
    let until = single(text, scan.at())?;
    let sure = until.clock.is_some_and(|clock| clock.plain) || (until.day.is_some() && from.clock.is_none());
    // "10:00 - 2024-05-01 ..." is a time and a dated text, "12:43 - 12:49 ..." a range.
    (sure && (until.clock.is_some() == from.clock.is_some())).then_some(until)
}

/// `T+5`, `T-10`, `T+00:05`, `+15 min`, `Minute 3`.
fn relative(text: &str, start: usize) -> Option<Stamp> {
    let mut scan = Scan::new(text, start);
    let lettered = scan.eat_if(|c| c == 'T' || c == 't').is_some();
    scan.blanks();
    let stamp =
        |scan: &Scan, minutes| Stamp { day: None, clock: None, zone: None, until: None, relative: Some(minutes), start, end: scan.at() };
    let minus = match scan.eat_if(|c| matches!(c, '+' | '-' | '−' | '–')) {
        Some('+') => false,
        // Without its T a minus is a bullet.
        Some(_) if lettered => true,
        _ if lettered && scan.at() == start + 1 => {
            let (value, _) = scan.digits(1, 1)?;
            let ends = !scan.peek().is_some_and(|c| c.is_alphanumeric());
            return (value == 0 && ends).then(|| stamp(&scan, 0));
        }
        _ if !lettered => {
            let unit = if scan.word("minute") { 1 } else { return None };
            scan.blanks();
            let (value, _) = scan.digits(1, 4)?;
            return Some(stamp(&scan, i64::from(value) * unit));
        }
        _ => return None,
    };
    scan.blanks();
    let minutes = span_of_time(&mut scan, lettered)?;
    Some(stamp(&scan, if minus { -minutes } else { minutes }))
}

/// `5`, `00:05`, `15 min`, `1h`, `1h30m`, `2 hours`; without `bare` a unit is needed.
fn span_of_time(scan: &mut Scan, bare: bool) -> Option<i64> {
    let (value, _) = scan.digits(1, 5)?;
    let value = i64::from(value);
    let mut clock = *scan;
    if clock.eat(':')
        && let Some((minutes, _)) = clock.digits(2, 2)
    {
        *scan = clock;
        // T+1:02:03 tells seconds, too; the axis counts whole minutes here.
        if clock.eat(':') && clock.digits(2, 2).is_some() {
            *scan = clock;
        }
        return Some(value * 60 + i64::from(minutes));
    }
    let mut unit = *scan;
    unit.blanks();
    let word = unit.letters().to_ascii_lowercase();
    let factor = match word.as_str() {
        "m" | "min" | "mins" | "minute" | "minutes" => 1,
        "h" | "hr" | "hrs" | "hour" | "hours" => 60,
        "d" | "day" | "days" => 1440,
        _ => return (bare && !scan.peek().is_some_and(char::is_alphanumeric)).then_some(value),
    };
    unit.advance(word.len());
    *scan = unit;
    if factor == 60 {
        unit.blanks();
        if let Some((minutes, _)) = unit.digits(1, 2) {
            unit.blanks();
            let word = unit.letters().to_ascii_lowercase();
            if matches!(word.as_str(), "" | "m" | "min" | "mins" | "minutes") {
                unit.advance(word.len());
                *scan = unit;
                return Some(value * 60 + i64::from(minutes));
            }
        }
    }
    Some(value * factor)
}

/// A clock time that begins exactly here, in any of the spellings below.
pub(crate) fn clock_at(text: &str, start: usize) -> Option<(WrittenClock, usize)> {
    SPELLINGS.iter().find_map(|(_, spelling)| spelling(text, start))
}

type Spelling = fn(&str, usize) -> Option<(WrittenClock, usize)>;

/// Every accepted spelling of a clock time, each with examples, in the order in which they are tried.
const SPELLINGS: &[(&str, Spelling)] = &[
    ("9:05, 09:05:30, 9:05 PM, 2:26 A.M., 11:21a, 10 : 30 AM, 10;30", with_colon),
    ("00h36, 14h, 9h05", with_h),
    ("10.30, 2.26 pm", with_dot),
    ("0600", four_digits),
    ("9 AM, 1am", hour_alone),
    ("noon, midnight", by_name),
];

fn with_colon(text: &str, start: usize) -> Option<(WrittenClock, usize)> {
    let mut scan = Scan::new(text, start);
    let (hour, width) = scan.digits(1, 2)?;
    let mut wide = scan;
    let blank_before = wide.blanks();
    let mark = wide.eat_if(|c| matches!(c, ':' | '：' | ';' | '∶'))?;
    let blank_after = wide.blanks();
    scan = wide;
    let (minute, _) = scan.digits(2, 2)?;
    let mut second = 0;
    let mut ahead = scan;
    if ahead.eat(':') {
        match ahead.digits(2, 2) {
            Some((value, _)) => {
                second = value;
                scan = ahead;
                let mut fraction = ahead;
                if fraction.eat_if(|c| matches!(c, '.' | ',')).is_some() && fraction.digits(1, 9).is_some() {
                    scan = fraction;
                }
            }
            None if ahead.peek().is_some_and(|c| c.is_ascii_digit()) => return None,
            None => {}
        }
    }
    let half = half(&mut scan);
    // "10: 30 users" is a label with a number; with a blank inside, only AM or PM makes it a time.
    if (blank_before || blank_after || mark == ';') && half.is_none() && !(mark == ';' && !blank_after && !blank_before) {
        return None;
    }
    finish(hour, minute, second, half, width == 2 && hour < 10, true, scan)
}

fn with_h(text: &str, start: usize) -> Option<(WrittenClock, usize)> {
    let mut scan = Scan::new(text, start);
    let (hour, width) = scan.digits(1, 2)?;
    scan.eat_if(|c| c == 'h' || c == 'H')?;
    let minute = match scan.digits(2, 2) {
        Some((minute, _)) => minute,
        // "2h" is a length more often than a time; "14h" and "09h" are not.
        None if width == 2 && !scan.rest().trim_start().starts_with(|c: char| c.is_ascii_digit()) => 0,
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
    if scan.peek() == Some('.') && scan.rest()[1..].starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let half = half(&mut scan);
    finish(hour, minute, 0, half, width == 2 && hour < 10, half.is_some(), scan)
}

fn four_digits(text: &str, start: usize) -> Option<(WrittenClock, usize)> {
    let mut scan = Scan::new(text, start);
    let (value, _) = scan.digits(4, 4)?;
    let mut unit = scan;
    unit.blanks();
    let hours = ["hrs", "hours", "hr", "h"].iter().any(|word| unit.word(word));
    if hours {
        scan = unit;
    }
    let half = half(&mut scan);
    finish(value / 100, value % 100, 0, half, true, hours || half.is_some(), scan)
}

fn hour_alone(text: &str, start: usize) -> Option<(WrittenClock, usize)> {
    let mut scan = Scan::new(text, start);
    let (hour, _) = scan.digits(1, 2)?;
    let half = half(&mut scan)?;
    // "1 a" is the beginning of a sentence: alone, an hour needs its m.
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
    let hour = if scan.word("noon") {
        12
    } else if scan.word("midnight") {
        0
    } else {
        return None;
    };
    finish(hour, 0, 0, None, true, true, scan)
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
    if long.eat_if(|c| c == 'm' || c == 'M').is_some() && !long.peek().is_some_and(|c| c.is_alphanumeric() || c == '\'') {
        if dotted {
            long.eat('.');
        }
        *scan = long;
        return Some(value);
    }
    // "11:21a" is glued, and nothing of the word goes on.
    let ends = !ahead.peek().is_some_and(|c| c.is_alphanumeric() || matches!(c, '.' | '\'' | '/'));
    (!spaced && first.is_ascii_lowercase() && ends).then(|| {
        *scan = ahead;
        value
    })
}

fn finish(hour: u32, minute: u32, second: u32, half: Option<Half>, whole: bool, plain: bool, scan: Scan) -> Option<(WrittenClock, usize)> {
    // 24:00 is the end of a day; a second of 60 is a leap second.
    if hour > 24 || minute > 59 || second > 60 || (hour == 24 && minute + second > 0) {
        return None;
    }
    // A number that goes on, a share, a ratio, a size, a path: none of these is a time.
    if scan.peek().is_some_and(|c| c.is_alphanumeric() && !matches!(c, 'Z' | 'U' | 'G' | 'E' | 'P' | 'C' | 'W'))
        || scan.rest().starts_with(['%', '/'])
    {
        return None;
    }
    let half = match half {
        Some(_) if hour > 12 => Half::Contradicted,
        Some(half) => half,
        None if hour > 12 || hour == 0 || whole => Half::Whole,
        None => Half::Unsaid,
    };
    let clock = WrittenClock { hour: hour % 24, minute, second: second.min(59), half, plain };
    Some((clock, scan.at()))
}

/// Digits that look like a time of day but cannot be one, such as 25:10 or 10:75, at the start of a line.
pub(crate) fn impossible(line: &str) -> Option<(usize, usize)> {
    let mut scan = Scan::new(line, 0);
    scan.skip(is_ornament);
    let start = scan.at();
    scan.digits(1, 2)?;
    scan.eat(':').then_some(())?;
    scan.digits(2, 2)?;
    let ends = !scan.peek().is_some_and(|c| c.is_alphanumeric() || c == ':');
    (ends && clock_at(line, start).is_none()).then_some((start, scan.at()))
}
