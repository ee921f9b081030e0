//! The prose of a report, and the start and end of the outage that it states.

use crate::document::line::{DocumentLine, LineKind};
use crate::document::paragraph::{self, Paragraph};
use crate::document::sections::Section;
use crate::document::{Document, SectionRole};
use crate::read::summary::window::{Window, window};
use crate::read::summary::{Prose, prose};
use crate::read::timeline::TimedList;
use crate::words::begins_with_any;

/// Everything stated outside the entries.
pub(super) struct Stated {
    pub(super) prose: Prose,
    /// Labelled lines, such as "Key events" beside a full story.
    pub(super) labelled: Vec<Paragraph>,
    /// The start and end of the outage, as written.
    pub(super) window: Window,
}

impl Stated {
    pub(super) fn of(document: &Document, list: &TimedList) -> Stated {
        let (lines, sections) = (&document.lines, &document.sections);
        let prose = prose(lines, sections);
        let labelled = labelled(lines, sections, list);
        Stated { window: window(lines, &prose, &labelled), prose, labelled }
    }
}

/// The paragraphs beside the timeline first, then the entries themselves: "Fault occurs …" and
/// "Resolved …" give start and end even if they are the timeline.
fn labelled(lines: &[DocumentLine], sections: &[Section], list: &TimedList) -> Vec<Paragraph> {
    let mut entries: Vec<usize> = list.entries.iter().map(|entry| entry.span.start).collect();
    entries.sort_unstable();
    let is_entry = |paragraph: &Paragraph| {
        let start = lines[paragraph.first()].span.start;
        entries.binary_search(&start).is_ok()
    };
    let (own, mut all): (Vec<Paragraph>, Vec<Paragraph>) = sections
        .iter()
        .filter(|section| section.role != SectionRole::Measures)
        .flat_map(|section| paragraph::of(lines, section))
        .partition(is_entry);
    all.extend(own);
    all.extend(front_matter(lines));
    all.extend(heads(lines, sections));
    all
}

/// "**Time to repair**: 2 h", where the label is set like a heading.
fn heads(lines: &[DocumentLine], sections: &[Section]) -> impl Iterator<Item = Paragraph> {
    let head = |section: &Section| {
        let head = section.head?;
        let text = lines[head].text.clone();
        let measures = text.to_lowercase().starts_with("time to ");
        measures.then(|| Paragraph { text, lines: vec![(0, head)] })
    };
    sections.iter().filter_map(head)
}

/// The keys of front matter that tell of the outage itself: "duration: 5h 10m".
fn front_matter(lines: &[DocumentLine]) -> impl Iterator<Item = Paragraph> + '_ {
    const KEYS: [&str; 6] = ["duration", "downtime", "start", "began", "end", "resolved"];
    let tells = |text: &str| {
        let key = text.split(':').next().unwrap_or_default().to_lowercase();
        begins_with_any(&key, &KEYS)
    };
    lines
        .iter()
        .enumerate()
        .filter(move |(_, line)| line.form == LineKind::FrontMatter && tells(&line.text))
        .map(|(at, line)| Paragraph { text: line.text.clone(), lines: vec![(0, at)] })
}
