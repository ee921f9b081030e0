//! The Mermaid chart of an incident: a line for each event, all of it within Mermaid's grammar.
//! That Mermaid itself reads it is tested by `.ci/mermaid`, where there is one.
use crate::support::golden::{matches_all, project, reports, stem};
use postmirth::draw::mermaid;
use postmirth::read::read;
use postmirth::source::Source;

/// A row of a chart.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Task {
    pub(super) section: String,
    pub(super) name: String,
    pub(super) tags: Vec<String>,
    pub(super) start: String,
    pub(super) end: String,
}

/// A chart, as Mermaid understands it.
#[derive(Debug, Default)]
pub(super) struct Chart {
    pub(super) settings: Vec<(String, String)>,
    pub(super) tasks: Vec<Task>,
}

impl Chart {
    #[track_caller]
    pub(super) fn setting(&self, name: &str) -> &str {
        let found = self.settings.iter().find(|(known, _)| known == name);
        found
            .map(|(_, value)| value.as_str())
            .unwrap_or_else(|| panic!("no {name} in {:?}", self.settings))
    }

    #[track_caller]
    pub(super) fn task(&self, words: &str) -> &Task {
        self.tasks
            .iter()
            .find(|task| task.name.contains(words))
            .unwrap_or_else(|| panic!("no {words} in {:#?}", self.tasks))
    }

    /// The rows of the events.
    pub(super) fn events(&self) -> Vec<&Task> {
        self.tasks.iter().filter(|task| task.section != "Impact").collect()
    }
}

/// Reads a chart by the rules of Mermaid's own lexer; fails on whatever that would take for
/// something else.
#[track_caller]
pub(super) fn parsed(text: &str) -> Chart {
    let body: Vec<&str> = text.lines().skip_while(|line| line.starts_with("%% ")).collect();
    assert_eq!(body[0], "gantt", "{text}");
    assert!(!text.contains("%%{") && !text.contains('\r') && text.encode_utf16().count() < 50_000);
    let (mut chart, mut section) = (Chart::default(), String::new());
    let mut sections = Vec::new();
    for line in &body[1..] {
        let line = line.strip_prefix("    ").unwrap_or_else(|| panic!("not indented: {line}"));
        assert!(
            !line.starts_with([' ', '%', '#', '`']) && line.chars().nth(1) != Some('%'),
            "{line}"
        );
        let setting = ["title", "dateFormat", "axisFormat", "tickInterval", "todayMarker"];
        let setting = setting
            .into_iter()
            .find_map(|name| Some((name, line.strip_prefix(name)?.strip_prefix(' ')?)));
        let described = ["accTitle", "accDescr"]
            .into_iter()
            .find_map(|name| Some((name, line.strip_prefix(name)?.strip_prefix(": ")?)));
        if let Some((name, value)) = setting.or(described) {
            let free = matches!(name, "title" | "accTitle" | "accDescr");
            chart
                .settings
                .push((name.into(), if free { decoded(value) } else { value.to_string() }));
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
    let (name, data) = line.split_once(':').unwrap_or_else(|| panic!("no data: {line}"));
    let words = [
        "gantt", "title", "section", "click", "call", "href", "weekday", "weekend", "includes",
        "excludes", "acc",
    ];
    assert!(
        !words.iter().any(|word| name.to_ascii_lowercase().starts_with(word)),
        "taken for a keyword: {line}"
    );
    assert!(!data.contains(['#', ';']) && !section.is_empty(), "{line}");
    let mut data: Vec<String> = data.split(", ").map(str::to_string).collect();
    let (end, start) = (data.pop().unwrap_or_default(), data.pop().unwrap_or_default());
    assert!(data.iter().all(|tag| ["done", "crit", "milestone"].contains(&tag.as_str())), "{line}");
    let shape =
        |at: &str| at.chars().map(|c| if c.is_ascii_digit() { '0' } else { c }).collect::<String>();
    assert!(
        ["0000-00-00 00:00", "0000-00-00 00:00:00"].contains(&shape(&start).as_str()),
        "{line}"
    );
    assert_eq!(shape(&start), shape(&end), "{line}");
    assert!(start <= end && (start == end) == data.contains(&"milestone".to_string()), "{line}");
    Task { section: section.into(), name: decoded(name.trim()), tags: data, start, end }
}

/// A text as Mermaid shows it; fails where a sign of its grammar stands for itself.
#[track_caller]
fn decoded(text: &str) -> String {
    let (mut out, mut rest) = (String::new(), text);
    while let Some(at) = rest.find('#') {
        out.push_str(&rest[..at]);
        let (code, after) =
            rest[at + 1..].split_once(';').unwrap_or_else(|| panic!("a bare # in {text}"));
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
pub(super) fn chart(report: &str) -> Chart {
    parsed(&mermaid(&read(&Source::new("report.md", report)).value, None).expect("a chart"))
}

pub(super) fn timeline(entries: &[&str]) -> String {
    let list: String = entries.iter().map(|entry| format!("- {entry}\n")).collect();
    format!("# Lights out\n\n## Timeline\n\n{list}")
}

#[test]
fn three_examples() {
    matches_all(["table", "multi-day-bullets", "html-and-emoji"].map(|name| {
        let text =
            std::fs::read_to_string(project(&format!("examples/{name}.md"))).expect("an example");
        let told = read(&Source::new(format!("{name}.md"), text)).value;
        (project(&format!("tests/mermaid/{name}.mmd")), mermaid(&told, None).expect("a chart"))
    }));
}

#[test]
fn every_example_has_each_event_at_its_clock() {
    for path in reports("examples") {
        let text = std::fs::read_to_string(&path).expect("an example");
        let told = read(&Source::new("report.md", text)).value;
        let chart = parsed(&mermaid(&told, None).expect("a chart"));
        let rows = chart.events();
        assert_eq!(rows.len(), told.events.len(), "{}", stem(&path));
        assert!(rows.windows(2).all(|pair| pair[0].start <= pair[1].start), "{}", stem(&path));
        for event in &told.events {
            let clock =
                event.at.clock.map(|clock| clock.format(" %H:%M").to_string()).unwrap_or_default();
            let day = event.at.day.map(|day| day.date.to_string()).unwrap_or_default();
            let here = |task: &&&Task| task.start.contains(&clock) && task.start.contains(&day);
            assert!(
                rows.iter().any(|task| here(&task)),
                "{}: nothing at {day} {clock}",
                stem(&path)
            );
            let first: String =
                event.text.split_whitespace().next().unwrap_or_default().replace(':', "∶");
            assert!(
                rows.iter().filter(here).any(|task| task.name.contains(&first)),
                "{}: {}",
                stem(&path),
                event.text
            );
        }
        assert_eq!(chart.setting("todayMarker"), "off");
        assert!(chart.setting("accTitle").starts_with("Incident timeline of "));
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
    assert!(reboot.name.starts_with("09∶50 ✗ fix failed – Rebooted"), "{}", reboot.name);
    assert_eq!(chart.task("Resolved").tags, ["milestone"]);
    let down = chart.tasks.last().expect("a last row");
    assert_eq!(
        (down.section.as_str(), down.start.as_str(), down.end.as_str()),
        ("Impact", "2024-04-18 09:20", "2024-04-18 10:10")
    );
    assert_eq!((down.tags.join(""), down.name.as_str()), ("crit".into(), "Incident, 50 min"));
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
    let mut sections: Vec<&str> = chart.tasks.iter().map(|task| task.section.as_str()).collect();
    sections.dedup();
    assert_eq!(
        sections,
        ["Detection", "Investigation", "Escalation", "Investigation 2", "Resolution"]
    );
}
