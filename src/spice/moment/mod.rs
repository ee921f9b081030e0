//! The moments of an incident that a line of humour can play on: a restart that did not help, a
//! suspect that was innocent, an alert that came after the users.
//!
//! A moment is recognised from what is certain of an entry and from its words, never on a guess: a
//! line under it is true of every entry that it fires at. Some are worked out from the whole
//! timeline, where the report can be read against itself.

mod action;
mod circumstances;
mod computed;
mod entry;
pub(super) mod phrases;
mod story;
mod suspect;

pub use story::{Recognised, Tale};
pub(crate) use suspect::Thing;
pub use suspect::suspects;

use crate::named::named;
use serde::Deserialize;

named! {
    /// Something that happens in an incident and that the program recognises.
    #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
    #[serde(rename_all = "snake_case")]
    pub enum MomentKind {
        /// The cause is explained: a plain picture of it, for those who are no engineers.
        CauseTold = "cause_told",
        /// The failure begins.
        Broke = "broke",
        /// The change that set it off.
        ChangeMade = "change_made",
        /// More visitors than before.
        TrafficCame = "traffic_came",
        /// The monitoring speaks.
        Alert = "alert",
        /// Users notice.
        UsersNoticed = "users_noticed",
        /// One of the team notices, without an alert.
        StaffNoticed = "staff_noticed",
        /// The search begins.
        SearchBegan = "search_began",
        /// Logs are read.
        LogsRead = "logs_read",
        /// Something is suspected or checked, outcome open.
        SuspectNamed = "suspect_named",
        /// Something is suspected that was not the cause.
        SuspectWrong = "suspect_wrong",
        /// Something is suspected that was the cause.
        SuspectRight = "suspect_right",
        /// Something is found healthy or ruled out.
        SuspectCleared = "suspect_cleared",
        /// A restart did not help.
        RestartFailed = "restart_failed",
        /// A restart helped.
        RestartWorked = "restart_worked",
        /// A rollback did not help.
        RollbackFailed = "rollback_failed",
        /// A rollback helped.
        RollbackWorked = "rollback_worked",
        /// More capacity did not help.
        ScaleFailed = "scale_failed",
        /// More capacity helped.
        ScaleWorked = "scale_worked",
        /// Another attempt did not help.
        FixFailed = "fix_failed",
        /// Somebody is called in.
        Escalated = "escalated",
        /// The cause comes to light.
        CauseFound = "cause_found",
        /// The fix that worked is made.
        Fix = "fix",
        /// The fix is rolled out.
        FixDeployed = "fix_deployed",
        /// The harm is lessened first.
        Fallback = "fallback",
        /// The fix is tested or watched.
        Verified = "verified",
        /// It is over.
        Resolved = "resolved",
        /// Users or the public are told.
        PublicTold = "public_told",
        /// The postmortem itself.
        Postmortem = "postmortem",

        /// The first alert comes after users had noticed.
        UsersBeforeAlert = "users_before_alert",
        /// The cause is looked for after an entry that found it.
        KnownBeforeSearch = "known_before_search",
        /// The culprit is declared healthy.
        CulpritCleared = "culprit_cleared",
        /// The cause is found, which an entry had named before other things were tried.
        NamedEarly = "named_early",
        /// The same thing is suspected a second time.
        SuspectAgain = "suspect_again",
        /// A third thing is suspected.
        ThirdSuspect = "third_suspect",
        /// The cause is found after two or more wrong suspects.
        AllSuspectsWrong = "all_suspects_wrong",
        /// The cause is found after one wrong suspect.
        WrongSuspectOver = "wrong_suspect_over",
        /// A restart after one that did not help.
        RestartAgain = "restart_again",
        /// The cause is found soon after the call for help, and was not for long before.
        QuickAfterEscalation = "quick_after_escalation",
        /// The end: the cause took at least four times as long to find as to mend.
        QuickFix = "quick_fix",
        /// Somebody is called in after the cause was found, and no other one is found after that.
        EscalatedKnowing = "escalated_knowing",
        /// A rollback takes back the change that the report notes earlier.
        Undone = "undone",
        /// It fails again after it was reported fixed.
        CameBack = "came_back",
        /// A measure that stands further up the list already.
        DoTwice = "do_twice",
        /// A measure for a thing that was suspected and innocent.
        DoForSuspect = "do_for_suspect",

        /// A measure: an alert.
        DoAlert = "do_alert",
        /// A measure: monitoring.
        DoMonitoring = "do_monitoring",
        /// A measure: automated tests.
        DoTest = "do_test",
        /// A measure: a load test.
        DoLoadTest = "do_load_test",
        /// A measure: a runbook.
        DoRunbook = "do_runbook",
        /// A measure: a checklist.
        DoChecklist = "do_checklist",
        /// A measure: a second pair of eyes.
        DoReview = "do_review",
        /// A measure: automation.
        DoAutomate = "do_automate",
        /// A measure: a standby.
        DoRedundancy = "do_redundancy",
        /// A measure: check it before it is used.
        DoValidation = "do_validation",
        /// A measure: training.
        DoTraining = "do_training",
        /// A measure: documentation.
        DoDocs = "do_docs",
        /// A measure: try it in staging first.
        DoStaging = "do_staging",
        /// A measure: a way back.
        DoRollback = "do_rollback",
        /// A measure: more capacity.
        DoCapacity = "do_capacity",
        /// A measure: capacity that comes by itself.
        DoAutoscaling = "do_autoscaling",
        /// A measure: renew before it expires.
        DoRenewal = "do_renewal",
        /// A measure: regular audits.
        DoAudit = "do_audit",
        /// A measure: backups.
        DoBackup = "do_backup",
        /// A measure: exercise an incident.
        DoDrill = "do_drill",
        /// A measure: a gradual rollout.
        DoGradual = "do_gradual",
        /// A measure: limits and timeouts.
        DoLimits = "do_limits",
        /// A measure: update or patch software.
        DoUpdate = "do_update",
        /// A measure: who may change things.
        DoAccess = "do_access",
        /// A measure: tell people.
        DoCommunication = "do_communication",
        /// A measure: share the postmortem.
        DoShare = "do_share",
        /// A measure: faster queries and code.
        DoOptimize = "do_optimize",
        /// A measure: list what there is.
        DoInventory = "do_inventory",
    }
}

impl MomentKind {
    /// True if it belongs to a measure rather than an entry of the timeline.
    pub fn is_measure(self) -> bool {
        self >= MomentKind::DoTwice
    }

    /// True if it is worked out from more than its own entry.
    pub fn is_computed(self) -> bool {
        (MomentKind::UsersBeforeAlert..=MomentKind::DoForSuspect).contains(&self)
    }
}

named! {
    /// A fact about a whole report.
    #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
    #[serde(rename_all = "snake_case")]
    pub enum Circumstance {
        /// Users noticed before any alert, or there was none, and before anybody else.
        UsersFirst = "users_first",
        /// An alert was the first to notice.
        AlertFirst = "alert_first",
        /// At least one innocent suspect.
        WrongSuspect = "wrong_suspect",
        /// At least two.
        TwoSuspects = "two_suspects",
        /// A restart did not help.
        RestartFailed = "restart_failed",
        /// A rollback did not help.
        RollbackFailed = "rollback_failed",
        /// Somebody was called in.
        Escalated = "escalated",
        /// A campaign or a launch brought the traffic.
        Campaign = "campaign",
        /// Maintenance set it off.
        Maintenance = "maintenance",
        /// A release set it off.
        Release = "release",
        /// A letter, digit or sign too many or too few.
        OneCharacter = "one_character",
        /// Something expired.
        Expired = "expired",
        /// Something was done by hand.
        ByHand = "by_hand",
        /// It ran over midnight.
        Overnight = "overnight",
        /// Users had noticed before the alert, and both have a time.
        UsersBeforeAlert = "users_before_alert",
        /// The cause was looked for after it had been found.
        KnownBeforeSearch = "known_before_search",
        /// The culprit was declared healthy first.
        CulpritCleared = "culprit_cleared",
        /// The culprit was suspected early, and others after it.
        NamedEarly = "named_early",
        /// There was a second restart after one that did not help.
        RestartAgain = "restart_again",
        /// Those who were called found the cause soon.
        QuickAfterEscalation = "quick_after_escalation",
        /// It took at least four times as long to find as to mend.
        QuickFix = "quick_fix",
        /// A rollback took back the change that the report notes.
        Undone = "undone",
        /// It failed again after it was reported fixed.
        CameBack = "came_back",
    }
}
