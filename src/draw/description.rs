//! A picture in words, for those who cannot see it. From the facts, never a joke.

use super::sheet::clipped;

/// The text that replaces a picture where it is not seen.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Story {
    /// The picture in a sentence or two.
    pub alt: String,
    /// The facts about all of it, before the entries.
    pub lead: String,
    /// Every entry, as a sentence.
    pub entries: Vec<String>,
    /// Their consequences.
    pub close: String,
}

impl Story {
    /// All of it as one text.
    pub fn description(&self) -> String {
        let parts =
            std::iter::once(&self.lead).chain(&self.entries).chain(std::iter::once(&self.close));
        let told: Vec<&str> =
            parts.map(|part| part.trim()).filter(|part| !part.is_empty()).collect();
        told.join(" ")
    }
}

/// No part of a description is longer: it is read out aloud.
const LONGEST: usize = 1000;

/// With a full stop at the end, or an ellipsis where it is cut.
pub(crate) fn ended(text: &str) -> String {
    let text = text.trim();
    if text.len() > LONGEST {
        return cut(text);
    }
    if text.ends_with(['.', '!', '?', ':', '…']) { text.to_string() } else { format!("{text}.") }
}

/// A long text up to the last blank that its description has room for.
fn cut(text: &str) -> String {
    let mut end = LONGEST;
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let room = &text[..end];
    let words = room.rfind(char::is_whitespace).map_or(room, |at| &room[..at]);
    format!("{} …", words.trim_end())
}

/// A sentence cut to this many words, with a full stop or an ellipsis at its end.
pub(crate) fn shortened(text: &str, words: usize) -> String {
    let short = clipped(text, words);
    if text.split_whitespace().count() > words {
        match short.len() > LONGEST {
            true => cut(&short),
            false => format!("{short} …"),
        }
    } else {
        ended(&short)
    }
}
