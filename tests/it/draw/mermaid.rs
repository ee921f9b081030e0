//! The Mermaid chart of an incident: a line for each event, all of it within Mermaid's grammar.
//! That Mermaid itself reads it is tested by `.ci/mermaid`, where there is one.

use crate::support::golden::{matches_all, project, reports, stem};
use postmirth::draw::mermaid;
use postmirth::read::read;
use postmirth::source::Source;

/// A row of a chart.
#[derive(Debug, Clone, PartialEq)]
struct Task {
    section: String,
    name: String,
    tags: Vec<String>,
    start: String,
    end: String,
}

/// A chart, as Mermaid understands it.
#[derive(Debug, Default)]
struct Chart {
    settings: Vec<(String, String)>,
    tasks: Vec<Task>,
}

impl Chart {
    #[track_caller]
    fn setting(&self, name: &str) -> &str {
        let found = self.settings.iter().find(|(known, _)| known == name);
        found
            .map(|(_, value)| value.as_str())
            .unwrap_or_else(|| panic!("no {name} in {:?}", self.settings))
    }

    #[track_caller]
    fn task(&self, words: &str) -> &Task {
        self.tasks
            .iter()
            .find(|task| task.name.contains(words))
            .unwrap_or_else(|| panic!("no {words} in {:#?}", self.tasks))
    }

    /// The rows of the events.
    fn events(&self) -> Vec<&Task> {
        self.tasks
            .iter()
            .filter(|task| task.section != "Impact")
            .collect()
    }
}

/// Reads a chart by the rules of Mermaid's own lexer; fails on whatever that would take for
/// something else.
#[track_caller]
fn parsed(text: &str) -> Chart {
    let body: Vec<&str> = text
        .lines()
        .skip_while(|line| line.starts_with("%% "))
        .collect();
    assert_eq!(body[0], "gantt", "{text}");
    assert!(!text.contains("%%{") && !text.contains('\r') && text.encode_utf16().count() < 50_000);
    let (mut chart, mut section) = (Chart::default(), String::new());
    let mut sections = Vec::new();
    for line in &body[1..] {
        let line = line
            .strip_prefix("    ")
            .unwrap_or_else(|| panic!("not indented: {line}"));
        assert!(
            !line.starts_with([' ', '%', '#', '`']) && line.chars().nth(1) != Some('%'),
            "{line}"
        );
        let setting = [
            "title",
            "dateFormat",
            "axisFormat",
            "tickInterval",
            "todayMarker",
        ];
        let setting = setting
            .into_iter()
            .find_map(|name| Some((name, line.strip_prefix(name)?.strip_prefix(' ')?)));
        let described = ["accTitle", "accDescr"]
            .into_iter()
            .find_map(|name| Some((name, line.strip_prefix(name)?.strip_prefix(": ")?)));
        if let Some((name, value)) = setting.or(described) {
            let free = matches!(name, "title" | "accTitle" | "accDescr");
            chart.settings.push((
                name.into(),
                if free {
                    decoded(value)
                } else {
                    value.to_string()
                },
            ));
        } else if let Some(name) = line.strip_prefix("section ") {
            assert!(
                !name.contains(['#', ':', ';']) && !sections.contains(&name.to_string()),
                "{line}"
            );
            section = name.to_string();
            sections.push(section.clone());
        } else {
            chart.tasks.push(task(line, &section));
        }
    }
    chart
}

#[track_caller]
fn task(line: &str, section: &str) -> Task {
    let (name, data) = line
        .split_once(':')
        .unwrap_or_else(|| panic!("no data: {line}"));
    let words = [
        "gantt", "title", "section", "click", "call", "href", "weekday", "weekend", "includes",
        "excludes", "acc",
    ];
    assert!(
        !words
            .iter()
            .any(|word| name.to_ascii_lowercase().starts_with(word)),
        "taken for a keyword: {line}"
    );
    assert!(!data.contains(['#', ';']) && !section.is_empty(), "{line}");
    let mut data: Vec<String> = data.split(", ").map(str::to_string).collect();
    let (end, start) = (
        data.pop().unwrap_or_default(),
        data.pop().unwrap_or_default(),
    );
    assert!(
        data.iter()
            .all(|tag| ["done", "crit", "milestone"].contains(&tag.as_str())),
        "{line}"
    );
    let shape = |at: &str| {
        at.chars()
            .map(|c| if c.is_ascii_digit() { '0' } else { c })
            .collect::<String>()
    };
    assert!(
        ["0000-00-00 00:00", "0000-00-00 00:00:00"].contains(&shape(&start).as_str()),
        "{line}"
    );
    assert_eq!(shape(&start), shape(&end), "{line}");
    assert!(
        start <= end && (start == end) == data.contains(&"milestone".to_string()),
        "{line}"
    );
    Task {
        section: section.into(),
        name: decoded(name.trim()),
        tags: data,
        start,
        end,
    }
}

/// A text as Mermaid shows it; fails where a sign of its grammar stands for itself.
#[track_caller]
fn decoded(text: &str) -> String {
    let (mut out, mut rest) = (String::new(), text);
    while let Some(at) = rest.find('#') {
        out.push_str(&rest[..at]);
        let (code, after) = rest[at + 1..]
            .split_once(';')
            .unwrap_or_else(|| panic!("a bare # in {text}"));
        out.push(
            code.parse()
                .ok()
                .and_then(char::from_u32)
                .unwrap_or_else(|| panic!("no entity code: {code} in {text}")),
        );
        rest = after;
    }
    assert!(
        !text.contains(['<', '>', '&', '`', 'ﬂ', '¶', '\n', '\u{202E}'])
            && !rest.contains([';', ':']),
        "{text}"
    );
    out + rest
}

#[track_caller]
fn chart(report: &str) -> Chart {
    parsed(&mermaid(&read(&Source::new("report.md", report)).value, None).expect("a chart"))
}

fn timeline(entries: &[&str]) -> String {
    let list: String = entries.iter().map(|entry| format!("- {entry}\n")).collect();
    format!("# Lights out\n\n## Timeline\n\n{list}")
}

#[test]
fn three_examples() {
    matches_all(
        ["table", "multi-day-bullets", "html-and-emoji"].map(|name| {
            let text = std::fs::read_to_string(project(&format!("examples/{name}.md")))
                .expect("an example");
            let told = read(&Source::new(format!("{name}.md"), text)).value;
            (
                project(&format!("tests/mermaid/{name}.mmd")),
                mermaid(&told, None).expect("a chart"),
            )
        }),
    );
}

#[test]
fn every_example_has_each_event_at_its_clock() {
    for path in reports("examples") {
        let text = std::fs::read_to_string(&path).expect("an example");
        let told = read(&Source::new("report.md", text)).value;
        let chart = parsed(&mermaid(&told, None).expect("a chart"));
        let rows = chart.events();
        assert_eq!(rows.len(), told.events.len(), "{}", stem(&path));
        assert!(
            rows.windows(2).all(|pair| pair[0].start <= pair[1].start),
            "{}",
            stem(&path)
        );
        for event in &told.events {
            let clock = event
                .at
                .clock
                .map(|clock| clock.format(" %H:%M").to_string())
                .unwrap_or_default();
            let day = event
                .at
                .day
                .map(|day| day.date.to_string())
                .unwrap_or_default();
            let here = |task: &&&Task| task.start.contains(&clock) && task.start.contains(&day);
            assert!(
                rows.iter().any(|task| here(&task)),
                "{}: nothing at {day} {clock}",
                stem(&path)
            );
            let first: String = event
                .text
                .split_whitespace()
                .next()
                .unwrap_or_default()
                .replace(':', "∶");
            assert!(
                rows.iter()
                    .filter(here)
                    .any(|task| task.name.contains(&first)),
                "{}: {}",
                stem(&path),
                event.text
            );
        }
        assert_eq!(chart.setting("todayMarker"), "off");
        assert!(
            chart
                .setting("accTitle")
                .starts_with("Incident timeline of ")
        );
    }
}

#[test]
fn a_bar_lasts_until_the_next_event_and_the_end_is_a_milestone() {
    let chart = chart(&timeline(&[
        "2024-04-18 09:20 - A bad release was deployed to all nodes.",
        "09:30 - The alert fired.",
        "09:50 - Rebooted a host, but the errors persisted. <!-- postmirth: kind=dead_end -->",
        "10:10 - Resolved.",
    ]));
    let alert = chart.task("The alert fired");
    assert_eq!(
        (alert.start.as_str(), alert.end.as_str()),
        ("2024-04-18 09:30", "2024-04-18 09:50")
    );
    assert_eq!(alert.name, "09∶30 The alert fired.");
    let reboot = chart.task("Rebooted");
    assert_eq!(reboot.tags, ["done"]);
    assert!(
        reboot.name.starts_with("09∶50 ✗ false lead – Rebooted"),
        "{}",
        reboot.name
    );
    assert_eq!(chart.task("Resolved").tags, ["milestone"]);
    let down = chart.tasks.last().expect("a last row");
    assert_eq!(
        (
            down.section.as_str(),
            down.start.as_str(),
            down.end.as_str()
        ),
        ("Impact", "2024-04-18 09:20", "2024-04-18 10:10")
    );
    assert_eq!(
        (down.tags.join(""), down.name.as_str()),
        ("crit".into(), "Incident, 50 min")
    );
}

#[test]
fn the_zone_and_the_only_day_stand_in_the_title() {
    let one = chart(
        "# Lights out\n\n## Timeline (SAST)\n\n- 2024-04-18 09:30 - The alert fired.\n- 10:30 - \
            Resolved.\n",
    );
    assert_eq!(one.setting("title"), "Lights out – 18 April 2024, SAST");
    assert_eq!(
        (one.setting("axisFormat"), one.setting("tickInterval")),
        ("%H:%M", "10minute")
    );
    let unknown = chart(&timeline(&[
        "09:30 - The alert fired.",
        "10:30 - Resolved.",
    ]));
    assert_eq!(unknown.setting("title"), "Lights out – local time");
}

#[test]
fn days_are_on_the_axis_as_far_as_they_are_known() {
    let format = |entries: &[&str]| chart(&timeline(entries)).setting("axisFormat").to_string();
    assert_eq!(
        format(&[
            "2024-04-18 22:30 - The alert fired.",
            "2024-04-19 03:00 - Resolved."
        ]),
        "%a %-d %b %H:%M"
    );
    // A weekday would be made up.
    assert_eq!(
        format(&[
            "18 April 22:30 - The alert fired.",
            "19 April 03:00 - Resolved."
        ]),
        "%-d %b %H:%M"
    );
    assert_eq!(
        format(&["22:30 - The alert fired.", "03:00 - Resolved."]),
        "%H:%M"
    );
    assert_eq!(
        format(&["2024-04-18 - The alert fired.", "2024-04-19 - Resolved."]),
        "%-d %b"
    );
    assert_eq!(
        format(&["T+0 - The alert fired.", "T+45 - Resolved."]),
        "T+%H:%M"
    );
    assert_eq!(
        format(&["09:30:05 - The alert fired.", "09:31:10 - Resolved."]),
        "%H:%M:%S"
    );
}

#[test]
fn a_day_that_nobody_told_is_said_to_be_made_up() {
    let told = read(&Source::new(
        "report.md",
        timeline(&["22:30 - The alert fired.", "03:00 - Resolved."]),
    ))
    .value;
    let text = mermaid(&told, None).expect("a chart");
    assert!(text.contains("%% Of the day nothing is known"), "{text}");
    let chart = parsed(&text);
    assert_eq!(
        (chart.tasks[0].start.as_str(), chart.tasks[0].end.as_str()),
        ("2000-01-01 22:30", "2000-01-02 03:00")
    );
    let known = mermaid(
        &read(&Source::new(
            "report.md",
            timeline(&["2024-04-18 22:30 - The alert fired."]),
        ))
        .value,
        None,
    );
    assert!(!known.expect("a chart").contains("nothing is known"));
}

#[test]
fn one_event_many_at_once_and_very_many() {
    let one = chart(&timeline(&["09:30 - The alert fired."]));
    assert_eq!(
        (one.tasks.len(), one.tasks[0].tags.join("")),
        (1, "milestone".into())
    );
    let same = chart(&timeline(&[
        "09:30 - The alert fired.",
        "09:30 - Another fired.",
        "09:40 - Resolved.",
    ]));
    assert_eq!(
        [&same.tasks[0].end, &same.tasks[1].end],
        ["2000-01-01 09:40"; 2]
    );
    for count in [200, 2000] {
        let text =
            |index: usize| ["The alert fired", "We looked at the logs", "Rolled back"][index % 3];
        let entries: Vec<String> = (0..count)
            .map(|index| {
                format!(
                    "2024-04-{:02} {:02}:{:02} - {};#;#;#;#; {index}",
                    1 + index / 100,
                    index % 100 / 5,
                    index % 5,
                    text(index)
                )
            })
            .collect();
        let many = chart(&timeline(
            &entries.iter().map(String::as_str).collect::<Vec<_>>(),
        ));
        assert!(many.events().len() <= 200 && many.events().len() > 100);
    }
}

#[test]
fn without_times_there_is_no_chart() {
    assert_eq!(
        mermaid(
            &read(&Source::new(
                "report.md",
                "# Lights out\n\n## Timeline\n\n- The alert fired.\n"
            ))
            .value,
            None
        ),
        None
    );
}

#[test]
fn a_phase_that_comes_again_is_a_section_of_its_own() {
    let chart = chart(&timeline(&[
        "09:30 - The alert fired.",
        "09:40 - We began to look at the logs.",
        "09:50 - Escalated to the storage team.",
        "10:00 - We checked the disk, but found no issue. <!-- postmirth: phase=investigation -->",
        "10:20 - Resolved.",
    ]));
    let mut sections: Vec<&str> = chart
        .tasks
        .iter()
        .map(|task| task.section.as_str())
        .collect();
    sections.dedup();
    assert_eq!(
        sections,
        [
            "Detection",
            "Investigation",
            "Escalation",
            "Investigation 2",
            "Resolution"
        ]
    );
}

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
            text.chars()
                .filter(|c| c.is_alphanumeric() || "#%;".contains(*c))
                .collect::<String>()
        };
        // Entities of the report's own Markdown are read before.
        assert!(letters(name).ends_with(&letters(text)), "{name} for {text}");
    }
    let titled = mermaid(
        &read(&Source::new(
            "report.md",
            timeline(&["09:00 - The alert fired."]),
        ))
        .value,
        Some("<b>: `\n;\n#c %%{init}%%"),
    );
    assert_eq!(
        parsed(&titled.expect("a chart")).setting("title"),
        "<b>: ` ; #c %%{init}%% – local time"
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
