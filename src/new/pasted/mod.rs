//! Reads a pasted chat or log line by line: where an entry begins, and which lines belong to it.

mod behind;
mod day;
mod inside;
mod leading;

use crate::source::{Source, Span};
use crate::time::clock::Stamp;
use crate::time::date::WrittenDay;

/// The contents of a chat or a log.
#[derive(Debug, Default)]
pub(super) struct Pasted {
    pub(super) entries: Vec<PastedEntry>,
    /// Lines that do not belong to an entry.
    pub(super) left: Vec<Span>,
}

/// One entry, in the order of the paste.
#[derive(Debug)]
pub(super) struct PastedEntry {
    /// Its time, with offsets into the source.
    pub(super) stamp: Stamp,
    /// The day named by a line above it.
    pub(super) under: Option<WrittenDay>,
    pub(super) who: Option<String>,
    /// The message, word for word.
    pub(super) said: Vec<String>,
}

/// A line that begins an entry.
struct Head {
    stamp: Stamp,
    who: Option<String>,
    said: String,
}

/// The kind of a line.
enum PastedKind {
    Head(Head),
    /// A day for the entries below it; true if the line says more than the day.
    Day(WrittenDay, bool),
    /// A speaker's name, with time and message on the next line.
    Name,
    Text,
}

/// Finds the entries of a chat or a log.
pub(super) fn pasted(source: &Source) -> Pasted {
    let lines: Vec<Span> = (1..=source.line_count()).map(|line| source.line(line)).collect();
    let text = |index: usize| lines.get(index).map_or("", |span| source.slice(*span));
    let mut walk = PasteWalk { out: Pasted::default(), day: None, name: None };
    for (index, span) in lines.iter().enumerate() {
        if text(index).trim().is_empty() {
            continue;
        }
        let before = index.checked_sub(1).map_or("", text);
        let around = Around {
            opens: before.trim().is_empty() || day::day(before).is_some(),
            next: text(index + 1),
        };
        walk.line(text(index), *span, &around);
    }
    walk.out
}

/// The lines above and below a line.
struct Around<'a> {
    /// True if the line above is blank or a day.
    opens: bool,
    next: &'a str,
}

impl Around<'_> {
    /// True if the line below could be a message.
    fn is_said(&self) -> bool {
        !self.next.trim().is_empty()
            && leading::leading(self.next).is_none()
            && day::day(self.next).is_none()
    }
}

struct PasteWalk {
    out: Pasted,
    day: Option<WrittenDay>,
    /// The name on the line above.
    name: Option<String>,
}

impl PasteWalk {
    fn line(&mut self, line: &str, span: Span, around: &Around) {
        match kind(line, around) {
            PastedKind::Head(head) => self.head(head, span),
            PastedKind::Day(day, more) => {
                self.day = Some(day);
                if more {
                    self.out.left.push(span);
                }
            }
            PastedKind::Name => self.name = Some(line.trim().to_string()),
            PastedKind::Text => match self.out.entries.last_mut() {
                Some(entry) => entry.said.push(line.to_string()),
                None => self.out.left.push(span),
            },
        }
    }

    fn head(&mut self, head: Head, span: Span) {
        let under = self.day;
        self.day = head.stamp.day.or(self.day);
        let who = head.who.or(self.name.take());
        self.out.entries.push(PastedEntry {
            stamp: head.stamp.moved(span.start),
            under,
            who,
            said: vec![head.said],
        });
    }
}

fn kind(line: &str, around: &Around) -> PastedKind {
    if let Some(head) = leading::leading(line) {
        return PastedKind::Head(named_first(line, head, around));
    }
    if let Some((day, more)) = day::day(line) {
        return PastedKind::Day(day, more);
    }
    if let Some(head) = inside::inside(line).or_else(|| behind::behind(line, around)) {
        return PastedKind::Head(head);
    }
    let alone = || {
        leading::leading(around.next).is_some_and(|head| head.said.is_empty() && head.who.is_none())
    };
    if around.opens && behind::is_name(line.trim()) && alone() {
        PastedKind::Name
    } else {
        PastedKind::Text
    }
}

/// "[2:02 PM] Ana Silva" above her message.
fn named_first(line: &str, head: Head, around: &Around) -> Head {
    let capitals = head.said.split_whitespace().all(|word| word.starts_with(char::is_uppercase));
    let bracketed = line.trim_start_matches(leading::is_mark).starts_with('[');
    let named = head.who.is_none()
        && bracketed
        && capitals
        && behind::is_name(&head.said)
        && around.is_said();
    if named { Head { who: Some(head.said), said: String::new(), ..head } } else { head }
}
