//! The share of users that a report is said to give.

use super::summary::summary;
use postmirth::read::read;
use postmirth::source::Source;

#[test]
fn shares() {
    for (text, share) in [
        ("About 40% of the users could not log in.", Some(40.0)),
        ("The outage affected 12.5 percent of requests.", Some(12.5)),
        ("All users were unable to log in.", Some(100.0)),
        ("The export was unavailable for everyone.", Some(100.0)),
        ("CPU usage stood at 100% and 30 % of our customers were affected.", Some(30.0)),
        ("CPU usage stood at 100%.", None),
        ("Nearly all users were affected.", None),
        ("We identified all users who were affected.", None),
        ("We notified all customers of the outage.", None),
        ("Some of our users got an error. Logging in failed for everyone who tried.", None),
        ("It was slow.", None),
    ] {
        assert_eq!(summary(text).affected_percent, share, "reading {text:?}");
    }
}

#[test]
fn whom_a_share_is_of_and_what_it_meant() {
    let told = |summary: &str| {
        let report = format!(
            "# Down\n\n## Summary\n\n{summary}\n\n## Timeline\n\n- 09:00 UTC - The alert \
                fired.\n- 10:00 UTC - Restored.\n"
        );
        let incident = read(&Source::new("report.md", report)).value;
        (incident.affected_whom, incident.impact)
    };
    let whom = |summary: &str| told(summary).0;
    assert_eq!(
        whom("The site was down and 40% of our paying customers saw errors.").as_deref(),
        Some("of our paying customers")
    );
    assert_eq!(
        whom("Till 3 failed, and about 40% of shoppers trying to pay by card were affected.")
            .as_deref(),
        Some("of shoppers trying to pay by card")
    );
    assert_eq!(whom("Mail was down for 90 % of staff.").as_deref(), Some("of staff"));
    assert_eq!(
        whom("The site was down, and 95% of users felt the pain.").as_deref(),
        Some("of users")
    );
    assert_eq!(whom("The site was down for 40% of them, as customers told us."), None);
    assert_eq!(whom("The site was slow; 40% of what users saw was blank."), None);
    assert_eq!(
        whom("The site was down: 40% of users' orders were lost.").as_deref(),
        Some("of users' orders")
    );
    let impact = |summary: &str| told(summary).1;
    let share = "Checkout failed for 12% of orders.";
    assert_eq!(
        impact(&format!("We deployed at nine. {share} The root cause was a typo.")).as_deref(),
        Some(share)
    );
    // Without a share, the sentence that tells of harm to people; never the cause.
    let harm = "Visitors could not log in for an hour.";
    assert_eq!(
        impact(&format!("{harm} The outage was caused by a typo that users never saw.")).as_deref(),
        Some(harm)
    );
    assert_eq!(impact("Impact: Visitors could not log in for an hour.").as_deref(), Some(harm));
    assert_eq!(impact("A switch was replaced."), None);
}

#[test]
fn a_share_that_ends_in_a_letter_of_several_bytes() {
    for end in ["é", "…", "’", "”", "日"] {
        let told = summary(&format!("The site was down for 40% of the user{end} and nobody knew."));
        assert_eq!(told.affected_percent, Some(40.0), "ending in {end}");
    }
}

#[test]
fn a_change_of_something_is_no_share_of_users() {
    for text in [
        "The site was slow for users, a 60% drop in activity.",
        "Users left: we saw 60 % less activity.",
        "The outage led to a 30% decrease in user engagement.",
        "There was 100% downtime, and no user could log in.",
        "70% of users could not log in, while the remaining 30% waited for minutes.",
    ] {
        assert_eq!(summary(text).affected_percent, None, "reading {text:?}");
    }
}

#[test]
fn a_share_of_some_is_not_that_of_an_outage_for_everybody() {
    let lesser = "About 3 % of the sign-ups were delayed.";
    assert_eq!(summary(lesser).affected_percent, Some(3.0));
    let both = format!("{lesser} The site was down for everybody for 40 minutes.");
    assert_eq!(summary(&both).affected_percent, None);
}
