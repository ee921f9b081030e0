//! The action items on lines of their own, which can be ticked off.

use crate::check::context::Context;
use crate::document::LineKind;
use crate::incident::Action;
use crate::source::Span;

/// The tasks in a list or a table; if there is neither, those with a line to themselves.
pub(crate) fn tasks<'a>(context: &'a Context) -> Vec<&'a Action> {
    let none = |action: &&Action| {
        action.text.split_whitespace().count() <= 4
            && action.text.to_lowercase().starts_with("none")
    };
    let tasks = || {
        context
            .incident
            .actions
            .iter()
            .filter(|action| !action.broad)
            .filter(move |action| !none(action))
    };
    let listed: Vec<&Action> = tasks().filter(|action| is_listed(context, action)).collect();
    if listed.is_empty() {
        tasks().filter(|action| has_its_line(context, action)).collect()
    } else {
        listed
    }
}

fn is_listed(context: &Context, action: &Action) -> bool {
    let at = action.span.start;
    let passage =
        context.passages().iter().find(|passage| passage.span.start <= at && at < passage.span.end);
    passage.is_some_and(|passage| {
        matches!(passage.form, LineKind::Item { .. } | LineKind::Row | LineKind::Heading(_))
    })
}

/// True if an action item has its line to itself, apart from a marker.
fn has_its_line(context: &Context, action: &Action) -> bool {
    let line = context.source.line(context.source.line_of(action.span.start));
    let before = context.source.slice(Span::new(line.start, action.span.start));
    let after = context.source.slice(Span::new(action.span.end.min(line.end), line.end));
    let marker =
        |c: char| c.is_whitespace() || "-*+•–—|#>[]().:_<>/".contains(c) || c.is_ascii_digit();
    let bare = before.replace("<li>", "").replace("<br>", "");
    (bare.chars().all(marker) || bare.trim_end().ends_with(':'))
        && !after.contains(char::is_alphanumeric)
}
