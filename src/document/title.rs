//! The title of a report.

use crate::document::assignment::{furniture, is_course_number};
use crate::document::line::{DocumentLine, LineKind};
use crate::document::section_roles;
use crate::document::sections::{Section, SectionRole};
use crate::document::title_words::{GENERIC, PREFIXES};
use crate::time::clock::Stamp;
use crate::time::{clock, leading};
use crate::words::begins_with_any;
use chrono::{Datelike, NaiveDate};

/// The title, without "Postmortem:" and the like, and the line it is on.
pub(crate) fn titled(lines: &[DocumentLine], sections: &[Section]) -> Option<(usize, String)> {
    front_matter(lines)
        .or_else(|| labelled(lines))
        .or_else(|| heading(lines))
        .or_else(|| beside_a_name(lines, sections))
        .or_else(|| opening(lines))
        .or_else(|| dated(lines))
}

fn front_matter(lines: &[DocumentLine]) -> Option<(usize, String)> {
    let mut numbered = lines.iter().enumerate();
    numbered.find_map(|(index, line)| Some((index, clean(matter_title(line)?)?)))
}

fn matter_title(line: &DocumentLine) -> Option<&str> {
    let own = (line.form == LineKind::FrontMatter).then_some(&line.text)?;
    let title = own.strip_prefix("title:")?.trim();
    Some(title.trim_matches(['"', '\'']))
}

/// A title without the day at its end, if that is none of the days of the incident: "Outage on 10
/// May" above a timeline of 16 May.
pub(crate) fn without_other_day(title: String, days: &[NaiveDate]) -> String {
    let ends = |stamp: &Stamp| {
        let rest = &title[stamp.end..];
        stamp.clock.is_none() && !rest.contains(char::is_alphanumeric)
    };
    let told = clock::all(&title).into_iter().find(ends);
    let Some((day, start)) = told.and_then(|stamp| Some((stamp.day?, stamp.start))) else {
        return title;
    };
    let same = |date: &NaiveDate| {
        let read = [day, day.day_first()].map(|day| day.in_year(date.year()));
        read.contains(&Some(*date))
    };
    if days.is_empty() || days.iter().any(same) {
        return title;
    }
    let bare = |text: &str| -> String {
        let ornament = [' ', ',', '-', '–', '—', '(', ':', '|', '·'];
        text.trim_end_matches(ornament).to_string()
    };
    let mut head = bare(&title[..start]);
    for word in [" on", " of", " from"] {
        head = head.strip_suffix(word).map(bare).unwrap_or(head);
    }
    match is_generic(&head) {
        true => title,
        false => head,
    }
}

/// The lines above the timeline, where a title may be.
fn above_timeline(lines: &[DocumentLine]) -> impl Iterator<Item = (usize, &DocumentLine)> {
    lines.iter().enumerate().filter(|(_, line)| line.form != LineKind::FrontMatter).take_while(
        |(_, line)| {
            section_roles::role_of_label(&line.text) != Some(SectionRole::Timeline)
                && !is_timeline(&line.text)
        },
    )
}

/// "Title: …", or the line below a heading that says only "Title".
fn labelled(lines: &[DocumentLine]) -> Option<(usize, String)> {
    let is_label = |text: &str| {
        matches!(
            section_roles::words_of(text).as_str(),
            "title"
                | "incident title"
                | "issue name"
                | "incident name"
                | "issue title"
                | "report title"
        )
    };
    let mut labels = above_timeline(lines)
        .filter(|(_, line)| line.is_heading() || line.begins)
        .filter(|(_, line)| {
            let end = line.text.find(':').unwrap_or(line.text.len());
            is_label(&line.text[..end])
        });
    labels.find_map(|(index, line)| {
        let beside = line.text.split_once(':').map(|(_, rest)| rest.trim());
        if let Some(title) = beside.and_then(clean) {
            return Some((index, title));
        }
        let below = lines.get(index + 1)?;
        let short = below.text.split_whitespace().count() <= 15;
        let title = clean(below.text.trim_end_matches('.'))?;
        (below.form == LineKind::Text && short).then_some((index + 1, title))
    })
}

/// The first heading that names the report, or a line that serves as one; one that calls itself a
/// postmortem, below an essay under a heading of the same level.
fn heading(lines: &[DocumentLine]) -> Option<(usize, String)> {
    let mut named = named_headings(lines);
    let (first, title) = named.next()?;
    let level = |at: usize| match lines[at].form {
        LineKind::Heading(level) => Some(level),
        _ => None,
    };
    let essay = level(first).filter(|_| !calls_itself(&lines[first].text));
    let report = named.find(|(at, _)| {
        let level = level(*at);
        level.is_some() && level <= essay && calls_itself(&lines[*at].text)
    });
    report.or(Some((first, title)))
}

/// "Postmortem: no bells", "Incident report: no bells".
fn calls_itself(heading: &str) -> bool {
    let words = section_roles::words_of(heading);
    begins_with_any(&words, &["postmortem", "post mortem", "incident report"])
}

fn named_headings(lines: &[DocumentLine]) -> impl Iterator<Item = (usize, String)> {
    above_timeline(lines)
        .filter(|(_, line)| {
            let says = || line.text.to_lowercase().starts_with("postmortem");
            line.is_heading() || (line.all_emphasised() && !is_remark(&line.text)) || says()
        })
        .filter(|(_, line)| !is_name(&line.text) && furniture(line, None).is_none())
        .filter_map(|(index, line)| Some((index, clean(&line.text)?)))
}

/// "Summary: the night of the queue", as a last resort.
fn beside_a_name(lines: &[DocumentLine], sections: &[Section]) -> Option<(usize, String)> {
    let head = sections.iter().find_map(|section| section.head)?;
    let text = without_shortcodes(&lines[head].text);
    let end = section_roles::label_end(&text)?;
    Some((head, clean(text[end + 1..].trim())?))
}

/// A short first line in plain text, without a full stop unless it stands above the name of a
/// section: "The bell of the east tower down."
fn opening(lines: &[DocumentLine]) -> Option<(usize, String)> {
    let (index, line) =
        above_timeline(lines).find(|(_, line)| line.text.contains(char::is_alphanumeric))?;
    let text = line.text.trim();
    let words = text.split_whitespace().count();
    let next = lines.get(index + 1);
    let named = |next: &DocumentLine| {
        let words = next.text.split_whitespace().count();
        section_roles::role_of_label(&next.text).is_some()
            || words <= 4 && next.text.trim_end().ends_with(':')
    };
    // Prose is wrapped at about one width; a second line below a short one is one of its own.
    let reads_on = next.is_some_and(|next| {
        let own = text.chars().count() < 40 && !next.text.starts_with(char::is_lowercase);
        !next.begins && !named(next) && !own
    });
    let stopped = text
        .strip_suffix('.')
        .filter(|bare| words <= 8 && !bare.contains('.') && next.is_some_and(named));
    let text = stopped.unwrap_or(text);
    let is_plain = matches!(line.form, LineKind::Text | LineKind::Quote)
        && (3..=14).contains(&words)
        && !text.ends_with(['.', ',', ';', ':', '!'])
        && !text.contains("://")
        && !reads_on
        && leading::leading(text).is_none();
    let labelled = || {
        section_roles::label_end(text).is_some_and(|end| {
            section_roles::role_of_label(&text[..end]).is_some() || is_generic(&text[..end])
        })
    };
    let title = clean(text).filter(|_| is_plain && !is_name(text))?;
    (!labelled() || title != text).then_some((index, title))
}

/// "Incident report of 14 August": a heading, or a title at the top, that gives at least the day.
fn dated(lines: &[DocumentLine]) -> Option<(usize, String)> {
    let mut numbered = lines.iter().enumerate();
    let matter = numbered.find_map(|(index, line)| Some((index, matter_title(line)?)));
    let matter = matter.filter(|(_, title)| title.split_whitespace().count() > 2);
    let headed = || above_timeline(lines).find(|(_, line)| line.is_heading());
    let (index, text) = matter.or_else(|| headed().map(|(index, line)| (index, &*line.text)))?;
    let text = trimmed(text);
    let day = clock::find(text, 0).is_some_and(|stamp| stamp.day.is_some());
    (day && text.chars().count() <= 60).then(|| (index, text.to_string()))
}

/// True if a text names a section. Text in brackets counts for a title, though not for a name:
/// "Incident report for [504 error]".
fn is_name(text: &str) -> bool {
    let bare = text.replace(['[', ']'], " ");
    if is_lucky(text) || is_question(text) {
        return true;
    }
    section_roles::role_of_label(text).is_some() && section_roles::role_of_label(&bare).is_some()
}

/// True for "Timeline (all times in UTC) of Monday".
fn is_timeline(text: &str) -> bool {
    let head = text.get(..8).filter(|head| head.eq_ignore_ascii_case("timeline"));
    let behind = head.map_or("", |_| text[8..].trim_start());
    behind.starts_with(['(', ':', ',', '-', '–', '—'])
}

/// True for a part of the usual lessons: "Where I have been lucky", "What went well".
fn is_lucky(text: &str) -> bool {
    let words = section_roles::words_of(text);
    let luck = words.starts_with("where ") && words.ends_with(" lucky");
    luck || matches!(
        words.as_str(),
        "what went well" | "what went wrong" | "affected services" | "services affected"
    )
}

/// True for a question that a part of the report answers: "When?", "How did we fix it?"
fn is_question(text: &str) -> bool {
    const ASKED: [&str; 6] = ["what", "when", "where", "who", "why", "how"];
    let words = section_roles::words_of(text);
    let first = words.split(' ').next().unwrap_or_default();
    text.trim_end().ends_with('?') && words.split(' ').count() <= 6 && ASKED.contains(&first)
}

/// True for a bold sentence at the top: a disclaimer, a greeting, a note.
fn is_remark(text: &str) -> bool {
    let text = text.trim().trim_end_matches(['*', '_', ')']);
    // "How many were affected?" in a form to fill in.
    if text.ends_with('?') {
        return true;
    }
    let words = text.split_whitespace().count();
    let lower = text.to_lowercase();
    let warns = ["note:", "disclaimer", "full disclosure", "warning:"];
    words >= 8 && (text.ends_with(['.', '!', '?', '…']) || text.contains(". "))
        || begins_with_any(&lower, &warns)
}

fn is_generic(text: &str) -> bool {
    let lower = text.to_lowercase();
    let mut words = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    // "404" and "504" are names of what users saw.
    let number = |word: &str| word.len() != 3 && word.bytes().all(|byte| byte.is_ascii_digit());
    let last = lower.split_whitespace().next_back().unwrap_or_default();
    // "Debugging process" and its misspellings name a section found in any report.
    let is_part = matches!(last, "process" | "steps" | "procedure" | "timeline" | "details")
        && lower.split_whitespace().count() <= 2;
    // "Our school - 0x11. Postmortem".
    let behind = lower.rsplit_once(" - ").map(|(_, behind)| behind.trim());
    is_part
        || is_course_number(lower.trim())
        || behind.is_some_and(is_course_number)
        || words.all(|word| GENERIC.contains(&word) || number(word) || is_misspelt(word))
}

/// "Postmortem", "summary" and their misspellings: "iposmortem", "symmary".
fn is_misspelt(word: &str) -> bool {
    let slips = |name| strsim::damerau_levenshtein(word, name);
    word.len() > 5
        && (word.starts_with("postmort") || slips("postmortem") <= 2 || slips("summary") <= 1)
}

/// Without pictograms by name, ":clipboard:".
fn without_shortcodes(text: &str) -> String {
    let is_code = |word: &&str| {
        let word = word.trim_end_matches('.');
        leading::pictogram_by_name(word) == Some(word.len())
    };
    text.split(' ').filter(|word| !is_code(word)).collect::<Vec<_>>().join(" ")
}

fn trimmed(text: &str) -> &str {
    text.trim_matches(|c: char| {
        leading::is_pictogram(c)
            || c.is_whitespace()
            || matches!(c, '*' | '_' | '#' | '"' | '“' | '”' | ':')
    })
}

/// Strips "Postmortem Report:", dates and pictograms from a title; `None` if nothing is left.
fn clean(text: &str) -> Option<String> {
    let text = without_shortcodes(text);
    let mut title = trimmed(&text);
    loop {
        let before = title;
        if let Some((_, rest)) = leading::leading(title).filter(|(stamp, _)| stamp.day.is_some()) {
            title = title[rest..].trim_start();
        }
        title = PREFIXES.iter().find_map(|prefix| without(title, prefix)).unwrap_or(title);
        if title == before {
            break;
        }
    }
    let whole = title.trim_matches(|c: char| {
        c.is_whitespace() || leading::is_pictogram(c) || matches!(c, ':' | '*' | '-')
    });
    // "No logins [postmortem]"
    let kind = ["[postmortem]", "(postmortem)", "[post-mortem]", "(post-mortem)"];
    let lower = whole.to_lowercase();
    let kind = kind.iter().find(|kind| lower.ends_with(**kind));
    let title = kind.and_then(|kind| whole.get(..whole.len() - kind.len()));
    let title = title.unwrap_or(whole).trim_end();
    // A quotation mark whose other half is gone.
    let title = match title.matches('"').count() == 1 {
        true => title.trim_matches('"'),
        false => title,
    };
    // A lone file name is something that somebody looked into.
    let is_file = title.contains('.') && !title.contains(char::is_whitespace);
    let told = title.contains(char::is_alphanumeric) && !is_generic(title);
    let told = told && !is_file && !is_byline(title);
    (told && title.chars().count() <= 160).then(|| title.to_string())
}

/// True for the author's name: "By Ada Okafor".
fn is_byline(title: &str) -> bool {
    let mut words = title.split_whitespace();
    let leads = words.next().is_some_and(|word| word.eq_ignore_ascii_case("by"));
    let names: Vec<&str> = words.collect();
    leads && names.len() <= 4 && names.iter().all(|name| name.starts_with(char::is_uppercase))
}

/// "Incident on 2020-02-18" and "Postmortem of a trainees' portal" need their first word.
fn without<'a>(title: &'a str, prefix: &str) -> Option<&'a str> {
    let head = title.get(..prefix.len())?;
    let rest = &title[prefix.len()..];
    let after = rest.trim_start_matches([' ', ':', '-', '–', '—', '|']);
    let ends = after.is_empty() || rest.trim_start().starts_with([':', '-', '–', '—', '|']);
    (head.eq_ignore_ascii_case(prefix) && ends).then_some(after)
}
