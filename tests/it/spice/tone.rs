//! The guard: what keeps the humour of a report down, sentence by sentence, and over whole reports.

use crate::support::golden::project;
use postmirth::diagnostic::code::Code;
use postmirth::read::Report;
use postmirth::source::Source;
use postmirth::spice::tone::{GuardVerdict, Tone, guard};

/// What the guard says of a text.
fn judged(text: &str) -> (Source, GuardVerdict) {
    let source = Source::new("report.md", text);
    let verdict = guard(&Report::of(&source));
    (source, verdict)
}

/// A report of a quiet hour in which a sentence stands where `place` says.
fn report(place: &str, sentence: &str) -> String {
    let at = |own: &str, plain: &str| {
        if place == own {
            sentence.to_string()
        } else {
            plain.to_string()
        }
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
            out.push((
                index + 1,
                place.clone(),
                rule.to_string(),
                sentence.to_string(),
            ));
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
        let rules: Vec<&str> = verdict
            .because
            .iter()
            .map(|because| because.rule.as_str())
            .collect();
        let expected = if rule == "-" {
            rules.is_empty()
        } else {
            rules.contains(&rule.as_str())
        };
        let inside = verdict
            .because
            .iter()
            .filter(|because| because.rule == rule)
            .all(|because| {
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
    assert!(
        wrong.is_empty(),
        "{} sentences are misjudged:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
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
fn data() -> toml::Table {
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
        let (name, tone) = (
            rule["name"].as_str().expect("a name"),
            rule["tone"].as_str().expect("a tone"),
        );
        let tried = told
            .iter()
            .filter(|(rule, table)| rule == name && *table == tone)
            .count();
        assert!(
            tried >= 5,
            "{name} is tried on {tried} sentences of tests/tone/{tone}.txt"
        );
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
        let steps: Vec<&str> = phrase
            .split(' ')
            .filter(|step| !step.starts_with('!'))
            .collect();
        let (first, last) = (steps[0], steps[steps.len() - 1]);
        // What may be missing at an end is not worth saying, and hides what was meant.
        let open = |step: &str| step.starts_with('?') || step.starts_with('.');
        assert!(
            !open(first) && !open(last) && !matches!(first, "^" | "*"),
            "\"{phrase}\" begins or ends with nothing"
        );
        for word in steps
            .iter()
            .flat_map(|step| step.split('|'))
            .map(|word| word.trim_start_matches('?'))
        {
            let known = word
                .strip_prefix('$')
                .is_none_or(|list| data["words"].get(list).is_some());
            let plain = word
                .chars()
                .all(|c| c.is_alphanumeric() || "$+~*#^._'".contains(c));
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
        let name = path
            .file_stem()
            .expect("a name")
            .to_string_lossy()
            .to_string();
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
fn the_place_is_that_of_the_words() {
    for break_ in ["\n", "\r\n", "\r"] {
        let text = "# Search is slow\n\n## Summary\n\nThe page was slow.\nIn the end *all \
            **backups** failed*, and more.\n";
        let (source, verdict) = judged(&text.replace('\n', break_));
        assert_eq!(verdict.allowed, Tone::Dry);
        let because = &verdict.because[0];
        assert_eq!(
            (because.rule.as_str(), because.text.as_str()),
            ("data-loss", "backups failed")
        );
        assert_eq!(source.slice(because.span), "backups** failed");
        assert_eq!(source.line_of(because.span.start), 6);
    }
}

#[test]
fn words_that_wrap_are_found_and_told_on_one_line() {
    let (source, verdict) =
        judged("# Shop\n\nOn Monday 40 shoppers were charged\ntwice for one order.\n");
    assert_eq!(verdict.allowed, Tone::Off);
    assert_eq!(verdict.because[0].text, "charged twice");
    assert_eq!(source.line_of(verdict.because[0].span.start), 3);
}

#[test]
fn letters_of_more_than_one_byte_do_not_shift_the_place() {
    let (source, verdict) =
        judged("# Ärger\n\nÜber Nacht – “naïvely” – the patients’ lists were lost… 🙂 é\n");
    assert_eq!(source.slice(verdict.because[0].span), "patients");
}

#[test]
fn code_comments_and_addresses_are_not_the_reports_own_words() {
    for hidden in [
        "The job `charge customers twice` was slow.",
        "```\nransomware\n```",
        "<!-- All backups failed. -->",
        "See [the notes](https://example.org/data-breach/ransomware) for more.",
        "See https://example.org/ransomware for more.",
        "The file ransomware/patients.csv was large.",
        "    ",
    ] {
        let (_, verdict) = judged(&report("summary", hidden));
        assert_eq!(
            verdict.allowed,
            Tone::Playful,
            "{hidden}: {:?}",
            verdict.because
        );
    }
}

#[test]
fn headings_quotes_lists_and_tables_are_read() {
    for shown in [
        "### The night the backups failed\n\nIt was long.",
        "> All backups failed.",
        "1. All backups failed.",
        "| What | How |\n|---|---|\n| Store | All backups failed |",
        "<ul><li>All backups failed.</li></ul>",
        "**All backups failed.**",
        "[All backups failed](https://example.org)",
    ] {
        let (_, verdict) = judged(&report("summary", shown));
        assert_eq!(verdict.allowed, Tone::Dry, "{shown}: {:?}", verdict.because);
    }
}

#[test]
fn the_head_of_a_table_and_an_answered_heading_name_nothing_that_happened() {
    for asked in [
        "| Data loss | Downtime |\n|---|---|\n| none | 3 hours |",
        "| Fact | Value |\n|---|---|\n| Data loss | No |\n| Downtime | 3 hours |",
        "### Data loss\n\nNone.",
        "### Data loss\n\nNo data was lost.",
        "Was any data lost? No.",
        "Was there a data breach? No data breach took place.",
    ] {
        let (_, verdict) = judged(&report("summary", asked));
        assert_eq!(
            verdict.allowed,
            Tone::Playful,
            "{asked}: {:?}",
            verdict.because
        );
    }
    let (_, verdict) = judged(&report("summary", "### Data loss\n\nForty orders."));
    assert_eq!(verdict.allowed, Tone::Dry);
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
    assert_eq!(
        told("- 09:30 UTC - The servers were switched off.\n"),
        Tone::Off
    );
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
    assert_eq!(
        told("\n## Summary\n\nIt was not ransomware.\n"),
        Tone::Playful
    );
    // What is told as a fact elsewhere stands, whatever was thought in between.
    assert_eq!(
        told("- 09:30 UTC - The cause was found: ransomware on the build machine.\n"),
        Tone::Off
    );
}

#[test]
fn the_authors_own_word_counts_alone() {
    let grave = "All backups failed and 200 customers were charged twice.";
    for (asked, allowed) in [
        ("playful", Tone::Playful),
        ("wry", Tone::Wry),
        ("dry", Tone::Dry),
        ("off", Tone::Off),
    ] {
        for text in [grave, "The page was slow."] {
            let (source, verdict) = judged(&format!(
                "# Shop\n\n<!-- postmirth: tone={asked} -->\n\n{text}\n"
            ));
            assert_eq!(verdict.allowed, allowed);
            let [because] = verdict.because.as_slice() else {
                panic!("{:?}", verdict.because)
            };
            assert_eq!(
                (because.rule.as_str(), because.text.clone()),
                ("author", format!("tone={asked}"))
            );
            assert_eq!(source.slice(because.span), format!("tone={asked}"));
        }
    }
}

#[test]
fn a_tone_that_there_is_none_of_is_said_and_changes_nothing() {
    let source = Source::new(
        "report.md",
        report(
            "summary",
            "<!-- postmirth: tone=loud -->\n\nAll backups failed.",
        ),
    );
    let read = Report::of(&source);
    let said = read
        .diagnostics
        .iter()
        .find(|doubt| doubt.code == Code::DirectiveUnknown)
        .expect("a warning");
    assert_eq!(said.message, "no tone is called \"loud\"");
    assert_eq!(said.hint.as_deref(), Some("one of off, dry, wry, playful"));
    assert_eq!(source.slice(said.span.expect("a place")), "tone=loud");
    assert_eq!(guard(&read).allowed, Tone::Dry);
    for tone in Tone::ALL {
        assert_eq!(Tone::named(tone.name()), Some(tone));
        let fine = Source::new(
            "report.md",
            report(
                "summary",
                &format!("<!-- postmirth: tone={} -->", tone.name()),
            ),
        );
        assert!(
            Report::of(&fine)
                .diagnostics
                .iter()
                .all(|doubt| doubt.code != Code::DirectiveUnknown)
        );
    }
}

#[test]
fn an_incident_of_more_than_a_day_stays_dry() {
    for (text, words) in [
        (
            "# Slow\n\n**Duration:** 3 days\n\nThe page was slow.\n",
            Some("Duration:** 3 days"),
        ),
        (
            "# Slow\n\n## Timeline\n\n- 2025-05-01 09:00 UTC - It began.\n- 2025-05-03 09:00 UTC \
                - Resolved.\n",
            Some("2025-05-03 09:00 UTC - Resolved."),
        ),
        (
            "# Slow\n\n- Start: 2025-05-01 09:00 UTC\n- End: 2025-05-02 10:00 UTC\n\nThe page was \
                slow.\n",
            Some("End: 2025-05-02 10:00 UTC"),
        ),
        (
            "# Slow\n\n**Duration:** 23 hours\n\nThe page was slow.\n",
            None,
        ),
        (
            "# Slow\n\n## Timeline\n\n- 2025-05-01 09:00 UTC - It began.\n- 2025-05-02 08:00 UTC \
                - Resolved.\n",
            None,
        ),
    ] {
        let (source, verdict) = judged(text);
        let found = verdict
            .because
            .iter()
            .find(|because| because.rule == "long");
        assert_eq!(
            verdict.allowed,
            if words.is_some() {
                Tone::Dry
            } else {
                Tone::Playful
            },
            "{text}{:?}",
            verdict.because
        );
        assert_eq!(
            found.is_some(),
            words.is_some(),
            "{text}{:?}",
            verdict.because
        );
        if let (Some(found), Some(words)) = (found, words) {
            assert!(
                found.text.contains(words) && source.text().contains(&found.text),
                "{text}{found:?}"
            );
        }
    }
}

#[test]
fn the_lowest_tone_wins_and_only_its_reasons_are_told() {
    let (_, verdict) = judged(
        "# Shop\n\nAll backups failed. Then 200 customers were charged twice. This was a SEV-1.\n",
    );
    assert_eq!(verdict.allowed, Tone::Off);
    assert!(
        verdict
            .because
            .iter()
            .all(|because| because.rule == "money"),
        "{:?}",
        verdict.because
    );
    assert!(Tone::Off < Tone::Dry && Tone::Dry < Tone::Wry && Tone::Wry < Tone::Playful);
}

#[test]
fn one_rule_is_not_told_line_after_line() {
    let many = "All backups failed.\n\n".repeat(40);
    let (_, verdict) = judged(&format!("# Shop\n\n{many}"));
    assert!(
        (1..=3).contains(&verdict.because.len()),
        "{:?}",
        verdict.because
    );
}

#[test]
fn severity_in_front_matter_counts_and_nothing_else_there() {
    assert_eq!(
        judged(&report("front matter", "severity: SEV-1")).1.allowed,
        Tone::Dry
    );
    assert_eq!(
        judged(&report("front matter", "tags: ransomware, data loss"))
            .1
            .allowed,
        Tone::Playful
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
