//! The SVG: well-formed whatever the report says, nothing in it that a site would refuse, small.
use crate::support::drawing::{drawn, style, texts, timeline};
use crate::support::golden;
use postmirth::assets::STYLES;
use postmirth::draw::font::Fonts;
use postmirth::draw::style::{FaceName, Ground};
use postmirth::draw::{self, Layout, Options, TextMode, incident, png, svg};
use postmirth::read::read;
use postmirth::source::Source;
use std::collections::BTreeSet;
use usvg::roxmltree::Document;

/// What a viewer may be shown, and nothing else.
const ELEMENTS: [&str; 10] =
    ["svg", "title", "desc", "defs", "g", "path", "rect", "circle", "use", "text"];

/// Fails unless the SVG is well-formed and holds only what cannot do harm.
#[track_caller]
fn harmless(text: &str) {
    let document = Document::parse(text).unwrap_or_else(|error| panic!("not well-formed: {error}"));
    let defined: BTreeSet<&str> = document
        .descendants()
        .filter(|node| node.parent().is_some_and(|parent| parent.has_tag_name("defs")))
        .filter_map(|node| node.attribute("id"))
        .collect();
    for node in document.descendants().filter(|node| node.is_element()) {
        let name = node.tag_name().name();
        assert!(ELEMENTS.contains(&name), "<{name}>");
        for attribute in node.attributes() {
            let (key, value) = (attribute.name(), attribute.value());
            assert!(
                !key.starts_with("on") && key != "style" && key != "class",
                "{key}=\"{value}\""
            );
            assert!(!value.contains("url(") && !value.contains("javascript"), "{key}=\"{value}\"");
            if key == "href" {
                let target = value.strip_prefix('#').unwrap_or_else(|| panic!("href to {value}"));
                assert!(
                    defined.contains(target),
                    "href to {value}, which is not among its own <defs>"
                );
            }
        }
    }
    let root = document.root_element();
    assert_eq!(root.attribute("role"), Some("img"));
    let spoken = |name| {
        root.children()
            .find(|node| node.has_tag_name(name))
            .and_then(|node| node.text())
            .unwrap_or_default()
    };
    let _ = (spoken("title"), spoken("desc"));
}

#[track_caller]
fn written(report: &str, text: TextMode) -> String {
    let style = style("paper");
    let fonts = Fonts::new(style.font.face);
    svg(&drawn(report), &fonts, text)
}

#[test]
fn no_text_of_a_report_becomes_markup() {
    let hostile = [
        "</desc><script>alert(1)</script>",
        "<![CDATA[",
        "]]>",
        "&lt;&#0;&#x1F;&nbsp;&bogus;",
        "\" onload=\"alert(1)",
        "' href='http://x.invalid/",
        "<!-- -- -->",
        "<?xml?>",
        "<!DOCTYPE svg [<!ENTITY a \"b\">]>",
        "\u{0}\u{1}\u{8}\u{b}\u{1f}\u{7f}\u{85}",
        "\u{fffe}\u{ffff}\u{fffd}",
        "\u{202e}gnp.exe",
        "\u{10ffff}\u{e000}",
        "{{7*7}}",
        "%s%n",
        "a\tb\rc",
        "𝕳𝖊𝖑𝖑𝖔",
        "👩‍👩‍👧‍👦🏳️‍🌈",
        "e\u{301}\u{302}\u{303}",
        "`</code>`",
        "<svg onload=x>",
        "$(id)",
        "]]&gt;",
    ];
    // A small generator of numbers: the same mixes in every run.
    let mut state = 0x2545_F491_4F6C_DD1D_u64;
    let mut pick = move |below: usize| {
        state = state.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
        (state >> 33) as usize % below
    };
    for _ in 0..400 {
        let mut mix = || {
            (0..1 + pick(5))
                .map(|_| hostile[pick(hostile.len())])
                .collect::<Vec<_>>()
                .join(if pick(2) == 0 { "" } else { " x " })
        };
        let (title, one, two, cause) = (mix(), mix(), mix(), mix());
        let report = format!(
            "# {title}\n\n## Summary\n\nFrom 09:00 {one} to 10:00, 20% of users {two} were \
                affected. The root cause was {cause} and more of it.\n\n## Timeline\n\n- 09:00 \
                UTC - The alert {one} fired.\n- 09:10 UTC - {two}\n- 10:00 UTC - Service restored \
                {cause}.\n"
        );
        let source = Source::new("report.md", report);
        let told = read(&source).value;
        let style = style("paper");
        let fonts = Fonts::new(style.font.face);
        let Some(scene) =
            incident(&told, &style, &fonts, &Options { title: Some(title), ..Options::default() })
        else {
            continue;
        };
        for text in [TextMode::Outlines, TextMode::Live] {
            harmless(&svg(&scene.value, &fonts, text));
        }
        assert_eq!(scene.value.collisions(), [], "{}", source.text());
    }
}

#[test]
fn every_example_is_harmless_in_every_style_and_layout() {
    for path in golden::reports("examples") {
        let source =
            Source::from_bytes("report.md", &std::fs::read(&path).expect("a report")).value;
        let told = read(&source).value;
        for file in STYLES {
            let style = style(file.name);
            let fonts = Fonts::new(style.font.face);
            for (layout, ground) in [
                (Layout::Gantt, Ground::Light),
                (Layout::Lanes, Ground::Dark),
                (Layout::Strip, Ground::Light),
            ] {
                let scene = incident(
                    &told,
                    &style,
                    &fonts,
                    &Options { layout, ground, ..Options::default() },
                )
                .expect("a picture")
                .value;
                let scene = draw::drawn(scene, &style);
                harmless(&svg(&scene, &fonts, TextMode::Outlines));
                harmless(&svg(&scene, &fonts, TextMode::Live));
            }
        }
    }
}

#[test]
fn title_and_description_come_first() {
    let text = written(
        &timeline(&["09:00 - The alert fired.", "10:00 - Service restored."]),
        TextMode::Outlines,
    );
    let document = Document::parse(&text).expect("well-formed");
    let first: Vec<(&str, &str)> = document
        .root_element()
        .children()
        .filter(|node| node.is_element())
        .take(2)
        .map(|node| (node.tag_name().name(), node.text().unwrap_or_default()))
        .collect();
    assert_eq!(first[0], ("title", "Incident timeline of Lights out"));
    assert!(
        first[1].0 == "desc" && first[1].1.contains("09:00, detection: The alert fired."),
        "{first:?}"
    );
}

#[test]
fn live_text_can_be_read_and_is_as_wide_as_its_outlines() {
    let report = timeline(&["09:00 - The alert fired & woke us.", "10:00 - Service restored."]);
    let text = written(&report, TextMode::Live);
    let document = Document::parse(&text).expect("well-formed");
    let found: Vec<_> = document.descendants().filter(|node| node.has_tag_name("text")).collect();
    assert_eq!(found.len(), texts(&drawn(&report)).len());
    let alert = found
        .iter()
        .find(|node| node.text() == Some("The alert fired & woke us"))
        .expect("the entry");
    let width: f64 =
        alert.attribute("textLength").and_then(|length| length.parse().ok()).expect("a length");
    assert!((150.0..260.0).contains(&width), "{width}");
    assert!(!written(&report, TextMode::Outlines).contains("<text"));
}

#[test]
fn letters_are_as_wide_as_the_font_says() {
    use postmirth::draw::font::Letter;
    let fonts = Fonts::new(FaceName::Sans);
    let width = |text: &str| fonts.width(text, Letter { size: 100.0, bold: false });
    // Noto Sans: an "n" takes 1266 of 2048 units, a blank 532.
    assert!((width("n") - 61.8).abs() < 0.1, "{}", width("n"));
    assert!((width("n n") - (2.0 * 61.8 + 26.0)).abs() < 0.2, "{}", width("n n"));
    // "To" is kerned.
    assert!(
        width("To") < width("T") + width("o") - 3.0,
        "{} {}",
        width("To"),
        width("T") + width("o")
    );
    let mono = Fonts::new(FaceName::Mono);
    let letter = Letter { size: 10.0, bold: false };
    assert_eq!(mono.width("iiii", letter), mono.width("WWWW", letter));
}

#[test]
fn examples_are_small() {
    for path in golden::reports("examples") {
        let source =
            Source::from_bytes("report.md", &std::fs::read(&path).expect("a report")).value;
        let told = read(&source).value;
        let style = style("paper");
        let fonts = Fonts::new(style.font.face);
        let scene = incident(&told, &style, &fonts, &Options::default()).expect("a picture").value;
        let text = svg(&scene, &fonts, TextMode::Outlines);
        assert!(text.len() < 60_000, "{}: SVG of {} bytes", path.display(), text.len());
        let pixels = png(&text, &scene, 2.0, 2).expect("a PNG");
        assert!(pixels.len() < 120_000, "{}: PNG of {} bytes", path.display(), pixels.len());
    }
}

#[test]
fn a_line_of_a_megabyte_is_told_in_a_thousand_letters() {
    let line = "the cache was slow again and ".repeat(40_000);
    let first = format!("09:00 - {line}");
    let scene = drawn(&timeline(&[&first, "10:00 - Service restored."]));
    assert!(scene.description.len() < 4_000, "{}", scene.description.len());
    assert!(scene.description.contains(" …"));
    let text = svg(&scene, &Fonts::new(FaceName::Sans), TextMode::Outlines);
    assert!(text.len() < 60_000, "{}", text.len());
}
