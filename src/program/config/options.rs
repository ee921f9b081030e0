//! Options of a command as names and values: from a file, from a marker, from the command line.

use super::Config;
use crate::program::cli::Cli;
use crate::program::{Refused, WRONG_USE};
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::parser::ValueSource;
use clap::{ArgAction, ArgMatches, Command, CommandFactory, FromArgMatches, Parser};
use std::error::Error;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

/// Options by their long names, each with its values; a flag has the value `true`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct GivenOptions(Vec<(String, Vec<String>)>);

impl GivenOptions {
    /// Gives an option its values.
    pub(crate) fn set(&mut self, name: &str, values: Vec<String>) {
        self.0.retain(|(known, _)| known != name);
        self.0.push((name.to_string(), values));
    }

    pub(super) fn extend(&mut self, other: GivenOptions) {
        for (name, values) in other.0 {
            self.set(&name, values);
        }
    }

    /// The options with their values.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&str, &[String])> {
        self.0.iter().map(|(name, values)| (name.as_str(), values.as_slice()))
    }

    /// Those that these options leave open: neither named by them nor in conflict with them.
    pub(crate) fn below(mut self, over: &GivenOptions, command: &str) -> GivenOptions {
        let program = built();
        let Some(command) = program.find_subcommand(command) else {
            return self;
        };
        let clash = |one: &str, other: &str| {
            let conflicts = |one: &str, other: &str| {
                let arg = command.get_arguments().find(|arg| arg.get_long() == Some(one));
                arg.is_some_and(|arg| {
                    let against = command.get_arg_conflicts_with(arg);
                    against.iter().any(|arg| arg.get_long() == Some(other))
                })
            };
            one == other || conflicts(one, other) || conflicts(other, one)
        };
        self.0.retain(|(name, _)| over.0.iter().all(|(other, _)| !clash(name, other)));
        self
    }

    /// As words of a command line.
    fn words(&self, command: &Command) -> Vec<OsString> {
        let mut out = Vec::new();
        for (name, values) in &self.0 {
            let flag = command
                .get_arguments()
                .find(|arg| arg.get_long() == Some(name))
                .is_some_and(|arg| matches!(arg.get_action(), ArgAction::SetTrue));
            match (flag, values.as_slice()) {
                (true, [yes]) if yes == "true" => out.push(format!("--{name}").into()),
                (true, [no]) if no == "false" => {}
                _ => out.extend(values.iter().map(|value| format!("--{name}={value}").into())),
            }
        }
        out
    }

    /// Refuses what the command would not take.
    pub(super) fn verify(&self, program: &Command, command: &str) -> Result<(), String> {
        let Some(command) = program.find_subcommand(command) else {
            return Err(format!("expected a command, found {command}"));
        };
        let line = std::iter::once(OsString::from("postmirth")).chain(self.words(command));
        match command.clone().try_get_matches_from(line) {
            Ok(_) => Ok(()),
            // What it needs beside it may be typed.
            Err(error) if error.kind() == ErrorKind::MissingRequiredArgument => Ok(()),
            Err(error) => Err(in_words(&error, self)),
        }
    }
}

/// A wrong value as the messages of this program tell it.
fn in_words(error: &clap::Error, options: &GivenOptions) -> String {
    let text = |kind| match error.get(kind) {
        Some(ContextValue::String(text)) => Some(text.clone()),
        Some(ContextValue::Strings(texts)) => Some(texts.join(", ")),
        _ => None,
    };
    let found: Vec<String> = options.0.iter().flat_map(|(_, values)| values.clone()).collect();
    let found = text(ContextKind::InvalidValue).unwrap_or_else(|| found.join(", "));
    let meant = match text(ContextKind::SuggestedValue) {
        Some(value) => format!("; did you mean \"{value}\"?"),
        None => String::new(),
    };
    match (error.kind(), text(ContextKind::ValidValue), error.source()) {
        (ErrorKind::InvalidValue, Some(valid), _) => {
            format!("expected one of {valid}, found \"{found}\"{meant}")
        }
        (_, _, Some(source)) if source.to_string().starts_with("expected") => {
            format!("{source}, found \"{found}\"")
        }
        (_, _, Some(source)) => format!("expected another value: {source}"),
        (ErrorKind::TooManyValues | ErrorKind::UnknownArgument, ..) => {
            format!("expected true or false, found \"{found}\"")
        }
        _ => format!("expected one value, found \"{found}\""),
    }
}

/// The program with all that its commands inherit.
fn built() -> Command {
    let mut program = Cli::command();
    program.build();
    program
}

/// The command line with what the nearest `postmirth.toml` says below it.
pub(crate) fn read(line: Vec<OsString>) -> Result<Cli, Refused> {
    let matches = matched(&line)?;
    let Some((name, own)) = matches.subcommand() else {
        return cli(&matches);
    };
    if super::keys(name).is_empty() || name == "check" {
        return cli(&matches);
    }
    let Some(config) = Config::near(&first(own))? else {
        return with_given(cli(&matches)?, own, GivenOptions::default());
    };
    let typed = typed(own, name);
    let mut options = config.options(name);
    // How a trend looks counts only where one is drawn.
    if name == "stats" && !typed.0.iter().any(|(option, _)| option == "output") {
        let figures = |option: &str| matches!(option, "by" | "cores");
        options.0.retain(|(option, _)| figures(option));
    }
    // A place takes formats of its own: who types another does not mean the place.
    if typed.0.iter().any(|(option, _)| option == "format") {
        options.0.retain(|(option, _)| option != "for");
    }
    let program = built();
    let command = program.find_subcommand(name);
    let words = command.map(|command| options.clone().below(&typed, name).words(command));
    let mut whole = line.clone();
    whole.splice(2..2, words.unwrap_or_default());
    let matches = matched(&whole)?;
    with_given(cli(&matches)?, own, options)
}

/// The matches of a command line in clap, which ends the program itself where the line is wrong.
fn matched(line: &[OsString]) -> Result<ArgMatches, Refused> {
    Cli::command()
        .try_get_matches_from(line)
        .map_err(|error| unknown_option(&error, line).unwrap_or_else(|| error.exit()))
}

/// The message about an option that does not exist and is like none that does.
fn unknown_option(error: &clap::Error, line: &[OsString]) -> Option<Refused> {
    let Some(ContextValue::String(found)) = error.get(ContextKind::InvalidArg) else {
        return None;
    };
    let is_unknown = error.kind() == ErrorKind::UnknownArgument && found.starts_with('-');
    if !is_unknown || error.get(ContextKind::SuggestedArg).is_some() {
        return None;
    }
    let command = line.get(1)?.to_string_lossy();
    let program = built();
    let arguments = program.find_subcommand(&*command)?.get_arguments();
    // "--png" is short for nothing, but it is clear what was meant.
    let word = found.trim_start_matches('-').to_lowercase();
    let meant = arguments.filter(|arg| !arg.is_positional()).find(|arg| {
        let values = arg.get_possible_values();
        values.iter().any(|value| value.matches(&word, true))
    });
    let hint = match meant.and_then(|arg| arg.get_long()) {
        Some(long) => format!("did you mean --{long} {word}?"),
        None => format!("`postmirth help {command}` lists the options"),
    };
    let message = format!("error: expected an option of {command}, found {found}\n  = {hint}\n");
    Some((WRONG_USE, message))
}

fn cli(matches: &ArgMatches) -> Result<Cli, Refused> {
    Cli::from_arg_matches(matches).map_err(|error| (WRONG_USE, error.to_string()))
}

/// Keeps for `embed` what came from where: the marker in a report stands between the two.
fn with_given(mut cli: Cli, own: &ArgMatches, config: GivenOptions) -> Result<Cli, Refused> {
    if let crate::program::cli::Command::Embed(args) = &mut cli.command {
        args.given = Given { typed: typed(own, "embed"), config };
    }
    Ok(cli)
}

/// Options by where they came from.
#[derive(Debug, Clone, Default)]
pub(crate) struct Given {
    /// Typed on the command line.
    pub(crate) typed: GivenOptions,
    /// From `postmirth.toml`.
    pub(crate) config: GivenOptions,
}

impl Given {
    /// The arguments of `embed` with a marker's options between file and command line.
    pub(crate) fn with(&self, marker: &GivenOptions) -> Result<Cli, String> {
        let between = marker.clone().below(&self.typed, "embed");
        let mut all = self.config.clone().below(&between, "embed");
        all = all.below(&self.typed, "embed");
        all.extend(between);
        all.extend(self.typed.clone());
        let program = built();
        all.verify(&program, "embed")?;
        let command = program.find_subcommand("embed");
        let words = command.map(|command| all.words(command)).unwrap_or_default();
        let line = ["postmirth", "embed"].map(OsString::from);
        Cli::try_parse_from(line.into_iter().chain(words)).map_err(|error| error.to_string())
    }
}

impl Given {
    /// The options that a marker is to keep: those that it held and those that were typed, but for
    /// these and for what goes without saying.
    pub(crate) fn kept(&self, marker: &GivenOptions, without: &[&str]) -> GivenOptions {
        let mut all = marker.clone().below(&self.typed, "embed");
        all.extend(self.typed.clone());
        let program = built();
        let command = program.find_subcommand("embed");
        let usual = |name: &str, values: &[String]| {
            let arg = command
                .and_then(|own| own.get_arguments().find(|arg| arg.get_long() == Some(name)));
            let usual = arg.is_some_and(|arg| {
                let defaults = arg.get_default_values().iter();
                defaults.map(|value| value.to_string_lossy()).eq(values.iter().cloned())
            });
            usual && self.config.0.iter().all(|(known, _)| known != name)
        };
        all.0.retain(|(name, values)| !without.contains(&name.as_str()) && !usual(name, values));
        all.0.sort();
        all
    }
}

/// The options that were typed, of those that a file may hold, too, and the few that it may not.
fn typed(own: &ArgMatches, command: &str) -> GivenOptions {
    let program = built();
    let mut out = GivenOptions::default();
    for arg in program.find_subcommand(command).iter().flat_map(|own| own.get_arguments()) {
        let id = arg.get_id().as_str();
        let (Some(long), Some(ValueSource::CommandLine)) = (arg.get_long(), own.value_source(id))
        else {
            continue;
        };
        let values = match arg.get_action() {
            ArgAction::SetTrue => vec!["true".to_string()],
            _ => {
                let raw = own.get_raw(id).into_iter().flatten();
                raw.map(|value| value.to_string_lossy().into_owned()).collect()
            }
        };
        out.set(long, values);
    }
    out
}

/// The first report that is named, or the folder in which the program runs.
fn first(own: &ArgMatches) -> PathBuf {
    let named = ["reports", "paths"]
        .into_iter()
        .find_map(|id| own.try_get_many::<PathBuf>(id).ok().flatten()?.next().cloned());
    match named {
        Some(path) if path.as_os_str() != "-" => match path.parent() {
            // A pattern has no folder of its own.
            Some(_) if path.exists() => path,
            Some(_) => crate::program::inputs::base(&path),
            None => path,
        },
        _ => Path::new(".").to_path_buf(),
    }
}
