//! What a measure says of itself: who, by when, how far, what it consists of; and what is only
//! wished for in general.

use postmirth::incident::{Action, Category, Status};
use postmirth::read::read;
use postmirth::source::Source;

/// The measures of a report from 2025 with these lines below "Corrective and preventative
/// measures".
fn actions(lines: &str) -> Vec<Action> {
    let text = format!(
        "# Lights out\n\nOn 2025-03-04 from 09:00 to 10:00 UTC.\n\n## Timeline\n\n- 09:00 - \
            Dark.\n- 10:00 - Light.\n\n## Corrective and preventative measures\n\n{lines}"
    );
    read(&Source::new("report.md", text)).value.actions
}

#[track_caller]
fn one(line: &str) -> Action {
    let found = actions(line);
    assert_eq!(found.len(), 1, "{line}: {found:?}");
    found.into_iter().next().expect("one")
}

/// Task, owner, due, state, done.
fn told(action: &Action) -> String {
    let day = |day: Option<chrono::NaiveDate>| day.map(|day| day.to_string());
    let due = day(action.due).or_else(|| action.due_words.clone());
    let or = |text: Option<String>| text.unwrap_or_else(|| "-".into());
    let (owner, state) = (or(action.owner.clone()), or(action.state.clone()));
    format!("{} | {owner} | {} | {state} | {}", action.task, or(due), or(day(action.done_on)))
}

#[test]
fn what_it_says_of_itself_is_parted_from_what_is_to_be_done() {
    for (line, wanted) in [
        ("- Turn the heater off at night.", "Turn the heater off at night. | - | - | - | -"),
        (
            "- [ ] Turn the heater off. @boiler-crew, due 2025-04-10",
            "Turn the heater off. | @boiler-crew | 2025-04-10 | - | -",
        ),
        (
            "- Turn the heater off (@mo, due 2025-04-10)",
            "Turn the heater off | @mo | 2025-04-10 | - | -",
        ),
        (
            "- Turn the heater off. Owner: Boiler crew, due 10 April 2025.",
            "Turn the heater off. | Boiler crew | 2025-04-10 | - | -",
        ),
        (
            "- Turn the heater off (Boilers, due 2025-04-10)",
            "Turn the heater off | Boilers | 2025-04-10 | - | -",
        ),
        (
            "- Turn the heater off. (Boilers, done 2025-03-20)",
            "Turn the heater off. | Boilers | - | - | 2025-03-20",
        ),
        (
            "- Turn the heater off. @mo, due 2025-04-10 (blocked: no key to the cellar)",
            "Turn the heater off. | @mo | 2025-04-10 | blocked: no key to the cellar | -",
        ),
        ("- Turn the heater off (in review)", "Turn the heater off | - | - | in review | -"),
        (
            "- Turn the heater off, due end of spring",
            "Turn the heater off | - | end of spring | - | -",
        ),
        ("- Turn the heater off (HEAT-12)", "Turn the heater off | - | - | HEAT-12 | -"),
        (
            "- Turn the heater off - status: waiting for parts",
            "Turn the heater off | - | - | waiting for parts | -",
        ),
        (
            "- Turn the heater off (due by Apr 10, 2025).",
            "Turn the heater off | - | 2025-04-10 | - | -",
        ),
        ("- ✅ Turn the heater off (Accomplished.)", "Turn the heater off | - | - | - | -"),
        // What only looks like it stays where it is.
        (
            "- Review open, closed tickets of the boiler.",
            "Review open, closed tickets of the boiler. | - | - | - | -",
        ),
        (
            "- Ask twice (once by mail, once by phone).",
            "Ask twice (once by mail, once by phone). | - | - | - | -",
        ),
        (
            "- Close the valve, then open the tap.",
            "Close the valve, then open the tap. | - | - | - | -",
        ),
    ] {
        assert_eq!(told(&one(line)), wanted, "{line}");
    }
}

#[test]
fn the_columns_of_a_table_count_as_written() {
    let found = actions(
        "| Task | Who | When | Status |\n| --- | --- | --- | --- |\n| Turn the heater off | \
            Boilers | 2025-04-10 | In progress |\n| Paint it | Mo | next spring | Done |\n",
    );
    let told: Vec<String> = found.iter().map(told).collect();
    assert_eq!(
        told,
        [
            "Turn the heater off | Boilers | 2025-04-10 | In progress | -",
            "Paint it | Mo | next spring | Done | -"
        ]
    );
    assert_eq!([found[0].status, found[1].status], [Status::Open, Status::Done]);
}

#[test]
fn lines_below_a_measure_are_remarks_or_parts() {
    let action = one(
        "- [ ] Turn the heater off at night\n  - Owner: Boilers\n  - Due: 2025-04-10\n  - Status: \
            in progress\n  - [x] Buy a timer\n  - [ ] Wire it up\n  - Tell the neighbours\n",
    );
    assert_eq!(
        told(&action),
        "Turn the heater off at night | Boilers | 2025-04-10 | in progress | -"
    );
    let parts: Vec<(&str, Option<bool>)> =
        action.parts.iter().map(|part| (part.text.as_str(), part.done)).collect();
    assert_eq!(
        parts,
        [("Buy a timer", Some(true)), ("Wire it up", Some(false)), ("Tell the neighbours", None)]
    );
    assert_eq!(action.ticked, Some(false));
}

#[test]
fn improvements_in_general_are_told_from_tasks_where_the_report_does() {
    let broad = |lines: &str| actions(lines).iter().map(|action| action.broad).collect::<Vec<_>>();
    let tasks = "- Turn the heater off.\n- Buy a timer.\n";
    assert_eq!(broad(tasks), [false, false]);
    assert_eq!(
        broad(&format!("What can be improved:\n\n- Heat less at night.\n\nTasks:\n\n{tasks}")),
        [true, false, false]
    );
    assert_eq!(
        broad(&format!("### Improvements\n\n- Heat less at night.\n\n### To do\n\n{tasks}")),
        [true, false, false]
    );
    // All of one kind: nothing is set apart.
    assert_eq!(broad(&format!("### Improvements\n\n{tasks}")), [false, false]);
    // A verb is no heading for wishes.
    assert_eq!(
        broad(&format!("Improve the boiler:\n\n{tasks}\nTasks:\n\n- Paint it.\n")),
        [false, false, false]
    );
}

#[test]
fn below_action_items_a_group_of_improvements_holds_tasks() {
    let text = "# Lights out\n\n## Timeline\n\n- 09:00 - Dark.\n\n## Action items\n\n### Process \
        improvements\n\n- Heat less at night.\n\n### Alarms\n\n- Buy a bell.\n";
    let found = read(&Source::new("report.md", text)).value.actions;
    assert_eq!(found.iter().map(|action| action.broad).collect::<Vec<_>>(), [false, false]);
}

#[test]
fn the_place_of_a_measure_is_where_its_words_stand() {
    let text = "# Dark\n\nOn 2025-03-04 from 09:00 to 10:00 UTC.\n\n## Timeline\n\n- 09:00 - \
        Dark.\n- 10:00 - Light.\n\n## Corrective and preventative measures\n\n    * \
        Improvements:\n\tWatch the lamps.\n    * Tasks:\n        Replace the fuse by a larger \
        one.\n        Write down where the spare lamps lie.\n";
    let source = Source::new("report.md", text);
    for action in read(&source).value.actions {
        assert_eq!(
            source.slice(action.span).trim_end_matches('.'),
            action.text.trim_end_matches('.')
        );
    }
}

#[test]
fn what_asks_for_a_report_and_advice_in_general_are_no_measures() {
    let found = actions(
        "- Buy a timer.\n- Make people want to read your postmortem\n- It is always important to \
            test a heater.\n- Directory: heater-postmortem\n",
    );
    let told: Vec<&str> = found.iter().map(|action| action.task.as_str()).collect();
    assert_eq!(told, ["Buy a timer."]);
}

#[test]
fn the_authors_group_and_bold_words_are_kept() {
    let found = actions(
        "### Right away\n\n- **Timer:** buy one.\n- Turn the heater off.\n\n### Monitoring\n\n\
            - Look at the meter.\n",
    );
    let told: Vec<(Option<&str>, Option<&str>)> =
        found.iter().map(|action| (action.group.as_deref(), action.lead.as_deref())).collect();
    assert_eq!(
        told,
        [
            (Some("Right away"), Some("Timer")),
            (Some("Right away"), None),
            (Some("Monitoring"), None),
        ]
    );
    // The author's word for the group says what all of it is for.
    assert_eq!(found[2].category, Some(Category::Detect));
    // A line that leads up to them is no group.
    let led = actions("We will do the following:\n\n- Buy a timer.\n- Paint it.\n");
    assert!(led.iter().all(|action| action.group.is_none()), "{led:?}");
}

#[test]
fn an_owner_ends_where_the_next_label_begins() {
    let action = one("- Turn the heater off. Owner: @mo Ticket: HEAT-12. Due: 10 April 2025.");
    assert_eq!(action.owner.as_deref(), Some("@mo"));
}
