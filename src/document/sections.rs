//! The sections of a report, by the many names and the many forms that people give them.

use crate::document::markdown::{DocumentLine, LineKind};
use crate::document::section_names::{FILLERS, NAMES, QUESTIONS};
use crate::time::clock;
use crate::words::lexicon::{Lexicon, PhraseId, openings};
use std::ops::Range;

/// What a section is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum SectionRole {
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
    pub(crate) role: SectionRole,
    /// The line that names it; `None` for what stands before the first name.
    pub(crate) head: Option<usize>,
    /// The lines below the name; with a name and text on one line, that line comes first.
    pub(crate) lines: Range<usize>,
    /// Where the text begins on the first line, when the name stands on it, too.
    pub(crate) from: usize,
    pub(crate) level: u8,
}

/// The levels of names that are no headings: they are below every heading, items below lines.
const BOLD: u8 = 7;
const PLAIN: u8 = 8;
const ITEM: u8 = 10;

/// Divides a report into sections.
pub(crate) fn sections(lines: &[DocumentLine]) -> Vec<Section> {
    let mut sections = divide(lines, false);
    // Labels with their text on the same line ("**Timeline:** …") count where nothing else does.
    let has = |sections: &[Section], role| sections.iter().any(|section| section.role == role);
    if !has(&sections, SectionRole::Timeline) || !has(&sections, SectionRole::Measures) {
        let labelled = divide(lines, true);
        if [SectionRole::Timeline, SectionRole::Measures]
            .iter()
            .any(|role| has(&labelled, *role) && !has(&sections, *role))
        {
            sections = labelled;
        }
    }
    sections
}

fn divide(lines: &[DocumentLine], labels: bool) -> Vec<Section> {
    let mut out = vec![Section {
        role: SectionRole::Summary,
        head: None,
        lines: 0..0,
        from: 0,
        level: 0,
    }];
    // Whether a paragraph outside its list stands below the name of a section that a bullet began,
    // and whether the bullets beside that bullet are what it names.
    let (mut left, mut beside) = (false, false);
    for (index, line) in lines.iter().enumerate() {
        let (role, level) = out.last().map_or((SectionRole::Other, 0), |section| {
            (section.role, section.level)
        });
        left |= line.depth == 0 && line.begins && line.form == LineKind::Text;
        let bare = out
            .last()
            .is_some_and(|last| last.head == index.checked_sub(1) && last.from == 0);
        beside |= bare && line.is_item() && index > 0 && lines[index - 1].depth == line.depth;
        let next = begins(lines, index, role, level).or_else(|| {
            if labels {
                begins_with_text(line, role)
            } else {
                None
            }
        });
        if let Some(last) = out.last_mut() {
            last.lines.end = index;
        }
        // A list among such paragraphs is another list; only a name ends the section.
        let next = next.filter(|(role, ..)| {
            let goes_on = left && is_plain_item(line) || beside && *role == SectionRole::Other;
            !(goes_on && level >= ITEM && line.is_item())
        });
        if let Some((role, level, from)) = next {
            (left, beside) = (false, false);
            let start = if from > 0 { index } else { index + 1 };
            out.push(Section {
                role,
                head: Some(index),
                lines: start..start,
                from,
                level,
            });
        }
        if let Some(last) = out.last_mut() {
            last.lines.end = last.lines.end.max(index + 1).max(last.lines.start);
        }
    }
    out
}

/// Whether a section begins with this line: its role, its level, and where its text begins if it
/// has any.
fn begins(
    lines: &[DocumentLine],
    index: usize,
    current: SectionRole,
    level: u8,
) -> Option<(SectionRole, u8, usize)> {
    let line = &lines[index];
    match line.form {
        LineKind::Heading(depth) => heading(lines, index, depth, current, level),
        LineKind::Text if line.begins || line.depth == 0 || line.all_emphasised() => {
            let role = role_of_label(&line.text)?;
            // "Resolution:" among the entries of a timeline, with times below, is a part of it.
            if role == current
                || (current == SectionRole::Timeline
                    && stays(role)
                    && (is_timed(line) || stamped_soon(lines, index)))
            {
                return None;
            }
            Some((role, if line.all_emphasised() { BOLD } else { PLAIN }, 0))
        }
        LineKind::Item { ordered, .. } => {
            // Bullets below "5. Corrective measures" are under it, though both lists are of one
            // depth.
            let depth = ITEM.saturating_add(2 * line.depth.min(100) as u8 + u8::from(!ordered));
            if let Some(role) = role_of_label(&line.text)
                && role != current
            {
                // "Actions taken:" among the items of a timeline is one more of them.
                if current == SectionRole::Timeline
                    && level < ITEM
                    && stays(role)
                    && timed_beside(lines, index)
                {
                    return None;
                }
                let below = lines
                    .get(index + 1)
                    .is_some_and(|next| next.depth > line.depth);
                return (below || ordered || line.text.trim_end().ends_with(':'))
                    .then_some((role, depth, 0));
            }
            // A label of the same rank ends what a bullet began; one more entry does not.
            // Numbers below a bullet that names a section are under it, too: another list.
            let same_list = depth == level || depth / 2 != level / 2;
            let ends = level >= ITEM
                && depth <= level
                && same_list
                && current != SectionRole::Other
                && clock::leading(&line.text).is_none();
            ends.then_some((
                item_role(line).unwrap_or(SectionRole::Other),
                depth,
                label_end(&line.text).unwrap_or(0),
            ))
        }
        _ => None,
    }
}

/// An item that is no name: it does not end with a colon, and no bold label leads it.
fn is_plain_item(line: &DocumentLine) -> bool {
    line.is_item() && line.lead == 0 && label_end(&line.text).is_none()
}

fn item_role(line: &DocumentLine) -> Option<SectionRole> {
    let end = label_end(&line.text)?;
    role_of_label(&line.text[..end])
}

fn heading(
    lines: &[DocumentLine],
    index: usize,
    depth: u8,
    current: SectionRole,
    level: u8,
) -> Option<(SectionRole, u8, usize)> {
    let line = &lines[index];
    if current == SectionRole::Timeline && clock::leading(&line.text).is_some() {
        return None;
    }
    let role = role_of_heading(&line.text);
    let deeper = level > 0 && depth > level && level < BOLD;
    match role {
        Some(role)
            if current == SectionRole::Timeline
                && deeper
                && stays(role)
                && (is_timed(line) || stamped_soon(lines, index)) =>
        {
            None
        }
        Some(role) if role == current && deeper => None,
        // Under "Action items" a heading such as "Process" or "Detection" names a group.
        Some(SectionRole::Summary | SectionRole::Resolution | SectionRole::Other)
            if current == SectionRole::Measures && deeper =>
        {
            None
        }
        Some(role) => Some((role, depth, text_after_label(&line.text))),
        None if deeper && !(current == SectionRole::Measures && leaves_measures(&line.text)) => {
            None
        }
        // Before the first known name stands the title, or a heading of the author's own: still the
        // summary.
        None => Some((
            if current == SectionRole::Summary {
                SectionRole::Summary
            } else {
                SectionRole::Other
            },
            depth,
            0,
        )),
    }
}

/// A sub-heading below the measures that is about something else.
pub(crate) fn leaves_measures(name: &str) -> bool {
    words_of(name).split_whitespace().any(|word| {
        word == "investigated"
            || word == "information"
            || word == "notes"
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
    label_end(text)
        .filter(|end| role_of_label(&text[..*end]).is_some())
        .map_or(0, |end| {
            let after = text[end..].trim_start_matches([':', ' ', '*']);
            if after.is_empty() {
                0
            } else {
                text.len() - after.len()
            }
        })
}

/// What may name a part of a timeline: "Detection", "Actions taken", "Resolution".
fn stays(role: SectionRole) -> bool {
    matches!(
        role,
        SectionRole::Summary | SectionRole::Resolution | SectionRole::Other
    )
}

/// Whether one of the next few lines begins with a time, before anything that is no part of a
/// timeline.
fn stamped_soon(lines: &[DocumentLine], index: usize) -> bool {
    let below = lines[index + 1..].iter().take(10);
    below
        .take_while(|line| role_of_label(&line.text).is_none_or(stays))
        .any(|line| clock::leading(&line.text).is_some_and(|(stamp, _)| stamp.clock.is_some()))
}

/// Whether a line tells a time of day, as "Detection (10:30)" does.
fn is_timed(line: &DocumentLine) -> bool {
    clock::find(&line.text, 0).is_some_and(|stamp| stamp.clock.is_some())
}

/// Whether one of the next few items of the same list tells a time.
fn timed_beside(lines: &[DocumentLine], index: usize) -> bool {
    lines[index + 1..]
        .iter()
        .take(10)
        .take_while(|line| line.is_item() || !line.begins)
        .filter(|line| line.depth == lines[index].depth)
        .any(is_timed)
}

/// "**Corrective measures:** Add an alert …": a name and its text on one line.
fn begins_with_text(line: &DocumentLine, current: SectionRole) -> Option<(SectionRole, u8, usize)> {
    if !line.begins
        || line.depth > 1
        || line.is_heading()
        || !matches!(line.form, LineKind::Text | LineKind::Item { .. })
    {
        return None;
    }
    let end = label_end(&line.text)?;
    let role = role_of_label(&line.text[..end])?;
    let from = text_after_label(&line.text);
    (role != current && from > 0 && role != SectionRole::Other).then_some((role, PLAIN, from))
}

/// The end of a label at the beginning of a text: its colon, within the first few words.
pub(crate) fn label_end(text: &str) -> Option<usize> {
    let at = text.find(':')?;
    let label = &text[..at];
    (label.split_whitespace().count() <= 7
        && !label.contains(['.', ',', ';'])
        && !label.ends_with(|c: char| c.is_ascii_digit()))
    .then_some(at)
}

/// A name in lower case, without number, brackets, pictograms: its words with a blank between them.
pub(crate) fn words_of(name: &str) -> String {
    first_words(name, usize::MAX)
}

/// The first words of a name, as far as somebody wants to know them.
fn first_words(name: &str, most: usize) -> String {
    let mut out = String::with_capacity(name.len().min(80));
    // Where the word begins that is being read, how many there are before it, and how deep in
    // brackets.
    let (mut start, mut count, mut depth) = (0, 0, 0i32);
    for c in name.chars().chain(std::iter::once(' ')) {
        match c {
            '(' | '[' => depth += 1,
            ')' | ']' => depth -= 1,
            _ if depth > 0 => {}
            _ if c.is_ascii_alphanumeric() => out.push(c.to_ascii_lowercase()),
            // "time-line", "post-mortem", "follow-up" are one word.
            '-' | '‑' if out.len() > start => {}
            '\'' | '’' => {}
            _ if c.is_alphanumeric() => out.extend(c.to_lowercase()),
            _ if out.len() > start => {
                // "2. Timeline", "Section 2: Timeline", "Step 3".
                if count == 1 && is_number(out[..start].trim_end()) {
                    out.drain(..start);
                    count = 0;
                }
                if count == most {
                    break;
                }
                count += 1;
                out.push(' ');
                start = out.len();
            }
            _ => {}
        }
    }
    // A word that a bracket cut off, never to be closed, is none.
    out.truncate(start.saturating_sub(1));
    out
}

/// What numbers a section, or says that a number follows.
fn is_number(word: &str) -> bool {
    word.bytes().all(|b| b.is_ascii_digit())
        || matches!(
            word,
            "section" | "step" | "part" | "i" | "ii" | "iii" | "iv" | "v"
        )
}

/// Of each role the strong names and the weak ones, in the order in which they are asked.
const NAMED: [&str; 2 * NAMES.len()] = {
    let mut lists = [""; 2 * NAMES.len()];
    let mut at = 0;
    while at < NAMES.len() {
        lists[2 * at] = NAMES[at].strong;
        lists[2 * at + 1] = NAMES[at].weak;
        at += 1;
    }
    lists
};
static NAME: Lexicon<{ openings(&NAMED) }> = Lexicon::new(&NAMED);
static FILLER: Lexicon<{ openings(&[FILLERS]) }> = Lexicon::new(&[FILLERS]);

/// The role that a name is of, as an index into [`NAMES`].
fn rank(name: PhraseId) -> usize {
    usize::from(name.list / 2)
}

/// The names that stand among these words.
fn named(words: &[&str], strong_only: bool) -> impl Iterator<Item = PhraseId> {
    let goes_on = |name: PhraseId, after: &[&str]| {
        let mut after = after.iter();
        NAME.after_first(name)
            .split_terminator(' ')
            .all(|word| after.next() == Some(&word))
    };
    let begun = words
        .iter()
        .enumerate()
        .flat_map(|(at, word)| NAME.beginning_with(word).map(move |name| (at, name)));
    begun
        .filter(move |(at, name)| {
            (!strong_only || name.list % 2 == 0) && goes_on(*name, &words[at + 1..])
        })
        .map(|(_, name)| name)
}

fn find_rank(words: &[&str], strong_only: bool) -> Option<usize> {
    let first = named(words, strong_only).map(rank).min()?;
    // "Actions taken" tells of the past.
    let past = || {
        words
            .iter()
            .any(|word| matches!(*word, "taken" | "performed"))
    };
    if NAMES[first].role != SectionRole::Measures || !past() {
        return Some(first);
    }
    named(words, strong_only)
        .map(rank)
        .filter(|rank| *rank != first)
        .min()
}

fn find_role(words: &[&str], strong_only: bool) -> Option<SectionRole> {
    find_rank(words, strong_only).map(|rank| NAMES[rank].role)
}

/// The role of a heading: one strong word will do, a weak one in a short heading.
pub(crate) fn role_of_heading(text: &str) -> Option<SectionRole> {
    // "## Timeline: eleven timestamps, one bad package" keeps its name at the front.
    if let Some(role) = label_end(text).and_then(|end| role_of_label(&text[..end])) {
        return Some(role);
    }
    let name = first_words(text, 17);
    let words: Vec<&str> = name.split_whitespace().collect();
    if words.len() > 16 || is_about_postmortems(&words) {
        return None;
    }
    find_role(&words, words.len() > 6)
}

/// "My first postmortem", "0x19. Postmortem", "Postmortem: the outage" name the report, not a
/// section.
fn is_about_postmortems(words: &[&str]) -> bool {
    words
        .iter()
        .any(|word| matches!(*word, "postmortem" | "postmortems" | "mortem"))
        && find_role(words, true).is_none()
}

/// Questions of the assignment that stand as names: "What are the things that can be improved?".
fn asked(name: &str) -> Option<SectionRole> {
    QUESTIONS
        .iter()
        .find(|(_, starts)| starts.iter().any(|start| name.starts_with(start)))
        .map(|(role, _)| *role)
}

/// The role of a line that is a name and nothing else.
pub(crate) fn role_of_label(text: &str) -> Option<SectionRole> {
    let name = text.trim().trim_end_matches(['.', ' ', '…']);
    if name.len() > 200 || name.ends_with(',') {
        return None;
    }
    // No name and no question is longer.
    let told = first_words(name, 10);
    if let Some(role) = asked(&told) {
        return Some(role);
    }
    let words: Vec<&str> = told.split_whitespace().collect();
    // "Preventative measures for the branches:".
    let measures = words
        .first()
        .is_some_and(|word| matches!(*word, "corrective" | "preventative" | "preventive"));
    if measures
        && name.ends_with(':')
        && words.len() <= 9
        && words[1..]
            .iter()
            .any(|word| matches!(*word, "measures" | "actions"))
    {
        return Some(SectionRole::Measures);
    }
    if words.is_empty() || words.len() > 8 || is_about_postmortems(&words) {
        return None;
    }
    // "Corective and preventive mesures": one sure word among slips.
    if words.len() <= 5
        && words
            .iter()
            .any(|word| matches!(*word, "corrective" | "preventative" | "preventive"))
        && !name.contains('.')
    {
        return Some(SectionRole::Measures);
    }
    let found = find_rank(&words, false)?;
    // What is left when the names and the fillers are taken out, in the order of the table, must be
    // nothing.
    let mut names: Vec<PhraseId> = named(&words, false)
        .filter(|name| rank(*name) == found)
        .collect();
    names.sort_unstable();
    names.dedup();
    let padded = format!(" {told} ");
    let rest = names.into_iter().fold(padded, |rest, name| {
        rest.replace(&format!(" {} ", NAME.text(name)), "  ")
    });
    rest.split_whitespace()
        .all(|word| FILLER.holds(word))
        .then_some(NAMES[found].role)
}
