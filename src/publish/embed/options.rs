//! Options of a picture as its marker holds them: `theme=both chart=incident,cover all`.

use crate::edit::escape::{percent, unpercent};

/// Options by their names, with their values, as a marker can hold them: on one line, with nothing
/// in it that ends a comment.
pub fn options<'a>(all: impl IntoIterator<Item = (&'a str, &'a [String])>) -> String {
    let one = |(name, values): (&str, &[String])| match values {
        [yes] if yes == "true" => name.to_string(),
        values => {
            let values: Vec<String> = values.iter().map(|value| kept(value)).collect();
            format!("{name}={}", values.join(","))
        }
    };
    all.into_iter().map(one).collect::<Vec<String>>().join(" ")
}

/// The options that a marker holds.
pub fn from_options(text: &str) -> Vec<(String, Vec<String>)> {
    let one = |word: &str| match word.split_once('=') {
        None => (word.to_string(), vec!["true".to_string()]),
        Some((name, values)) => (name.to_string(), values.split(',').map(restored).collect()),
    };
    text.split_whitespace().map(one).collect()
}

fn kept(value: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || "._:/+-".contains(c);
    // Two hyphens would be the beginning of the comment's end.
    percent(value, plain).replace("--", "-%2D")
}

fn restored(value: &str) -> String {
    String::from_utf8_lossy(&unpercent(value.as_bytes())).into_owned()
}
