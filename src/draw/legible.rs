//! A text as the built-in fonts can draw it: what no font has is left out, and of several
//! characters that a phone shows as one emoji, one is drawn.

use super::font::Fonts;
use std::collections::BTreeMap;
use unicode_normalization::UnicodeNormalization;

/// Joins the emoji before it and after it into one.
const JOINER: char = '\u{200D}';

impl Fonts {
    /// A text as it can be drawn: in composed characters, without those that are no letters
    /// (controls, joiners, marks of direction), and without those that no font has, which `missing`
    /// is told.
    pub fn legible(&self, text: &str, missing: &mut BTreeMap<char, usize>) -> String {
        let mut out = Legible {
            fonts: self,
            text: String::with_capacity(text.len()),
            flag: Flag::None,
            missing,
        };
        if text.is_ascii() {
            text.chars().for_each(|c| out.push(c));
        } else {
            let mut before = None;
            for c in text.nfc() {
                // A woman, a joiner and a laptop are one emoji: the woman stands for it.
                if before != Some(JOINER) || !is_sign(c) {
                    out.push(c);
                }
                before = Some(c);
            }
        }
        out.text.truncate(out.text.trim_end().len());
        out.text
    }
}

/// A text in the making.
struct Legible<'a> {
    fonts: &'a Fonts,
    text: String,
    flag: Flag,
    missing: &'a mut BTreeMap<char, usize>,
}

/// The part of a flag, which is the two letters of a country, at the end of the text.
#[derive(PartialEq)]
enum Flag {
    None,
    Half,
    Whole,
}

impl Legible<'_> {
    fn push(&mut self, c: char) {
        if c.is_whitespace() && c != '\u{A0}' {
            self.flag = Flag::None;
            if !self.text.is_empty() && !self.text.ends_with(' ') {
                self.text.push(' ');
            }
        } else if let Some(letter) = of_flag(c) {
            self.push_flag(letter);
        } else if !c.is_control() && !is_invisible(c) {
            if self.flag == Flag::Whole && c.is_alphanumeric() {
                self.text.push(' ');
            }
            self.flag = Flag::None;
            self.push_letter(c);
        }
    }

    fn push_letter(&mut self, c: char) {
        if self.fonts.has(c) {
            self.text.push(c);
            return;
        }
        // A wide colon or a circled one has a plain form that says the same.
        let plain: String =
            std::iter::once(c).nfkc().filter(|part| !part.is_whitespace()).collect();
        if !plain.is_empty() && plain.chars().all(|part| self.fonts.has(part)) {
            self.text.push_str(&plain);
        } else {
            *self.missing.entry(c).or_default() += 1;
        }
    }

    /// A flag is drawn as its letters, apart from the words around it.
    fn push_flag(&mut self, letter: char) {
        let half = self.flag == Flag::Half;
        if !half && self.text.ends_with(char::is_alphanumeric) {
            self.text.push(' ');
        }
        self.flag = if half { Flag::Whole } else { Flag::Half };
        self.text.push(letter);
    }
}

/// The letter that half a flag means.
fn of_flag(c: char) -> Option<char> {
    let at = u32::from(c).checked_sub(0x1F1E6)?;
    (at < 26).then(|| char::from(b'A' + at as u8))
}

/// Signs and emoji, which a joiner makes one; scripts use it otherwise.
fn is_sign(c: char) -> bool {
    matches!(c, '\u{2190}'..='\u{2BFF}' | '\u{1F000}'..='\u{1FAFF}')
}

/// Characters that steer other characters and are not seen themselves; the frame of a keycap and
/// the colour of a skin are such in one colour.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{61C}' | '\u{180E}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}'
        | '\u{20E3}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{1F3FB}'..='\u{1F3FF}' | '\u{E0000}'..='\u{E01EF}')
}
