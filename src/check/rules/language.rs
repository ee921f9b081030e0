//! `language`: the report must be in English throughout.

use crate::check::context::Context;
use crate::check::{Excerpt, Finding, Profile, Rule, RuleArea, sound};
use crate::diagnostic::Severity;
use crate::document::{LineKind, Passage};
use crate::words::words;
use whatlang::{Lang, detect};

pub(super) const RULE: Rule = Rule {
    code: "language",
    severity: Severity::Warning,
    part: RuleArea::Report,
    asks: "English all through",
    why: "The report is for everybody who may meet the same fault. A section in another language \
        is read by some of them only.",
    fails: Excerpt::new(
        "Von 09:30 bis 11:00 Uhr UTC am 4. März 2025 war die Seite nicht erreichbar. Die \
        Besucher sahen nur eine \
            Fehlermeldung, und 40 % aller Anfragen schlugen fehl. Die Ursache war ein voller \
            Datenträger, weil eine \
            nächtliche Aufgabe für eine Migration abgeschaltet und danach von niemandem wieder \
            eingeschaltet worden \
            war.",
    ),
    passes: sound::SUMMARY,
    profiles: &[Profile::Brief],
    takes: &[],
    look,
};

/// A text of fewer words may be a list of names.
const LEAST: usize = 25;

/// Words that hardly any other language has.
const ENGLISH: &[&str] = &["and", "of", "that", "the", "were", "which", "with"];

/// The language of a passage, when it is surely another than English.
fn foreign(passage: &Passage) -> Option<Lang> {
    let words: Vec<String> = words(&passage.text)
        .map(|(word, _)| word)
        .filter(|word| word.chars().all(char::is_alphabetic))
        .collect();
    let english = words.iter().filter(|word| ENGLISH.contains(&word.as_str()));
    // One word in ten settles it, without a look at every three letters.
    if words.len() < LEAST || english.count() * 10 >= words.len() {
        return None;
    }
    let found = detect(&words.join(" "))?;
    (found.is_reliable() && found.lang() != Lang::Eng).then(|| found.lang())
}

fn look(context: &Context) -> Vec<Finding> {
    let finding = |passage: &Passage| {
        let language = foreign(passage)?;
        Some(Finding::new(
            Some(passage.span),
            format!("expected English, found {}", language.eng_name()),
            "write it in English, or keep the other language in a file of its own",
        ))
    };
    let told = context.passages().iter();
    told.filter(|passage| passage.form != LineKind::FrontMatter)
        .find_map(finding)
        .into_iter()
        .collect()
}
