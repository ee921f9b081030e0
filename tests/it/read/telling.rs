//! Which words of a report tell its cause, its impact and its name.

use super::summary::{TIMELINE, incident};

fn cause(sections: &str) -> Option<String> {
    incident(&format!("# Lights out\n{sections}")).root_cause
}

fn impact(sections: &str) -> Option<String> {
    incident(&format!("# Lights out\n{sections}{TIMELINE}")).impact
}

#[test]
fn what_was_not_the_cause_is_not_told_as_the_cause() {
    let denied = "\n## What was not the root cause\n\n- The new firmware was not loaded.\n- The \
        network was fine because nothing had failed over.\n";
    assert_eq!(cause(&format!("{TIMELINE}{denied}")), None);
    let own = "\n## Root cause\n\nThe printers shared one queue because a setting was lost.\n";
    assert_eq!(
        cause(&format!("{TIMELINE}{denied}{own}")).as_deref(),
        Some("The printers shared one queue because a setting was lost.")
    );
}

#[test]
fn a_heading_can_name_the_cause() {
    let analysis = "\n## Root cause analysis\n\n### Primary cause: dead fan in rack four\n\n- \
        Sensors read 80 degrees\n- Fan at zero\n- Dust\n\n### Contributing causes: old filters\n\n\
        - Filters of last year\n";
    assert_eq!(cause(&format!("{TIMELINE}{analysis}")).as_deref(), Some("dead fan in rack four"));
}

#[test]
fn a_mistake_in_the_summary_that_tells_what_came_of_it_is_the_cause() {
    let slip = "The clean-up job was mistakenly pointed at the live bucket, resulting in 300 \
        missing photographs.";
    let told = |text: &str| cause(&format!("\n## Summary\n\n{text}{TIMELINE}"));
    assert_eq!(told(slip).as_deref(), Some(slip));
    assert_eq!(told("A ticket was accidentally closed."), None);
}

#[test]
fn a_closing_summary_and_a_guess_do_not_beat_the_section() {
    let section = "\n## Root cause\n\nThe root cause was a relay that opened under load.\n";
    let closing = "\n## Summary\n\nThe root cause was a relay, which was replaced by our team.\n";
    assert_eq!(
        cause(&format!("{TIMELINE}{section}{closing}")).as_deref(),
        Some("The root cause was a relay that opened under load.")
    );
    let guess = "\n## Root cause\n\nWe filled the tank on purpose. On another day the cause would \
        be whatever leaks and is not watched.\n";
    let told = cause(&format!("{TIMELINE}{guess}")).unwrap_or_default();
    assert!(!told.contains("another day"), "{told}");
}

#[test]
fn the_section_about_the_impact_tells_it() {
    assert_eq!(
        impact("\n## Impact summary\n\n- Printer 4 stopped taking jobs.\n- Nobody was hurt.\n")
            .as_deref(),
        Some("Printer 4 stopped taking jobs.")
    );
    // A sentence that points back needs the one before it.
    assert_eq!(
        impact(
            "\n## Impact\n\nThe booking page was unavailable. This is thought to have reached 20% \
                of our visitors.\n"
        )
        .as_deref(),
        Some("The booking page was unavailable.")
    );
}

#[test]
fn a_share_keeps_its_noun_and_its_doubt() {
    let told = |text: &str| incident(&format!("## Summary\n\n{text}{TIMELINE}"));
    let whom = |text: &str| told(text).affected_whom;
    assert_eq!(
        whom("100 percent of the web server was offline for users.").as_deref(),
        Some("of the web server")
    );
    assert_eq!(
        whom("Roughly 85% of the user base, some 9,000 users, were affected.").as_deref(),
        Some("of the user base")
    );
    assert_eq!(
        whom("40% of customer sites exposed to attacks were affected.").as_deref(),
        Some("of customer sites")
    );
    assert!(told("About 30% of our users were affected.").affected_roughly);
    assert!(!told("30% of our users were affected.").affected_roughly);
    for text in [
        "The 95% threshold was not crossed, and users saw nothing of it.",
        "All customers in the shared hall were unable to print.",
        "All 12 affected customers were told of the outage.",
    ] {
        assert_eq!(told(text).affected_percent, None, "reading {text:?}");
    }
}

#[test]
fn a_clock_without_a_colon_is_no_length_and_a_refuted_length_no_name() {
    let told = incident(&format!(
        "## Issue Summary\n\nAt 2115hrs the mail relay was down for a total of 15 minutes.{TIMELINE}"
    ));
    assert_eq!(told.minutes, Some(15.0));
    let told = incident(&format!(
        "## Issue Summary\n\nFrom 09:30 to 11:00 UTC on 18 April 2024 the mail relay was down for 4 \
            days.{TIMELINE}"
    ));
    assert_eq!(told.title.as_deref(), Some("Mail relay down"));
}

#[test]
fn a_misspelt_postmortem_is_no_name() {
    let told = incident(&format!(
        "# POSTMORTERM :clipboard:\n\n## Issue Summary\n\nThe mail relay was down.{TIMELINE}"
    ));
    assert_eq!(told.title.as_deref(), Some("Mail relay down"));
}
