//! A report inside a code fence, as pasted from elsewhere.

use std::ops::Range;

/// The maximum depth of nested fences to look into.
pub(crate) const MOST_FENCES: usize = 3;
/// A fence around most of the file contains the report; an unclosed one is a mistake.
pub(crate) fn report_inside(text: &str, range: &Range<usize>) -> Option<Range<usize>> {
    let block = text[range.clone()].trim_end();
    let open = !block.ends_with("```") && !block.ends_with("~~~");
    let most = range.len() * 10 > text.len() * 6;
    let inner = inside_fence(text, range);
    let tells = text[inner.clone()].to_ascii_lowercase().contains("timeline");
    (tells && (most || open)).then_some(inner)
}
fn inside_fence(text: &str, range: &Range<usize>) -> Range<usize> {
    let block = &text[range.clone()];
    let start = range.start + block.find('\n').map_or(block.len(), |at| at + 1);
    let trimmed = block.trim_end();
    let end = if trimmed.ends_with("```") || trimmed.ends_with("~~~") {
        range.start + trimmed.rfind('\n').map_or(trimmed.len(), |at| at + 1)
    } else {
        range.end
    };
    start..end.max(start)
}
