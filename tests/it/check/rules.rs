//! Small reports with one thing wrong each, and the finding that is expected of them; and reports
//! that come near, of which nothing is expected.

use crate::support::golden::{matches_all, project};
use postmirth::check::{Choice, Finding, Profile, RULES, Rule, RuleArea, check};
use postmirth::diagnostic::code::Severity;
use postmirth::read::Report;
use postmirth::source::Source;
use std::fmt::Write;

/// A report that holds everything.
fn sound() -> String {
    std::fs::read_to_string(project("tests/check/sound.md")).expect("a report")
}

/// The sound report with one section replaced.
fn with(section: &str, text: &str) -> String {
    let sound = sound();
    let heading = match section {
        "whole" => return text.to_string(),
        "summary" => "## Issue Summary",
        "timeline" => "## Timeline",
        "cause" => "## Root cause and resolution",
        "measures" => "## Corrective and preventative measures",
        other => panic!("{other} is no section"),
    };
    let start = sound.find(heading).expect("a heading") + heading.len();
    let end = sound[start..].find("\n## ").map_or(sound.len(), |at| start + at);
    format!("{}\n\n{text}\n{}", &sound[..start], &sound[end..])
}

/// One case of a file: `== fails SECTION, OPTION: NAME`, and the text.
struct Case {
    fails: bool,
    section: String,
    /// The word count does not matter.
    short: bool,
    team: bool,
    name: String,
    text: String,
}

fn cases(code: &str) -> Vec<Case> {
    let path = project(&format!("tests/check/{code}.txt"));
    let Ok(file) = std::fs::read_to_string(&path) else {
        panic!("tests/check/{code}.txt is missing: cases of that rule")
    };
    let mut out: Vec<Case> = Vec::new();
    for line in file.lines() {
        if let Some(head) = line.strip_prefix("== ") {
            let (place, name) = head.split_once(": ").expect("a name");
            let (verdict, place) = place.split_once(' ').expect("a section");
            let mut options = place.split(", ");
            let section = options.next().expect("a section").to_string();
            let options: Vec<&str> = options.collect();
            let (short, team) = (options.contains(&"short"), options.contains(&"team"));
            assert!(verdict == "fails" || verdict == "passes", "{head}");
            out.push(Case {
                fails: verdict == "fails",
                section,
                short,
                team,
                name: name.into(),
                text: String::new(),
            });
        } else if let Some(case) = out.last_mut() {
            case.text.push_str(line);
            case.text.push('\n');
        }
    }
    out.iter_mut().for_each(|case| case.text = case.text.trim_matches('\n').to_string());
    out
}

/// What is found in a case, notes aside.
fn found(case: &Case) -> (Source, Vec<Finding>) {
    let source = Source::new("report.md", with(&case.section, &case.text));
    let profile = if case.team { Profile::Team } else { Profile::Brief };
    let mut choice = Choice { profile, ..Choice::default() };
    if case.short {
        choice.allow.insert("word-count".into());
    }
    let mut findings = check(&Report::of(&source), &[], &choice).findings;
    findings.retain(|finding| finding.severity > Severity::Note);
    (source, findings)
}

#[test]
fn each_case_brings_out_its_finding_and_no_other() {
    let (mut wrong, mut said, mut count) = (String::new(), Vec::new(), 0);
    for rule in RULES.iter().filter(|rule| has_cases(rule)) {
        let mut told = String::new();
        for case in cases(rule.code) {
            count += 1;
            let (source, findings) = found(&case);
            let codes: Vec<&str> = findings.iter().map(|finding| finding.code).collect();
            let expected: Vec<&str> = if case.fails { vec![rule.code] } else { Vec::new() };
            let frames: String =
                findings.iter().map(|finding| finding.frame(&source).to_string()).collect();
            if codes != expected {
                writeln!(
                    wrong,
                    "{}: {}: expected {expected:?}, found {codes:?}\n{frames}",
                    rule.code, case.name
                )
                .expect("a string");
            }
            if case.fails {
                writeln!(told, "== {}\n{frames}", case.name).expect("a string");
            }
        }
        said.push((rule.code, told));
    }
    assert!(wrong.is_empty(), "{wrong}");
    assert!(count >= 120, "{count} cases");
    let golden = |(code, told)| (project(&format!("tests/check/{code}.found")), told);
    matches_all(said.into_iter().map(golden));
}

/// What the reader finds has its cases among the messages.
fn has_cases(rule: &Rule) -> bool {
    rule.severity > Severity::Note
}

#[test]
fn the_sound_report_holds_every_point() {
    let source = Source::new("sound.md", sound());
    let checked = check(&Report::of(&source), &[], &Choice::default());
    assert_eq!(checked.findings, []);
    let card = checked.card.expect("a card");
    assert_eq!(card.held(), card.points.len());
}

#[test]
fn the_examples_of_each_rule_fail_and_pass_it() {
    for rule in RULES {
        let section = match rule.part {
            RuleArea::Summary | RuleArea::Report => "summary",
            RuleArea::Timeline => "timeline",
            RuleArea::Cause => "cause",
            RuleArea::Measures => "measures",
        };
        for (excerpt, fails) in [(rule.fails, true), (rule.passes, false)] {
            let text = excerpt.text();
            // Elsewhere no time carries a zone, so that it is the example which names it.
            let report = with(section, &text);
            let report =
                if section == "timeline" { report } else { report.replace(" UTC - ", " - ") };
            let source = Source::new("report.md", report);
            let choice = Choice { profile: rule.profiles[0], ..Choice::default() };
            let findings = check(&Report::of(&source), &[], &choice).findings;
            let own = findings.iter().any(|finding| finding.code == rule.code);
            assert_eq!(own, fails, "{}: {text}", rule.code);
        }
    }
}

#[test]
fn what_a_missing_part_should_hold_is_not_asked_for_but_does_not_hold() {
    let source = Source::new("report.md", with("measures", "<!-- none yet -->"));
    let mut choice = Choice::default();
    choice.allow.insert("word-count".into());
    let checked = check(&Report::of(&source), &[], &choice);
    let codes: Vec<&str> = checked.findings.iter().map(|finding| finding.code).collect();
    assert_eq!(codes, ["section-missing"]);
    let card = checked.card.expect("a card");
    let lacking: Vec<&str> =
        card.points.iter().filter(|point| !point.holds()).map(|point| point.code).collect();
    assert_eq!(
        lacking,
        ["measures-improvements", "measures-tasks", "measures-vague", "section-missing"]
    );
}
