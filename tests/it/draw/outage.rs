//! The outage bar: from where to where, and what it does not claim.

use super::incident::WHOLE;
use crate::support::drawing::{bar, drawn, headline, solids, style, timeline, wording};
use postmirth::draw::scene::Form;

#[test]
fn the_time_in_which_nobody_knew_is_told_once() {
    let scene = drawn(WHOLE);
    let whole = solids(&scene, "Outage")[0].area();
    let unnoticed = bar(&scene, "Nobody knew yet");
    assert!(
        whole.x == unnoticed.x && (unnoticed.w / whole.w - 0.1).abs() < 0.01,
        "ten of a hundred minutes: {unnoticed:?} {whole:?}"
    );
    let told = wording(&scene);
    assert!(told.contains("Nobody knew yet 10 min"), "{told}");
    assert!(!told.contains("detect") && !told.contains("until"), "{told}");
    // Without a row of that time, it is a part of the outage's bar.
    let trigger = "- 09:20 - A faulty update is rolled out.\n";
    let scene = drawn(&WHOLE.replace(trigger, ""));
    let told = wording(&scene);
    assert!(told.contains("10 min until it was noticed"), "{told}");
    assert!(!told.contains("Nobody knew"), "{told}");
    let colour = style("paper").light.unnoticed;
    let part = scene.shapes.iter().find(|shape| match &shape.form {
        Form::Rect { paint, .. } => paint.fill == Some(colour),
        _ => false,
    });
    let part = part.expect("the part of the bar").area();
    let whole = solids(&scene, "Outage")[0].area();
    assert_eq!((part.x, part.y), (whole.x, whole.y));
}

#[test]
fn a_stated_end_after_the_entry_that_says_so_is_named() {
    let later = WHOLE.replace("11:00", "12:00").replace("12:00 - Service", "11:00 - Service");
    let told = wording(&drawn(&later));
    assert!(told.contains("Outage, until 12:00 as stated"), "{told}");
    assert!(told.contains("Resolved"), "{told}");
    assert!(!wording(&drawn(WHOLE)).contains("as stated"));
}

#[test]
fn where_the_stated_length_is_another_none_is_told() {
    let scene = drawn(&WHOLE.replace("mail was down:", "mail was down for 3 hours:"));
    assert_eq!(headline(&scene), "Mail down");
    assert!(
        scene.description.starts_with("From 18 April 2024 09:20 to 18 April 2024 11:00 SAST. "),
        "{}",
        scene.description
    );
}

#[test]
fn a_start_after_the_alert_is_no_start() {
    let scene = drawn(&WHOLE.replace("from 09:20 to 11:00 SAST", "from 10:05 to 10:15 SAST"));
    let told = wording(&scene);
    assert!(told.contains("its start and end do not fit its entries"), "{told}");
    assert!(!told.contains("in all") && !told.contains("to detect"), "{told}");
    assert_eq!(headline(&scene), "Mail down");
}

#[test]
fn an_end_that_is_not_told_is_not_invented() {
    let open = drawn(&timeline(&[
        "09:20 - A bad release was deployed to all nodes.",
        "09:30 - An alert paged the on-call engineer.",
        "09:40 - Engineers look into the logs.",
        "10:10 - Rolling back.",
    ]));
    let told = wording(&open);
    assert!(told.contains("end not told"), "{told}");
    let goes_on = |shape: &postmirth::draw::scene::Shape| match &shape.form {
        Form::Path { paint, .. } => paint.stroke.is_some_and(|stroke| stroke.dash.is_some()),
        _ => false,
    };
    let outage = solids(&open, "Incident, end not told");
    assert!(outage.iter().any(|shape| goes_on(shape)), "it ends like one with an end");
    assert!(!told.contains("to resolve"), "{told}");
}

#[test]
fn an_alert_before_the_stated_start_is_nothing_unusual() {
    let scene = drawn(&WHOLE.replace("from 09:20 to 11:00 SAST", "from 09:45 to 11:00 SAST"));
    let told = wording(&scene);
    assert!(!told.contains("do not fit"), "{told}");
    assert_eq!(headline(&scene), "Mail down 1 h 15 min");
    assert!(told.contains("Detected"), "{told}");
}

#[test]
fn an_end_that_is_a_typo_gives_way_to_the_stated_length() {
    let report = |window: &str| {
        format!(
            "# Ticket office closed\n\n## Summary\n\nDuration: 40 minutes, {window}.\n\n## \
                Timeline\n\n- 14:00 UTC - An alert fired: no tickets were sold.\n- 14:20 UTC - The \
                operator restarted the printers.\n- 14:40 UTC - Service was restored.\n"
        )
    };
    for window in ["from 14:00 to 14:20 UTC", "all of it in the afternoon"] {
        let told = headline(&drawn(&report(window)));
        assert_eq!(told, "Ticket office closed 40 min");
    }
}

/// The title of a report with these words above four entries on one morning.
fn titled(words: &str) -> String {
    let entries = "- 09:00 UTC - A new index is rolled out. Impact begins.\n- 09:20 UTC - A reader \
        asks why nothing is found.\n- 10:30 UTC - The old index is deployed again.\n- 15:00 UTC - \
        Ada writes to all readers.\n";
    let report = format!("# Search finds nothing\n\n{words}\n\n## Timeline (UTC)\n\n{entries}");
    headline(&drawn(&report))
}

#[test]
fn a_told_length_ends_where_an_entry_lies_so_long_after_the_start() {
    let told = titled("It took 1 hour and 30 minutes from the start to the deploy of the fix.");
    assert_eq!(told, "Search finds nothing 1 h 30 min");
    let told = titled("## Summary\n\nAt 09:20 UTC we received a report that nothing was found.");
    assert_eq!(told, "Search finds nothing", "nobody tells the end");
}

#[test]
fn a_rough_length_is_told_as_its_author_does() {
    let report = |length: &str| {
        format!(
            "# Ticket office closed\n\n## Summary\n\nThe office was down for {length}, from 14:00 \
                UTC to 17:13 UTC.\n\n## Timeline\n\n- 14:00 UTC - No tickets are sold.\n- 14:20 \
                UTC - The operator restarts the printers.\n- 17:15 UTC - Service was restored.\n"
        )
    };
    let told = |length: &str| headline(&drawn(&report(length)));
    assert_eq!(told("about 3 hours"), "Ticket office closed about 3 h");
    assert_eq!(told("3 hours and 13 minutes"), "Ticket office closed 3 h 13 min");
}

#[test]
fn what_is_mended_late_says_nothing_against_a_start() {
    let told = wording(&drawn(
        "# Ticket office closed\n\n## Summary\n\nAt 14:00 UTC the office went down. It was down \
            for 10 minutes.\n\n## Timeline\n\n- 14:00 UTC - No tickets are sold.\n- 14:20 UTC - The \
            operator restarts the printers.\n- 17:15 UTC - The printers were repaired; service \
            was restored.\n",
    ));
    assert!(!told.contains("do not fit"), "{told}");
}

#[test]
fn times_that_disagree_make_no_length() {
    let rows = "# The mill stood\n\n## Timeline (UTC)\n\n- 2031-05-06 09:00: outage begins, the mill \
        stops\n- 2031-05-06 09:20: the alert fired\n- 2031-05-06 10:00: we found the worn belt\n\
        - 2031-05-06 11:00: the outage is resolved\n";
    assert!(wording(&drawn(rows)).contains("Nobody knew yet 20 min"));
    // The third row lies weeks before the second.
    let torn = rows.replace("05-06 10:00", "04-11 10:00");
    let told = wording(&drawn(&torn));
    assert!(!told.contains("Nobody knew") && !told.contains("2 h"), "{told}");
    // Nobody can count from a minute that nobody knows.
    let blank = rows.replace("06 09:00:", "05");
    let told = wording(&drawn(&blank));
    assert!(!told.contains("Nobody knew") && !told.contains("not told"), "{told}");
}

/// A report whose title says nothing, and whose summary gives only a rough length.
pub(super) const ROUGHLY: &str = "# Incident report\n\nDate: 12 May 2025\n\n\
    On Monday the relay lost its peers for about two hours. About 40 of 60 nodes were down.\n\n\
    ### What happened\n\n\
    - 14:00 - Upgrade to 3.3 started on all nodes\n\
    - 14:10 - First nodes crash with \"bad header\"\n\
    - 14:30 - Operators told in chat to hold the upgrade\n\
    - 15:05 - Tried to clear the header cache; no effect\n\
    - 15:40 - Team found that 3.3 wrote headers in the old order\n\
    - 16:05 - 3.3.1 released\n\
    - 16:20 - Two thirds of the nodes upgraded, blocks flow again\n";

#[test]
fn a_rough_length_alone_is_no_end() {
    let told = wording(&drawn(ROUGHLY));
    assert!(told.contains("about 2 h"), "{told}");
    assert!(told.contains("end not told"), "{told}");
    let over = ROUGHLY.replace(
        "Two thirds of the nodes upgraded, blocks flow again",
        "Service was fully restored",
    );
    assert!(!wording(&drawn(&over)).contains("end not told"));
}
