//! The report inside a file that holds more: an assignment, a second version.

use crate::support::embedding::with_pictures;
use postmirth::incident::{Incident, Nature, TitleFrom};
use postmirth::publish::embed::strip;
use postmirth::read::{Report, read};
use postmirth::source::Source;
use postmirth::spice::library::Library;
use postmirth::spice::place::{Addition, Spot, plain, spiced};
use postmirth::spice::quip::Part;
use postmirth::spice::tell::{Asked, choose};

const BRIEF: &str = "# 0x2A. Postmortem\n\n- Weight: 3\n- Project will start May 6, 2024 8:00 AM, \
    must end by May 9, 2024 8:00 PM\n\n## Background Context\n\nOutages happen to everybody. A \
    root cause left alone comes back.\n\n## Resources\n\n**Read or watch**:\n\n- A talk on \
    pagers\n\n## Tasks\n\n### 0. Tell what broke\n\nmandatory\n\nYour report must contain:\n\n- A \
    timeline, which must contain:\n    - when was the issue detected\n- A list of tasks\n";

const REPORT: &str = "# Label printer prints nothing but zeros\n\n## Summary\n\nThe label printer \
    was down from 2024-03-02 09:00 UTC to 09:40 UTC.\n\n## Timeline\n\n- 09:00 UTC - The packing \
    desk reported zeros.\n- 09:20 UTC - Found a font without digits.\n- 09:40 UTC - Put the old \
    font back.\n\n## Root cause\n\nThe root cause was a font file without digits.\n\n## Action \
    items\n\n- Check fonts before they are installed\n";

const FUNNY: &str = "# Zero Dark Parcel\n\n## Summary\n\nThe printer loved zeros.\n\n## Timeline\n\
    \n- 09:00 UTC - Zeros everywhere.\n- 09:40 UTC - Digits again.\n\n## Action items\n\n- Never \
    trust a font\n";

fn told(text: &str) -> (Incident, Vec<(String, String)>) {
    let read = read(&Source::new("report.md", text));
    let said =
        read.warnings.iter().map(|doubt| (doubt.code.name().to_string(), doubt.message.clone()));
    (read.value, said.collect())
}

/// Whether a text tells what the report tells, and nothing else.
#[track_caller]
fn is_the_report(text: &str) -> Vec<(String, String)> {
    let (found, said) = told(text);
    let title = "Label printer prints nothing but zeros";
    assert_eq!(found.title.as_deref(), Some(title));
    assert_eq!(found.events.len(), 3, "{:?}", found.events);
    assert_eq!(found.actions.len(), 1, "{:?}", found.actions);
    assert_eq!(found.root_cause.as_deref(), Some("The root cause was a font file without digits."));
    assert_eq!(
        found.start.and_then(|start| start.written()).as_deref(),
        Some("2024-03-02T09:00:00+00:00")
    );
    said
}

#[test]
fn a_report_by_itself_is_read_whole_and_nothing_is_said() {
    assert_eq!(is_the_report(REPORT), []);
}

#[test]
fn an_assignment_above_the_report_is_passed_over() {
    let said = is_the_report(&format!("{BRIEF}\n{REPORT}"));
    assert_eq!(
        said,
        [(
            "part-read".to_string(),
            "read from line 28; lines 1 to 27 are the assignment".to_string()
        )]
    );
}

#[test]
fn an_assignment_below_the_report_is_passed_over() {
    let said = is_the_report(&format!("{REPORT}\n{BRIEF}"));
    assert_eq!(said.len(), 1, "{said:?}");
    assert!(said[0].1.starts_with("read to line"), "{said:?}");
}

#[test]
fn of_two_reports_the_first_is_read() {
    let said = is_the_report(&format!("{REPORT}\n{FUNNY}"));
    assert_eq!(said.len(), 1, "{said:?}");
    assert_eq!(said[0].0, "second-telling");
    let said = is_the_report(&format!("{REPORT}\n{REPORT}"));
    assert_eq!(said[0].0, "second-telling");
    let said = is_the_report(&format!("{BRIEF}\n### Task 0:\n{REPORT}\n### Task 1:\n{FUNNY}"));
    assert_eq!(said.len(), 1, "{said:?}");
    assert!(said[0].1.ends_with("are a second version"), "{said:?}");
}

#[test]
fn what_a_chatbot_says_around_a_report_is_no_part_of_it() {
    let text = format!(
        "{BRIEF}\nHere is a postmortem as you asked:\n\n{REPORT}\nHere is a funnier version of \
            the report:\n\n{FUNNY}"
    );
    is_the_report(&text);
    let count = |text: &str| {
        let drawn = Source::new("report.md", text);
        read(&drawn).value.notes.len()
    };
    assert_eq!(count(&text), count(REPORT));
}

#[test]
fn a_brief_filled_in_between_its_questions_is_read_whole() {
    let (found, said) = told(
        "# Summary, which must contain:\n\nDuration of the outage with start and end?\n\nDown \
            from 2024-03-02 09:00 UTC to 09:40 UTC.\n\n# Timeline must contain:\n\nWhen was the \
            issue detected?\n\n- 09:00 UTC - The desk reported zeros.\n- 09:40 UTC - The old font \
            came back.\n\n# Corrective measures must contain:\n\n- Check fonts first\n",
    );
    assert_eq!(found.events.len(), 2);
    assert!(found.start.is_some());
    assert!(said.iter().all(|(code, _)| code != "part-read"), "{said:?}");
}

#[test]
fn one_trait_of_an_assignment_cuts_nothing() {
    let said =
        is_the_report(&format!("{REPORT}\n## Resources\n\n- GitHub repository: `printers`\n"));
    assert_eq!(said, []);
}

#[test]
fn a_timeline_told_once_more_in_detail_is_no_second_report() {
    let (found, _) = told(&format!(
        "{REPORT}\n## Appendix: timeline in detail\n\n- 09:00 UTC - The desk called.\n- 09:05 UTC \
            - The printer was looked at.\n- 09:20 UTC - The font was opened.\n- 09:40 UTC - Over.\n"
    ));
    assert_eq!(found.actions.len(), 1);
    assert!(found.events.len() >= 3);
}

#[test]
fn an_assignment_by_itself_is_no_postmortem() {
    let (found, said) = told(BRIEF);
    assert_ne!(found.nature, Nature::Postmortem);
    assert_eq!(said[0].0, "not-a-postmortem");
}

/// A file with an assignment, a report and a second version, and the parts around the report.
fn all_three() -> (String, String, String) {
    let (above, below) = (format!("{BRIEF}\n"), format!("\n### Task 1:\n\n{FUNNY}"));
    (format!("{above}{REPORT}{below}"), above, below)
}

#[test]
fn pictures_stay_out_of_the_assignment() {
    let (text, above, below) = all_three();
    let text = text.replace("- A talk on", "- ![Diagram](https://via.placeholder.com/300) on");
    let above = above.replace("- A talk on", "- ![Diagram](https://via.placeholder.com/300) on");
    let put = with_pictures(text.as_bytes());
    let put = String::from_utf8(put.bytes).expect("text");
    assert!(put.starts_with(&above), "{put}");
    assert!(put.ends_with(&below), "{put}");
    assert_eq!(put.matches("<!-- postmirth:").count(), 3, "{put}");
    let plain = strip(put.as_bytes()).expect("sound markers");
    assert_eq!(plain.bytes, text.as_bytes());
}

#[test]
fn jokes_stay_out_of_the_assignment() {
    let (text, above, below) = all_three();
    for text in [text.clone(), text.replace("# Label printer prints nothing but zeros\n", "")] {
        let source = Source::new("report.md", text.as_str());
        let report = Report::of(&source);
        let spots = [Spot::Title, Spot::Heading(Part::Summary), Spot::Entry(0), Spot::SignOff];
        let additions =
            spots.map(|spot| Addition { spot, text: "Zero to hero.".into(), emoji: None });
        let funny = spiced(text.as_bytes(), &report, &additions);
        assert_eq!(funny.left_out, []);
        let told = String::from_utf8(funny.bytes).expect("text");
        assert!(told.starts_with(&above), "{told}");
        assert!(told.ends_with(&below), "{told}");
        assert_eq!(plain(told.as_bytes()).expect("sound marks"), text.as_bytes());
    }
}

#[test]
fn only_the_words_of_the_report_are_counted() {
    let (text, ..) = all_three();
    let words = |text: &str| {
        let source = Source::new("report.md", text);
        let report = Report::of(&source);
        choose(&report, &Library::default(), &Asked::default()).words
    };
    assert_eq!(words(&text), words(REPORT));
}

#[test]
fn a_report_without_a_title_is_named_by_its_summary() {
    let text = REPORT.replace("# Label printer prints nothing but zeros", "# Postmortem");
    let (found, _) = told(&text);
    assert_eq!(found.title.as_deref(), Some("Label printer down, 40 min"));
    assert_eq!(found.title_from, Some(TitleFrom::Summary));
    let (found, _) = told(REPORT);
    assert_eq!(found.title_from, Some(TitleFrom::Heading));
}

#[test]
fn names_of_parts_and_numbers_of_assignments_are_no_titles() {
    for heading in [
        "# 0x2A. Postmortem",
        "# Date",
        "# Objective",
        "# Debugging Process",
        "# POSTMORTERM :clipboard:.",
        "# iPosmortem",
        "# Issue Symmary",
        "# Ownership",
        "### [Diagram](https://drawings.example/label-printer)",
        "**Please note that every name in this story was made up by its author.**",
    ] {
        let text = REPORT.replace("# Label", &format!("{heading}\n\n# Label"));
        let (found, _) = told(&text);
        assert_eq!(
            found.title.as_deref(),
            Some("Label printer prints nothing but zeros"),
            "below {heading:?}"
        );
    }
}

#[test]
fn a_title_below_its_label_or_in_plain_letters() {
    for title in [
        "# Title:\nLabel printer prints nothing but zeros\n# Date:\nMarch 2",
        "Title: Label printer prints nothing but zeros",
        "Label printer prints nothing but zeros",
    ] {
        let text = REPORT.replace("# Label printer prints nothing but zeros", title);
        let (found, _) = told(&text);
        assert_eq!(
            found.title.as_deref(),
            Some("Label printer prints nothing but zeros"),
            "for {title:?}"
        );
    }
}
