//! The rules, one a file, in the order of the score card.

mod timeline_order;
mod word_count;

use super::rule::Rule;

/// All rules, in the order of the score card.
pub static RULES: &[Rule] = &[timeline_order::RULE, word_count::RULE];
