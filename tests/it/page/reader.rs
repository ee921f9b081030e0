//! The page as its reader uses it.

use crate::support::chromium::Browser;
use crate::support::folder::Folder;
use crate::support::golden;
use serde_json::json;
use std::path::PathBuf;
use std::time::Duration;

/// A report short enough to see what a change of it does.
pub(super) const REPORT: &str = "\
# Vouchers refused

## Summary

From 14:02 to 14:40 UTC 12 % of the orders with a voucher were refused.

## Timeline

- 14:02 UTC - Release 81 began to read vouchers from the new store.
- 14:09 UTC - An alert on refused orders paged the on-call engineer.
- 14:15 UTC - The database was suspected, but its load was normal.
- 14:22 UTC - Escalated to the vouchers team.
- 14:31 UTC - The cause was found: the new store counts in cents, not in euros.
- 14:40 UTC - Release 80 was rolled back and the incident was resolved.

## Root cause

The new store counts in cents, and the release took them for euros.

## Action items

- [x] Name the unit in the field of the store (Vouchers)
- [ ] Alert on refused orders after three minutes (SRE, due 2025-02-01)
";

/// Text that would run, fetch, or break a page that trusted it.
pub(super) fn hostile() -> String {
    let mut report = REPORT.replace(
        "# Vouchers refused",
        "# <script>window.ran = 1</script><img src=x onerror=\"window.ran = 2\"> & \"'`${1}",
    );
    report.push_str(
        "- [ ] <svg onload=\"window.ran = 3\"><a href=\"javascript:window.ran = 4\">x</a> \
            [y](javascript:window.ran=5) ![z](https://example.com/z.png) \u{202E}desrever\u{202C} \
            \u{0}\u{1}\u{7F}\n\n\
         <iframe srcdoc=\"<script>parent.ran = 6</script>\"></iframe>\n\
         <style>body { display: none }</style>\n<meta http-equiv=refresh content=\"0;url=/x\">\n\
         </textarea></article></body><script>window.ran = 7</script>\n",
    );
    report
}

/// Waits until what was put in is drawn.
#[track_caller]
pub(super) fn drawn(browser: &mut Browser, change: &str) -> Duration {
    browser.run(&format!(
        "window.before = Number(document.documentElement.dataset.drawn ?? 0); {change}"
    ));
    browser.until("Number(document.documentElement.dataset.drawn ?? 0) > window.before")
}

/// The picture as the page shows it.
#[track_caller]
pub(super) fn picture(browser: &mut Browser) -> String {
    browser.text("await (await fetch(document.getElementById('image').src)).text()")
}

/// Puts a report into the page as a paste does.
#[track_caller]
pub(super) fn paste(browser: &mut Browser, report: &str) {
    drawn(
        browser,
        &format!(
            "const text = document.getElementById('text'); text.value = {}; \
                text.dispatchEvent(new Event('input', {{ bubbles: true }}))",
            json!(report)
        ),
    );
}

#[track_caller]
pub(super) fn tab(browser: &mut Browser, name: &str) {
    drawn(browser, &format!("document.getElementById('tab-{name}').click()"));
}

#[track_caller]
pub(super) fn choose(browser: &mut Browser, control: &str, value: &str) {
    drawn(
        browser,
        &format!(
            "const control = document.getElementById('{control}'); control.value = '{value}'; \
                control.dispatchEvent(new Event('change', {{ bubbles: true }}))"
        ),
    );
}

/// The same picture from the program.
pub(super) fn program(folder: &Folder, report: &[u8], look: &[&str]) -> String {
    folder.put("report.md", report);
    folder.run(&[&["draw", "report.md", "-o", "out.svg"], look].concat(), 0);
    String::from_utf8_lossy(&folder.read("out.svg")).into_owned()
}

/// The examples and, where they are at hand, the seed reports.
pub(super) fn reports() -> Vec<PathBuf> {
    let mut paths = golden::reports("examples");
    if let Ok(seeds) = std::fs::read_dir(golden::project("../shared/seeds")) {
        paths.extend(seeds.map(|entry| entry.expect("an entry").path()));
    }
    paths.sort();
    paths
}

/// The looks of the picture, each compared with the program's.
#[track_caller]
pub(super) fn looks_are_the_programs(browser: &mut Browser, folder: &Folder, report: &[u8]) {
    tab(browser, "picture");
    choose(browser, "theme", "light");
    for (layout, style, theme) in
        [("lanes", "blueprint", "light"), ("strip", "sketch", "dark"), ("gantt", "paper", "light")]
    {
        choose(browser, "layout", layout);
        choose(browser, "style", style);
        choose(browser, "theme", theme);
        let look = ["--layout", layout, "--style", style, "--theme", theme];
        assert!(picture(browser) == program(folder, report, &look), "{look:?}");
    }
    for chart in ["actions", "cover", "incident"] {
        drawn(browser, &format!("document.querySelector('[name=chart][value={chart}]').click()"));
        assert!(picture(browser) == program(folder, report, &["--chart", chart]), "{chart}");
    }
}

/// A click on a fact selects its words, and Escape leads back.
#[track_caller]
pub(super) fn facts_lead_to_their_words(browser: &mut Browser) {
    tab(browser, "facts");
    browser.run("document.querySelector('[data-row=e3]').click()");
    let text = "document.getElementById('text')";
    let words = format!("{text}.value.slice({text}.selectionStart, {text}.selectionEnd)");
    assert!(browser.text(&words).contains("Escalated to the vouchers team."));
    assert_eq!(browser.get("document.querySelectorAll('#facts .here').length"), json!(1));
    browser
        .run(&format!("{text}.dispatchEvent(new KeyboardEvent('keydown', {{ key: 'Escape' }}))"));
    assert_eq!(browser.get("document.activeElement.dataset.row"), json!("e3"));
}

/// Another roll tells the report differently, the same dice tell it alike.
#[track_caller]
pub(super) fn the_dice_roll(browser: &mut Browser) {
    tab(browser, "told");
    let told = "document.getElementById('retold').textContent";
    for _ in 0..4 {
        let before = browser.text(told);
        drawn(browser, "document.getElementById('roll').click()");
        let after = browser.text(told);
        let said = browser.text("document.getElementById('telling').textContent");
        let only = said.contains("every roll tells it the same");
        assert_eq!(before == after, only, "{said}");
        assert!(after.contains("14:31"), "{after}");
    }
    choose(browser, "tone", "off");
    assert!(browser.text("document.getElementById('telling').textContent").contains("straight"));
    choose(browser, "tone", "");
}

#[track_caller]
fn click(browser: &mut Browser, offer: &str, way: usize) {
    let status = format!("document.querySelector('#take-{offer} [role=status]').textContent");
    browser.run(&format!("document.querySelectorAll('#take-{offer} button')[{way}].click()"));
    browser.until(&format!("!['', '…'].includes({status})"));
    let said = browser.text(&status);
    assert!(!said.starts_with("Not taken"), "{offer}: {said}");
}

/// Everything that can be taken away is what the program writes.
#[track_caller]
pub(super) fn all_is_taken_away(browser: &mut Browser, folder: &Folder, stem: &str) {
    tab(browser, "take");
    let report = browser.text("document.getElementById('text').value");
    folder.put(&format!("{stem}.md"), &report);
    let file = format!("{stem}.md");
    folder.run(
        &["draw", &file, "--format", "svg,png,mermaid", "--chart", "incident", "-o", "out/"],
        0,
    );
    for (offer, extension) in [("svg", "svg"), ("png", "png"), ("mermaid", "mmd")] {
        click(browser, offer, usize::from(offer == "mermaid"));
        let name = format!("{stem}-incident.{extension}");
        assert!(
            browser.downloaded(&name) == folder.read(&format!("out/{name}")),
            "{name} is another one"
        );
    }
    click(browser, "told", 0);
    let told = browser.downloaded(&format!("{stem}-told.md"));
    folder.put("told.md", &told);
    let (plain, _) = folder.run(&["plain", "told.md"], 0);
    assert_eq!(plain, report, "the told report is the report, and more");

    click(browser, "snippet", 0);
    let snippet = browser.text("await navigator.clipboard.readText()");
    assert!(snippet.contains(&format!("srcset=\"{stem}-incident-dark.svg\"")), "{snippet}");
    click(browser, "snippet", 1);
    for name in ["incident", "incident-dark", "actions", "actions-dark"] {
        assert!(browser.downloaded(&format!("{stem}-{name}.svg")).starts_with(b"<svg"));
    }
    click(browser, "article", 0);
    let rich = browser.text(
        "await (async () => { const [item] = await navigator.clipboard.read(); \
            return (await item.getType('text/html')).text(); })()",
    );
    assert!(rich.contains("<h1") && rich.contains("14:31"), "{rich}");
    assert!(!rich.contains("This box is not copied"));
    click(browser, "png", 1);
    let kinds = browser.text("(await navigator.clipboard.read())[0].types.join()");
    assert_eq!(kinds, "image/png");
}

/// Whatever the report holds, nothing of it runs, and nothing is fetched from elsewhere.
#[track_caller]
pub(super) fn nothing_ran(browser: &mut Browser, origin: &str) {
    for name in ["facts", "check", "told", "take", "picture"] {
        tab(browser, name);
        let told = format!("nothing ran under {name}");
        assert_eq!(browser.get("window.ran ?? null"), json!(null), "{told}");
    }
    assert_eq!(browser.get("getComputedStyle(document.body).display"), json!("flex"));
    let foreign: Vec<&String> = browser
        .asked
        .iter()
        .filter(|url| {
            !url.starts_with(origin) && !url.starts_with("blob:") && *url != "about:blank"
        })
        .collect();
    assert!(foreign.is_empty(), "{foreign:?}");
}
