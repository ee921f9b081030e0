//! The place at which a report names its cause, beside others that only seem to.

use super::summary::{TIMELINE, incident};

#[track_caller]
fn cause(text: &str, cause: Option<&str>) {
    let told = incident(&format!("# No bells at noon\n\n{text}{TIMELINE}"));
    assert_eq!(told.root_cause.as_deref(), cause, "reading {text:?}");
}

#[test]
fn a_labelled_cause_wins_over_a_vague_one() {
    cause(
        "## Summary\n\nThe silence was caused by a problem with our rope.\n\n## Root cause\n\n**Root \
            cause:** The rope had been cut by a mouse.",
        Some("The rope had been cut by a mouse."),
    );
    cause(
        "| | |\n|---|---|\n| **Root cause** | A rope that a mouse had cut |\n\n## Five whys\n\n1. The \
            bells were silent, because the rope was cut.",
        Some("A rope that a mouse had cut"),
    );
    cause(
        "- **Root cause:** See below.\n\n## Root cause\n\nThe wheel of the tenor bell came loose because \
            its bolt was missing.",
        Some("The wheel of the tenor bell came loose because its bolt was missing."),
    );
}

#[test]
fn a_cause_that_is_denied_is_none() {
    cause("**Root cause:** In our case this is invalid, nothing broke.", None);
    cause("## Root cause\n\nThe silence was misinterpreted to be caused by the frost.", None);
}

#[test]
fn what_was_seen_is_not_why() {
    cause(
        "## Root cause\n\n- The graphs showed 40 missing strokes at noon.\n- The wheel metrics \
            revealed a slow wheel.\n- The tower was fine.\n- So was the frost.",
        None,
    );
    cause(
        "Last week we experienced an incident that resulted in silence for 24 hours and a failed \
            wedding.",
        None,
    );
}

#[test]
fn another_part_leads_to_no_cause_where_one_has_its_name() {
    cause(
        "## Root cause\n\n- The wheel has two spokes.\n- Its brake is new.\n- The bolt is old.\n\n## How \
            they rang\n\nBecause the door was open, pigeons broke the bells at noon.",
        None,
    );
}

#[test]
fn how_it_ended_is_no_cause() {
    cause(
        "## Cause\n\nAs Sunday was a feast - the problem went away, because nobody rang that day.",
        None,
    );
}

#[test]
fn what_is_said_against_a_cause_is_no_part_of_it() {
    cause(
        "## Summary\n\nWhile the root cause was a rope that a mouse had cut, we take the blame for \
            having one rope.",
        Some("The root cause was a rope that a mouse had cut."),
    );
}

#[test]
fn a_field_about_the_report_is_no_cause() {
    cause(
        "**Date:** 6 May 2031\n**Status:** resolved\n\n## Root cause\n\nThe rope was cut by a \
            mouse.",
        Some("The rope was cut by a mouse."),
    );
    cause("## Introduction to the root cause\n\n**Date:** 6 May 2031", None);
}
