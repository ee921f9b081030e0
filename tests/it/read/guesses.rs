//! Where a cause may not come from, and where it stands beside its name.

use super::summary::{TIMELINE, incident};

#[track_caller]
fn cause(sections: &str, cause: Option<&str>) {
    let told = incident(&format!("# No bells\n\n{sections}{TIMELINE}"));
    assert_eq!(told.root_cause.as_deref(), cause, "{sections:?}");
}

#[test]
fn guesses_are_no_cause() {
    cause(
        "## Root cause\n\n### Why it stopped\n\nThe clock of the tower either:\n- Stopped due to \
            frost in the works\n- Broke because of the storm\n",
        None,
    );
    cause(
        "## Root cause\n\nPossible causes:\n- The rope tore due to frost\n\nThe root cause was a \
            knot in the rope.",
        Some("The root cause was a knot in the rope."),
    );
    cause(
        "## Root cause\n\nTwo other towers show the same fault, which failed for reasons still \
            unproven.\n\nOur ropes were wet, so each bell stuck in its frame.",
        Some("Our ropes were wet, so each bell stuck in its frame."),
    );
}

#[test]
fn what_went_well_is_no_cause() {
    cause(
        "## Detection and response\n\n### What worked well\n\n1. **Watchman**\n   - The lock \
            prevented worse failures of the bells\n",
        None,
    );
}

#[test]
fn a_cause_stands_beside_its_name() {
    cause(
        "## Root cause\n\n### Primary issue: the clapper hung loose\n\nThe clapper was in its \
            bag, which caused silence.",
        Some("the clapper hung loose"),
    );
    cause(
        "## Root causes\n\n### 1. The open belfry\n\n**What happened**: A guard left the belfry \
            open at night\n\n**Why it happened**:\n- No lock on the door\n",
        Some("A guard left the belfry open at night"),
    );
    cause(
        "Issue Summary\nImpact:\nNo bell rang.\nRoot Cause:\nA hasty knot sent the rope off its \
            wheel. Quite a sight.\n\nRoot Cause and Resolution\nInstead of ringing, the bells \
            gave everybody silence.",
        Some("A hasty knot sent the rope off its wheel."),
    );
}

#[test]
fn the_sentence_that_names_it_wins_over_the_trigger_and_over_a_vague_one() {
    cause(
        "## Summary\n\nThe bells fell silent. The problem is suspected to have risen from a few \
            missing screws.\n\n## Root cause\n\nThe issue arose after a storm that caused the \
            wheel to turn.",
        Some("The problem is suspected to have risen from a few missing screws."),
    );
    cause(
        "## Summary\n\nThe root cause of the silence was an underlying rope issue.\n\n## Root \
            cause\n\nThe root cause of the silence was a fault of ours: a knot in the rope.",
        Some("The root cause of the silence was a fault of ours: a knot in the rope."),
    );
    cause(
        "## Summary\n\nWe were too eager and also took away the old rope, which caused issues \
            because our ringers still use it.",
        Some(
            "We were too eager and also took away the old rope, which caused issues because our \
                ringers still use it.",
        ),
    );
}
