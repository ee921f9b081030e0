//! The incidents that the race is about: invented, of any length, as a report for postmirth and as
//! a Gantt diagram for the Mermaid renderers.
//!
//! Both are written event by event instead of being built up in memory: the harness has to stay
//! small, see [`crate::contestant`].

use std::io::{self, Write};

/// How many events the story has: the length of an everyday report.
pub(crate) const ELEVEN: usize = STORY.len();

/// Minutes into the story, phase, and what happened. Longer incidents tell it again, at another
/// place each time. No colons, semicolons or hashes in the texts: Mermaid would take them for its
/// own.
const STORY: [(usize, &str, &str); 11] = [
    (0, "Detection", "Couriers report that the parcel lockers at {place} do not open."),
    (
        3,
        "Detection",
        "The monitor pages the on-call engineer, nine doors of ten at {place} are \
        silent.",
    ),
    (7, "Investigation", "The on-call engineer suspects the mobile network around {place}."),
    (
        12,
        "Investigation",
        "The carrier measures full signal at {place}, so the network was a \
        false lead.",
    ),
    (
        15,
        "Investigation",
        "The log of the gateway shows that every door at {place} refuses its \
        certificate.",
    ),
    (17, "Escalation", "Escalated to the firmware team."),
    (
        19,
        "Escalation",
        "The people who wait at {place} are told by text message where to go \
        instead.",
    ),
    (
        24,
        "Investigation",
        "The cause is found, the clocks of {place} went back to 1970 after a \
        power cut.",
    ),
    (28, "Resolution", "The time server is set by hand and the doors of {place} begin to answer."),
    (
        33,
        "Resolution",
        "All doors of {place} report their state again, the error rate is below 1 \
        %.",
    ),
    (37, "Resolution", "The incident at {place} is resolved."),
];

/// Minutes from one telling of the story to the next. Ten thousand events stay within May this way,
/// so that [`moment`] needs no calendar.
const TELLING: usize = 40;

/// The first event is at five past ten in the morning.
const START: usize = 10 * 60 + 5;

const PLACES: [&str; 7] = [
    "Linden Square", "the old harbour", "Mill Street", "the north station", "Castle Hill",
    "the \
        fair", "Bridge End",
];

struct Event {
    minute: usize,
    /// When the next event happens, also that after the last one.
    until: usize,
    phase: &'static str,
    text: String,
}

fn events(count: usize) -> impl Iterator<Item = Event> {
    let minute =
        |index: usize| START + index / STORY.len() * TELLING + STORY[index % STORY.len()].0;
    (0..count).map(move |index| {
        let (_, phase, text) = STORY[index % STORY.len()];
        let telling = index / STORY.len();
        let place = format!("{} ({})", PLACES[telling % PLACES.len()], telling + 1);
        Event {
            minute: minute(index),
            until: minute(index + 1),
            phase,
            text: text.replace("{place}", &place),
        }
    })
}

fn moment(minute: usize) -> String {
    format!("2024-05-{:02} {:02}:{:02}", 1 + minute / (24 * 60), minute / 60 % 24, minute % 60)
}

/// The incident as a person would report it.
pub(crate) fn report(count: usize, out: &mut impl Write) -> io::Result<()> {
    writeln!(out, "# Postmortem: The lockers that stayed shut\n\n## Summary\n")?;
    writeln!(out, "From {} UTC on, 40 % of the parcels could not be fetched.\n", moment(START))?;
    writeln!(out, "## Timeline\n\nAll times are in UTC.\n")?;
    for event in events(count) {
        writeln!(out, "- {} - {}", moment(event.minute), event.text)?;
    }
    writeln!(
        out,
        "\n## Root cause\n\nA gateway without a battery forgets the date, and no \
        certificate is valid in 1970.\n"
    )?;
    writeln!(
        out,
        "## Action items\n\n- Put a battery into every gateway.\n- Alert when a clock \
        is off by a minute."
    )
}

/// The same events as a Gantt diagram: a section for each phase, a bar from each event to the next.
pub(crate) fn diagram(count: usize, out: &mut impl Write) -> io::Result<()> {
    writeln!(out, "gantt\n    title The lockers that stayed shut")?;
    writeln!(out, "    dateFormat YYYY-MM-DD HH:mm\n    axisFormat %H:%M\n    todayMarker off")?;
    for phase in ["Detection", "Investigation", "Escalation", "Resolution"] {
        writeln!(out, "    section {phase}")?;
        for event in events(count).filter(|event| event.phase == phase) {
            writeln!(
                out,
                "    {} : {}, \
                {}m",
                event.text,
                moment(event.minute),
                event.until - event.minute
            )?;
        }
    }
    Ok(())
}
