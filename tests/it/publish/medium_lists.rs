//! What Medium has no form for becomes a list or lines.

use super::medium::body;

#[test]
fn lists_are_flat() {
    assert_eq!(
        body("# T\n\n- one\n  - inner\n    1. deep\n- [x] done\n- [ ] open\n"),
        "<ul>\n<li>one</li>\n<li>– inner</li>\n<li>1. deep</li>\n<li>☑ done</li>\n<li>☐ \
            open</li>\n</ul>\n"
    );
    // A number for each of them would be wrong.
    assert_eq!(
        body("# T\n\n1. one\n   - inner\n2. two\n"),
        "<ol>\n<li>one<br/>– inner</li>\n<li>two</li>\n</ol>\n"
    );
    assert_eq!(body("# T\n\n3. three\n4. four\n"), "<p>3. three</p>\n<p>4. four</p>\n");
    assert_eq!(
        body("# T\n\n- one\n\n  more\n\n      a < b\n"),
        "<ul>\n<li>one<br/>more<br/><code>a &lt; b</code></li>\n</ul>\n"
    );
    assert_eq!(body("# T\n\n• one\n• two\n"), "<ul>\n<li>one</li>\n<li>two</li>\n</ul>\n");
    assert_eq!(
        body("# T\n\n· one\n· two\n"),
        "<ul>\n<li>one</li>\n<li>two</li>\n</ul>\n",
        "a list to the reader is a list on the page"
    );
    assert_eq!(
        body("# T\n\n> said\n> - a\n> - b\n"),
        "<blockquote>\n<p>said</p>\n<p>• a</p>\n<p>• b</p>\n</blockquote>\n"
    );
}

#[test]
fn tables_are_lists() {
    assert_eq!(
        body(
            "# T\n\n## Timeline\n\n| Time (UTC) | Who | Event |\n|---|---|---|\n| 09:00 | Ines | \
                The **alert** fired. |\n| 09:30 | | Resolved by a restart. |\n"
        ),
        "<h2>Timeline</h2>\n<p><em>Time (UTC)</em></p>\n<ul>\n<li><strong>09:00</strong> Who: \
            Ines · The <strong>alert</strong> fired.</li>\n<li><strong>09:30</strong> Resolved by \
            a restart.</li>\n</ul>\n"
    );
    assert_eq!(
        body(
            "# T\n\n| Task | Owner | Due |\n|---|---|---|\n| Add an alert | SRE | 2025-10-14 |\n| \
                Rest | | |\n"
        ),
        "<ul>\n<li><strong>Add an alert</strong> · Owner: SRE · Due: \
            2025-10-14</li>\n<li><strong>Rest</strong></li>\n</ul>\n"
    );
    assert_eq!(
        body("# T\n\n| Field | Value |\n|---|---|\n| Severity | 2 |\n"),
        "<ul>\n<li><strong>Severity</strong>: 2</li>\n</ul>\n"
    );
    assert_eq!(
        body(
            "# T\n\n<table><tr><th>Task</th><th>Owner</th></tr><tr><td>Add an \
                alert</td><td>SRE</td></tr></table>\n"
        ),
        "<ul>\n<li><strong>Add an alert</strong> · Owner: SRE</li>\n</ul>\n"
    );
}

#[test]
fn lines_are_broken_where_they_stand_for_themselves() {
    assert_eq!(
        body(
            "# T\n\n## Timeline\n\n09:00 The alert fired and\nnobody was there\n09:30 Resolved.\n"
        ),
        "<h2>Timeline</h2>\n<p>09:00 The alert fired and nobody was there<br/>09:30 Resolved.</p>\n"
    );
    let wrapped = "The night was long and nobody knew what had happened to the mail of the \
        whole\nhouse. Then somebody looked at the disk, which had been full since the \
        morning.\nIt was emptied.\n";
    assert!(!body(&format!("# T\n\n{wrapped}")).contains("<br/>"));
    assert_eq!(body("# T\n\none  \ntwo<br>three\n"), "<p>one<br/>two<br/>three</p>\n");
    assert_eq!(
        body("# T\n\n##Glued\ntext\n\n##### Deep\n"),
        "<h2>Glued</h2>\n<p>text</p>\n<h4>Deep</h4>\n"
    );
}
