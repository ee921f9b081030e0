//! The sheet on which a layout places things: the scene with the fonts and colours at hand.

use super::colour::Colour;
use super::font::{Fonts, Letter};
use super::scene::{Area, Form, Paint, Point, Role, Scene, Step};
use super::style::{Style, Theme};
use super::wrap::{MeasuredText, WrappedText};
use crate::diagnostic::{Code, Diagnostic, Warned};
use crate::source::Span;
use std::collections::BTreeMap;

/// A scene in the making.
pub(crate) struct Sheet<'a> {
    pub(crate) scene: Scene,
    pub(crate) fonts: &'a Fonts,
    pub(crate) style: &'a Style,
    pub(crate) theme: &'a Theme,
    owner: u32,
    span: Option<Span>,
    /// Characters that no font has, each with the place where it was met first.
    pub(crate) missing: BTreeMap<char, Option<Span>>,
}

/// The room left at every edge.
pub(crate) const MARGIN: f64 = 28.0;
/// Between two things.
pub(crate) const GAP: f64 = 12.0;

/// The height of a line of text, as a multiple of its letters' size.
const LEADING: f64 = 1.27;

impl<'a> Sheet<'a> {
    /// An empty sheet.
    pub(crate) fn new(
        width: f64,
        fonts: &'a Fonts,
        style: &'a Style,
        theme: &'a Theme,
    ) -> Sheet<'a> {
        let scene = Scene::new(width, theme.background);
        Sheet { scene, fonts, style, theme, owner: 0, span: None, missing: BTreeMap::new() }
    }

    /// Begins another thing, told at `span`, to which all that is placed from here on belongs.
    pub(crate) fn next(&mut self, span: Option<Span>) -> u32 {
        self.owner += 1;
        self.span = span;
        self.owner
    }

    /// A text as it can be drawn.
    pub(crate) fn legible(&mut self, text: &str, span: Option<Span>) -> String {
        let mut missing = BTreeMap::new();
        let legible = self.fonts.legible(text, &mut missing);
        for c in missing.into_keys() {
            self.missing.entry(c).or_insert(span);
        }
        legible
    }

    /// The letters of the title.
    pub(crate) fn title(&self) -> Letter {
        Letter { size: self.style.font.title, bold: true }
    }

    /// The letters of the events.
    pub(crate) fn body(&self, bold: bool) -> Letter {
        Letter { size: self.style.font.text, bold }
    }

    /// The small letters.
    pub(crate) fn label(&self, bold: bool) -> Letter {
        Letter { size: self.style.font.label, bold }
    }

    /// A text measured, for fitting into rooms.
    pub(crate) fn words(&self, text: &str, letter: Letter) -> MeasuredText<'a> {
        MeasuredText::new(self.fonts, text, letter)
    }

    /// One line of text from its left end.
    pub(crate) fn text(
        &mut self,
        x: f64,
        baseline: f64,
        text: &str,
        letter: Letter,
        colour: Colour,
    ) -> f64 {
        let run = self.fonts.run(text, letter);
        let width = run.width;
        if !text.is_empty() {
            self.put(Role::Text, Form::Text { at: crisp(x, baseline), run, colour });
        }
        width
    }

    /// One line of text around its middle, its letters in the middle of a height.
    pub(crate) fn centred(&mut self, middle: Point, text: &str, letter: Letter, colour: Colour) {
        let x = middle.x - self.fonts.width(text, letter) / 2.0;
        self.text(x, middle.y + settle(letter), text, letter, colour);
    }

    /// Lines of text below each other from `top`; gives the lower end.
    pub(crate) fn block(&mut self, x: f64, top: f64, block: &WrappedText, colour: Colour) -> f64 {
        let mut y = top;
        for run in &block.lines {
            let high = leading(run.size);
            let baseline = y + high / 2.0 + run.size * SETTLE;
            self.put(Role::Text, Form::Text { at: crisp(x, baseline), run: run.clone(), colour });
            y += high;
        }
        y
    }

    /// A quiet ground on which texts may lie.
    pub(crate) fn ground(&mut self, area: Area, radius: f64, colour: Colour) {
        self.put(Role::Ground, Form::Rect { area, radius, paint: Paint::fill(colour) });
    }

    /// A bar, on which only its own texts may lie.
    pub(crate) fn bar(&mut self, area: Area, radius: f64, paint: Paint) {
        let radius = radius.min(area.w / 2.0).min(area.h / 2.0);
        self.put(Role::Solid, Form::Rect { area, radius, paint });
    }

    /// A line or a mark.
    pub(crate) fn path(&mut self, steps: Vec<Step>, paint: Paint) {
        self.put(Role::Solid, Form::Path { steps, paint });
    }

    /// The picture with what is read out to those who cannot see it, and what could not be drawn.
    pub(crate) fn finished(mut self, title: String, description: String) -> Warned<Scene> {
        let warnings = self.unwritten().into_iter().collect();
        (self.scene.title, self.scene.description) = (title, description);
        Warned { value: self.scene, warnings }
    }

    /// The characters that no font has.
    fn unwritten(&self) -> Option<Diagnostic> {
        let span = self.missing.values().flatten().min_by_key(|span| span.start).copied();
        let count = self.missing.len();
        let mut named: Vec<String> =
            self.missing.keys().take(6).map(|c| format!("{c} (U+{:04X})", u32::from(*c))).collect();
        if count > 6 {
            named.push(format!("{} more", count - 6));
        }
        let message = format!(
            "expected characters that the built-in fonts can draw, found {}",
            named.join(", ")
        );
        let warning = Diagnostic { span, ..Diagnostic::about_all(Code::GlyphMissing, message) };
        (count > 0)
            .then(|| warning.hint("they are left out of the picture; its description keeps them"))
    }

    fn put(&mut self, role: Role, form: Form) {
        self.scene.put(role, self.owner, self.span, form);
    }
}

/// On half pixels, which a PNG of twice the size shows as whole ones: crisper, and smaller packed.
fn crisp(x: f64, y: f64) -> Point {
    Point::new((x * 2.0).round() / 2.0, (y * 2.0).round() / 2.0)
}

/// The distance of letters below the middle of their line, in parts of their size.
const SETTLE: f64 = 0.355;

/// The distance from a middle down to the baseline of such letters.
pub(crate) fn settle(letter: Letter) -> f64 {
    letter.size * SETTLE
}

/// The height of a line of letters.
pub(crate) fn leading(size: f64) -> f64 {
    (size * LEADING).round()
}

/// A text cut to some words.
pub(crate) fn clipped(text: &str, words: usize) -> String {
    let all: Vec<&str> = text.split_whitespace().collect();
    let clipped = all[..all.len().min(words)].join(" ");
    if all.len() > words {
        clipped.trim_end_matches([',', ';', ':', '.']).to_string()
    } else {
        clipped
    }
}
