//! Whose an action item is, and lines among them that are none.

use super::summary::{TIMELINE, incident};
use postmirth::incident::{Action, Status};

fn actions(head: &str, text: &str) -> Vec<Action> {
    incident(&format!("# Late\n\n{head}\n{TIMELINE}\n## Action items\n\n{text}\n")).actions
}

#[track_caller]
fn owned(text: &str, wanted: &[(&str, Option<&str>)]) {
    let head = "**Incident commander:** Ada Okafor  \n**Attendees:** Per, Tove (bells)\n";
    let found = actions(head, text);
    let told: Vec<(&str, Option<&str>)> =
        found.iter().map(|action| (action.task.as_str(), action.owner.as_deref())).collect();
    assert_eq!(told, wanted, "{text:?}");
}

#[test]
fn a_person_whom_the_report_names_owns_the_task_beside_or_below_the_name() {
    owned(
        "* Ada: wax the ropes\n* Tove - count the bells\n* Oil the wheel (Per)\n* Bells: hang two",
        &[
            ("wax the ropes", Some("Ada")),
            ("count the bells", Some("Tove")),
            ("Oil the wheel", Some("Per")),
            ("Bells: hang two", None),
        ],
    );
    owned(
        "* Tove\n  * Wax the ropes\n  * Count the bells\n* Per\n  * Oil the wheel\n* Ring at noon",
        &[
            ("Wax the ropes", Some("Tove")),
            ("Count the bells", Some("Tove")),
            ("Oil the wheel", Some("Per")),
            ("Ring at noon", None),
        ],
    );
}

#[test]
fn blanks_thanks_and_rules_are_no_tasks() {
    owned(
        "* Wax the ropes (Owner: TBD)\n* [Action item]\n* <Add more here>\n* Well done to the whole \
            choir!\n* We sincerely apologize for the silence.\n* Each item should have an owner.",
        &[("Wax the ropes", None)],
    );
}

#[test]
fn what_stands_above_a_table_of_tasks_explains_it() {
    let found = actions(
        "",
        "Every task has a kind:\n\n- Prevent - keep it from coming again.\n- Detect - hear it \
            sooner.\n\n| Action | Kind | Owner | Notes |\n|---|---|---|---|\n| Wax the ropes | prevent \
            | mo | #3 **DONE** |\n| Hang a lamp | detect | [owner] | #4 |\n",
    );
    let told: Vec<_> = found
        .iter()
        .map(|action| (action.task.as_str(), action.owner.as_deref(), action.status))
        .collect();
    assert_eq!(
        told,
        [("Wax the ropes", Some("mo"), Status::Done), ("Hang a lamp", None, Status::Open),]
    );
}

#[test]
fn opportunities_resulting_actions_and_actionables_are_tasks() {
    for name in ["Opportunities", "Resulting actions", "Actionables", "What's next"] {
        let told = incident(&format!("# Late\n{TIMELINE}\n## {name}\n\n- Wax the ropes.\n"));
        assert_eq!(told.actions.len(), 1, "{name}");
    }
}
