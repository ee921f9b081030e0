//! A [`Scene`] as SVG: presentation attributes only, nothing from outside, letters as outlines.

use super::font::{EM, Fonts, Glyph, GlyphRun};
use super::quick::{Quickly, push_hundredths, push_whole, write_hundredths};
use super::scene::{Area, Form, Paint, Point, Scene, Shape, Step, Stroke};
use crate::named::named;
use std::collections::HashMap;
use std::fmt::Write as _;

named! {
    /// The representation of texts.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub enum TextMode by default Outlines {
        /// As outlines, which look the same everywhere.
        Outlines = "outlines",
        /// As text, which can be selected.
        Live = "live",
    }
}

/// Writes a scene.
pub fn svg(scene: &Scene, fonts: &Fonts, text: TextMode) -> String {
    let mut letters = Letters::of(scene);
    // A letter takes some thirty bytes: room for all at once spares moving them.
    let mut body = String::with_capacity(letters.count * 32 + scene.shapes.len() * 120);
    for shape in &scene.shapes {
        write_shape(&mut body, shape, &mut letters, text);
    }
    let (width, height) = (Coordinate(scene.width), Coordinate(scene.height));
    let mut out = String::with_capacity(body.len() + 30_000);
    let _ = write!(
        out,
        r#"<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}" role="img" stroke-linecap="round" stroke-linejoin="round">"#
    );
    let _ = write!(
        out,
        "\n<title>{}</title>\n<desc>{}</desc>\n",
        Escaped(&scene.title),
        Escaped(&scene.description)
    );
    letters.define(fonts, &mut out);
    let _ =
        writeln!(out, r#"<rect width="{width}" height="{height}" fill="{}"/>"#, scene.background);
    out.push_str(&body);
    out.push_str("</svg>\n");
    out
}

fn write_shape(out: &mut String, shape: &Shape, letters: &mut Letters, text: TextMode) {
    match &shape.form {
        Form::Rect { area, radius, paint } => rect(out, area, *radius, paint),
        Form::Path { steps, paint } => path(out, steps, paint),
        Form::Text { at, run, colour } => {
            let _ = match text {
                TextMode::Live => live(out, *at, run, &colour.to_string()),
                TextMode::Outlines => outlines(out, *at, run, &colour.to_string(), letters),
            };
        }
    }
    out.push('\n');
}

fn rect(out: &mut String, area: &Area, radius: f64, paint: &Paint) {
    let Area { x, y, w, h } = area;
    let _ = write!(
        out,
        r#"<rect x="{}" y="{}" width="{}" height="{}""#,
        Coordinate(*x),
        Coordinate(*y),
        Coordinate(*w),
        Coordinate(*h)
    );
    // A browser that draws in tiles begins the dashes of a square frame anew in each; of a round
    // one not.
    let dashed = paint.stroke.is_some_and(|stroke| stroke.dash.is_some());
    let radius = if dashed { radius.max(0.01) } else { radius };
    if radius > 0.0 {
        let _ = write!(out, r#" rx="{}""#, Coordinate(radius));
    }
    painted(
        out,
        &Paint { stroke: paint.stroke.map(|stroke| closed(stroke, area, radius)), ..*paint },
    );
    out.push_str("/>");
}

/// A dashed line around, its dashes stretched a little so that the last one meets the first: it
/// looks better, and no two viewers begin to count at the same corner.
fn closed(stroke: Stroke, area: &Area, radius: f64) -> Stroke {
    let around = 2.0 * (area.w + area.h) - (8.0 - 2.0 * std::f64::consts::PI) * radius;
    let fitted = |dash: f64| around / (2.0 * (around / (2.0 * dash)).round().max(1.0));
    Stroke { dash: stroke.dash.map(fitted), ..stroke }
}

fn path(out: &mut String, steps: &[Step], paint: &Paint) {
    out.push_str(r#"<path d=""#);
    let mut data = Data { out, after: None };
    for step in steps {
        match *step {
            Step::Move(to) => data.step('M', &[to]),
            Step::Line(to) => data.step('L', &[to]),
            Step::Curve(one, two, to) => data.step('C', &[one, two, to]),
            Step::Close => data.step('Z', &[]),
        }
    }
    out.push('"');
    painted(out, paint);
    out.push_str("/>");
}

/// Path data: a command is written once for all the points that follow it.
struct Data<'a> {
    out: &'a mut String,
    after: Option<char>,
}

impl Data<'_> {
    fn step(&mut self, command: char, points: &[Point]) {
        // After a move, points without a command are lines.
        let implied = self.after == Some(command) && command != 'M' && command != 'Z'
            || (self.after == Some('M') && command == 'L');
        if !implied {
            self.out.push(command);
        }
        for (index, point) in points.iter().enumerate() {
            for (second, value) in [(false, point.x), (true, point.y)] {
                if (implied || index > 0 || second) && value > -0.005 {
                    self.out.push(' ');
                }
                push_hundredths(self.out, value);
            }
        }
        self.after = Some(command);
    }
}

fn painted(out: &mut String, paint: &Paint) {
    let _ = match paint.fill {
        Some(fill) => write!(out, r#" fill="{fill}""#),
        None => write!(out, r#" fill="none""#),
    };
    let Some(stroke) = paint.stroke else { return };
    let _ =
        write!(out, r#" stroke="{}" stroke-width="{}""#, stroke.colour, Coordinate(stroke.width));
    if let Some(dash) = stroke.dash {
        let _ = write!(out, r#" stroke-dasharray="{dash:.4}" stroke-linecap="butt""#);
    }
}

fn outlines(
    out: &mut String,
    at: Point,
    run: &GlyphRun,
    colour: &str,
    letters: &mut Letters,
) -> std::fmt::Result {
    let scale = FontScale(run.size / EM);
    write!(
        out,
        r#"<g fill="{colour}" transform="translate({} {})scale({scale})">"#,
        Coordinate(at.x),
        Coordinate(at.y)
    )?;
    for word in words(run) {
        match letters.word(word) {
            Some(name) => used(out, name, word[0].x),
            None => word.iter().for_each(|glyph| used(out, letters.name(*glyph), glyph.x)),
        }
    }
    out.push_str("</g>");
    Ok(())
}

fn used(out: &mut String, name: &str, x: i32) {
    out.push_str("<use href=\"#");
    out.push_str(name);
    if x != 0 {
        out.push_str("\" x=\"");
        push_whole(out, i64::from(x));
    }
    out.push_str("\"/>");
}

/// The words of a line: its letters between blanks, which have no outline.
fn words(run: &GlyphRun) -> Vec<&[Glyph]> {
    let mut words = Vec::new();
    let mut start = 0;
    for (at, c) in run.text.chars().chain([' ']).enumerate() {
        if c == ' ' || c == '\u{A0}' {
            words.extend(run.glyphs.get(start..at).filter(|word| !word.is_empty()));
            start = at + 1;
        }
    }
    words
}

fn live(out: &mut String, at: Point, run: &GlyphRun, colour: &str) -> std::fmt::Result {
    let weight = if run.bold { r#" font-weight="700""# } else { "" };
    write!(
        out,
        r#"<text x="{}" y="{}" font-family="{}" font-size="{}"{weight} fill="{colour}" textLength="{}" lengthAdjust="spacingAndGlyphs">{}</text>"#,
        Coordinate(at.x),
        Coordinate(at.y),
        run.face.family(),
        Coordinate(run.size),
        Coordinate(run.width),
        Escaped(&run.text)
    )
}

/// The letters in use, each with a short name; so has a word that comes up more than once.
#[derive(Default)]
struct Letters {
    numbers: HashMap<(u8, u16), usize, Quickly>,
    used: Vec<(Glyph, String)>,
    words: HashMap<OutlinedWord, Repeated, Quickly>,
    named: Vec<(OutlinedWord, String)>,
    /// The number of letters in all.
    count: usize,
}

/// A word's letters, placed from its beginning.
type OutlinedWord = Vec<Glyph>;

/// The number of times that a word comes up, and the word's own number once it has been used.
#[derive(Default)]
struct Repeated {
    times: usize,
    number: Option<usize>,
}

/// A word shorter than this costs more to name than to spell.
const SHORTEST_WORD: usize = 3;

fn from_start(word: &[Glyph]) -> OutlinedWord {
    word.iter().map(|glyph| Glyph { x: glyph.x - word[0].x, ..*glyph }).collect()
}

impl Letters {
    /// TaskCounts the words of a scene.
    fn of(scene: &Scene) -> Letters {
        let mut letters = Letters::default();
        for shape in &scene.shapes {
            let Form::Text { run, .. } = &shape.form else {
                continue;
            };
            letters.count += run.glyphs.len();
            for word in words(run).into_iter().filter(|word| word.len() >= SHORTEST_WORD) {
                letters.words.entry(from_start(word)).or_default().times += 1;
            }
        }
        letters
    }

    fn name(&mut self, glyph: Glyph) -> &str {
        let next = self.used.len();
        let number = *self.numbers.entry((glyph.face, glyph.id)).or_insert(next);
        if number == next {
            self.used.push((glyph, short(number)));
        }
        &self.used[number].1
    }

    /// The name of a word that comes up more than once.
    fn word(&mut self, word: &[Glyph]) -> Option<&str> {
        if word.len() < SHORTEST_WORD {
            return None;
        }
        let word = from_start(word);
        let repeated = self.words.get_mut(&word).filter(|repeated| repeated.times > 1)?;
        let next = self.named.len();
        let number = *repeated.number.get_or_insert(next);
        if number == next {
            self.named.push((word, format!("_{}", short(number))));
        }
        Some(&self.named[number].1)
    }

    fn define(&mut self, fonts: &Fonts, out: &mut String) {
        let mut spelt = String::new();
        for (word, name) in std::mem::take(&mut self.named) {
            let _ = write!(spelt, r#"<g id="{name}">"#);
            word.iter().for_each(|glyph| used(&mut spelt, self.name(*glyph), glyph.x));
            spelt.push_str("</g>\n");
        }
        if self.used.is_empty() {
            return;
        }
        out.push_str("<defs>\n");
        for (glyph, name) in &self.used {
            out.push_str("<path id=\"");
            out.push_str(name);
            out.push_str("\" d=\"");
            fonts.outline(glyph.face, glyph.id, out);
            out.push_str("\"/>\n");
        }
        let _ = writeln!(out, "{spelt}</defs>");
    }
}

/// a, b … Z, aa, ab …
fn short(mut number: usize) -> String {
    const SIGNS: &[u8; 52] = b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    let mut out = Vec::new();
    loop {
        out.push(char::from(SIGNS[number % 52]));
        if number < 52 {
            break;
        }
        number = number / 52 - 1;
    }
    out.iter().rev().collect()
}

/// A coordinate to a hundredth.
struct Coordinate(f64);

impl std::fmt::Display for Coordinate {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write_hundredths(f, self.0)
    }
}

/// A scale that is right to a hundredth of a pixel at the end of a long line.
struct FontScale(f64);

impl std::fmt::Display for FontScale {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let text = format!("{:.7}", self.0);
        f.write_str(text.trim_end_matches('0').trim_start_matches('0'))
    }
}

/// A text in which nothing can be taken for markup, without the characters that XML forbids.
struct Escaped<'a>(&'a str);

impl std::fmt::Display for Escaped<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let special = |c: char| {
            matches!(c, '<' | '>' | '&' | '"' | '\'' | '\u{FFFE}' | '\u{FFFF}') || c.is_control()
        };
        let mut rest = self.0;
        while let Some(at) = rest.find(special) {
            f.write_str(&rest[..at])?;
            let mut after = rest[at..].chars();
            f.write_str(match after.next() {
                Some('<') => "&lt;",
                Some('>') => "&gt;",
                Some('&') => "&amp;",
                Some('"') => "&quot;",
                Some('\'') => "&#39;",
                Some('\t' | '\n' | '\r') => " ",
                _ => "",
            })?;
            rest = after.as_str();
        }
        f.write_str(rest)
    }
}
