//! The look of a picture: colours for light and dark, sizes, roundness, font and pen, from a TOML
//! file.

mod load;

use super::colour::Colour;
use crate::incident::Phase;
use crate::named::named;
use serde::Deserialize;

/// A look. Every key is in each built-in file; a file of your own may leave any of them out.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Style {
    /// In a few words, what it looks like.
    pub about: String,
    /// The built-in style that a file of one's own is laid over.
    pub base: Option<String>,
    /// Sizes of the letters, and their face.
    pub font: Font,
    /// The roundness of things.
    pub shape: ShapeSizes,
    /// The pen for the lines.
    pub pen: Pen,
    /// The colours on a light ground.
    pub light: Theme,
    /// The colours on a dark ground.
    pub dark: Theme,
}

/// The letters, their sizes in pixels.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Font {
    /// The face.
    pub face: FaceName,
    /// The title.
    pub title: f64,
    /// The five figures.
    pub figure: f64,
    /// The events.
    pub text: f64,
    /// Everything small.
    pub label: f64,
}

/// The faces that there are.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FaceName {
    /// Noto Sans.
    #[default]
    Sans,
    /// Hack, in which all letters are equally wide.
    Mono,
    /// Kalam, lettered by hand.
    Hand,
}

impl FaceName {
    /// The families in which a viewer may show live text.
    pub(crate) fn family(self) -> &'static str {
        match self {
            FaceName::Sans => "Noto Sans, Segoe UI, Helvetica, Arial, sans-serif",
            FaceName::Mono => "Hack, Menlo, Consolas, DejaVu Sans Mono, monospace",
            FaceName::Hand => "Kalam, Segoe Print, Bradley Hand, Comic Sans MS, cursive",
        }
    }
}

/// The roundness of things, in pixels.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ShapeSizes {
    /// The bars of the rows.
    pub bar: f64,
    /// The cards of the figures.
    pub card: f64,
    /// The ribbon and the bar of the outage.
    pub ribbon: f64,
}

/// The pen for the lines.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Pen {
    /// A clean line, a hand's, or a draughtsman's.
    pub kind: PenKind,
    /// The farthest that a hand strays, in pixels.
    pub wobble: f64,
    /// The distance between the hatching's lines, in pixels.
    pub hatch: f64,
    /// From which the hand's every tremble follows.
    pub seed: u64,
}

/// The pens that there are.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PenKind {
    /// Straight lines, flat fills.
    #[default]
    Clean,
    /// Wobbly double strokes, hatched fills.
    Hand,
    /// A technical drawing: a grid, dimension lines, a title block.
    Draft,
}

/// The colours on one ground.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Theme {
    /// The background.
    pub background: Colour,
    /// Texts.
    pub ink: Colour,
    /// Texts that stand back: labels, dates.
    pub quiet: Colour,
    /// Ticks, breaks of the axis, frames.
    pub line: Colour,
    /// The time in which nobody knew, behind the rows.
    pub shade: Colour,
    /// The bar of the outage.
    pub outage: Colour,
    /// Texts on it.
    pub on_outage: Colour,
    /// The part of that bar in which nobody knew.
    pub unnoticed: Colour,
    /// Texts on that part.
    pub on_unnoticed: Colour,
    /// The cross on a false lead.
    pub cross: Colour,
    /// Everything up to noticing.
    pub detection: PhaseColours,
    /// The search.
    pub investigation: PhaseColours,
    /// Calling in.
    pub escalation: PhaseColours,
    /// The fix and what follows.
    pub resolution: PhaseColours,
    /// The cover.
    pub cover: CoverColours,
}

/// The colours of the cover, beside those of the phases.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct CoverColours {
    /// The ground under everything: a tint of the background, which parts the cover from the page
    /// that shows it.
    pub ground: Colour,
    /// The lines of the server; its inside has the colour of the background.
    pub figure: Colour,
}

/// The colours of one phase.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct PhaseColours {
    /// Bars and the ribbon.
    pub bar: Colour,
    /// Texts and marks on them.
    pub on_bar: Colour,
    /// The quiet band behind the rows.
    pub band: Colour,
    /// The card of a figure.
    pub card: Colour,
    /// The figure on it.
    pub figure: Colour,
    /// The inside of a false lead's bar.
    pub pale: Colour,
}

impl Theme {
    /// The colours of a phase.
    pub fn of(&self, phase: Phase) -> &PhaseColours {
        match phase {
            Phase::Detection => &self.detection,
            Phase::Investigation => &self.investigation,
            Phase::Escalation => &self.escalation,
            Phase::Resolution => &self.resolution,
        }
    }

    /// The colours of a row whose phase is not certain.
    pub fn neutral(&self) -> PhaseColours {
        PhaseColours {
            bar: self.quiet,
            on_bar: self.background,
            pale: self.background,
            band: self.background.towards(self.quiet, PALE),
            figure: self.quiet,
            ..self.detection.clone()
        }
    }

    /// The colours of the rows before anybody noticed.
    pub fn before_noticed(&self) -> PhaseColours {
        let band = self.background.towards(self.unnoticed, PALE);
        // A bar may be too pale for letters.
        let deeper = (0..=10).map(|step| self.unnoticed.towards(self.ink, f64::from(step) / 10.0));
        let readable = |colour: &Colour| colour.contrast(band) >= READABLE;
        PhaseColours {
            bar: self.unnoticed,
            on_bar: self.on_unnoticed,
            band,
            figure: deeper.into_iter().find(readable).unwrap_or(self.ink),
            ..self.neutral()
        }
    }
}

/// The share of a colour in the quiet band of its group.
const PALE: f64 = 0.06;
/// The contrast of letters with what they stand on.
const READABLE: f64 = 4.5;

named! {
    /// The background of a picture.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub enum Ground by default Light {
        /// For light pages.
        Light = "light",
        /// For dark pages.
        Dark = "dark",
    }
}

impl Style {
    /// The colours on a ground.
    pub fn theme(&self, ground: Ground) -> &Theme {
        match ground {
            Ground::Light => &self.light,
            Ground::Dark => &self.dark,
        }
    }
}
