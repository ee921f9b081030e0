//! Letters: measured with the font that draws them, so that what was laid out is what is seen.

use super::outline::Outline;
use super::quick::Quickly;
use super::style::FaceName;
use crate::assets;
use std::cell::{Cell, OnceCell, RefCell};
use std::collections::HashMap;
use ttf_parser::gpos::{PairAdjustment, PositioningSubtable};
use ttf_parser::{Face, GlyphId, Tag};

/// Units of the em square in which letters are placed and written: fine enough for a poster, and
/// short.
pub const EM: f64 = 1000.0;
/// Units of the em square in which widths are summed: those of Noto Sans, of which every other
/// built-in font's are a whole multiple.
const SUM_EM: u16 = 2048;

/// A line of text with its letters placed.
#[derive(Debug, Clone, PartialEq)]
pub struct GlyphRun {
    /// Its text.
    pub text: String,
    /// True for bold.
    pub bold: bool,
    /// The face in which it is set.
    pub face: FaceName,
    /// The size of the letters in pixels.
    pub size: f64,
    /// The letters.
    pub glyphs: Vec<Glyph>,
    /// The width of the line in pixels.
    pub width: f64,
}

impl GlyphRun {
    /// The reach of the letters above and below the baseline.
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
    /// The distance to the right of the line's beginning, in units of the em square.
    pub x: i32,
}

/// The size and weight of letters.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Letter {
    /// In pixels.
    pub size: f64,
    /// True for bold.
    pub bold: bool,
}

/// The built-in fonts, each read when a letter is asked of it.
pub struct Fonts {
    faces: [OnceCell<Face<'static>>; FILES.len()],
    name: FaceName,
    /// Answers given before: a report says "the" more than once. Almost all of it is ASCII.
    ascii: [[Cell<Option<FoundGlyph>>; ASCII]; 2],
    letters: RefCell<HashMap<(char, bool), FoundGlyph, Quickly>>,
    kerns: RefCell<HashMap<(u8, u16, u16), i16, Quickly>>,
    /// The same of two letters of ASCII, one more than it is, and none where it is not known yet.
    ascii_kerns: [OnceCell<Vec<Cell<i16>>>; 2],
    /// The tables of pairs that move, of each face.
    pairs: [OnceCell<Vec<PairAdjustment<'static>>>; FILES.len()],
}

/// The letter for a character.
#[derive(Debug, Clone, Copy)]
struct FoundGlyph {
    face: u8,
    id: u16,
    /// The distance to the next one, in units of [`SUM_EM`].
    advance: u16,
}

/// The number of characters of ASCII.
const ASCII: usize = 128;

const SANS: u8 = 0;
const SANS_BOLD: u8 = 1;
const MONO: u8 = 2;
const HAND: u8 = 3;
const HAND_BOLD: u8 = 4;
const EMOJI: u8 = 5;

/// The fonts by their numbers.
const FILES: [&[u8]; 6] =
    [assets::SANS, assets::SANS_BOLD, assets::MONO, assets::HAND, assets::HAND_BOLD, assets::EMOJI];

impl Fonts {
    /// The built-in fonts, in which texts are set in the face of that name.
    pub fn new(name: FaceName) -> Fonts {
        Fonts {
            faces: Default::default(),
            name,
            ascii: [const { [const { Cell::new(None) }; ASCII] }; 2],
            letters: RefCell::default(),
            kerns: RefCell::default(),
            ascii_kerns: Default::default(),
            pairs: Default::default(),
        }
    }

    fn face(&self, face: u8) -> &Face<'static> {
        let at = usize::from(face);
        self.faces[at]
            .get_or_init(|| Face::parse(FILES[at], 0).expect("a built-in font can be read"))
    }

    /// The number of units of the sum in one of the face's own.
    fn multiple(&self, face: u8) -> u16 {
        SUM_EM / self.face(face).units_per_em()
    }

    /// True if a font has the character.
    pub(super) fn has(&self, c: char) -> bool {
        self.letter(c, false).id != 0
    }

    /// The letter for a character; number 0 of the first face when there is none.
    fn letter(&self, c: char, bold: bool) -> FoundGlyph {
        if !c.is_ascii() {
            let mut letters = self.letters.borrow_mut();
            let known = letters.entry((c, bold));
            return *known.or_insert_with(|| self.looked_up(c, bold));
        }
        let cell = &self.ascii[usize::from(bold)][c as usize];
        cell.get().unwrap_or_else(|| {
            let found = self.looked_up(c, bold);
            cell.set(Some(found));
            found
        })
    }

    fn looked_up(&self, c: char, bold: bool) -> FoundGlyph {
        let sans = if bold { SANS_BOLD } else { SANS };
        let first = match (self.name, bold) {
            (FaceName::Sans, _) => sans,
            (FaceName::Mono, _) => MONO,
            (FaceName::Hand, true) => HAND_BOLD,
            (FaceName::Hand, false) => HAND,
        };
        let glyph = |face: u8| self.face(face).glyph_index(c).filter(|id| id.0 != 0);
        let found =
            [first, sans, MONO, EMOJI].into_iter().find_map(|face| Some((face, glyph(face)?)));
        let (face, id) = found.unwrap_or((first, GlyphId(0)));
        let advance = self.face(face).glyph_hor_advance(id).unwrap_or(0);
        FoundGlyph { face, id: id.0, advance: advance * self.multiple(face) }
    }

    /// Places a text's letters one after another; gives where the next one would stand.
    fn place(&self, text: &str, bold: bool, mut put: impl FnMut(FoundGlyph, i32)) -> i32 {
        let mut x = 0;
        let mut before: Option<(char, FoundGlyph)> = None;
        for c in text.chars() {
            let found = self.letter(c, bold);
            if let Some((last, glyph)) = before.filter(|(_, last)| last.face == found.face) {
                x += i32::from(self.kern((last, glyph), (c, found), bold));
            }
            put(found, x);
            x += i32::from(found.advance);
            before = Some((c, found));
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
                x: (f64::from(x) * EM / f64::from(SUM_EM)).round() as i32,
            });
        });
        let width = f64::from(end) * letter.size / f64::from(SUM_EM);
        GlyphRun {
            text: text.to_string(),
            bold: letter.bold,
            face: self.name,
            size: letter.size,
            glyphs,
            width,
        }
    }

    /// The width of a text in pixels.
    pub fn width(&self, text: &str, letter: Letter) -> f64 {
        f64::from(self.place(text, letter.bold, |_, _| {})) * letter.size / f64::from(SUM_EM)
    }

    /// By how much two neighbours of one face move together or apart, as in "To".
    fn kern(
        &self,
        (left, one): (char, FoundGlyph),
        (right, two): (char, FoundGlyph),
        bold: bool,
    ) -> i16 {
        let (left_id, right_id) = (GlyphId(one.id), GlyphId(two.id));
        if left.is_ascii() && right.is_ascii() {
            let known = self.ascii_kerns[usize::from(bold)]
                .get_or_init(|| vec![Cell::new(0); ASCII * ASCII]);
            let cell = &known[left as usize * ASCII + right as usize];
            if cell.get() == 0 {
                cell.set(1 + self.pair(one.face, left_id, right_id));
            }
            return cell.get() - 1;
        }
        let key = (one.face, one.id, two.id);
        let known = self.kerns.borrow().get(&key).copied();
        known.unwrap_or_else(|| {
            let found = self.pair(one.face, left_id, right_id);
            self.kerns.borrow_mut().insert(key, found);
            found
        })
    }

    /// The font's own word on two neighbours.
    fn pair(&self, face: u8, left: GlyphId, right: GlyphId) -> i16 {
        let pairs = self.pairs[usize::from(face)].get_or_init(|| pairs(self.face(face)));
        let found = pairs.iter().find_map(|pair| kern(pair, left, right));
        found.unwrap_or(0) * self.multiple(face) as i16
    }

    /// Writes a letter's outline as the data of an SVG path, in units of the em square, downwards
    /// positive; nothing for a blank.
    pub fn outline(&self, face: u8, id: u16, out: &mut String) {
        let own = self.face(face);
        let mut pen = Outline::new(out, f64::from(own.units_per_em()));
        own.outline_glyph(GlyphId(id), &mut pen);
    }
}

/// A face's tables of pairs that move together or apart.
fn pairs(face: &Face<'static>) -> Vec<PairAdjustment<'static>> {
    let Some(table) = face.tables().gpos else {
        return Vec::new();
    };
    let Some(feature) = table.features.find(Tag::from_bytes(b"kern")) else {
        return Vec::new();
    };
    let lookups = feature.lookup_indices.into_iter().filter_map(|index| table.lookups.get(index));
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
        PairAdjustment::Format2 { classes, matrix, .. } => {
            matrix.get((classes.0.get(left), classes.1.get(right)))
        }
    };
    moved.map(|(first, _)| first.x_advance)
}
