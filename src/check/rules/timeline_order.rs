//! `timeline-order`: the entries must be in order, or every duration computed from them is wrong.

use crate::check::context::Context;
use crate::check::{Excerpt, Finding, Profile, Rule, RuleArea};
use crate::diagnostic::{Code, Severity};

pub(super) const RULE: Rule = Rule {
    code: "timeline-order",
    severity: Severity::Warning,
    part: RuleArea::Timeline,
    asks: "entries in the order of time",
    why: "A reader follows the clock. An entry that is earlier than the one above it is usually a \
        mix-up of AM and PM or a swapped line, and every length computed from it is wrong.",
    fails: Excerpt::new(
        "\
- 09:40 - The search cluster was restarted.
- 09:30 - The search cluster turned red and a monitor paged us.",
    ),
    passes: Excerpt::new(
        "\
- 09:30 - The search cluster turned red and a monitor paged us.
- 09:40 - The search cluster was restarted.",
    ),
    profiles: &[Profile::Brief, Profile::Team],
    takes: &[Code::ClockBackwards],
    look,
};

fn look(context: &Context) -> Vec<Finding> {
    context.doubted(Code::ClockBackwards).map(Finding::of_reader).collect()
}
