//! The program: from its arguments to an exit status.

mod program;

use program::cli::{Cli, Command, QuipsCommand, StylesCommand};
use program::{
    NO_FILE, actions, check, complain, completions, config, draw, embed, explain, facts, help,
    inputs, licenses, man, new, preview, quips, spice, stats,
};
use std::io::{self, Write};
use std::process::ExitCode;

fn main() -> ExitCode {
    match run() {
        Ok(status) => ExitCode::from(status),
        // Whoever reads our output has seen enough: that is success.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            let _ = writeln!(io::stderr(), "error: cannot write: {error}");
            ExitCode::from(NO_FILE)
        }
    }
}

fn run() -> io::Result<u8> {
    let line = match help::line(std::env::args_os().collect()) {
        Ok(line) => line,
        Err(word) => return help::unknown(&word),
    };
    match config::read(line) {
        Ok(Cli { command }) => done(command),
        Err((status, message)) => complain(&message).map(|()| status),
    }
}

fn done(command: Command) -> io::Result<u8> {
    match command {
        Command::Draw(args) => draw::draw(&args),
        Command::Spice(mut args) => match inputs::named(&mut args.reports) {
            Ok(said) => complain(&said).and_then(|()| spice::spice(&args)),
            Err((status, message)) => complain(&message).map(|()| status),
        },
        Command::Plain(args) => spice::plain(&args),
        Command::Embed(args) => embed::embed(&args),
        Command::Check(args) => check::check(&args),
        Command::Facts(args) => facts::facts(&args),
        Command::Preview(args) => preview::preview(&args),
        Command::New(args) => new::new(&args),
        Command::Stats(args) => stats::stats(&args),
        Command::Actions(args) => actions::actions(&args),
        Command::Styles { command: None } => help::styles(),
        Command::Styles { command: Some(StylesCommand::Show { name }) } => help::show_style(&name),
        Command::Quips { command: None } => quips::list(),
        Command::Quips { command: Some(QuipsCommand::Show { name }) } => quips::show(&name),
        Command::Quips { command: Some(QuipsCommand::Lint { files }) } => quips::lint_files(&files),
        Command::Explain { code } => explain::explain(code.as_deref()),
        Command::Schema { name } => help::schema(&name),
        Command::Completions { shell } => completions::completions(shell),
        Command::Man { name } => man::man(name.as_deref()),
        Command::Licenses => licenses::licenses(),
    }
}
