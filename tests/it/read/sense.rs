//! Sentences of the prose that say what broke, why, and when, and those that only seem to.

use super::summary::{TIMELINE, incident, summary};

fn cause(sections: &str) -> Option<String> {
    incident(&format!("# Lights out in the hall\n{sections}{TIMELINE}")).root_cause
}

fn impact(sections: &str) -> Option<String> {
    incident(&format!("# Lights out in the hall\n{sections}{TIMELINE}")).impact
}

fn start(sections: &str) -> Option<String> {
    let start = incident(&format!("{sections}{TIMELINE}")).start;
    start.and_then(|start| start.written())
}

#[test]
fn a_missing_blank_parts_two_sentences_nonetheless() {
    assert_eq!(
        cause("\n## Root cause\n\nThe relay stopped.The root cause was a worn belt.").as_deref(),
        Some("The root cause was a worn belt.")
    );
}

#[test]
fn a_cause_takes_the_sentence_that_it_leans_on() {
    assert_eq!(
        cause(
            "\n## Root cause\n\nThe gate has a tag that lets carts pass. Somehow, this tag got \
                lost, so the gate was preventing carts from leaving."
        )
        .as_deref(),
        Some(
            "The gate has a tag that lets carts pass. Somehow, this tag got lost, so the gate \
                was preventing carts from leaving."
        )
    );
    assert_eq!(
        cause(
            "\n## Root cause\n\nThe root cause was a new sorter. That sorter refused letters \
                with a slash."
        )
        .as_deref(),
        Some("The root cause was a new sorter. That sorter refused letters with a slash.")
    );
}

#[test]
fn a_cause_is_read_below_a_link_and_in_the_resolution_and_from_the_title() {
    assert_eq!(
        cause(
            "\nRoot Cause and Resolution:\nhttps://example.com/a.png\n\nRoot Cause:\n\n- A known \
                hole in an old lock.\n"
        )
        .as_deref(),
        Some("A known hole in an old lock.")
    );
    assert_eq!(
        cause("\n## Resolution\n\n- Root cause: The lock had a hole that everybody knew.\n")
            .as_deref(),
        Some("The lock had a hole that everybody knew.")
    );
    let titled = format!("# No letters due to a lost key{TIMELINE}");
    assert_eq!(incident(&titled).root_cause.as_deref(), Some("A lost key"));
}

#[test]
fn an_error_code_and_what_they_ignored_are_no_causes() {
    for vague in [
        "The shop was down, this was due to an internal server error.",
        "They were thought normal since it was due to the crowd, and never looked at.",
    ] {
        let told = cause(&format!("\n## Summary\n\n{vague} The belt wore out."));
        assert_ne!(told.as_deref(), Some(vague));
    }
}

#[test]
fn this_caused_tells_the_impact_of_a_change() {
    for harm in [
        "This caused errors for the applications behind the gate.",
        "This broken image caused sporadic failures in our cluster.",
        "This error later prevented users from seeing their letters.",
        "This failure led to most parcels being lost.",
        "post.example.org was failing to deliver any letters.",
        "The largest impact was that the slower carts fell behind and could not return.",
    ] {
        let told = impact(&format!("\n## Summary\n\nA change was pushed to the gate. {harm}"));
        assert_eq!(told.as_deref(), Some(harm));
    }
    assert_eq!(
        impact(
            "\n## Summary\n\nThis means that for an hour builds may have had spurious failures."
        )
        .as_deref(),
        Some("For an hour builds may have had spurious failures.")
    );
}

#[test]
fn a_share_alone_gives_way_to_what_people_could_not_do() {
    assert_eq!(
        impact(
            "\n## Summary\n\nThe page returned an error to every reader.\n\nImpact: The incident \
                affected 60% of our readers in the east.\n"
        )
        .as_deref(),
        Some("The page returned an error to every reader.")
    );
}

#[test]
fn how_it_was_noticed_is_no_impact() {
    assert_eq!(
        impact("\n## Detection\n\nWe saw that there were errors on the server of a user.\n"),
        None
    );
}

#[test]
fn what_it_centered_around_is_no_impact() {
    let why = "The issue centered around the fact that names were not accessible by the server.";
    assert_eq!(impact(&format!("\n## Summary\n\n{why}\n")), None);
}

#[test]
fn a_title_with_a_word_for_measures_is_a_title() {
    let text = format!(
        "# A rule preventing all logins\n\n## Summary\n\nUsers could not log in.\n{TIMELINE}"
    );
    assert_eq!(incident(&text).impact.as_deref(), Some("Users could not log in."));
}

#[test]
fn the_entries_refute_a_start_that_was_only_the_first_time() {
    // Somebody had noticed before, or all was over.
    let at = |clock: &str| {
        start(&format!("# Mail, 2031-05-06\n\n## Summary\n\nThe team heard of it at {clock} UTC."))
    };
    for late in ["10:30", "18:00"] {
        assert_eq!(at(late), None, "at {late}");
    }
    // What always holds is no start either.
    let always = "# Mail\n\n## Summary\n\nThe old mail is gone after 09:00 UTC.";
    assert_eq!(start(always), None);
    // The heading has the day of another incident.
    let dated = TIMELINE.replace("- ", "- 2031-06-20 ");
    let copied = incident(&format!("# 2031-01-02, mail down{dated}"));
    assert!(copied.start.is_none());
}

#[test]
fn times_of_attempts_and_of_a_deployment_are_no_window() {
    for text in [
        "There were two more attempts at 9:40 UTC and 10:20 UTC.",
        "The patch was merged between 9:40 UTC and 10:20 UTC.",
    ] {
        assert!(summary(text).end.is_none(), "reading {text:?}");
    }
}

#[test]
fn hours_of_support_are_no_length() {
    let told = summary("- **Time to resolve**: 7h (during support hours 10:00-17:00)");
    assert_eq!((told.minutes, told.stated.resolve), (None, None));
}

#[test]
fn those_who_were_deterred_and_those_who_were_served_were_not_hit() {
    let told = summary(
        "100% of users were presented with a warning.\n\nThe warning deterred 65% of users.",
    );
    assert_eq!(told.affected_percent, Some(100.0));
    let told = summary(
        "About 4% of requests were failing for users.\n\nAbout 88% of requests were cached.",
    );
    assert_eq!(told.affected_percent, Some(4.0));
}

#[test]
fn a_title_loses_its_kind_its_half_quote_and_its_date() {
    for (heading, title) in [
        ("Letters lost [Postmortem]", "Letters lost"),
        ("Postmortem: \"The lost letters\"", "The lost letters"),
        ("incident date: 2031-02-20, letters lost", "letters lost"),
    ] {
        let told = incident(&format!("# {heading}{TIMELINE}"));
        assert_eq!(told.title.as_deref(), Some(title), "reading {heading:?}");
    }
    let made = summary("The search in our shop was down.");
    assert_ne!(made.title.as_deref(), Some("Shop down"));
}

#[test]
fn an_indented_paragraph_is_read_over_its_line_ends() {
    let wrapped = "\n__Root cause:__\n\n        The root cause was a cup of tea on the desk that \
        had a computer that was\n        running the relay. It fell.\n";
    assert_eq!(
        cause(wrapped).as_deref(),
        Some(
            "The root cause was a cup of tea on the desk that had a computer that was running \
                the relay."
        )
    );
}
