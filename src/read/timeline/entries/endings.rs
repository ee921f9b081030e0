//! The ends of entries: what is left of a text that announces a quote, code or a picture.

use super::EntryReader;
use crate::document::line::{DocumentLine, LineKind};
use crate::read::timeline::{Entry, EntryPiece};
use crate::words::{self, begins_with_any};

/// The maximum number of words of a quote's first sentence, and of characters of a line of code,
/// that are shown as part of an entry.
const QUOTED: usize = 40;
const CODED: usize = 100;

impl EntryReader<'_> {
    /// Code and quotes belong to the entry above them. Of a quote that its text announces, the
    /// first sentence is part of it; of code nothing, unless there is no text.
    pub(super) fn join_span(&mut self, index: usize) {
        let line = &self.lines[index];
        let Some(entry) = self.list.entries.last_mut() else {
            return;
        };
        if !self.last_is_entry || self.last.is_none() {
            return;
        }
        entry.span = entry.span.to(line.span);
        let announced = entry.text.trim_end().ends_with(':');
        let first = words::sentences(&line.text).into_iter().next();
        let said = first.map(|first| &line.text[..first.end]);
        match (line.form, said) {
            (LineKind::Quote, Some(said))
                if announced && said.split_whitespace().count() <= QUOTED =>
            {
                append(entry, index, said);
            }
            (LineKind::Code, _) if entry.text.trim().is_empty() => {
                let text = line.text.trim_end();
                if text.chars().count() <= CODED && text.trim_start().len() == text.len() {
                    append(entry, index, text);
                }
            }
            _ if announced => {
                unannounce(entry);
                if entry.text.ends_with(char::is_alphanumeric) {
                    entry.text.push('.');
                }
            }
            _ => {}
        }
    }
}

/// Appends the beginning of a line to an entry's text.
fn append(entry: &mut Entry, line: usize, said: &str) {
    entry.text.truncate(entry.text.trim_end().len());
    if !entry.text.is_empty() {
        entry.text.push(' ');
    }
    entry.pieces.push(EntryPiece {
        start: entry.text.len(),
        line,
        from: 0,
    });
    entry.text.push_str(said);
}

/// Takes the end off a text that announces what is not shown: the colon, the words that lean on it
/// ("… fails with:"), and a last sentence that says nothing else ("This is the graph:").
pub(super) fn unannounce(entry: &mut Entry) {
    const LEANING: &str = "and as at by e.g. for from gave gives has have in is of on reporting such \
        that to using via was were which with";
    const SHOWING: [&str; 7] = [
        "this is ", "here is ", "here are ", "see ", "these are ", "for example", "in particular",
    ];
    let Some(text) = entry.text.trim_end().strip_suffix(':') else {
        return;
    };
    let mut sentences = words::sentences(text);
    let last = sentences.pop().map_or(0, |last| last.start);
    let lower = text[last..].trim_start().to_lowercase();
    let mut text = match sentences.last() {
        Some(above) if begins_with_any(&lower, &SHOWING) => &text[..above.end],
        _ => text,
    };
    while let Some((rest, word)) = text.trim_end().rsplit_once(' ')
        && LEANING.split(' ').any(|leaning| leaning == word)
    {
        text = rest.trim_end_matches([',', ';']);
    }
    let end = text.trim_end().len();
    entry.text.truncate(end);
    entry
        .pieces
        .retain(|piece| piece.start == 0 || piece.start < end);
}

/// True for a line that says nothing: "…", or the words of a link in a paragraph of its own.
pub(super) fn is_scrap(line: &DocumentLine, text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    let link = words.last().is_some_and(|word| {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric());
        word.eq_ignore_ascii_case("link") || word.eq_ignore_ascii_case("links")
    });
    !text.contains(char::is_alphanumeric) || line.begins && link && words.len() <= 3
}

/// The length of "onward - " between a time and its text.
pub(super) fn onward(text: &str) -> usize {
    let bare = text.trim_start();
    let after = ["onwards", "onward"]
        .iter()
        .find_map(|word| bare.strip_prefix(word));
    let rest = after.map(|after| after.trim_start_matches([' ', '-', '–', '—', ':']));
    match (after, rest) {
        (Some(after), Some(rest)) if rest.len() < after.len() || after.is_empty() => {
            text.len() - rest.len()
        }
        _ => 0,
    }
}
