//! The reply to the page; only what it asked for is there.

use super::telling::Retold;
use crate::facts::Facts;
use serde::Serialize;

#[derive(Default, Serialize)]
pub(super) struct Reply<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) error: Option<String>,
    /// True if only the full build can answer.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    incomplete: bool,
    /// True if a picture lacks letters.
    #[serde(skip)]
    pub(super) letters_missing: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) choices: Option<Choices>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) picture: Option<Drawing>,
    /// Why there is no picture.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) undrawn: Vec<PageRemark>,
    /// Remarks about the picture.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) warnings: Vec<PageRemark>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) png: Option<Attached>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) facts: Option<Facts<'a>>,
    /// The words of the report, as a reader counts them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) words: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) spots: Option<FactSpots>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) findings: Option<Vec<PageRemark>>,
    /// Which of the required points hold.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) card: Option<Vec<PointHeld>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) told: Option<Retold>,
    /// True when the dice found no other telling.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub(super) only_telling: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) brief: Option<Attached>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) snippet: Option<Attached>,
    /// The files that the snippet names.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) files: Vec<Attached>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) mermaid: Option<Attached>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) article: Option<Attached>,
}

impl Reply<'_> {
    pub(super) fn incomplete() -> Self {
        Reply { incomplete: true, ..Reply::default() }
    }

    pub(super) fn error(why: String) -> Self {
        Reply { error: Some(why), ..Reply::default() }
    }
}

/// The values that there are to choose from.
#[derive(Serialize)]
pub(super) struct Choices {
    pub(super) version: &'static str,
    pub(super) charts: Vec<Choosable>,
    pub(super) layouts: Vec<Choosable>,
    pub(super) styles: Vec<Choosable>,
    pub(super) themes: Vec<Choosable>,
    pub(super) tones: Vec<Choosable>,
}

/// A name, and what it means.
#[derive(Serialize)]
pub(super) struct Choosable {
    pub(super) name: String,
    pub(super) about: String,
}

/// A picture with its words.
#[derive(Serialize)]
pub(super) struct Drawing {
    pub(super) file: String,
    pub(super) svg: String,
    pub(super) width: f64,
    pub(super) height: f64,
    pub(super) alt: String,
    pub(super) description: String,
    /// A summary of what was read, in a few lines.
    pub(super) summary: String,
}

/// A file to take away; what is no text is written in base64.
#[derive(Serialize)]
pub(super) struct Attached {
    pub(super) file: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) text: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) base64: Option<String>,
}

/// Something to say about the report.
#[derive(Serialize)]
pub(super) struct PageRemark {
    pub(super) code: &'static str,
    pub(super) severity: &'static str,
    pub(super) line: Option<usize>,
    pub(super) spot: Option<[usize; 2]>,
    pub(super) message: String,
    pub(super) hint: Option<String>,
}

/// Where the facts stand, each list in the order of the facts.
#[derive(Serialize)]
pub(super) struct FactSpots {
    pub(super) events: Vec<[usize; 2]>,
    pub(super) notes: Vec<[usize; 2]>,
    pub(super) actions: Vec<[usize; 2]>,
}

/// A required point.
#[derive(Serialize)]
pub(super) struct PointHeld {
    pub(super) code: &'static str,
    pub(super) part: &'static str,
    pub(super) asks: &'static str,
    pub(super) holds: bool,
}
