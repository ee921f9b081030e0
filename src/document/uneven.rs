//! Lists whose items do not all stand at one margin.

use crate::document::line::DocumentLine;
use crate::time::scan::is_blank;

/// This many items at one margin make it the margin of the list.
const SETTLED: usize = 2;

/// Where the items of a list stand.
#[derive(Default)]
struct ListMargin {
    indent: usize,
    items: usize,
    /// The last item of the list stands left of the others,
    left: bool,
    /// and what is below it stands where they do.
    level: bool,
}

/// Levels what stands at the margin of a list below an item that slipped to the left of it:
/// Markdown makes them parts of that item.
pub(super) fn level(text: &str, lines: &mut [DocumentLine]) {
    let mut list = ListMargin::default();
    for line in lines {
        if line.depth == 0 {
            list = ListMargin::default();
        } else if line.is_item() && line.depth == 1 {
            let indent = indent(text, line);
            if list.items == 0 {
                list.indent = indent;
            }
            list.left = list.items >= SETTLED && indent < list.indent;
            list.level = false;
            list.items += usize::from(!list.left);
        } else if list.left && line.is_item() && line.depth == 2 {
            list.level = indent(text, line) == list.indent;
        }
        if list.level && line.depth > 1 {
            line.depth -= 1;
        }
    }
}

/// The blanks before a line's first sign.
fn indent(text: &str, line: &DocumentLine) -> usize {
    let before = text.get(..line.span.start).unwrap_or_default();
    let from = before.rfind('\n').map_or(0, |end| end + 1);
    let row = text.get(from..).unwrap_or_default();
    row.len() - row.trim_start_matches(is_blank).len()
}
