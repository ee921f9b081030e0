//! The sections of a report, by the many names and the many forms that people give them.

use super::clock;
use super::markdown::{Form, Line};
use std::ops::Range;

/// What a section is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Role {
    Summary,
    Timeline,
    Cause,
    Resolution,
    Measures,
    Lessons,
    Other,
}

/// A run of lines under one name.
#[derive(Debug, Clone)]
pub(crate) struct Section {
    pub(crate) role: Role,
    /// The line that names it; `None` for what stands before the first name.
    pub(crate) head: Option<usize>,
    /// The lines below the name; with a name and text on one line, that line comes first.
    pub(crate) lines: Range<usize>,
    /// Where the text begins on the first line, when the name stands on it, too.
    pub(crate) from: usize,
    level: u8,
}

/// The levels of names that are no headings: they are below every heading, items below lines.
const BOLD: u8 = 7;
const PLAIN: u8 = 8;
const ITEM: u8 = 9;

/// Divides a report into sections.
pub(crate) fn sections(lines: &[Line]) -> Vec<Section> {
    let mut sections = divide(lines, false);
    // Labels with their text on the same line ("**Timeline:** …") count where nothing else does.
    let has = |sections: &[Section], role| sections.iter().any(|section| section.role == role);
    if !has(&sections, Role::Timeline) || !has(&sections, Role::Measures) {
        let labelled = divide(lines, true);
        if [Role::Timeline, Role::Measures].iter().any(|role| has(&labelled, *role) && !has(&sections, *role)) {
            sections = labelled;
        }
    }
    sections
}

fn divide(lines: &[Line], labels: bool) -> Vec<Section> {
    let mut out = vec![Section { role: Role::Summary, head: None, lines: 0..0, from: 0, level: 0 }];
    for (index, line) in lines.iter().enumerate() {
        let (role, level, ended) = out.last().map_or((Role::Other, 0, index), |section| (section.role, section.level, section.lines.end));
        debug_assert!(ended <= index);
        let next = begins(lines, index, role, level).or_else(|| if labels { begins_with_text(line, role) } else { None });
        if let Some(last) = out.last_mut() {
            last.lines.end = index;
        }
        if let Some((role, level, from)) = next {
            let start = if from > 0 { index } else { index + 1 };
            out.push(Section { role, head: Some(index), lines: start..start, from, level });
        }
        if let Some(last) = out.last_mut() {
            last.lines.end = last.lines.end.max(index + 1).max(last.lines.start);
        }
    }
    out
}

/// Whether a section begins with this line: its role, its level, and where its text begins if it has any.
fn begins(lines: &[Line], index: usize, current: Role, level: u8) -> Option<(Role, u8, usize)> {
    let line = &lines[index];
    match line.form {
        Form::Heading(depth) => heading(lines, index, depth, current, level),
        Form::Text if line.begins || line.depth == 0 || line.all_emphasised() => {
            let role = role_of_label(&line.text)?;
            // "Resolution:" among the entries of a timeline, with times below, is a part of it.
            if role == current || (current == Role::Timeline && role != Role::Measures && stamped_below(lines, index)) {
                return None;
            }
            Some((role, if line.all_emphasised() { BOLD } else { PLAIN }, 0))
        }
        Form::Item { ordered, .. } => {
            let depth = ITEM.saturating_add(line.depth.min(100) as u8);
            if let Some(role) = role_of_label(&line.text)
                && role != current
            {
                let below = lines.get(index + 1).is_some_and(|next| next.depth > line.depth);
                return (below || ordered || line.text.trim_end().ends_with(':')).then_some((role, depth, 0));
            }
            // A label of the same rank ends what a bullet began.
            (level >= ITEM && depth <= level && current != Role::Other).then_some((
                item_role(line).unwrap_or(Role::Other),
                depth,
                label_end(&line.text).unwrap_or(0),
            ))
        }
        _ => None,
    }
}

fn item_role(line: &Line) -> Option<Role> {
    let end = label_end(&line.text)?;
    role_of_label(&line.text[..end])
}

fn heading(lines: &[Line], index: usize, depth: u8, current: Role, level: u8) -> Option<(Role, u8, usize)> {
    let line = &lines[index];
    if current == Role::Timeline && clock::leading(&line.text).is_some() {
        return None;
    }
    let role = role_of_heading(&line.text);
    let deeper = level > 0 && depth > level && level < BOLD;
    match role {
        Some(role) if current == Role::Timeline && deeper && role != Role::Measures && stamped_below(lines, index) => None,
        Some(role) if role == current && deeper => None,
        // Under "Action items" a heading such as "Process" or "Detection" names a group.
        Some(Role::Summary | Role::Resolution | Role::Other) if current == Role::Measures && deeper => None,
        Some(role) => Some((role, depth, text_after_label(&line.text))),
        None if deeper && !(current == Role::Measures && leaves_measures(&line.text)) => None,
        None => Some((Role::Other, depth, 0)),
    }
}

/// A sub-heading below the measures that is about something else.
fn leaves_measures(name: &str) -> bool {
    let words = words_of(name);
    words.iter().any(|word| {
        word.starts_with("investigat")
            || word.starts_with("reference")
            || word.starts_with("appendi")
            || word == "logs"
            || word == "links"
            || word == "author"
            || word == "authors"
    })
}

/// Where text begins after "Issue Summary:" on the same line; 0 when there is none.
fn text_after_label(text: &str) -> usize {
    label_end(text).filter(|end| role_of_label(&text[..*end]).is_some()).map_or(0, |end| {
        let after = text[end..].trim_start_matches([':', ' ', '*']);
        if after.is_empty() { 0 } else { text.len() - after.len() }
    })
}

/// Whether the next line with text begins with a time.
fn stamped_below(lines: &[Line], index: usize) -> bool {
    lines.get(index + 1).is_some_and(|next| clock::leading(&next.text).is_some())
}

/// "**Corrective measures:** Add an alert …": a name and its text on one line.
fn begins_with_text(line: &Line, current: Role) -> Option<(Role, u8, usize)> {
    if !line.begins || line.depth > 1 || line.is_heading() || !matches!(line.form, Form::Text | Form::Item { .. }) {
        return None;
    }
    let end = label_end(&line.text)?;
    let role = role_of_label(&line.text[..end])?;
    let from = text_after_label(&line.text);
    (role != current && from > 0 && role != Role::Other).then_some((role, PLAIN, from))
}

/// The end of a label at the beginning of a text: its colon, within the first few words.
pub(crate) fn label_end(text: &str) -> Option<usize> {
    let at = text.find(':')?;
    let label = &text[..at];
    (label.split_whitespace().count() <= 7 && !label.contains(['.', ',', ';']) && !label.ends_with(|c: char| c.is_ascii_digit()))
        .then_some(at)
}

/// A name in lower case, without number, brackets, pictograms: its words.
pub(crate) fn words_of(name: &str) -> Vec<String> {
    let mut out = Vec::new();
    let (mut word, mut depth) = (String::new(), 0i32);
    for c in name.chars().chain(std::iter::once(' ')) {
        match c {
            '(' | '[' => depth += 1,
            ')' | ']' => depth -= 1,
            _ if depth > 0 => {}
            // "time-line", "post-mortem", "follow-up" are one word.
            '-' | '‑' if !word.is_empty() => {}
            '\'' | '’' => {}
            _ if c.is_alphanumeric() => word.extend(c.to_lowercase()),
            _ if !word.is_empty() => out.push(std::mem::take(&mut word)),
            _ => {}
        }
    }
    // "2. Timeline", "Section 2: Timeline", "Step 3".
    while out.first().is_some_and(|first| {
        first.chars().all(|c| c.is_ascii_digit()) || matches!(first.as_str(), "section" | "step" | "part" | "i" | "ii" | "iii" | "iv" | "v")
    }) && out.len() > 1
    {
        out.remove(0);
    }
    out
}

/// Words that make a name one of a role, strong ones in any company, weak ones in a short name only.
struct Names {
    role: Role,
    strong: &'static [&'static str],
    weak: &'static [&'static str],
}

/// In the order in which they are asked: "Root cause and resolution" is about the cause.
const NAMES: &[Names] = &[
    Names {
        role: Role::Timeline,
        strong: &[
            "timeline",
            "timelines",
            "chronology",
            "key events",
            "sequence of events",
            "order of events",
            "series of events",
            "timestamps",
        ],
        weak: &["event log", "incident log", "log of events", "events", "time line", "what happened when"],
    },
    Names {
        role: Role::Measures,
        strong: &[
            "corrective",
            "preventative",
            "preventive",
            "preventativemeasures",
            "preventivemeasures",
            "action items",
            "action item",
            "action points",
            "action plan",
            "measures",
            "remediation",
            "remediations",
            "next steps",
            "followup actions",
            "followups",
            "recommendations",
            "how are we going to do better",
            "preventing",
        ],
        weak: &[
            "tasks",
            "task",
            "todo",
            "todos",
            "to do",
            "to dos",
            "improvements",
            "improvement",
            "improve",
            "prevention",
            "prevent",
            "followup",
            "follow up",
            "follow ups",
            "actions",
            "future work",
            "future steps",
            "what will change",
            "going forward",
            "moving forward",
            "do better",
            "fixes",
            "future",
            "be improved",
            "plan",
            "recommendation",
            "takeaways and actions",
        ],
    },
    Names {
        role: Role::Cause,
        strong: &["root cause", "root causes", "rootcause", "contributing factors", "contributing factor", "rca", "culprit"],
        weak: &["cause", "causes", "trigger", "what went wrong technically", "the why", "technical description", "technical details"],
    },
    Names {
        role: Role::Lessons,
        strong: &[
            "lessons",
            "lesson",
            "learned",
            "learnt",
            "learnings",
            "went well",
            "went wrong",
            "lucky",
            "takeaways",
            "takeaway",
            "conclusion",
            "retrospective",
        ],
        weak: &["moral", "reflection", "reflections", "aftermath", "closing", "closing thoughts"],
    },
    Names {
        role: Role::Resolution,
        strong: &["resolution", "recovery"],
        weak: &["fix", "solution", "mitigation", "response", "how it was fixed", "actions taken"],
    },
    Names {
        role: Role::Summary,
        strong: &["summary", "overview", "tldr", "executive summary", "at a glance"],
        weak: &[
            "introduction",
            "intro",
            "background",
            "background context",
            "impact",
            "duration",
            "details",
            "what happened",
            "abstract",
            "description",
            "issue",
            "duration of outage",
            "customer impact",
            "user impact",
            "scope",
            "severity",
            "incident",
            "context",
            "detection",
        ],
    },
];

/// Words that may stand in a label beside the words that make it one.
const FILLERS: &[&str] = &[
    "the",
    "of",
    "and",
    "an",
    "a",
    "our",
    "my",
    "incident",
    "issue",
    "outage",
    "event",
    "events",
    "brief",
    "detailed",
    "detail",
    "this",
    "that",
    "for",
    "all",
    "times",
    "time",
    "zone",
    "identification",
    "analysis",
    "rca",
    "specific",
    "address",
    "to",
    "short",
    "long",
    "term",
    "immediate",
    "future",
    "plan",
    "steps",
    "key",
    "report",
    "postmortem",
    "process",
    "technical",
    "documentation",
    "further",
    "broader",
    "list",
    "in",
    "utc",
    "gmt",
    "pst",
    "est",
    "wat",
    "eat",
    "cat",
    "sast",
    "pdt",
    "cet",
    "problem",
    "problems",
    "such",
    "against",
    "is",
    "are",
    "be",
    "taken",
    "or",
    "with",
    "main",
    "full",
    "complete",
    "problem",
    "areas",
    "area",
    "action",
    "actions",
    "items",
    "item",
    "infrastructure",
    "broad",
    "general",
    "proposed",
    "planned",
    "required",
    "what",
    "was",
    "it",
    "how",
    "we",
    "can",
    "things",
    "will",
    "prevent",
    "recurrence",
    "failure",
    "service",
    "system",
    "downtime",
    "mitigation",
    "response",
    "recovery",
    "resolution",
    "root",
    "cause",
    "causes",
    "corrective",
    "preventative",
    "preventive",
    "measures",
    "measure",
    "tasks",
    "task",
    "fixes",
    "fix",
    "improvements",
    "improvement",
    "summary",
    "impact",
    "duration",
    "remediation",
    "prevention",
    "follow",
    "ups",
    "up",
    "lessons",
    "learned",
    "detection",
    "todo",
    "fixing",
];

fn find_role(words: &[String], strong_only: bool) -> Option<(Role, usize)> {
    let line = format!(" {} ", words.join(" "));
    let count = |name: &&&str| line.contains(&format!(" {name} "));
    NAMES.iter().find_map(|names| {
        let strong = names.strong.iter().find(count);
        let weak = || if strong_only { None } else { names.weak.iter().find(count) };
        strong.or_else(weak).map(|name| (names.role, name.split(' ').count()))
    })
}

/// The role of a heading: one strong word will do, a weak one in a short heading.
fn role_of_heading(text: &str) -> Option<Role> {
    // "## Timeline: eleven timestamps, one bad package" keeps its name at the front.
    if let Some(role) = label_end(text).and_then(|end| role_of_label(&text[..end])) {
        return Some(role);
    }
    let words = words_of(text);
    if words.len() > 16 || is_about_postmortems(&words) {
        return None;
    }
    find_role(&words, words.len() > 6).map(|(role, _)| role)
}

/// "My first postmortem", "0x19. Postmortem", "Postmortem: the outage" name the report, not a section.
fn is_about_postmortems(words: &[String]) -> bool {
    words.iter().any(|word| matches!(word.as_str(), "postmortem" | "postmortems" | "mortem")) && find_role(words, true).is_none()
}

/// The role of a line that is a name and nothing else.
pub(crate) fn role_of_label(text: &str) -> Option<Role> {
    let name = text.trim().trim_end_matches(['.', ' ', '…']);
    if name.len() > 120 || name.ends_with(',') {
        return None;
    }
    let words = words_of(name);
    if words.is_empty() || words.len() > 8 || is_about_postmortems(&words) {
        return None;
    }
    let (role, _) = find_role(&words, false)?;
    let named = NAMES.iter().find(|names| names.role == role)?;
    let joined = format!(" {} ", words.join(" "));
    // What is left when the names and the fillers are taken out must be nothing.
    let rest = named.strong.iter().chain(named.weak).fold(joined, |rest, name| rest.replace(&format!(" {name} "), "  "));
    rest.split_whitespace().all(|word| FILLERS.contains(&word)).then_some(role)
}
