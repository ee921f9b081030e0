//! Measures that a report names more than once: in a list and again in a table, or in two lists.

use crate::incident::{Action, Status};
use crate::words;

/// A measure of fewer words is too short to be known again by most of them.
const LEAST: usize = 5;
/// So many in ten of all their words are in both.
const ALIKE: usize = 8;

/// Leaves the first of those that say the same, with all that any of them says of it.
/// Two rows of a table differ in another column.
pub(super) fn joined(all: Vec<Action>, is_row: impl Fn(&Action) -> bool) -> Vec<Action> {
    let mut out: Vec<(Vec<String>, Action)> = Vec::new();
    for action in all {
        let told = words_of(&action.task);
        let row = is_row(&action);
        let known =
            out.iter_mut().find(|(known, first)| alike(known, &told) && !(row && is_row(first)));
        match known {
            Some((_, first)) => take(first, action),
            None => out.push((told, action)),
        }
    }
    out.into_iter().map(|(_, action)| action).collect()
}

fn words_of(task: &str) -> Vec<String> {
    let empty = ["a", "an", "the", "to", "of", "for", "and", "in", "on", "we", "will"];
    let told = words::words(task).map(|(word, _)| word);
    told.filter(|word| !empty.contains(&word.as_str())).collect()
}

fn alike(one: &[String], other: &[String]) -> bool {
    if one == other {
        return !one.is_empty();
    }
    let all = |list: &[String], word: &String| list.contains(word);
    let both = one.iter().filter(|word| all(other, word)).count();
    let more = one.len().max(other.len());
    // A number, "version 2", tells two apart.
    let number = |word: &&String| word.bytes().any(|byte| byte.is_ascii_digit());
    let same = one.iter().filter(number).eq(other.iter().filter(number));
    // In the same order: "Move the bell to the tower" is not the way back.
    let order =
        one.iter().filter(|word| all(other, word)).eq(other.iter().filter(|word| all(one, word)));
    more >= LEAST && same && order && both * 10 >= more * ALIKE
}

/// Takes over what a repetition says beside the task.
fn take(first: &mut Action, again: Action) {
    first.owner = first.owner.take().or(again.owner);
    first.due = first.due.or(again.due);
    first.due_words = first.due_words.take().or(again.due_words);
    first.done_on = first.done_on.or(again.done_on);
    first.state = first.state.take().or(again.state);
    first.ticked = first.ticked.or(again.ticked);
    first.status_told |= again.status_told;
    if again.status == Status::Done {
        first.status = Status::Done;
    }
    if first.parts.is_empty() {
        first.parts = again.parts;
    }
}
