//! Manual pages: `postmirth man` and `postmirth man COMMAND`

use super::cli::Cli;
use super::{WRONG_USE, complain};
use clap::CommandFactory;
use clap_mangen::Man;
use std::io::{self, Write};

/// Prints the page of the program, or of a command.
pub(crate) fn man(name: Option<&str>) -> io::Result<u8> {
    let mut program = Cli::command();
    program.build();
    let page = match name {
        None => program,
        Some(name) => match program.find_subcommand(name) {
            Some(command) => {
                let title = format!("postmirth-{}", command.get_name());
                command.clone().display_name(title)
            }
            None => {
                complain(&format!(
                    "error: expected a command, found \"{name}\"\n  = `postmirth --help` lists \
                        them\n"
                ))?;
                return Ok(WRONG_USE);
            }
        },
    };
    let mut text = Vec::new();
    Man::new(page).source(concat!("postmirth ", env!("CARGO_PKG_VERSION"))).render(&mut text)?;
    io::stdout().write_all(&text)?;
    Ok(0)
}
