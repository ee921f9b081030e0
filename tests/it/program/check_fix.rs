//! `check --fix` at the terminal.

use super::check::all_but;
use crate::support::folder::Folder;

const LOOSE: &str = "\
# Kiosk offline

## Summary

On 2024-04-18 from 9:30am to 10:30am UTC (1 hour) nobody could pay at the kiosk.

## Timeline

* 9:30am: A cashier called: the kiosk showed a blank page.
* 9:40am: The page was cached with an error in it.
* 10:30am: The cache was emptied and the kiosk took cards again.
";

#[test]
fn fix_mends_the_timeline_where_it_lies_and_once_is_enough() {
    let folder = Folder::new("check-fix");
    folder.put("kiosk.md", LOOSE);
    let (shown, told) = folder.run(&["check", "kiosk.md", "--fix", "--dry-run"], 0);
    assert!(
        shown.contains("-* 9:30am: A cashier called")
            && shown.contains("+- 09:30 UTC - A cashier called"),
        "{shown}"
    );
    assert_eq!(told, "");
    assert_eq!(folder.read("kiosk.md"), LOOSE.as_bytes(), "a dry run changes nothing");
    let (found, told) = folder.run(
        &["check", "kiosk.md", "--fix", "--allow", &all_but(&["timeline-format", "timeline-zone"])],
        0,
    );
    assert!(told.contains("mended 3 lines of kiosk.md"), "{told}");
    assert!(!found.contains("[timeline-format]") && !found.contains("[timeline-zone]"), "{found}");
    let mended = folder.read("kiosk.md");
    assert_eq!(String::from_utf8_lossy(&mended).matches("\n- ").count(), 3);
    let (shown, told) = folder.run(&["check", "kiosk.md", "--fix", "--dry-run"], 0);
    assert_eq!((shown.as_str(), told.as_str()), ("", "nothing to mend in kiosk.md\n"));
    let (_, told) = folder.run(&["check", "kiosk.md", "--fix", "--allow", &all_but(&[])], 0);
    assert_eq!((told.as_str(), folder.read("kiosk.md")), ("", mended));
}

#[test]
fn fix_refuses_what_cannot_be_written() {
    let folder = Folder::new("check-fix-stdin");
    let (_, told) = folder.run(&["check", "-", "--fix"], 2);
    assert!(told.contains("expected the files of reports"), "{told}");
    folder.run(&["check", "kiosk.md", "--dry-run"], 2);
}
