//! The rules for a good line, as far as they concern the slots that there are.

/// The rules for every report. A line `[cause]` begins what is told only where a slot stands behind
/// the explanation of the cause, `[no cause]` what is told elsewhere, `[end]` what is told
/// everywhere.
const RULES: &str = include_str!("rules.md");

/// What the rules depend on.
#[derive(Debug, Clone, Copy)]
pub(super) struct RuleScope {
    pub(super) cause: bool,
    pub(super) headings: bool,
    pub(super) dry: bool,
}

impl RuleScope {
    /// The rules, and what is off limits, as a chatbot is told them.
    pub(super) fn rules(self) -> String {
        let (mut out, mut told) = (String::new(), true);
        for line in RULES.lines() {
            let mark = line.strip_prefix('[').and_then(|mark| mark.strip_suffix(']'));
            match mark {
                Some("cause") => told = self.cause && !self.dry,
                Some("no cause") => told = !self.cause || self.dry,
                Some("headings") => told = self.headings,
                Some("dry") => told = self.dry,
                Some("not dry") => told = !self.dry,
                Some("end") => told = true,
                _ if told => out.extend([line, "\n"]),
                _ => {}
            }
        }
        out
    }
}
