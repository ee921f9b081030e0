//! Letters: measured with the font that draws them, so that what was laid out is what is seen.

use super::quick::{Quickly, push_whole};
use super::style::FaceName;
use crate::assets;
use std::cell::{OnceCell, RefCell};
use std::collections::{BTreeMap, HashMap};
use ttf_parser::gpos::{PairAdjustment, PositioningSubtable};
use ttf_parser::{Face, GlyphId, OutlineBuilder, Tag};
use unicode_normalization::UnicodeNormalization;

/// Units of the em square in which letters are placed and written: fine enough for a poster, and
/// short.
pub const EM: f64 = 1000.0;
/// Units of the em square in the built-in fonts.
const FONT_EM: f64 = 2048.0;

/// A line of text with its letters placed.
#[derive(Debug, Clone, PartialEq)]
pub struct GlyphRun {
    /// What it says.
    pub text: String,
    /// Whether in bold.
    pub bold: bool,
    /// Whether all letters are equally wide.
    pub mono: bool,
    /// The size of the letters in pixels.
    pub size: f64,
    /// The letters.
    pub glyphs: Vec<Glyph>,
    /// How wide the line is in pixels.
    pub width: f64,
}

impl GlyphRun {
    /// How far the letters reach above and below the baseline.
    pub fn reach(&self) -> (f64, f64) {
        (self.size * 0.78, self.size * 0.22)
    }
}

/// A letter in its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Glyph {
    /// Which of the built-in fonts it is from.
    pub face: u8,
    /// Its number there.
    pub id: u16,
    /// How far right of the line's beginning, in units of the em square.
    pub x: i32,
}

/// The size and weight of letters.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Letter {
    /// In pixels.
    pub size: f64,
    /// Whether in bold.
    pub bold: bool,
}

/// The built-in fonts, in the order in which a character is looked for.
pub struct Fonts {
    faces: [Face<'static>; 4],
    name: FaceName,
    /// What was asked before: a report says "the" more than once.
    letters: RefCell<HashMap<(char, bool), FoundGlyph, Quickly>>,
    kerns: RefCell<HashMap<(u8, u16, u16), i16, Quickly>>,
    /// The tables of pairs that move, of the two faces that have them.
    pairs: [OnceCell<Vec<PairAdjustment<'static>>>; 2],
}

/// The letter for a character.
#[derive(Debug, Clone, Copy)]
struct FoundGlyph {
    face: u8,
    id: u16,
    /// How far the next one stands, in the font's units.
    advance: u16,
}

const REGULAR: u8 = 0;
const BOLD: u8 = 1;
const MONO: u8 = 2;
const EMOJI: u8 = 3;

impl Fonts {
    /// The built-in fonts, in which texts are set in the face of that name.
    pub fn new(name: FaceName) -> Fonts {
        let face = |data: &'static [u8]| Face::parse(data, 0).expect("a built-in font can be read");
        let faces = [
            face(assets::SANS),
            face(assets::SANS_BOLD),
            face(assets::MONO),
            face(assets::EMOJI),
        ];
        Fonts {
            faces,
            name,
            letters: RefCell::default(),
            kerns: RefCell::default(),
            pairs: Default::default(),
        }
    }

    /// A text as it can be drawn: in composed characters, without those that are no letters
    /// (controls, joiners, marks of direction), and without those that no font has, which `missing`
    /// is told.
    pub fn legible(&self, text: &str, missing: &mut BTreeMap<char, usize>) -> String {
        let mut out = String::with_capacity(text.len());
        let composed: &mut dyn Iterator<Item = char> = if text.is_ascii() {
            &mut text.chars()
        } else {
            &mut text.nfc()
        };
        for c in composed {
            match c {
                _ if c.is_whitespace() && c != '\u{A0}' => {
                    if !out.is_empty() && !out.ends_with(' ') {
                        out.push(' ');
                    }
                }
                _ if c.is_control() || invisible(c) => {}
                _ if self.has(c) => out.push(c),
                _ => {
                    // A wide colon or a circled one has a plain form that says the same.
                    let plain: String = std::iter::once(c)
                        .nfkc()
                        .filter(|part| !part.is_whitespace())
                        .collect();
                    if !plain.is_empty() && plain.chars().all(|part| self.has(part)) {
                        out.push_str(&plain);
                    } else {
                        *missing.entry(c).or_default() += 1;
                    }
                }
            }
        }
        out.truncate(out.trim_end().len());
        out
    }

    fn has(&self, c: char) -> bool {
        self.letter(c, false).id != 0
    }

    /// The letter for a character; number 0 of the first face when there is none.
    fn letter(&self, c: char, bold: bool) -> FoundGlyph {
        *self
            .letters
            .borrow_mut()
            .entry((c, bold))
            .or_insert_with(|| {
                let first = match (self.name, bold) {
                    (FaceName::Mono, _) => MONO,
                    (FaceName::Sans, true) => BOLD,
                    (FaceName::Sans, false) => REGULAR,
                };
                let order = [first, if bold { BOLD } else { REGULAR }, MONO, EMOJI];
                let face = |face: u8| &self.faces[usize::from(face)];
                let found = order
                    .iter()
                    .find_map(|at| Some((*at, face(*at).glyph_index(c).filter(|id| id.0 != 0)?)));
                let (at, id) = found.unwrap_or((first, GlyphId(0)));
                FoundGlyph {
                    face: at,
                    id: id.0,
                    advance: face(at).glyph_hor_advance(id).unwrap_or(0),
                }
            })
    }

    /// Places a text's letters one after another; gives where the next one would stand.
    fn place(&self, text: &str, bold: bool, mut put: impl FnMut(FoundGlyph, i32)) -> i32 {
        let mut x = 0;
        let mut before: Option<FoundGlyph> = None;
        for c in text.chars() {
            let found = self.letter(c, bold);
            if let Some(last) = before.filter(|last| last.face == found.face) {
                x += i32::from(self.kern(found.face, GlyphId(last.id), GlyphId(found.id)));
            }
            put(found, x);
            x += i32::from(found.advance);
            before = Some(found);
        }
        x
    }

    /// Sets a line of text.
    pub fn run(&self, text: &str, letter: Letter) -> GlyphRun {
        let mut glyphs = Vec::with_capacity(text.len());
        let end = self.place(text, letter.bold, |found, x| {
            glyphs.push(Glyph {
                face: found.face,
                id: found.id,
                x: units(f64::from(x)),
            });
        });
        let width = f64::from(end) * letter.size / FONT_EM;
        GlyphRun {
            text: text.to_string(),
            bold: letter.bold,
            mono: self.name == FaceName::Mono,
            size: letter.size,
            glyphs,
            width,
        }
    }

    /// How wide a text is in pixels.
    pub fn width(&self, text: &str, letter: Letter) -> f64 {
        f64::from(self.place(text, letter.bold, |_, _| {})) * letter.size / FONT_EM
    }

    /// By how much two neighbours move together or apart, as in "To".
    fn kern(&self, face: u8, left: GlyphId, right: GlyphId) -> i16 {
        if face > BOLD {
            return 0;
        }
        let known = self.kerns.borrow().get(&(face, left.0, right.0)).copied();
        known.unwrap_or_else(|| {
            let pairs =
                self.pairs[usize::from(face)].get_or_init(|| pairs(&self.faces[usize::from(face)]));
            let found = pairs
                .iter()
                .find_map(|pair| kern(pair, left, right))
                .unwrap_or(0);
            self.kerns
                .borrow_mut()
                .insert((face, left.0, right.0), found);
            found
        })
    }

    /// Writes a letter's outline as the data of an SVG path, in units of the em square, downwards
    /// positive; nothing for a blank.
    pub fn outline(&self, face: u8, id: u16, out: &mut String) {
        let mut pen = Outline {
            data: out,
            at: (0, 0),
            begun: (0, 0),
            after: None,
            mirrored: None,
        };
        self.faces[usize::from(face)].outline_glyph(GlyphId(id), &mut pen);
    }
}

/// Characters that steer other characters and are not seen themselves.
fn invisible(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{61C}' | '\u{180E}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}'
        | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{1F3FB}'..='\u{1F3FF}' | '\u{E0000}'..='\u{E01EF}')
}

/// A face's tables of pairs that move together or apart.
fn pairs(face: &Face<'static>) -> Vec<PairAdjustment<'static>> {
    let Some(table) = face.tables().gpos else {
        return Vec::new();
    };
    let Some(feature) = table.features.find(Tag::from_bytes(b"kern")) else {
        return Vec::new();
    };
    let lookups = feature
        .lookup_indices
        .into_iter()
        .filter_map(|index| table.lookups.get(index));
    let pair = |subtable| match subtable {
        PositioningSubtable::Pair(pair) => Some(pair),
        _ => None,
    };
    lookups
        .flat_map(|lookup| lookup.subtables.into_iter::<PositioningSubtable<'_>>())
        .filter_map(pair)
        .collect()
}

fn kern(pair: &PairAdjustment<'_>, left: GlyphId, right: GlyphId) -> Option<i16> {
    let at = pair.coverage().get(left)?;
    let moved = match pair {
        PairAdjustment::Format1 { sets, .. } => sets.get(at).and_then(|set| set.get(right)),
        PairAdjustment::Format2 {
            classes, matrix, ..
        } => matrix.get((classes.0.get(left), classes.1.get(right))),
    };
    moved.map(|(first, _)| first.x_advance)
}

/// Writes an outline as path data, in relative steps, as short as they can be written.
struct Outline<'a> {
    data: &'a mut String,
    at: (i32, i32),
    begun: (i32, i32),
    after: Option<char>,
    /// The handle of the quadratic curve before, seen from its end: mirrored, it may serve the
    /// next.
    mirrored: Option<(i32, i32)>,
}

impl Outline<'_> {
    /// A point as a step from where the pen is.
    fn step(&self, x: f32, y: f32) -> (i32, i32) {
        (
            units(f64::from(x)) - self.at.0,
            -units(f64::from(y)) - self.at.1,
        )
    }

    fn go(&mut self, (across, down): (i32, i32)) {
        self.at = (self.at.0 + across, self.at.1 + down);
    }

    fn write(&mut self, command: char, numbers: &[i32]) {
        // A command is written once for all the numbers that follow it.
        let implied = self.after == Some(command) && command != 'm';
        if !implied {
            self.data.push(command);
        }
        for (index, number) in numbers.iter().enumerate() {
            if (implied || index > 0) && *number >= 0 {
                self.data.push(' ');
            }
            push_whole(self.data, i64::from(*number));
        }
        self.after = Some(command);
    }
}

/// The fonts' units in ours.
fn units(value: f64) -> i32 {
    (value * EM / FONT_EM).round() as i32
}

impl OutlineBuilder for Outline<'_> {
    fn move_to(&mut self, x: f32, y: f32) {
        let step = self.step(x, y);
        self.write('m', &[step.0, step.1]);
        self.go(step);
        (self.begun, self.mirrored) = (self.at, None);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        let step = self.step(x, y);
        match step {
            (0, 0) => return,
            (across, 0) => self.write('h', &[across]),
            (0, down) => self.write('v', &[down]),
            (across, down) => self.write('l', &[across, down]),
        }
        self.go(step);
        self.mirrored = None;
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        let (handle, end) = (self.step(x1, y1), self.step(x, y));
        // Where the handles of two curves lie opposite each other, the second need not be written.
        let shown = self
            .mirrored
            .filter(|known| (known.0 - handle.0).abs() <= 1 && (known.1 - handle.1).abs() <= 1);
        match shown {
            Some(_) => self.write('t', &[end.0, end.1]),
            None => self.write('q', &[handle.0, handle.1, end.0, end.1]),
        }
        let handle = shown.unwrap_or(handle);
        self.mirrored = Some((end.0 - handle.0, end.1 - handle.1));
        self.go(end);
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        let (one, two, end) = (self.step(x1, y1), self.step(x2, y2), self.step(x, y));
        self.write('c', &[one.0, one.1, two.0, two.1, end.0, end.1]);
        self.go(end);
        self.mirrored = None;
    }

    fn close(&mut self) {
        self.data.push('z');
        (self.after, self.mirrored) = (None, None);
        // After closing, the pen is back where this contour began.
        self.at = self.begun;
    }
}
