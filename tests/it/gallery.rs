//! The pictures that README and guide show are what the program draws today; they are the goldens
//! of the
//! SVG.

use crate::support::golden;
use crate::support::golden::{matches, matches_all, project};
use postmirth::draw::style::{Ground, Style};
use postmirth::draw::{Chart, Layout, MEDIUM};
use postmirth::read::Report;
use postmirth::render::{Format, RenderOptions, pictures, trend};
use postmirth::source::Source;
use postmirth::spice::library::Library;
use postmirth::stats;

/// A picture of README or guide: its name, its report, and the order that draws it.
fn gallery() -> Vec<(&'static str, &'static str, RenderOptions)> {
    let look = |style: &str, layout: Layout, ground: Ground| RenderOptions {
        charts: vec![Chart::Incident],
        layout,
        style: Style::built_in(style).expect("a style"),
        grounds: vec![ground],
        ..RenderOptions::default()
    };
    let chart = |chart: Chart| RenderOptions { charts: vec![chart], ..RenderOptions::default() };
    vec![
        ("gantt", "bullets-24h", look("paper", Layout::Gantt, Ground::Light)),
        ("gantt-dark", "bullets-24h", look("paper", Layout::Gantt, Ground::Dark)),
        ("lanes", "hospital-pager", look("paper", Layout::Lanes, Ground::Light)),
        ("blueprint", "over-midnight", look("blueprint", Layout::Gantt, Ground::Dark)),
        ("terminal", "heading-per-event", look("terminal", Layout::Gantt, Ground::Dark)),
        ("sketch", "checkboxes", look("sketch", Layout::Gantt, Ground::Light)),
        ("contrast", "multi-day-bullets", look("contrast", Layout::Gantt, Ground::Light)),
        ("strip", "security", look("paper", Layout::Strip, Ground::Light)),
        ("actions", "prose-measures", chart(Chart::Actions)),
        (
            "actions-today",
            "checkboxes",
            RenderOptions {
                today: "2026-04-20".parse().ok(),
                grounds: vec![Ground::Dark],
                ..chart(Chart::Actions)
            },
        ),
        ("medium", "table", RenderOptions { cover: MEDIUM, ..chart(Chart::Cover) }),
        ("cover", "bullets-24h", chart(Chart::Cover)),
    ]
}

#[test]
fn the_pictures_are_current() {
    matches_all(gallery().into_iter().map(|(name, report, order)| {
        let bytes = std::fs::read(project(&format!("examples/{report}.md"))).expect("a report");
        let source = Source::from_bytes(format!("{report}.md"), &bytes).value;
        let made = pictures(
            &Report::of(&source),
            &[],
            &RenderOptions { formats: vec![Format::Svg], ..order },
        )
        .expect("a picture");
        let svg = String::from_utf8(made.pictures[0].bytes.clone()).expect("UTF-8");
        (project(&format!("examples/pictures/{name}.svg")), svg)
    }));
}

/// The picture of all examples together.
const TREND: &str = "trend";

#[test]
fn the_trend_is_current() {
    let library = Library::built_in();
    let records = golden::reports("examples").into_iter().map(|path| {
        stats::record(&golden::stem(&path), &std::fs::read(&path).expect("a report"), &library)
            .expect("an incident")
    });
    let shown = stats::trend(&records.collect::<Vec<_>>());
    let made =
        trend(&shown, &RenderOptions { formats: vec![Format::Svg], ..RenderOptions::default() })
            .expect("a picture")
            .value;
    let svg = String::from_utf8(made[0].bytes.clone()).expect("UTF-8");
    matches(&project(&format!("examples/pictures/{TREND}.svg")), &svg);
}

#[test]
fn readme_and_guide_show_each_and_no_other() {
    let readme = std::fs::read_to_string(project("README.md")).expect("README.md");
    let guide = std::fs::read_to_string(project("docs/guide.md")).expect("docs/guide.md");
    let gallery: Vec<&str> = gallery().iter().map(|(name, ..)| *name).chain([TREND]).collect();
    for name in &gallery {
        assert!(
            [&readme, &guide]
                .into_iter()
                .any(|page| page.contains(&format!("examples/pictures/{name}.svg"))),
            "neither README nor guide shows {name}"
        );
    }
    for entry in std::fs::read_dir(project("examples/pictures")).expect("the pictures") {
        let path = entry.expect("an entry").path();
        assert!(gallery.contains(&golden::stem(&path).as_str()), "{} is left over", path.display());
    }
    assert!(readme.starts_with("# postmirth\n\n<picture>"), "the README opens with a picture");
}
