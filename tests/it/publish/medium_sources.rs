//! The Medium page of odd reports: HTML, other encodings, hostile and damaged texts.

use super::medium::{body, page, placed, sound};
use crate::support::golden::{reports, stem};

#[test]
fn links_are_kept_when_they_are_harmless() {
    let text = body(
        "# T\n\n[a](https://example.org/?x=1&y=\"2\") [b](mailto:b@example.org) <c@example.org> \
            <https://example.org/d> <a class=\"x\" href='https://example.org/e' \
            onclick=\"f()\">e</a> [![f](https://example.org/f.svg)](https://example.org/f)\n",
    );
    for to in [
        "https://example.org/?x=1&amp;y=&quot;2&quot;",
        "mailto:b@example.org",
        "mailto:c@example.org",
        "https://example.org/d",
        "https://example.org/e",
        "https://example.org/f",
    ] {
        assert!(text.contains(&format!("<a href=\"{to}\">")), "{to} in {text}");
    }
    assert_eq!(
        body(
            "# T\n\n[a](javascript:alert(1)) [b](JavaScript&#58;alert) <a href=\" data:x\">c</a> \
                [d](runbook.md) [e](//example.org)\n"
        ),
        "<p>a b c d e</p>\n"
    );
}

#[test]
fn pictures_of_the_report_are_kept_or_asked_for() {
    let text = body(
        "# T\n\nBefore ![flow](pics/flow.png) after.\n\n<img src=\"https://example.org/y.png\" \
            onerror=\"f()\" alt=\"Y\">\n\n![x](data:image/png;base64,AAAA)\n\n- ![z](z.png)\n",
    );
    assert_eq!(
        text,
        "<p>Before</p>\n<p><strong>[ Upload here: pics/flow.png ]</strong></p>\n<p>Alt text: \
            flow</p>\n<p>after.</p>\n<figure><img src=\"https://example.org/y.png\" \
            alt=\"Y\"/></figure>\n<p><strong>[ Upload here: x ]</strong></p>\n<p>Alt text: \
            x</p>\n<ul>\n<li>[ Upload here: z.png ]</li>\n</ul>\n"
    );
}

#[test]
fn html_is_read_for_what_it_says() {
    assert_eq!(
        body(
            "# T\n\n<details><summary>Logs</summary>\n\nInside *the* \
                fold.\n\n</details>\n\n<ul><li>one <i onclick=x>two</i><li>three &amp; &copy; \
                &lt;x&gt;</ul>\n\n<pre>\nraw  text\n</pre>\n\nH<sub>2</sub>O <kbd>Ctrl</kbd>\n"
        ),
        "<p><strong>Logs</strong></p>\n<p>Inside <em>the</em> fold.</p>\n<ul>\n<li>one \
            <em>two</em></li>\n<li>three &amp; © &lt;x&gt;</li>\n</ul>\n<pre>raw  \
            text</pre>\n<p>H2O <code>Ctrl</code></p>\n"
    );
    assert_eq!(
        body(
            "# T\n\nA <b>bold *word</b> here* and <script>alert(1)</script>.\n\n<style>p { color: \
                red }</style>\n\n<!-- a note -->\n\nEnd.\n"
        ),
        "<p>A <strong>bold <em>word</em></strong><em> here</em> and .</p>\n<p>End.</p>\n"
    );
    assert_eq!(
        body("# T\n\n~~old~~ ~5 min[^1]\n\n[^1]: A note.\n"),
        "<p>old ~5 min[1]</p>\n<p>[1] A note.</p>\n"
    );
}

#[test]
fn what_the_program_embedded_before_is_left_out() {
    let embedded = "<!-- postmirth:incident \
        -->\n![Timeline](secret.svg)\n\n<details><summary>secret</summary>\n\nsecret\n\n</details>\n<!-- /postmirth -->";
    assert_eq!(
        body(&format!("# T\n\nBefore.\n\n{embedded}\n\nAfter.\n")),
        "<p>Before.</p>\n<p>After.</p>\n"
    );
    assert_eq!(
        body("# T\n\na <!-- postmirth:incident --> ![x](secret.png) <!-- /postmirth --> b\n")
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" "),
        "<p>a b</p>"
    );
    // A marker without its end hides nothing, nor does one that is only shown; a directive is none.
    assert!(body("# T\n\n<!-- postmirth:incident -->\n\nKept.\n").contains("Kept."));
    assert!(
        body("# T\n\n`<!-- postmirth:incident -->` Kept. `<!-- /postmirth -->`\n")
            .contains("Kept.")
    );
    assert!(
        body("# T\n\n<!-- postmirth: zone=UTC -->\n\nKept.\n\n<!-- /postmirth -->\n")
            .contains("Kept.")
    );
}

#[test]
fn line_breaks_of_every_kind_give_the_same_page() {
    for path in reports("examples") {
        let text = std::fs::read_to_string(&path).expect("an example");
        let plain = page(&text, None, &[]);
        assert_eq!(
            plain,
            page(&text.replace('\n', "\r\n"), None, &[]),
            "{} with CRLF",
            stem(&path)
        );
        assert_eq!(plain, page(&text.replace('\n', "\r"), None, &[]), "{} with CR", stem(&path));
    }
}

#[test]
fn hostile_texts_give_sound_pages() {
    let deep = |open: &str, times: usize| open.repeat(times);
    let texts = [
        String::new(),
        "---\n---".into(),
        "+++\n+++".into(),
        "\0\u{FFFE}\u{1}\u{FEFF}".into(),
        "# </h1><script>alert(1)</script>".into(),
        "<title></title></article></body><h1>x</h1>".into(),
        "`</code></p>` ``` <a href=\"x".into(),
        "| </li> | <b> |\n|-|-|\n| **a | b** |\n\n<table><td>x<table><tr><ul><li>y".into(),
        "<ul><li>a\n\n# Next\n\n</li></ul></ul></blockquote></table>".into(),
        "<blockquote><blockquote>\n\ntext\n\n## Head\n\nmore".into(),
        "<pre><b>x\n\n# T\n\n</pre></pre>".into(),
        "<script>\n\nx\n\n# T".into(),
        "- # heading in item\n- > quote\n  | a |\n  |---|\n  | b |\n- ---".into(),
        "[a<b>](https://x/\"><script>) ![\"><b>](https://x/'\"<>)".into(),
        "<!-- postmirth:a --> <!-- postmirth:b --> x <!-- /postmirth -->".into(),
        deep("> ", 5_000) + "deep",
        deep("- ", 5_000) + "deep",
        deep("[", 5_000),
        deep("**a ", 5_000),
        deep("<b>\n", 5_000),
        deep("<ul><li>", 5_000),
        deep("<!-- postmirth:a -->", 5_000),
        deep("<a '", 5_000),
        deep("<table>", 5_000),
        deep("|", 5_000),
        deep("• a ", 5_000),
        deep("&amp;&bogus", 5_000),
    ];
    for text in texts {
        sound(&page(&text, Some(&placed(0, "c.png")), &[placed(7, "p.png")]));
    }
}

#[test]
fn damaged_examples_give_sound_pages() {
    for path in reports("examples") {
        let text = std::fs::read_to_string(&path).expect("an example");
        for (at, _) in text.char_indices().step_by(97) {
            sound(&page(&text[..at], None, &[placed(at / 2, "p.png")]));
            sound(&page(&text[at..], None, &[]));
        }
    }
}
