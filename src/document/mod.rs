//! What a report is before anybody asks what it tells: lines, blocks, sections, markers, each with
//! its place.

pub(crate) mod assignment;
pub(crate) mod directive;
pub(crate) mod escape;
pub(crate) mod extent;
mod file;
pub(crate) mod front_matter;
mod headings;
pub(crate) mod html;
pub(crate) mod lenient;
pub(crate) mod markdown;
pub(crate) mod marks;
pub(crate) mod paragraph;
mod passage;
mod retelling;
pub(crate) mod section_names;
pub(crate) mod sections;
pub(crate) mod title;

pub use file::Broken;
pub(crate) use file::File;
pub(crate) use headings::{Head, heads};
pub(crate) use html::tag as html_tag;
pub(crate) use lenient::line_feeds;
pub(crate) use markdown::Form;
pub(crate) use passage::{Passage, whole, word_count};
pub(crate) use sections::Role;
