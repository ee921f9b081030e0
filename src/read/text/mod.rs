//! Markdown as a reader sees it: lines, paragraphs, sentences, words.

pub(crate) mod front_matter;
pub(crate) mod html;
pub(crate) mod lexicon;
pub(crate) mod markdown;
pub(crate) mod mend;
pub(crate) mod paragraph;
pub(crate) mod words;
