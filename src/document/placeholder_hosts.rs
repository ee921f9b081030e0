//! Services that serve placeholder images of any size.

use std::ops::Range;

const SERVICES: [&str; 8] = [
    "placeholder.com", "placehold.co", "placehold.it", "dummyimage.com", "fakeimg.pl",
    "placekitten.com", "picsum.photos", "placeimg.com",
];

/// The places where a text names such a host, in order.
pub(crate) fn placeholder_hosts(text: &str) -> Vec<Range<usize>> {
    let lower = text.to_ascii_lowercase();
    let mut found: Vec<Range<usize>> = SERVICES
        .iter()
        .flat_map(|service| lower.match_indices(service))
        .filter_map(|(at, service)| host(&lower, at, at + service.len()))
        .collect();
    found.sort_by_key(|range| range.start);
    found
}

/// The host at the end of a domain name, as in `via.placeholder.com`; not in `myplacehold.co` or
/// `placehold.com`.
fn host(text: &str, from: usize, end: usize) -> Option<Range<usize>> {
    let part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '.');
    let start = text[..from].trim_end_matches(part).len();
    let whole = start == from || text[..from].ends_with('.');
    let ends = !text[end..].starts_with(|c: char| c.is_alphanumeric() || c == '-');
    (whole && ends).then_some(start..end)
}
