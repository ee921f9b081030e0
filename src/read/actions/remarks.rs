//! The remarks that a measure makes on itself after what is to be done: "… @platform, due
//! 2025-10-31 (in review)".

use super::details;
use super::labels::is_mark;
use super::owner;
use crate::document::section_roles;
use crate::read::timeline::calendar::Calendar;
use crate::time::date;
use crate::words::{self, begins_with_any};
use chrono::NaiveDate;

/// One thing that a measure says of itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Remark {
    /// Who does it.
    Owner,
    /// By when, and how that is put when it is no day.
    Due(Option<String>),
    /// That it is done, and on which day.
    Done(Option<NaiveDate>),
    /// Its progress, its ticket, and the like.
    State(String),
}

/// A measure's text, parted into what is to be done and what it says of itself.
#[derive(Debug, Default)]
pub(crate) struct Parted<'a> {
    pub(crate) task: &'a str,
    pub(crate) remarks: Vec<Remark>,
}

/// Where remarks may begin.
const CUTS: [&str; 17] = [
    " (", " [", ". ", "; ", ", ", " - ", " – ", " — ", " | ", " · ", " @", " #", " Ticket ",
    " Ticker ", " ticket ", " Issue ", " PR ",
];

/// Parts a measure's text at the first place from which on there are only remarks.
pub(crate) fn parted<'a>(text: &'a str, owner: Option<&str>, calendar: &Calendar) -> Parted<'a> {
    let text = text.trim_end_matches(is_mark);
    for (at, _) in
        text.char_indices().filter(|(at, _)| CUTS.iter().any(|cut| text[*at..].starts_with(cut)))
    {
        let task = if text[at..].starts_with('.') { &text[..=at] } else { &text[..at] };
        // A task of a word or two is more likely the name of one.
        if task.split_whitespace().count() < 2 {
            continue;
        }
        if let Some(remarks) = all_remarks(&text[task.len()..], owner, calendar) {
            return Parted { task, remarks };
        }
    }
    Parted { task: text, remarks: Vec::new() }
}

/// The remarks of a tail, when it holds nothing else.
fn all_remarks(tail: &str, owner: Option<&str>, calendar: &Calendar) -> Option<Vec<Remark>> {
    let mut out = Vec::new();
    for piece in pieces(tail) {
        let (said, aside) = match piece.find(" (") {
            Some(at) if at > 0 => (
                &piece[..at],
                Some(piece[at..].trim().trim_start_matches('(').trim_end_matches(['.', ')'])),
            ),
            _ => (piece, None),
        };
        out.push(remark(said, owner, calendar)?);
        // What stands in brackets behind a remark belongs to it, whatever it says.
        out.extend(aside.map(|aside| {
            remark(aside, owner, calendar).unwrap_or_else(|| Remark::State(aside.to_string()))
        }));
    }
    (!out.is_empty()).then_some(out)
}

/// A tail at its commas and full stops, but not within brackets.
fn pieces(tail: &str) -> Vec<&str> {
    let tail = tail.trim().trim_start_matches(['-', '–', '—', '|', '·', ',', ';', '.']).trim();
    let close = if tail.starts_with('(') { ')' } else { ']' };
    let inner = tail
        .trim_end_matches('.')
        .strip_prefix(['(', '['])
        .and_then(|inner| inner.strip_suffix(close));
    let tail = inner.filter(|inner| !inner.contains(close)).unwrap_or(tail);
    let (mut out, mut from, mut depth) = (Vec::new(), 0, 0);
    for (at, c) in tail.char_indices() {
        match c {
            '(' | '[' => depth += 1,
            ')' | ']' => depth -= 1,
            '-' | '–' | '—'
                if depth <= 0 && tail[..at].ends_with(' ') && !tail[from..at].trim().is_empty() =>
            {
                out.push(&tail[from..at]);
                from = at + c.len_utf8();
            }
            ',' | ';' | '|' | '·' if depth <= 0 && !(c == ',' && is_year(&tail[at + 1..])) => {
                out.push(&tail[from..at]);
                from = at + c.len_utf8();
            }
            '.' if depth <= 0 && tail[at + 1..].starts_with(' ') => {
                out.push(&tail[from..at]);
                from = at + 1;
            }
            _ => {}
        }
    }
    out.push(&tail[from..]);
    let bare = |piece: &&str| {
        !piece.trim_matches(|c: char| c.is_whitespace() || matches!(c, '.' | '*' | '_')).is_empty()
    };
    out.into_iter().filter(bare).map(str::trim).collect()
}

/// The year of "Nov 15, 2023".
fn is_year(rest: &str) -> bool {
    let digits = rest.trim_start().chars().take_while(char::is_ascii_digit).count();
    digits == 4
}

/// Words that say how far a measure has come.
pub(super) const STATES: [&str; 24] = [
    "in progress", "in review", "under review", "in testing", "in qa", "open", "todo", "to do",
    "to-do", "planned", "pending", "proposed", "blocked", "waiting", "on hold", "started",
    "not started", "not yet started", "ongoing", "wip", "deferred", "scheduled", "postponed",
    "in backlog",
];
pub(super) const DONE: [&str; 10] = [
    "accomplished", "done", "completed", "finished", "closed", "fixed", "merged", "shipped",
    "deployed", "resolved",
];
/// True if a state says that a measure is not done yet: "In progress", not "#12".
pub(super) fn says_open(state: &str) -> bool {
    let lower = state.to_lowercase();
    let more = [
        "backlog", "incomplete", "new", "no", "not", "outstanding", "partially", "partly",
        "unresolved",
    ];
    let words: Vec<String> = words::words(&lower).map(|(word, _)| word).collect();
    let said = |known: &&str| {
        let known: Vec<&str> = known.split([' ', '-']).collect();
        words.windows(known.len()).any(|some| some == known)
    };
    STATES.iter().chain(&more).any(said)
}

const DUE: [&str; 10] = [
    "due date", "due by", "due on", "due", "deadline", "by when", "eta", "target date", "target",
    "no later than",
];
const OWNER: [&str; 9] = [
    "owners", "owner", "assigned to", "assignee", "responsible party", "responsible", "owned by",
    "dri", "responsibility",
];
const STATUS: [&str; 2] = ["status", "state"];
pub(super) const OTHERS: [&str; 6] = ["priority", "ticket", "issue", "jira", "type", "category"];

/// The remark that a piece makes on the measure, if it makes one.
pub(crate) fn remark(piece: &str, owner: Option<&str>, calendar: &Calendar) -> Option<Remark> {
    let piece = piece.trim().trim_matches(['*', '_', '`']).trim_end_matches(['.', '!']).trim();
    let lower = piece.to_lowercase();
    let handle = piece.starts_with('@') && !piece.contains(char::is_whitespace);
    if handle
        || owner.is_some_and(|owner| owner.to_lowercase() == lower)
        || after(piece, &OWNER).is_some()
    {
        return Some(Remark::Owner);
    }
    if let Some(rest) = after(piece, &STATUS) {
        return Some(done(rest, calendar).unwrap_or_else(|| Remark::State(rest.to_string())));
    }
    if let Some(rest) =
        after(piece, &DUE).or_else(|| after(piece, &["by"]).filter(|rest| is_day(rest, calendar)))
    {
        let told = (!is_day(rest, calendar)).then(|| rest.to_string());
        return (told.is_none() || rest.split_whitespace().count() <= 5)
            .then_some(Remark::Due(told));
    }
    if is_day(piece, calendar) {
        return Some(Remark::Due(None));
    }
    let state = STATES.iter().any(|state| {
        lower.strip_prefix(state).is_some_and(|rest| rest.is_empty() || rest.starts_with(':'))
    });
    done(piece, calendar)
        .or_else(|| (state || is_ticket(piece)).then(|| Remark::State(piece.to_string())))
}

/// "done on 4 April 2025", "merged", but not "closed tickets".
fn done(piece: &str, calendar: &Calendar) -> Option<Remark> {
    let rest = after(piece, &DONE)?;
    let day = after(rest, &["on", "in", "by"]).unwrap_or(rest);
    if rest.is_empty() || after(rest, &["in"]).is_some_and(is_ticket) {
        return Some(Remark::Done(None));
    }
    is_day(day, calendar).then(|| Remark::Done(details::due(day, calendar)))
}

/// The rest of a piece that begins with one of these words.
fn after<'a>(piece: &'a str, words: &[&str]) -> Option<&'a str> {
    words.iter().find_map(|word| {
        let head = piece.get(..word.len()).filter(|head| head.eq_ignore_ascii_case(word))?;
        let rest = &piece[head.len()..];
        let apart = rest.is_empty() || rest.starts_with([' ', ':', '*', '_']);
        apart.then(|| rest.trim_start_matches([' ', ':', '*', '_']))
    })
}

/// True if all of it is one day.
fn is_day(text: &str, calendar: &Calendar) -> bool {
    let text = text.trim();
    date::at(text, 0).is_some_and(|(day, end)| end == text.len() && calendar.day(day).is_some())
}

/// "OPS-871", "#412", "Ticket raised #412".
pub(super) fn is_ticket(text: &str) -> bool {
    const NAMES: [&str; 8] =
        ["ticket", "ticker", "issue", "pr", "pull request", "raised", "created", "opened"];
    if let Some(rest) = after(text, &NAMES) {
        return is_ticket(rest);
    }
    let digits = |text: &str| !text.is_empty() && text.chars().all(|c| c.is_ascii_digit());
    let named = text.split_once('-').is_some_and(|(name, number)| {
        name.len() > 1
            && name.starts_with(|c: char| c.is_ascii_uppercase())
            && !name.contains(char::is_whitespace)
            && digits(number)
    });
    named || text.strip_prefix('#').is_some_and(digits)
}

/// In words.
const LONGEST_REMARK: usize = 8;

/// True if a line is a label and what it says of a measure: "Deadline: 4 May".
pub(super) fn is_labelled(text: &str) -> bool {
    let text = text.trim_start_matches(['*', '_', ' ']);
    let Some((label, rest)) = text.split_once(':') else {
        return false;
    };
    let label = label.trim_end_matches(['*', '_', ' ']).to_lowercase();
    let known = [&OWNER[..], &DUE[..], &STATUS[..], &OTHERS[..]];
    let named = known.iter().any(|labels| labels.contains(&label.as_str()));
    // "Type: process. Write down who …" is a task.
    let told = rest.trim_matches(['*', '_', ' ']);
    named && !told.is_empty() && told.split(' ').count() <= LONGEST_REMARK
}

/// True if a line below a measure says something of it rather than what it consists of.
pub(crate) fn is_remark(text: &str, calendar: &Calendar) -> bool {
    let labels = [&OWNER[..], &DUE[..], &STATUS[..], &OTHERS[..]];
    let labelled =
        labels.iter().any(|labels| after(text, labels).is_some_and(|_| text.contains(':')));
    labelled || all_remarks(text, owner::owner(text).as_deref(), calendar).is_some()
}

/// True if a sentence says what was missing or what need not be done, or asks something.
pub(super) fn observes(lower: &str) -> bool {
    let told = section_roles::label_end(lower).map_or(lower, |end| &lower[end + 1..]);
    let told = told.trim_start_matches([' ', '*']);
    let starts = ["should have ", "could have ", "needed ", "not ", "lack of ", "there was no "];
    begins_with_any(told, &starts) || is_question(lower)
}

/// "A follow-up meeting is scheduled for 4 May": it is about the measures, and none of them.
pub(super) fn is_meeting(lower: &str) -> bool {
    let mut words = words::words(lower).map(|(word, _)| word).take(6);
    let met = words.any(|word| matches!(word.as_str(), "meeting" | "call" | "session"));
    let next = words.next().unwrap_or_default();
    met && matches!(next.as_str(), "is" | "was" | "will" | "has")
}

/// True if a text begins with a word for what stands before it: "It will be turned off".
pub(super) fn leans(text: &str) -> bool {
    const HELPING: [&str; 11] =
        ["is", "was", "are", "were", "will", "would", "should", "must", "can", "could", "has"];
    let list: Vec<String> = words::words(text).map(|(word, _)| word).collect();
    // "We can likely improve this."
    let last = list.last().map_or("", String::as_str);
    if list.len() < 7 && matches!(last, "this" | "that" | "it") {
        return true;
    }
    let mut words = list.iter().map(String::as_str);
    let first = words.next().unwrap_or_default();
    let helped = words.next().is_some_and(|word| HELPING.contains(&word));
    match first {
        // "It was decided to …" leans on nothing.
        "it" if helped
            && words.next().is_some_and(|word| word == "decided" || word == "agreed") =>
        {
            false
        }
        "it" | "they" => true,
        "this" | "that" | "these" | "those" => helped,
        _ => false,
    }
}

/// "How was it reported?", but not "Can we see it sooner?".
pub(super) fn is_question(text: &str) -> bool {
    let asks = ["how", "what", "why", "when", "who", "where", "which"];
    let first = words::words(text).next();
    text.trim_end().ends_with('?') && first.is_some_and(|(word, _)| asks.contains(&word.as_str()))
}
