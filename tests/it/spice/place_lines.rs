//! The lines of a paragraph, each told with its own end.

use super::place::{add, with};
use postmirth::spice::place::{Addition, Spot, plain};

#[test]
fn a_list_without_marks_is_told_line_by_line() {
    let told = |timeline: &str| {
        let text = format!("# Mail was late\n\n## Timeline\n\n{timeline}\n\nThat was all.\n");
        let entries = (0..3).map(Spot::Entry);
        let lines = ["", "It was the stamp.", ""];
        let additions: Vec<Addition> =
            entries.zip(lines).map(|(spot, text)| add(spot, text)).collect();
        let told = with(text.as_bytes(), &additions);
        assert_eq!(plain(&told.bytes).expect("marks"), text.as_bytes());
        String::from_utf8(told.bytes).expect("UTF-8")
    };
    let rows = "09:30 - The alert fired.\n10:00 - The cache was suspected.\n10:30 - Restored.";
    assert!(
        told(rows).contains(
            "fired.<!--fun--><br><!--/fun-->\n10:00 - The cache was suspected.<!--fun--> *It was the \
             stamp.*<br><!--/fun-->\n10:30 - Restored.\n\n"
        ),
        "{}",
        told(rows)
    );
    // A list with marks, and lines that end by themselves, need none.
    for own in [
        format!("- {}", rows.replace('\n', "\n- ")),
        rows.replace('\n', "  \n"),
        rows.replace('\n', "\n\n"),
    ] {
        let told = told(&own);
        assert!(told.contains("*It was the stamp.*<!--/fun-->"), "{told}");
        assert_eq!(told.matches("<!--fun-->").count(), 1, "{told}");
    }
}
