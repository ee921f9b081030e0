//! The title of a report.

use crate::read::outline::{self, Role, Section};
use crate::read::text::markdown::{Form, Line};
use crate::read::time::clock;

/// The title, without "Postmortem:" and the like.
pub(crate) fn title(lines: &[Line], sections: &[Section]) -> Option<String> {
    let matter = lines.iter().filter(|line| line.form == Form::FrontMatter).find_map(|line| line.text.strip_prefix("title:"));
    let matter = matter.map(|title| title.trim().trim_matches(['"', '\'']).to_string());
    let headings = lines.iter().take_while(|line| !outline_begins_timeline(line)).filter(|line| {
        line.is_heading()
            || line.all_emphasised()
            || line.text.to_lowercase().starts_with("postmortem")
            || line.text.to_lowercase().starts_with("title:")
    });
    let found = headings.filter(|line| outline::role_of_label(&line.text).is_none()).find_map(|line| clean_title(&line.text));
    let first_section = sections.iter().find(|section| section.head.is_some());
    let named = first_section.and_then(|section| section.head).map(|head| &lines[head].text).and_then(|text| {
        let end = outline::label_end(text)?;
        clean_title(text[end + 1..].trim())
    });
    matter.as_deref().and_then(clean_title).or(found).or(named)
}

fn outline_begins_timeline(line: &Line) -> bool {
    outline::role_of_label(&line.text) == Some(Role::Timeline)
}

/// Takes "Postmortem Report:", dates and pictograms off a title; `None` when nothing is left.
fn clean_title(text: &str) -> Option<String> {
    let mut title: &str = text
        .trim_matches(|c: char| clock::is_pictogram(c) || c.is_whitespace() || matches!(c, '*' | '_' | '#' | '"' | '“' | '”'));
    loop {
        let before = title;
        if let Some((_, rest)) = clock::leading(title).filter(|(stamp, _)| stamp.day.is_some()) {
            title = title[rest..].trim_start();
        }
        for prefix in [
            "postmortem report", "post-mortem report", "post mortem report", "postmortem", "post-mortem", "post mortem",
            "ostmortem report", "incident report", "incident", "title", "report", "rca",
        ] {
            if title.get(..prefix.len()).is_some_and(|head| head.eq_ignore_ascii_case(prefix)) {
                let rest = &title[prefix.len()..];
                let after = rest.trim_start_matches([' ', ':', '-', '–', '—', '|']);
                // "Incident on 2020-02-18" and "Postmortem of a trainees' portal" need their first word.
                if after.is_empty() || rest.trim_start().starts_with([':', '-', '–', '—', '|']) {
                    title = after;
                    break;
                }
            }
        }
        if title == before {
            break;
        }
    }
    let title =
        title.trim_matches(|c: char| c.is_whitespace() || clock::is_pictogram(c) || matches!(c, ':' | '*' | '-')).to_string();
    let words = outline::words_of(&title);
    let generic = words.split_whitespace().all(|word| {
        matches!(word, "postmortem" | "report" | "my" | "first" | "the" | "a" | "incident" | "post" | "mortem" | "mock")
    });
    (!words.is_empty() && !generic && title.chars().count() <= 160).then_some(title)
}
