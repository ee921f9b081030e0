//! The impact told in passing: the sentence of the summary in which a service fails, or fails
//! those who use it.

use super::own::is_timed;
use super::{is_account, stands_alone};
use crate::document::paragraph::Paragraph;
use crate::document::section_roles;
use crate::read::summary::failing::{
    LONGEST, begins, failures, failures_told, has_its_noun, is_of_another, is_one, is_supposed,
    own_words, shared,
};
use crate::words;

/// Beginnings of words for the people who use a service.
const PEOPLE: &str = "anyone client customer employee everyone member player student user visitor";

/// Words for what fails them.
const SERVICES: &str = "api app application applications apps builds cluster clusters com \
    dashboard dashboards deployments hub hubs infrastructure io launches logs metrics \
    monitoring net network org page pages platform production requests server servers service \
    services site sites system systems traffic transactions website websites";

/// States in which nothing is of use, whatever its name.
const USELESS: &str = "attacked canceled cancelled compromised down exploited inaccessible offline \
    stolen suspended unable unavailable unreachable unresponsive unusable";
/// Words that hold for nothing in such a state: "not reachable".
const USEFUL: &str = "accessible available reachable responding responsive working";

/// Verbs of a state.
const BEING: &str = "are be became been being going got had has is remained rendered stayed was \
    were went";
/// Verbs that need a failure as their object.
const MEETING: &str = "encountered experienced faced found getting had received reported return \
    result results returned returning returns saw see seeing showed showing shows suffered threw";
/// Verbs that tell of a failure by themselves.
const FAILING: &str = "crashed died dropped fail failed failing fails froze hung lost missing \
    slowed stalled stole stopped unable";
/// Verbs for what something is caused to do when it fails.
const CAUSED_TO: &str = "be become break crash die drop error experience fail get go hang lose \
    restart return see time";
/// Verbs for what people, not services, fail to do.
const FORGOTTEN: &str = "account check include notice predict verify";

/// Those who deal with the failure, and what they use for it.
const WORKERS: &str = "alert alerts attempt attempts engineer engineers i investigation script \
    team we";
/// Words of a sentence about noticing the failure, its end or work on it, or about one more.
const ASIDE: &str = "additionally also back fix fixed further mitigated normal precaution recall \
    recovered resolved restored reverted rolled said solved stated";

/// Further down a summary goes into details.
const MOST: usize = 12;

/// The sentence that tells the harm best, the first of them if several do.
pub(super) fn harm<'a>(summary: &'a [Paragraph], title: Option<&str>) -> Option<&'a str> {
    best(summary, title, |_| true).or_else(|| {
        let mut named = told_in(summary).filter(|sentence| is_named(sentence));
        named.find(|sentence| worth(sentence, &[]).is_some())
    })
}

fn told_in(paragraphs: &[Paragraph]) -> impl Iterator<Item = &str> {
    paragraphs.iter().flat_map(|paragraph| {
        words::sentences(&paragraph.text).into_iter().map(|unit| paragraph.text[unit].trim())
    })
}

/// The one that tells best how it failed, not only that there was an outage.
pub(super) fn failing<'a>(summary: &'a [Paragraph], title: Option<&str>) -> Option<&'a str> {
    best(summary, title, |sentence| {
        words::words(sentence).count() < 60 && failures_told(sentence) > 0
    })
}

fn best<'a>(
    summary: &'a [Paragraph],
    title: Option<&str>,
    fits: impl Fn(&str) -> bool,
) -> Option<&'a str> {
    let named = title;
    let title = own_words(title.unwrap_or_default());
    told_in(summary)
        .take(MOST)
        .filter(|sentence| fits(sentence) && named != Some(*sentence))
        .filter_map(|sentence| Some((worth(sentence, &title)?, sentence)))
        .reduce(|best, next| if next.0 > best.0 { next } else { best })
        .map(|(_, sentence)| sentence)
}

/// The first sentence outside the summary that tells what people were kept from.
pub(super) fn harm_elsewhere<'a>(told: &'a [Paragraph], title: Option<&str>) -> Option<&'a str> {
    let title = own_words(title.unwrap_or_default());
    let people = |clause: &Clause| {
        let mut words = words::words(clause.text).take(4);
        clause.effect && words.any(|(word, _)| begins(PEOPLE, &word))
    };
    let mut told = told_in(told).filter(|sentence| {
        worth(sentence, &title).is_some_and(|worth| worth > 3)
            && clauses(sentence).iter().any(people)
    });
    told.next()
}

fn worth(sentence: &str, title: &[String]) -> Option<usize> {
    let whole = sentence.len() < LONGEST
        && !is_of_another(sentence)
        && sentence.split_whitespace().count() > 3
        && !is_timed(sentence)
        && !sentence.ends_with([':', '?'])
        && !sentence
            .trim_end_matches(['.', '!'])
            .ends_with(['-', '–', ';', ','])
        && section_roles::label_end(sentence).is_none()
        && stands(&super::bare(sentence))
        // These tell why.
        && !words::holds_any(sentence, &["centered around", "centred around", "In this case", "root cause"])
        && is_account(sentence)
        && (sentence.starts_with("This mean") || !is_supposed(main_part(sentence)))
        && !words::words(sentence).any(|(word, _)| is_one(ASIDE, &word));
    let told = clauses(sentence).into_iter().filter(|_| whole);
    let harm = told.filter_map(|clause| clause.weight(title)).max();
    harm.or_else(|| (whole && is_named(sentence)).then_some(4))
}

/// True for "The largest impact was that …".
fn is_named(sentence: &str) -> bool {
    let list: Vec<String> = words::words(sentence).take(12).map(|(word, _)| word).collect();
    let named = list.iter().take(4).position(|word| word == "impact");
    let is = |at: usize| list[at..].iter().any(|word| is_one("was is", word));
    named.is_some_and(is) && failures(sentence) > 0
}

/// True for a sentence that needs none before it to tell the harm: it may begin with "This caused"
/// or "This change".
fn stands(sentence: &str) -> bool {
    const LEADING: &str = "broke brought caused disrupted left led made meant prevented resulted";
    let mut list = words::words(sentence).map(|(word, _)| word);
    let (first, second) = (list.next(), list.next());
    let (first, second) = (first.unwrap_or_default(), second.unwrap_or_default());
    let adverb = second.ends_with("ly").then(|| list.next()).flatten();
    stands_alone(sentence)
        || has_its_noun(&first, &second)
        || is_one("this it", &first) && is_one(LEADING, &adverb.unwrap_or(second))
}

/// A clause, and true if it follows words such as "causing".
struct Clause<'a> {
    text: &'a str,
    effect: bool,
}

/// The clauses of a sentence, without those that tell when or why.
fn clauses(sentence: &str) -> Vec<Clause<'_>> {
    const EFFECTS: [&str; 11] = [
        " caused ", " causing ", " leading to ", " leading ", " led to ", " meant that ",
        " noticed that ", " prevented ", " preventing ", " resulted in ", " resulting in ",
    ];
    const OTHERS: [&str; 5] = ["; ", " but ", " that ", ", which ", ": "];
    let mut out = vec![Clause { text: main_part(sentence), effect: false }];
    let breaks = EFFECTS.iter().map(|words| (words, true));
    for (words, effect) in breaks.chain(OTHERS.iter().map(|words| (words, false))) {
        let divided = out.into_iter().flat_map(|clause| {
            let parts = clause.text.split(*words).enumerate();
            parts.map(move |(at, text)| Clause {
                text,
                effect: if at > 0 { effect } else { clause.effect },
            })
        });
        out = divided.collect();
    }
    out
}

/// A sentence without the clause that sets its scene ("When the pod was stopped, …") and without
/// its reason.
fn main_part(sentence: &str) -> &str {
    const SCENES: &str = "after although as because despite due if once since though when while";
    const REASONS: [&str; 6] = [" after ", " because ", " before ", " due ", " since ", " when "];
    let mut list = words::words(sentence).map(|(word, _)| word);
    let scene = list.next().is_some_and(|word| is_one(SCENES, &word));
    // "Since it was not culled, …" says nothing of what was not.
    let loose = list.next().is_some_and(|word| is_one("it they", &word));
    let told = match (scene, loose) {
        (true, true) => "",
        (true, false) => {
            let noticed = || sentence.find(" noticed that ");
            let from = sentence.find(", ").map(|at| at + 2).or_else(noticed);
            from.map_or("", |from| &sentence[from..])
        }
        _ => sentence,
    };
    let reason = REASONS.iter().filter_map(|words| told.find(words)).min();
    &told[..reason.unwrap_or(told.len())]
}

impl Clause<'_> {
    /// Its weight if something fails in it: people weigh most, then what the title names.
    fn weight(&self, title: &[String]) -> Option<usize> {
        let list: Vec<String> = words::words(self.text).map(|(word, _)| word).collect();
        let [first, second, ..] = list.as_slice() else {
            return None;
        };
        // "There were errors", "We experienced an outage" have their subject behind the verb.
        let there = first == "there" && is_one(BEING, second);
        let ours = first == "we" && is_one(MEETING, second);
        if there && list.get(2).is_some_and(|word| word == "no") || self.effect && first == "by" {
            return None;
        }
        let mut places = usize::from(!self.effect)..list.len();
        let useless = places.clone().find(|at| is_useless(&list, *at));
        let verb = useless
            .or_else(|| places.find(|at| self.fails(&list, *at)))
            .or_else(|| self.is_harm(&list).then_some(0))?;
        let subject = match (there || ours, self.effect) {
            (true, _) => &list[2..],
            (_, true) => &list[..],
            _ => &list[verb.saturating_sub(10)..verb],
        };
        // "The clerk whose key was stolen" tells how.
        if subject.iter().any(|word| word == "whose") {
            return None;
        }
        // "The self-service" is a service.
        let last = |word: &str| word.rsplit('-').next().unwrap_or_default().to_string();
        let has = |known: &str| subject.iter().any(|word| is_one(known, &last(word)));
        let people = subject.iter().any(|word| begins(PEOPLE, word));
        let own = shared(title, &subject.join(" ")) > 0;
        // "This meant that most deliveries would fail".
        let counted = self.effect && is_one("all every many most no several", first);
        let known = people || own || counted || has(SERVICES);
        let mut names = subject.iter();
        if has(WORKERS)
            || !known && useless.is_none()
            || names.all(|word| is_one("it that they this unfortunately", word))
        {
            return None;
        }
        let next = list.get(verb + 1).map_or("", String::as_str);
        let told_how = !is_one("affected impacted", next);
        Some(
            1 + 2 * usize::from(people && told_how)
                + usize::from(own)
                + usize::from(self.effect)
                + usize::from(known && useless.is_some()),
        )
    }

    /// True for an effect that is a failure by its noun, "errors in the app", or that is kept
    /// "from" something.
    fn is_harm(&self, list: &[String]) -> bool {
        let near: Vec<&str> = list.iter().take(5).map(String::as_str).collect();
        let mut pairs = list.windows(2).take(9);
        let kept = pairs.any(|pair| pair[0] == "from" && pair[1].ends_with("ing"));
        self.effect && (kept || failures(&near.join(" ")) > 0)
    }

    /// True if this word is the verb of a failure.
    fn fails(&self, list: &[String], at: usize) -> bool {
        let word = list[at].as_str();
        let next = |by: usize| list.get(at + by).map_or("", String::as_str);
        let after = |most: usize| list[at..(at + most).min(list.len())].join(" ");
        let denied = word.ends_with("n't")
            || word == "cannot"
            || is_one("can could", word) && next(1) == "no" && next(2) == "longer"
            || is_one("not never", next(1)) && !is_one("and or but", word);
        let before = &list[at.saturating_sub(2)..at];
        let not = |word: &String| is_one("not never no nobody", word) || word.ends_with("n't");
        let meets = is_one(BEING, word) || is_one(MEETING, word) && !before.iter().any(not);
        let harmed = || {
            let object = list[at + 1..].iter().take(8);
            let affected = object.clone().any(|word| begins("affected impacted", word));
            affected || failures(&object.map(String::as_str).collect::<Vec<_>>().join(" ")) > 0
        };
        let forgot = next(1) == "to" && is_one(FORGOTTEN, next(2));
        let caused = self.effect
            && (word == "to" && (is_one(CAUSED_TO, next(1)) || next(1) == "not")
                || is_one("not no", word) && failures(&after(9)) > 0);
        !forgot
            && (meets && harmed()
                || is_one(FAILING, word)
                || denied && failures(&after(5)) > 0
                || caused)
    }
}

/// True if this is the verb of a state in which nothing is of use.
fn is_useless(list: &[String], at: usize) -> bool {
    let word = list[at].as_str();
    let next = &list[at + 1..(at + 5).min(list.len())];
    let has = |known: &str| next.iter().any(|word| is_one(known, word));
    let state = is_one(BEING, word.trim_end_matches("n't"))
        && match word.ends_with("n't") || has("not") {
            true => has(USEFUL),
            false => has(USELESS) && !has("shut"),
        };
    let stopped = word == "stopped" && next.first().is_some_and(|word| word.ends_with("ing"));
    state || stopped || word == "stole"
}
