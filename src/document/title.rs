//! The title of a report.

use crate::document::markdown::{Form, Line};
use crate::document::sections::{self, Role, Section};
use crate::time::clock;

/// The title, without "Postmortem:" and the like.
pub(crate) fn title(lines: &[Line], sections: &[Section]) -> Option<String> {
    titled(lines, sections).map(|(_, title)| title)
}

/// The title, and the line that holds it.
pub(crate) fn titled(lines: &[Line], sections: &[Section]) -> Option<(usize, String)> {
    let numbered = || lines.iter().enumerate();
    let matter = numbered()
        .filter(|(_, line)| line.form == Form::FrontMatter)
        .find_map(|(index, line)| {
            let title = line
                .text
                .strip_prefix("title:")?
                .trim()
                .trim_matches(['"', '\'']);
            Some((index, title))
        });
    let matter = matter.and_then(|(index, title)| Some((index, clean_title(title)?)));
    let headings = numbered()
        .take_while(|(_, line)| !outline_begins_timeline(line))
        .filter(|(_, line)| {
            line.is_heading()
                || line.all_emphasised()
                || line.text.to_lowercase().starts_with("postmortem")
                || line.text.to_lowercase().starts_with("title:")
        });
    let found = || {
        let mut headings =
            headings.filter(|(_, line)| sections::role_of_label(&line.text).is_none());
        headings.find_map(|(index, line)| Some((index, clean_title(&line.text)?)))
    };
    let named = || {
        let head = sections.iter().find_map(|section| section.head)?;
        let end = sections::label_end(&lines[head].text)?;
        Some((head, clean_title(lines[head].text[end + 1..].trim())?))
    };
    matter.or_else(found).or_else(named)
}

fn outline_begins_timeline(line: &Line) -> bool {
    sections::role_of_label(&line.text) == Some(Role::Timeline)
}

/// Takes "Postmortem Report:", dates and pictograms off a title; `None` when nothing is left.
fn clean_title(text: &str) -> Option<String> {
    let mut title: &str = text.trim_matches(|c: char| {
        clock::is_pictogram(c)
            || c.is_whitespace()
            || matches!(c, '*' | '_' | '#' | '"' | '“' | '”')
    });
    loop {
        let before = title;
        if let Some((_, rest)) = clock::leading(title).filter(|(stamp, _)| stamp.day.is_some()) {
            title = title[rest..].trim_start();
        }
        for prefix in [
            "postmortem report",
            "post-mortem report",
            "post mortem report",
            "postmortem",
            "post-mortem",
            "post mortem",
            "ostmortem report",
            "incident report",
            "incident",
            "title",
            "report",
            "rca",
        ] {
            if title
                .get(..prefix.len())
                .is_some_and(|head| head.eq_ignore_ascii_case(prefix))
            {
                let rest = &title[prefix.len()..];
                let after = rest.trim_start_matches([' ', ':', '-', '–', '—', '|']);
                // "Incident on 2020-02-18" and "Postmortem of a trainees' portal" need their first
                // word.
                if after.is_empty() || rest.trim_start().starts_with([':', '-', '–', '—', '|'])
                {
                    title = after;
                    break;
                }
            }
        }
        if title == before {
            break;
        }
    }
    let title = title
        .trim_matches(|c: char| {
            c.is_whitespace() || clock::is_pictogram(c) || matches!(c, ':' | '*' | '-')
        })
        .to_string();
    let words = sections::words_of(&title);
    let generic = words.split_whitespace().all(|word| {
        matches!(
            word,
            "postmortem"
                | "report"
                | "my"
                | "first"
                | "the"
                | "a"
                | "incident"
                | "post"
                | "mortem"
                | "mock"
        )
    });
    (!words.is_empty() && !generic && title.chars().count() <= 160).then_some(title)
}
