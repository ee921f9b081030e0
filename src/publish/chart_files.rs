//! The pictures where they are read: what to paste into a README, upload to Medium, or name in the
//! head of a page.

use super::brief::brief;
use crate::draw::style::Ground;
use crate::draw::{self, Chart};
use crate::edit::escape::{percent, xml};
use crate::incident::Incident;
use crate::render::{Picture, Pictures};
use chrono::NaiveDate;
use std::fmt::Write;

/// A chart with its files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    /// What it shows.
    pub chart: Chart,
    /// The file for a light page, or the only one.
    pub file: String,
    /// The file for a dark page, when there are two.
    pub dark: Option<String>,
    /// What it shows, in words.
    pub alt: String,
}

/// The words that stand for a picture of this chart.
pub fn alt(chart: Chart, incident: &Incident, today: Option<NaiveDate>) -> String {
    brief(&draw::story(chart, incident, today).alt)
}

/// The charts among some pictures, each with the path of its files.
pub fn shown(
    made: &Pictures,
    today: Option<NaiveDate>,
    path: impl Fn(&Picture) -> String,
) -> Vec<Shown> {
    let mut out: Vec<Shown> = Vec::new();
    for picture in &made.pictures {
        match out.iter_mut().find(|shown| shown.chart == picture.chart) {
            None => {
                let alt = alt(picture.chart, &made.incident, today);
                out.push(Shown {
                    chart: picture.chart,
                    file: path(picture),
                    dark: None,
                    alt,
                });
            }
            Some(shown) if picture.ground == Ground::Dark && shown.dark.is_none() => {
                shown.dark = Some(path(picture))
            }
            Some(_) => {}
        }
    }
    out
}

/// The lines that show pictures in a README on GitHub.
pub fn github(shown: &[Shown]) -> String {
    let mut out = String::from(
        "next: commit the pictures and paste these lines where they belong; `postmirth embed` \
            does it for you\n",
    );
    for shown in shown {
        let _ = writeln!(out, "\n{}", picture(shown));
    }
    out
}

/// Those lines alone.
pub fn snippet(shown: &[Shown]) -> String {
    let pictures: Vec<String> = shown.iter().map(picture).collect();
    pictures.join("\n\n") + "\n"
}

/// A `<picture>` of one chart.
fn picture(shown: &Shown) -> String {
    let dark = shown.dark.as_ref().map_or_else(String::new, |dark| {
        format!(
            "  <source media=\"(prefers-color-scheme: dark)\" srcset=\"{}\">\n",
            address(dark)
        )
    });
    format!(
        "<picture>\n{dark}  <img src=\"{}\" alt=\"{}\">\n</picture>",
        address(&shown.file),
        xml(&shown.alt)
    )
}

/// What to do with the files for Medium.
pub fn medium(page: &str) -> String {
    format!(
        "next: open {page} in a browser, copy the article into a new story, and upload each PNG \
            at its mark\n      the words for its alt text stand below the mark; Medium shows an \
            article's first picture in its lists\n"
    )
}

/// What to do with the cover for a link's preview.
pub fn social(shown: &[Shown]) -> String {
    let mut out = String::from(
        "next: upload it under Settings, Social preview of a repository, or put these lines into \
            the head of a page\n",
    );
    for shown in shown {
        let _ = writeln!(
            out,
            "\n<meta property=\"og:image\" content=\"{}\">",
            address(&shown.file)
        );
        let _ = writeln!(
            out,
            "<meta property=\"og:image:alt\" content=\"{}\">",
            xml(&shown.alt)
        );
    }
    out
}

/// Every picture in words: alt text and long description.
pub fn words(incident: &Incident) -> String {
    let mut out = String::new();
    for chart in Chart::ALL {
        let drawn = match chart {
            Chart::Actions => !incident.actions.is_empty(),
            Chart::Incident | Chart::Cover => !incident.events.is_empty(),
        };
        if !drawn {
            continue;
        }
        let story = draw::story(chart, incident, None);
        let gap = if out.is_empty() { "" } else { "\n" };
        let _ = writeln!(out, "{gap}{}, alt text:\n{}", chart.name(), story.alt);
        let description = story.description();
        if !description.is_empty() {
            let _ = writeln!(out, "\n{}, description:\n{description}", chart.name());
        }
    }
    out.chars()
        .map(|c| if c.is_control() && c != '\n' { ' ' } else { c })
        .collect()
}

/// A path as an address in an attribute: what would end or split it is written in hexadecimal.
fn address(path: &str) -> String {
    let path = path.replace('\\', "/");
    xml(&percent(&path, |c| !" \"<>#?%()[]".contains(c)))
}
