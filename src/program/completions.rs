//! Shell completions: `postmirth completions SHELL`

use super::cli::Cli;
use clap::CommandFactory;
use clap_complete::{Shell, generate};
use std::io::{self, Write};

pub(crate) fn completions(shell: Shell) -> io::Result<u8> {
    // Written in one go: the generator itself panics when nobody reads on.
    let mut script = Vec::new();
    generate(shell, &mut Cli::command(), "postmirth", &mut script);
    io::stdout().write_all(&script)?;
    Ok(0)
}
