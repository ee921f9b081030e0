//! The purpose of a measure.

use crate::document::section_roles::label_end;
use crate::incident::Category;
use crate::words::verbs::is_verb;
use crate::words::{self, begins_with_any};

/// The purpose of a task: its verb and what that acts on count most, its name before a colon as
/// much. A single word further back decides nothing, and so does what stands in brackets.
pub(crate) fn category(text: &str) -> Category {
    // "Raise the limit; document why" is not for learning.
    let text = text.split("; ").next().unwrap_or(text);
    let text = behind_ticket(aims_cut(&without_brackets(text)));
    let name = label_end(&text).unwrap_or(0);
    let weighed: Vec<(String, i32)> = heavy_words(&text[..name])
        .chain(weighed_words(&text[name..]))
        .collect();
    let words: Vec<String> = weighed.iter().map(|(word, _)| word.clone()).collect();
    let score = |stems: &[&str]| {
        weighed
            .iter()
            .filter(|(word, _)| begins_with_any(word, stems))
            .map(|(_, weight)| weight)
            .sum::<i32>()
    };
    let exactly = |wanted: &[&str]| {
        weighed
            .iter()
            .filter(|(word, _)| wanted.contains(&word.as_str()))
            .map(|(_, weight)| weight)
            .sum::<i32>()
    };
    // "Page the team", but "the web page"; "share what we learned", but "a shared disk".
    let first = |verb: &str| i32::from(words.first().is_some_and(|word| word == verb)) * 3;
    let pair = |found: fn(&[String]) -> bool| i32::from(words.windows(2).any(found));
    // A status page is for others; the status of a service is looked at for all kinds of ends.
    let tells_others = 4 * pair(|two| two[0] == "status" && two[1].starts_with(['p', 'u']));
    let rolls_back = 3 * pair(|two| two[0].starts_with("roll") && two[1] == "back");
    let shows_errors = 3 * pair(|two| {
        two[0].starts_with("error")
            && ["display", "logging"]
                .iter()
                .any(|stem| two[1].starts_with(stem))
    });
    let writes = ["add", "create", "update", "write"];
    let wiki = words
        .first()
        .is_some_and(|word| writes.contains(&word.as_str()));
    let sets = exactly(&[
        "timeout", "timeouts", "limit", "limits", "threshold", "thresholds",
    ]);
    let looks_back = first("review")
        * i32::from(
            words
                .iter()
                .take(4)
                .any(|word| word.starts_with("incident")),
        );
    let scores = [
        (
            Category::Detect,
            first("page")
                + shows_errors
                + hears(&words)
                + exactly(&["metric", "metrics"])
                + if sets == 0 { score(&["probe"]) } else { 0 }
                + score(&[
                    "monitor", "alert", "alarm", "dashboard", "observab", "detect", "logging",
                    "health", "synthetic", "uptime", "pager", "paging",
                ]),
        ),
        (
            Category::Respond,
            tells_others
                + rolls_back
                + exactly(&["respond", "response", "responses", "responders"])
                + score(&[
                    "runbook", "playbook", "escalat", "on-call", "oncall", "rollback", "failover",
                    "backup", "recover", "restore", "communicat", "disaster", "standby", "contact",
                ]),
        ),
        (
            Category::Learn,
            first("share")
                + looks_back
                + i32::from(wiki) * exactly(&["wiki"])
                + score(&[
                    "train", "document", "educat", "workshop", "postmortem", "post-mortem",
                    "post-incident", "lesson", "knowledge", "awareness", "teach", "onboard",
                    "drill", "guide", "guidance",
                ]),
        ),
        (
            Category::Prevent,
            // What a spare takes over is no outage.
            score(&[
                "checklist", "pre-deploy", "predeploy", "redundan", "renew", "test",
            ])
            .max(2),
        ),
    ];
    // Of equals the first stands.
    let best = scores.iter().rev().max_by_key(|(_, score)| *score);
    let to_prevent = words
        .windows(2)
        .any(|pair| pair[0] == "to" && pair[1] == "prevent");
    match best.map(|(category, _)| *category) {
        Some(Category::Respond) if adds_spare(&words) => Category::Prevent,
        // The author says so; an alert prevents nothing for all that.
        Some(Category::Respond) if to_prevent => Category::Prevent,
        best => best.unwrap_or(Category::Prevent),
    }
}

/// Beginnings of words that speak for a purpose, be it the one or another. Far more than those that
/// decide: a word too many here only keeps a picture quiet.
const TELLS: [(Category, &str); 4] = [
    (
        Category::Prevent,
        "avoid backup block enforc fix harden limit optimi patch prevent redundan refactor reject remov \
         renew repair replac requir sanit secur test upgrad valid",
    ),
    (
        Category::Detect,
        "alarm alert anomal audit dashboard detect health log metric monitor notif observ page \
         paging probe report synthetic track trac uptime visib warn watch",
    ),
    (
        Category::Respond,
        "aris automat backup communicat contact customer disabl disaster emergenc escalat failover \
         fast handl incident inform manual mitigat on-call oncall plan playbook procedur quick \
         recover resol respon restart restor revert roll runbook stakeholder standby status \
         switch troubleshoot",
    ),
    (
        Category::Learn,
        "aware discuss document drill educat guid knowledge learn lesson meeting onboard \
         post-incident post-mortem postmortem share teach train wiki workshop",
    ),
];

/// True if no word of a task speaks for another purpose than this one, and a word does for this one
/// or a name above it.
pub(crate) fn is_certain(text: &str, category: Category, named: bool) -> bool {
    let words: Vec<String> = words::words(text).map(|(word, _)| word).collect();
    let mut told = TELLS
        .iter()
        .filter(|(_, stems)| {
            let stems: Vec<&str> = stems.split_whitespace().collect();
            words.iter().any(|word| begins_with_any(word, &stems))
        })
        .map(|(told, _)| *told)
        .peekable();
    (named || told.peek().is_some()) && told.all(|told| told == category)
}

/// A text without what stands in round brackets.
fn without_brackets(text: &str) -> String {
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
    let at = links
        .iter()
        .find_map(|link| text.find(link).map(|at| at + link.len()));
    at.map_or(text.clone(), |at| text[at..].to_string())
}

fn heavy_words(text: &str) -> impl Iterator<Item = (String, i32)> {
    words::words(text).map(|(word, _)| (word, 3))
}

/// Words that end what a verb acts on, unless that is one of these general things: "a plan for the
/// recovery" is one for responding.
const ENDS: &str = "about across after against as at because before by during for from if in into \
    of on that to until via when where which while with";
const GENERAL: &str = "approach channel channels form frequency guidelines kind mechanism \
    mechanisms number plan plans policy procedure procedures process processes script scripts set \
    strategy system systems threshold thresholds tool tools way";
/// They end nothing right behind a verb: "come up with", "work on".
const PARTICLES: &str = "at from in into of on with";

/// The words of a task: those up to the end of what its verb acts on weigh more, and so does what
/// "has been" done.
fn weighed_words(text: &str) -> impl Iterator<Item = (String, i32)> {
    let among = |list: &str, word: &str| list.split(' ').any(|known| known == word);
    let (mut heavy, mut adds, mut above, mut at) = (true, false, String::new(), 0);
    words::words(text).map(move |(word, _)| {
        // "We will also add …" begins with its verb.
        if at == 0
            && among(
                "also finally i must please should the then to we will",
                &word,
            )
        {
            return (word, 1);
        }
        adds |= at == 0 && word == "add";
        let open = at == 0
            || among(GENERAL, &above)
            || among(ENDS, &above)
            || is_verb(&above)
            || at <= 2 && among(PARTICLES, &word);
        // "Add a line for each job to the dashboard" is about the dashboard.
        heavy = heavy && (open || !among(ENDS, &word)) || adds && word == "to";
        let made = among("are be been gets is was were", &above);
        let weight = match at {
            0 if !is_verb(&word) => 4,
            _ if heavy || made => 3,
            _ => 1,
        };
        (above, at) = (word.clone(), at + 1);
        (word, weight)
    })
}

/// Three if somebody hears of a fault: "notify the team when it fails", "an e-mail if it is down".
fn hears(words: &[String]) -> i32 {
    let begins = |stems: &str| {
        words
            .iter()
            .any(|word| stems.split(' ').any(|stem| word.starts_with(stem)))
    };
    let fault = begins("fail error down outage incident issue problem crash anomal exceed");
    let ours = begins("team engineer admin alert channel on-call oncall");
    let told = begins("notif") && (fault || ours) || begins("email e-mail sms") && fault;
    3 * i32::from(told && !begins("customer user client stakeholder response"))
}

/// True for a machine that is put beside the one that failed: with it the outage would not have
/// been one.
fn adds_spare(words: &[String]) -> bool {
    const ADDS: [&str; 9] = [
        "add", "build", "create", "deploy", "install", "introduce", "provision", "set", "setup",
    ];
    const SPARES: [&str; 4] = ["standby", "replica", "replicas", "secondary"];
    const SECOND: [&str; 4] = ["second", "another", "additional", "spare"];
    // "Add a runbook for the standby", "add a standby to the rota".
    const OTHER: [&str; 8] = [
        "about", "for", "of", "on-call", "oncall", "rota", "runbook", "when",
    ];
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
