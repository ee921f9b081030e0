//! Texts as UTF-16.

/// The bytes of a text, the higher or the lower one of each pair first, with or without a byte
/// order mark.
pub(crate) fn utf16(text: &str, big: bool, mark: bool) -> Vec<u8> {
    let bytes = |unit: u16| match big {
        true => unit.to_be_bytes(),
        false => unit.to_le_bytes(),
    };
    let mark = mark.then_some(0xFEFF).into_iter();
    mark.chain(text.encode_utf16()).flat_map(bytes).collect()
}
