//! The sentence that a report is said to give as its cause, and the one for its impact.
use super::summary::{TIMELINE, incident};

#[track_caller]
fn cause(text: &str, cause: Option<&str>) {
    let told = incident(&format!("## Summary\n\nThe mail relay was down.\n\n{text}{TIMELINE}"));
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
fn a_question_is_answered_by_the_sentence_after_it() {
    cause(
        "- **Root cause:** And the villain of this piece? A frayed cable behind the switch.",
        Some("A frayed cable behind the switch."),
    );
    cause(
        "## Root cause\n\nWhat caused the outage? A frayed cable led to resets of the switch.",
        Some("A frayed cable led to resets of the switch."),
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

#[test]
fn a_sentence_of_the_summary_leads_from_the_cause_to_the_failure() {
    for named in [
        "A worn belt caused the sorter to fail.",
        "Letters got stuck because nobody had emptied the tray.",
        "Due to a worn belt, every letter got lost.",
        "The frayed cable at the gate prevented carts from leaving.",
        "We found that the new tray didn't have a lid.",
        "The problem was that two carts share one key.",
    ] {
        cause(named, Some(named));
    }
    cause(
        "Every letter was late and some were lost. This happened because the belt was worn.",
        Some("This happened because the belt was worn."),
    );
    // Its noun, or the sentence before it, tells which thing "this" was.
    cause(
        "During the move all keys were taken from the board. This went on for a day and caused a \
            total outage of the carts.",
        Some("During the move all keys were taken from the board."),
    );
    cause(
        "A cart carries the sorter. These worn belts of the cart caused the sorter to fail.",
        Some("These worn belts of the cart caused the sorter to fail."),
    );
}

#[test]
fn a_guess_a_symptom_and_an_aside_name_no_cause() {
    for other in [
        "A worn belt might have caused the sorter to fail.",
        "The belt was changed without causing an outage.",
        "A new belt will be fitted because the old one fails.",
        "The sorter went down, causing all letters to be lost.",
        "Noise in the hall caused the alert to be missed.",
        "The repair took long because the fix failed twice.",
        "We changed the belt because it was worn.",
        // Two that have nothing in common.
        "A worn belt caused trays to break. Heavy rain caused carts to stop.",
    ] {
        cause(other, None);
    }
}

#[test]
fn a_slip_and_the_first_words_of_a_conclusion_name_the_cause() {
    cause(
        "A carrier inadvertently deleted the list of all letters.",
        Some("A carrier inadvertently deleted the list of all letters."),
    );
    cause(
        "## Conclusion\n\nThere were insufficient stamps in the office. More were bought.",
        Some("There were insufficient stamps in the office."),
    );
    cause("## Conclusion\n\nIn the end nothing was lost. There were insufficient stamps.", None);
}

#[test]
fn the_account_says_why_the_named_thing_failed() {
    cause(
        "The root cause was the failure of our sorter.\n\n## Root cause\n\nWe own one sorter. \
            The sorter is old, and it stopped working due to a worn belt.",
        Some("The sorter is old, and it stopped working due to a worn belt."),
    );
    cause(
        "The root cause was the failure of our sorter.\n\n## Root cause\n\nWe own one sorter.",
        Some("The root cause was the failure of our sorter."),
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
fn a_service_that_fails_is_the_impact() {
    for told in [
        "On 3 May the post office website was unreachable.",
        "After the move, most customers were getting a '403 Forbidden' at the counter.",
        "Every tray, cart and gate was down for an hour.",
        "There were errors on all pages of the shop.",
        "A worn belt resulted in the service not being reachable.",
    ] {
        impact(&format!("## Summary\n\nOn 3 May we moved house. {told}\n"), Some(told));
    }
    impact(
        "## Summary\n\nThe key was lost. This meant that the service could not start.\n",
        Some("The service could not start."),
    );
}

#[test]
fn neither_the_remedy_nor_a_guess_nor_the_work_on_it_is_the_impact() {
    impact(
        "## Summary\n\nThe site was restored after the server failed. Our engineers could not \
            open the service page. The website might be down again. When the server was stopped, \
            we ate. There was no loss of service.\n",
        None,
    );
    impact(
        "## Summary\n\nMost customers did not see any errors at noon.\n\nThe website was slow \
            in the evening.\n",
        Some("The website was slow in the evening."),
    );
}

#[test]
fn a_bare_percentage_gives_way_to_what_failed() {
    impact(
        "## Summary\n\nThe website returned errors on every page. 90% of users were affected.\n",
        Some("The website returned errors on every page."),
    );
}

#[test]
fn the_impact_is_read_beside_its_name_wherever_that_is() {
    impact(
        "## Impact: no letter could be sent by anybody\n\nWe are sorry.\n",
        Some("no letter could be sent by anybody"),
    );
    impact(
        "## Numbers\n\n- Time to repair: 1 h\n- Impact: It blocked all carts of the town.\n",
        Some("It blocked all carts of the town."),
    );
    impact(
        "## Impact\n\nParts affected:\n\n- The counter was not available.\n- No letter was \
            lost.\n",
        Some("The counter was not available."),
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
    let told = incident(&format!("## Summary\n\n12% of API traffic affected.{TIMELINE}"));
    assert_eq!(told.affected_whom.as_deref(), Some("of API traffic"));
}
