//! The tone that a report bears in the end, and the reasons that are told.

use super::tone::{judged, report};
use postmirth::diagnostic::code::Code;
use postmirth::read::Report;
use postmirth::source::Source;
use postmirth::spice::tone::{Tone, guard};

#[test]
fn the_authors_own_word_counts_alone() {
    let grave = "All backups failed and 200 customers were charged twice.";
    for (asked, allowed) in
        [("playful", Tone::Playful), ("wry", Tone::Wry), ("dry", Tone::Dry), ("off", Tone::Off)]
    {
        for text in [grave, "The page was slow."] {
            let (source, verdict) =
                judged(&format!("# Shop\n\n<!-- postmirth: tone={asked} -->\n\n{text}\n"));
            assert_eq!(verdict.allowed, allowed);
            let [because] = verdict.because.as_slice() else { panic!("{:?}", verdict.because) };
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
        report("summary", "<!-- postmirth: tone=loud -->\n\nAll backups failed."),
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
            report("summary", &format!("<!-- postmirth: tone={} -->", tone.name())),
        );
        assert!(
            Report::of(&fine).diagnostics.iter().all(|doubt| doubt.code != Code::DirectiveUnknown)
        );
    }
}

#[test]
fn an_incident_of_more_than_a_day_stays_dry() {
    for (text, words) in [
        ("# Slow\n\n**Duration:** 3 days\n\nThe page was slow.\n", Some("Duration:** 3 days")),
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
        ("# Slow\n\n**Duration:** 23 hours\n\nThe page was slow.\n", None),
        (
            "# Slow\n\n## Timeline\n\n- 2025-05-01 09:00 UTC - It began.\n- 2025-05-02 08:00 UTC \
                - Resolved.\n",
            None,
        ),
    ] {
        let (source, verdict) = judged(text);
        let found = verdict.because.iter().find(|because| because.rule == "long");
        assert_eq!(
            verdict.allowed,
            if words.is_some() { Tone::Dry } else { Tone::Playful },
            "{text}{:?}",
            verdict.because
        );
        assert_eq!(found.is_some(), words.is_some(), "{text}{:?}", verdict.because);
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
    assert!(verdict.because.iter().all(|because| because.rule == "money"), "{:?}", verdict.because);
    assert!(Tone::Off < Tone::Dry && Tone::Dry < Tone::Wry && Tone::Wry < Tone::Playful);
}

#[test]
fn one_rule_is_not_told_line_after_line() {
    let many = "All backups failed.\n\n".repeat(40);
    let (_, verdict) = judged(&format!("# Shop\n\n{many}"));
    assert!((1..=3).contains(&verdict.because.len()), "{:?}", verdict.because);
}

#[test]
fn severity_in_front_matter_counts_and_nothing_else_there() {
    assert_eq!(judged(&report("front matter", "severity: SEV-1")).1.allowed, Tone::Dry);
    assert_eq!(
        judged(&report("front matter", "tags: ransomware, data loss")).1.allowed,
        Tone::Playful
    );
}
