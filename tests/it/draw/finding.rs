//! The finding above the incident picture: the title, the cause and the impact.

use crate::support::drawing::{drawn, headline, place, texts, wording};

const TIMELINE: &str = "\n\n## Timeline\n\n- 09:30 UTC - The alert fired.\n- 09:40 UTC - We looked \
    at the queue.\n- 11:00 UTC - Service restored.\n";

fn title(report: &str) -> String {
    let all = texts(&drawn(&format!("{report}{TIMELINE}")));
    all.into_iter().next().unwrap_or_default()
}

fn told(summary: &str) -> String {
    wording(&drawn(&format!("# Lights out\n\n## Summary\n\n{summary}{TIMELINE}")))
}

#[test]
fn a_title_is_never_cut_before_its_verb() {
    let shown = title(
        "## Summary\n\nAt approximately 9:30 am (CST), the till of the small bakery round the \
            corner, Rosie's Rolls and Cakes of Market Street, lost every order of its customers",
    );
    assert!(!shown.starts_with("The till") || shown.contains("lost"), "{shown}");
    let shown = title(
        "## Summary\n\nDuration: 09:30 to 11:00 UTC\n\nApproximately 85% of the user base, coming \
            to a total of around 340,000 users in four countries of the continent and on two islands, met the fault.",
    );
    assert!(shown.starts_with("About 85% of the user base affected"), "{shown}");
}

#[test]
fn a_bare_host_keeps_the_kind_of_the_report() {
    let shown = title("# DB7 (POSTGRES) Incident Report - 2025-10-14");
    assert!(shown.starts_with("DB7 (POSTGRES) Incident Report"), "{shown}");
}

#[test]
fn cause_and_impact_begin_with_what_they_tell() {
    let cause = |text: &str| told(&format!("The root cause of the outage was {text}"));
    for lead in ["determined to be ", "also identified as ", "", "due to "] {
        let shown = cause(&format!("{lead}a worn cable."));
        assert!(shown.contains("Cause A worn cable Times"), "{shown}");
    }
    let shown = told(
        "For a total of 90 minutes, on April 13, 2022 at 9:30 a.m. EAT, users could not print due \
            to a worn cable. Root cause: A worn cable in the hall.",
    );
    assert!(shown.contains("Users could not print"), "{shown}");
    assert!(!shown.contains("April 13, 2022 at"), "{shown}");
}

#[test]
fn the_impact_does_not_tell_again_what_the_axis_shows() {
    for (told_so, shown_so) in [
        (
            "On Friday, March 14, 2025 for 90 minutes the tills of the bakery were down.",
            "For 90 minutes the tills of the bakery were down",
        ),
        (
            "The till was down from 2025-03-14 09:30 UTC to 2025-03-14 11:00 UTC, and 80% of the \
             customers of the bakery could not pay.",
            "The till was down, and 80% of the customers",
        ),
        (
            "Customers could not pay between 9:30 AM and 11:00 AM (UTC) on any of the tills.",
            "Customers could not pay on any of the tills",
        ),
        (
            "Customers were sent from 2 tills to 3 others and could not pay.",
            "from 2 tills to 3 others",
        ),
    ] {
        let shown = told(&format!("{told_so}\n\n## Impact\n\n{told_so}"));
        assert!(shown.contains(shown_so), "{shown}");
    }
}

#[test]
fn a_long_cause_takes_two_lines_rather_than_lose_its_end() {
    let shown = told(
        "Root cause: The initial delay of the readiness probe that the print service had been \
            given in its chart was shorter than the time the service takes to warm up.",
    );
    assert!(shown.contains("takes to warm up Times"), "{shown}");
}

#[test]
fn what_is_told_roughly_is_shown_roughly() {
    let shown =
        told("Duration: 09:30 to 11:00 UTC on 18 April 2024.\n\nAffected users: approximately 30%");
    assert!(shown.contains("about 30%"), "{shown}");
    // A length that the entries have no room for is not the time they took.
    let shown = told("Printing was unavailable for about 20 hours.");
    assert!(!shown.contains("20 h to resolve"), "{shown}");
}

#[test]
fn a_share_is_told_once() {
    let summary = "Duration: 09:30 to 11:00 UTC on 18 April 2024. ";
    let shown = told(&format!("{summary}70% of our users could not print a bill."));
    assert!(shown.contains("70% of our users could not print"), "{shown}");
    assert_eq!(shown.matches("70%").count(), 1, "{shown}");
    // A sentence that tells nothing else stands beside the bar alone.
    let shown = told(&format!("{summary}70% of our users were affected by this."));
    assert!(shown.contains("70% of our users affected"), "{shown}");
    assert!(!shown.contains("Impact"), "{shown}");
}

#[test]
fn an_impact_keeps_what_its_cause_led_to() {
    let shown = told(
        "Duration: 09:30 to 11:00 UTC. Users could not print because the cable was worn, so the \
            market had to close early. Root cause: The cable in the hall was worn.",
    );
    assert!(shown.contains("the market had to close early"), "{shown}");
}

#[test]
fn a_length_at_the_end_of_a_title_has_the_voice_of_lengths() {
    for title in ["# Mail relay lost, 1 h 30 min", "# Mail relay lost"] {
        let scene = drawn(&format!("{title}\n\nDuration: 09:30 to 11:00 UTC{TIMELINE}"));
        let told = texts(&scene);
        assert_eq!(told[..2], ["Mail relay lost", "1 h 30 min"]);
    }
}

#[test]
fn no_line_ends_with_a_full_stop() {
    let shown = wording(&drawn(
        "# Lights out\n\n## Timeline\n\n- 09:30 UTC - The alert fired. Two of us woke up.\n- \
            09:40 UTC - We looked at the queue, the logs etc.\n- 11:00 UTC - Service restored.\n",
    ));
    for end in ["woke up", "logs etc.", "restored"] {
        assert!(shown.contains(end), "{shown}");
    }
    assert_eq!(shown.matches('.').count(), 2, "{shown}");
}

#[test]
fn a_subject_is_written_smaller_rather_than_in_two_lines() {
    let size = |title: &str| {
        let scene = drawn(&format!("# {title}\n\nDuration: 09:30 to 11:00 UTC{TIMELINE}"));
        assert_eq!(headline(&scene), format!("{title} 1 h 30 min"));
        place(&scene, title).h
    };
    let long = size("All tills of the bakery chain print the bills of the day before");
    assert!(long < size("Tills print old bills"));
}
