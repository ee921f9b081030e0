//! The meanings of codes: `postmirth explain` and `postmirth explain CODE`

use super::{WRONG_USE, complain};
use postmirth::check::names::{Meaning, meaning, unknown};
use postmirth::check::{Profile, RULES, Rule, RuleArea};
use postmirth::diagnostic::code::Code;
use std::io::{self, Write};

pub(crate) fn explain(name: Option<&str>) -> io::Result<u8> {
    let told = match name.map(|name| meaning(name).ok_or(name)) {
        None => list(),
        Some(Ok(Meaning::Rule(rule))) => of_rule(rule),
        Some(Ok(Meaning::Reader(code))) => {
            format!("{} ({})\n\n{}\n", code.name(), code.severity(), code.about())
        }
        Some(Err(name)) => {
            complain(&format!("error: {}\n  = `postmirth explain` lists them\n", unknown(name)))?;
            return Ok(WRONG_USE);
        }
    };
    io::stdout().write_all(told.as_bytes())?;
    Ok(0)
}

/// Every code once: what messages say, then the rules by the part of the report that they are
/// about.
fn list() -> String {
    let mut out = String::from("What messages say\n");
    let readers =
        Code::ALL.iter().filter(|code| matches!(meaning(code.name()), Some(Meaning::Reader(_))));
    readers.for_each(|code| out.push_str(&format!("  {:26} {}\n", code.name(), code.severity())));
    let mut rules: Vec<&Rule> = RULES.iter().collect();
    rules.sort_by_key(|rule| rule.part);
    let mut part: Option<RuleArea> = None;
    for rule in rules {
        if part.replace(rule.part) != Some(rule.part) {
            out.push_str(&format!("\nRules of `postmirth check`: {}\n", rule.part.name()));
        }
        out.push_str(&format!("  {:26} {:8} {}\n", rule.code, rule.severity.name(), rule.asks));
    }
    out
}

fn of_rule(rule: &Rule) -> String {
    let all = rule.profiles.len() == Profile::ALL.len();
    let names: Vec<&str> = rule.profiles.iter().map(|profile| profile.name()).collect();
    let profiles = match rule.profiles {
        [] => "in no profile: it counts where --deny names it".to_string(),
        _ if all => format!("in every profile: {}", names.join(", ")),
        _ => format!("in the profile {}", names.join(", ")),
    };
    let examples = format!(
        "\nThis fails:\n\n{}\n\nThis passes:\n\n{}\n",
        indented(&rule.fails.text()),
        indented(&rule.passes.text())
    );
    let Rule { code, severity, asks, why, .. } = rule;
    let part = rule.part.name();
    format!(
        "{code} ({severity}), a rule of `postmirth check`\n\n{part} must hold: {asks}\nIt counts \
            {profiles}.\n\n{why}\n{examples}"
    )
}

fn indented(text: &str) -> String {
    text.lines()
        .map(|line| format!("    {line}").trim_end().to_string())
        .collect::<Vec<String>>()
        .join("\n")
}
