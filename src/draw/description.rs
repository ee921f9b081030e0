//! A picture in words, for those who cannot see it. From the facts, never a joke.

use super::sheet::clipped;

/// What stands for a picture where it is not seen.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Story {
    /// What the picture shows, in a sentence or two.
    pub alt: String,
    /// What all of it has in common, before the entries.
    pub lead: String,
    /// Every entry, as a sentence.
    pub entries: Vec<String>,
    /// What follows from them.
    pub close: String,
}

impl Story {
    /// All of it as one text.
    pub fn description(&self) -> String {
        let parts = std::iter::once(&self.lead)
            .chain(&self.entries)
            .chain(std::iter::once(&self.close));
        let told: Vec<&str> = parts
            .map(|part| part.trim())
            .filter(|part| !part.is_empty())
            .collect();
        told.join(" ")
    }
}

/// With a full stop at the end.
pub(crate) fn ended(text: &str) -> String {
    let text = text.trim();
    if text.ends_with(['.', '!', '?', ':', '…']) {
        text.to_string()
    } else {
        format!("{text}.")
    }
}

/// A sentence cut to so many words, with a full stop or an ellipsis at its end.
pub(crate) fn shortened(text: &str, words: usize) -> String {
    let short = clipped(text, words);
    if text.split_whitespace().count() > words {
        format!("{short} …")
    } else {
        ended(&short)
    }
}

/// "1 task", "8 tasks".
pub(crate) fn counted(count: usize, noun: &str) -> String {
    format!("{count} {noun}{}", if count == 1 { "" } else { "s" })
}
