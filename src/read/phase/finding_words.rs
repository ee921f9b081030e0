//! The words of supposing, finding and naming the cause.

/// Words of a finding that calls itself one of several.
pub(super) const ONE_OF_SEVERAL: &[&str] =
    &["one problem", "one issue", "one of the problems", "another "];

/// Words by which something comes to light.
pub(super) const FOUND: &[&str] = &[
    "caught", "determined", "discovered", "finds", "found", "identified", "identifies", "identify",
    "pinpointed", "revealed", "reveals", "traced", "uncovered", "discovers", "isolated",
];

/// A finding that says what it is, where the report states no cause.
pub(super) const FOUND_TO_BE: &[&str] = &[
    "discovered that", "discovered the", "discovers that", "finds that", "found it", "found that",
    "found the", "found out that", "identified as", "identified issue", "identified that",
    "pinpointed", "realised that", "realized that", "responsible for", "revealed that",
    "reveals that", "traced to", "traced back to", "traced it to", "turned out", "turns out",
];

/// Words that name the cause as such.
pub(super) const CAUSES: &[&str] = &[
    "root cause", "the cause", "culprit", "source of", "caused by", "due to", "because", "reason",
];

/// Beginnings of words for a guess.
pub(super) const GUESSED: &[&str] =
    &["assum", "believ", "hypothes", "suspect", "suspicio", "theor"];

/// Beginnings of words by which somebody supposes something.
pub(super) const SUPPOSES: &[&str] = &[
    "appear", "assum", "believ", "blam", "focus", "guess", "hypothes", "initial", "likel",
    "perhaps", "point", "possib", "potential", "presum", "probab", "seem", "suggest", "suspect",
    "suspicio", "theor", "think", "thought", "wonder",
];

/// And whole ones.
pub(super) const SUPPOSED: &[&str] = &["could", "may", "maybe", "might", "unlikely", "why"];
