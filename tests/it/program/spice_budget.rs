//! A report with humour in a budget of words, and what found no place.

use super::spice::words;
use crate::support::folder::Folder;

#[test]
fn a_budget_of_words_is_kept_to_the_word() {
    let folder = Folder::new("spice-words");
    let plain = "# The shop was unreachable\n\nThe TLS certificate of the shop had expired.\n\n## \
        Timeline\n\n- 09:00 UTC - The certificate expired and browsers refused the connection.\n- \
        09:20 UTC - The load balancer was suspected and its last change was rolled back.\n- 09:40 \
        UTC - The rollback changed nothing.\n- 10:10 UTC - We found that the renewal job had been \
        failing for 29 days.\n- 10:40 UTC - A new certificate was installed and the shop works \
        again.\n\n## Action items\n\n- Alert when a certificate has fewer than 21 days left.\n";
    folder.put("shop.md", plain);
    let own = words(plain);
    let told = |most: usize| {
        let args = [
            "spice",
            "shop.md",
            "--no-pictures",
            "--tone",
            "playful",
            "--words",
            &format!("1..{most}"),
        ];
        folder.run(&args, 0)
    };
    let whole = words(&told(1000).0);
    let mut last = 0;
    for most in own..=whole {
        let (text, complaints) = told(most);
        assert!(
            words(&text) <= most,
            "{} words where {most} were asked for:\n{text}",
            words(&text)
        );
        assert!(words(&text) >= last, "more room, fewer words");
        assert_eq!(complaints, "");
        last = words(&text);
    }
    assert_eq!(last, whole);
    // Title and sign-off count most: they are the first to come.
    let (first, _) = told(own + 30);
    assert!(
        first.starts_with("# <!--fun-->") && first.trim_end().ends_with("*<!--/fun-->"),
        "{first}"
    );
    let (text, complaints) = told(own - 1);
    assert_eq!(text, plain, "too long already: nothing is added, no sign either");
    assert_eq!(
        complaints,
        format!(
            "note: shop.md: expected at most {} words, found {own} in the plain report; nothing \
                is added\n",
            own - 1
        )
    );
    let (_, complaints) =
        folder.run(&["spice", "shop.md", "--no-pictures", "--words", "900..1000"], 0);
    assert!(
        complaints.starts_with("note: shop.md: expected at least 900 words, found ")
            && complaints.lines().count() == 1,
        "{complaints}"
    );
    let (told, _) =
        folder.run(&["spice", "shop.md", "--explain", "--words", &format!("1..{}", own + 6)], 0);
    assert!(
        told.contains("  Left out, ")
            && told.contains("\" There would be more words than asked for. ["),
        "{told}"
    );
}

#[test]
fn what_found_no_place_is_told() {
    let folder = Folder::new("spice-left-out");
    folder.put(
        "code.md",
        "# Shop down\n\nRoot cause: the TLS certificate of the shop had expired.\n\n\
            ## Timeline\n\n```\n\
            09:00 UTC - The certificate of the shop expired and the shop became unreachable.\n\
            09:10 UTC - A latency alert fired and paged the on-call engineer.\n\
            09:20 UTC - The database was suspected.\n\
            09:30 UTC - Restarting the web server did not help.\n\
            09:40 UTC - We found the root cause: the certificate had expired.\n\
            09:50 UTC - A new certificate was installed.\n\
            10:00 UTC - The shop was fully restored.\n```\n\n\
            The shop sells tents. It was closed for an hour in the morning, and it opened \
            again in the same morning, with the same tents in it. Nothing in the shop was lost, \
            and the tents were sold later in the day, to the same people, who came back.\n\
            ",
    );
    let (told, _) = folder.run(&["spice", "code.md", "--explain"], 0);
    assert!(
        told.contains("  Left out, line ") && told.contains("\" The report has no place for it"),
        "{told}"
    );
}
