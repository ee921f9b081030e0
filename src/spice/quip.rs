//! A quip: one line of humour, where it may stand, and what must be true for it to stand there.

use super::tone::Tone;
use crate::incident::Kind;
use crate::named::named;
use serde::Deserialize;

/// Where a quip stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Slot {
    /// Above the plain title.
    Title,
    /// Behind the name of a section.
    Heading,
    /// Behind an entry of the timeline.
    Entry,
    /// Behind a measure.
    Action,
    /// Below the picture of the timeline.
    Caption,
    /// At the very end.
    SignOff,
}

named! {
    /// The sections whose names a quip may follow.
    #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
    #[serde(rename_all = "snake_case")]
    pub enum Part {
        /// What happened, in short.
        Summary = "summary",
        /// The timeline.
        Timeline = "timeline",
        /// Why it happened.
        Cause = "cause",
        /// How it was mended.
        Resolution = "resolution",
        /// What will change.
        Measures = "measures",
    }
}

named! {
    /// How a quip works; none is used twice in a row.
    #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
    #[serde(rename_all = "snake_case")]
    pub enum Device {
        /// A machine is spoken of as a person.
        Personify = "personify",
        /// Less is said than is meant.
        Understate = "understate",
        /// Two straight, one turn.
        Three = "three",
        /// Something from above comes back.
        Callback = "callback",
        /// The mechanism in plain words.
        Simplify = "simplify",
        /// Two things beside each other.
        Contrast = "contrast",
    }
}

/// Which reports a quip is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Home {
    /// Those about one kind of failure.
    Topic(String),
    /// Those that are told in one image.
    Theme,
    /// Any.
    Any,
}

/// One line of humour.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quip {
    /// Its name, which no other has.
    pub id: String,
    /// The line, with `{placeholders}`.
    pub text: String,
    /// Where it stands.
    pub slot: Slot,
    /// Which reports it is for.
    pub home: Home,
    /// The image that it belongs to.
    pub theme: Option<String>,
    /// The tones in which it may be used.
    pub tones: Vec<Tone>,
    /// How it works.
    pub device: Device,
    /// The kinds of entry behind which it may stand.
    pub kinds: Vec<Kind>,
    /// The section whose name it may follow.
    pub part: Option<Part>,
    /// Words of which its entry, its measure or (for a title) the report must hold one; empty when
    /// none is needed.
    pub words: Vec<String>,
    /// Words that forbid it.
    pub unless: Vec<String>,
    /// The line that ends a report with this title.
    pub sign_off: Option<String>,
}
