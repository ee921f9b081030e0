//! At most 256 colours for a picture that has few flat ones and many shades between them.

use super::bands::PixelRun;
use crate::draw::colour::Colour;
use crate::draw::quick::Quickly;
use crate::draw::scene::{Form, Scene};
use std::collections::HashMap;

/// The colours of a picture, numbered.
pub(super) struct Palette {
    colours: Vec<[u8; 3]>,
    numbers: HashMap<[u8; 3], u8, Quickly>,
}

/// The shades along the edges of letters and bars may be off by so much, of 255. On screens on
/// which a PNG of twice the size is seen that cannot be told; it makes the file a third smaller.
const APART: u16 = 32;

impl Palette {
    /// The palette for these runs: the scene's own colours as they are, the shades between them
    /// merged.
    pub(super) fn of<'a>(scene: &Scene, runs: impl Iterator<Item = &'a PixelRun>) -> Palette {
        let mut counts: HashMap<[u8; 3], u64, Quickly> = HashMap::default();
        for run in runs {
            *counts.entry(run.colour).or_default() += u64::from(run.length);
        }
        let flat = own(scene);
        let mut shades: Vec<([u8; 3], u64)> = counts.into_iter().collect();
        // The most frequent first, whatever order the counting gave.
        shades.sort_unstable_by(|one, two| two.1.cmp(&one.1).then(one.0.cmp(&two.0)));
        let wider = [APART, 48, 64, 96, 128, 800];
        wider
            .iter()
            .find_map(|apart| Palette::within(&flat, &shades, *apart))
            .unwrap_or_else(Palette::empty)
    }

    fn empty() -> Palette {
        Palette { colours: vec![[0; 3]], numbers: HashMap::default() }
    }

    /// A palette in which each shade is off by no more than `apart`; `None` when 256 do not
    /// suffice.
    fn within(flat: &[[u8; 3]], shades: &[([u8; 3], u64)], apart: u16) -> Option<Palette> {
        let mut palette = Palette { colours: Vec::new(), numbers: HashMap::default() };
        for (shade, _) in shades {
            let exact = flat.contains(shade);
            let nearest = palette
                .colours
                .iter()
                .enumerate()
                .map(|(at, known)| (distance(known, shade), at))
                .min();
            let number = match nearest {
                Some((far, at)) if !exact && far <= apart => at,
                _ if palette.colours.len() == 256 => return None,
                _ => {
                    palette.colours.push(*shade);
                    palette.colours.len() - 1
                }
            };
            palette.numbers.insert(*shade, number as u8);
        }
        Some(palette)
    }

    /// A colour's number.
    pub(super) fn number(&self, colour: [u8; 3]) -> u8 {
        self.numbers.get(&colour).copied().unwrap_or(0)
    }

    /// The colours as the file holds them.
    pub(super) fn bytes(&self) -> Vec<u8> {
        self.colours.iter().flatten().copied().collect()
    }
}

/// The colours that the scene itself paints with.
fn own(scene: &Scene) -> Vec<[u8; 3]> {
    let painted = |shape: &crate::draw::scene::Shape| match &shape.form {
        Form::Rect { paint, .. } | Form::Path { paint, .. } => {
            vec![paint.fill, paint.stroke.map(|stroke| stroke.colour)]
        }
        Form::Text { colour, .. } => vec![Some(*colour)],
    };
    let mut colours: Vec<Colour> = scene.shapes.iter().flat_map(painted).flatten().collect();
    colours.push(scene.background);
    colours.sort_unstable();
    colours.dedup();
    colours.truncate(200);
    colours.into_iter().map(|colour| colour.rgb).collect()
}

/// The distance between two shades: in lightness, and, as the eye is quicker to see it, in hue.
fn distance(one: &[u8; 3], two: &[u8; 3]) -> u16 {
    let off = [0, 1, 2].map(|part| i16::from(one[part]) - i16::from(two[part]));
    let [least, most] = [off.iter().min(), off.iter().max()].map(|off| off.copied().unwrap_or(0));
    least.unsigned_abs().max(most.unsigned_abs()) + (most - least).unsigned_abs()
}
