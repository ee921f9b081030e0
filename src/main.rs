//! The program: from its arguments to an exit status.

mod program;

use clap::Parser;
use program::cli::{Cli, Command, DrawArgs, QuipsCommand, StylesCommand};
use program::{
    NO_FILE, check, draw, embed, explain, facts, help, new, preview, quips, spice, stats,
};
use std::io::{self, Write};
use std::process::ExitCode;

fn main() -> ExitCode {
    let cli = Cli::parse();
    let done = match cli.command {
        None => match cli
            .reports
            .iter()
            .find(|report| help::is_no_command(report))
        {
            Some(word) => help::unknown(word),
            None => draw::draw(&DrawArgs {
                reports: cli.reports,
                ..DrawArgs::default()
            }),
        },
        Some(Command::Draw(args)) => draw::draw(&args),
        Some(Command::Spice(args)) => spice::spice(&args),
        Some(Command::Plain(args)) => spice::plain(&args),
        Some(Command::Embed(args)) => embed::embed(&args),
        Some(Command::Check(args)) => check::check(&args),
        Some(Command::Facts(args)) => facts::facts(&args),
        Some(Command::Preview(args)) => preview::preview(&args),
        Some(Command::New(args)) => new::new(&args),
        Some(Command::Stats(args)) => stats::stats(&args),
        Some(Command::Styles { command: None }) => help::styles(),
        Some(Command::Styles {
            command: Some(StylesCommand::Show { name }),
        }) => help::show_style(&name),
        Some(Command::Quips { command: None }) => quips::list(),
        Some(Command::Quips {
            command: Some(QuipsCommand::Show { name }),
        }) => quips::show(&name),
        Some(Command::Quips {
            command: Some(QuipsCommand::Lint { files }),
        }) => quips::lint_files(&files),
        Some(Command::Explain { code }) => explain::explain(code.as_deref()),
    };
    match done {
        Ok(status) => ExitCode::from(status),
        // Whoever reads our output has seen enough: that is success.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            let _ = writeln!(io::stderr(), "error: cannot write: {error}");
            ExitCode::from(NO_FILE)
        }
    }
}
