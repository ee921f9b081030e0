//! The groups of the picture: what they are called, what they hold, and which have a length.

use crate::support::drawing::{drawn, texts, timeline, wording};

const ALERT: &str = "09:10 - The monitoring alert fired. <!-- postmirth: kind=detected -->";
const SEARCH: &str = "09:20 - Engineers investigate. <!-- postmirth: kind=investigating -->";
const CAUSE: &str = "09:50 - The root cause was found. <!-- postmirth: kind=cause_found -->";
const FIX: &str = "10:00 - The disk was cleaned. <!-- postmirth: kind=fixing -->";
const OVER: &str = "10:30 - Service was fully restored.";

#[test]
fn a_phase_lasts_until_the_next_begins_whatever_lies_inside() {
    let told = wording(&drawn(&timeline(&[
        ALERT,
        SEARCH,
        "09:35 - Tea with the neighbours.",
        CAUSE,
        FIX,
        OVER,
    ])));
    for length in [
        "Detection 10 min",
        "Investigation 40 min",
        "Resolution 30 min",
    ] {
        assert!(told.contains(length), "no {length} in {told}");
    }
    assert_eq!(told.matches("Investigation").count(), 1, "{told}");
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
    let never = wording(&drawn(&timeline(&[
        "09:00 - Release 4.2 was deployed.",
        SEARCH,
        OVER,
    ])));
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
