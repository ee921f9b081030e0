//! Pages that hold more than one plain report: an essay above it, other incidents beside it, the
//! blanks of a form. What they tell of something else is not told of this incident.

use super::summary::{TIMELINE, incident};
use postmirth::diagnostic::Code;
use postmirth::read::Report;
use postmirth::source::Source;

#[test]
fn a_report_below_an_essay_has_its_own_title_and_cause() {
    let told = incident(&format!(
        "# On falling\n\nEvery bell falls one day. The root cause of most falls is rust. In 2017, a \
            cathedral lost 60 % of its bells.\n\n# Postmortem: the tenor bell on the floor\n\n## \
            Root cause\n\nThe bearing had not been greased since spring.\n{TIMELINE}"
    ));
    assert_eq!(told.title.as_deref(), Some("the tenor bell on the floor"));
    assert_eq!(told.root_cause.as_deref(), Some("The bearing had not been greased since spring."));
    assert_eq!(told.affected_percent, None);
}

#[test]
fn a_role_a_form_and_a_timeline_are_no_title() {
    for head in [
        "# Incident commander\n\nAda",
        "## Customer impact\n\n1. **How many were affected?**\n   1. All of the choir",
        "# Incident history\n\nA list.",
    ] {
        let told = incident(&format!("{head}\n{TIMELINE}"));
        assert_eq!(told.title, None, "{head:?}");
    }
    let told = incident(
        "## Summary\n\nRinging stopped.\n\n## Timeline (all times UTC) Monday May 10th\n\n- 09:00 \
            The rope tore.\n- 10:00 A new rope.\n\n## Later notes\n\nNone.\n",
    );
    assert_eq!(told.title, None);
    let told = incident(&format!(
        "---\ntitle: \"October 21 post-incident analysis\"\n---\n\n## Background\n\nA tower.\n{TIMELINE}"
    ));
    assert_eq!(told.title.as_deref(), Some("October 21 post-incident analysis"));
}

#[track_caller]
fn several(text: &str, count: usize) {
    let report = Report::of(&Source::new("report.md", text.to_string()));
    let found = report.diagnostics.iter().find(|found| found.code == Code::SeveralIncidents);
    let what = found.map(|found| found.message.clone()).unwrap_or_default();
    assert!(what.contains(&format!("found {count}, ")), "{what:?} for {text:?}");
}

#[test]
fn a_page_of_incidents_says_so_and_tells_the_first() {
    let month = "# Bell tower availability: March 2025\n\nIn March we had two incidents.\n\n## March 3 \
        09:29 UTC (lasting 1 hour)\n\nBetween 09:29 and 10:29 UTC, 4 % of strokes failed.\n\n## \
        March 11 13:00 UTC\n\nThe root cause was a torn rope.\n";
    several(month, 2);
    assert_eq!(incident(month).root_cause, None);
    let states = "# Status\n\n### The hour is late\nJun 28, 14:20 UTC\n\n**Resolved** - On time.\nJun \
        28, 16:02 UTC\n\n**Identified** - A rusty wheel.\nJun 28, 15:00 UTC\n\n### No quarter \
        strokes\nJun 12\n\n**Resolved** - They are back.\nJun 12, 09:30 UTC\n\n**Investigating** - \
        We look.\nJun 12, 08:00 UTC\n";
    several(states, 2);
    assert_eq!(incident(states).title.as_deref(), Some("The hour is late"));
    several(
        "# A week of bells\n\n## Incident 1: Monday\n\nAt 09:00 the rope tore.\n\n## Incident 2: \
            Friday\n\nAt 07:30 the wheel broke.\n",
        2,
    );
}

#[test]
fn another_incident_lends_it_neither_share_nor_impact() {
    let told = incident(&format!(
        "# No bells\n\nThe bells were silent, and about 3 % of all services began late.\n\nAn earlier \
            outage, in which 20 % of visitors could not enter, had led us to this lock.\n{TIMELINE}"
    ));
    assert_eq!(told.affected_percent, Some(3.0));
    assert!(told.impact.is_some_and(|impact| impact.contains("silent")));
}

#[test]
fn a_rollout_is_no_share_of_the_people_affected() {
    let told = incident(&format!(
        "# Slow bells\n\n## Summary\n\nThe new clapper was rolled out to 25% of the towers. A \
            deviation of 2 % is allowed.\n{TIMELINE}"
    ));
    assert_eq!(told.affected_percent, None);
}
