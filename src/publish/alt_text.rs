//! The pictures in words.

use crate::draw::{self, Chart};
use crate::incident::Incident;
use chrono::NaiveDate;
use std::fmt::Write;

/// Some screen readers pause or stop after this many characters.
const LONGEST: usize = 150;

/// The alt text of a chart.
pub fn alt(chart: Chart, incident: &Incident, today: Option<NaiveDate>) -> String {
    brief(&draw::story(chart, incident, today).alt)
}

/// The alt text and the long description of every chart.
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
    out.chars().map(|c| if c.is_control() && c != '\n' { ' ' } else { c }).collect()
}

/// A description cut to [`LONGEST`] characters, at the end of a sentence or of a part of one.
pub(super) fn brief(text: &str) -> String {
    if text.chars().count() <= LONGEST {
        return text.to_string();
    }
    let (mut quoted, mut best) = (false, None);
    for (count, (at, c)) in text.char_indices().enumerate().take(LONGEST) {
        match c {
            '“' => quoted = true,
            '”' => quoted = false,
            _ => {}
        }
        let next = text[at + c.len_utf8()..].chars().next();
        let ends = matches!(c, '.' | ',' | ';' | ':') && next == Some(' ');
        if ends && !quoted && count > 0 {
            best = Some(at);
        }
    }
    match best {
        Some(at) => format!("{}.", &text[..at]),
        // A long title, and nothing before it.
        None => {
            let cut: String = text.chars().take(LONGEST - 2).collect();
            format!("{}…{}", cut.trim_end(), if quoted { "”" } else { "" })
        }
    }
}
