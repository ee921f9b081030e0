//! The paragraphs in which a cause may stand: neither the points of a list of guesses nor what went
//! well.

use super::super::failing::is_supposed;
use crate::document::line::{DocumentLine, LineKind};
use crate::document::paragraph::{self, Paragraph};
use crate::document::section_roles;
use crate::document::sections::Section;
use crate::words;

/// The paragraphs of a section that tell what happened.
pub(super) fn told(lines: &[DocumentLine], section: &Section) -> Vec<Paragraph> {
    let named = |head: usize| section_roles::tells_success(&lines[head].text);
    // The level of the heading above what went well, and the depth of the lead above some guesses.
    let mut well = section.head.filter(|head| named(*head)).map(|_| 0);
    let mut guessed: Option<usize> = None;
    let mut out = Vec::new();
    for paragraph in paragraph::of(lines, section) {
        let line = &lines[paragraph.first()];
        if let LineKind::Heading(level) = line.form {
            well = well.filter(|above| level > *above);
            if well.is_none() && section_roles::tells_success(&line.text) {
                well = Some(level);
            }
        }
        if well.is_some() || guessed.is_some_and(|depth| line.is_item() && line.depth >= depth) {
            continue;
        }
        if is_furniture(&paragraph.text) {
            continue;
        }
        guessed = leads_to_guesses(&paragraph.text).then_some(match line.is_item() {
            true => line.depth + 1,
            false => 0,
        });
        out.push(paragraph);
    }
    out
}

/// True for "Date: 4 May", which is about the report, however its section is called.
fn is_furniture(text: &str) -> bool {
    const LABELS: [&str; 8] =
        ["author", "authors", "date", "dates", "owner", "severity", "status", "version"];
    section_roles::label_end(text).is_some_and(|end| {
        let name = section_roles::words_of(&text[..end]);
        LABELS.contains(&name.as_str())
    })
}

/// True for "The fuse either:" and "Possible causes:".
fn leads_to_guesses(text: &str) -> bool {
    const GUESSES: [&str; 8] = [
        "either", "candidates", "hypotheses", "hypothesis", "possible", "potential", "suspects",
        "theories",
    ];
    let last = words::sentences(text).pop().map(|last| &text[last]);
    last.filter(|last| last.trim_end().ends_with(':')).is_some_and(|last| {
        let mut words = words::words(last).map(|(word, _)| word);
        is_supposed(last) || words.any(|word| GUESSES.contains(&word.as_str()))
    })
}
