//! Lines above timeline entries that give a day, the next day, or a part of the story.

use crate::document::line::{DocumentLine, LineKind};
use crate::document::section_roles;
use crate::time::date::{self, WrittenDay};
use crate::time::scan::Scan;
use crate::time::{clock, leading};
use chrono::Weekday;

/// The maximum number of words of a line that only names the lines below it.
const SHORT: usize = 8;

/// The day of the entries below a line, as the line gives it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum DayHead {
    /// Its date, anywhere on it: "Day 2: Tuesday, 6 May".
    Date(WrittenDay),
    /// A number of days later: "The next day".
    On(u32),
    /// Its number, counted from the first: "Day 2".
    Number(u32),
    /// Only its weekday.
    Weekday(Weekday),
}

/// Reads a line as a day heading; `None` if it is not one, or no times follow it.
pub(crate) fn day_head(lines: &[DocumentLine], index: usize, end: usize) -> Option<DayHead> {
    let line = &lines[index];
    let text = line.text.trim();
    let named = line.is_heading()
        || line.all_emphasised()
        || text.ends_with(':')
        || matches!(line.form, LineKind::Text | LineKind::Item { .. });
    if !named || text.split_whitespace().count() > SHORT || !is_above_times(lines, index, end) {
        return None;
    }
    let mut scan = Scan::new(text, 0);
    scan.skip(|c| !c.is_alphanumeric());
    let start = scan.at();
    let ends = |scan: &Scan| {
        scan.done()
            || line.is_heading()
            || scan.since(start).ends_with(|c: char| !c.is_alphanumeric() && c != ' ')
    };
    if leading::next_day(&mut scan) && ends(&scan) {
        return Some(DayHead::On(1));
    }
    let dated = clock::all(text)
        .into_iter()
        .find(|stamp| stamp.day.is_some() && stamp.clock.is_none())
        .and_then(|stamp| stamp.day);
    let mut scan = Scan::new(text, start);
    let number = scan.word("day").then(|| {
        scan.blanks();
        scan.digits(1, 2)
    });
    let mut alone = Scan::new(text, start);
    let weekday =
        date::weekday(&mut alone).filter(|_| alone.rest().chars().all(|c| !c.is_alphanumeric()));
    if let Some(weekday) = weekday {
        return Some(DayHead::Weekday(weekday));
    }
    let strong = line.is_heading() || line.all_emphasised() || text.ends_with(':');
    match (dated, number.flatten()) {
        (Some(day), _) if strong => Some(DayHead::Date(day)),
        (None, Some((number, _))) if number > 0 => Some(DayHead::Number(number)),
        _ => None,
    }
}

/// True if the next lines begin with times of day without a date.
fn is_above_times(lines: &[DocumentLine], index: usize, end: usize) -> bool {
    lines[index + 1..end.min(lines.len())]
        .iter()
        .filter(|line| !matches!(line.form, LineKind::Code | LineKind::HeaderRow))
        .take(2)
        .any(|line| {
            leading::leading(&line.text)
                .is_some_and(|(stamp, _)| stamp.clock.is_some() && stamp.day.is_none())
        })
}

/// True for a few words directly below an entry that name the entries below: "Diagnosis".
pub(crate) fn is_part_name(lines: &[DocumentLine], index: usize) -> bool {
    let line = &lines[index];
    let text = line.text.trim();
    if line.begins || line.form != LineKind::Text {
        return false;
    }
    let (ended, stamped) = (is_below_sentence(lines, index), is_above_entry(lines, index));
    // "how was the issue detected?", a template's question.
    let asks = text.ends_with('?') && text.split_whitespace().count() <= SHORT;
    if ended && stamped && (asks || section_roles::role_of_label(text).is_some()) {
        return true;
    }
    if text.split_whitespace().count() > 6
        || !text.starts_with(|c: char| c.is_uppercase() || !c.is_ascii())
        || text.ends_with(['.', ',', ';', '!', '?', ')'])
        || section_roles::label_end(text).is_some_and(|end| end + 1 < text.len())
    {
        return false;
    }
    (ended || text.ends_with(':') || line.all_emphasised()) && stamped
}

/// True for an item of a few words that names the paragraphs with times below it: "- Diagnosis".
pub(crate) fn is_item_name(lines: &[DocumentLine], index: usize) -> bool {
    let line = &lines[index];
    let text = line.text.trim();
    let below = lines.get(index + 1);
    let above = index.checked_sub(1).map(|above| &lines[above]);
    let alone = above.is_some_and(|above| {
        above.is_heading() || !above.is_item() && is_below_sentence(lines, index)
    });
    line.is_item()
        && alone
        && below.is_some_and(|below| below.form == LineKind::Text && below.begins)
        && is_above_entry(lines, index)
        && text.split_whitespace().count() <= 6
        && text.starts_with(|c: char| c.is_uppercase() || !c.is_ascii())
        && !text.ends_with(['.', ',', ';', '!', '?', ')'])
}

/// True for a question without its answer, such as a template asks.
pub(crate) fn asks(text: &str) -> bool {
    const ASKING: [&str; 7] = ["how", "what", "when", "who", "why", "where", "which"];
    const HELPING: [&str; 10] =
        ["was", "were", "is", "are", "did", "do", "does", "has", "have", "could"];
    let text = text.trim();
    let bare = text.trim_end_matches(['?', ':', '*', ' ']);
    let words: Vec<String> = crate::words::words(bare).map(|(word, _)| word).collect();
    let one_of =
        |at: usize, all: &[&str]| words.get(at).is_some_and(|word| all.contains(&word.as_str()));
    one_of(0, &ASKING)
        && !bare.contains(['?', ':', '.', ',', ';'])
        && words.len() <= SHORT + 4
        && (text.ends_with('?') || one_of(1, &HELPING))
}

/// True for a line directly below the end of a sentence.
pub(crate) fn is_below_sentence(lines: &[DocumentLine], index: usize) -> bool {
    index.checked_sub(1).is_some_and(|above| {
        lines[above].text.trim_end().ends_with(['.', '!', '?', ')', '"', '”', '`'])
    })
}

/// True for a line directly above one that begins with a time of day.
pub(crate) fn is_above_entry(lines: &[DocumentLine], index: usize) -> bool {
    lines
        .get(index + 1)
        .and_then(|line| leading::leading(&line.text))
        .is_some_and(|(stamp, rest)| stamp.clock.is_some() && rest > 0)
}
