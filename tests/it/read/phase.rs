//! Phase and kind of each event, by its words and by its place in the story.

use crate::support::golden;
use postmirth::incident::{Kind, Phase};
use postmirth::read::phase::{KINDS, PHASES, by_stem, is_marked};
use postmirth::read::read;
use postmirth::source::Source;

/// Reads a timeline whose lines each begin with the kind that they tell: of what the reader is
/// certain nothing may be wrong, and of so many entries it must be certain.
#[track_caller]
fn tells(story: &[(&str, &str)], certain: usize) {
    let lines: String = story
        .iter()
        .enumerate()
        .map(|(index, (_, text))| {
            format!("- {:02}:{:02} - {text}\n", 9 + index / 4, index % 4 * 15)
        })
        .collect();
    let source = Source::new("story.md", format!("## Timeline\n\n{lines}"));
    let told = read(&source).value;
    assert_eq!(told.events.len(), story.len());
    let mut sure = 0;
    for (event, (wanted, text)) in told.events.iter().zip(story).filter(|(one, _)| one.certain) {
        let wanted = Kind::named(wanted).expect("a kind");
        let at = KINDS.iter().position(|kind| *kind == wanted).expect("a state");
        assert_eq!(event.phase, Phase::ALL[PHASES[at]], "the phase of {text:?}");
        if is_marked(event.kind) {
            assert_eq!(event.kind, wanted, "the mark of {text:?}");
        }
        sure += 1;
    }
    assert!(sure >= certain, "certain of {sure} only: {:#?}", told.events);
}

#[test]
fn a_plain_story() {
    tells(
        &[
            ("trigger", "Release 4.2 was deployed."),
            ("detected", "The monitoring alerted us: one request in five failed."),
            ("confirmed", "The on-call engineer acknowledged the alert."),
            ("investigating", "The team started investigating the application logs."),
            ("dead_end", "The database was checked, but no issues were found."),
            ("escalated", "The matter was escalated to the storage team."),
            ("cause_found", "The root cause was found, a full disk."),
            ("fixing", "Old exports were removed from the disk."),
            ("resolved", "Service was fully restored."),
            ("follow_up", "We continued to monitor the disk."),
        ],
        2,
    );
}

#[test]
fn false_leads_by_their_own_words() {
    for text in [
        "Rebooted the printer host, but the errors persisted.",
        "The firewall turned out to be unrelated.",
        "A misleading log entry pointed us to the cache.",
        "The network was ruled out as the cause.",
        "Checked the load balancer; everything was normal.",
        "Tried a rollback without success.",
        "It was a red herring.",
        "Increasing the timeout did not help.",
    ] {
        tells(
            &[
                ("detected", "Users reported errors at checkout."),
                ("investigating", "We began to look at the logs."),
                ("dead_end", text),
                ("cause_found", "We found the root cause: a missing index."),
                ("resolved", "The issue was resolved."),
            ],
            2,
        );
    }
}

#[test]
fn a_false_lead_by_the_entry_after_it() {
    tells(
        &[
            ("detected", "Users reported errors at checkout."),
            ("dead_end", "Initial investigation focused on the payment provider."),
            ("investigating", "Attention shifted to the cache."),
            ("cause_found", "The root cause was found: the cache held old prices."),
            ("resolved", "The cache was cleared and the issue was resolved."),
        ],
        2,
    );
}

#[test]
fn an_attempt_that_the_next_entry_says_did_not_help() {
    tells(
        &[
            ("detected", "Users reported errors at checkout."),
            ("dead_end", "The cache was restarted."),
            ("dead_end", "But the issue persisted."),
            ("cause_found", "The root cause was found: a missing index."),
            ("fixing", "The index was added."),
            ("resolved", "The issue was resolved."),
        ],
        2,
    );
}

#[test]
fn an_aim_is_not_an_outcome() {
    tells(
        &[
            ("detected", "Customers complained about slow pages."),
            ("investigating", "The team began investigating to resolve the issue quickly."),
            ("escalated", "Escalated to the network team for further resolution."),
            ("dead_end", "The issue was not resolved by the network team."),
            ("cause_found", "The cause was identified: a loop in the routing."),
            ("resolved", "The route was corrected and everything is working again."),
        ],
        2,
    );
}

#[test]
fn what_is_changed_before_anybody_notices_set_it_off() {
    tells(
        &[
            ("trigger", "A configuration change was applied to the proxy."),
            ("trigger", "The proxy was restarted."),
            ("detected", "An alert fired: error rate above 5 %."),
            ("fixing", "The change was rolled back."),
            ("resolved", "Error rates returned to normal."),
        ],
        2,
    );
}

#[test]
fn a_label_says_what_its_entry_is() {
    tells(
        &[
            ("detected", "Detection: the kiosk in the hall showed nothing."),
            ("investigating", "Investigation: cables, then the switch."),
            ("dead_end", "Misleading path: the switch."),
            ("escalated", "Escalation: Ines from facilities."),
            ("cause_found", "Root cause: a plug."),
            ("resolved", "Resolution: the plug is in."),
        ],
        2,
    );
}

#[test]
fn without_a_word_for_it_the_place_in_the_story_decides() {
    tells(
        &[
            ("detected", "Users reported that the map was grey."),
            ("investigating", "Tiles here, tiles there."),
            ("investigating", "Long looks at the wall."),
            ("investigating", "Somebody hummed."),
            ("fixing", "The big lever."),
            ("resolved", "Colours, everywhere."),
        ],
        1,
    );
}

#[test]
fn telling_people() {
    tells(
        &[
            ("detected", "Pagerduty paged the on-call engineer."),
            ("communicated", "Status page updated: partial outage."),
            ("cause_found", "We identified the cause, an expired certificate."),
            ("fixing", "A new certificate was deployed."),
            ("resolved", "All systems operational."),
        ],
        2,
    );
}

#[test]
fn the_words_that_decided_are_pointed_at() {
    let source = Source::new(
        "story.md",
        "## Timeline\n\n- 09:00 - An **alert fired** for the export.\n- 09:30 - The matter was \
            escalated to the storage team.\n- 10:00 - Resolved.\n",
    );
    let told = read(&source).value;
    let because = |index: usize| {
        told.events[index].because.map(|span| source.slice(span)).unwrap_or_default()
    };
    assert_eq!(because(0), "alert");
    assert_eq!(because(1), "escalated");
    assert_eq!(because(2), "Resolved");
}

#[test]
fn what_follows_from_a_symptom_is_no_false_lead() {
    tells(
        &[
            ("detected", "The till showed an empty page."),
            (
                "detected",
                "A cashier told us that the till is not working, so the issue was noticed.",
            ),
            ("dead_end", "It was not the issue with the printer."),
            ("resolved", "Service was fully restored."),
        ],
        2,
    );
}

#[test]
fn the_stems_are_those_of_the_lexicon() {
    let room = golden::project("src/read/phase");
    let lexicon = std::fs::read_to_string(room.join("lexicon.txt")).expect("the lexicon");
    golden::matches(&room.join("stems.txt"), &by_stem(&lexicon));
}

/// The kind that a picture may mark at the one entry in a story that begins with these words.
#[track_caller]
fn marked(cause: &str, text: &str) -> Kind {
    let report = format!(
        "# Lights out\n\n## Root cause\n\n{cause}\n\n## Timeline\n\n- 09:00 - Release 7 was \
            deployed.\n- 09:20 - {text}\n- 09:50 - The disk was cleaned.\n- 10:00 - Service \
            was restored.\n"
    );
    let told = read(&Source::new("story.md", report)).value;
    let event = told.events.iter().find(|event| text.starts_with(&event.text));
    event.expect("the entry").marked_kind()
}

#[test]
fn a_mark_stands_on_the_words_of_its_entry() {
    let cause = "The root cause was a lease table that a nightly backup had locked.";
    for (text, kind) in [
        ("New workers fail the readiness test.", Kind::Detected),
        ("A reader closes her account.", Kind::Detected),
        ("The remaining workers can't keep up and return errors.", Kind::DeadEnd),
        ("The logs showed retries but no successful handshakes.", Kind::DeadEnd),
        ("With no improvement, we suspected an attack.", Kind::DeadEnd),
        ("The team identifies the letters that were read.", Kind::CauseFound),
        ("The on-call engineer was paged.", Kind::Confirmed),
    ] {
        assert_ne!(marked(cause, text), kind, "{text}");
    }
}

#[test]
fn plain_words_are_taken_at_their_word() {
    let cause = "The root cause was a lease table that a nightly backup had locked.";
    for (text, kind) in [
        ("The database team was brought in.", Kind::Escalated),
        ("We suspected the cache, which turned out to be a misleading path.", Kind::DeadEnd),
        ("Engineers found the lease table locked by the nightly backup.", Kind::CauseFound),
        (
            "Running top, the team realized that the cache was using all memory, but it was a \
                misleading clue.",
            Kind::DeadEnd,
        ),
        ("The team realized the full disk was a red herring.", Kind::DeadEnd),
        (
            "The disk was a red herring. We found the root cause: the backup locks the lease \
                table.",
            Kind::CauseFound,
        ),
    ] {
        assert_eq!(marked(cause, text), kind, "{text}");
    }
}

#[test]
fn failures_that_escalate_are_no_escalation() {
    let report = "# Lights out\n\n## Timeline\n\n- 09:00 - Release 7 was deployed.\n- 09:20 - Queue \
        errors escalate: the workers wait for each other.\n- 10:00 - Service was restored.\n";
    let told = read(&Source::new("story.md", report)).value;
    assert!(!told.events[1].certain, "{:?}", told.events[1]);
}
