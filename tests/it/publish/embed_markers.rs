//! The markers of embedded pictures: set by hand, broken, in code, and as the reader meets them.

use super::embed::{HEAD, TAIL, TIMELINE, short, with};
use crate::support::embedding::{cut, default_places, told, with_pictures};
use postmirth::draw::Chart;
use postmirth::publish::embed::{Anchor, PictureForm, StrippedReport, embed, strip};
use postmirth::read::read;
use postmirth::source::{Source, Span};

#[test]
fn markers_set_by_hand_are_filled() {
    let with = |report: &str| with(report, &[Chart::Incident]);
    let timeline = "\n\n## Timeline\n\n- 09:30 alert fired\n- 10:30 restored\n";
    assert_eq!(
        with(&format!("# Mail\n\n<!-- postmirth:incident --><!-- /postmirth -->{timeline}")),
        format!(
            "# Mail\n\n<!-- postmirth:incident -->\n\n![The incident.](incident.svg)\n\n<!-- \
                /postmirth -->{timeline}"
        ),
    );
    assert_eq!(
        with(&format!("See <!--postmirth:incident--> <!--/postmirth--> here.{timeline}")),
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
    for report in
        [format!("<div>\n<!-- postmirth:incident --><!-- /postmirth -->\n</div>{timeline}"), framed]
    {
        let once = with(&report);
        assert_eq!(with(&once), once);
    }
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
        let plain = StrippedReport { bytes: report.clone().into_bytes(), anchors: Vec::new() };
        assert_eq!(strip(report.as_bytes()), Ok(plain), "{text}");
        let done = with(&report, &Chart::ALL);
        assert_eq!(
            strip(done.as_bytes()).map(|plain| plain.bytes),
            Ok(report.into_bytes()),
            "{text}"
        );
        assert_eq!(with(&done, &Chart::ALL), done);
    }
}

#[test]
fn broken_markers_are_told_and_nothing_is_done() {
    let told = |report: &str| {
        let broken = strip(report.as_bytes()).expect_err("a slip");
        format!("{}: {} = {}", &report[broken.span.clone()], broken.message, broken.hint)
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
            chart: Chart::Incident,
            place,
            form: PictureForm::Inline,
            caption: None,
            options: String::new(),
        }];
        let moved = embed(
            &StrippedReport { anchors, ..plain.clone() },
            &short(&Chart::ALL),
            &default_places(&plain),
        )
        .bytes;
        for bytes in [with_pictures(report.as_bytes()).bytes, moved] {
            let (before, after) =
                (Source::new("a.md", report.as_str()), Source::from_bytes("a.md", &bytes).value);
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
                let (first, here) = (line(&before, one.span.start), line(&after, other.span.start));
                assert!(
                    here.is_some_and(|here| first.is_some_and(|first| first.starts_with(&here))),
                    "{other:?}"
                );
                let because = |source: &Source, span: Option<Span>| {
                    span.map(|span| source.slice(span).to_string())
                };
                assert_eq!(because(&before, one.because), because(&after, other.because));
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
    assert_eq!(told(report.as_bytes())["events"].as_array().map(Vec::len), Some(2));
}
