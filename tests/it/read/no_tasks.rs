//! What stands among the measures and is none, and what is one measure though it takes several
//! lines.

use super::summary::{TIMELINE, incident};
use postmirth::incident::{Action, Category, Status};

pub(super) fn told(sections: &str) -> Vec<Action> {
    incident(&format!("# Late, 3 June 2024{TIMELINE}\n{sections}\n")).actions
}

pub(super) fn texts(sections: &str) -> Vec<String> {
    told(sections).into_iter().map(|action| action.text).collect()
}

/// Text, owner, due day and whether it is done.
pub(super) fn entries(sections: &str) -> Vec<String> {
    let entry = |action: Action| {
        let due = action.due.map_or("-".into(), |due| due.to_string());
        let owner = action.owner.unwrap_or("-".into());
        let done = action.status == Status::Done;
        format!("{} | {owner} | {due}{}", action.text, if done { " | done" } else { "" })
    };
    told(sections).into_iter().map(entry).collect()
}

#[test]
fn prose_that_closes_the_list_is_no_task() {
    let found = texts(
        "## Corrective measures\n\n- Oil the bells.\n- Add an alert.\n\nThat was quite a night in \
            the tower. The bells must ring, and they will ring on Sunday!",
    );
    assert_eq!(found, ["Oil the bells.", "Add an alert."]);
    let found = texts(
        "## Corrective measures\n\n- Oil the bells.\n\nWe will also ask the bishop for a spare \
            rope.",
    );
    assert_eq!(found.len(), 2, "{found:?}");
}

#[test]
fn what_could_have_gone_better_is_no_task_beside_tasks() {
    let back = "## Lessons learned\n\n### What went well\n\n- The sexton came at once.\n\n### What \
        could be improved\n\n- Ropes: nobody ever looked at them\n- Needed a better ladder\n";
    let ahead = "## Action items\n\n- [ ] Buy a ladder\n";
    assert_eq!(texts(&format!("{back}\n{ahead}")), ["Buy a ladder"]);
}

#[test]
fn the_look_back_at_measures_is_no_task() {
    let found = texts(
        "## Action items\n\n- Buy a ladder\n\n## Follow-up review\n\n**After a month:**\n\n- No \
            bell has fallen since\n- The ladder stands in the tower\n",
    );
    assert_eq!(found, ["Buy a ladder"]);
}

#[test]
fn a_question_alone_leads_away_from_the_tasks() {
    let found = texts(
        "## Corrective measures\n\nThe ropes should be waxed. The ladder should be mended.\n\nHow \
            was the silence told to the town?\n\nA letter was shared with all of the houses.\n",
    );
    assert_eq!(found.len(), 2, "{found:?}");
}

#[test]
fn a_task_its_deadline_and_its_owner_on_lines_of_their_own_are_one() {
    let wanted = ["Wax the ropes. | Sexton | 2024-06-20", "Mend the ladder. | Joiner | 2024-06-21"];
    for form in [
        "Task: Wax the ropes.\nDeadline: June 20, 2024.\nOwner: Sexton\n\nTask: Mend the \
            ladder.\nDeadline: June 21, 2024.\nOwner: Joiner\n",
        "- Task: Wax the ropes.\n- Deadline: June 20, 2024\n- Owner: Sexton\n- Task: Mend the \
            ladder.\n- Deadline: June 21, 2024\n- Owner: Joiner\n",
        "- Ropes:\n  - Task: Wax the ropes.\n  - **Deadline:** June 20, 2024\n  - Owner: \
            Sexton\n- Ladder:\n  - Task: Mend the ladder.\n  - **Deadline:** June 21, 2024\n  - \
            Owner: Joiner\n",
        "Ropes:\n    Task: Wax the ropes.\n    Deadline: June 20, 2024.\n    Owner: \
            Sexton\n\nLadder:\n    Task: Mend the ladder.\n    Deadline: June 21, 2024.\n    \
            Owner: Joiner\n",
    ] {
        assert_eq!(entries(&format!("## Tasks\n\n{form}")), wanted, "{form}");
    }
}

#[test]
fn measures_by_name_behind_us_are_done() {
    let done = |name: &str, entry: &str| {
        let found = told(&format!("## {name}\n\n{entry}"));
        assert_eq!(found.len(), 1, "{name}: {found:?}");
        found[0].status == Status::Done
    };
    for name in ["Preventive measures implemented", "Actions already taken"] {
        assert!(done(name, "- A second rope\n"), "{name}");
        assert!(!done(name, "- We will buy a third rope\n"), "{name}");
        assert!(!done(name, "- [ ] A second rope\n"), "{name}");
    }
    for name in ["Preventive measures to be implemented", "Preventive measures"] {
        assert!(!done(name, "- A second rope\n"), "{name}");
    }
    // What such a measure consists of, and where its alarm rings, are no measures.
    let found = told(
        "## Preventive measures implemented\n\n### 1. A watch on the ropes\n**Where**: the \
            tower\n**Alarms**:\n- Warning: wear > 40%\n- Critical: wear > 60%\n\n### 2. A spare \
            ladder\n**Weekly look**: Sunday\n",
    );
    let found: Vec<_> = found.iter().map(|one| (one.text.as_str(), one.status)).collect();
    assert_eq!(found, [("A watch on the ropes", Status::Done), ("A spare ladder", Status::Done)]);
}

#[test]
fn a_task_says_of_itself_that_it_is_done() {
    for (entry, done) in [
        ("Worn ropes: The sexton's team carefully replaced the worn ropes.", true),
        ("Town crier: the houses were promptly informed by letter.", true),
        ("Fix the steps where wear has been seen.", false),
        ("While we were able to ring by hand, we've had a motor planned for months.", false),
    ] {
        let found = told(&format!("## Corrective measures\n\n- {entry}\n"));
        assert_eq!(found[0].status == Status::Done, done, "{entry}");
    }
}

#[test]
fn numbered_parts_stand_under_the_heading_above_all_of_them() {
    let found = told(
        "## Recommendations\n\n### Urgent\n\n1. **The tower**\n   - Check the beams\n   - Install \
            a lamp\n\n2. **New ropes**\n   - hemp\n   - a spare\n",
    );
    let groups: Vec<_> = found.iter().map(|one| one.group.as_deref().unwrap_or("-")).collect();
    assert_eq!(groups, ["Urgent", "Urgent", "Urgent"], "{found:?}");
}

#[test]
fn the_description_is_the_task_and_not_its_number() {
    let found = entries(
        "## Action items\n\n| Item | Description | Owner |\n|---|---|---|\n| A-1 | Wax the ropes | \
            Sexton |\n",
    );
    assert_eq!(found, ["Wax the ropes | Sexton | -"]);
    let found = told("## Action items\n\n| Measure | Details |\n|---|---|\n| Wax | 85% of it |\n");
    assert_eq!(found[0].due_words, None);
}

#[test]
fn what_a_task_is_for() {
    use Category::{Detect, Learn, Prevent, Respond};
    for (entry, category) in [
        ("Publish updates on the status page sooner.", Some(Respond)),
        ("Automate the failover to the other tower to prevent such a night.", Some(Prevent)),
        ("Raise the limit to 256; document how it is reckoned.", Some(Prevent)),
        ("Test the restore of a backup.", Some(Respond)),
        ("Add an alert on failed probes.", Some(Detect)),
        ("Set up a hot standby of the tide gauge in the other tower.", Some(Prevent)),
        ("Deploy a second, standby server.", Some(Prevent)),
        ("Add a runbook for the standby in the other tower.", Some(Respond)),
        ("Hold a retrospective with the ringers", Some(Learn)),
        ("The tide gauge should be fixed.", Some(Prevent)),
        ("Rope care: Monitor the wear of all ropes", Some(Detect)),
        // What only looks into a matter, and what a word further back may be for, is for nothing.
        ("Discuss when to call a night lost.", None),
        ("Make sure that the status is checked after a restart.", None),
        ("Ensure that the contact for renewals is right.", None),
        ("Find out why 400 responses ended the script.", None),
        ("Move the ropes of the logging server.", None),
        ("A message will be posted for all ringers.", None),
        ("Guidelines and rules for the ropes", None),
        ("Build a taller tower (better monitoring)", None),
    ] {
        let found = told(&format!("## Corrective measures\n\n- {entry}\n"));
        assert_eq!(found[0].category, category, "{entry}");
    }
}

#[test]
fn what_leans_defines_or_invites_is_no_task() {
    // A note that the author left in the prose opens no list.
    assert!(texts("TODO: Credit? Ask Ana.\n\nWe are grateful to all who wrote to us.").is_empty());
    let found = texts(
        "## Action items\n\n- Oil the bells.\n- Add an alert.\n\n## Follow-up\n\nA follow-up \
            meeting is scheduled for 5 September 2024, to review the progress.",
    );
    assert_eq!(found, ["Oil the bells.", "Add an alert."]);
    let found = texts(
        "## Future work\n\n### Removal of the old clapper\n\nThe old clapper was meant for the \
            small bell. It will be taken out before winter.\n\n### Ropes\n\nThe ropes are worn. \
            They will be changed.",
    );
    assert_eq!(found, ["Removal of the old clapper"]);
    let found = texts(
        "## Prevention\n\nA second bell in the tower would prevent this. A bell rings when it is \
            struck and stops ropes that will tear.",
    );
    assert_eq!(found, ["A second bell in the tower would prevent this."]);
}

#[test]
fn improvements_ahead_are_read_and_what_works_is_done() {
    let found = told(
        "## Looking forward\n\nWe have identified several areas:\n\n1. **Ropes**\n   - Testing the \
            ropes under load.\n\n2. **Bells**\n   - Hanging them lower.\n",
    );
    let tasks: Vec<&str> = found.iter().map(|action| action.task.as_str()).collect();
    assert_eq!(tasks, ["Ropes", "Bells"]);
    let found = entries("## Action items\n\n- Bell rope confirmed working\n- Oil the bells.\n");
    assert_eq!(found, ["Bell rope confirmed working | - | - | done", "Oil the bells. | - | -"]);
}

#[test]
fn a_ticked_task_keeps_the_names_below_it() {
    let found = told(
        "## Action items\n\n- [ ] Ensure that a rope is in place for:\n  - [ ] Great Tom\n  - [ ] \
            Small Tom\n- [ ] Oil the bells.\n",
    );
    assert_eq!(found.len(), 2);
    assert_eq!(found[0].parts.len(), 2);
}
