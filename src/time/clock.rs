//! Times in all the ways people write them. [`leading`](super::leading) splits "10:20 - rest" into
//! its time and the rest; [`find`] looks for times in prose.

use crate::time::date::{self, WrittenDay};
use crate::time::leading::{is_ornament, is_separator, next_day};
use crate::time::relative::relative;
use crate::time::scan::{Scan, is_blank};
use crate::time::spelling::{self, Half, WrittenClock, clock_at};
use crate::time::zone::{self, ZoneName};
use std::ops::Range;

/// A time as written: day, clock, zone and the end of a range, each if present.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Stamp {
    pub(crate) day: Option<WrittenDay>,
    pub(crate) clock: Option<WrittenClock>,
    /// The range of the clock, including AM, PM or a word for hours after it.
    pub(crate) spelled: Option<Range<usize>>,
    pub(crate) zone: Option<ZoneName>,
    /// The end of a range.
    pub(crate) until: Option<Box<Stamp>>,
    /// Minutes since the start, for `T+5` and `+15 min`.
    pub(crate) relative: Option<i64>,
    /// The number of days after the previous time: 1 for "next day, 10:00".
    pub(crate) days_on: u32,
    pub(crate) start: usize,
    pub(crate) end: usize,
}

impl Stamp {
    /// Shifts the offsets of a time found in part of a line.
    pub(crate) fn moved(mut self, by: usize) -> Stamp {
        self.start += by;
        self.end += by;
        self.spelled = self.spelled.map(|place| place.start + by..place.end + by);
        if let Some(zone) = &mut self.zone {
            zone.start += by;
            zone.end += by;
        }
        self.until = self.until.map(|until| Box::new(until.moved(by)));
        self
    }
}

/// The first unambiguous time in a text from `from` on.
pub(crate) fn find(text: &str, from: usize) -> Option<Stamp> {
    let mut inside = text[..from].chars().next_back().is_some_and(is_inside);
    for (offset, c) in text[from..].char_indices() {
        // A candidate starts with a digit or a letter at the start of a word.
        if !inside && may_begin(c, &Scan::new(text, from + offset)) {
            let stamp = at(text, from + offset);
            if let Some(stamp) = stamp
                .filter(|stamp| stamp.day.is_some() || stamp.clock.is_some_and(|clock| clock.plain))
            {
                return Some(stamp);
            }
        }
        inside = is_inside(c);
    }
    None
}

/// True if a day or a time of day could begin here.
fn may_begin(first: char, scan: &Scan) -> bool {
    first.is_ascii_digit()
        || (first.is_ascii_alphabetic() && (date::may_begin(scan) || spelling::INITIALS.fit(scan)))
}

/// Characters after which a number is part of something longer: a word, a path, a version.
fn is_inside(c: char) -> bool {
    c.is_alphanumeric()
        || matches!(c, '_' | '/' | '.' | ':' | '$' | '#' | '€' | '£' | '=' | '&' | '%' | '@')
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

/// The time that begins exactly here.
pub(crate) fn at(text: &str, start: usize) -> Option<Stamp> {
    let mut stamp = relative(text, start).or_else(|| single(text, start))?;
    if stamp.relative.is_none()
        && let Some(until) = range_end(text, &stamp).or_else(|| dated_range(text, &mut stamp))
    {
        stamp.end = until.end;
        if let (Some(from), Some(to), Some(_)) = (&mut stamp.clock, until.clock, &until.zone) {
            from.plain |= to.plain && from.hour != 20;
        }
        stamp.zone = stamp.zone.or_else(|| until.zone.clone());
        stamp.until = Some(Box::new(until));
    }
    Some(stamp)
}

/// The end of a range such as "4:00pm 16th - 5:00pm 19th January", whose month is told once.
fn dated_range(text: &str, stamp: &mut Stamp) -> Option<Stamp> {
    stamp.clock.filter(|_| stamp.day.is_none())?;
    let mut scan = Scan::new(text, stamp.end);
    scan.skip(|c| is_blank(c) || c == ',');
    let (day, _) = scan.digits(1, 2)?;
    ["st", "nd", "rd", "th"].iter().find(|end| scan.word(end))?;
    let from = Stamp { end: scan.at(), ..stamp.clone() };
    let until = range_end(text, &from)?;
    let last = until.day.filter(|last| (1..=last.day).contains(&day))?;
    stamp.day = Some(WrittenDay { day, weekday: None, ..last });
    Some(until)
}

/// Day and clock in either order, with a zone; not a range.
fn single(text: &str, start: usize) -> Option<Stamp> {
    let (mut day, mut clock, mut zone, mut end) = (None, None, None, start);
    let (mut spelled, mut days_on) = (None, 0);
    if let Some((found, day_end)) = date::at(text, start) {
        (day, end) = (Some(found), day_end);
        if let Some(next) = joined(text, day_end)
            && let Some((found, clock_end)) = clock_at(text, next)
        {
            (clock, end, spelled) = (Some(found), clock_end, Some(next..clock_end));
        }
    } else if let Some((from, (found, clock_end))) =
        weekday_clock(text, start).or_else(|| Some((start, clock_at(text, start)?)))
    {
        (clock, end, spelled) = (Some(found), clock_end, Some(from..clock_end));
    }
    clock.or(day.map(|_| WrittenClock {
        hour: 0,
        minute: 0,
        second: 0,
        half: Half::Whole,
        plain: false,
    }))?;
    if clock.is_some() {
        let mut unit = Scan::new(text, end);
        unit.blanks();
        if unit.word("hrs") || unit.word("hours") || unit.word("h") {
            end = unit.at();
            spelled = spelled.map(|place| place.start..end);
        }
        if let Some((found, zone_end)) = zone_after(text, end) {
            // "1915 UTC" is a time; "2023 UTC" may be a year.
            if let Some(digits) = clock.as_mut().filter(|_| found.start == end + 1) {
                digits.plain |= digits.hour != 20;
            }
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
        let mut turn = Scan::new(text, end);
        turn.skip(|c| is_blank(c) || matches!(c, ',' | '('));
        let from = turn.at();
        if from > end && next_day(&mut turn) {
            days_on = 1;
            end =
                turn.since(from).trim_end_matches(|c| is_blank(c) || is_separator(c)).len() + from;
        }
    } else if let Some((found, zone_end)) = zone_in_brackets(text, end) {
        (zone, end) = (Some(found), zone_end);
    }
    Some(Stamp { day, clock, spelled, zone, until: None, relative: None, days_on, start, end })
}

/// "Mon 12:30": a weekday alone before a time does not give a date.
fn weekday_clock(text: &str, start: usize) -> Option<(usize, (WrittenClock, usize))> {
    let mut scan = Scan::new(text, start);
    date::weekday(&mut scan)?;
    scan.skip(|c| is_blank(c) || c == ',');
    if scan.word("at") {
        scan.blanks();
    }
    Some((scan.at(), clock_at(text, scan.at())?))
}

/// The start of the clock after a day and a `T`, a slash, a blank, a comma, "at", "@", a dash, brackets or
/// emphasis.
fn joined(text: &str, end: usize) -> Option<usize> {
    let mut scan = Scan::new(text, end);
    if scan.peek() == Some('T') && scan.rest()[1..].starts_with(|c: char| c.is_ascii_digit()) {
        return Some(end + 1);
    }
    // `2031-05-06/09:30`.
    if scan.peek() == Some('/') {
        let mut clock = Scan::new(text, end + 1);
        return (clock.digits(1, 2).is_some() && clock.peek() == Some(':')).then_some(end + 1);
    }
    let skipped = scan.skip(|c| {
        is_blank(c)
            || matches!(
                c,
                ',' | '-' | '–' | '—' | '_' | '|' | '@' | '(' | '*' | '`' | ';' | '~' | ':'
            )
    });
    for word in [
        "at", "around", "about", "approximately", "from", "starting", "by", "between", "exactly",
        "precisely", "ca", "circa", "approx",
    ] {
        if scan.word(word) {
            scan.skip(|c| is_blank(c) || matches!(c, '~' | ',' | '.'));
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
    // After a mere blank, a day needs a year or its month in letters to be unambiguous.
    (on || day.year.is_some() || text[scan.at()..day_end].contains(|c: char| c.is_alphabetic()))
        .then_some((day, day_end))
}

/// A zone after a clock: `UTC`, `(UTC)`, `, UTC`, `+02:00`, `-PST`.
pub(super) fn zone_after(text: &str, end: usize) -> Option<(ZoneName, usize)> {
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

/// `Z`, `+02:00`, `+0200`; with a minus only after seconds, or `13:30-13:45` would have an offset.
fn offset(text: &str, end: usize) -> Option<ZoneName> {
    let mut scan = Scan::new(text, end);
    let glued = !scan.blanks();
    let start = scan.at();
    let name = |end: usize, offset: i32| ZoneName {
        start,
        end,
        offset: Some(offset),
        doubt: None,
        season: zone::Season::Always,
    };
    let sign = scan.eat_if(|c| matches!(c, '+' | '-'))?;
    if sign == '-' && !has_seconds(&text[..end]) {
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

/// True if the text ends with `:MM:SS`, with or without a fraction.
fn has_seconds(text: &str) -> bool {
    let digits =
        |text: &str| text.len() - text.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    let whole = text[..text.len() - digits(text)]
        .strip_suffix(['.', ','])
        .filter(|whole| digits(whole) == 2)
        .unwrap_or(text);
    let minutes =
        |text: &str| text[..text.len() - 2].strip_suffix(':').is_some_and(|text| digits(text) > 0);
    let above = |text: &str| text[..text.len() - digits(text)].ends_with(':');
    digits(whole) == 2 && minutes(whole) && above(&whole[..whole.len() - 3])
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
    let days_on = u32::from(next_day(&mut scan));
    let mut until = single(text, scan.at())?;
    until.days_on = until.days_on.max(days_on);
    let sure = until.clock.is_some_and(|clock| clock.plain)
        || (until.day.is_some() && from.clock.is_none());
    // "10:00 - 2024-05-01 ..." is a time and a dated text, "12:43 - 12:49 ..." a range.
    (sure && (until.clock.is_some() == from.clock.is_some())).then_some(until)
}

/// Digits that look like a time of day but cannot be one, such as 25:10 or 10:75, at the start of a
/// line.
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
