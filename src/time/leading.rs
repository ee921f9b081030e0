//! The time at the beginning of a line: splits "10:20 - rest" into its time and the rest.

use crate::time::clock::{Stamp, at, zone_after};
use crate::time::scan::{BULLETS, Initials, Scan, is_blank};
use crate::time::spelling::clock_at;

/// Words that may come between the start of a line and its time.
const OPENERS: [&str; 17] = [
    "approximately", "starting", "beginning", "around", "approx", "approx.", "circa", "about",
    "from", "between", "since", "at", "on", "by", "ca.", "time:", "the",
];
const OPENER_INITIALS: Initials = Initials::of(&OPENERS);
/// True for a character without meaning before a time: a bullet that Markdown does not recognise,
/// a bracket, a quote, a pictogram.
pub(super) fn is_ornament(c: char) -> bool {
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
                | '–'
                | '—'
                | '-'
                | '→'
                | '➡'
                | '#'
        )
        || BULLETS.contains(&c)
        || is_pictogram(c)
}
/// True for emoji and other symbols.
pub(crate) fn is_pictogram(c: char) -> bool {
    matches!(
        c as u32,
        0x2190..=0x21FF
            | 0x2300..=0x23FF
            | 0x2460..=0x27BF

            | 0x2900..=0x2BFF
            | 0x1F000..=0x1FAFF
            | 0x200D
            | 0xFE0F
    )
}
/// The time at the beginning of a line, and the start of the rest.
pub(crate) fn leading(line: &str) -> Option<(Stamp, usize)> {
    let mut scan = Scan::new(line, 0);
    scan.skip(is_ornament);
    if let Some(end) = pictogram_by_name(scan.rest()) {
        scan.advance(end);
        scan.skip(is_ornament);
    }
    glued_number(&mut scan);
    let days_on = u32::from(next_day(&mut scan));
    // "+15 min" needs its sign.
    for _ in 0..2 {
        if !OPENER_INITIALS.fit(&scan) {
            break;
        }
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
    let mut stamp = at(line, scan.at())?;
    let rest = after(line, &stamp)?;
    stamp.days_on = stamp.days_on.max(days_on);
    Some((stamp, rest))
}
/// The end of a pictogram by its name at the beginning of a text: ":small_orange_diamond:".
pub(crate) fn pictogram_by_name(text: &str) -> Option<usize> {
    let name = text.strip_prefix(':')?;
    let end = name.find(':')?;
    let is_letter = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "_-+".contains(c);
    let named = end > 1
        && name.starts_with(|c: char| c.is_ascii_lowercase())
        && name[..end].chars().all(is_letter);
    named.then_some(end + 2)
}

/// Skips an item number directly before its time: "4.10:30 - …".
fn glued_number(scan: &mut Scan) {
    let mut ahead = *scan;
    if ahead.digits(1, 2).is_some() && ahead.eat('.') {
        let mut time = ahead;
        if time.digits(1, 2).is_some() && time.eat(':') && time.digits(2, 2).is_some() {
            *scan = ahead;
        }
    }
}
/// Skips "next day", "the following morning" and the words that link it to a time.
pub(crate) fn next_day(scan: &mut Scan) -> bool {
    let mut ahead = *scan;
    if ahead.word("the") {
        ahead.blanks();
    }
    if !(ahead.word("next") || ahead.word("following")) {
        return false;
    }
    ahead.blanks();
    if !["day", "morning", "afternoon", "evening"].iter().any(|word| ahead.word(word)) {
        return false;
    }
    ahead.skip(|c| is_blank(c) || is_separator(c) || matches!(c, '(' | '*' | '@' | '`' | ')'));
    *scan = ahead;
    true
}
/// True if a text ends with the words for the next day, optionally followed by "at".
pub(crate) fn turns_day(before: &str) -> bool {
    let before = before.trim_end().trim_end_matches([',', '(', ':']).trim_end();
    let before = ["at", "around", "about", "by"]
        .iter()
        .find_map(|word| before.strip_suffix(word))
        .unwrap_or(before)
        .trim_end()
        .trim_end_matches(',');
    let mut words = before.rsplit(is_blank);
    let day = words.next().unwrap_or_default();
    let next = words.next().unwrap_or_default();
    let phrase = format!("{next} {day}");
    next_day(&mut Scan::new(&phrase, 0))
}
/// The start of the text after a leading time; `None` if the digits were not a time after all.
fn after(line: &str, stamp: &Stamp) -> Option<usize> {
    let mut scan = Scan::new(line, stamp.end);
    let closed =
        scan.skip(|c| matches!(c, '*' | '_' | '`' | ']' | ')' | '}' | '"' | '”' | '’' | '\''));
    let spaced = scan.blanks();
    scan.skip(|c| matches!(c, '*' | '_' | '`' | ']' | ')' | '}'));
    scan.blanks();
    let mark = scan.skip(is_separator);
    let sure = stamp.day.is_some()
        || stamp.relative.is_some()
        || stamp.clock.is_some_and(|clock| clock.plain);
    // "2031-05-06 HH:MM" is a row still to be filled in.
    if crate::time::scan::begins(scan.rest(), "hh:mm") {
        return None;
    }
    // "0600 - text" is a time, "2000 requests" and "10.30 was released" are not.
    if !(mark
        || scan.done()
        || (sure && (spaced || closed))
        || (sure && scan.peek().is_some_and(|c| !c.is_ascii_digit() && c != '%')))
    {
        return None;
    }
    if !sure && !mark && stamp.zone.is_none() {
        return None;
    }
    let rest = |scan: &mut Scan| {
        scan.skip(|c| is_separator(c) || is_blank(c) || matches!(c, '*' | '_' | '`' | ']' | ')'))
    };
    // "09:31 UTC (11:31 CEST) - …": the same time repeated in another zone.
    let mut again = scan;
    if again.eat('(')
        && let Some((_, end)) = clock_at(line, again.at())
            .and_then(|(clock, end)| zone_after(line, end).map(|(_, end)| (clock, end)))
        && line[end..].starts_with(')')
    {
        scan = Scan::new(line, end + 1);
        scan.blanks();
    }
    rest(&mut scan);
    Some(scan.at())
}
pub(super) fn is_separator(c: char) -> bool {
    matches!(
        c,
        '-' | '–'
            | '—'
            | '−'
            | '‐'
            | '‑'
            | ':'
            | '：'
            | '|'
            | ','
            | ';'
            | '.'
            | '='
            | '>'
            | '→'
            | '➡'
            | '⇒'
    )
}
/// True if a lower-case word announces the time of an event.
pub(crate) fn announces(word: &str) -> bool {
    matches!(
        word,
        "at" | "on"
            | "around"
            | "about"
            | "from"
            | "since"
            | "by"
            | "approximately"
            | "roughly"
            | "starting"
            | "until"
            | "between"
    )
}
