//! The pictures that the README shows are what the program draws today; they are the goldens of the SVG.

mod golden;

use golden::{matches, project};
use postmirth::draw::style::{Ground, Style};
use postmirth::draw::{Layout, Text};
use postmirth::pictures::{Format, Order, pictures};
use postmirth::source::Source;

/// Picture, report, style, layout, ground.
const GALLERY: &[(&str, &str, &str, Layout, Ground)] = &[
    ("gantt", "bullets-24h", "paper", Layout::Gantt, Ground::Light),
    ("gantt-dark", "bullets-24h", "paper", Layout::Gantt, Ground::Dark),
    ("lanes", "hospital-pager", "paper", Layout::Lanes, Ground::Light),
    ("blueprint", "over-midnight", "blueprint", Layout::Gantt, Ground::Dark),
    ("terminal", "heading-per-event", "terminal", Layout::Gantt, Ground::Dark),
    ("sketch", "checkboxes", "sketch", Layout::Gantt, Ground::Light),
    ("contrast", "multi-day-bullets", "contrast", Layout::Gantt, Ground::Light),
    ("strip", "security", "paper", Layout::Strip, Ground::Light),
];

#[test]
fn the_readmes_pictures_are_current() {
    for (name, report, style, layout, ground) in GALLERY {
        let bytes = std::fs::read(project(&format!("examples/{report}.md"))).expect("a report");
        let source = Source::from_bytes(format!("{report}.md"), &bytes).value;
        let order = Order {
            layout: *layout,
            style: Style::built_in(style).expect("a style"),
            grounds: vec![*ground],
            formats: vec![Format::Svg],
            text: Text::Outlines,
            ..Order::default()
        };
        let made = pictures(&source, &[], &order).expect("a picture");
        let svg = String::from_utf8(made.pictures[0].bytes.clone()).expect("UTF-8");
        matches(&project(&format!("examples/pictures/{name}.svg")), &svg);
    }
}

#[test]
fn the_readme_shows_each_and_no_other() {
    let readme = std::fs::read_to_string(project("README.md")).expect("README.md");
    for (name, ..) in GALLERY {
        assert!(readme.contains(&format!("examples/pictures/{name}.svg")), "the README does not show {name}");
    }
    for entry in std::fs::read_dir(project("examples/pictures")).expect("the pictures") {
        let path = entry.expect("an entry").path();
        assert!(GALLERY.iter().any(|(name, ..)| *name == golden::stem(&path)), "{} is left over", path.display());
    }
    assert!(readme.starts_with("# postmirth\n\n<picture>"), "the README opens with a picture");
}
