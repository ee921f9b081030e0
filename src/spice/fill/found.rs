//! What an entry's own words give to fill in; only where they leave no doubt.

use crate::words::matching::Words;

/// Times and sizes, of which there can be one and a half.
const MEASURES: &[&str] = &[
    "seconds",
    "minutes",
    "hours",
    "days",
    "weeks",
    "months",
    "years",
    "ms",
    "milliseconds",
    "kB",
    "KB",
    "MB",
    "GB",
    "TB",
    "KiB",
    "MiB",
    "GiB",
    "TiB",
];

/// What can be counted.
const THINGS_COUNTED: &[&str] = &[
    "connections",
    "requests",
    "errors",
    "alerts",
    "messages",
    "servers",
    "nodes",
    "pods",
    "hosts",
    "containers",
    "instances",
    "replicas",
    "workers",
    "threads",
    "processes",
    "queries",
    "jobs",
    "records",
    "rows",
    "files",
    "orders",
    "retries",
    "attempts",
    "restarts",
    "deploys",
    "deployments",
    "lines",
    "locks",
    "partitions",
    "shards",
    "regions",
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

/// Whether this is a number of those: not "500 errors", which is one kind of error, nor "2004
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
        let next = words
            .get(at + 1)
            .copied()
            .unwrap_or_default()
            .trim_end_matches('.');
        let named = matches!(next, "%" | "percent")
            || next == "per"
                && words
                    .get(at + 2)
                    .is_some_and(|word| word.starts_with("cent"));
        (is_number(word) && named).then(|| format!("{word} %"))
    });
    let first = shares.next()?;
    shares.next().is_none().then_some(first)
}

/// "29", "3,412", "1.5"; no date, clock, version or range.
fn is_number(word: &str) -> bool {
    let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    let sound = word
        .chars()
        .all(|c| c.is_ascii_digit() || matches!(c, ',' | '.'))
        && word.matches('.').count() < 2;
    sound && digit(word.chars().next()) && digit(word.chars().next_back())
}

/// What can be suspected, and how it is called; the longer names come before those that they hold.
const THINGS: &[(&str, &str)] = &[
    ("load balancer", "the load balancer"),
    ("loadbalancer", "the load balancer"),
    ("connection pool", "the connection pool"),
    ("database server", "the database server"),
    ("database", "the database"),
    ("db", "the database"),
    ("web server", "the web server"),
    ("mail server", "the mail server"),
    ("file server", "the file server"),
    ("message queue", "the message queue"),
    ("message broker", "the message broker"),
    ("job queue", "the job queue"),
    ("queue", "the queue"),
    ("cache", "the cache"),
    ("cdn", "the CDN"),
    ("dns", "DNS"),
    ("name server", "the name server"),
    ("resolver", "the resolver"),
    ("firewall rule", "the firewall rule"),
    ("firewall", "the firewall"),
    ("vpn", "the VPN"),
    ("router", "the router"),
    ("switch", "the switch"),
    ("proxy", "the proxy"),
    ("reverse proxy", "the reverse proxy"),
    ("gateway", "the gateway"),
    ("api gateway", "the API gateway"),
    ("network", "the network"),
    ("certificate", "the certificate"),
    ("last deployment", "the last deployment"),
    ("latest deployment", "the latest deployment"),
    ("recent deployment", "the recent deployment"),
    ("last deploy", "the last deploy"),
    ("latest deploy", "the latest deploy"),
    ("recent deploy", "the recent deploy"),
    ("last release", "the last release"),
    ("latest release", "the latest release"),
    ("feature flag", "the feature flag"),
    ("configuration", "the configuration"),
    ("memory leak", "a memory leak"),
    ("garbage collector", "the garbage collector"),
    ("disk", "the disk"),
    ("storage", "the storage"),
    ("kernel", "the kernel"),
    ("scheduler", "the scheduler"),
    ("cron job", "the cron job"),
    ("backup job", "the backup job"),
    ("search index", "the search index"),
    ("payment provider", "the payment provider"),
    ("cloud provider", "the cloud provider"),
    ("traffic spike", "the traffic spike"),
];

/// Without one of these nobody is suspected.
const SUSPECTS: &[&str] = &[
    "suspect*",
    "suspicion*",
    "thought",
    "assum*",
    "believ*",
    "blam*",
    "theory",
    "hypothesis",
    "investigat*",
    "check*",
    "review*",
    "verif*",
    "examin*",
    "inspect*",
    "look*",
    "potential*",
    "possible",
    "possibly",
    "perhaps",
    "maybe",
    "misleading*",
    "ruled out",
    "healthy",
    "normal*",
    "fine",
    "innocent",
    "cleared",
    "no issue*",
    "no problem*",
    "not the cause",
    "guess*",
];

/// "The network team" is no network.
const PEOPLE: &[&str] = &[
    "team",
    "teams",
    "engineer",
    "engineers",
    "group",
    "administrator",
    "admin",
    "department",
    "staff",
];

/// Behind these the suspect stands, and before those.
const POINTS_AT: &[&str] = &[
    "suspected",
    "suspect",
    "suspecting",
    "suspicion",
    "blamed",
    "blaming",
    "blame",
    "assumed",
];
const IS_POINTED_AT: &[&str] = &["suspected", "blamed", "thought", "assumed", "believed"];

/// The one thing that is suspected: "the load balancer".
pub(super) fn suspect(text: &str) -> Option<String> {
    let words = Words::of(text);
    if !SUSPECTS.iter().any(|word| words.hold(word)) {
        return None;
    }
    let mut found: Vec<(usize, usize, &str)> = Vec::new();
    for (pattern, name) in THINGS {
        let places = words
            .found(pattern)
            .into_iter()
            .filter(|range| !PEOPLE.contains(&words.word(range.end)));
        found.extend(places.map(|range| (range.start, range.end, *name)));
    }
    // "the connection pool of the database" names two things, "the database server" one.
    let whole = |one: &&(usize, usize, &str)| {
        !found
            .iter()
            .any(|more| more != *one && more.0 <= one.0 && one.1 <= more.1)
    };
    let mut things: Vec<&(usize, usize, &str)> = found.iter().filter(whole).collect();
    things.sort_unstable();
    let first = things.first()?.2;
    if things.iter().all(|thing| thing.2 == first) {
        return Some(first.to_string());
    }
    let before = |at: usize| {
        (1..=3)
            .filter_map(|back| at.checked_sub(back))
            .any(|at| POINTS_AT.contains(&words.word(at)))
    };
    let behind = |at: usize| {
        matches!(words.word(at), "was" | "were" | "is")
            && IS_POINTED_AT.contains(&words.word(at + 1))
    };
    let mut meant = things
        .iter()
        .filter(|(start, end, _)| before(*start) || behind(*end))
        .map(|thing| thing.2);
    let one = meant.next()?;
    meant.all(|other| other == one).then(|| one.to_string())
}

/// Words that name no team of its own.
const NO_NAME: &[&str] = &[
    "the", "our", "a", "an", "to", "and", "or", "of", "by", "with", "from", "whole", "entire",
    "same", "other", "another", "wrong", "right", "full", "rest",
];

/// The one team that is called in: "the platform team".
pub(super) fn team(text: &str) -> Option<String> {
    let words: Vec<&str> = text
        .split_whitespace()
        .map(|word| word.trim_matches(['"', '(', ')', '*']))
        .collect();
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
    let article = before
        .iter()
        .rposition(|word| matches!(word.to_lowercase().as_str(), "the" | "our"));
    let to = before
        .iter()
        .rposition(|word| matches!(word.to_lowercase().as_str(), "to" | "paged" | "called"));
    let start = article.max(to)?;
    let name = &before[start + 1..];
    let plain = |word: &&str| {
        !NO_NAME.contains(&word.to_lowercase().as_str())
            && word
                .chars()
                .all(|c| c.is_alphanumeric() || matches!(c, '-' | '/'))
    };
    let goes = to == Some(start) || to.is_some_and(|to| to + 1 == start);
    ((1..=3).contains(&name.len()) && name.iter().all(plain))
        .then(|| (format!("the {} team", name.join(" ")), goes))
}

fn bare(word: &str) -> String {
    word.trim_end_matches([',', '.', ';', ':', '!', '?'])
        .to_lowercase()
}
