//! The pictures of a report as what `embed` puts into it: each with its words.

use super::Shown;
use super::brief::brief;
use super::embed::{Details, DetailsPart, Image, Insert, Name};
use crate::draw::{self, Chart};
use crate::incident::Incident;
use crate::named::named;
use chrono::NaiveDate;

named! {
    /// The words that go into a report with its pictures, alt texts aside.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub enum Wording by default Short {
        /// No words: the report tells it all.
        None = "none",
        /// The figures and the cause, folded away, once.
        Short = "short",
        /// Every event and every action item again, folded away below each picture.
        Full = "full",
    }
}

/// What is to be put into a report, with few words.
pub fn inserts(shown: &[Shown], incident: &Incident, today: Option<NaiveDate>) -> Vec<Insert> {
    worded(shown, incident, today, Wording::Short)
}

/// What is to be put into a report, with so many words.
pub fn worded(
    shown: &[Shown],
    incident: &Incident,
    today: Option<NaiveDate>,
    words: Wording,
) -> Vec<Insert> {
    shown
        .iter()
        .map(|shown| insert(shown, incident, today, words))
        .collect()
}

fn insert(shown: &Shown, incident: &Incident, today: Option<NaiveDate>, words: Wording) -> Insert {
    let (name, summary) = match shown.chart {
        Chart::Incident => (Name::Incident, "The timeline in words"),
        Chart::Actions => (Name::Actions, "The action items in words"),
        Chart::Cover => (Name::Cover, ""),
    };
    let image = match &shown.dark {
        None => Image::One(shown.file.clone()),
        Some(dark) => Image::LightAndDark {
            light: shown.file.clone(),
            dark: dark.clone(),
        },
    };
    let story = draw::story(shown.chart, incident, today);
    let paragraph = |text: String| (!text.is_empty()).then_some(DetailsPart::Paragraph(text));
    let full = words == Wording::Full && !story.entries.is_empty();
    let list = full.then_some(DetailsPart::List(story.entries));
    let parts: Vec<DetailsPart> = [paragraph(story.lead), list, paragraph(story.close)]
        .into_iter()
        .flatten()
        .collect();
    // A cover says nothing that the report does not say beside it.
    let wanted = words != Wording::None && !parts.is_empty() && shown.chart != Chart::Cover;
    let details = wanted.then(|| Details {
        summary: summary.into(),
        parts,
    });
    Insert {
        name,
        alt: brief(&story.alt),
        details,
        caption: None,
        options: String::new(),
        image,
    }
}
