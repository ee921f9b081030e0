//! `postmirth.toml`: options for every command, for the reports of its folder and those below.
//!
//! A table is called like its command and holds the options of it, under the names and with the
//! values of the command line, which has the last word: `theme = "dark"` in `[draw]` is
//! `--theme dark`. So there is one list of options, and one place that reads their values.

mod excludes;
mod options;
mod schema;

pub(super) use excludes::Excludes;
pub(crate) use options::{Given, GivenOptions, read};
pub(crate) use schema::{SCHEMAS, schema};

use super::cli::Cli;
use super::suggest::did_you_mean;
use super::{NO_FILE, Refused, WRONG_USE, files};
use clap::{Command, CommandFactory};
use postmirth::check::CheckSettings;
use postmirth::diagnostic::{Code, Diagnostic};
use postmirth::source::{Source, Span};
use std::path::{Path, PathBuf};
use toml::Spanned;
use toml::de::{DeString, DeTable, DeValue};

/// The name of such a file.
const NAME: &str = "postmirth.toml";

/// Options about the look of pictures.
const LOOK: &[&str] =
    &["chart", "layout", "style", "theme", "width", "zone", "text", "max-rows", "all"];

/// The tables that take options of a command, and which.
const TABLES: &[(&str, &[&[&str]])] = &[
    ("draw", &[&["for", "format", "scale"], LOOK]),
    ("embed", &[&["images", "format", "words"], LOOK]),
    (
        "spice",
        &[
            &["tone", "seed", "words", "no-marks", "no-pictures", "cover"],
            &["for", "quips", "images"],
            LOOK,
        ],
    ),
    ("check", &[&["profile", "allow", "deny", "fail-on"]]),
    ("stats", &[&["by", "style", "theme", "width", "text", "title", "cores"]]),
];

/// The table that says which files count.
const FILES: &str = "files";

/// The options that a table may hold.
fn keys(table: &str) -> Vec<&'static str> {
    let own = TABLES.iter().find(|(name, _)| *name == table);
    own.map(|(_, keys)| keys.concat()).unwrap_or_default()
}

/// The tables that there are.
fn tables() -> impl Iterator<Item = &'static str> {
    TABLES.iter().map(|(name, _)| *name).chain([FILES])
}

/// The contents of a file, each value known to be one.
#[derive(Debug)]
pub(super) struct Config {
    pub(super) file: PathBuf,
    pub(super) check: CheckSettings,
    /// Patterns of files that do not count, as `.gitignore` writes them.
    pub(super) exclude: Vec<String>,
    options: Vec<(String, GivenOptions)>,
}

impl Config {
    /// The nearest file: beside a report, or in a folder above it.
    pub(super) fn near(path: &Path) -> Result<Option<Config>, Refused> {
        files::nearest(path, NAME).map(Config::read).transpose()
    }

    /// The name of the file nearest to a report.
    pub(super) fn file_near(path: &Path) -> Option<PathBuf> {
        files::nearest(path, NAME)
    }

    /// Reads a file.
    pub(super) fn read(file: PathBuf) -> Result<Config, Refused> {
        let name = files::seen(&file);
        let source = files::load(&name)
            .map_err(|error| {
                let name = name.display();
                (NO_FILE, format!("error: cannot read {name}: {error}\n"))
            })?
            .value;
        Config::of(file, &source).map_err(|doubt| (WRONG_USE, doubt.frame(&source).to_string()))
    }

    fn of(file: PathBuf, source: &Source) -> Result<Config, Box<Diagnostic>> {
        let folder = file.parent().map(files::seen).unwrap_or_default();
        let mut config = Config {
            file,
            check: CheckSettings::default(),
            exclude: Vec::new(),
            options: Vec::new(),
        };
        let whole = DeTable::parse(source.text()).map_err(|error| {
            let message = error.message().trim().replace('\n', "; ");
            slip(error.span().map(span), message)
        })?;
        let program = Cli::command();
        for (name, value) in whole.into_inner() {
            let table = name.get_ref().to_string();
            let known: Vec<&str> = tables().collect();
            expect_among(&name, &known, "table")?;
            let DeValue::Table(inner) = value.get_ref() else {
                let message = format!("expected a table, [{table}], found a value");
                return Err(slip(Some(span(value.span())), message));
            };
            match table.as_str() {
                FILES => config.exclude = excluded(inner)?,
                "check" => {}
                _ => {
                    let own = options_of(&program, &table, inner, &folder)?;
                    config.options.push((table, own));
                }
            }
        }
        config.check = CheckSettings::from_file(source)?;
        Ok(config)
    }

    /// The file's values for a command's options.
    pub(super) fn options(&self, command: &str) -> GivenOptions {
        let own = self.options.iter().find(|(name, _)| name == command);
        own.map(|(_, options)| options.clone()).unwrap_or_default()
    }
}

fn span(range: std::ops::Range<usize>) -> Span {
    Span::new(range.start, range.end)
}

fn slip(span: Option<Span>, message: String) -> Box<Diagnostic> {
    let diagnostic = Diagnostic { span, ..Diagnostic::about_all(Code::ConfigUnreadable, message) };
    Box::new(diagnostic.hint(
        "tables and keys are those of the commands and their long options; `postmirth schema \
            config` lists them",
    ))
}

/// Refuses a name that is none of these.
fn expect_among(
    name: &Spanned<DeString>,
    known: &[&str],
    noun: &str,
) -> Result<(), Box<Diagnostic>> {
    let word = name.get_ref().as_ref();
    if known.contains(&word) {
        return Ok(());
    }
    let meant = did_you_mean(word, known.iter().copied());
    let message = match meant.is_empty() {
        true => format!("expected a {noun} among {}, found \"{word}\"", known.join(", ")),
        false => format!("expected a {noun}, found \"{word}\"{meant}"),
    };
    Err(slip(Some(span(name.span())), message))
}

/// The patterns of `[files] exclude`.
fn excluded(table: &DeTable) -> Result<Vec<String>, Box<Diagnostic>> {
    let mut out = Vec::new();
    for (key, value) in table {
        expect_among(key, &["exclude"], "key of [files]")?;
        let wrong = || {
            let message = "expected a list of patterns such as [\"drafts/\", \"README.md\"]";
            slip(Some(span(value.span())), message.to_string())
        };
        let DeValue::Array(patterns) = value.get_ref() else {
            return Err(wrong());
        };
        for pattern in patterns {
            let pattern = pattern.get_ref().as_str().ok_or_else(wrong)?;
            out.push(pattern.to_string());
        }
    }
    Ok(out)
}

/// The options of a table, each value as the command line would take it.
fn options_of(
    program: &Command,
    table: &str,
    inner: &DeTable,
    folder: &Path,
) -> Result<GivenOptions, Box<Diagnostic>> {
    let mut out = GivenOptions::default();
    let known = keys(table);
    for (key, value) in inner {
        expect_among(key, &known, &format!("key of [{table}]"))?;
        let name = key.get_ref().as_ref();
        let at = Some(span(value.span()));
        let values = values(value.get_ref()).ok_or_else(|| {
            let message = format!("expected a text, a number, true or false, or a list for {name}");
            slip(at, message)
        })?;
        let values: Vec<String> =
            values.into_iter().map(|value| beside(name, value, folder)).collect();
        let mut own = GivenOptions::default();
        own.set(name, values);
        own.verify(program, table).map_err(|message| slip(at, message))?;
        out.extend(own);
    }
    Ok(out)
}

/// A value as texts.
fn values(value: &DeValue) -> Option<Vec<String>> {
    match value {
        DeValue::String(text) => Some(vec![text.to_string()]),
        DeValue::Integer(number) => Some(vec![number.as_str().to_string()]),
        DeValue::Float(number) => Some(vec![number.as_str().to_string()]),
        DeValue::Boolean(flag) => Some(vec![flag.to_string()]),
        DeValue::Array(items) => {
            let texts = items.iter().map(|item| match item.get_ref() {
                DeValue::Array(_) => None,
                one => values(one)?.pop(),
            });
            texts.collect()
        }
        DeValue::Datetime(_) | DeValue::Table(_) => None,
    }
}

/// A file that an option names lies beside the configuration, wherever the program runs.
fn beside(key: &str, value: String, folder: &Path) -> String {
    let file = folder.join(&value);
    match matches!(key, "style" | "quips") && file.exists() {
        true => file.display().to_string(),
        false => value,
    }
}
