//! The pictures of a report as what `embed` puts into it: each with its words.

use super::ChartFiles;
use super::alt_text::brief;
use super::embed::{Details, DetailsPart, Image, Insert};
use crate::draw::{self, Chart};
use crate::facts::{metrics, stretches};
use crate::incident::{Incident, Phase};
use crate::named::named;
use crate::time::spoken;
use chrono::NaiveDate;

named! {
    /// The words that go into a report with its pictures, alt texts aside.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub enum Wording by default Short {
        /// No words: the report tells it all.
        None = "none",
        /// The figures, folded away, once.
        Short = "short",
        /// Every event and every action item again, folded away below each picture.
        Full = "full",
    }
}

/// The pictures to put into a report, with few words.
pub fn inserts(shown: &[ChartFiles], incident: &Incident, today: Option<NaiveDate>) -> Vec<Insert> {
    worded(shown, incident, today, Wording::Short)
}

/// The pictures to put into a report, with this wording.
pub fn worded(
    shown: &[ChartFiles],
    incident: &Incident,
    today: Option<NaiveDate>,
    words: Wording,
) -> Vec<Insert> {
    shown.iter().map(|shown| insert(shown, incident, today, words)).collect()
}

/// The figures that the picture adds to the report: how long it all took, and each part of it.
fn figures(incident: &Incident) -> String {
    let mut told: Vec<String> = Vec::new();
    if let Some(minutes) = incident.minutes {
        told.push(format!("It lasted {}.", spoken(minutes)));
    }
    let metrics = metrics(incident);
    let times = metrics.shown();
    told.extend(
        times.map(|(name, metric)| format!("Time to {name}: {}.", spoken(metric.minutes.value()))),
    );
    let runs = stretches(&incident.events);
    for phase in Phase::ALL {
        let own = runs.iter().filter(|run| run.phase == phase);
        let minutes: f64 = own.map(|run| run.minutes).sum();
        if minutes > 0.0 {
            let name = phase.name();
            let capital = name[..1].to_uppercase();
            told.push(format!("{capital}{}: {}.", &name[1..], spoken(minutes)));
        }
    }
    told.join(" ")
}

fn insert(
    shown: &ChartFiles,
    incident: &Incident,
    today: Option<NaiveDate>,
    words: Wording,
) -> Insert {
    let summary = match shown.chart {
        Chart::Incident => "The timeline in words",
        Chart::Actions => "The action items in words",
        Chart::Cover => "",
    };
    let image = match &shown.dark {
        None => Image::One(shown.file.clone()),
        Some(dark) => Image::LightAndDark { light: shown.file.clone(), dark: dark.clone() },
    };
    let story = draw::story(shown.chart, incident, today);
    let paragraph = |text: String| (!text.is_empty()).then_some(DetailsPart::Paragraph(text));
    let parts = match (words, shown.chart) {
        // A cover says nothing that the report does not say beside it.
        (Wording::None, _) | (_, Chart::Cover) | (Wording::Short, Chart::Actions) => Vec::new(),
        (Wording::Short, Chart::Incident) => vec![paragraph(figures(incident))],
        (Wording::Full, _) => {
            let list = (!story.entries.is_empty()).then_some(DetailsPart::List(story.entries));
            vec![paragraph(story.lead), list, paragraph(story.close)]
        }
    };
    let parts: Vec<DetailsPart> = parts.into_iter().flatten().collect();
    let details = (!parts.is_empty()).then(|| Details { summary: summary.into(), parts });
    Insert {
        chart: shown.chart,
        alt: brief(&story.alt),
        details,
        caption: None,
        options: String::new(),
        image,
    }
}
