//! Words that the author struck out: `~~Ask the vendor~~`.

use crate::incident::{Action, Status};

const STRIKE: &str = "~~";

/// Takes out of a measure what is struck out. False if nothing is left: it was dropped, unless a
/// tick says that it was done.
pub(super) fn leaves(action: &mut Action) -> bool {
    if !action.text.contains(STRIKE) {
        return true;
    }
    let left = without(&action.task).trim().to_string();
    if left.contains(char::is_alphanumeric) {
        action.text = without(&action.text).trim().to_string();
        action.task = left;
    } else if action.ticked == Some(true) && action.status == Status::Done {
        action.text = action.text.replace(STRIKE, "");
        action.task = action.task.replace(STRIKE, "");
    } else {
        return false;
    }
    let leads = |lead: &String| action.task.starts_with(lead.as_str());
    action.lead = action.lead.take().filter(leads);
    action.parts.retain(|part| without(&part.text).contains(char::is_alphanumeric));
    true
}

/// A text without what stands between two strikes; one that nothing ends strikes nothing out.
fn without(text: &str) -> String {
    let pieces: Vec<&str> = text.split(STRIKE).collect();
    if pieces.len().is_multiple_of(2) {
        return text.to_string();
    }
    pieces.into_iter().step_by(2).fold(String::new(), |left, piece| {
        let piece = match left.is_empty() || left.ends_with(' ') {
            true => piece.trim_start(),
            false => piece,
        };
        left + piece
    })
}
