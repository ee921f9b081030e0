//! The pictures of a report as what `embed` puts into it: each with its words.

use super::Shown;
use super::embed::{Details, Image, Insert, Name, Part};
use crate::draw::{self, Chart};
use crate::incident::Incident;
use chrono::NaiveDate;

/// What is to be put into a report.
pub fn inserts(shown: &[Shown], incident: &Incident, today: Option<NaiveDate>) -> Vec<Insert> {
    shown
        .iter()
        .map(|shown| insert(shown, incident, today))
        .collect()
}

fn insert(shown: &Shown, incident: &Incident, today: Option<NaiveDate>) -> Insert {
    let (name, summary) = match shown.chart {
        Chart::Incident => (Name::Incident, "The timeline in words"),
        Chart::Actions => (Name::Actions, "The measures in words"),
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
    let paragraph = |text: String| (!text.is_empty()).then_some(Part::Paragraph(text));
    let list = (!story.entries.is_empty()).then_some(Part::List(story.entries));
    let parts: Vec<Part> = [paragraph(story.lead), list, paragraph(story.close)]
        .into_iter()
        .flatten()
        .collect();
    // A cover says nothing that the report does not say beside it.
    let details = (!parts.is_empty() && shown.chart != Chart::Cover).then(|| Details {
        summary: summary.into(),
        parts,
    });
    Insert {
        name,
        alt: story.alt,
        details,
        caption: None,
        image,
    }
}
