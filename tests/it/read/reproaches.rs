//! What stands among the measures and looks back, explains, or is for every time; and measures in
//! forms of their own.

use super::no_tasks::{entries, texts, told};
use postmirth::incident::Category;

#[test]
fn a_reproach_is_neither_a_task_nor_done() {
    let found = texts(
        "## Corrective measures\n\nThe bell founder could have warned the guards by a note. For \
            such nights there should be a watchman in the tower.",
    );
    assert_eq!(found, ["For such nights there should be a watchman in the tower."]);
}

#[test]
fn failings_below_what_needs_improvement_are_no_tasks() {
    for name in ["What Needs Improvement", "What Went Wrong"] {
        let found = entries(&format!(
            "## Detection and response\n\n### What Worked Well\n\n1. **Guards**\n   - They \
                came at once\n\n### {name}\n\n1. **Prevention**\n   - ❌ No hooks to hold the \
                rope\n   - ❌ No training for the guards\n\n## Action items\n\n1. ✅ Tied the rope\n",
        ));
        assert_eq!(found, ["Tied the rope | - | - | done"], "{name}");
    }
}

#[test]
fn a_crossed_point_is_a_failing_unless_it_is_an_order() {
    let found = texts(
        "## Prevention\n\n- ❌ No hooks to hold the rope\n- ❌ Add a lamp\n- ✅ Tied the rope\n",
    );
    assert_eq!(found, ["Add a lamp", "Tied the rope"]);
}

#[test]
fn prose_below_an_order_explains_it() {
    let found = texts(
        "## Improvements\n\nMistakes are good teachers and here are the lessons that we have \
            taken.\n\nImprove the lamps, above all in the tower. The more we can see the less we \
            have to guess.\n\nEstablish a rota for the guards. We should know our parts.\n\nReduce \
            the time from tear to new rope. The founder will take steps to make ropes \
            sooner.\n\nKnow who is to ring.",
    );
    let want = [
        "Improve the lamps, above all in the tower.",
        "Establish a rota for the guards.",
        "Reduce the time from tear to new rope.",
        "Know who is to ring.",
    ];
    assert_eq!(found, want);
}

#[test]
fn a_bold_task_above_its_command_is_one() {
    let found = texts(
        "## Prevention\n\n### Immediate actions\n\n1. **Set the bells to ring**: Make sure that \
            they do\n   ```bash\n   bells --ring\n   ```\n\n2. **Check the ropes**:\n   ```bash\n   \
            ropes --list\n   ```\n",
    );
    assert_eq!(found, ["Set the bells to ring: Make sure that they do", "Check the ropes"]);
}

#[test]
fn a_checklist_for_every_time_is_no_task() {
    let found = texts(
        "## Prevention\n\n### Immediate actions\n\n- Oil the bells\n\n### Peal checklist\n\nBefore \
            each peal:\n1. Note which bells hang\n2. Check the ropes\n",
    );
    assert_eq!(found, ["Oil the bells"]);
}

#[test]
fn a_sentence_may_lead_to_several_orders() {
    let found = texts(
        "## Corrective measures\n\nThings that we could do to keep it away would be to remember to \
            check the ropes before a peal and to always count the bells after it.\nWe have a \
            ladder for such a case, should it come again.",
    );
    assert_eq!(found, ["Check the ropes before a peal", "Always count the bells after it."]);
    let found = texts(
        "## Preventative measures\n\nOur improvement for this is to have each knot looked at by \
            two guards.\n\nAction items:\n\n- Oil the bells\n",
    );
    assert_eq!(found, ["Have each knot looked at by two guards.", "Oil the bells"]);
}

#[test]
fn numbers_in_brackets_begin_tasks_and_a_byline_is_none() {
    let found = texts(
        "## Corrective measures\n\nThe following measures will be taken for the bells of the \
            tower:\n(1)\tThe rope will be tied again to hold the bell.\n\tA lamp will be hung to \
            see the rope.\n(2)\tThe ladder will be mended to reach the bell.\n\nBy:- Ada \
            Okafor\nada@example.org\n",
    );
    assert_eq!(
        found,
        [
            "The rope will be tied again to hold the bell.",
            "A lamp will be hung to see the rope.",
            "The ladder will be mended to reach the bell.",
        ]
    );
    let found = texts(
        "## Future\n\n## Action items\n\nTo keep it away, we'll mend the ropes. We're on it like a \
        squad of heroes!",
    );
    assert_eq!(found, ["To keep it away, we'll mend the ropes."]);
}

#[test]
fn one_word_names_a_group() {
    let found = texts(
        "## Action items\n\n1. **Monitoring**\n   - Set up alerts for the ropes\n   - Monitor the \
            lamps\n",
    );
    assert_eq!(found, ["Set up alerts for the ropes", "Monitor the lamps"]);
}

#[test]
fn the_name_of_a_task_says_what_it_is_for() {
    for (entry, category, certain) in [
        ("**Increase the Pool of Ropes**: Update and monitor it.", Category::Prevent, true),
        ("**Scale Out**: Use more bells at night.", Category::Prevent, true),
        ("Be more careful with the ropes and avoid knots.", Category::Prevent, true),
        ("Develop a way for quick status notifications.", Category::Respond, true),
        ("Reduce the time from tear to rope.", Category::Prevent, false),
        ("Removed names from all documentation", Category::Prevent, false),
    ] {
        let found = told(&format!("## Corrective measures\n\n- {entry}\n"));
        let action = &found[0];
        let own = action.category.unwrap_or(action.leaning);
        assert_eq!((own, action.category.is_some()), (category, certain), "{entry}");
    }
}
