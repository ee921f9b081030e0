//! Plain ways to do what is done ten thousand times for a picture: numbers to text, and hashing
//! small keys.

use std::fmt::Write;

/// Writes a whole number.
pub(crate) fn push_whole(out: &mut String, value: i64) {
    out.push_str(itoa::Buffer::new().format(value));
}

/// Writes a number to a hundredth, as short as it can be written.
pub(crate) fn push_hundredths(out: &mut String, value: f64) {
    // A String takes whatever is written.
    let _ = write_hundredths(out, value);
}

/// The same, to anywhere.
pub(crate) fn write_hundredths(out: &mut impl Write, value: f64) -> std::fmt::Result {
    let hundredths = if value.is_finite() { (value * 100.0).round() as i64 } else { 0 };
    if hundredths < 0 {
        out.write_char('-')?;
    }
    out.write_str(itoa::Buffer::new().format(hundredths.abs() / 100))?;
    let rest = hundredths.abs() % 100;
    if rest > 0 {
        out.write_char('.')?;
        out.write_char(char::from(b'0' + (rest / 10) as u8))?;
        if rest % 10 > 0 {
            out.write_char(char::from(b'0' + (rest % 10) as u8))?;
        }
    }
    Ok(())
}

/// Hashes keys of a few bytes that nobody chooses in order to do harm.
#[derive(Debug, Default, Clone, Copy)]
pub(crate) struct Quickly;

/// The state of [`Quickly`].
pub(crate) struct Mixed(u64);

impl std::hash::BuildHasher for Quickly {
    type Hasher = Mixed;

    fn build_hasher(&self) -> Mixed {
        Mixed(0)
    }
}

impl Mixed {
    fn mix(&mut self, value: u64) {
        self.0 = (self.0.rotate_left(5) ^ value).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    }
}

impl std::hash::Hasher for Mixed {
    fn finish(&self) -> u64 {
        // The table looks at the low bits, the multiplication mixes the high ones.
        self.0.rotate_left(26)
    }

    fn write(&mut self, bytes: &[u8]) {
        bytes.iter().for_each(|byte| self.mix(u64::from(*byte)));
    }

    fn write_u8(&mut self, value: u8) {
        self.mix(u64::from(value));
    }

    fn write_u16(&mut self, value: u16) {
        self.mix(u64::from(value));
    }

    fn write_u32(&mut self, value: u32) {
        self.mix(u64::from(value));
    }

    fn write_i32(&mut self, value: i32) {
        self.mix(u64::from(value as u32));
    }

    fn write_usize(&mut self, value: usize) {
        self.mix(value as u64);
    }
}
