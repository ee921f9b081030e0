//! Start and end as stated outside the timeline.

use super::failing::failures;
use super::stated_time::{
    first_of, first_stamp, is_plan, lone, near, range_in, recurs, single, units,
};
use crate::document::line::DocumentLine;
use crate::document::paragraph::Paragraph;
use crate::document::section_roles;
use crate::document::sections::SectionRole;
use crate::read::summary::Prose;
use crate::source::Span;
use crate::time::clock::{self, Stamp};
use crate::words;

/// A time found in prose, with its place.
#[derive(Debug, Clone)]
pub(crate) struct StatedTime {
    pub(crate) stamp: Stamp,
    pub(crate) span: Span,
}

/// Start and end as stated outside the timeline, before days and AM or PM are settled.
#[derive(Debug, Clone, Default)]
pub(crate) struct Window {
    pub(crate) start: Option<StatedTime>,
    pub(crate) end: Option<StatedTime>,
    /// True if the start is only the moment at which somebody noticed, in a sentence.
    pub(crate) noticed: bool,
    /// True if it is that by its label: "First detected: …".
    pub(crate) detected: bool,
    /// True if the start is only the first time of the summary, in a sentence in which nothing
    /// fails or begins.
    pub(crate) loose: bool,
}

/// Start and end: from labelled lines, else from the best-matching sentence.
pub(crate) fn window(lines: &[DocumentLine], prose: &Prose, labelled: &[Paragraph]) -> Window {
    let mut window = by_labels(lines, &prose.summary);
    if window.start.is_none() && window.end.is_none() {
        window = by_labels(lines, labelled);
    }
    let title = lines
        .iter()
        .find(|line| line.is_heading())
        .and_then(|line| Some((line, clock::find(&line.text, 0)?)));
    let title =
        title.map(|(line, stamp)| StatedTime { span: line.place(stamp.start..stamp.end), stamp });
    if let Some(exact) = title.clone().filter(|title| {
        title.stamp.clock.is_some() && title.stamp.day.is_some() && title.stamp.until.is_none()
    }) {
        window.start.get_or_insert(exact);
    }
    let mut window = in_prose(lines, prose, labelled, window);
    window.start = window.start.or(title.filter(|title| title.stamp.day.is_some()));
    window
}

/// Fills in what the labels leave open: from the best-matching sentence, else the first time
/// given.
fn in_prose(
    lines: &[DocumentLine],
    prose: &Prose,
    labelled: &[Paragraph],
    mut window: Window,
) -> Window {
    if window.start.is_some() && window.end.is_some() {
        return window;
    }
    let summary = without_cause(&prose.summary);
    let silent = window.start.is_none()
        && first_stamp(lines, &summary).is_none_or(|(first, _)| first.stamp.clock.is_none());
    let told = best_range(lines, &summary)
        .or_else(|| labelled_range(lines, labelled).filter(|_| silent))
        .or_else(|| best_range(lines, &prose.others).filter(|_| silent));
    if let Some((start, end)) = told {
        return Window {
            start: window.start.or(Some(start)),
            end: window.end.or(Some(end)),
            noticed: false,
            detected: window.detected,
            loose: false,
        };
    }
    if window.start.is_none() {
        let first = first_stamp(lines, &summary);
        window.noticed = first.as_ref().is_some_and(|(_, told)| told.noticed);
        window.loose = first.as_ref().is_some_and(|(_, told)| told.loose);
        window.start = first.map(|(start, _)| start);
    }
    if window.end.is_none() {
        let told = single(lines, &prose.summary, END_WORDS)
            .or_else(|| single(lines, &prose.resolution, END_WORDS))
            .or_else(|| lone(lines, &prose.resolution));
        window.end =
            told.filter(|end| window.start.as_ref().is_none_or(|start| start.span != end.span));
    }
    window
}

/// The paragraphs of a summary but for "Cause: …", whose times tell how it came about.
fn without_cause(paragraphs: &[Paragraph]) -> Vec<Paragraph> {
    let is_cause = |paragraph: &&Paragraph| {
        section_roles::label_end(&paragraph.text).is_some_and(|end| {
            section_roles::role_of_label(&paragraph.text[..end]) == Some(SectionRole::Cause)
        })
    };
    let other = paragraphs.iter().filter(|own| !is_cause(own));
    other.cloned().collect()
}

pub(super) const END_WORDS: &[&str] = &[
    "end", "ended", "ends", "ending", "resolved", "restored", "recovered", "concluded",
    "concluding", "finished", "fixed", "resolution", "back online", "resumed", "normal", "running",
    "until",
];

pub(super) fn has_word(text: &str, wanted: &[&str]) -> bool {
    let line =
        format!(" {} ", words::words(text).map(|(word, _)| word).collect::<Vec<_>>().join(" "));
    wanted.iter().any(|word| line.contains(&format!(" {word} ")))
}

/// "Start: …", "End of outage - …", "Fault occurs 2031-05-06 07:08", "Resolved 2031-05-06 09:10".
fn by_labels(lines: &[DocumentLine], paragraphs: &[Paragraph]) -> Window {
    let (mut window, mut noticed) = (Window::default(), None);
    let mut above = "";
    for paragraph in paragraphs {
        for LabelledTime { stamp, label } in labelled_times(&paragraph.text, above) {
            let span = paragraph.place(lines, stamp.start..stamp.end);
            let (starts, ends) = (has_word(label, STARTS), has_word(label, ENDS));
            if starts && !ends && window.start.is_none() {
                window.start = Some(StatedTime { stamp, span });
            } else if ends && !starts && window.end.is_none() {
                window.end = Some(StatedTime { stamp, span });
            } else if !starts && !ends && noticed.is_none() && has_word(label, &["detected"]) {
                noticed = Some(StatedTime { stamp, span });
            }
        }
        above = paragraph.text.trim();
    }
    // "First detected …" beside "Resolved …" is the start, as far as the authors know.
    if window.end.is_some() && window.start.is_none() {
        window.detected = noticed.is_some();
        window.start = noticed;
    }
    window
}

const STARTS: &[&str] = &[
    "start", "started", "starts", "begin", "began", "begins", "beginning", "fault occurs",
    "fault occurred", "onset", "start time", "start-time",
];
const ENDS: &[&str] =
    &["end", "ended", "ends", "resolved", "restored", "recovered", "resolution", "end-time"];

/// A time with the words that name it.
struct LabelledTime<'a> {
    stamp: Stamp,
    label: &'a str,
}

/// The times of a paragraph with little but their labels beside them: several where each has its
/// own ("Start: 09:00 End: 11:00"). The label may be the whole line above.
fn labelled_times<'a>(text: &'a str, above: &'a str) -> Vec<LabelledTime<'a>> {
    let (mut found, mut from) = (Vec::new(), Some(0));
    while let Some(begin) = from
        && let Some(stamp) = clock::find(text, begin)
    {
        from = next_label(text, stamp.end);
        let own = &text[begin..stamp.start];
        let label = match own.trim().is_empty() && above.ends_with(':') {
            true => above,
            false => own,
        };
        let after = beside(&text[stamp.end..from.unwrap_or(text.len())]);
        let few = (1..=5).contains(&label.split_whitespace().count());
        let told = stamp.until.is_none() && (stamp.clock.is_some() || stamp.day.is_some());
        if few && told && after.split_whitespace().count() <= 4 {
            found.push(LabelledTime { stamp, label });
        }
    }
    found
}

/// Where the label of the next time begins, if that time has a label of its own.
fn next_label(text: &str, from: usize) -> Option<usize> {
    let next = clock::find(text, from)?;
    let between = &text[from..next.start];
    let begin = between.rfind([')', ',', ';', '|']).map_or(0, |at| at + 1);
    let label = &between[begin..];
    let named = label.trim_end().ends_with(':') && label.split_whitespace().count() <= 5;
    (named && (has_word(label, STARTS) || has_word(label, ENDS))).then_some(from + begin)
}

/// The words after a labelled time, but for a remark in brackets.
fn beside(after: &str) -> &str {
    let remark = after.trim_start().starts_with('(') && after.trim_end().ends_with(')');
    match remark {
        true => "",
        false => after.trim_matches(|c: char| !c.is_alphanumeric()),
    }
}

/// "Total duration: 5 h 26 min (10:45 – 16:11)", wherever it is.
fn labelled_range(
    lines: &[DocumentLine],
    paragraphs: &[Paragraph],
) -> Option<(StatedTime, StatedTime)> {
    paragraphs.iter().find_map(|paragraph| {
        let end = section_roles::label_end(&paragraph.text)?;
        let named = has_word(&paragraph.text[..end], &["duration", "downtime", "outage"]);
        let only = std::slice::from_ref(paragraph);
        best_range(lines, only).filter(|_| named)
    })
}

const ALARMS: &[&str] = &["alert", "alerts", "fired", "firing"];
const PLANNED: &[&str] = &["maintenance", "planned", "scheduled", "prescheduled", "reboot"];
const DEPLOYED: &[&str] = &["deployed", "merged", "released", "upgraded"];

/// The sentence whose words best mark it as the outage's time range.
fn best_range(
    lines: &[DocumentLine],
    paragraphs: &[Paragraph],
) -> Option<(StatedTime, StatedTime)> {
    let mut best: Option<(i32, StatedTime, StatedTime)> = None;
    for paragraph in paragraphs {
        for unit in units(paragraph) {
            let text = &paragraph.text[unit.clone()];
            let Some((start, end)) = range_in(text).filter(|_| !recurs(text)) else {
                continue;
            };
            let label = format!(
                "{} {}",
                &paragraph.text[..section_roles::label_end(&paragraph.text).unwrap_or(0)],
                text
            )
            .to_lowercase();
            let mut score = 0;
            for (word, weight) in [
                ("duration", 6),
                ("outage", 3),
                ("downtime", 3),
                ("from", 1),
                ("between", 1),
                ("incident", 1),
                ("down", 1),
                ("unavailable", 2),
                ("experienced", 1),
                ("lasted", 2),
                ("window", 2),
                ("detected", -1),
                ("alert", -1),
            ] {
                if label.contains(word) {
                    score += weight;
                }
            }
            // Two clocks of a sentence about an alert are when it fired, and those after the words
            // for a deployment are when that was.
            // A window for planned work is none of an outage.
            let window =
                has_word(text, PLANNED) && failures(text) == 0 || is_plan(&near(text, &start));
            let aside = has_word(text, ALARMS) || has_word(&near(text, &start), DEPLOYED);
            if score < 1 && best.is_some() || score < 2 && aside || window {
                continue;
            }
            if best.as_ref().is_none_or(|(known, ..)| score > *known) {
                // Two times not joined by "from … to": the outage begins at the paragraph's first
                // time.
                let start = if score < 2 {
                    first_of(paragraph, unit.start).unwrap_or(start)
                } else {
                    start
                };
                let at = |stamp: &Stamp| {
                    paragraph.place(lines, unit.start + stamp.start..unit.start + stamp.end)
                };
                let (start_span, end_span) = (at(&start), at(&end));
                best = Some((
                    score,
                    StatedTime { stamp: start, span: start_span },
                    StatedTime { stamp: end, span: end_span },
                ));
            }
        }
    }
    best.map(|(_, start, end)| (start, end))
}
