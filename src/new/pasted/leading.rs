//! Lines that begin with their time: `[14:02] ana: …`, `14:02:11 <ana> …`,
//! `2025-03-04T14:02:11Z WARN …`.

use super::Head;
use crate::time::clock::{self, Stamp};
use crate::time::scan::{Scan, is_blank};

/// Reads a line that begins with its time.
pub(super) fn leading(line: &str) -> Option<Head> {
    let start = line.find(|c| !is_ornament(c))?;
    let stamp = plain(line, start)?;
    let (who, said) = speaker(&line[after(line, stamp.end)..]);
    Some(Head { stamp, who, said })
}

/// Invisible characters; some programs put them before exported lines.
pub(super) fn is_mark(c: char) -> bool {
    is_blank(c)
        || matches!(c, '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

fn is_ornament(c: char) -> bool {
    is_mark(c) || matches!(c, '[' | '(' | '<' | '>' | '|' | '-' | '*' | '•' | '–' | '"')
}

/// An unambiguous time of day that begins exactly here.
pub(super) fn plain(line: &str, start: usize) -> Option<Stamp> {
    let stamp = with_year(line, clock::at(line, start)?);
    let told = &line[stamp.start..stamp.end];
    let rest = &line[stamp.end..];
    let mark = rest.trim_start_matches(is_blank).starts_with(['-', '–', '—', ':', '|', ']', ')']);
    let sure =
        stamp.clock.is_some_and(|clock| clock.plain) && told.starts_with(char::is_alphanumeric);
    // "9 AM - deploy" is an entry; "9 AM works for me" and "noon at the latest" are part of a
    // message.
    let clear = told.contains(':') || (mark && told.contains(|c: char| c.is_ascii_digit()));
    (sure && clear && !rest.starts_with(char::is_alphanumeric)).then_some(stamp)
}

/// "Tue Mar  4 14:02:11 2025": the year may come after the clock.
fn with_year(line: &str, mut stamp: Stamp) -> Stamp {
    let Some(day) = &mut stamp.day else {
        return stamp;
    };
    let mut scan = Scan::new(line, stamp.end);
    let spaced = day.weekday.is_some() && day.year.is_none() && scan.blanks();
    if let Some((year, _)) =
        scan.digits(4, 4).filter(|(year, _)| spaced && (1900..2200).contains(year))
        && !scan.peek().is_some_and(char::is_alphanumeric)
    {
        day.year = Some(year as i32);
        stamp.end = scan.at();
    }
    stamp
}

/// The start of the text after a time, its closing bracket and a separator.
pub(super) fn after(line: &str, end: usize) -> usize {
    let mut scan = Scan::new(line, end);
    scan.skip(|c| matches!(c, ']' | ')' | '>' | '*' | '_' | '`' | '"'));
    scan.skip(is_mark);
    let mut mark = scan;
    let hyphen = |c| matches!(c, '-' | '–' | '—' | '|' | ',' | ';' | '.' | '→');
    if mark.eat(':') || (mark.eat_if(hyphen).is_some() && (mark.done() || mark.blanks())) {
        scan = mark;
    }
    scan.skip(is_mark);
    scan.at()
}

/// `<ana> rolling back`: the speaker and the message.
fn speaker(text: &str) -> (Option<String>, String) {
    let named = text.strip_prefix('<').and_then(|rest| rest.split_once('>'));
    // `<@ana>` and `< ana>` are names; `<!-- … -->` and `</div>` are not.
    let name = |name: &str| {
        let nick = name.trim_start_matches([' ', '@', '+', '%', '&', '~']);
        nick.starts_with(char::is_alphanumeric)
            && name.chars().count() <= 40
            && !nick.contains(char::is_whitespace)
    };
    match named.filter(|(who, _)| name(who)) {
        Some((who, said)) => (Some(who.trim().to_string()), said.trim_start().to_string()),
        None => (None, text.to_string()),
    }
}
