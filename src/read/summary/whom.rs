//! The group that a share refers to.

/// Words by which a sentence goes on after its subject.
const GOES_ON: &[&str] = &[
    "was", "were", "is", "are", "had", "have", "has", "could", "would", "did", "experienced",
    "saw", "felt", "found", "got", "lost", "met", "can", "cannot", "couldn't", "may", "received",
    "faced", "failed", "unable", "being", "who", "that", "which", "during", "on", "at", "for",
    "due", "because", "with", "to", "from", "in", "when", "while", "affected", "impacted",
    "trying", "attempting",
];

/// Those of a group who did something, up to the sentence's verb: "attempting checkout", of "of users
/// attempting checkout were affected".
fn those(words: &[&str]) -> Option<String> {
    const DOING: &[&str] = &["trying", "attempting", "using"];
    const VERBS: &[&str] = &[
        "was", "were", "are", "had", "have", "could", "experienced", "saw", "got", "received",
        "faced",
    ];
    let from = words.iter().position(|word| DOING.contains(word))?;
    let length = words[from..].iter().position(|word| VERBS.contains(word))?;
    let told = words[from..from + length].join(" ");
    let plain = told.chars().all(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '\''));
    (length > 1 && plain).then_some(told)
}

/// A group named up to the sentence's verb: "of the shop's visitors were …", "of the web server
/// was …", "of customer sites exposed to …".
fn whole_group(words: &[&str]) -> Option<String> {
    let mut told = vec!["of"];
    for word in &words[1..] {
        let bare =
            word.trim_end_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '\'' | '’'));
        let lower = bare.to_lowercase();
        let plural = told.len() > 1 && told.last().is_some_and(|last| last.ends_with('s'));
        // "Of requests (as measured …)".
        let aside = word.starts_with(['(', '[']);
        if aside || GOES_ON.contains(&lower.as_str()) || plural && lower.ends_with("ed") {
            break;
        }
        if matches!(lower.as_str(), "and" | "or" | "of" | "") {
            return None;
        }
        told.push(bare);
        if bare.len() < word.len() {
            break;
        }
    }
    let group = told.last().map(|word| word.to_lowercase())?;
    let whole = told.len() > 1
        && told.len() < words.len().max(6)
        && !["the", "our", "all", "its", "their", "time", "it", "cpu", "memory", "capacity"]
            .contains(&group.as_str());
    (whole && !told[1].contains(['(', '"', '“'])).then(|| told.join(" "))
}

/// The group that a share refers to, quoted from the text after it: "of our customers".
pub(super) fn whom(after: &str) -> Option<String> {
    let words: Vec<&str> = after.split_whitespace().take(10).collect();
    if words.first() != Some(&"of") {
        return None;
    }
    let those = those(&words);
    let words = &words[..words.len().min(6)];
    let stems = [
        "user", "customer", "visitor", "client", "staff", "employee", "student", "people",
        "member", "subscriber", "request", "order", "session", "traffic", "player", "tenant",
        "account", "call", "payment", "checkout", "message", "shop", "site",
    ];
    let other = ["what", "which", "those", "whom", "that", "them", "these", "us"];
    let own = whole_group(words).filter(|group| {
        !group.split(' ').any(|word| other.contains(&word)) && !group.ends_with(['\'', '’'])
    });
    if let Some(own) = own {
        return Some(match those {
            Some(those) => format!("{own} {those}"),
            None => own,
        });
    }
    let last = words.iter().skip(1).position(|word| {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
        stems.iter().any(|stem| word == *stem || word.strip_suffix('s') == Some(*stem))
    })?;
    // "The user base" is one thing.
    let base = words.get(last + 2).is_some_and(|word| word.trim_end_matches('.') == "base");
    let told = words[..last + 2 + usize::from(base)].join(" ");
    if other.iter().any(|word| words[..last + 2].contains(word)) || told.ends_with(['\'', '’']) {
        return None;
    }
    // Neither "of our users' requests" cut in the middle nor a list.
    let told = told.trim_end_matches(|c: char| !c.is_alphanumeric());
    (!told.contains([',', ';', '(', '.'])).then(|| told.to_string())
}
