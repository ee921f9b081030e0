//! The guard: what keeps the humour of a report down, sentence by sentence, and over whole reports.
use crate::support::golden::project;
use postmirth::read::Report;
use postmirth::source::Source;
use postmirth::spice::tone::{GuardVerdict, Tone, guard};

/// What the guard says of a text.
pub(super) fn judged(text: &str) -> (Source, GuardVerdict) {
    let source = Source::new("report.md", text);
    let verdict = guard(&Report::of(&source));
    (source, verdict)
}

/// A report of a quiet hour in which a sentence stands where `place` says.
pub(super) fn report(place: &str, sentence: &str) -> String {
    let at = |own: &str, plain: &str| {
        if place == own { sentence.to_string() } else { plain.to_string() }
    };
    let (timeline, head) = match place {
        "timeline" => (format!("- {sentence}\n"), String::new()),
        "front matter" => (String::new(), format!("---\n{sentence}\n---\n")),
        _ => Default::default(),
    };
    format!(
        "{head}# {title}\n\n## Summary\n\n{summary}\n\n## Timeline\n\n- 09:00 UTC - The alert \
            fired.\n{timeline}\
         - 23:30 UTC - The service answered again.\n\n## Root cause\n\n{cause}\n\n## \
         Measures\n\n- {measure}\n",
        title = at("title", "The search page is slow"),
        summary = at("summary", "On 2 May 2025 the search page was slow."),
        cause = at("cause", "A missing index made the query slow."),
        measure = at("measures", "Add the index to the migration."),
    )
}

/// The sentences of a table: the line, the place in a report, the rule, the sentence.
fn table(name: &str) -> Vec<(usize, String, String, String)> {
    let text =
        std::fs::read_to_string(project(&format!("tests/tone/{name}.txt"))).expect("a table");
    let mut place = String::new();
    let mut out = Vec::new();
    for (index, line) in text.lines().enumerate() {
        if let Some(name) = line.strip_prefix("## ") {
            place = name.to_string();
        } else if !line.is_empty() && !line.starts_with("//") {
            let (rule, sentence) = line.split_once(" | ").expect("rule | sentence");
            out.push((index + 1, place.clone(), rule.to_string(), sentence.to_string()));
        }
    }
    out
}

/// Every sentence of a table allows this tone, because of its rule and of words that stand in it.
#[track_caller]
fn holds(name: &str, tone: Tone) {
    let mut wrong = Vec::new();
    for (line, place, rule, sentence) in table(name) {
        let (source, verdict) = judged(&report(&place, &sentence));
        let rules: Vec<&str> =
            verdict.because.iter().map(|because| because.rule.as_str()).collect();
        let expected = if rule == "-" { rules.is_empty() } else { rules.contains(&rule.as_str()) };
        let inside = verdict.because.iter().filter(|because| because.rule == rule).all(|because| {
            let start = source.text().find(sentence.as_str()).expect("the sentence");
            start <= because.span.start && because.span.end <= start + sentence.len()
        });
        if verdict.allowed != tone || !expected || !inside {
            let found: Vec<String> = verdict
                .because
                .iter()
                .map(|because| format!("{}: {}", because.rule, because.text))
                .collect();
            wrong.push(format!(
                "{name}.txt:{line}: {sentence}\n    expected {rule}, found {:?} {found:?}",
                verdict.allowed
            ));
        }
    }
    assert!(wrong.is_empty(), "{} sentences are misjudged:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn what_hurts_people_switches_humour_off() {
    holds("off", Tone::Off);
}

#[test]
fn what_is_grave_leaves_dry_humour() {
    holds("dry", Tone::Dry);
}

#[test]
fn what_is_denied_or_only_sounds_grave_leaves_all() {
    holds("free", Tone::Playful);
}

/// The guard's data as it stands in the project.
pub(super) fn data() -> toml::Table {
    let text = std::fs::read_to_string(project("quips/guard.toml")).expect("quips/guard.toml");
    text.parse().expect("TOML")
}

#[test]
fn every_rule_is_tried_on_sentences() {
    let told: Vec<(String, &str)> = ["off", "dry"]
        .iter()
        .flat_map(|name| table(name).into_iter().map(|(_, _, rule, _)| (rule, *name)))
        .collect();
    for rule in data()["rule"].as_array().expect("rules") {
        let (name, tone) =
            (rule["name"].as_str().expect("a name"), rule["tone"].as_str().expect("a tone"));
        let tried = told.iter().filter(|(rule, table)| rule == name && *table == tone).count();
        assert!(tried >= 5, "{name} is tried on {tried} sentences of tests/tone/{tone}.txt");
    }
    assert!(told.len() + table("free").len() >= 250);
}

/// Every phrase of the data.
fn phrases(value: &toml::Value, out: &mut Vec<String>) {
    match value {
        toml::Value::Table(table) => table.values().for_each(|value| phrases(value, out)),
        toml::Value::Array(all) => all.iter().for_each(|value| match value.as_str() {
            Some(text) => out.push(text.to_string()),
            None => phrases(value, out),
        }),
        _ => {}
    }
}

#[test]
fn every_phrase_can_be_found() {
    let data = data();
    let mut all = Vec::new();
    phrases(&toml::Value::Table(data.clone()), &mut all);
    assert!(all.len() > 500);
    for phrase in all {
        let steps: Vec<&str> = phrase.split(' ').filter(|step| !step.starts_with('!')).collect();
        let (first, last) = (steps[0], steps[steps.len() - 1]);
        // What may be missing at an end is not worth saying, and hides what was meant.
        let open = |step: &str| step.starts_with('?') || step.starts_with('.');
        assert!(
            !open(first) && !open(last) && !matches!(first, "^" | "*"),
            "\"{phrase}\" begins or ends with nothing"
        );
        for word in
            steps.iter().flat_map(|step| step.split('|')).map(|word| word.trim_start_matches('?'))
        {
            let known = word.strip_prefix('$').is_none_or(|list| data["words"].get(list).is_some());
            let plain = word.chars().all(|c| c.is_alphanumeric() || "$+~*#^._'".contains(c));
            assert!(
                known && plain && !word.is_empty() && word.to_lowercase() == word,
                "\"{word}\" in \"{phrase}\" can never be met"
            );
        }
    }
}

#[test]
fn the_examples_are_judged_as_a_reader_would() {
    for entry in std::fs::read_dir(project("examples")).expect("examples") {
        let path = entry.expect("entry").path();
        if path.extension().is_none_or(|extension| extension != "md") {
            continue;
        }
        let name = path.file_stem().expect("a name").to_string_lossy().to_string();
        let (_, verdict) = judged(&std::fs::read_to_string(&path).expect("an example"));
        let expected = match name.as_str() {
            "security" | "hospital-pager" => Tone::Off,
            // Its events run over three days.
            "multi-day-bullets" => Tone::Dry,
            _ => Tone::Playful,
        };
        assert_eq!(verdict.allowed, expected, "{name}: {:?}", verdict.because);
    }
}

#[test]
fn a_suspicion_counts_until_it_is_refuted() {
    let suspicion = "- 09:05 UTC - We suspected ransomware, since files had new names.\n";
    let text = |rest: &str| {
        format!(
            "# Files renamed\n\n## Timeline\n\n- 09:00 UTC - The alert fired.\n{suspicion}{rest}"
        )
    };
    let told = |rest: &str| judged(&text(rest)).1.allowed;
    assert_eq!(told("- 09:30 UTC - The servers were switched off.\n"), Tone::Off);
    assert_eq!(
        told(
            "- 09:30 UTC - Nothing was found there, it was a false lead.\n- 09:50 UTC - Resolved.\n"
        ),
        Tone::Playful
    );
    assert_eq!(
        told("- 09:30 UTC - The cause was found: a cron job renamed the files.\n"),
        Tone::Playful
    );
    assert_eq!(told("\n## Summary\n\nIt was not ransomware.\n"), Tone::Playful);
    // What is told as a fact elsewhere stands, whatever was thought in between.
    assert_eq!(
        told("- 09:30 UTC - The cause was found: ransomware on the build machine.\n"),
        Tone::Off
    );
}

#[test]
fn no_beginning_of_an_example_breaks_the_guard() {
    for entry in std::fs::read_dir(project("examples")).expect("examples") {
        let path = entry.expect("entry").path();
        if path.extension().is_none_or(|extension| extension != "md") {
            continue;
        }
        let text = std::fs::read_to_string(&path).expect("an example");
        for (at, _) in text.char_indices().step_by(23) {
            let (source, verdict) = judged(&text[..at]);
            for because in &verdict.because {
                let (start, end) = (because.span.start, because.span.end);
                assert!(
                    start <= end
                        && end <= at
                        && source.text().is_char_boundary(start)
                        && source.text().is_char_boundary(end)
                );
                assert!(!because.text.is_empty());
            }
        }
    }
}
