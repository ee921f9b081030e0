//! How an incident was noticed, by what its report says.

use postmirth::read::{By, Report, noticed};
use postmirth::source::Source;

#[track_caller]
fn report(text: &str, wanted: Option<By>) {
    let source = Source::new("report.md", text);
    let found = noticed(&Report::of(&source));
    let place = found.map(|found| &source.text()[found.span.start..found.span.end]);
    assert_eq!(found.map(|found| found.by), wanted, "told by {place:?} in:\n{text}");
}

/// Sentences that stand in a section of their own, as an author's answer to how it was noticed.
#[track_caller]
fn each(wanted: Option<By>, sentences: &[&str]) {
    for sentence in sentences {
        report(
            &format!(
                "# Parcels lost\n\n## Detection\n\n{sentence}\n\n## Timeline\n\n- 09:30 - The \
                    disk ran full.\n- 10:30 - Resolved.\n"
            ),
            wanted,
        );
    }
}

#[test]
fn by_monitoring() {
    each(
        Some(By::Monitoring),
        &[
            "The queue alert fired at 09:41.",
            "Our monitoring picked up the rise in timeouts within two minutes.",
            "PagerDuty woke the on-call engineer.",
            "It was detected by a synthetic check in Lisbon.",
            "The on-call engineer was paged at 02:13.",
            "An engineer noticed the alert in the channel.",
            "Grafana showed a drop in sign-ups, which Ines saw at once.",
            "Detected automatically by the health check of the load balancer.",
            "We received an alert about disk space.",
            "We were told by the pager, long before any customer noticed.",
            "Monitoring caught it before users complained.",
            "An automated email from the backup job arrived at 06:00.",
            "The dashboard in the hall turned red.",
            "Alarm from the cold store's temperature sensor.",
            "Our probes reported failures from three regions.",
            "Alerts were triggered by the error budget.",
        ],
    );
}

#[test]
fn by_users() {
    each(
        Some(By::Users),
        &[
            "A customer reported that parcels had vanished from the map.",
            "Monitoring did not fire; a customer called the front desk.",
            "Before any alert fired, two clients wrote to us.",
            "A customer reported it before monitoring noticed.",
            "No alert was sent until a shop phoned the helpdesk.",
            "The alert fired ten minutes after the first customer had complained.",
            "Several support tickets came in at once.",
            "We learned of it from Twitter, not from our monitoring.",
            "The support team received eleven calls within a quarter of an hour.",
            "An engineer saw complaints from users in the forum.",
            "Our partner in Porto told us that their feed had stopped.",
            "It was raised by a reseller.",
            "Nobody knew until a nurse at the clinic rang.",
            "Reports from students began to pile up.",
            "Customers noticed first. The alert came later.",
            "The alerts were muted. A tenant opened a ticket.",
            "Passengers complained on social media.",
        ],
    );
}

#[test]
fn by_the_team() {
    each(
        Some(By::Team),
        &[
            "A developer noticed slow pages while trying out a new filter.",
            "The engineer on duty spotted the full disk by hand.",
            "It was discovered during a routine review of the backups.",
            "Noticed by the database team on Monday morning.",
            "We saw that the night's export was empty.",
            "There was no alert; an operator happened to see the queue grow.",
            "A colleague realised that the numbers could not be right.",
            "It was found internally.",
            "No alarm went off. Somebody in the warehouse team noticed the silence.",
            "Neither customers nor monitoring told us: our own staff found it.",
        ],
    );
}

#[test]
fn where_it_is_not_told() {
    each(
        None,
        &[
            "There was no alert.",
            "Our monitoring did not fire.",
            "The alert that should have fired did not.",
            "Customers were told at 10:15.",
            "Users could not log in.",
            "The incident was detected at 09:41.",
            "Users were unable to see their parcels.",
            "It took eleven minutes.",
        ],
    );
}

#[test]
fn the_entries_tell_it() {
    let timeline = |entry: &str| {
        format!(
            "# Parcels lost\n\n## Timeline\n\n- 09:30 - The disk ran full.\n- 09:41 - {entry}\n- \
                10:30 - Resolved.\n"
        )
    };
    for (entry, wanted) in [
        ("Alert: queue longer than 5,000.", Some(By::Monitoring)),
        ("Issue detected by our monitoring.", Some(By::Monitoring)),
        ("Users reported errors at checkout.", Some(By::Users)),
        ("The issue was first noticed by a developer.", Some(By::Team)),
        ("Issue detected.", None),
    ] {
        report(&timeline(entry), wanted);
    }
}

#[test]
fn the_summary_tells_it_where_the_entries_do_not() {
    let with = |summary: &str| {
        format!(
            "# Parcels lost\n\n## Summary\n\n{summary}\n\n## Timeline\n\n- 09:30 - The disk ran \
                full.\n- 09:41 - Issue detected.\n- 10:30 - Resolved.\n\n## Measures\n\n- Add an \
                alert that is fired before customers report it.\n"
        )
    };
    report(
        &with("On 4 May 2026 parcels vanished. The incident was detected by our monitoring."),
        Some(By::Monitoring),
    );
    report(
        &with("On 4 May 2026 parcels vanished, which a customer reported to our support."),
        Some(By::Users),
    );
    report(
        &with("On 4 May 2026 parcels vanished. The outage was noticed by an engineer."),
        Some(By::Team),
    );
    // Who found the cause did not for that notice the outage, and a measure is no event.
    report(&with("On 4 May 2026 parcels vanished. The team found that a disk was full."), None);
}

#[test]
fn a_label_is_the_authors_answer() {
    let with = |line: &str| {
        format!(
            "# Parcels lost\n\n{line}\n\n## Timeline\n\n- 09:30 - The disk ran full.\n- 09:41 - \
                Issue detected by our monitoring.\n- 10:30 - Resolved.\n"
        )
    };
    report(&with("**Detection:** a customer's letter"), Some(By::Users));
    report(&with("**Detected by:** customers"), Some(By::Users));
    report(&with("How was it detected? A developer saw it."), Some(By::Team));
    report(
        &with("How was the issue detected (an alert, a colleague, a customer)? Customers told us."),
        Some(By::Users),
    );
    report(&with("**Detection**\n\nUsers told us."), Some(By::Users));
    report(
        &with("| Detection | Customer complaint |\n| --- | --- |\n| Severity | high |"),
        Some(By::Users),
    );
}

#[test]
fn its_place_is_what_tells_it() {
    let source = Source::new(
        "report.md",
        "# Lost\n\n## Summary\n\nParcels vanished. A customer *reported* it at nine. We were \
            glad.\n\n## Timeline\n\n- 09:30 - Issue detected.\n- 10:30 - Resolved.\n",
    );
    let found = noticed(&Report::of(&source)).expect("it is told");
    assert_eq!(
        &source.text()[found.span.start..found.span.end],
        "A customer *reported* it at nine."
    );
}
