//! The texts of a Mermaid chart: shown whole, and never grammar.

use super::mermaid::{chart, parsed, timeline};
use crate::support::golden::reports;
use postmirth::draw::mermaid;
use postmirth::read::read;
use postmirth::source::Source;

#[test]
fn long_texts_end_with_a_whole_word() {
    let text = "The alert fired because the queue of the renderers had grown to more than five \
        thousand entries over night and nobody was awake to see it.";
    let chart = chart(&timeline(&[
        &format!("09:30 - {text}"),
        "09:40 - We began to look at the logs.",
        "10:20 - Resolved.",
    ]));
    let name = &chart.task("The alert fired").name;
    let told = name
        .strip_prefix("09∶30 ")
        .and_then(|name| name.strip_suffix(" …"))
        .unwrap_or_else(|| panic!("{name}"));
    assert!(
        text.starts_with(told) && text[told.len()..].starts_with(' ') && told.len() > 30,
        "{name}"
    );
    let word = format!("09:30 - The alert fired at {}", "x".repeat(300));
    assert!(
        self::chart(&timeline(&[&word, "10:20 - Resolved."]))
            .task("The alert")
            .name
            .chars()
            .count()
            <= 80
    );
}

#[test]
fn whatever_a_report_says_is_shown_and_never_grammar() {
    let texts = [
        "gantt: broke; see #4",
        "section title click call href \"x\"",
        "%% comment %%{init: {'theme': 'dark'}}%%",
        "5% done",
        "title deeds",
        "a #58; b",
        "emoji 🚒 and 日本語",
        "\\n ' \"quotes\" $x$",
        "end",
        "style:#35;x classDef a:#b;",
        "ﬂ°°58¶ß",
        "}%% ---",
        "2024-01-01 date",
        "accTitle: x",
        "click t1 call f()",
        "milestone, 2024-01-01, 3d",
        "a\u{202E}b",
        "a\u{2028}b",
    ];
    for text in texts {
        let shown = chart(&timeline(&[
            "09:00 - The alert fired.",
            &format!("09:30 - We saw {text}"),
            "10:20 - Resolved.",
        ]));
        let name = &shown.tasks[1].name;
        let letters = |text: &str| {
            text.chars().filter(|c| c.is_alphanumeric() || "#%;".contains(*c)).collect::<String>()
        };
        // Entities of the report's own Markdown are read before.
        assert!(letters(name).ends_with(&letters(text)), "{name} for {text}");
    }
    let titled = mermaid(
        &read(&Source::new("report.md", timeline(&["09:00 - The alert fired."]))).value,
        Some("<b>: `\n;\n#c %%{init}%%"),
    );
    assert_eq!(
        parsed(&titled.expect("a chart")).setting("title"),
        "<b>: ` ; #c %%{init}%% – times as written"
    );
}

#[test]
fn damaged_examples_give_valid_charts() {
    let mut charts = 0;
    for path in reports("examples") {
        let text = std::fs::read_to_string(&path).expect("an example");
        for (at, _) in text.char_indices().step_by(53) {
            for part in [&text[..at], &text[at..]] {
                if let Some(chart) = mermaid(&read(&Source::new("report.md", part)).value, None) {
                    parsed(&chart);
                    charts += 1;
                }
            }
        }
    }
    assert!(charts > 500, "only {charts}");
}
