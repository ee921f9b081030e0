//! Tasks that change a thing, so that the failure does not come again.

use super::purpose::{among, count, done_to, is_form};

/// Verbs that change a thing.
const CHANGES: &str = "add adjust adopt allocate automate avoid ban block build bump cache cap \
    change clean configure constrain convert correct create decouple decrease define delete deploy \
    deprecate develop disable distribute don't downgrade drop eliminate enable encrypt enforce enhance \
    ensure establish expand extend fix force formalise formalize grant guard handle harden implement \
    improve incorporate increase install institute integrate introduce isolate limit lock make \
    merge migrate minimise minimize modify move never offload optimise optimize parallelise parallelize \
    patch pin prevent prohibit protect provision purge raise rate-limit rebuild reconfigure \
    redesign reduce refactor refine relocate remove rename renew repair replace replicate require resize \
    restrict restructure rework rewrite rotate sanitize scale secure segment separate set setup \
    simplify split stagger standardise standardize streamline strengthen stop switch test throttle \
    tighten transition tune tweak uninstall update upgrade use utilise utilize validate verify version";

pub(super) fn changes(words: &[String]) -> bool {
    let changes = |word: &str| among(CHANGES, word);
    let runs = |word: &str| among("conduct perform replay run", word);
    let tests = count(words, "audit test") > 0;
    let begins = |is: &dyn Fn(&str) -> bool| words.first().is_some_and(|word| is_form(word, is));
    // "Expand this" does not say what.
    let that = words.get(1).is_some_and(|word| among("it that them these this those", word));
    // "Raise an issue with the vendor" changes nothing.
    let asks = words.first().is_some_and(|word| is_form(word, |verb| verb == "raise"))
        && words.iter().take(4).any(|word| among("concern issue issues question ticket", word));
    begins(&changes) && !asks && !that && !shortens(words)
        || begins(&runs) && tests
        || done_to(words).is_some_and(|verb| is_form(verb, changes))
}

/// True for "Increase the size of the pool", which says what is to be done without more words.
pub(super) fn resizes(name: &[String]) -> bool {
    let resizes = |word: &String| among("decrease increase limit lower raise upgrade", word);
    name.len() > 2 && name.first().is_some_and(resizes) && !shortens(name)
}

/// True for "Reduce the time from fix to release": an outage of that kind comes nonetheless.
pub(super) fn shortens(words: &[String]) -> bool {
    let less = |word: &String| among("cut decrease reduce shorten", word);
    let mut near = words.iter().skip(1).take(4);
    words.first().is_some_and(less) && near.any(|word| among("delay delays time times", word))
}

/// True for "Be more careful with the bells".
pub(super) fn is_careful(words: &[String]) -> bool {
    let near = &words[..words.len().min(3)];
    near.first().is_some_and(|word| word == "be") && near.iter().any(|word| word == "careful")
}

/// True for a machine that is put beside the one that failed: with it the outage would not have
/// been one.
pub(super) fn adds_spare(words: &[String]) -> bool {
    const ADDS: [&str; 9] =
        ["add", "build", "create", "deploy", "install", "introduce", "provision", "set", "setup"];
    const SPARES: [&str; 4] = ["standby", "replica", "replicas", "secondary"];
    const SECOND: [&str; 4] = ["second", "another", "additional", "spare"];
    // "Add a runbook for the standby", "add a standby to the rota".
    const OTHER: [&str; 8] = ["about", "for", "of", "on-call", "oncall", "rota", "runbook", "when"];
    let is = |word: &String, known: &[&str]| known.contains(&word.as_str());
    let Some((_, rest)) = words.split_first().filter(|(verb, _)| is(verb, &ADDS)) else {
        return false;
    };
    let machine = |at: usize| {
        let second = rest[..at].iter().any(|word| is(word, &SECOND));
        is(&rest[at], &SPARES) || second && rest[at].starts_with("server")
    };
    let spare = (0..rest.len().min(5)).find(|at| machine(*at));
    let before = spare.map(|at| &rest[..at]);
    before.is_some_and(|before| !before.iter().any(|word| is(word, &OTHER)))
        && !rest.iter().any(|word| is(word, &OTHER[3..7]))
}
