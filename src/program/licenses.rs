//! The licences of the program and of everything built into it: `postmirth licenses`

use std::io::{self, Write};

const OWN: &str = include_str!("../../LICENSE");
const OTHERS: &str = include_str!("../../THIRD-PARTY.md");

pub(crate) fn licenses() -> io::Result<u8> {
    write!(io::stdout(), "{OWN}\n{OTHERS}")?;
    Ok(0)
}
