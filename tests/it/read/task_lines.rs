//! Lines and sentences among the measures: which of them are tasks, how much of each, whether it is
//! done, and what it is for.

use super::no_tasks::{entries, texts, told};
use postmirth::incident::{Category, Status};

#[test]
fn a_bold_name_with_a_text_below_it_is_one_task_and_its_list_explains_it() {
    let found = told(
        "## Remediation\n\n### Urgent work (completed)\n\n1. **A search for worn ropes**\nWe went \
            through the tower with the ropemaker and looked at:\n\n- the knots\n- the pulleys\n\n2. \
            **New ropes**\n\n- Hemp for the large bell\n\n### Planned\n\n1. **A watch on the \
            wear**\nThe sexton will measure each rope. He writes down:\n\n- its length\n- its \
            age\n",
    );
    let found: Vec<_> = found.iter().map(|one| (one.text.as_str(), one.status)).collect();
    assert_eq!(
        found,
        [
            ("A search for worn ropes", Status::Done),
            ("New ropes", Status::Done),
            ("A watch on the wear: The sexton will measure each rope.", Status::Open)
        ]
    );
}

#[test]
fn the_task_below_a_name_is_the_task() {
    let found = entries(
        "## Action items\n\n1. **Ropes**\n   - **Action:** Wax them twice a year.\n   - \
            **Responsible:** Sexton\n   - **Deadline:** June 20, 2024\n",
    );
    assert_eq!(found, ["Wax them twice a year. | Sexton | 2024-06-20"]);
}

#[test]
fn what_a_template_or_the_author_says_of_the_list_is_no_task() {
    for lines in [
        "Every action item should have a ticket, so that nobody forgets it.\n\n- Oil the bells.",
        "We are tracking all action items on a board in the vestry.\n\n- Oil the bells.",
        "Silence is what we are working on all year. Ringing is a work of years for us.\n\n- Oil \
            the bells.",
        "- Oil the bells.\n\nMost days, both of these will be the same rope.",
        "- Oil the bells.\n\nBells that hang high are rare, so we have a rule for each of them.",
        "The town should not wake like this. We have not looked after the bells.\n\n- Oil the \
            bells.",
    ] {
        let found = texts(&format!("## Action items\n\n{lines}\n"));
        let tasks = found.iter().filter(|text| *text != "Oil the bells.");
        assert!(tasks.clone().all(|text| text.contains("should not wake")), "{found:?}");
    }
    assert!(texts("## Action items\n\nNo immediate action items.\n").is_empty());
    assert_eq!(
        texts("## Next steps\n\nCheck! Check check check. Check the ropes before noon.\n"),
        ["Check the ropes before noon."]
    );
    // A wrapped line is no heading, though it is the name of one.
    let found = texts(
        "## Lessons learned\n\n### What went wrong\n\nEach of these things ought to end up in the \
            list further below, under\nAction items.\n\n1. Nobody heard the bell for an hour\n\n## \
            Action items\n\n1. Oil the bells.\n",
    );
    assert_eq!(found, ["Oil the bells."]);
}

#[test]
fn questions_are_answered_and_conditions_come_first() {
    let found = texts(
        "## Review actions\n\nCould the sexton ring differently?\n\nNo, the rope was too \
            short\n\nDo we need a bell at all? Ask the bishop, keep one for now.\n",
    );
    assert_eq!(found, ["Ask the bishop, keep one for now."]);
    let found = texts(
        "## Action items\n\n- If a rope tears, call the ropemaker within an hour.\n- If we had \
            looked at the rope, we could have changed it in time.\n- The bell needs a louder \
            clapper\n",
    );
    assert_eq!(
        found,
        ["If a rope tears, call the ropemaker within an hour.", "The bell needs a louder clapper"]
    );
}

#[test]
fn a_sentence_that_spells_a_task_out_belongs_to_it() {
    let found = texts(
        "## Corrective measures\n\nTest the ropes more often. In particular, hang weights on the \
            old ones.\nOil the bells.\n",
    );
    assert_eq!(
        found,
        [
            "Test the ropes more often. In particular, hang weights on the old ones.",
            "Oil the bells."
        ]
    );
}

#[test]
fn the_words_of_a_link_are_not_part_of_a_task() {
    let found = texts(
        "## Action items\n\n- Oil the bells. [Issue](https://example.org/1)\n- Wax the ropes \
            ([link to issue](https://example.org/2))\n- Hang the bell lower[PR \
            #7](https://example.org/3)\n- Mend the broken link\n- https://example.org/issues/12\n- [ ] \
            Write an incident report\n",
    );
    assert_eq!(
        found,
        [
            "Oil the bells.",
            "Wax the ropes",
            "Hang the bell lower",
            "Mend the broken link",
            "https://example.org/issues/12",
            "Write an incident report"
        ]
    );
}

#[test]
fn done_is_what_was_done() {
    for (entry, done) in [
        ("Switched to hemp ropes", true),
        ("Improved ropes", false),
        ("New ropes: Patched the old ones with twine", true),
        ("Longer ropes: no more jumping, our ropes are now three yards longer", true),
        ("We've advised the ringers to wear gloves", true),
        ("Raised a ticket to replace the ropes", false),
        ("The team discussed to replace the ropes", false),
        ("Look out for a rope that goes bad: what can be done in such a case", false),
        ("If possible, watch the next ringing, if we have fixed the rope", false),
        ("It has been agreed that a new rope is required", false),
        ("The splice will be taken out when the rope has been replaced", false),
        ("Request for new ropes raised", true),
    ] {
        let found = told(&format!("## Corrective measures\n\n- {entry}\n"));
        assert_eq!(found[0].status == Status::Done, done, "{entry}");
    }
    let found = told(
        "## Corrective measures\n\nTo keep the bells ringing, we have taken the following \
            actions:\n\n- Spare ropes in the vestry\n- **Stairs:**\n  - A lamp on each floor\n",
    );
    assert_eq!(found.len(), 2);
    assert!(found.iter().all(|one| one.status == Status::Done));
}

#[test]
fn dashes_make_a_list() {
    assert_eq!(
        texts("## Corrective measures\n\n1. Ropes:\n— Wax the ropes.\n— Order a spare one.\n"),
        ["Wax the ropes.", "Order a spare one."]
    );
}

#[test]
fn a_stray_word_does_not_say_what_a_task_is_for() {
    use Category::{Detect, Learn, Prevent, Respond};
    for (entry, category) in [
        ("Set limits on the bells (monitoring, alerts)", None),
        ("Raise the memory limit of the Prometheus container", Some(Prevent)),
        ("Hire a second sexton, as the wiki page says", None),
        ("Write and document a plan for the response to fires", Some(Respond)),
        ("Run many tests before each service", Some(Prevent)),
        ("The service account has been documented", Some(Learn)),
        ("Make sure that everybody gets emailed when the bell is down", Some(Detect)),
        ("Show a notification when a new hymn is out", None),
        ("Create a ticket to alert on loose knots", Some(Detect)),
        ("Write scripts for rolling back to the old rope", Some(Respond)),
        ("Review the incident with all the ringers", Some(Learn)),
    ] {
        let found = told(&format!("## Corrective measures\n\n- {entry}\n"));
        assert_eq!(found[0].category, category, "{entry}");
    }
}

#[test]
fn advice_for_the_reader_is_no_task() {
    let found = texts(
        "## What should you do?\n\nOur recommendations are to:\n\n1. Look for torn ropes\n\n## How \
            we prevent it\n\n- Oil the bells.\n",
    );
    assert_eq!(found, ["Oil the bells."]);
}

#[test]
fn prose_announces_a_list_wherever_it_stands() {
    let found = told(
        "## Mitigation\n\nTo prevent another silent night, the following steps have been \
            taken:\n\n- Ropes: ordered a spare one\n- Lamps: a lamp on the stairs\n\n## Action \
            items\n\n- Oil the bells.\n",
    );
    let found: Vec<_> = found.iter().map(|one| (one.text.as_str(), one.status)).collect();
    assert_eq!(
        found,
        [
            ("Oil the bells.", Status::Open),
            ("Ropes: ordered a spare one", Status::Done),
            ("Lamps: a lamp on the stairs", Status::Done)
        ]
    );
    let found = texts(
        "The rope was too short. Moving forward, we will measure each rope.\n\nThe bells \
            are old. To prevent silence, they are rung twice.\n",
    );
    assert_eq!(found, ["Moving forward, we will measure each rope."]);
}
