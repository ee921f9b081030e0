//! The groups of the picture: what they are called, what they hold, and which have a length.

use crate::support::drawing::{drawn, texts, timeline, wording};

const ALERT: &str = "09:10 - The monitoring alert fired. <!-- postmirth: kind=detected -->";
const SEARCH: &str = "09:20 - Engineers investigate. <!-- postmirth: kind=investigating -->";
const CAUSE: &str = "09:50 - The root cause was found. <!-- postmirth: kind=cause_found -->";
const FIX: &str = "10:00 - The disk was cleaned. <!-- postmirth: kind=fixing -->";
const OVER: &str = "10:30 - Service was fully restored.";

#[test]
fn a_phase_lasts_until_the_next_begins_and_the_search_until_the_cause() {
    let told = wording(&drawn(&timeline(&[
        ALERT,
        SEARCH,
        "09:35 - Tea with the neighbours.",
        CAUSE,
        FIX,
        OVER,
    ])));
    for length in ["Investigation 30 min", "Resolution 30 min"] {
        assert!(told.contains(length), "no {length} in {told}");
    }
    assert_eq!(told.matches("Investigation").count(), 1, "{told}");
}

#[test]
fn the_detection_has_no_length_in_the_picture_or_in_its_words() {
    let scene = drawn(&timeline(&[ALERT, SEARCH, CAUSE, FIX, OVER]));
    let told = wording(&scene);
    assert!(told.contains("Detection 09:10"), "{told}");
    assert!(!scene.description.contains("Detection: 10"), "{}", scene.description);
}

#[test]
fn no_length_where_nobody_says_how_it_ended() {
    let told = wording(&drawn(&timeline(&[
        ALERT,
        SEARCH,
        "09:40 - Tea with the neighbours.",
        "09:45 - More tea.",
    ])));
    assert!(told.contains("Investigation"), "{told}");
    assert!(!told.contains("Investigation 2"), "{told}");
    assert!(!told.contains("Investigation 3"), "{told}");
}

#[test]
fn what_went_on_before_anybody_noticed_is_not_the_detection() {
    let scene = drawn(&timeline(&[
        "09:00 - Release 4.2 was deployed.",
        "09:05 - New workers fail their first checks.",
        ALERT,
        SEARCH,
        OVER,
    ]));
    let told = texts(&scene);
    let at = |text: &str| told.iter().position(|shown| shown.contains(text));
    assert!(at("Release 4.2") < at("Detection"), "{told:?}");
    assert!(at("New workers") < at("Detection"), "{told:?}");
    assert!(at("Detection") < at("The monitoring alert"), "{told:?}");
    let never = wording(&drawn(&timeline(&["09:00 - Release 4.2 was deployed.", SEARCH, OVER])));
    assert!(!never.contains("Detection"), "{never}");
}

#[test]
fn letters_to_customers_are_no_escalation() {
    let told = wording(&drawn(&timeline(&[
        ALERT,
        SEARCH,
        "09:40 - Readers were told by letter. <!-- postmirth: kind=communicated -->",
        OVER,
    ])));
    assert!(!told.contains("Escalation"), "{told}");
}

#[test]
fn a_call_for_help_takes_a_moment() {
    let told = wording(&drawn(&timeline(&[
        ALERT,
        SEARCH,
        "09:40 - Escalated to the database team.",
        FIX,
        OVER,
    ])));
    assert!(told.contains("Escalation"), "{told}");
    assert!(!told.contains("Escalation 20"), "{told}");
}

#[test]
fn whoever_acts_has_left_the_detection() {
    let story = [
        ALERT,
        "09:40 - Stop the writers and the readers.",
        "09:41 - Readers were told by letter. <!-- postmirth: kind=communicated -->",
        FIX,
        OVER,
    ];
    let told = texts(&drawn(&timeline(&story)));
    let at = |text: &str| told.iter().position(|shown| shown.contains(text));
    assert!(at("Detection") < at("The monitoring alert"), "{told:?}");
    assert!(!told.iter().any(|text| text == "Detection 30 min"), "{told:?}");
}

#[test]
fn a_fix_of_the_faulty_part_that_failed_is_no_false_lead() {
    let story = |text: &str| {
        timeline(&[
            ALERT,
            SEARCH,
            &format!("09:40 - {text} <!-- postmirth: kind=dead_end -->"),
            CAUSE,
            FIX,
            OVER,
        ])
    };
    for remedy in [
        "Tried to restart the lamp server, but it failed to come back.",
        "Tried rebooting the lamp server, and noted a continued lack of light.",
        "Calls were rerouted to the second hall, but the problem persisted.",
    ] {
        let told = wording(&drawn(&story(remedy)));
        assert!(told.contains("Fix failed") && !told.contains("False lead"), "{told}");
    }
    let guessed = timeline(&[
        ALERT,
        "09:20 - Engineers suspected the lamp server.",
        "09:40 - Restarted the lamp server; the problem persisted. <!-- postmirth: kind=dead_end -->",
        FIX,
        OVER,
    ]);
    let told = wording(&drawn(&guessed));
    assert!(told.contains("Fix failed"), "{told}");
    let suspect = "We suspected the cache and restarted it, to no effect: it was unrelated.";
    let told = wording(&drawn(&story(suspect)));
    assert!(told.contains("False lead"), "{told}");
}

#[test]
fn rows_of_no_certain_phase_stand_under_their_place_in_time() {
    const TEA: &str = "Tea with the neighbours.";
    let under = |entries: &[&str], row: &str| {
        let told = texts(&drawn(&timeline(entries)));
        let at = told.iter().position(|text| text.contains(row)).expect("the row");
        let names = [
            "Nobody knew yet", "Before detection", "After detection", "Response", "Afterwards",
            "Beginning", "Events",
        ];
        let name = told[..at].iter().rfind(|text| names.contains(&text.as_str()));
        name.cloned().unwrap_or_default()
    };
    let early = format!("09:00 - {TEA}");
    let late = format!("09:30 - {TEA}");
    assert_eq!(under(&[&early, ALERT, SEARCH], "Tea"), "Before detection");
    assert_eq!(under(&[ALERT, &late, OVER], "Tea"), "Response");
    // No end is told, and nobody is told to have noticed.
    assert_eq!(under(&[ALERT, &late], "Tea"), "After detection");
    assert_eq!(under(&[&early, OVER], "Tea"), "Beginning");
}

#[test]
fn of_two_entries_of_one_minute_the_upper_one_comes_before_the_alert() {
    let began = "09:10 - The whole site went dark.";
    let told = wording(&drawn(&timeline(&[began, ALERT, SEARCH, OVER])));
    assert!(told.contains("Before detection 09:10 The whole"), "{told}");
    assert!(!told.contains("Events"), "{told}");
}

#[test]
fn a_row_does_not_say_what_its_group_is_called() {
    let told = wording(&drawn(&timeline(&[
        "09:10 - Detection: The monitoring alert fired. <!-- postmirth: kind=detected -->",
        SEARCH,
        "09:40 - Root cause found: the disk was full of old logs. <!-- postmirth: \
            kind=investigating -->",
        FIX,
        OVER,
    ])));
    assert!(told.contains("09:10 The monitoring alert fired"), "{told}");
    assert!(told.contains("Root cause found: the disk"), "{told}");
}

#[test]
fn an_alert_amid_the_fixing_is_no_part_of_it() {
    let told = wording(&drawn(&timeline(&[
        ALERT,
        SEARCH,
        CAUSE,
        FIX,
        "10:01 - One more alert fired. <!-- postmirth: kind=detected -->",
        "10:02 - The disk was cleaned again. <!-- postmirth: kind=fixing -->",
        OVER,
    ])));
    assert!(told.contains("Detection 10:01 One more alert"), "{told}");
    assert!(told.contains("Resolution 28 min 10:02"), "{told}");
}

#[test]
fn a_guess_from_one_neighbour_names_no_phase() {
    let story = [ALERT, "09:15 - Tea with the neighbours.", "09:40 - More tea.", FIX, OVER];
    let told = wording(&drawn(&timeline(&story)));
    assert!(told.contains("Response 09:15 Tea"), "{told}");
}
