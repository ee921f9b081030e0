//! `summary-percent`: the summary must quantify the users affected.

use crate::check::context::{Context, Sentence};
use crate::check::{Finding, Profile, Rule, RuleArea, sound};
use crate::diagnostic::Severity;
use crate::document::SectionRole;
use crate::words::numbers;

pub(super) const RULE: Rule = Rule {
    code: "summary-percent",
    severity: Severity::Warning,
    part: RuleArea::Summary,
    asks: "how many percent were affected",
    why: "\"Some users\" means three to the writer and a third to the reader. A share, \
        even a rough one, says how severe it was and lets incidents be compared.",
    fails: sound::SUMMARY.with(&[("40 % of all requests", "many requests")]),
    passes: sound::SUMMARY,
    profiles: &[Profile::Brief, Profile::Team],
    takes: &[],
    look,
};

/// Shares expressed without a number.
const SHARES: &[&str] = &[
    "all services",
    "all our services",
    "all of our services",
    "every service",
    "all users",
    "all our users",
    "all of our users",
    "all of the users",
    "all customers",
    "all our customers",
    "all of our customers",
    "all visitors",
    "all clients",
    "all requests",
    "all traffic",
    "all of the requests",
    "every user",
    "every customer",
    "every visitor",
    "every request",
    "every client",
    "each request",
    "each user",
    "everyone",
    "everybody",
    "nobody could",
    "no one could",
    "no user could",
    "no customer could",
    "no users could",
    "no customers could",
    "no visitor could",
    "no request",
    "all the users",
    "all the requests",
    "all students",
    "all staff",
    "all employees",
    "all tenants",
    "all regions",
    "entire user*",
    "whole user*",
    "entire site",
    "entire website",
    "entire platform",
    "entire service",
    "whole site",
    "whole website",
    "whole platform",
    "all branches",
    "all offices",
    "all sites",
    "all hubs",
    "all apps",
    "all applications",
    "all pods",
    "all servers",
    "nobody was able",
    "no one was able",
    "entirely inaccessible",
    "entirely unavailable",
    "entirely down",
    "completely inaccessible",
    "completely offline",
    "totally inaccessible",
    "totally unavailable",
    "complete outage",
    "total outage",
    "complete unresponsiveness",
    "completely unresponsive",
    "completely unavailable",
    "completely down",
    "fully down",
    "totally down",
    "half of",
    "half the",
    "a third of",
    "one third of",
    "two thirds of",
    "a quarter of",
    "three quarters of",
    "one in",
    "two in",
    "three in",
    "out of every",
    "every second",
    "every third",
    "none of the users",
    "none of our",
    "all users'",
    "only user*",
];

fn look(context: &Context) -> Vec<Finding> {
    let told = context.incident.affected_percent.is_some();
    if told || context.summary().any(|sentence| sentence.says(SHARES) || is_count(sentence)) {
        return Vec::new();
    }
    let vague = context.summary().find(|sentence| sentence.says(VAGUE));
    let found = vague.map_or("no share", |_| "no number");
    let span = vague.map(|sentence| sentence.span).or_else(|| context.spot(SectionRole::Summary));
    let hint = "give a share, even a rough one: \"about 40 % of all requests\", \"every third \
        user\", \"3 of 120 shops\"";
    vec![Finding::new(span, format!("expected the percentage affected, found {found}"), hint)]
}

/// Words used in place of a number.
const VAGUE: &[&str] = &[
    "some users", "many users", "most users", "several users", "some customers", "many customers",
    "most customers", "several customers", "a number of", "a large number", "some of our",
    "many of our", "a few users", "some visitors", "many visitors", "many requests",
    "some requests", "most requests", "a significant", "a small", "a subset", "a portion",
    "numerous", "multiple users",
];

/// "3 of 120 shops", "17 out of 40".
fn is_count(sentence: &Sentence) -> bool {
    let words: Vec<&str> = sentence.text.split_whitespace().collect();
    let number = |word: &str| {
        if numbers::value(&word.to_lowercase()).is_some() {
            return true;
        }
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric()).replace([',', '.'], "");
        !bare.is_empty() && bare.chars().all(|c| c.is_ascii_digit())
    };
    let triple = words
        .windows(3)
        .any(|row| number(row[0]) && matches!(row[1], "of" | "in") && number(row[2]));
    triple
        || words
            .windows(4)
            .any(|row| number(row[0]) && row[1] == "out" && row[2] == "of" && number(row[3]))
}
