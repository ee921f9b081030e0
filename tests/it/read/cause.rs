//! The sentence that a report is said to give as its cause, and the one for its impact.
use super::summary::{TIMELINE, incident};

#[track_caller]
fn cause(text: &str, cause: Option<&str>) {
    let told = incident(&format!(
        "## Summary\n\nThe mail relay was down.\n\n{text}{TIMELINE}"
    ));
    assert_eq!(told.root_cause.as_deref(), cause, "reading {text:?}");
}

#[test]
fn a_sentence_that_points_back_gives_way_to_the_one_it_points_to() {
    cause(
        "## Root cause\n\nThe parser kept a row for every reply that it ever saw. That bug caused \
            the disk to fill up.",
        Some("The parser kept a row for every reply that it ever saw."),
    );
    cause(
        "## Root cause\n\nThe parser kept a row for every reply. The bug caused the disk to fill \
            up.\n\nThe outage was caused by that bug, on a day with much mail.",
        Some("The parser kept a row for every reply."),
    );
    cause(
        "## Root cause\n\nThe index job ran without a lock. As a consequence, two jobs wrote one \
            file, which caused wrong answers.",
        Some("The index job ran without a lock."),
    );
}

#[test]
fn what_is_pointed_to_in_a_list_is_no_cause() {
    cause(
        "## Contributing factors\n\n1. The fee was set to zero.\n2. The limit was loose.\n3. \
            Anybody could call it.\n\nThe combination of these factors led to the loss.",
        None,
    );
}

#[test]
fn this_outage_points_to_nothing() {
    cause(
        "## Root cause\n\nThe root cause of this outage was a frayed cable.",
        Some("The root cause of this outage was a frayed cable."),
    );
    cause(
        "## Root cause\n\nIt was found that the cable was frayed, so the switch restarted.",
        Some("It was found that the cable was frayed, so the switch restarted."),
    );
    // What came of the outage does not explain it.
    cause(
        "## Root cause\n\nOn one day 70 builds failed, all of them caused by this outage.\n\nA \
            frayed cable led to resets of the switch.",
        Some("A frayed cable led to resets of the switch."),
    );
}

#[test]
fn the_section_comes_before_a_passing_word_in_the_summary() {
    for passing in [
        "After a quick root cause identification, the relay was rolled back.",
        "The root cause was fixed by adding a disk.",
        "The likely culprit was this kind of mail.",
        "Our initial hypothesis was that the outage was caused by a guest.",
    ] {
        cause(
            &format!("{passing}\n\n## Root cause\n\nThe disk was full because no job cleared it."),
            Some("The disk was full because no job cleared it."),
        );
    }
    cause(
        "The outage was caused by a failure of the relay.\n\n## Root cause\n\nThe root cause was \
            a fan that stood still.",
        Some("The root cause was a fan that stood still."),
    );
}

#[test]
fn a_plain_statement_counts_wherever_it_is() {
    cause(
        "## Next steps for the relay\n\nWe have mended it and go on: the root cause was a fan \
            that stood still.",
        Some("the root cause was a fan that stood still."),
    );
}

#[test]
fn a_section_may_be_divided_or_have_another_name() {
    cause(
        "## Root cause\n\n### A peer that sent nonsense\n\n- A peer sent broken letters to our \
            relay.\n- Our relay passed them on.\n\n### A guard that slept\n\n- The guard was \
            busy.\n- It let all pass.",
        Some("A peer sent broken letters to our relay."),
    );
    cause(
        "## Origin of the incident\n\nOld relays were open to a known fault. Letters were not \
            checked before they were stored.",
        Some("Letters were not checked before they were stored."),
    );
}

#[track_caller]
fn impact(text: &str, impact: Option<&str>) {
    let told = incident(&format!("# Relay\n\n{text}{TIMELINE}"));
    assert_eq!(told.impact.as_deref(), impact, "reading {text:?}");
}

#[test]
fn the_impact_has_its_label_taken_off() {
    impact(
        "**Impact** — Every letter with a stamp came back, though no letter was lost.\n",
        Some("Every letter with a stamp came back, though no letter was lost."),
    );
    impact(
        "## Impact\n\n| | |\n| --- | --- |\n| User impact | Mail wholly unavailable for all |\n",
        Some("Mail wholly unavailable for all"),
    );
    impact(
        "## Impact\n\n| Part | Impact |\n| --- | --- |\n| Sending | Failed for an hour |\n",
        Some("Sending: Failed for an hour"),
    );
}

#[test]
fn help_and_mechanism_are_no_impact() {
    impact(
        "## Summary\n\nCalls to the checker hung, and the relay only let go of clients if the \
            check failed.\n\nWe apologise to all users for the disruption.\n\nIf you are a user \
            whose mail is still down, write to us.\n",
        None,
    );
}

#[test]
fn a_percentage_of_something_else_is_no_share() {
    for text in [
        "The error rate of the relay reached 22.3% for users.",
        "Error budget consumed: 20 seconds of 43,200 minutes = 0.0008%.",
        "We recovered 98% of the affected mailboxes of users.",
        "If your mailbox is among the remaining 2.5% of affected users, write to us.",
        "0.2% of all mailboxes may have been affected.",
    ] {
        let told = incident(&format!("## Summary\n\n{text}{TIMELINE}"));
        assert_eq!(told.affected_percent, None, "reading {text:?}");
    }
    let told = incident(&format!(
        "## Summary\n\n12% of API traffic affected.{TIMELINE}"
    ));
    assert_eq!(told.affected_whom.as_deref(), Some("of API traffic"));
}
