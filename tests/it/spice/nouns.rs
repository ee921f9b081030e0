//! A report's own nouns in the blanks of a line, in correct grammar.

use postmirth::read::read;
use postmirth::source::Source;
use postmirth::spice::library::Library;
use postmirth::spice::moment::{MomentKind, Tale};
use postmirth::spice::nouns::filled;
use postmirth::spice::topics::culprits;

const REPORT: &str = "# Outage of the online shop\n\nRoot cause: the TLS certificate in \
    nginx.conf had expired; port 8443 kept the old one, cert-old.pem instead of cert-new.pem, \
    and Nginx served it.\n\n## Timeline\n\n\
    - 09:00 UTC - The shop stopped working. <!-- postmirth: kind=trigger -->\n\
    - 09:10 UTC - The application servers were suspected. <!-- postmirth: kind=hypothesis -->\n\
    - 09:40 UTC - Escalated to the platform team. <!-- postmirth: kind=escalated -->\n\
    - 10:00 UTC - We found that the certificate had expired, with 29 days of warnings. \
    <!-- postmirth: kind=cause_found -->\n\
    - 10:05 UTC - A new certificate was installed. <!-- postmirth: kind=fixing -->\n\
    - 10:10 UTC - The shop was fully restored. <!-- postmirth: kind=resolved -->\n";

fn tale(report: &str) -> Tale {
    let incident = read(&Source::new("report.md", report)).value;
    let culprits = culprits(&Library::built_in(), &incident);
    Tale::of(&incident, culprits)
}

/// A line filled with what the report gives at a moment.
fn line(at: &str, text: &str) -> Option<String> {
    let (tale, moment) = (tale(REPORT), MomentKind::named(at).expect("a moment"));
    let one = tale.entries.iter().flatten().find(|one| one.moment == moment);
    let one = one.unwrap_or_else(|| panic!("no {at} in {:?}", tale.entries));
    filled(text, &one.nouns.with(&tale.nouns), false)
}

fn title(text: &str) -> Option<String> {
    let tale = tale(REPORT);
    filled(text, &tale.suspects[0].nouns.with(&tale.nouns), true)
}

#[test]
fn lines_are_filled_in_correct_grammar() {
    for (at, text, expected) in [
        (
            "suspect_wrong",
            "{suspect} {was:suspect} fine, and knew {it:suspect} {was:suspect}.",
            Some("The application servers were fine, and knew they were."),
        ),
        (
            "suspect_wrong",
            "So {suspect} work{s:suspect} in {its:suspect} room.",
            Some("So the application servers work in their room."),
        ),
        (
            "cause_found",
            "{culprit} {is:culprit} what {it:culprit} {was:culprit}.",
            Some("The certificate is what it was."),
        ),
        (
            "cause_found",
            "Every {culprit:bare} of {service}.",
            Some("Every certificate of the shop."),
        ),
        ("cause_found", "It took {n} {unit}.", Some("It took 29 days.")),
        ("cause_found", "It was {clock}.", Some("It was 10:00.")),
        ("cause_found", "{team} knew.", Some("The platform team knew.")),
        ("cause_found", "In {file}, {port}.", Some("In nginx.conf, port 8443.")),
        ("cause_found", "{software} did.", Some("Nginx did.")),
        ("cause_found", "So {wrong}, not {right}.", Some("So cert-old.pem, not cert-new.pem.")),
        ("cause_found", "It was {percent}.", None),
        ("cause_found", "It was {suspects}.", None),
        (
            "wrong_suspect_over",
            "After {blamed}, since {earlier}.",
            Some("After 50 minutes, since 09:10."),
        ),
        (
            "quick_fix",
            "{search} and {fixing}: {fix}.",
            Some("1 hour and 10 minutes: A new certificate."),
        ),
        (
            "quick_after_escalation",
            "{since} against {before}.",
            Some("20 minutes against 40 minutes."),
        ),
    ] {
        assert_eq!(line(at, text).as_deref(), expected, "{text}");
    }
}

#[test]
fn titles_have_capitals() {
    for (text, expected) in [
        ("{service} and {culprit}", "The Shop and the Certificate"),
        ("{file} Says No", "nginx.conf Says No"),
        ("We Blamed {suspect} for {blamed}", "We Blamed the Application Servers for 50 Minutes"),
        (
            "It Was Not {suspect}. It Was {culprit}.",
            "It Was Not the Application Servers. It Was the Certificate.",
        ),
        ("{culprit} Stop{s:culprit} {service}", "The Certificate Stops the Shop"),
    ] {
        assert_eq!(title(text).as_deref(), Some(expected), "{text}");
    }
}

#[test]
fn a_title_says_what_it_is_about() {
    for (heading, subject) in [
        ("Login service outage", "the login service"),
        ("Outage of the ZQX Payment API, 3 May", "the ZQX payment API"),
        ("Prometheus is down", "Prometheus"),
        ("Web server down after reboot", "the web server"),
        ("Load Balancer Sends Everything to One Place", "the load balancer"),
        ("Queries on the main database are slow", "the database"),
        ("Zubeno outage", "Zubeno"),
        ("A bad afternoon", "the shop"),
    ] {
        let report = REPORT
            .replace("Outage of the online shop", heading)
            .replace("The shop stopped working", "The online shop, Zubeno, stopped working");
        let tale = tale(&report);
        assert_eq!(tale.nouns.get("subject"), Some(subject), "{heading}");
    }
}

#[test]
fn what_a_report_counts_can_be_said() {
    let told = title("{subject}: {entries} Entries, {search} to Find, {fixing} to Fix");
    let expected = "The Shop: Six Entries, 1 Hour to Find, 10 Minutes to Fix";
    assert_eq!(told.as_deref(), Some(expected));
    assert_eq!(title("{measures} Measures"), None, "there are no measures");
}
