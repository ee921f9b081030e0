//! The rules, one per file, in the order of the score card.

mod action_due;
mod action_owner;
mod blame;
mod cause_detail;
mod cause_mismatch;
mod duration_mismatch;
mod fix_detail;
mod language;
mod leftover;
mod measures_improvements;
mod measures_tasks;
mod measures_vague;
mod percent_mismatch;
mod section_missing;
mod summary_duration;
mod summary_impact;
mod summary_percent;
mod summary_root_cause;
mod summary_severity;
mod summary_timezone;
mod timeline_actions;
mod timeline_after_end;
mod timeline_detected;
mod timeline_escalated;
mod timeline_format;
mod timeline_how_detected;
mod timeline_length;
mod timeline_misleading;
mod timeline_order;
mod timeline_resolved;
mod timeline_zone;
mod word_count;
use super::rule::Rule;

/// All rules, in the order of the score card.
pub static RULES: &[Rule] = &[
    section_missing::RULE,
    summary_duration::RULE,
    summary_timezone::RULE,
    summary_impact::RULE,
    summary_percent::RULE,
    summary_root_cause::RULE,
    summary_severity::RULE,
    timeline_format::RULE,
    timeline_length::RULE,
    timeline_detected::RULE,
    timeline_how_detected::RULE,
    timeline_actions::RULE,
    timeline_misleading::RULE,
    timeline_escalated::RULE,
    timeline_resolved::RULE,
    timeline_order::RULE,
    timeline_after_end::RULE,
    timeline_zone::RULE,
    cause_detail::RULE,
    fix_detail::RULE,
    measures_improvements::RULE,
    measures_tasks::RULE,
    measures_vague::RULE,
    action_owner::RULE,
    action_due::RULE,
    word_count::RULE,
    duration_mismatch::RULE,
    percent_mismatch::RULE,
    cause_mismatch::RULE,
    blame::RULE,
    leftover::RULE,
    language::RULE,
];
