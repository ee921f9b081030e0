//! The styles: whole, legible on both grounds, and open to one's own.

use postmirth::assets::STYLES;
use postmirth::diagnostic::Diagnostic;
use postmirth::draw::colour::Colour;
use postmirth::draw::style::{PhaseColours, Style, Theme};
use postmirth::incident::Phase;
use postmirth::source::Source;
use std::collections::BTreeSet;
use toml::{Table, Value};

fn phases(theme: &Theme) -> [&PhaseColours; 4] {
    [Phase::Detection, Phase::Investigation, Phase::Escalation, Phase::Resolution]
        .map(|phase| theme.of(phase))
}

/// Every pair of colours that can lie on each other: what it is, the two, and whether it is text.
fn pairs(theme: &Theme) -> Vec<(&'static str, Colour, Colour, bool)> {
    let mut out = vec![
        ("ink on background", theme.ink, theme.background, true),
        ("ink on shade", theme.ink, theme.shade, true),
        ("quiet on background", theme.quiet, theme.background, true),
        ("on_outage on outage", theme.on_outage, theme.outage, true),
        ("on_unnoticed on unnoticed", theme.on_unnoticed, theme.unnoticed, true),
        ("cross on background", theme.cross, theme.background, true),
        ("outage on background", theme.outage, theme.background, false),
        ("unnoticed on background", theme.unnoticed, theme.background, false),
        ("line on background", theme.line, theme.background, false),
        ("ink on the cover", theme.ink, theme.cover.ground, true),
        ("quiet on the cover", theme.quiet, theme.cover.ground, true),
        ("figure on the cover", theme.cover.figure, theme.cover.ground, false),
        ("figure on background", theme.cover.figure, theme.background, false),
        ("outage on the cover", theme.outage, theme.cover.ground, false),
        ("unnoticed on the cover", theme.unnoticed, theme.cover.ground, false),
        ("cross on the cover", theme.cross, theme.cover.ground, true),
        ("quiet on shade", theme.quiet, theme.shade, false),
    ];
    for colours in phases(theme) {
        out.extend([
            ("on_bar on bar", colours.on_bar, colours.bar, true),
            ("figure on card", colours.figure, colours.card, true),
            ("figure on background", colours.figure, theme.background, true),
            ("quiet on card", theme.quiet, colours.card, true),
            ("quiet on band", theme.quiet, colours.band, true),
            ("ink on band", theme.ink, colours.band, true),
            ("ink on pale", theme.ink, colours.pale, true),
            ("bar on background", colours.bar, theme.background, false),
            ("bar on shade", colours.bar, theme.shade, false),
            ("bar on the cover", colours.bar, theme.cover.ground, false),
            ("line on band", theme.line, colours.band, false),
            ("cross on band", theme.cross, colours.band, true),
            ("figure on band", colours.figure, colours.band, true),
            ("cross on pale", theme.cross, colours.pale, false),
        ]);
        // A bar may reach into the band of another phase.
        out.extend(phases(theme).map(|other| ("bar on band", colours.bar, other.band, false)));
    }
    for colours in [theme.neutral(), theme.before_noticed()] {
        let texts = [colours.figure, theme.ink, theme.quiet, theme.cross];
        out.extend(texts.map(|text| ("text on a group of no phase", text, colours.band, true)));
        let marks = phases(theme).map(|phase| phase.bar);
        out.extend(marks.map(|mark| ("mark in a group of no phase", mark, colours.band, false)));
        out.push(("bar of a group of no phase", colours.bar, colours.band, false));
    }
    out
}

#[test]
fn every_pair_of_colours_stands_out() {
    for file in STYLES {
        let style = Style::built_in(file.name).expect("a style");
        let (text, mark) = if file.name == "contrast" { (7.0, 4.5) } else { (4.5, 3.0) };
        for (ground, theme) in [("light", &style.light), ("dark", &style.dark)] {
            for (what, one, two, is_text) in pairs(theme) {
                let needed = if is_text { text } else { mark };
                let ratio = one.contrast(two);
                assert!(
                    ratio >= needed,
                    "{}, {ground}: {what} ({one} on {two}) is {ratio:.2}:1, short of {needed}:1",
                    file.name
                );
            }
        }
    }
}

#[test]
fn contrast_is_reckoned_as_the_standard_does() {
    let colour = |text| Colour::named(text).expect("a colour");
    assert!((colour("#000").contrast(colour("#fff")) - 21.0).abs() < 0.01);
    assert!((colour("#777777").contrast(colour("#ffffff")) - 4.48).abs() < 0.01);
    assert!((colour("#d97706").contrast(colour("#ffffff")) - 3.19).abs() < 0.02);
}

/// The keys of a table with those of the tables in it.
fn keys(table: &Table, lead: &str) -> BTreeSet<String> {
    table
        .iter()
        .flat_map(|(key, value)| match value {
            Value::Table(inner) => keys(inner, &format!("{lead}{key}.")),
            _ => BTreeSet::from([format!("{lead}{key}")]),
        })
        .collect()
}

#[test]
fn every_built_in_file_has_every_key() {
    let of = |text: &str| keys(&toml::from_str(text).expect("TOML"), "");
    let first = of(STYLES[0].text);
    assert!(first.len() > 70 && !first.contains("base"), "{first:?}");
    for file in STYLES {
        assert_eq!(of(file.text), first, "{}", file.name);
    }
    assert_eq!(
        STYLES.iter().map(|file| file.name).collect::<Vec<_>>(),
        ["paper", "blueprint", "terminal", "sketch", "contrast"]
    );
}

fn own(text: &str) -> Result<Style, Box<Diagnostic>> {
    Style::from_file(&Source::new("mine.toml", text))
}

#[test]
fn a_file_of_ones_own_is_laid_over_a_built_in_key_by_key() {
    let mine =
        own("base = \"terminal\"\n[font]\ntitle = 30\n[dark.detection]\nbar = \"#ffcc00\"\n")
            .expect("a style");
    let terminal = Style::built_in("terminal").expect("a style");
    assert_eq!(mine.font.title, 30.0);
    assert_eq!(mine.dark.detection.bar.to_string(), "#fc0");
    assert_eq!(mine.dark.detection.band, terminal.dark.detection.band);
    assert_eq!(mine.font.face, terminal.font.face);
    assert_eq!(
        own("").expect("a style"),
        Style { base: None, ..Style::built_in("paper").expect("a style") }
    );
}

#[track_caller]
fn refused(text: &str) -> String {
    let error = own(text).expect_err("a slip");
    error.frame(&Source::new("mine.toml", text)).to_string()
}

#[test]
fn a_slip_is_shown_where_it_stands() {
    let unknown = refused("[font]\ntitel = 30\n");
    assert!(
        unknown.contains("mine.toml:2:1")
            && unknown.contains("unknown field `titel`")
            && unknown.contains("^^^^^"),
        "{unknown}"
    );
    let colour = refused("[light]\nink = \"blackish\"\n");
    assert!(
        colour.contains("mine.toml:2:7")
            && colour.contains("expected a colour such as \"#2563eb\", found \"blackish\""),
        "{colour}"
    );
    let kind = refused("[pen]\nkind = \"crayon\"\n");
    assert!(kind.contains("mine.toml:2:8") && kind.contains("crayon"), "{kind}");
    let base = refused("base = \"papier\"\n");
    assert!(
        base.contains("mine.toml:1:8") && base.contains("expected a base among paper, blueprint"),
        "{base}"
    );
    let broken = refused("[font\n");
    assert!(broken.contains("mine.toml:1:"), "{broken}");
}
