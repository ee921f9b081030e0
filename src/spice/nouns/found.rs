//! Nouns that an entry's own words give to fill in; only where they leave no doubt.

/// Times and sizes, of which there can be one and a half.
const MEASURES: &[&str] = &[
    "seconds", "minutes", "hours", "days", "weeks", "months", "years", "ms", "milliseconds", "kB",
    "KB", "MB", "GB", "TB", "KiB", "MiB", "GiB", "TiB",
];

/// Things that can be counted.
const THINGS_COUNTED: &[&str] = &[
    "connections", "requests", "errors", "alerts", "messages", "servers", "nodes", "pods", "hosts",
    "containers", "instances", "replicas", "workers", "threads", "processes", "queries", "jobs",
    "records", "rows", "files", "orders", "retries", "attempts", "restarts", "deploys",
    "deployments", "lines", "locks", "partitions", "shards", "regions",
];

/// The one number with a unit: "29" and "days". Of two, none is meant more than the other.
pub(super) fn amount(text: &str) -> Option<(String, String)> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let mut pairs = words.windows(2).filter_map(|pair| {
        let number = pair[0].trim_start_matches('(');
        let unit = pair[1].trim_end_matches([',', '.', ';', ':', ')', '!', '?']);
        counts(number, unit).then(|| (number.to_string(), unit.to_string()))
    });
    let first = pairs.next()?;
    pairs.next().is_none().then_some(first)
}

/// True if this is a number of those: not "500 errors", which is one kind of error, nor "2004
/// hours", which is a clock.
fn counts(number: &str, unit: &str) -> bool {
    let status = number.len() == 3
        && number.starts_with(['4', '5'])
        && matches!(unit, "errors" | "requests");
    let clock = number.len() == 4 && unit == "hours";
    let counted = THINGS_COUNTED.contains(&unit) && !number.contains('.');
    is_number(number) && !status && !clock && number != "1" && (counted || MEASURES.contains(&unit))
}

/// The one share: "35 %".
pub(super) fn percent(text: &str) -> Option<String> {
    let spaced = text.replace('%', " % ");
    let words: Vec<&str> = spaced
        .split_whitespace()
        .map(|word| word.trim_matches(['(', ')', ',', ';', ':']))
        .collect();
    let mut shares = words.iter().enumerate().filter_map(|(at, word)| {
        let next = words.get(at + 1).copied().unwrap_or_default().trim_end_matches('.');
        let named = matches!(next, "%" | "percent")
            || next == "per" && words.get(at + 2).is_some_and(|word| word.starts_with("cent"));
        (is_number(word) && named).then(|| format!("{word} %"))
    });
    let first = shares.next()?;
    shares.next().is_none().then_some(first)
}

/// "29", "3,412", "1.5"; no date, clock, version or range.
fn is_number(word: &str) -> bool {
    let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    let sound = word.chars().all(|c| c.is_ascii_digit() || matches!(c, ',' | '.'))
        && word.matches('.').count() < 2;
    sound && digit(word.chars().next()) && digit(word.chars().next_back())
}

/// Words that name no team of its own.
const NO_NAME: &[&str] = &[
    "the", "our", "a", "an", "to", "and", "or", "of", "by", "with", "from", "whole", "entire",
    "same", "other", "another", "wrong", "right", "full", "rest",
];

/// The one team that is called in: "the platform team".
pub(in crate::spice) fn team(text: &str) -> Option<String> {
    let words: Vec<&str> =
        text.split_whitespace().map(|word| word.trim_matches(['"', '(', ')', '*'])).collect();
    let mut teams = words
        .iter()
        .enumerate()
        .filter(|(_, word)| bare(word) == "team")
        .filter_map(|(at, _)| named(&words[..at]));
    let (team, to) = teams.next()?;
    let Some((second, second_to)) = teams.next() else {
        return Some(team);
    };
    match (to, second_to) {
        _ if second == team => Some(team),
        (true, false) => Some(team),
        (false, true) => Some(second),
        _ => None,
    }
}

/// The team whose name ends here, and whether something goes to it.
fn named(before: &[&str]) -> Option<(String, bool)> {
    let article =
        before.iter().rposition(|word| matches!(word.to_lowercase().as_str(), "the" | "our"));
    let to = before
        .iter()
        .rposition(|word| matches!(word.to_lowercase().as_str(), "to" | "paged" | "called"));
    let start = article.max(to)?;
    let name = &before[start + 1..];
    let plain = |word: &&str| {
        !NO_NAME.contains(&word.to_lowercase().as_str())
            && word.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '/'))
    };
    let goes = to == Some(start) || to.is_some_and(|to| to + 1 == start);
    ((1..=3).contains(&name.len()) && name.iter().all(plain))
        .then(|| (format!("the {} team", name.join(" ")), goes))
}

fn bare(word: &str) -> String {
    word.trim_end_matches([',', '.', ';', ':', '!', '?']).to_lowercase()
}
