//! Action items as the reader takes them apart: one thing to do, its owner, its day, its state.

use super::summary::{TIMELINE, incident};
use postmirth::incident::{Category, Status};

fn measures(text: &str) -> Vec<String> {
    incident(&format!("# Late{TIMELINE}\n## Corrective and preventative measures\n\n{text}\n"))
        .actions
        .into_iter()
        .map(|action| action.text)
        .collect()
}

#[test]
fn what_is_one_measure() {
    assert_eq!(
        measures("- Add an alert.\n- Rotate the logs."),
        ["Add an alert.", "Rotate the logs."]
    );
    assert_eq!(
        measures("**Improvements:**\n\n1. Add an alert.\n\n**Tasks:**\n\n1. Rotate the logs."),
        ["Add an alert.", "Rotate the logs."]
    );
    assert_eq!(
        measures("- **Improvements:**\n  - Add an alert.\n- **Tasks:**\n  - Rotate the logs."),
        ["Add an alert.", "Rotate the logs."]
    );
    assert_eq!(
        measures(
            "- Add an alert:\n  it fires at 80 %.\n- Rotate the logs.\n  - Daily at first.\n  - \
                Later weekly."
        ),
        ["Add an alert: it fires at 80 %.", "Rotate the logs."]
    );
    assert_eq!(
        measures(
            "So that it stays away, these are the following steps:\n\n- Add an alert.\n\nBy \
                implementing these measures we will sleep better."
        ),
        ["Add an alert."]
    );
    assert_eq!(
        measures("Add an alert on the disk.\nRotate the logs every day."),
        ["Add an alert on the disk.", "Rotate the logs every day."]
    );
    assert_eq!(
        measures("The disk should be watched. It is small. The logs must be rotated every day."),
        ["The disk should be watched.", "The logs must be rotated every day."]
    );
    assert_eq!(
        measures("1. **Add an alert**: it tells us before the disk is full."),
        ["Add an alert: it tells us before the disk is full."]
    );
}

#[test]
fn owner_due_day_and_status() {
    let told = incident(&format!(
        "# Late{TIMELINE}\n## Action items\n\n| Action | Owner | Due | Status \
            |\n|---|---|---|---|\n| Add an alert | Storage | 2024-05-31 | Done |\n| Rotate the \
            logs | | | Open |\n\n- [x] Write the runbook. Owner: @night-shift, due 2024-06-01\n- \
            [ ] Train the team by June 14, 2024\n"
    ));
    let [alert, logs, runbook, training] = &told.actions[..] else {
        unreachable!("four measures, not {:?}", told.actions)
    };
    let due = |action: &postmirth::incident::Action| {
        action.due.map(|due| due.to_string()).unwrap_or_default()
    };
    assert_eq!(
        (alert.text.as_str(), alert.status, alert.owner.as_deref()),
        ("Add an alert", Status::Done, Some("Storage"))
    );
    assert_eq!((due(alert).as_str(), alert.category), ("2024-05-31", Some(Category::Detect)));
    assert_eq!(
        (logs.text.as_str(), logs.status, logs.owner.as_deref()),
        ("Rotate the logs", Status::Open, None)
    );
    assert_eq!((due(logs).as_str(), logs.category), ("", Some(Category::Prevent)));
    assert_eq!((runbook.status, runbook.owner.as_deref()), (Status::Done, Some("@night-shift")));
    assert_eq!((due(runbook).as_str(), runbook.category), ("2024-06-01", Some(Category::Respond)));
    assert_eq!(
        (training.status, due(training).as_str(), training.category),
        (Status::Open, "2024-06-14", Some(Category::Learn))
    );
}

#[test]
fn an_order_that_speaks_of_the_past_is_still_open() {
    let report = "# Dark\n\nOn 2024-04-18 exports failed.\n\n## Timeline\n\n- 09:30 - Dark.\n- \
        11:00 - Light.\n\n## Action items\n\n- Extend the list by every job that was switched \
        off.\n- We added an alert.\n";
    let told: Vec<Status> = incident(report).actions.iter().map(|action| action.status).collect();
    assert_eq!(told, [Status::Open, Status::Done]);
}

/// Each measure with its state.
fn states(text: &str) -> Vec<(String, Status)> {
    incident(&format!("# Late{TIMELINE}\n## Corrective and preventative measures\n\n{text}\n"))
        .actions
        .into_iter()
        .map(|action| (action.text, action.status))
        .collect()
}

#[test]
fn what_should_be_completed_is_open_and_what_was_finalized_is_done() {
    let told = |text: &str| -> Vec<Status> {
        let told = states(text);
        told.into_iter().map(|(_, state)| state).collect()
    };
    let list = "\n\n- Add an alert.\n- Rotate the logs.";
    for lead in [
        "So that it stays away, the tasks below should be completed:",
        "**Must be done:**",
        "**To be completed:**",
    ] {
        assert_eq!(told(&format!("{lead}{list}")), [Status::Open; 2], "{lead}");
    }
    assert_eq!(told(&format!("**Completed:**{list}")), [Status::Done; 2]);
    for (line, state) in [
        ("Late invoices were finalized by hand", Status::Done),
        ("A larger quota was applied", Status::Done),
        ("The quota will be applied after it was reviewed", Status::Open),
        ("The hotfix was not shipped and should be", Status::Open),
    ] {
        assert_eq!(told(&format!("- {line}\n- Rotate the logs"))[0], state, "{line}");
    }
}

#[test]
fn what_is_struck_out_is_no_task() {
    let told = states(
        "- Add an alert.\n- ~~Write to the landlord~~\n- [x] ~~Move the rack~~\n- Rotate \
            ~~nightly~~ the logs every week",
    );
    let told: Vec<_> = told.iter().map(|(text, state)| (&**text, *state)).collect();
    assert_eq!(
        told,
        [
            ("Add an alert.", Status::Open),
            ("Move the rack", Status::Done),
            ("Rotate the logs every week", Status::Open)
        ]
    );
    // What nothing ends strikes nothing out.
    assert_eq!(measures("- Cut the queue to ~~40 jobs."), ["Cut the queue to ~~40 jobs."]);
}

#[test]
fn an_item_that_slipped_to_the_left_takes_no_others_along() {
    assert_eq!(
        measures(
            "  - Add an alert.\n\n  - Rotate the logs.\n\n- Order a spare disk.\n\n  - Train the \
                night shift.\n  - Review the quota."
        ),
        [
            "Add an alert.", "Rotate the logs.", "Order a spare disk.", "Train the night shift.",
            "Review the quota."
        ]
    );
    assert_eq!(
        measures("- Add an alert.\n- Order a disk.\n  - A large one.\n  - A fast one."),
        ["Add an alert.", "Order a disk."]
    );
}

#[test]
fn a_column_of_types_says_what_a_task_is_for() {
    let told = incident(&format!(
        "# Late{TIMELINE}\n## Action items\n\n| Action item | Type | Owner \
            |\n|---|---|---|\n| Tell the shops | mitigate | Mo |\n| Alert the suppliers | \
            respond | Mo |\n| Restore the old quota | fix | Ada |\n| Rotate the logs | detect | \
            Ada |\n| Write a runbook | Prevent | Ada |\n| Train the night shift | process | Ada \
            |\n"
    ));
    let kinds: Vec<Category> = told.actions.iter().filter_map(|action| action.category).collect();
    assert_eq!(
        kinds,
        [
            Category::Respond,
            Category::Respond,
            Category::Prevent,
            Category::Detect,
            Category::Prevent,
            Category::Learn
        ]
    );
}
