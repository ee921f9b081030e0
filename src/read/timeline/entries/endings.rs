//! The ends of entries: what is left of a text that announces a quote, code or a picture.

use super::EntryReader;
use crate::document::line::{DocumentLine, LineKind};
use crate::read::timeline::{Entry, EntryPiece};
use crate::time::clock::Stamp;
use crate::words::{self, begins_with_any};

/// The maximum number of words of a quote's first sentence, and of characters of a line of code,
/// that are shown as part of an entry.
const QUOTED: usize = 40;
const CODED: usize = 100;
/// With so many words a quote has said something.
const SAID: usize = 8;

impl EntryReader<'_> {
    /// Code and quotes belong to the entry above them. Of a quote that its text announces or leads
    /// to, the first sentences are part of it; of code a line by itself that it announces.
    pub(super) fn join_span(&mut self, index: usize) {
        let line = &self.lines[index];
        let Some(entry) = self.list.entries.last_mut() else {
            return;
        };
        if !self.last_is_entry || self.last.is_none() {
            return;
        }
        entry.span = entry.span.to(line.span);
        let text = entry.text.trim_end();
        let announced = text.ends_with(':');
        let open = !text.is_empty() && text.ends_with(char::is_alphanumeric);
        let of_block = |at: Option<&DocumentLine>| at.is_some_and(|at| at.form == line.form);
        let begins = !of_block(index.checked_sub(1).map(|above| &self.lines[above]));
        let alone = begins && !of_block(self.lines.get(index + 1));
        match line.form {
            LineKind::Quote if announced || open && begins => {
                let said = quoted(&line.text);
                if !said.is_empty() {
                    let mark = if announced { "" } else { ":" };
                    entry.text.truncate(entry.text.trim_end().len());
                    entry.text.push_str(mark);
                    append(entry, index, said);
                } else {
                    close(entry);
                }
            }
            LineKind::Quote if open => close(entry),
            LineKind::Code if entry.text.trim().is_empty() => {
                let text = line.text.trim_end();
                if text.chars().count() <= CODED && text.trim_start().len() == text.len() {
                    append(entry, index, text);
                }
            }
            LineKind::Code if announced && alone && complains(&line.text) => {
                let text = line.text.trim();
                let cut = text.char_indices().nth(CODED).map(|(at, _)| at);
                let end = cut.map_or(text.len(), |cut| text[..cut].rfind(' ').unwrap_or(cut));
                unannounce(entry);
                entry.text.push(':');
                append(entry, index, &text[..end]);
                let mark = match text[end..].is_empty() {
                    false => "…",
                    true if text.ends_with(char::is_alphanumeric) => ".",
                    true => "",
                };
                entry.text.push_str(mark);
            }
            _ if announced => close(entry),
            _ => {}
        }
    }
}

/// True for a line of output that tells of a fault, not a command or its settings.
fn complains(line: &str) -> bool {
    const FAULTS: &[&str] = &[
        "error", "warn", "fail", "exce", "kill", "cannot", "unable", "denied", "refused",
        "timeout", "timed out", "not found", "invalid",
    ];
    let end = line.char_indices().nth(CODED).map_or(line.len(), |(at, _)| at);
    words::holds_any(&line[..end].to_lowercase(), FAULTS)
}

/// The sentences at the beginning of a quote that say something, and are not too long to be shown.
fn quoted(text: &str) -> &str {
    let words = |end: usize| text[..end].split_whitespace().count();
    let mut last = 0;
    for sentence in words::sentences(text) {
        if words(last) >= SAID || words(sentence.end) > QUOTED {
            break;
        }
        last = sentence.end;
    }
    &text[..last]
}

/// Ends an entry whose quote or code is not shown.
fn close(entry: &mut Entry) {
    unannounce(entry);
    if entry.text.ends_with(char::is_alphanumeric) {
        entry.text.push('.');
    }
}

/// Appends the beginning of a line to an entry's text.
fn append(entry: &mut Entry, line: usize, said: &str) {
    entry.text.truncate(entry.text.trim_end().len());
    if !entry.text.is_empty() {
        entry.text.push(' ');
    }
    entry.pieces.push(EntryPiece { start: entry.text.len(), line, from: 0 });
    entry.text.push_str(said);
}

/// Takes the end off a text that announces what is not shown: the colon, the words that lean on it
/// ("… fails with:"), and a last sentence that says nothing else ("This is the graph:").
pub(super) fn unannounce(entry: &mut Entry) {
    const LEANING: &str = "and as at by e.g. for from gave gives has have in is of on reporting such \
        that to using via was were which with";
    const SHOWING: [&str; 7] =
        ["this is ", "here is ", "here are ", "see ", "these are ", "for example", "in particular"];
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
    entry.pieces.retain(|piece| piece.start == 0 || piece.start < end);
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

/// The length of the second to which a range goes on that begins with a clock with seconds: the
/// "58 " of "16:05:57-58 the pod restarts".
pub(super) fn seconds(stamp: &Stamp, text: &str) -> usize {
    let begun = stamp.clock.map_or(0, |clock| clock.second);
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let second = text[..digits].parse().unwrap_or(0);
    let on = digits == 2 && begun > 0 && (begun + 1..60).contains(&second);
    let rest = &text[digits..];
    match on && (rest.is_empty() || rest.starts_with(' ')) {
        true => text.len() - rest.trim_start().len(),
        false => 0,
    }
}

/// The length of "onward - " between a time and its text, and of other words about the time.
pub(super) fn onward(text: &str) -> usize {
    const WORDS: [&str; 7] = [
        "onwards", "onward", "& ongoing", "& Ongoing", "(maybe earlier?)", "(maybe later?)",
        "(not sure exact time)",
    ];
    let bare = text.trim_start();
    let after = WORDS.iter().find_map(|word| bare.strip_prefix(word));
    let rest = after.map(|after| after.trim_start_matches([' ', '-', '–', '—', ':']));
    match (after, rest) {
        (Some(after), Some(rest)) if rest.len() < after.len() || after.is_empty() => {
            text.len() - rest.len()
        }
        _ => 0,
    }
}

/// True for a line that a process wrote into the log of its machine, `May 6 09:30:12 hall
/// lamps[4711]: dark`: it shows what somebody saw there, and is no entry of the story.
pub(super) fn is_process_log(line: &str) -> bool {
    let words = line.split_whitespace().take(6);
    words.filter_map(|word| word.strip_suffix("]:")).any(|word| {
        let process = word.rsplit_once('[');
        process.is_some_and(|(name, id)| !name.is_empty() && id.bytes().all(|c| c.is_ascii_digit()))
    })
}
