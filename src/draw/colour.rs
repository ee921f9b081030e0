//! Colours, and how well one stands out from another.

use serde::{Deserialize, Deserializer};
use std::fmt;

/// An opaque colour: pictures meet backgrounds that they cannot know, so nothing shines through.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Colour {
    /// Red, green and blue.
    pub rgb: [u8; 3],
}

impl Colour {
    /// The colour that a hexadecimal spelling such as `#2563eb` or `#fff` names.
    pub fn named(text: &str) -> Option<Colour> {
        let digits = text.strip_prefix('#')?;
        let value = |at: usize, len: usize| u8::from_str_radix(digits.get(at..at + len)?, 16).ok();
        let rgb = match digits.len() {
            6 => [value(0, 2)?, value(2, 2)?, value(4, 2)?],
            3 => [value(0, 1)? * 17, value(1, 1)? * 17, value(2, 1)? * 17],
            _ => return None,
        };
        Some(Colour { rgb })
    }

    /// The colour that lies so far, from 0 to 1, on the way to another.
    pub fn towards(self, other: Colour, share: f64) -> Colour {
        let part = |at: usize| {
            f64::from(self.rgb[at]) + (f64::from(other.rgb[at]) - f64::from(self.rgb[at])) * share
        };
        Colour { rgb: [0, 1, 2].map(|at| part(at).round() as u8) }
    }

    /// The contrast with another colour as WCAG 2 reckons it: from 1 (none) to 21 (black on white).
    pub fn contrast(self, other: Colour) -> f64 {
        let (one, two) = (self.luminance(), other.luminance());
        (one.max(two) + 0.05) / (one.min(two) + 0.05)
    }

    fn luminance(self) -> f64 {
        let [r, g, b] = self.rgb.map(|part| {
            let part = f64::from(part) / 255.0;
            if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        });
        0.2126 * r + 0.7152 * g + 0.0722 * b
    }
}

impl fmt::Display for Colour {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [r, g, b] = self.rgb;
        let short = [r, g, b].iter().all(|part| part % 17 == 0);
        if short {
            write!(f, "#{:x}{:x}{:x}", r / 17, g / 17, b / 17)
        } else {
            write!(f, "#{r:02x}{g:02x}{b:02x}")
        }
    }
}

impl<'de> Deserialize<'de> for Colour {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Colour, D::Error> {
        let text = String::deserialize(from)?;
        Colour::named(&text).ok_or_else(|| {
            serde::de::Error::custom(format!(
                "expected a colour such as \"#2563eb\", found \"{text}\""
            ))
        })
    }
}
