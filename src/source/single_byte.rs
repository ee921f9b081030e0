//! Encodings of one byte a character, of which the lower half is ASCII.

/// One of them: the characters of the bytes from 0x80 on.
#[derive(Debug, Clone, Copy)]
pub(super) struct SingleByte(&'static str);

/// Windows-1252, with the control characters that browsers read where it has nothing.
pub(super) const WINDOWS_1252: SingleByte = SingleByte(
    "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\
    \u{90}‘’“”•–—˜™š›œ\u{9D}žŸ\
    \u{A0}¡¢£¤¥¦§¨©ª«¬\u{AD}®¯\
    °±²³´µ¶·¸¹º»¼½¾¿\
    ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏ\
    ÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞß\
    àáâãäåæçèéêëìíîï\
    ðñòóôõö÷øùúûüýþÿ",
);

/// Mac Roman.
pub(super) const MACINTOSH: SingleByte = SingleByte(
    "ÄÅÇÉÑÖÜáàâäãåçéè\
    êëíìîïñóòôöõúùûü\
    †°¢£§•¶ß®©™´¨≠ÆØ\
    ∞±≤≥¥µ∂∑∏π∫ªºΩæø\
    ¿¡¬√ƒ≈∆«»…\u{A0}ÀÃÕŒœ\
    –—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ\
    ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\
    \u{F8FF}ÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ",
);

impl SingleByte {
    /// The text of bytes.
    pub(super) fn decode(self, bytes: &[u8]) -> String {
        let upper: Vec<char> = self.0.chars().collect();
        let one = |byte: &u8| match byte.checked_sub(0x80) {
            Some(at) => upper[usize::from(at)],
            None => char::from(*byte),
        };
        bytes.iter().map(one).collect()
    }

    /// The bytes of a text, if all of its characters have one.
    pub(super) fn encode(self, text: &str) -> Option<Vec<u8>> {
        let byte = |c: char| match c.is_ascii() {
            true => Some(c as u8),
            false => {
                let at = self.0.chars().position(|known| known == c)?;
                Some(0x80 + at as u8)
            }
        };
        text.chars().map(byte).collect()
    }
}
