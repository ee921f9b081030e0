//! The moments that an entry of the timeline tells of by itself.

use super::MomentKind;
use super::phrases::{NeededWords, one_of};
use crate::incident::{Event, Kind};
use crate::words::matching::Words;

/// A moment, the kinds of entry that it can be, and its words.
struct Signal {
    moment: MomentKind,
    kinds: &'static [Kind],
    cue: NeededWords,
}

const fn sign(
    moment: MomentKind,
    kinds: &'static [Kind],
    one: &'static str,
    and: &'static str,
    not: &'static str,
) -> Signal {
    Signal { moment, kinds, cue: NeededWords { one, and, not } }
}

/// Restarts, and those that could not even be made.
pub(super) const RESTART: &str = "restart*, reboot*, re-start*";
const NO_RESTART: &str = "fail to restart, fails to restart, failed to restart, failing to \
    restart, unable to restart, could not restart, couldn't restart, cannot restart, would not \
    restart, did not restart, unsuccessfully, refus*, from restarting, restart failed, prevented";
pub(super) const ROLLBACK: &str = "rollback*, roll back, rolled back, rolling back, rolls back, \
    roll-back*, revert*";
const SCALE: &str = "scal*, more servers, additional servers, added servers, servers were added, \
    more instances, additional instances, instances were added, additional resources, more \
    capacity, capacity was";
/// Said of a restart that an earlier entry told.
const OF_THE_LAST_RESTART: &str = "after the restart, after restart*, following the restart, since \
    the restart, the restart did, the restart had, with a restart, despite, post-restart, call*, \
    escalat*, caused, causing, it was found, found that, prior to, before restart*";
/// Words of a repair that is more than a restart.
const MENDING: &str = "correct*, updat*, fix*, chang*, adjust*, reconfigur*, edit*, new, \
    optimi*, typo, increas*, patch*, deploy*, set, replac*, to apply, renam*, instal*, remov*, \
    add*, settings, limit*, clear*, after";
/// Phrases that say in so many words that something did not help.
const NO_HELP: &str = "not help, no effect, without effect, no avail, changed nothing, nothing \
    changed, no change, not work, not fix, not solve, not resolve, persist*, no difference, \
    without success, unsuccessful*, remained, went on, continued, still, no improvement, no luck, \
    without resolution, not the cause, not improve";
const PARTLY: &str = "partial*, partly, some users, not yet, except, until, temporar*, mostly";

use Kind::{
    CauseFound, Communicated, DeadEnd, Detected, Escalated, Fixing, FollowUp, Investigating,
    Mitigated, Other, Resolved, Trigger,
};

const SIGNS: &[Signal] = &[
    sign(
        MomentKind::Broke,
        &[Trigger, Detected],
        "began to fail, begin to fail, begins to fail, started failing, starts failing, started \
         to fail, unreachable, unavailable, inaccessible, went down, goes down, going down, is \
         down, was down, were down, stopped working, stopped responding, unresponsive, outage \
         began, outage begins, outage started, outage starts, crash*, went offline, goes offline, \
         stopped, returned 5*, returning 5*, returns 5*",
        "",
        "alert*, alarm*, monitor*, paged, report*, complain*, notic*, user*, customer*, client*, \
         stopped the, was stopped, deploy*, campaign, detected, found, call*",
    ),
    sign(
        MomentKind::Broke,
        &[Trigger],
        "outage began, outage begins, outage started, outage starts, outage occur*, breakdown \
         begins, breakdown began, issue started, issue starts, incident began, incident begins, \
         go dark, goes dark, went dark, begin encountering errors, began encountering errors",
        "",
        "alert*, alarm*, monitor*, paged, report*, complain*, notic*, deploy*, campaign, detected, \
         found, call*",
    ),
    sign(
        MomentKind::ChangeMade,
        &[Trigger],
        "deploy*, updat*, upgrad*, released, release, pushed, pushes, chang*, instal*, migrat*, \
         maintenance, applied, merged, rolled out, edited, modif*, enabled",
        "",
        "error*, fail*, crash*, down, unavailable, slow*, unreachable, traffic, campaign*, \
         report*, user*, customer*, outage*, alert*, attack*, not, expired, initiat*, begin*, \
         began, begun, commenc*, start*, schedul*, planned, planning, will",
    ),
    sign(
        MomentKind::TrafficCame,
        &[Trigger, Detected],
        "traffic, visitors, visits, users, requests, campaign*, concurrent users, load",
        "spike*, spiked, surg*, rose, rises, doubled, tripled, influx, increas*, grew, times the \
         usual, went live, goes live, was launched, is launched, started, peak*",
        "attack*, ddos, dos, suspect*, error*, report*, complain*, alert*, assum*, response*, \
         latency, cpu, memory, database*",
    ),
    sign(
        MomentKind::Alert,
        &[Detected],
        "alert, alerts, alarm, alarms, paged, monitoring, pagers alerted, pager alerted, health \
         check failed, synthetic check*, datadog reported, prometheus reported",
        "",
        "customer*, user, users, client, clients, complain*, support, no alert*, no alarm*, no \
         monitoring, not fire*, not alert*, not page*, manual*, without, colleague*, email*, \
         ticket*, silenced, muted, ignored, overlooked, false alarm*",
    ),
    sign(
        MomentKind::UsersNoticed,
        &[Detected],
        "customer*, user, users, visitors, client, clients, subscribers",
        "report*, complain*, wrote, write, writes, notic*, call*, e-mail*, email*, tweet*, \
         contact*, told, tell, ticket*, messag*, ask*",
        "alert*, alarm*, monitor*, engineer*, developer*, no user*, no customer*, paged, before \
         users, before any user*, without",
    ),
    sign(
        MomentKind::StaffNoticed,
        &[Detected],
        "notic*, saw, sees, discover*, observ*, spotted, realiz*, realis*, came across",
        "engineer*, developer*, team, teams, colleague*, admin*, we, i, staff, operator*, \
         employee*, sysadmin*, tester*",
        "alert*, alarm*, monitor*, customer*, user, users, client*, report*, support, \
         complain*, paged, dashboard*, intern, root cause",
    ),
    sign(
        MomentKind::SearchBegan,
        &[Investigating, Detected],
        "began, begin, begins, beginning, start, starts, started, initiat*, commenc*, launch*, \
         opened",
        "investigat*, look into, looking into, debugging, debug, troubleshoot*, analy*, \
         diagnos*, search*",
        "user*, customer*, fail*, not, root cause, assum*, suspect*, rollback, restart*",
    ),
    sign(
        MomentKind::LogsRead,
        &[Investigating],
        "log, logs, logfile*, log files",
        "check*, review*, examin*, analy*, look*, inspect*, read, reads, reading, went through",
        "found, reveal*, show*, indicat*, no, not, nothing, cause, log in, discover*, error was, \
         off, disabled, enabl*, turn*, empty, missing, without",
    ),
    sign(
        MomentKind::RestartFailed,
        &[DeadEnd],
        RESTART,
        "",
        "rollback*, rolled back, revert*, scal*, fail to restart, fails to restart, failed to \
         restart, unable to restart, could not restart, couldn't restart, cannot restart, would \
         not restart, did not restart, unsuccessfully, refus*, from restarting, restart failed, \
         prevented, without restart*, deploy*",
    ),
    sign(MomentKind::RestartWorked, &[Mitigated, Resolved], RESTART, "", MENDING),
    sign(
        MomentKind::RollbackFailed,
        &[DeadEnd],
        ROLLBACK,
        "",
        "considered, discussed, could not, failed to, not possible, before the rollback, restart*, \
         decided against, against a rollback, no rollback, due to, because, staging",
    ),
    sign(
        MomentKind::RollbackWorked,
        &[Mitigated, Resolved],
        ROLLBACK,
        "",
        "considered, discussed, prepar*, partial*, not, could not, failed to, restart*",
    ),
    sign(
        MomentKind::ScaleFailed,
        &[DeadEnd],
        SCALE,
        "",
        "restart*, rollback*, rolled back, scaling policy, could not, not enough",
    ),
    sign(
        MomentKind::ScaleWorked,
        &[Mitigated, Resolved],
        SCALE,
        "",
        "restart*, rollback*, rolled back, revert*, partial*, optimi*, fix*, correct*, not",
    ),
    sign(
        MomentKind::FixFailed,
        &[DeadEnd],
        NO_HELP,
        "clear*, disabl*, chang*, switch*, replac*, increas*, appl*, tried, try, tries, trying, \
         attempt*, fix*, flush*, remov*, optimi*, adjust*, block*, limit*, mitigation*, patch*",
        "restart*, reboot*, rollback*, rolled back, revert*, scal*, additional servers, more \
         servers",
    ),
    sign(
        MomentKind::Escalated,
        &[Escalated],
        "escalat*, called in, call in, called, calls, paged, joined, joins, brought in, \
         contact*, reach*, help, assist*, engag*, involv*, handed, asked, support, steps in, \
         stepped in, forwarded, summon*, distress signal",
        "",
        "not, resolved, no resolution, no response, no answer, no immediate",
    ),
    sign(
        MomentKind::CauseFound,
        &[CauseFound],
        "",
        "",
        "suspect*, might, may, possib*, likely, probabl*, potential*, assum*",
    ),
    sign(
        MomentKind::Fix,
        &[Fixing],
        "correct*, fixed, fixes, fix was, chang*, updat*, raised, increas*, replac*, renew*, \
         reconfigur*, adjust*, edited, edits, removed, removes, added, adds, patched, modif*, \
         rewrote, fix the, fixing the, fix faulty, optimi*, configured, instal*, restored, renamed, enlarged, set to, linked",
        "",
        "deploy*, roll*, will, decid*, decision, plan, plans, planned, planning, initiat*, \
         begin, begins, began, start, starts, started, trying, attempt*, prepar*, working on, \
         propos*, suggest*, should, test*, verif*, not, restart begins",
    ),
    sign(
        MomentKind::FixDeployed,
        &[Fixing, Mitigated, Resolved],
        "deployed, rolled out, pushed, released, shipped, deploys, was deployed, applied to",
        "fix, patch, correct*, fixed, updated, solution, hotfix, change*",
        "rolled back, rollback*, revert*, will, not, plan*, decid*, begin*, start*, fail*, \
         partial*, prepar*, scal*",
    ),
    sign(
        MomentKind::Fallback,
        &[Mitigated],
        "redirect*, rerout*, re-rout*, standby, failover, failed over, switched off, turned off, \
         disabled, secondary, backup, moved, diverted, temporar*, workaround, drained",
        "",
        "restart*, rollback*, rolled back, revert*, permanent*, not",
    ),
    sign(
        MomentKind::Verified,
        &[Resolved, Fixing, FollowUp],
        "tested, tests, verified, verifies, verify, confirmed, confirms, confirm, monitored, \
         testing, verification, watched, monitoring",
        "",
        "identif*, cause*, will, fail*, found, puppet, add*, improv*, implement*, should, plan*, \
         better, future, deploy*, issued, delay*, initiat*, penetration",
    ),
    sign(
        MomentKind::Resolved,
        &[Resolved],
        "restor*, resolved, back online, recovered, recovers, operational, normal, closed, over, \
         working again, works again, up and running, back up, is back, was back, solved, fully \
         functional, functional again, running normally, running again, officially ended, end of \
         the incident",
        "",
        PARTLY,
    ),
    sign(
        MomentKind::PublicTold,
        &[Communicated],
        "status page, inform*, notif*, announc*, communicat*, told, published, message*, \
         posted, update*",
        "",
        "not, apolog*, sorry, late",
    ),
    sign(
        MomentKind::Postmortem,
        &[FollowUp, Other, Resolved],
        "postmortem, post-mortem, incident report, retrospective, post-incident review, blameless \
         review",
        "",
        "will, should, plan*, schedul*",
    ),
];

/// Signs of the end are told after the trouble, not when more of it is told.
const RELAPSE: &str = "again, return*, recur*, came back, comes back, reappear*, resurfac*, once \
    more, second time, relapse*";
const TROUBLE: &str = "error*, fail*, down, outage*, slow*, problem*, issue*, crash*, timeout*, \
    timed out, latency";
const NO_TROUBLE: &str = "working again, works again, up again, online again, available again, \
    back online, restor*, return to normal, returned to normal, returned back, resolved, fixed, \
    prevent*, ever again, no longer, not return, healthy again, normal";

/// The moments that an entry tells of.
pub(super) fn moments(event: &Event, words: &Words) -> Vec<MomentKind> {
    let kind = event.certain_kind();
    SIGNS
        .iter()
        .filter(|sign| sign.kinds.contains(&kind) && sign.cue.fits(words))
        .map(|sign| sign.moment)
        .collect()
}

/// True if it tells of trouble that is back.
pub(super) fn tells_of_relapse(event: &Event, words: &Words) -> bool {
    let cue = NeededWords { one: RELAPSE, and: TROUBLE, not: NO_TROUBLE };
    !matches!(event.kind, Resolved | FollowUp) && cue.fits(words)
}

/// True if it tells of a restart of its own, made in the hope that it helps.
pub(super) fn tells_of_another_restart(event: &Event, words: &Words) -> bool {
    let cue = NeededWords { one: RESTART, and: "", not: NO_RESTART };
    let hopeful = !one_of(words, MENDING) && !one_of(words, OF_THE_LAST_RESTART);
    !matches!(event.kind, FollowUp | Escalated | CauseFound | Communicated)
        && cue.fits(words)
        && hopeful
}

/// True if it tells of work on the cause that goes on.
pub(super) fn looks_for_the_cause(event: &Event, words: &Words) -> bool {
    let cue = NeededWords {
        one: "root cause, the cause, underlying cause, root causes",
        and: "investigat*, analy*, identify, to find, determine, search*, looking for, look for",
        not: "identified, found, determined, confirm*, report*, document*, postmortem*, \
              post-mortem*, fix*",
    };
    event.certain_kind() == Investigating && cue.fits(words)
}
