//! `blame`: a report must not blame people.

use crate::check::context::{Context, Sentence};
use crate::check::{Finding, Profile, Rule, RuleArea, sound};
use crate::diagnostic::Severity;
use crate::document::SectionRole;
use crate::words::blame::BLAME;

pub(super) const RULE: Rule = Rule {
    code: "blame",
    severity: Severity::Warning,
    part: RuleArea::Report,
    asks: "no blame of a person",
    why: "People who are blamed stop saying what happened. What let the mistake through (a \
        missing check, an unclear screen) can be fixed; the person cannot.",
    fails: sound::SUMMARY.with(&[("switched off", "switched off by a careless engineer")]),
    passes: sound::SUMMARY,
    profiles: &[Profile::Brief, Profile::Team],
    takes: &[],
    look,
};

/// Words for people in reports.
const PEOPLE: &[&str] = &[
    "engineer", "engineers", "developer", "developers", "intern", "interns", "admin", "admins",
    "administrator", "operator", "operators", "somebody", "someone", "technician", "technicians",
    "contractor", "contractors", "employee", "employees", "colleague", "dba", "student", "he",
    "she", "person", "sysadmin", "programmer", "programmers", "trainee", "manager",
];

/// Words for mistakes that are nobody's fault until their subject is a person.
const SLIPS: &[&str] = &[
    "forgot", "forgotten", "mistakenly", "neglected", "overlooked", "messed up", "screwed up",
    "made a mistake", "made an error", "failed to", "by mistake", "accidentally", "wrongly",
    "incorrectly",
];

/// Words that exonerate somebody, or are about blame in general.
const CLEARS: &[&str] = &[
    "range of", "kinds of", "such as", "can be caused by", "any system", "every system",
    "git blame", "nobody", "no one", "no-one", "no individual", "blameless*", "not to blame",
    "without blame", "no blame", "not blame", "don't blame", "rather than blame", "not the fault",
    "not at fault", "error message*", "not human error", "was not a human", "script", "job should",
    "system should", "alert should", "rather than", "prevent human", "avoid human", "reduce human",
    "potential human", "minimi*", "possibility of human", "risk of human", "chance of human",
    "chances of human", "eliminat*", "initially", "suspected", "ruled out", "not because of",
];

fn look(context: &Context) -> Vec<Finding> {
    context.sentences.iter().filter(|sentence| blames(sentence)).map(finding).collect()
}

fn blames(sentence: &Sentence) -> bool {
    // An action item against mistakes is not blame, nor is "5 % human error" in a heading.
    let wish = sentence.role == SectionRole::Measures
        && !sentence.says(&[
            "should have known", "careless*", "negligen*", "incompeten*", "his fault", "her fault",
            "fault of",
        ]);
    !wish
        && !sentence.says(CLEARS)
        && (sentence.says(BLAME) || slipped(sentence) || is_named(sentence))
}

/// "The engineer forgot …": a person makes the mistake, with nothing else in between.
fn slipped(sentence: &Sentence) -> bool {
    let words: Vec<&str> = (0..sentence.words.len()).map(|at| sentence.words.word(at)).collect();
    let is_person = |at: usize| PEOPLE.contains(&words[at]);
    let slip = |at: usize| {
        SLIPS.iter().any(|slip| sentence.words.found(slip).iter().any(|found| found.start == at))
    };
    (0..words.len())
        .filter(|at| is_person(*at))
        .any(|at| (at + 1..(at + 4).min(words.len())).any(slip))
}

/// "Caused by Peter, who …", "the fault of Marek", "Anna forgot".
fn is_named(sentence: &Sentence) -> bool {
    let words: Vec<&str> = sentence.text.split_whitespace().collect();
    let name = |word: &str| {
        word.starts_with(char::is_uppercase) && word.chars().all(|c| c.is_alphabetic() || c == ',')
    };
    let bare = |word: &str| word.trim_end_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    let caused = words.windows(4).any(|row| {
        bare(row[0]) == "caused"
            && row[1] == "by"
            && name(row[2])
            && row[2].ends_with(',')
            && row[3] == "who"
    });
    let fault =
        words.windows(3).any(|row| bare(row[0]) == "fault" && row[1] == "of" && name(row[2]));
    let forgot = words.windows(2).any(|row| {
        name(row[0]) && bare(row[1]) == "forgot" && !["We", "It", "They"].contains(&row[0])
    });
    caused || fault || forgot
}

fn finding(sentence: &Sentence) -> Finding {
    let hint = "say which check, screen or habit let it happen; that can be fixed, a person cannot";
    Finding::new(
        Some(sentence.span),
        "expected a cause in the system, found blame of a person",
        hint,
    )
}
