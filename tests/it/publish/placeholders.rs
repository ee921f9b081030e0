//! The placeholders that authors leave for a picture: replaced, and had back.

use super::embed::{TAIL, TIMELINE, short, with};
use super::embed_encodings::replaced;
use crate::support::embedding::{default_places, faults};
use postmirth::draw::Chart;
use postmirth::publish::embed::{PictureForm, embed, strip};

#[test]
fn placeholders_of_every_kind_are_replaced_and_come_back() {
    for placeholder in [
        "![Outage](https://via.placeholder.com/800x400?text=Outage+Timeline)",
        "![Outage](https://picsum.photos/800/400)",
        "![Outage](https://placehold.co/600x400 \"A title -- with dashes\")",
        "[![Outage](https://placehold.it/1)](https://placehold.it/1)",
        "![x](http://dummyimage.com/600x400/000/fff&text=a--b-->c)",
        "![x](images/insert_outage_diagram.png)",
        "![x](insert_timeline_here.jpg)",
        "![Insert diagram here]()",
        "[Insert Link to Diagram/Flowchart](#)",
        "[Insert Link to Diagram/Flowchart]",
        "\\[Insert diagram here\\]",
        "[Insert image: outage – 100% down | up]",
        "![a ` b \\` c | d](https://placehold.co/1)",
        "https://via.placeholder.com/800x400",
        "<https://via.placeholder.com/800x400>",
        "<img src=\"https://via.placeholder.com/1\" alt=\"a > b\">",
        "<img alt='Insert diagram here' src=''>",
    ] {
        let alone = format!("# Mail\n\n{placeholder}\n\n{TIMELINE}");
        assert_eq!(
            replaced(&alone),
            [(Chart::Incident, PictureForm::Block, placeholder.to_string())]
        );
        for (before, after) in [
            ("As we see in ", ", it was late."),
            ("- ", ""),
            ("> ", ""),
            ("  ", ""),
            ("**", "**"),
            ("### ", ""),
            ("| a | b |\n|---|---|\n| ", " | c |"),
        ] {
            // A pipe would end the cell.
            if before.starts_with('|') && placeholder.contains('|') {
                continue;
            }
            let inline = format!("# Mail\n\n{before}{placeholder}{after}\n\n{TIMELINE}");
            assert_eq!(
                replaced(&inline),
                [(Chart::Incident, PictureForm::Inline, placeholder.to_string())],
                "{inline}"
            );
        }
        let coded = format!("# Mail\n\n```\n{placeholder}\n```\n\n{TIMELINE}");
        assert_eq!(replaced(&coded), []);
    }
}

#[test]
fn what_is_no_placeholder_stays() {
    for text in [
        "![Insert rate](images/insert_latency.png)",
        "![Rows](insert_rate_timeline.png)",
        "[Add image signing](https://example.org/1)",
        "[Add image signing]",
        "[insert] was slow",
        "![The timeline](images/timeline.png)",
        "`[Insert diagram here]`",
        "<!-- [Insert diagram here] -->",
        "See https://example.org/via.placeholder.com",
    ] {
        assert_eq!(replaced(&format!("# Mail\n\n{text}\n\n{TIMELINE}")), [], "{text}");
    }
}

#[test]
fn a_placeholder_in_a_frame_of_html_is_replaced_by_html() {
    let report = format!(
        "<p align=\"center\">\n  <img src=\"https://via.placeholder.com/1\">\n</p>\n\n{TIMELINE}"
    );
    assert_eq!(
        replaced(&report),
        [(
            Chart::Incident,
            PictureForm::Inline,
            "<img src=\"https://via.placeholder.com/1\">".to_string()
        )]
    );
    let done = with(&report, &[Chart::Incident]);
    assert!(
        done.contains(
            "--><img src=\"incident.svg\" alt=\"The incident.\" width=\"840\"><!-- /postmirth -->"
        ),
        "{done}"
    );
    replaced(&report.replace("  <img", "<img"));
}

#[test]
fn the_forms_of_a_replaced_placeholder() {
    assert!(
        with(&format!("Text:\n[Insert diagram here]\nMore.\n\n{TIMELINE}"), &[Chart::Incident])
            .starts_with(
                "Text:\n<!-- postmirth:incident -->\n<!-- instead of: [Insert diagram here] -->\n\n\
         ![The incident.](incident.svg)\n\n<!-- /postmirth -->\nMore.\n"
            )
    );
    assert!(with(&format!("See [Insert diagram --> \
        here].\n\n{TIMELINE}"), &[Chart::Incident]).starts_with(
        "See <!-- postmirth:incident --><!-- instead of: [Insert diagram -%2D%3E here] -->![The \
            incident.](incident.svg)<!-- /postmirth -->.\n"
    ));
}

#[test]
fn what_follows_a_replaced_placeholder_is_still_markdown() {
    let done = |before: &str| {
        with(
            &format!("{before}[Insert diagram here] shows **it**.\n\n{TIMELINE}"),
            &[Chart::Incident],
        )
    };
    let open = "<!-- postmirth:incident --><!-- instead of: [Insert diagram here] -->";
    let close = "![The incident.](incident.svg)<!-- /postmirth --> shows **it**.\n";
    for (before, lead) in [
        ("", ""),
        ("- ", "  "),
        ("> ", "> "),
        ("> 1. ", ">    "),
        ("Some text\n", ""),
        ("- a\n  - ", "    "),
    ] {
        assert!(
            done(before).starts_with(&format!("{before}{open}\n{lead}{close}")),
            "{}",
            done(before)
        );
        replaced(&format!("{before}[Insert diagram here] shows **it**.\n\n{TIMELINE}"));
    }
    assert!(done("So: ").starts_with(&format!("So: {open}{close}")), "{}", done("So: "));
}

#[test]
fn a_placeholder_that_holds_a_table_together_stays() {
    let report = format!("a | b\n---|---\n[Insert diagram here] | c\nd | e\n\n{TIMELINE}");
    assert_eq!(replaced(&report), []);
}

#[test]
fn the_words_or_the_heading_tell_which_picture_was_meant() {
    let charts =
        |report: &str| replaced(report).into_iter().map(|(chart, ..)| chart).collect::<Vec<_>>();
    assert_eq!(
        charts(&format!("[Insert diagram of the tasks]\n\n{TIMELINE}\n{TAIL}")),
        [Chart::Actions]
    );
    assert_eq!(charts(&format!("{TIMELINE}\n{TAIL}\n[Insert diagram here]\n")), [Chart::Actions]);
    assert_eq!(
        charts(&format!("{TIMELINE}\n{TAIL}\n[Insert outage diagram here]\n")),
        [Chart::Incident]
    );
    assert_eq!(charts(&format!("{TIMELINE}\n[Insert diagram here]\n\n{TAIL}")), [Chart::Incident]);
    assert_eq!(
        charts(&format!(
            "{TIMELINE}\n[Insert diagram here]\n\n{TAIL}\n![](https://placehold.co/2)"
        )),
        [Chart::Incident, Chart::Actions]
    );
}

#[test]
fn only_the_first_placeholder_is_replaced_and_the_others_are_told() {
    let report = format!("# Mail\n\n[Insert diagram here]\n\n[Insert image here]\n\n{TIMELINE}");
    let plain = strip(report.as_bytes()).expect("sound");
    let done = embed(&plain, &short(&Chart::ALL), &default_places(&plain));
    let left: Vec<&str> = done.placeholders.iter().map(|range| &report[range.clone()]).collect();
    assert_eq!(left, ["[Insert image here]"]);
    assert_eq!(faults(report.as_bytes()), Vec::<String>::new());
}
