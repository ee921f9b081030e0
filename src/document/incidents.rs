//! A file that tells of several incidents, each under a heading of its own and with a timeline of
//! its own. One picture cannot show them: the first counts.

use crate::diagnostic::{Code, Diagnostic};
use crate::document::LineKind;
use crate::document::line::DocumentLine;
use crate::document::section_roles::{role_of_heading, words_of};
use crate::document::sections::{Section, SectionRole};
use crate::time::{clock, leading};
use crate::words::{self, numbers::spelled};
use chrono::NaiveTime;
use std::ops::Range;

/// Fewer times than this make no timeline.
const FEWEST: usize = 2;
/// A title of more letters is hard to read in one line.
const MOST_LETTERS: usize = 56;

/// One incident of several: its heading, and the times of its timeline.
struct IncidentPart {
    head: usize,
    depth: u8,
    times: Vec<NaiveTime>,
}

/// A report's own title with the heading of the incident that is read, if it tells of several:
/// the picture is of that one alone.
pub(crate) fn title_of_first(
    title: Option<(usize, String)>,
    heading: Option<usize>,
    lines: &[DocumentLine],
) -> Option<String> {
    let Some(at) = heading.filter(|at| title.as_ref().is_none_or(|(own, _)| own != at)) else {
        return title.map(|(_, title)| title);
    };
    let own = lines[at].text.trim().trim_end_matches(':').to_string();
    let room = |title: &String| title.chars().count() + own.chars().count() <= MOST_LETTERS;
    match title.map(|(_, title)| title).filter(room) {
        Some(title) => Some(format!("{title}: {own}")),
        None => Some(own),
    }
}

/// The heading of the first of several incidents.
pub(super) fn first_heading(lines: &[DocumentLine], sections: &[Section]) -> Option<usize> {
    parts(lines, sections).next().map(|part| part.head)
}

fn parts<'a>(
    lines: &'a [DocumentLine],
    sections: &'a [Section],
) -> impl Iterator<Item = IncidentPart> + 'a {
    sections
        .iter()
        .filter(|section| section.role == SectionRole::Timeline)
        .filter_map(|section| part(lines, section))
}

/// The lines of every incident after the first.
pub(super) fn further(lines: &[DocumentLine], sections: &[Section]) -> Vec<Range<usize>> {
    let mut parts = parts(lines, sections);
    let Some(first) = parts.next() else {
        return Vec::new();
    };
    let mut found: Vec<Range<usize>> = Vec::new();
    for other in parts {
        let known = found.iter().any(|range| range.contains(&other.head));
        if known || other.head == first.head {
            continue;
        }
        // Parts of one story, or the same one again, are read as one.
        if other.depth != first.depth || retells(&first, &other) {
            return Vec::new();
        }
        found.push(other.head..end(lines, &other));
    }
    found
}

/// The incident whose timeline a section is: the heading above names it, not a part of a report.
fn part(lines: &[DocumentLine], section: &Section) -> Option<IncidentPart> {
    let own = section.head?;
    let times: Vec<NaiveTime> = lines[section.lines.clone()]
        .iter()
        .filter_map(|line| leading::leading(&line.text)?.0.clock?.time())
        .collect();
    let (head, depth) = lines[..own].iter().enumerate().rev().find_map(|(at, line)| {
        let LineKind::Heading(depth) = line.form else {
            return None;
        };
        (depth < section.level).then_some((at, depth))
    })?;
    (times.len() >= FEWEST && names_incident(&lines[head].text)).then_some(IncidentPart {
        head,
        depth,
        times,
    })
}

/// True for a heading that could name an incident: not a day, a stage or a section of a report.
fn names_incident(text: &str) -> bool {
    let words = words_of(text);
    let has = |wanted: &[&str]| words.split(' ').any(|word| wanted.contains(&word));
    let staged = has(&["day", "days", "week", "part", "phase", "stage", "continued", "night"]);
    // A day is a part of one incident, unless it is that of an incident of its own.
    let dated = clock::find(text, 0).is_some()
        && !has(&["incident", "outage", "failure", "disruption", "degradation", "interruption"]);
    let named = match role_of_heading(text) {
        None => true,
        Some(SectionRole::Summary) => has(&["incident", "outage", "failure"]),
        Some(_) => false,
    };
    named && !staged && !dated
}

/// True if most times of two timelines are the same.
fn retells(first: &IncidentPart, other: &IncidentPart) -> bool {
    let shared = other.times.iter().filter(|time| first.times.contains(time));
    shared.count() * 2 >= first.times.len().min(other.times.len())
}

/// The line at which an incident's part of the file ends.
fn end(lines: &[DocumentLine], part: &IncidentPart) -> usize {
    let below = lines[part.head + 1..].iter();
    let own = |line: &&DocumentLine| match line.form {
        LineKind::Heading(depth) => depth > part.depth,
        _ => true,
    };
    part.head + 1 + below.take_while(own).count()
}

/// The incidents after the first on a page that lists them: each below a heading of its own with
/// the states through which it went, with the day on which it was one of those that the page
/// counts, or with its number; and the heading of the first, if it is more than its day.
pub(super) fn further_listed(lines: &[DocumentLine]) -> (Option<usize>, Vec<Range<usize>>) {
    let heads = |depth: u8, fits: &dyn Fn(usize) -> bool| -> Vec<usize> {
        let at = |index: &usize| lines[*index].form == LineKind::Heading(depth);
        (0..lines.len()).filter(|index| at(index) && fits(*index)).collect()
    };
    let stated = |head: usize| {
        let below = lines[head + 1..].iter().take_while(|line| !line.is_heading());
        below.filter(|line| is_state(&line.text)).count() >= FEWEST
    };
    let dated = |head: usize| clock::find(&lines[head].text, 0).is_some_and(|at| at.day.is_some());
    let several = (1..=6).find_map(|depth| {
        let states = heads(depth, &|head| stated(head) && names_incident(&lines[head].text));
        let days = heads(depth, &dated);
        let told = |days: &Vec<usize>| counted(&lines[..days[0]], days.len());
        let days = Some(days).filter(|days| days.len() >= FEWEST && told(days));
        let numbered = heads(depth, &|head| number(&lines[head].text).is_some());
        let runs = |heads: &Vec<usize>| {
            let mut counted = (1..).zip(heads);
            counted.all(|(count, head)| number(&lines[*head].text) == Some(count))
        };
        [states, numbered]
            .into_iter()
            .find(|heads| heads.len() >= FEWEST && (stated(heads[0]) || runs(heads)))
            .or(days)
            .map(|heads| (depth, heads))
    });
    let Some((depth, heads)) = several else {
        return (None, Vec::new());
    };
    let first = Some(heads[0]).filter(|head| !dated(*head));
    let part = |head: &usize| IncidentPart { head: *head, depth, times: Vec::new() };
    let range = |head: &usize| *head..end(lines, &part(head));
    (first, heads[1..].iter().map(range).collect())
}

/// The number of "Incident 2: the relay".
fn number(heading: &str) -> Option<usize> {
    let lower = heading.trim().to_lowercase();
    let rest = ["incident", "outage"].iter().find_map(|name| lower.strip_prefix(name))?;
    let rest = rest.trim_start_matches([' ', '#']);
    let digits = rest.trim_start_matches(|c: char| c.is_ascii_digit());
    rest[..rest.len() - digits.len()].parse().ok()
}

/// True for a line of a status page: "Monitoring - A new rope is in place".
fn is_state(text: &str) -> bool {
    const STATES: [&str; 6] =
        ["Completed", "Identified", "Investigating", "Monitoring", "Resolved", "Update"];
    let rest = STATES.iter().find_map(|state| text.trim().strip_prefix(state));
    rest.is_some_and(|rest| rest.is_empty() || rest.trim_start().starts_with(['-', '–', '—', ':']))
}

/// The further days of a timeline in which each day, under a heading of its own, is another of the
/// incidents that the summary counts: "three periods of slow blocks".
pub(super) fn further_days(lines: &[DocumentLine], sections: &[Section]) -> Vec<Range<usize>> {
    let days = |section: &Section| -> Vec<usize> {
        let deeper = |line: &DocumentLine| match line.form {
            LineKind::Heading(depth) => depth > section.level,
            _ => false,
        };
        let dated = |line: &DocumentLine| {
            clock::find(&line.text, 0).is_some_and(|stamp| stamp.clock.is_none())
        };
        let own = section.lines.clone();
        own.filter(|index| deeper(&lines[*index]) && dated(&lines[*index])).collect()
    };
    let timeline = |section: &&Section| section.role == SectionRole::Timeline;
    let Some(section) = sections.iter().find(timeline) else {
        return Vec::new();
    };
    let days = days(section);
    let summaries = sections
        .iter()
        .filter(|section| section.role == SectionRole::Summary)
        .flat_map(|section| &lines[section.lines.clone()]);
    if days.len() < FEWEST || !counted(summaries, days.len()) {
        return Vec::new();
    }
    let ends = days.iter().skip(2).copied();
    let ends = ends.chain([section.lines.end]);
    days[1..].iter().zip(ends).map(|(from, to)| *from..to).collect()
}

/// True if some lines, such as those of the summary, count so many incidents.
fn counted<'a>(told: impl IntoIterator<Item = &'a DocumentLine>, count: usize) -> bool {
    const NOUNS: [&str; 8] =
        ["incidents", "outages", "periods", "episodes", "occasions", "windows", "waves", "attacks"];
    let figure = count.to_string();
    let number = |word: &str| word == figure || spelled(count) == Some(word);
    told.into_iter().any(|line| {
        let words: Vec<String> = words::words(&line.text).map(|(word, _)| word).collect();
        let noun = |word: &String| NOUNS.contains(&word.as_str());
        (0..words.len()).any(|at| number(&words[at]) && words[at + 1..].iter().take(3).any(noun))
    })
}

/// Tells the author that only the first incident is read.
pub(super) fn note(lines: &[DocumentLine], further: &[Range<usize>]) -> Option<Diagnostic> {
    let first = further.first()?;
    let what = format!(
        "expected one incident, found {}, each under a heading of its own; the first was read",
        further.len() + 1
    );
    Some(
        Diagnostic::new(Code::SeveralIncidents, lines[first.start].span, what)
            .hint("split the file: each incident in a report of its own has a picture of its own"),
    )
}
