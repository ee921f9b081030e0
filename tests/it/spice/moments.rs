//! The moments that are recognised, and those that must not be: a line under an entry is true of
//! it.
use postmirth::incident::Incident;
use postmirth::read::read;
use postmirth::source::Source;
use postmirth::spice::library::Library;
use postmirth::spice::moment::{Recognised, Tale};
use postmirth::spice::topics::culprits;

fn incident(text: &str) -> Incident {
    read(&Source::new("report.md", text)).value
}

pub(super) fn tale(text: &str) -> Tale {
    let incident = incident(text);
    let culprits = culprits(&Library::built_in(), &incident);
    Tale::of(&incident, culprits)
}

/// A report with these entries, on each of which the kind is the author's word.
pub(super) fn report(cause: &str, entries: &[&str], tasks: &[&str]) -> String {
    let mut text = format!("# The shop was down\n\nRoot cause: {cause}\n\n## Timeline\n\n");
    for (at, entry) in entries.iter().enumerate() {
        let (minute, hour) = (at * 10 % 60, 9 + at * 10 / 60);
        text.push_str(&format!("- {hour:02}:{minute:02} UTC - {entry}\n"));
    }
    text.push_str("\n## Action items\n\n");
    tasks.iter().for_each(|task| text.push_str(&format!("- {task}\n")));
    text
}

pub(super) fn names(all: &[Recognised]) -> Vec<&'static str> {
    all.iter().map(|one| one.moment.name()).collect()
}

/// The moments of one entry, which the author says is of a kind.
pub(super) fn of(kind: &str, entry: &str) -> Vec<&'static str> {
    let entry = format!("{entry} <!-- postmirth: kind={kind} -->");
    let text = report(
        "the certificate had expired.",
        &["The shop stopped working.", &entry, "The shop works again."],
        &[],
    );
    names(&tale(&text).entries[1])
}

#[test]
fn entries_tell_of_their_moments() {
    for (kind, entry, moment) in [
        ("trigger", "The website became unreachable.", "broke"),
        ("trigger", "Requests to the API began to fail.", "broke"),
        ("trigger", "A routine update of the proxy was deployed.", "change_made"),
        ("trigger", "The new configuration was pushed to production.", "change_made"),
        ("trigger", "The campaign went live and visits doubled.", "traffic_came"),
        ("detected", "A latency alert fired and paged the on-call engineer.", "alert"),
        ("detected", "Monitoring reported errors on checkout.", "alert"),
        ("detected", "Customers wrote that the shop did not load.", "users_noticed"),
        ("detected", "A user reported a blank page.", "users_noticed"),
        ("detected", "A colleague noticed that login returned 502.", "staff_noticed"),
        ("investigating", "The on-call engineer started to investigate.", "search_began"),
        ("investigating", "The error logs of the web server were checked.", "logs_read"),
        ("hypothesis", "The database was suspected first.", "suspect_named"),
        ("hypothesis", "The team assumed a network problem.", "suspect_wrong"),
        ("hypothesis", "The certificate was suspected.", "suspect_right"),
        ("dead_end", "The database was checked and found healthy.", "suspect_cleared"),
        ("dead_end", "A network problem was ruled out.", "suspect_cleared"),
        ("dead_end", "Restarting the server did not help.", "restart_failed"),
        ("resolved", "A restart of the workers brought the shop back.", "restart_worked"),
        ("dead_end", "The rollback changed nothing.", "rollback_failed"),
        ("mitigated", "The release was rolled back and errors stopped.", "rollback_worked"),
        ("dead_end", "Two more servers were added; the errors went on.", "scale_failed"),
        ("mitigated", "More servers were added and response times fell.", "scale_worked"),
        ("dead_end", "Clearing the cache changed nothing.", "fix_failed"),
        ("escalated", "Escalated to the platform team.", "escalated"),
        ("cause_found", "We found that the certificate had expired.", "cause_found"),
        ("fixing", "The typo was corrected.", "fix"),
        ("fixing", "The corrected configuration was rolled out.", "fix_deployed"),
        ("mitigated", "Traffic was sent to the standby.", "fallback"),
        ("resolved", "Monitoring was watched for half an hour.", "verified"),
        ("resolved", "Service was fully restored.", "resolved"),
        ("communicated", "The status page was updated.", "public_told"),
        ("follow_up", "A postmortem was held.", "postmortem"),
    ] {
        let found = of(kind, entry);
        assert!(found.contains(&moment), "{kind}: {entry} {found:?}");
    }
}

#[test]
fn what_is_not_certain_is_no_moment() {
    for (kind, entry, moment) in [
        ("detected", "No alert fired; a user reported it.", "alert"),
        ("detected", "The alert did not fire.", "alert"),
        ("detected", "Monitoring alerted us before any user noticed.", "users_noticed"),
        ("dead_end", "The server failed to restart.", "restart_failed"),
        ("dead_end", "The database was healthy after a restart.", "restart_worked"),
        ("resolved", "The limit was raised and the server restarted.", "restart_worked"),
        ("investigating", "The network team was asked to look at it.", "suspect_named"),
        ("investigating", "The database and the cache were checked.", "suspect_named"),
        ("hypothesis", "The database was suspected.", "suspect_right"),
        ("hypothesis", "The certificate was suspected.", "suspect_wrong"),
        ("dead_end", "The database was still unhealthy.", "suspect_cleared"),
        ("fixing", "The team decided to change the limit.", "fix"),
        ("resolved", "Service was partially restored.", "resolved"),
        ("cause_found", "The certificate might have expired.", "cause_found"),
        ("trigger", "The update failed and the site went down.", "change_made"),
        ("trigger", "An update of the proxy was initiated.", "change_made"),
        ("investigating", "The logs were checked, but logging was off.", "logs_read"),
        ("investigating", "The database was checked: it is running.", "suspect_wrong"),
        (
            "dead_end",
            "The new list was rolled back due to addresses of customers in it.",
            "rollback_failed",
        ),
        ("dead_end", "The deployment to staging was reverted.", "rollback_failed"),
        ("follow_up", "A postmortem will be held.", "postmortem"),
        ("communicated", "Users were not informed.", "public_told"),
    ] {
        let found = of(kind, entry);
        assert!(!found.contains(&moment), "{kind}: {entry} {found:?}");
    }
}

#[test]
fn measures_are_of_one_kind() {
    for (task, expected) in [
        ("Add an alert for failed renewals.", &["do_alert"][..]),
        ("Monitor the length of the queue.", &["do_monitoring"]),
        ("Add automated tests for the checkout.", &["do_test"]),
        ("Load test the shop before a campaign.", &["do_load_test"]),
        ("Write a runbook for the renewal.", &["do_runbook"]),
        ("Keep a checklist for releases.", &["do_checklist"]),
        ("Have a second person review every change.", &["do_review"]),
        ("Automate the renewal of certificates.", &["do_renewal"]),
        ("Automate the setup with Puppet.", &["do_automate"]),
        ("Set up a standby in another zone.", &["do_redundancy"]),
        ("Validate the configuration before it is used.", &["do_validation"]),
        ("Train the team on the tooling.", &["do_training"]),
        ("Document how the proxy is set up.", &["do_docs"]),
        ("Try changes in staging first.", &["do_staging"]),
        ("Plan a rollback for each release.", &["do_rollback"]),
        ("Set up autoscaling.", &["do_autoscaling"]),
        ("Audit the firewall rules every month.", &["do_audit"]),
        ("Roll out gradually, canary first.", &["do_gradual"]),
        ("Set timeouts on calls to the bank.", &["do_limits"]),
        ("Share this postmortem with the other teams.", &["do_share"]),
        ("Add an index on the orders table.", &["do_optimize"]),
        ("Do not touch alerts.", &[]),
        ("Buy a cake.", &[]),
        ("Improve monitoring, alerts, training, documentation and backups.", &[]),
    ] {
        let text = report("the certificate had expired.", &["It broke."], &[task]);
        let tale = tale(&text);
        assert_eq!(names(&tale.actions[0]), expected, "{task}");
    }
}
