//! The text of each task without what stands around it, whether it is done, and lines that are no
//! task.

use super::no_tasks::{texts, told};
use postmirth::incident::Status;

/// The texts of the tasks that are done, and of those that are not.
fn settled(list: &str) -> (Vec<String>, Vec<String>) {
    let found = told(&format!("## Corrective measures\n\n{list}"));
    let (done, open): (Vec<_>, Vec<_>) =
        found.into_iter().partition(|one| one.status == Status::Done);
    let texts = |all: Vec<postmirth::incident::Action>| all.into_iter().map(|one| one.task);
    (texts(done).collect(), texts(open).collect())
}

#[test]
fn a_task_has_no_label_clock_mark_or_brace_around_it() {
    for entry in [
        "Task 2: Wax the ropes.",
        "Improvements: Wax the ropes.",
        "Category: upkeep. Wax the ropes. Owner: @sexton Tracking: BELL-7. Due: 4 May 2024.",
        "3:30 PM: Wax the ropes.",
        ": Wax the ropes.",
        ":wrench: Wax the ropes.",
        "✅ Wax the ropes. ✔️",
        "[DONE] Wax the ropes.",
        "{{ Wax the ropes. }} [link to github issue]",
        "Wax the ropes. [Issue](https://bells.example/issues/7)",
        "Wax the ropes. Ticket #7",
        "Wax the ropes. DONE in PR #7",
    ] {
        let found = told(&format!("## Corrective measures\n\n- {entry}\n- Order bells\n"));
        assert_eq!(found[0].task, "Wax the ropes.", "{entry}");
    }
    // Without a full stop between them the link alone tells the word from the task.
    assert_eq!(
        texts("## Corrective measures\n\n- Wax ropes before [PR](https://bells.example/7)\n"),
        ["Wax ropes before"]
    );
    assert_eq!(texts("## Corrective measures\n\n- Close the issue\n"), ["Close the issue"]);
}

#[test]
fn a_list_of_deeds_is_done() {
    let (done, open) = settled("- Conducted a test\n- Strengthened the frame\n- Extended roles\n");
    assert_eq!((done.len(), open.len()), (3, 0), "{open:?}");
    // Such words alone may be wishes.
    let (done, open) = settled("- Strengthened frame\n- Enhanced lighting\n");
    assert_eq!((done.len(), open.len()), (0, 2), "{done:?}");
    let (done, open) = settled(
        "- A note was sent to all ringers\n- A sign was placed below the bell\n- Got help from \
            the founders\n- The bell should ring once. We already fixed that.\n- Grease the axle\n  \
            - This has been done: see the log\n- Oil the clapper (we sold ours)\n- Check it. It \
            could have been fixed by hand.\n",
    );
    assert_eq!((done.len(), open.len()), (5, 2), "{open:?}");
}

#[test]
fn done_before_the_list_says_nothing_of_it() {
    let (done, open) = settled(
        "We have done a review of the last days. These are the steps to come:\n\n- Wax the ropes. \
            (Accomplished.)\n- Order a bell\n- Grease the axle\n",
    );
    assert_eq!(done, ["Wax the ropes."]);
    assert_eq!(open, ["Order a bell", "Grease the axle"]);
}

#[test]
fn what_is_about_the_report_or_the_state_of_things_is_no_task() {
    for line in [
        "[ ] Sections above are filled out",
        "[x] Incident has been dealt with",
        "Outline the steps taken to mend the bell",
        "[Link to postmortem](https://bells.example/post)",
        "The night seemed to come from a torn rope",
        "The tower is now fully operational",
        "The current rope requires two ringers",
        "To prevent such nights we will",
        "On a lighter note, we have learned to whistle",
        "Moving forward, these measures will keep us safe",
    ] {
        let found = texts(&format!("## Corrective measures\n\n- Wax the ropes\n- {line}\n"));
        assert_eq!(found, ["Wax the ropes"], "{line}");
    }
    assert_eq!(
        texts(
            "## Future work\n\n### Identified problems\n\n- Ropes wear out unseen\n\n### Plan\n\n- \
                Wax the ropes\n"
        ),
        ["Wax the ropes"]
    );
}

#[test]
fn the_title_of_a_report_is_not_the_name_of_its_measures() {
    let text = "# Knot preventing the bell\n\nA knot was tied to fix the rope.\n\n## Summary\n\nThe \
                bell was silent. The ringers have cut the knot.\n\n## Action items\n\n- Wax ropes\n";
    assert_eq!(texts(text), ["Wax ropes"]);
}

#[test]
fn tasks_in_other_forms_are_found() {
    assert_eq!(
        texts(
            "## Preventive measures taken\n\nThe rope was renewed by:\n\n**1) Waxing the \
                rope**\n\n- melt the wax\n\n**2) Order a spare**\n\n- ask for a price\n\nAfter this, \
                we will also add the following:\n\n- a guard for the bell\n"
        ),
        ["Waxing the rope", "Order a spare", "a guard for the bell"]
    );
    for entry in [
        "We will improve documentation",
        "Nora to send a list of ropes to the mill",
        "Set-up a bell in the yard",
    ] {
        let found = texts(&format!("## Corrective measures\n\n- Wax ropes\n- {entry}\n"));
        assert_eq!(found, ["Wax ropes", entry]);
    }
    let found = told(
        "## Corrective measures\n\n- Tower door: Add a second lock, for:\n  - the night watch\n  - \
            guests\n- Wax the ropes\n",
    );
    assert_eq!(found.len(), 2);
    assert_eq!(found[0].parts.len(), 2);
}
