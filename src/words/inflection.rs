//! The forms of a word that a phrase matches: "leak", "leaks", "leaked".

fn ends_in_vowel(stem: &str) -> bool {
    stem.ends_with(['a', 'e', 'i', 'o', 'u'])
}

/// True for a plural: "leaks", "charges", "injuries", "crashes".
pub(super) fn is_plural(word: &str, stem: &str) -> bool {
    match stem.strip_suffix('y') {
        Some(short) if !ends_in_vowel(short) => word.strip_prefix(short) == Some("ies"),
        _ if stem.ends_with(['s', 'x', 'z']) || stem.ends_with("ch") || stem.ends_with("sh") => {
            word.strip_prefix(stem) == Some("es")
        }
        _ => word.strip_prefix(stem) == Some("s"),
    }
}

/// True for a verb form: "leak", "leaks", "leaked", "leaking"; "charge", "charges", "charged",
/// "charging".
pub(super) fn is_form_of_verb(word: &str, stem: &str) -> bool {
    if word == stem || is_plural(word, stem) {
        return true;
    }
    let ends = |short: &str, ending: &str| word.strip_prefix(short) == Some(ending);
    match (stem.strip_suffix('e'), stem.strip_suffix('y')) {
        (Some(short), _) => ends(stem, "d") || ends(short, "ing"),
        (_, Some(short)) if !ends_in_vowel(short) => ends(short, "ied") || ends(stem, "ing"),
        _ => ends(stem, "ed") || ends(stem, "ing"),
    }
}
