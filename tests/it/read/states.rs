//! How far an action item is: done, open, or not told.

use super::no_tasks::{entries, texts, told};
use postmirth::incident::{Action, Category, Status};

/// "done", "open" or "-" for each action item.
fn states(sections: &str) -> Vec<&'static str> {
    let state = |action: Action| match action.status {
        Status::Done => "done",
        _ if action.status_told => "open",
        _ => "-",
    };
    told(sections).into_iter().map(state).collect()
}

#[test]
fn a_task_is_open_only_where_the_report_says_so() {
    for (tasks, wanted) in [
        ("## Action items\n\n- Wax the ropes\n- Hang a second bell\n", ["-", "-"]),
        ("## Action items\n\n- [ ] Wax the ropes\n- [x] Hang a second bell\n", ["open", "done"]),
        ("## Action items\n\n- We will wax the ropes\n- Hang a second bell\n", ["open", "-"]),
        ("## Next steps\n\n- Wax the ropes\n- Hang a second bell\n", ["open", "open"]),
        (
            "## Action items\n\n- Wax the ropes, due 2024-07-01\n- Hang a bell (in progress)\n",
            ["open", "open"],
        ),
        ("## Action items\n\n- Wax the ropes (#412)\n- Hang a bell that will ring\n", ["-", "-"]),
        (
            "## Action items\n\n| Action | Status |\n|---|---|\n| Wax the ropes | Incomplete |\n\
                | Hang a second bell | Complete |\n",
            ["open", "done"],
        ),
    ] {
        assert_eq!(states(tasks), wanted, "{tasks}");
    }
}

#[test]
fn a_task_says_in_many_words_that_it_is_done() {
    for task in [
        "Ada – Wax the ropes – done",
        "Wax the ropes - done in #12",
        "Wax the ropes (merged)",
        "Wax the ropes, completed 2024-06-05",
        "DONE: Wax the ropes",
        "The ropes have already been waxed",
        "We already replaced the ropes",
    ] {
        assert_eq!(states(&format!("## Action items\n\n- {task}\n")), ["done"], "{task}");
    }
    for task in [
        "Wax the ropes, done by hand it takes hours",
        "Ring only when the round is complete and heard",
        "Find what else can be done",
    ] {
        assert_ne!(states(&format!("## Action items\n\n- {task}\n")), ["done"], "{task}");
    }
    let below = "## Action items\n\n### What we have fixed\n\n- Waxed ropes\n- Bell hung\n";
    assert_eq!(states(below), ["done", "done"]);
}

#[test]
fn a_task_that_is_told_again_is_one() {
    assert_eq!(
        entries(
            "## Action items\n\n- Wax the ropes of the tall tower\n- Hang a bell\n\n### Owners\n\n\
                | Action | Owner | Status |\n|---|---|---|\n\
                | Wax ropes of the tall tower | Ada | Done |\n| Hang a bell | Per | |\n"
        ),
        ["Wax the ropes of the tall tower | Ada | - | done", "Hang a bell | Per | -"]
    );
    let two = "## Action items\n\n- Move the small bell from north to south\n\
        - Move the small bell from south to north\n";
    assert_eq!(texts(two).len(), 2);
}

#[test]
fn what_went_badly_is_no_task() {
    assert_eq!(
        texts(
            "## What went well\n\n- We heard it\n\n## What could be improved\n\n\
                - Nobody heard the bell\n- Replace the ropes\n- The stairs are dark\n"
        ),
        ["Replace the ropes"]
    );
}

#[test]
fn what_was_done_to_end_it_is_no_task() {
    assert_eq!(
        texts(
            "## Action items\n\n### Mitigation steps taken\n\n- Rang by hand\n\n\
                ### Long term\n\n- Wax the ropes\n"
        ),
        ["Wax the ropes"]
    );
}

#[test]
fn a_team_that_is_named_owns_its_task() {
    for (task, owner) in [
        ("The tower team will wax the ropes", Some("tower team")),
        ("Tower Team to wax the ropes", Some("Tower Team")),
        ("**Tower team:** wax the ropes", Some("Tower team")),
        ("Wax the ropes (tower team)", Some("tower team")),
        ("Train the whole team to wax ropes", None),
        ("Our team will wax the ropes", None),
        ("Add the tower team to the rota", None),
    ] {
        let found = told(&format!("## Action items\n\n- {task}\n"));
        assert_eq!(found[0].owner.as_deref(), owner, "{task}");
    }
}

#[test]
fn what_only_asks_or_measures_is_not_surely_to_prevent() {
    for task in ["Raise an issue with the maker of the bells", "Fix the statistics of the bells"] {
        let found = told(&format!("## Action items\n\n- {task}\n"));
        assert_ne!(found[0].category, Some(Category::Prevent), "{task}");
    }
}

#[test]
fn what_is_for_the_readers_is_no_task() {
    assert_eq!(
        texts(
            "## Action items\n\n- Replace the ropes\n- Users should update their clocks\n\
                - Rotate your keys\n\nWhat this means for you:\n\n- Add a bell at home\n\n\
                ## Recommendations for users\n\n- Add a clock\n"
        ),
        ["Replace the ropes"]
    );
}

#[test]
fn what_was_done_in_response_is_no_task() {
    assert_eq!(
        texts(
            "## Incident response and fixes\n\nThe crew joined a call and hung a spare rope.\n\n\
                ## Action items\n\nImmediately after the outage, we added a spare rope.\n\n\
                - Replace the ropes\n"
        ),
        ["Replace the ropes"]
    );
}

#[test]
fn a_sentence_behind_a_task_explains_it() {
    assert_eq!(
        texts("## Action items\n\nWe will add a bell. The bell will ring at noon.\n"),
        ["We will add a bell."]
    );
}

#[test]
fn promises_stand_among_lessons_too() {
    assert_eq!(
        texts(
            "## Lessons learned and future hardening of the tower\n\n1. **Ropes:** We will replace all.\n\
                2. **Stairs:** They were dark.\n"
        ),
        ["Ropes: We will replace all."]
    );
    assert_eq!(
        texts(
            "## Lessons learned\n\n### 1. Ropes\n\nGoing forward, we will replace them.\n\n\
                ### 2. Improve the stairs\n\nThey were dark. In future, we will light them.\n"
        ),
        ["Going forward, we will replace them.", "In future, we will light them."]
    );
}

#[test]
fn rows_that_differ_elsewhere_and_a_target_that_is_no_day() {
    assert_eq!(
        entries(
            "## Action items\n\n| Tower | Target bell | Action | Status |\n|---|---|---|---|\n\
                | North | Anna | Replace the worn rope of it | Cleaned |\n\
                | South | Emma | Replace the worn rope of it | 🔴 Outstanding |\n"
        ),
        ["Replace the worn rope of it | - | - | done", "Replace the worn rope of it | - | -"]
    );
    assert_eq!(
        entries("## Action items\n\n- Replace the ropes - @ada - 2024-07-01\n"),
        ["Replace the ropes - @ada - 2024-07-01 | @ada | 2024-07-01"]
    );
}

#[test]
fn a_state_stands_without_the_mark_before_it() {
    let found = told(
        "## Action items\n\n| Action | Status |\n|---|---|\n| Add a bell | 🔴 Outstanding |\n",
    );
    assert_eq!(found[0].state.as_deref(), Some("Outstanding"));
}
