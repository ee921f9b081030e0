//! Numbers in words.

/// "zero" to "nineteen", each at the index of its value.
pub(crate) const SMALL: [&str; 20] = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
    "nineteen",
];

/// "twenty" to "ninety".
pub(crate) const TENS: [&str; 8] =
    ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

/// Words for a number that nobody counted.
const SOME: &[&str] = &["several", "dozens", "hundreds", "thousands", "many", "both", "few"];

/// The value of "seven" or "forty".
pub(crate) fn value(word: &str) -> Option<usize> {
    let at = |list: &[&str]| list.iter().position(|known| *known == word);
    at(&SMALL).or_else(|| at(&TENS).map(|tens| 10 * (tens + 2)))
}

/// The word for a number up to twenty.
pub(crate) fn spelled(number: usize) -> Option<&'static str> {
    SMALL.iter().chain(&TENS[..1]).nth(number).copied()
}

/// True for "41", "3,412", "two", "several".
pub(super) fn is_number(word: &str) -> bool {
    let some = |word| SOME.contains(&word) || value(word).is_some_and(|value| value > 0);
    word.starts_with(|c: char| c.is_ascii_digit()) || some(word)
}
