//! The forms of a place: lists, quotes, tables, headings, HTML.

use super::place::{HEAD, TAIL, add, becomes, sound, timeline, with};
use postmirth::spice::place::Spot;

#[test]
fn lists() {
    becomes(
        "- 09:30 - The alert fired.\n- 10:30 - Restored.",
        "- 09:30 - The alert fired.<!--fun--> *One.*<!--/fun-->\n- 10:30 - Restored.<!--fun--> \
            *Two.*<!--/fun-->",
    );
    becomes(
        "1. 09:30 - The alert\n   fired at once.\n   - Nobody saw it.\n\n2. 10:30 - \
            Restored.  \n\n   By hand.",
        "1. 09:30 - The alert\n   fired at once.<!--fun--> *One.*<!--/fun-->\n   - Nobody saw \
            it.\n\n2. 10:30 - Restored.<!--fun--> *Two.*<!--/fun-->  \n\n   By hand.",
    );
    becomes(
        "* **09:30** The [alert](https://x.example/a) <br>\n* 10:30 `all` is *well* <!-- \
            postmirth: kind=resolved -->",
        "* **09:30** The [alert](https://x.example/a)<!--fun--> *One.*<!--/fun--> <br>\n* 10:30 \
            `all` is *well* <!-- postmirth: kind=resolved --><!--fun--> *Two.*<!--/fun-->",
    );
}

#[test]
fn lines_and_quotes() {
    becomes(
        "09:30 - The alert fired.  \n10:30 - Restored.\\\n10:40 - Closed.",
        "09:30 - The alert fired.<!--fun--> *One.*<!--/fun-->  \n10:30 - Restored.<!--fun--> \
            *Two.*<!--/fun-->\\\n10:40 - Closed.",
    );
    becomes(
        "**09:30**\nThe alert fired.\n\n**10:30**\n\nRestored.",
        "**09:30**\nThe alert fired.<!--fun--> \
            *One.*<!--/fun-->\n\n**10:30**\n\nRestored.<!--fun--> *Two.*<!--/fun-->",
    );
    becomes(
        "> - 09:30 - The alert fired.\n> - 10:30 - Restored.",
        "> - 09:30 - The alert fired.<!--fun--> *One.*<!--/fun-->\n> - 10:30 - \
            Restored.<!--fun--> *Two.*<!--/fun-->",
    );
}

#[test]
fn tables() {
    becomes(
        "| Time | What | Who |\n|---|---|---|\n| 09:30 | The alert fired | Mo |\n| 10:30 | \
            Restored | the on-call engineer |",
        "| Time | What | Who |\n|---|---|---|\n| 09:30 | The alert fired<!--fun--> \
            *One.*<!--/fun--> | Mo |\n| 10:30 | Restored<!--fun--> *Two.*<!--/fun--> | the \
            on-call engineer |",
    );
}

#[test]
fn headings_of_their_own() {
    becomes(
        "### 09:30 The alert fired\n\nNobody saw\nit.\n\nAt first.\n\n### 10:30 Restored",
        "### 09:30 The alert fired\n\nNobody saw\nit.<!--fun--> *One.*<!--/fun-->\n\nAt \
            first.\n\n### 10:30 Restored<!--fun-->\n\n*Two.*<!--/fun-->",
    );
    timeline("### 09:30 The alert fired ###\n\n### 10:30 Restored ###\n\n### 10:40 Closed ###");
    timeline("09:30 The alert fired\n---\n\n10:30 Restored\n---");
}

#[test]
fn a_heading_without_humour_stays_as_it_is() {
    let entries = "### 09:30 The alert fired\n- Nobody saw it.\n\n### 10:30 Restored";
    let text = format!("{HEAD}{entries}{TAIL}");
    let additions = [add(Spot::Entry(0), ""), add(Spot::Entry(1), "Two.")];
    let told = String::from_utf8(with(text.as_bytes(), &additions).bytes).expect("UTF-8");
    assert!(told.contains("### 09:30 The alert fired\n- Nobody"), "{told}");
    assert!(told.contains("*Two.*"), "{told}");
}

#[test]
fn code_and_sentences_get_none() {
    for block in [
        "```\n09:30 The alert fired.\n10:30 Restored.\n```",
        "    09:30 - The alert fired.\n    10:30 - Restored.",
    ] {
        assert_eq!(
            sound(&format!("{HEAD}{block}{TAIL}")),
            [Spot::Entry(0), Spot::Entry(1)],
            "{block}"
        );
    }
    let report = "# Mail\n\nMail was late from 09:30 to 10:30.\n\n## Corrective measures\n\nTo \
        prevent this we will add an alert on disk space. We will also clean the disk every night \
        and look at it.\n";
    assert!(sound(report).contains(&Spot::Action(0)), "a sentence in the middle of a paragraph");
    // A fence that swallows the end has no place for a sign-off, nor has an open element.
    for end in ["```\nlog", "<details>\n\nMore."] {
        assert!(
            sound(&format!("{HEAD}- 09:30 - The alert fired.\n- 10:30 - Restored.{TAIL}\n{end}"))
                .contains(&Spot::SignOff)
        );
    }
    let note = "<!-- A <div> in a comment opens nothing. -->";
    let report = format!("{HEAD}- 09:30 - The alert fired.\n- 10:30 - Restored.\n\n{note}{TAIL}");
    assert!(!sound(&report).contains(&Spot::SignOff));
}
