//! Being back, and headings that alone open no search.

use postmirth::incident::{Kind, Phase};
use postmirth::read::read;
use postmirth::source::Source;

#[test]
fn what_is_back_with_a_fault_is_not_resolved() {
    for (text, resolved) in [
        ("Back online again with a broken search index.", false),
        ("The shop is back online, but pages are slow.", false),
        ("The shop is back online.", true),
    ] {
        let report = format!(
            "# Lights out\n\n## Timeline\n\n- 09:00 - Alerts fired: the shop is down.\n- 09:20 - We \
                restarted the shop.\n- 10:00 - {text}\n"
        );
        let told = read(&Source::new("story.md", report)).value;
        let kind = told.events[2].kind;
        assert_eq!(kind == Kind::Resolved, resolved, "{text}: {kind:?}");
    }
}

#[test]
fn a_heading_alone_opens_no_search() {
    let report = |heading: &str, text: &str| {
        format!(
            "# Ferry tickets\n\nNo tickets were sold that morning.\n\n## Updates\n\n### \
                {heading}\n\n09:00 {text}\n\n### resolved\n\n09:30 The older release was rolled \
                out again, and tickets were sold as before.\n"
        )
    };
    let first = |heading: &str, text: &str| {
        let source = Source::new("story.md", report(heading, text));
        read(&source).value.events.swap_remove(0)
    };
    for heading in ["investigating", "Investigation"] {
        let event = first(heading, "Buying was no longer possible: a faulty release.");
        assert!(!event.certain, "{event:?}");
        let looked = "We looked into the logs of the ticket desk.";
        let event = first(heading, looked);
        assert!(event.certain, "{event:?}");
        assert_eq!(event.phase, Phase::Investigation);
        // Nobody looks into what nobody has noticed yet.
        let unnoticed = report(heading, looked)
            .replace("## Updates", "- Start: 09:00\n- Time to detect: 20 minutes\n\n## Updates");
        let event = read(&Source::new("story.md", unnoticed)).value.events;
        assert!(!event[0].certain, "{event:?}");
    }
}

#[test]
fn back_online_is_back_whatever_was_done_for_it() {
    let second = |text: &str| {
        let report = format!(
            "# Ferry tickets\n\n## Timeline\n\n- 09:00: the disk of the ticket desk was full\n- \
                09:20: Nadia removed the old timetables\n- 09:30: {text}\n- 14:10: Nadia put the \
                failed bookings back into the queue\n"
        );
        let event = &read(&Source::new("story.md", report)).value.events[2];
        (event.marked_kind(), event.certain)
    };
    for text in [
        "The proxy propagated the change, tickets.example back online",
        "Nadia applied the fix; ticket desk back up",
    ] {
        assert_eq!(second(text), (Kind::Mitigated, true), "{text}");
    }
    for text in [
        "The proxy was restarted to get the desk back online",
        "Nadia changed the job to back up the desk",
        "Nadia applied the change, two nodes back online",
    ] {
        assert_ne!(second(text).0, Kind::Mitigated, "{text}");
    }
}
