//! The words of a place in a report that a line of humour can play on, and the places that are no
//! matter for one.

use crate::time::leading::is_pictogram;
use crate::words::matching::Words;
use crate::words::sentences;

/// The words of a place: a line can play only on those that are still in the ear, but any of them
/// can forbid it.
#[derive(Debug, Clone, Default)]
pub(super) struct Heard {
    pub(super) last: Words,
    pub(super) all: Words,
}

/// A text of so many bytes is heard as a whole.
const IN_ONE_BREATH: usize = 220;

impl Heard {
    pub(super) fn whole(text: &str) -> Heard {
        Heard { last: Words::of(text), all: Words::of(text) }
    }

    /// Of a long text what it begins and ends with.
    pub(super) fn of(text: &str) -> Heard {
        let sentences = sentences(text);
        match (sentences.first(), sentences.last()) {
            (Some(first), Some(last)) if text.len() > IN_ONE_BREATH && sentences.len() > 2 => {
                let heard = format!("{} {}", &text[first.clone()], &text[last.clone()]);
                Heard { last: Words::of(&heard), ..Heard::whole(text) }
            }
            _ => Heard::whole(text),
        }
    }
}

/// An apology is left alone, and so are what people lost and those who have just begun.
pub(super) fn is_serious(text: &str) -> bool {
    Words::of(text).hold_one(SERIOUS)
}

const SERIOUS: &[&str] = &[
    "apolog*", "sorry", "regret*", "refund*", "compensat*", "condolence*", "our thoughts",
    "junior*", "intern", "interns", "trainee*", "apprentice*", "new hire*",
];

/// A sign that is drawn as a picture; arrows and numbers in circles are not.
pub(super) fn is_emoji(c: char) -> bool {
    is_pictogram(c) && !matches!(c as u32, 0x2190..=0x21FF | 0x2460..=0x24FF | 0x200D | 0xFE0F)
}

/// A question among the measures is none yet.
pub(super) fn is_question(text: &str) -> bool {
    text.contains("? ") || text.ends_with('?')
}
