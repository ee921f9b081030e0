//! The purpose of a measure.

use super::changing::{adds_spare, changes, is_careful, resizes};
use super::done::is_past;
use crate::document::section_roles::label_end;
use crate::incident::Category;
use crate::words::verbs::is_verb;
use crate::words::{self, holds_any};

/// The purpose of a task, where that is sure: its name before a colon, or its verb and what that
/// acts on, say it, and no two of them say different things. A word further back decides nothing,
/// and so does what stands in brackets.
///
/// A task is sure to prevent when it changes a thing and no word in all of it hints at anything
/// else; what only looks into a matter is for nothing.
pub(crate) fn category(text: &str) -> Option<Category> {
    let text = first_order(text);
    let (name, told) = name_and_order(text);
    if adds_spare(&told) {
        return Some(Category::Prevent);
    }
    // "Raise the limit: change and monitor it" is what its name says.
    if resizes(&name) && !hints(&name.join(" ")) {
        return Some(Category::Prevent);
    }
    let scores = scores(text, &name, &told);
    let most = scores.iter().map(|(_, score)| *score).max().unwrap_or(0);
    let mut best = scores.iter().filter(|(_, score)| *score == most);
    let (first, second) = (best.next(), best.next());
    let prevents = || {
        let changes = changes(&told) || changes(&name) || is_careful(&told);
        (changes && !hints(text)).then_some(Category::Prevent)
    };
    match (first.map(|(first, _)| *first), second) {
        _ if most == 0 => prevents(),
        (_, Some(_)) | (None, _) => None,
        (Some(Category::Prevent), _) => prevents(),
        // The author says so; an alert prevents nothing for all that.
        (Some(Category::Respond), _) if holds_any(text, &["to prevent", "to avoid"]) => {
            Some(Category::Prevent)
        }
        (found, _) => {
            let ordered = is_verb_first(&told) || is_verb_first(&name);
            let twofold = name.is_empty() && is_twofold(&told);
            found.filter(|_| (ordered || !states(&told)) && !twofold)
        }
    }
}

/// The purpose that most speaks for, for those who must have one; what names none is to prevent.
pub(super) fn leaning(text: &str) -> Category {
    let text = first_order(text);
    let (name, told) = name_and_order(text);
    let scores = scores(text, &name, &told);
    // Of equals the first stands.
    let best = scores.iter().rev().max_by_key(|(_, score)| *score);
    let (category, score) = best.copied().unwrap_or((Category::Prevent, 0));
    if score > 0 { category } else { Category::Prevent }
}

/// "Raise the limit; document why" is not for learning.
fn first_order(text: &str) -> &str {
    text.split("; ").next().unwrap_or(text)
}

/// The words of a task's name, and those that tell it.
fn name_and_order(text: &str) -> (Vec<String>, Vec<String>) {
    let task = behind_ticket(aims_cut(&without_brackets(text)));
    let (name, told) = parted(&task);
    (all_words(name), behind_leads(all_words(told)))
}

/// A score for each purpose, from the name of a task, its verb and what that acts on.
fn scores(text: &str, name: &[String], told: &[String]) -> [(Category, usize); 4] {
    let core = core(told);
    let sayings: Vec<String> = name.iter().chain(&core).cloned().collect();
    let responds = responds(&sayings);
    [
        (Category::Detect, detects(&sayings, &all_words(text))),
        (Category::Respond, responds),
        (Category::Learn, learns(&sayings, responds > 0)),
        (Category::Prevent, tests(&sayings, responds > 0)),
    ]
}

/// A text without what stands in round brackets.
pub(super) fn without_brackets(text: &str) -> String {
    let (mut out, mut depth) = (String::with_capacity(text.len()), 0usize);
    for c in text.chars() {
        match c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ if depth == 0 => out.push(c),
            _ => {}
        }
    }
    out
}

/// A text up to what it is to bring about: "… so that faults are detected".
fn aims_cut(text: &str) -> String {
    let aims = [" so that ", " to ensure ", " to make sure ", " ensuring "];
    let at = aims.iter().filter_map(|aim| text.find(aim)).min();
    at.map_or(text, |at| &text[..at]).to_string()
}

/// The task that a ticket is for: "Create a ticket to add an alert" is to add one.
fn behind_ticket(text: String) -> String {
    let links = [" ticket to ", " ticket for ", " issue to "];
    let at = links.iter().find_map(|link| text.find(link).map(|at| at + link.len()));
    at.map_or(text.clone(), |at| text[at..].to_string())
}

/// The name of a task, "Name: …" or "Name. …", and the sentence that tells it.
fn parted(task: &str) -> (&str, &str) {
    let (name, told) = match label_end(task) {
        Some(end) => (&task[..end], &task[end + 1..]),
        None => ("", task),
    };
    let mut sentences = words::sentences(told).into_iter();
    let first = sentences.next().map_or("", |first| &told[first]);
    match sentences.next() {
        Some(next) if name.is_empty() && all_words(first).len() <= 3 => (first, &told[next]),
        _ => (name, first),
    }
}

fn all_words(text: &str) -> Vec<String> {
    words::words(text).map(|(word, _)| word).collect()
}

pub(super) fn among(list: &str, word: &str) -> bool {
    list.split_whitespace().any(|known| known == word)
}

/// Words before the verb of a task.
const LEADS: &str = "additionally also always and finally furthermore i lastly must need \
    periodically please proactively regularly should systematically team the then to we will";

/// "Add an alert" of "We will also add an alert".
fn behind_leads(mut words: Vec<String>) -> Vec<String> {
    let lead = |word: &String| among(LEADS, word) || word.chars().all(|c| c.is_ascii_digit());
    let leads = words.iter().take_while(|word| lead(word)).count();
    words.drain(..leads);
    words
}

/// Words that end what a verb acts on, unless that is one of these general things: "a plan for the
/// recovery" is one for responding.
const ENDS: &str = "about across after against as at because before by during for from if in into \
    of on that to until via when where which while with";
const GENERAL: &str = "approach channel channels form frequency kind mechanism \
    mechanisms number plan plans policy procedure procedures process processes script scripts set \
    strategy system systems threshold thresholds tool tools way";
/// They end nothing right behind a verb: "come up with", "work on".
const PARTICLES: &str = "at from in into of on with";

/// The words of a task up to the end of what its verb acts on, and what "has been" done.
fn core(words: &[String]) -> Vec<String> {
    let (mut open, mut out) = (true, Vec::new());
    for (at, word) in words.iter().enumerate() {
        let above = at.checked_sub(1).map_or("", |above| &words[above]);
        let goes_on = at == 0
            || among(GENERAL, above)
            || is_verb(above)
            || at <= 2 && among(PARTICLES, word) && (word != "from" || at == 1)
            // "Add a line for each job to the dashboard" is about the dashboard.
            || word == "to" && words[0] == "add";
        let ends = !goes_on && among(ENDS, word);
        open = open && !ends || word == "to" && words[0] == "add";
        if open || among("are be been gets is was were", above) {
            out.push(word.clone());
        }
    }
    out
}

/// Verbs that say of their subject how it is.
const FINITE: &str = "affected are can could did does had has have is may might must need needs \
    should was were will would";

/// True if a sentence says how something is, before any clause in it.
fn states(words: &[String]) -> bool {
    let clause = |word: &&String| !among("if that when where which who", word);
    words.iter().take_while(clause).any(|word| among(FINITE, word))
}

fn is_verb_first(words: &[String]) -> bool {
    words.first().is_some_and(|first| is_form(first, is_verb)) || done_to(words).is_some()
}

/// True if a word is one of these verbs, or a form of one: "adding", "added".
pub(super) fn is_form(word: &str, is: impl Fn(&str) -> bool) -> bool {
    let stems = ["ing", "ed", "d"].map(|end| word.strip_suffix(end));
    let doubled = |stem: &str| stem.len() > 3 && stem.get(..stem.len() - 1).is_some_and(&is);
    is(word)
        || stems.iter().flatten().any(|stem| is(stem) || is(&format!("{stem}e")) || doubled(stem))
}

/// The verb for what is to be done to a thing: "fixed" of "The bell should be fixed".
pub(super) fn done_to(words: &[String]) -> Option<&String> {
    let passive = |pair: &&[String]| among("be been was were", &pair[0]) && is_past(&pair[1]);
    words.windows(2).take(10).find(passive).map(|pair| &pair[1])
}

pub(super) fn count(words: &[String], stems: &str) -> usize {
    let begins = |word: &&String| stems.split_whitespace().any(|stem| word.starts_with(stem));
    words.iter().filter(begins).count()
}

fn pairs(words: &[String], first: &str, second: &str) -> usize {
    let found = |pair: &&[String]| {
        pair[0].starts_with(first) && second.split(' ').any(|word| pair[1].starts_with(word))
    };
    words.windows(2).filter(found).count()
}

const DETECTS: &str = "alarm alert dashboard detect monitor observab pager paging synthetic \
    uptime";
const RESPONDS: &str = "backup disaster drill escalat failover on-call oncall playbook recover \
    restor rollback runbook standby";
const LEARNS: &str = "awareness educat knowledge lesson onboard post-incident post-mortem \
    postmortem retrospective teach train workshop";
const TESTS: &str = "checklist pre-deploy predeploy redundan renewal test";
/// Those who are told of an outage, and detect nothing by that.
const OTHERS: &str = "client customer stakeholder user";

fn detects(words: &[String], all: &[String]) -> usize {
    let first = |verb: &str| usize::from(words.first().is_some_and(|word| word == verb));
    // A machine that is restarted for its health is a response as well.
    if all.iter().any(|word| word == "restart") || first("alert") > 0 && count(words, OTHERS) > 0 {
        return 0;
    }
    let exactly = |list: &str| words.iter().filter(|word| among(list, word)).count();
    let sets = exactly("timeout timeouts limit limits threshold thresholds");
    let probes = match sets {
        0 => count(words, "health probe"),
        _ => 0,
    };
    let told = count(words, "notif email e-mail sms") > 0;
    // A detective's hat detects nothing.
    let jokes = count(words, "detective");
    let hears = told && count(all, "fail error down outage crash anomal exceed") > 0;
    count(words, DETECTS) - jokes
        + first("monitor")
        + exactly("metric metrics")
        + probes
        + first("page")
        + pairs(words, "error", "display logging")
        + usize::from(hears && count(all, OTHERS) + count(words, "response") == 0)
}

fn responds(words: &[String]) -> usize {
    // A machine that takes over may spare an outage rather than shorten it.
    let machine = |three: &[String]| {
        let taking_over = count(&three[..1], "backup failover standby") > 0;
        taking_over && count(&three[1..], "cluster instance node server") > 0
    };
    if words.windows(3).any(machine) {
        return 0;
    }
    let planned = count(words, "drill incident plan polic procedure process protocol team") > 0;
    let exactly = |list: &str| words.iter().filter(|word| among(list, word)).count();
    count(words, RESPONDS)
        + exactly("responders")
        + if planned { exactly("respond response") } else { 0 }
        + pairs(words, "status", "communication message notification page update")
        + pairs(words, "roll", "back")
}

/// To test how to respond is to respond.
fn tests(words: &[String], responds: bool) -> usize {
    let first = words.first().is_some_and(|first| first == "test");
    count(words, TESTS).saturating_sub(usize::from(responds && first))
}

/// True if a first thing is to be done that says nothing of the kind that the second says: "Replace
/// the bulb and write a runbook".
fn is_twofold(told: &[String]) -> bool {
    let second = |pair: &[String]| pair[0] == "and" && is_verb(&pair[1]);
    let at = told.windows(2).skip(3).position(second).map(|at| at + 3);
    at.is_some_and(|at| {
        let first = core(&told[..at]);
        let responds = responds(&first);
        detects(&first, &first) + responds + learns(&first, responds > 0) == 0
    })
}

/// To write down how to respond is to respond.
fn learns(words: &[String], responds: bool) -> usize {
    let writes = words.first().is_some_and(|word| among("add create update write", word));
    let how = responds && count(words, "escalat plan playbook procedure process runbook") > 0;
    let documents = if how { "" } else { "document" };
    let first = |verb: &str| words.first().is_some_and(|word| word == verb);
    let near = &words[..words.len().min(4)];
    let looks_back = first("review") && count(near, "incident") > 0 && count(near, "respon") == 0;
    let exactly = |list: &str| words.iter().filter(|word| among(list, word)).count();
    count(words, LEARNS)
        + count(words, documents)
        + exactly("guide guides guidance")
        + if writes { exactly("wiki") } else { 0 }
        + pairs(words, "incident", "report review")
        + usize::from(first("share") || looks_back)
        + usize::from(first("document") && !how || first("train"))
}

/// Words with which a task may be for more than to prevent.
const HINTS: &str = "backlog debug diagnos insight investigat quickly sooner statistic troubleshoot \
    alarm alert aware backup communicat contact customer dashboard detect disaster \
    discuss document drill e-mail educat email emergency escalat failover guid health inform \
    knowledg learn lesson logging meeting message metric monitor notic notif observ on-call onboard \
    oncall pager paging playbook post-mortem postmortem probe recover report respon restart restor \
    retrospect revert rollback runbook share skill spot stakeholder standby status synthetic teach \
    trac train uptime visib warn watch wiki workshop";
const HINTING: &str = "check checks eye faster tooling faq sms tell";

/// True if a word of a task hints at more than preventing.
pub(super) fn hints(text: &str) -> bool {
    let all = &all_words(text);
    // "… to prevent such incidents" is what all is for.
    let again = holds_any(text, &["prevent", "avoid"]);
    count(all, HINTS) > 0
        || all.iter().any(|word| among(HINTING, word))
        || !again && count(all, "incident outage downtime") > 0
}
