//! Pictures in the report itself: they stand where they should, break nothing, and come out without
//! a trace.

use crate::support::embedding::{
    cut, default_places, faults, inserts, pictures, text, told, with_pictures,
};
use crate::support::golden;
use postmirth::publish::embed::{Anchor, Form, Image, Insert, Name, Places, Plain, embed, strip};
use postmirth::read::read;
use postmirth::source::{Source, Span};

/// Checks all that must hold of a report, also without its last line break and with line breaks of
/// other kinds.
#[track_caller]
fn sound(report: &str) {
    let bare = report.trim_end();
    let ended = format!("{bare}\n");
    for variant in [
        bare.to_string(),
        ended.clone(),
        format!("{bare}\n\n"),
        ended.replace('\n', "\r"),
        bare.replace('\n', "\r\n"),
    ] {
        let all = [
            variant.clone(),
            variant.replace('\n', "\r\n").replace("\r\r\n", "\r\n"),
        ];
        for text in all {
            let found = faults(text.as_bytes());
            assert!(
                found.is_empty(),
                "not so: {found:#?} in {text:?}, which became\n{}",
                shown(&text)
            );
        }
    }
}

fn shown(report: &str) -> String {
    String::from_utf8_lossy(&with_pictures(report.as_bytes()).bytes).into_owned()
}

/// Short pictures, for tests that show a whole report.
fn short(names: &[Name]) -> Vec<Insert> {
    let insert = |name: &Name| Insert {
        name: *name,
        alt: format!("The {}.", name.name()),
        details: None,
        caption: None,
        image: Image::One(format!("{}.svg", name.name())),
    };
    names.iter().map(insert).collect()
}

/// A report with short pictures.
#[track_caller]
fn with(report: &str, names: &[Name]) -> String {
    let plain = strip(report.as_bytes()).expect("sound markers");
    let places = default_places(&plain);
    let done = embed(&plain, &short(names), &places);
    assert!(
        done.unplaced.iter().all(|name| places.of(*name).is_none()),
        "{:?} found no place",
        done.unplaced
    );
    String::from_utf8(done.bytes).expect("UTF-8")
}

#[track_caller]
fn becomes(report: &str, names: &[Name], wanted: &str) {
    assert_eq!(with(report, names), wanted);
    for other in ["\r\n", "\r"] {
        assert_eq!(
            with(&report.replace('\n', other), names),
            wanted.replace('\n', other)
        );
    }
}

const HEAD: &str =
    "# Mail was late\n\n## Summary\n\nMail was late on 18 April 2024 from 09:30 to 10:30 UTC.\n\n";
const TAIL: &str = "## Root cause\n\nThe disk was full.\n\n## Corrective measures\n\n- Add an \
    alert on disk space.\n- Clean the disk every night.\n";

/// A report with this for a timeline: in the middle with and without a blank line below, and at the
/// end.
#[track_caller]
fn timeline(entries: &str) {
    sound(&format!("{HEAD}## Timeline\n\n{entries}\n\n{TAIL}"));
    sound(&format!("{HEAD}## Timeline\n{entries}\n{TAIL}"));
    sound(&format!("{HEAD}{TAIL}\n## Timeline\n\n{entries}"));
    sound(&format!(
        "---\ntitle: Mail\n---\n{HEAD}## Timeline\n\n{entries}\n\n{TAIL}"
    ));
}

#[test]
fn timelines_of_every_shape() {
    timeline("- 09:30 - The alert fired.\n- 10:30 - Restored.");
    timeline("1. 09:30 - The alert fired.\n2. 10:30 - Restored.");
    timeline("09:30 - The alert fired.\n10:30 - Restored.");
    timeline("09:30 - The alert fired.  \n10:30 - Restored.  ");
    timeline("**09:30** The alert fired.\n\n**10:30** Restored.");
    timeline("| Time | What |\n|---|---|\n| 09:30 | The alert fired. |\n| 10:30 | Restored. |");
    timeline("Time | What\n---|---\n09:30 | The alert fired.\n10:30 | Restored.");
    timeline(
        "### 09:30 The alert fired\n\nNobody was near.\n\n### 10:30 Restored\n\nMail came \
            in.\n\n- All of it.",
    );
    timeline("```\n09:30 - The alert fired.\n10:30 - Restored.\n```");
    timeline("    09:30 - The alert fired.\n    10:30 - Restored.");
    timeline("<ul>\n<li>09:30 - The alert fired.</li>\n<li>10:30 - Restored.</li>\n</ul>");
    timeline("<ul>\n\n<li>09:30 - The alert fired.</li>\n\n<li>10:30 - Restored.</li>\n\n</ul>");
    timeline(
        "<details>\n<summary>All of it</summary>\n\n- 09:30 - The alert fired.\n- 10:30 - \
            Restored.\n\n</details>",
    );
    timeline(
        "<table><tr><td>09:30</td><td>The alert \
            fired.</td></tr>\n<tr><td>10:30</td><td>Restored.</td></tr></table>",
    );
    timeline("> 09:30 - The alert fired.\n> 10:30 - Restored.");
    timeline("> - 09:30 - The alert fired.\n> - 10:30 - Restored.");
    timeline(
        "- Thursday\n  - 09:30 - The alert fired.\n    - Nobody saw it.\n  - 10:30 - \
            Restored.\n\n    Mail came in.",
    );
    timeline("* 09:30 - The alert fired.\n\n* 10:30 - Restored. <!-- postmirth: kind=resolved -->");
    timeline("• 09:30 - The alert fired.\n• 10:30 - Restored.");
    timeline("- 09:30 - The alert fired.\n- 10:30 - Restored\\");
    timeline(
        "- 09:30 - The alert fired.\n- 10:30 - Restored, see [the log][log].\n\n[log]: \
            https://example.org/a\n[other]: https://example.org/b",
    );
}

#[test]
fn reports_of_every_shape() {
    sound("Mail was late\n\nTimeline\n\n09:30 UTC alert fired\n10:30 UTC restored");
    sound(
        "Mail was late\nTimeline:\n09:30 UTC - alert fired.\n10:30 UTC - restored.\nRoot \
            cause:\nThe disk was full.\nCorrective measures:\nAdd an alert on disk space.",
    );
    sound(
        "Mail was late\n=============\nTimeline\n--------\n- 09:30 alert fired\n- 10:30 restored\n",
    );
    sound("# Mail was late #\nTimeline:\n- 09:30 alert fired\n- 10:30 restored\n");
    sound("Timeline\n10:00 a\n10:30 b\n***\nText.");
    sound(
        "- Mail was late\n- Timeline\n  - 09:30 alert fired\n  - 10:30 restored\n- Root cause\n  \
            - The disk.",
    );
    sound(
        "## Action items\n\n- Add an alert.\n\n## Timeline\n\n- 09:30 alert fired\n- 10:30 \
            restored",
    );
    sound("## Timeline\n\n- 09:30 alert fired\n- 10:30 restored\n\n```\nan open fence");
    sound(
        "<div align=\"center\">\n\n# Mail was late\n\n</div>\n\n## Timeline\n\n- 09:30 alert \
            fired\n- 10:30 restored",
    );
    sound(
        "# Mail\n\n## Timeline\n\n- 09:30 alert fired\n- 10:30 restored\n\n## Timeline, told with \
            a smile\n\n- 09:30 alert sang\n- 10:30 restored\n",
    );
    sound(
        "\n\n# Mail\n## Timeline\n- 09:30 alert fired\n- 10:30 restored\n<!-- a comment\nof two \
            lines -->\n## Action items\n- Add an alert.",
    );
}

#[test]
fn the_examples() {
    for path in golden::reports("examples") {
        let text = std::fs::read_to_string(&path).expect("an example");
        sound(&text);
    }
}

#[test]
fn with_a_blank_line_below_it_stands_on_that_line() {
    becomes(
        "# Mail\n\n## Timeline\n\n- 09:30 alert fired\n- 10:30 restored\n\n## Action items\n\n- \
            Add an alert.\n\nThe end.\n",
        Name::ALL,
        "# Mail\n<!-- postmirth:cover -->\n\n![The cover.](cover.svg)\n\n<!-- /postmirth -->\n## \
            Timeline\n\n\
         - 09:30 alert fired\n- 10:30 restored\n\
         <!-- postmirth:incident -->\n\n![The incident.](incident.svg)\n\n<!-- /postmirth -->\n## \
         Action items\n\n\
         - Add an alert.\n<!-- postmirth:actions -->\n\n![The actions.](actions.svg)\n\n<!-- \
         /postmirth -->\nThe end.\n",
    );
}

#[test]
fn a_line_of_blanks_below_it_is_a_blank_line() {
    becomes(
        "# Mail\n\n## Timeline\n\n- 09:30 alert fired\n- 10:30 restored\n \t\n## Root \
            cause\n\nThe disk.\n",
        &[Name::Incident],
        "# Mail\n\n## Timeline\n\n- 09:30 alert fired\n- 10:30 restored\n\
         <!-- postmirth:incident -->\n\n![The incident.](incident.svg)\n\n<!-- /postmirth --> \t\n\
         ## Root cause\n\nThe disk.\n",
    );
}

#[test]
fn with_none_it_begins_at_the_end_of_the_last_line() {
    becomes(
        "# Mail\n## Timeline\n- 09:30 alert fired\n- 10:30 restored\n## Root cause\nThe disk.\n",
        &[Name::Incident],
        "# Mail\n## Timeline\n- 09:30 alert fired\n- 10:30 restored<!-- postmirth:incident -->\n\n\
         ![The incident.](incident.svg)\n\n<!-- /postmirth -->\n## Root cause\nThe disk.\n",
    );
}

#[test]
fn a_report_of_bare_lines_is_divided_below_the_timeline() {
    becomes(
        "Mail was late\nTimeline:\n09:30 - alert fired.\n10:30 - restored.\nRoot cause:\nThe \
            disk.\n",
        &[Name::Incident],
        "Mail was late\nTimeline:\n09:30 - alert fired.\n10:30 - restored.<!-- postmirth:incident \
            -->\n\n\
         ![The incident.](incident.svg)\n\n<!-- /postmirth -->\nRoot cause:\nThe disk.\n",
    );
}

#[test]
fn below_a_fence_at_the_end_there_is_no_place_but_above_it_there_is() {
    becomes(
        "## Timeline\n\n```\n09:30 - alert fired.\n10:30 - restored.\n```",
        &[Name::Incident],
        "## Timeline\n<!-- postmirth:incident -->\n\n![The incident.](incident.svg)\n\n<!-- \
            /postmirth -->\n```\n\
         09:30 - alert fired.\n10:30 - restored.\n```",
    );
}

#[test]
fn nothing_comes_between_the_tags_of_a_list() {
    becomes(
        "<ul>\n\n<li>09:30 alert fired</li>\n\n<li>10:30 restored</li>\n\n</ul>\n\nThe end.\n",
        &[Name::Incident],
        "<ul>\n\n<li>09:30 alert fired</li>\n\n<li>10:30 restored</li>\n\n</ul>\n<!-- \
            postmirth:incident -->\n\n\
         ![The incident.](incident.svg)\n\n<!-- /postmirth -->\nThe end.\n",
    );
}

#[test]
fn a_report_that_is_one_open_fence_is_left_alone() {
    let report = "```\nTimeline\n09:30 - alert fired.\n10:30 - restored.";
    let plain = strip(report.as_bytes()).expect("sound");
    let done = embed(
        &plain,
        &short(Name::ALL),
        &Places {
            incident: Some(4),
            cover: Some(1),
            ..Places::default()
        },
    );
    assert_eq!(done.bytes, report.as_bytes());
    assert_eq!(done.unplaced, Name::ALL);
}

#[test]
fn a_block_that_was_moved_stays_where_it_is() {
    let report = "# Mail\n\n## Timeline\n\n- 09:30 alert fired\n- 10:30 restored\n\n## Root \
        cause\n\nThe disk.\n";
    let block = "<!-- postmirth:incident -->\n\n![old](old.svg)\n\n<!-- /postmirth -->";
    for moved in [
        format!(
            "# Mail\n\n{block}\n\n## Timeline\n\n- 09:30 alert fired\n- 10:30 restored\n\nThe \
                end.\n"
        ),
        format!("{report}{block}"),
        format!("{report}\n<details><summary>Pictures</summary>\n\n{block}\n\n</details>\n"),
        format!("> Quoted.\n\n{block}\n\n{report}"),
        format!("- An item\n\n  {block}\n\n{report}"),
        format!("{block}\n{report}"),
    ] {
        assert_eq!(
            with(&moved, &[Name::Incident]),
            moved.replace("![old](old.svg)", "![The incident.](incident.svg)")
        );
        assert_eq!(
            told(moved.as_bytes())["events"].as_array().map(Vec::len),
            Some(2)
        );
    }
}

#[test]
fn markers_set_by_hand_are_filled() {
    let with = |report: &str| with(report, &[Name::Incident]);
    let timeline = "\n\n## Timeline\n\n- 09:30 alert fired\n- 10:30 restored\n";
    assert_eq!(
        with(&format!(
            "# Mail\n\n<!-- postmirth:incident --><!-- /postmirth -->{timeline}"
        )),
        format!(
            "# Mail\n\n<!-- postmirth:incident -->\n\n![The incident.](incident.svg)\n\n<!-- \
                /postmirth -->{timeline}"
        ),
    );
    assert_eq!(
        with(&format!(
            "See <!--postmirth:incident--> <!--/postmirth--> here.{timeline}"
        )),
        format!(
            "See <!-- postmirth:incident -->![The incident.](incident.svg)<!-- /postmirth --> \
                here.{timeline}"
        ),
    );
    let framed =
        format!("<div>\n  <!-- postmirth:incident --><!-- /postmirth -->\n</div>{timeline}");
    assert!(
        with(&framed).contains("<img src=\"incident.svg\" alt=\"The incident.\" width=\"840\">"),
        "{}",
        with(&framed)
    );
    for report in [
        format!("<div>\n<!-- postmirth:incident --><!-- /postmirth -->\n</div>{timeline}"),
        framed,
    ] {
        let once = with(&report);
        assert_eq!(with(&once), once);
    }
}

#[test]
fn a_picture_that_is_no_longer_wanted_goes() {
    let report = format!("{HEAD}## Timeline\n\n- 09:30 alert fired\n- 10:30 restored\n\n{TAIL}");
    let all = with(&report, Name::ALL);
    assert_eq!(with(&all, &[Name::Cover]), with(&report, &[Name::Cover]));
    assert_eq!(with(&all, &[]), report);
}

const TIMELINE: &str = "## Timeline\n\n- 09:30 alert fired\n- 10:30 restored\n";

/// What stands in place of a placeholder, by the first picture of which that is so; and checks that
/// it comes back.
#[track_caller]
fn replaced(report: &str) -> Vec<(Name, Form, String)> {
    for text in [
        report.to_string(),
        report.replace('\n', "\r\n"),
        report.replace('\n', "\r"),
    ] {
        assert_eq!(faults(text.as_bytes()), Vec::<String>::new(), "in {text:?}");
    }
    let done = with(report, &[Name::Incident, Name::Actions]);
    let stripped = strip(done.as_bytes()).expect("sound");
    assert_eq!(String::from_utf8_lossy(&stripped.bytes), report);
    let of = |anchor: &Anchor| {
        (
            anchor.name,
            anchor.form,
            report[anchor.place.clone()].to_string(),
        )
    };
    stripped
        .anchors
        .iter()
        .filter(|anchor| !anchor.place.is_empty())
        .map(of)
        .collect()
}

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
            [(Name::Incident, Form::Block, placeholder.to_string())]
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
                [(Name::Incident, Form::Inline, placeholder.to_string())],
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
        assert_eq!(
            replaced(&format!("# Mail\n\n{text}\n\n{TIMELINE}")),
            [],
            "{text}"
        );
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
            Name::Incident,
            Form::Inline,
            "<img src=\"https://via.placeholder.com/1\">".to_string()
        )]
    );
    let done = with(&report, &[Name::Incident]);
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
        with(
            &format!("Text:\n[Insert diagram here]\nMore.\n\n{TIMELINE}"),
            &[Name::Incident]
        )
        .starts_with(
            "Text:\n<!-- postmirth:incident -->\n<!-- instead of: [Insert diagram here] -->\n\n\
         ![The incident.](incident.svg)\n\n<!-- /postmirth -->\nMore.\n"
        )
    );
    assert!(with(&format!("See [Insert diagram --> \
        here].\n\n{TIMELINE}"), &[Name::Incident]).starts_with(
        "See <!-- postmirth:incident --><!-- instead of: [Insert diagram -%2D%3E here] -->![The \
            incident.](incident.svg)<!-- /postmirth -->.\n"
    ));
}

#[test]
fn what_follows_a_replaced_placeholder_is_still_markdown() {
    let done = |before: &str| {
        with(
            &format!("{before}[Insert diagram here] shows **it**.\n\n{TIMELINE}"),
            &[Name::Incident],
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
        replaced(&format!(
            "{before}[Insert diagram here] shows **it**.\n\n{TIMELINE}"
        ));
    }
    assert!(
        done("So: ").starts_with(&format!("So: {open}{close}")),
        "{}",
        done("So: ")
    );
}

#[test]
fn a_placeholder_that_holds_a_table_together_stays() {
    let report = format!("a | b\n---|---\n[Insert diagram here] | c\nd | e\n\n{TIMELINE}");
    assert_eq!(replaced(&report), []);
}

#[test]
fn the_words_or_the_heading_tell_which_picture_was_meant() {
    let names = |report: &str| {
        replaced(report)
            .into_iter()
            .map(|(name, ..)| name)
            .collect::<Vec<_>>()
    };
    assert_eq!(
        names(&format!(
            "[Insert diagram of the tasks]\n\n{TIMELINE}\n{TAIL}"
        )),
        [Name::Actions]
    );
    assert_eq!(
        names(&format!("{TIMELINE}\n{TAIL}\n[Insert diagram here]\n")),
        [Name::Actions]
    );
    assert_eq!(
        names(&format!(
            "{TIMELINE}\n{TAIL}\n[Insert outage diagram here]\n"
        )),
        [Name::Incident]
    );
    assert_eq!(
        names(&format!("{TIMELINE}\n[Insert diagram here]\n\n{TAIL}")),
        [Name::Incident]
    );
    assert_eq!(
        names(&format!(
            "{TIMELINE}\n[Insert diagram here]\n\n{TAIL}\n![](https://placehold.co/2)"
        )),
        [Name::Incident, Name::Actions]
    );
}

#[test]
fn only_the_first_placeholder_is_replaced_and_the_others_are_told() {
    let report = format!("# Mail\n\n[Insert diagram here]\n\n[Insert image here]\n\n{TIMELINE}");
    let plain = strip(report.as_bytes()).expect("sound");
    let done = embed(&plain, &short(Name::ALL), &default_places(&plain));
    let left: Vec<&str> = done
        .placeholders
        .iter()
        .map(|range| &report[range.clone()])
        .collect();
    assert_eq!(left, ["[Insert image here]"]);
    assert_eq!(faults(report.as_bytes()), Vec::<String>::new());
}

#[test]
fn markers_in_code_comments_and_front_matter_are_text() {
    for text in [
        "```\n<!-- postmirth:incident -->\n```",
        "    <!-- /postmirth -->",
        "Put `<!-- postmirth:incident -->` there, and `<!-- /postmirth -->` here.",
        "<!-- not yet: <!-- postmirth:incident --> and so on",
        "<!-- postmirth:timeline -->",
        "\\<!-- a",
    ] {
        let report =
            format!("---\nnote: <!-- postmirth:cover -->\n---\n# Mail\n\n{text}\n\n{TIMELINE}");
        let plain = Plain {
            bytes: report.clone().into_bytes(),
            anchors: Vec::new(),
        };
        assert_eq!(strip(report.as_bytes()), Ok(plain), "{text}");
        let done = with(&report, Name::ALL);
        assert_eq!(
            strip(done.as_bytes()).map(|plain| plain.bytes),
            Ok(report.into_bytes()),
            "{text}"
        );
        assert_eq!(with(&done, Name::ALL), done);
    }
}

#[test]
fn broken_markers_are_told_and_nothing_is_done() {
    let told = |report: &str| {
        let broken = strip(report.as_bytes()).expect_err("a slip");
        format!(
            "{}: {} = {}",
            &report[broken.span.clone()],
            broken.message,
            broken.hint
        )
    };
    assert_eq!(
        told("a\n\n<!-- postmirth:incident -->\n\nb\n"),
        "<!-- postmirth:incident -->: expected <!-- /postmirth --> to end the picture that begins \
            here, found the end of \
         the file = put <!-- /postmirth --> where the picture ends, or delete <!-- \
         postmirth:incident -->"
    );
    assert_eq!(
        told("<!-- postmirth:incident -->\n<!-- postmirth:cover -->\n<!-- /postmirth -->\n"),
        "<!-- postmirth:incident -->: expected <!-- /postmirth --> to end the picture that begins \
            here, found \
         <!-- postmirth:cover --> = put <!-- /postmirth --> where the picture ends, or delete \
         <!-- postmirth:incident -->"
    );
    assert_eq!(
        told("é\n<!-- /postmirth -->\n"),
        "<!-- /postmirth -->: expected a marker that begins a picture, found one that only ends \
            it = put one of \
         <!-- postmirth:incident -->, <!-- postmirth:actions -->, <!-- postmirth:cover --> before \
         it, or delete it"
    );
    assert_eq!(
        told(
            "<!-- postmirth:cover --><!-- /postmirth -->\n<!--  postmirth:cover  --><!-- \
                /postmirth -->\n"
        ),
        "<!--  postmirth:cover  -->: expected one picture of the name cover, found a second = \
            delete one of the two, with \
         both of its markers"
    );
}

#[test]
fn the_reader_points_at_the_lines_of_the_embedded_report() {
    let lines = "# Mail\nTimeline:\n09:30 - alert *fired*.\n10:30 - restored,\nall of it.\nAction \
        items:\n- Add an alert.\n- Clean up.\n";
    for report in [format!("{HEAD}é {TIMELINE}{TAIL}"), lines.to_string()] {
        let plain = strip(report.as_bytes()).expect("sound");
        // A picture in the middle of an entry, too.
        let place = report.find("alert").map_or(0..0, |at| at..at);
        let anchors = vec![Anchor {
            name: Name::Incident,
            place,
            form: Form::Inline,
            caption: None,
        }];
        let moved = embed(
            &Plain {
                anchors,
                ..plain.clone()
            },
            &short(Name::ALL),
            &default_places(&plain),
        )
        .bytes;
        for bytes in [with_pictures(report.as_bytes()).bytes, moved] {
            let (before, after) = (
                Source::new("a.md", report.as_str()),
                Source::from_bytes("a.md", &bytes).value,
            );
            let (told, again) = (read(&before).value, read(&after).value);
            assert_eq!(told.events.len(), 2);
            let line = |source: &Source, at: usize| {
                source
                    .slice(source.line(source.line_of(at)))
                    .split("<!--")
                    .next()
                    .map(str::to_string)
            };
            for (one, other) in told.events.iter().zip(&again.events) {
                assert_eq!(
                    cut(after.slice(other.span).as_bytes()),
                    before.slice(one.span).as_bytes()
                );
                let (first, here) = (
                    line(&before, one.span.start),
                    line(&after, other.span.start),
                );
                assert!(
                    here.is_some_and(|here| first.is_some_and(|first| first.starts_with(&here))),
                    "{other:?}"
                );
                let because = |source: &Source, span: Option<Span>| {
                    span.map(|span| source.slice(span).to_string())
                };
                assert_eq!(
                    because(&before, one.because),
                    because(&after, other.because)
                );
            }
            for (one, other) in told.actions.iter().zip(&again.actions) {
                assert_eq!(
                    cut(after.slice(other.span).as_bytes()),
                    before.slice(one.span).as_bytes()
                );
            }
        }
    }
}

#[test]
fn the_reader_copes_with_broken_markers() {
    let report = format!("# Mail\n\n<!-- postmirth:incident -->\n\n{TIMELINE}");
    assert_eq!(
        told(report.as_bytes())["events"].as_array().map(Vec::len),
        Some(2)
    );
}

#[test]
fn line_breaks_are_the_reports_own() {
    for other in ["\r\n", "\r"] {
        let report = format!("# Mail\n\n{TIMELINE}\n").replace('\n', other);
        let done = String::from_utf8(with_pictures(report.as_bytes()).bytes).expect("UTF-8");
        assert_eq!(done.replace(other, "").find(['\n', '\r']), None, "{done:?}");
    }
}

/// Bytes of other encodings: what must hold holds, and the pictures show.
#[track_caller]
fn odd(bytes: &[u8]) -> Vec<u8> {
    let found = faults(bytes);
    assert!(found.is_empty(), "not so: {found:#?} in {bytes:?}");
    let done = with_pictures(bytes).bytes;
    assert_eq!(pictures(&text(&done)).len(), 3);
    done
}

const REPORT: &str = "# Späte Post\n\n[Insert – or draw – diagram]\n\n## Timeline\n\n- 09:30 UTC \
    – Alarm.\n- 10:30 UTC – Behoben.\n\n## Action items\n\n- Add an alert.\n";

#[test]
fn utf_8_with_a_mark() {
    let done = odd(format!("\u{FEFF}{REPORT}").as_bytes());
    assert!(done.starts_with(b"\xEF\xBB\xBF# Sp"));
    odd(format!("\u{FEFF}---\ntitle: a\n---\n{REPORT}").as_bytes());
}

#[test]
fn utf_16() {
    for big in [false, true] {
        for mark in [false, true] {
            let encode = |text: &str| -> Vec<u8> {
                let units = mark
                    .then_some(0xFEFF)
                    .into_iter()
                    .chain(text.encode_utf16());
                units
                    .flat_map(|unit: u16| {
                        if big {
                            unit.to_be_bytes()
                        } else {
                            unit.to_le_bytes()
                        }
                    })
                    .collect()
            };
            for report in [
                REPORT.to_string(),
                REPORT.replace('\n', "\r\n"),
                REPORT.replace("Alarm", "Alarm 🚨"),
            ] {
                let done = odd(&encode(&report));
                assert_eq!(
                    done,
                    encode(
                        &String::from_utf8(with_pictures(report.as_bytes()).bytes).expect("UTF-8")
                    )
                );
                let anchors = strip(&done).expect("sound").anchors;
                let start = encode(&report[..report.find("[Insert").expect("a placeholder")]).len();
                assert!(
                    anchors
                        .iter()
                        .any(|anchor| anchor.place.start == start && anchor.name == Name::Incident),
                    "{anchors:?} {start} {:?}",
                    String::from_utf8(with_pictures(report.as_bytes()).bytes)
                );
            }
        }
    }
}

#[test]
fn utf_16_that_is_none_is_refused() {
    for bytes in [&b"\xFF\xFEa\x00b"[..], b"\xFF\xFE\x00\xD8a\x00"] {
        let broken = strip(bytes).expect_err("no text");
        assert_eq!(
            broken.message,
            "expected UTF-16 (little endian), found bytes that are not valid in it"
        );
        let plain = Plain {
            bytes: bytes.to_vec(),
            anchors: Vec::new(),
        };
        assert_eq!(
            embed(&plain, &short(Name::ALL), &Places::default()).bytes,
            bytes
        );
    }
}

#[test]
fn bytes_that_are_no_utf_8_get_plain_ascii() {
    let older: Vec<u8> = REPORT
        .chars()
        .map(|c| match c {
            '–' => 0x96,
            c => c as u8,
        })
        .collect();
    let damaged = [REPORT.as_bytes(), "\nöäüöäü \n".as_bytes(), b"\xE2\x82\n"].concat();
    let twice = REPORT.replace('–', "â€“").into_bytes();
    let nul = REPORT.replace("Alarm", "Al\0arm").into_bytes();
    for (bytes, ascii) in [(older, true), (damaged, true), (twice, false), (nul, false)] {
        let done = odd(&bytes);
        let high = |bytes: &[u8]| bytes.iter().filter(|byte| !byte.is_ascii()).count();
        assert_eq!(high(&done) == high(&bytes), ascii);
        assert!(!ascii || String::from_utf8_lossy(&done).contains("&#8211;"));
    }
}

#[test]
fn cut_at_every_character_a_report_can_still_be_had_back() {
    let report = shown(&format!("{HEAD}[Insert diagram -- here]\n{TIMELINE}{TAIL}"));
    for (at, _) in report.char_indices() {
        if let Ok(plain) = strip(&report.as_bytes()[..at]) {
            let done = embed(&plain, &inserts(), &default_places(&plain));
            assert_eq!(
                strip(&done.bytes).map(|again| again.bytes),
                Ok(plain.bytes),
                "cut at {at}"
            );
        }
    }
}

#[test]
fn odd_texts_do_no_harm() {
    for text in [
        "",
        "\n",
        "\r",
        "#",
        "```",
        "<!--",
        "<!-- postmirth:incident -->",
        "---\n",
        "---\na: b\n---",
        "<div>",
        "- ",
        "> ",
        "| a |\n|---|",
        "[Insert diagram]",
        "<img",
        "<img src=\"https://placehold.co/1",
        "[Insert diagram",
        "\\[Insert diagram]",
        "a\\",
        "<ul>\n<li>10:00 a",
    ] {
        let Ok(plain) = strip(text.as_bytes()) else {
            continue;
        };
        for line in 0..4 {
            let places = Places {
                incident: Some(line),
                actions: Some(line),
                cover: Some(line),
                ..Places::default()
            };
            let done = embed(&plain, &inserts(), &places);
            assert_eq!(
                strip(&done.bytes).map(|again| again.bytes),
                Ok(text.as_bytes().to_vec()),
                "{text:?}"
            );
            let replaced = strip(&done.bytes)
                .is_ok_and(|plain| plain.anchors.iter().any(|anchor| !anchor.place.is_empty()));
            assert!(replaced || cut(&done.bytes) == text.as_bytes());
        }
    }
}

#[test]
fn anchors_that_lie_do_no_harm() {
    let anchor = |start, end, form| Anchor {
        name: Name::Incident,
        place: start..end,
        form,
        caption: None,
    };
    for anchor in [
        anchor(0, 900, Form::Block),
        anchor(900, 1, Form::Inline),
        anchor(3, 4, Form::Inline),
    ] {
        let plain = Plain {
            bytes: "é é\n".into(),
            anchors: vec![anchor.clone(), anchor],
        };
        embed(&plain, &inserts(), &Places::default());
    }
}
