//! The settings that a `postmirth.toml` makes for the reports in its folder: strict TOML, without
//! unknown keys.

use super::names;
use super::{Choice, Profile};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::source::{Source, Span};
use serde::Deserialize;
use serde::de::IgnoredAny;
use std::collections::BTreeSet;
use std::ops::Range;
use toml::Spanned;

/// The choices made in a file or by arguments; unset ones are `None` or empty.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CheckSettings {
    /// The base set of rules.
    pub profile: Option<Profile>,
    /// Codes to ignore.
    pub allow: BTreeSet<String>,
    /// Codes to treat as errors.
    pub deny: BTreeSet<String>,
    /// The minimum severity of a finding that fails the check.
    pub fail_on: Option<Severity>,
}

impl CheckSettings {
    /// The settings of a file.
    pub fn from_file(file: &Source) -> Result<CheckSettings, Box<Diagnostic>> {
        let ConfigFile { check, .. } =
            toml::from_str(file.text()).map_err(|error| Box::new(slip(&error)))?;
        Ok(CheckSettings {
            profile: check.profile.map(|Scalar(profile)| profile),
            allow: codes(check.allow)?,
            deny: codes(check.deny)?,
            fail_on: check.fail_on.map(|Grade(severity)| severity),
        })
    }

    /// Overrides these settings with others, which win for each code.
    pub fn under(mut self, over: &CheckSettings) -> CheckSettings {
        self.allow.retain(|code| !over.deny.contains(code));
        self.deny.retain(|code| !over.allow.contains(code));
        self.allow.extend(over.allow.iter().cloned());
        self.deny.extend(over.deny.iter().cloned());
        CheckSettings {
            profile: over.profile.or(self.profile),
            fail_on: over.fail_on.or(self.fail_on),
            ..self
        }
    }

    /// The rules that apply.
    pub fn choice(&self) -> Choice {
        Choice {
            profile: self.profile.unwrap_or_default(),
            allow: self.allow.clone(),
            deny: self.deny.clone(),
        }
    }

    /// The minimum severity of a finding that fails the check.
    pub fn fails_on(&self) -> Severity {
        self.fail_on.unwrap_or(Severity::Warning)
    }
}

/// The whole file; the other tables are for other commands.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct ConfigFile {
    check: CheckTable,
    #[serde(rename = "draw")]
    _draw: IgnoredAny,
    #[serde(rename = "embed")]
    _embed: IgnoredAny,
    #[serde(rename = "spice")]
    _spice: IgnoredAny,
    #[serde(rename = "stats")]
    _stats: IgnoredAny,
    #[serde(rename = "files")]
    _files: IgnoredAny,
}

/// The table `[check]`.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
struct CheckTable {
    profile: Option<Scalar>,
    allow: Vec<Spanned<String>>,
    deny: Vec<Spanned<String>>,
    fail_on: Option<Grade>,
}

#[derive(Debug, Deserialize)]
#[serde(try_from = "String")]
struct Scalar(Profile);

#[derive(Debug, Deserialize)]
#[serde(try_from = "String")]
struct Grade(Severity);

impl TryFrom<String> for Scalar {
    type Error = String;

    fn try_from(name: String) -> Result<Scalar, String> {
        Profile::named(&name)
            .map(Scalar)
            .ok_or_else(|| format!("expected brief or team, found \"{name}\""))
    }
}

impl TryFrom<String> for Grade {
    type Error = String;

    fn try_from(name: String) -> Result<Grade, String> {
        Severity::named(&name)
            .map(Grade)
            .ok_or_else(|| format!("expected note, warning or error, found \"{name}\""))
    }
}

/// A list of codes, all of which must exist.
fn codes(names: Vec<Spanned<String>>) -> Result<BTreeSet<String>, Box<Diagnostic>> {
    let known = |name: Spanned<String>| match Choice::knows(name.get_ref()) {
        true => Ok(name.into_inner()),
        false => Err(Box::new(wrong(Some(name.span()), names::unknown(name.get_ref())))),
    };
    names.into_iter().map(known).collect()
}

fn slip(error: &toml::de::Error) -> Diagnostic {
    wrong(error.span(), error.message().trim().replace('\n', "; "))
}

fn wrong(place: Option<Range<usize>>, message: String) -> Diagnostic {
    let span = place.map(|range| Span::new(range.start, range.end));
    Diagnostic { span, ..Diagnostic::about_all(Code::ConfigUnreadable, message) }.hint(
        "[check] may contain profile, allow, deny and fail-on; `postmirth explain` lists the codes",
    )
}
