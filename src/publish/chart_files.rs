//! The charts of a report with the files that hold them.

use super::alt_text::alt;
use crate::draw::Chart;
use crate::draw::style::Ground;
use crate::edit::escape::{percent, xml};
use crate::render::{Picture, Pictures};
use chrono::NaiveDate;

/// A chart with its files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChartFiles {
    /// The chart that it shows.
    pub chart: Chart,
    /// The file for a light page, or the only one.
    pub file: String,
    /// The file for a dark page, when there are two.
    pub dark: Option<String>,
    /// Its alt text.
    pub alt: String,
}

/// The charts among some pictures, each with the paths of its files.
pub fn chart_files(
    made: &Pictures,
    today: Option<NaiveDate>,
    path: impl Fn(&Picture) -> String,
) -> Vec<ChartFiles> {
    let mut out: Vec<ChartFiles> = Vec::new();
    for picture in &made.pictures {
        match out.iter_mut().find(|shown| shown.chart == picture.chart) {
            None => {
                let alt = alt(picture.chart, &made.incident, today);
                out.push(ChartFiles { chart: picture.chart, file: path(picture), dark: None, alt });
            }
            Some(shown) if picture.ground == Ground::Dark && shown.dark.is_none() => {
                shown.dark = Some(path(picture))
            }
            Some(_) => {}
        }
    }
    out
}

/// A path as an address in an attribute: what would end or split it is written in hexadecimal.
pub(super) fn address(path: &str) -> String {
    let path = path.replace('\\', "/");
    xml(&percent(&path, |c| !" \"<>#?%()[]".contains(c)))
}
