//! Pictures in the report itself: they stand where they should, break nothing, and come out without
//! a trace.
use crate::support::embedding::{default_places, faults, told, with_pictures};
use crate::support::golden;
use postmirth::draw::Chart;
use postmirth::publish::embed::{Image, Insert, PicturePlaces, embed, strip};

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
        let all = [variant.clone(), variant.replace('\n', "\r\n").replace("\r\r\n", "\r\n")];
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

pub(super) fn shown(report: &str) -> String {
    String::from_utf8_lossy(&with_pictures(report.as_bytes()).bytes).into_owned()
}

/// Short pictures, for tests that show a whole report.
pub(super) fn short(charts: &[Chart]) -> Vec<Insert> {
    let insert = |chart: &Chart| Insert {
        chart: *chart,
        alt: format!("The {}.", chart.name()),
        details: None,
        caption: None,
        options: String::new(),
        image: Image::One(format!("{}.svg", chart.name())),
    };
    charts.iter().map(insert).collect()
}

/// A report with short pictures.
#[track_caller]
pub(super) fn with(report: &str, charts: &[Chart]) -> String {
    let plain = strip(report.as_bytes()).expect("sound markers");
    let places = default_places(&plain);
    let done = embed(&plain, &short(charts), &places);
    assert!(
        done.unplaced.iter().all(|chart| places.of(*chart).is_none()),
        "{:?} found no place",
        done.unplaced
    );
    String::from_utf8(done.bytes).expect("UTF-8")
}

#[track_caller]
fn becomes(report: &str, charts: &[Chart], wanted: &str) {
    assert_eq!(with(report, charts), wanted);
    for other in ["\r\n", "\r"] {
        assert_eq!(with(&report.replace('\n', other), charts), wanted.replace('\n', other));
    }
}

pub(super) const HEAD: &str =
    "# Mail was late\n\n## Summary\n\nMail was late on 18 April 2024 from 09:30 to 10:30 UTC.\n\n";

pub(super) const TAIL: &str = "## Root cause\n\nThe disk was full.\n\n## Corrective measures\n\n- Add an \
    alert on disk space.\n- Clean the disk every night.\n";

/// A report with this for a timeline: in the middle with and without a blank line below, and at the
/// end.
#[track_caller]
pub(super) fn timeline(entries: &str) {
    sound(&format!("{HEAD}## Timeline\n\n{entries}\n\n{TAIL}"));
    sound(&format!("{HEAD}## Timeline\n{entries}\n{TAIL}"));
    sound(&format!("{HEAD}{TAIL}\n## Timeline\n\n{entries}"));
    sound(&format!("---\ntitle: Mail\n---\n{HEAD}## Timeline\n\n{entries}\n\n{TAIL}"));
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
        &Chart::ALL,
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
        &[Chart::Incident],
        "# Mail\n\n## Timeline\n\n- 09:30 alert fired\n- 10:30 restored\n\
         <!-- postmirth:incident -->\n\n![The incident.](incident.svg)\n\n<!-- /postmirth --> \t\n\
         ## Root cause\n\nThe disk.\n",
    );
}

#[test]
fn with_none_it_begins_at_the_end_of_the_last_line() {
    becomes(
        "# Mail\n## Timeline\n- 09:30 alert fired\n- 10:30 restored\n## Root cause\nThe disk.\n",
        &[Chart::Incident],
        "# Mail\n## Timeline\n- 09:30 alert fired\n- 10:30 restored<!-- postmirth:incident -->\n\n\
         ![The incident.](incident.svg)\n\n<!-- /postmirth -->\n## Root cause\nThe disk.\n",
    );
}

#[test]
fn a_report_of_bare_lines_is_divided_below_the_timeline() {
    becomes(
        "Mail was late\nTimeline:\n09:30 - alert fired.\n10:30 - restored.\nRoot cause:\nThe \
            disk.\n",
        &[Chart::Incident],
        "Mail was late\nTimeline:\n09:30 - alert fired.\n10:30 - restored.<!-- postmirth:incident \
            -->\n\n\
         ![The incident.](incident.svg)\n\n<!-- /postmirth -->\nRoot cause:\nThe disk.\n",
    );
}

#[test]
fn below_a_fence_at_the_end_there_is_no_place_but_above_it_there_is() {
    becomes(
        "## Timeline\n\n```\n09:30 - alert fired.\n10:30 - restored.\n```",
        &[Chart::Incident],
        "## Timeline\n<!-- postmirth:incident -->\n\n![The incident.](incident.svg)\n\n<!-- \
            /postmirth -->\n```\n\
         09:30 - alert fired.\n10:30 - restored.\n```",
    );
}

#[test]
fn nothing_comes_between_the_tags_of_a_list() {
    becomes(
        "<ul>\n\n<li>09:30 alert fired</li>\n\n<li>10:30 restored</li>\n\n</ul>\n\nThe end.\n",
        &[Chart::Incident],
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
        &short(&Chart::ALL),
        &PicturePlaces { incident: Some(4), cover: Some(1), ..PicturePlaces::default() },
    );
    assert_eq!(done.bytes, report.as_bytes());
    assert_eq!(done.unplaced, Chart::ALL);
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
            with(&moved, &[Chart::Incident]),
            moved.replace("![old](old.svg)", "![The incident.](incident.svg)")
        );
        assert_eq!(told(moved.as_bytes())["events"].as_array().map(Vec::len), Some(2));
    }
}

#[test]
fn a_picture_that_is_no_longer_wanted_goes() {
    let report = format!("{HEAD}## Timeline\n\n- 09:30 alert fired\n- 10:30 restored\n\n{TAIL}");
    let all = with(&report, &Chart::ALL);
    assert_eq!(with(&all, &[Chart::Cover]), with(&report, &[Chart::Cover]));
    assert_eq!(with(&all, &[]), report);
}

pub(super) const TIMELINE: &str = "## Timeline\n\n- 09:30 alert fired\n- 10:30 restored\n";

#[test]
fn line_breaks_are_the_reports_own() {
    for other in ["\r\n", "\r"] {
        let report = format!("# Mail\n\n{TIMELINE}\n").replace('\n', other);
        let done = String::from_utf8(with_pictures(report.as_bytes()).bytes).expect("UTF-8");
        assert_eq!(done.replace(other, "").find(['\n', '\r']), None, "{done:?}");
    }
}
