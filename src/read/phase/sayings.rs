//! Phrases that decide on an entry, or speak against what it was taken for, as
//! [`phrase`](crate::words::phrase) writes them.

/// The cause is named as found, in so many words.
pub(super) const NAMES_THE_CAUSE: &[&str] = &[
    "root cause|causes ?was|is|were|has|have|had ?now|finally|been ?been confirmed|detected|\
     determined|discovered|established|found|identified|isolated|located|pinpointed|revealed|\
     understood",
    "confirmed|confirms|detected|determined|determines|discovered|discovers|established|found|\
     finds|identified|identifies|isolated|located|pinpointed|pinpoints|traced ?the|our|a ?* \
     root cause",
    "finds|found|discovered|discovers the cause",
];

/// What is found is said to have led to something.
pub(super) const FINDS_WHY: &[&str] =
    &["concluded|confirmed|determined|discovered|found|identified|realised|realized that ... \
     because|due|caused|causes"];

/// A guess that calls itself one.
pub(super) const GUESSES: &[&str] = &[
    "initial|first|working|main|current|lead ?* hypothesis|suspicion|theory",
    "hypothesis|suspicion|theory ?is|was ?that it|the|all|some|one",
];

/// What was tried went wrong.
pub(super) const FAILED_TRY: &[&str] = &[
    "attempt|attempts|fix|mitigation|reboot|rerun|restart|restarting|retry|rollback|workaround \
     ?also|again|attempt fails|failed|unsuccessful",
    "attempted|attempts|tried|tries|try .. but .. failed|fails|fail|unsuccessful|unsuccessfully",
    "is|was|are|were not ?yet fixed|resolved|solved",
];

/// Words for a change that was tried.
pub(super) const CHANGES: &[&str] = &[
    "added|appl*|attempt*|chang*|clear*|delet*|deploy*|disabl*|fail*|fix*|increas*|reboot*|redeploy*|\
     reinstall*|remov*|rerun|resiz*|restart*|restor*|retr*|revert*|roll*|scal*|stop*|switch*|tri*|\
     try*|updat*",
];

/// It is over, where nobody does more than tell others and tidy up.
pub(super) const SOLVED: &[&str] = &[
    "error|errors|impact|incident|issue|issues|outage|problem|problems was|were|is|are|has|have \
     ?been ?fully|completely|now|finally fixed|gone|resolved|solved",
    "impact|incident|issue|outage|problem ends|ended|over|closed|resolved|solved",
    "has|have|had|that|this|which ?fully|finally fixed|resolved|solved ?the \
     incident|issue|outage|problem",
    "errors|issue|issues|problem|problems goes|go|went away",
    "alert|alerts|alarm|alarms|errors ?have|has|had stopped|cleared|disappeared",
    "everything|all ?* ?* is|was|are|were ?now fine|normal|ok|okay|operational|stable|working",
    "available|fine|ok|okay|operational|responding|running|serving|working again",
    "working as expected|intended|before",
    "works again",
    "return|returned|returns to ?a normal",
    "declared|marked|marks|set .. resolved|solved",
    "end of ?the ?* impact|incident|outage",
    "all clear",
];

/// Something is better for those who use it, or the harm is held.
pub(super) const EASES: &[&str] = &[
    "mitigat*|recover*|repaired|restor*|stabil*|stable|healthy|improv*|normal*|resol*|resum*|\
     workaround|temporar*|stopgap",
    "back|200|online",
    "working|works|worked|responding|responsive|reachable|accessible|operational|functional|\
     succeed|succeeds",
    "able|possible to",
    "success rate",
    "is|are|was|were|came|comes|become|becomes|became|confirmed ?to ?be ?now up|live|available",
    "available|launching|moving|running|up|work again",
    "drop|drops|dropped|fall|falls|fell|decrease|decreases|decreased|decreasing|reduces|subsides|\
     subsided|clears|cleared|empty|settle|slowing|lower|down",
    "error|errors|load|latency|traffic|impact|rate ?* reduced",
    "reduced ?the ?* ?* error|errors|load|latency|impact|rate",
    "rolled|rolls|rolling|revert|reverts|reverted|rollback",
    "no longer",
    "out of rotation",
    "lock|locked|locks|suspended|disabled|revoked|blocked|closed|isolated|removed|contained|paused|\
     halted|stopped|off|reset|redirected|rerouted|failover",
];

/// Somebody is only asked for it, or it is only decided.
pub(super) const ASKED_FOR: &[&str] = &[
    "asked|asks|requested|requests|requesting|proposed|proposes|suggested|suggests ?* ?* ?* ?* that|to|be",
    "requesting|requests|requested ?* ?* ?* ?* be",
    "decide|decides|decided|agree|agrees|agreed|plan|plans|planned to",
];

/// Words for an end, besides those for what eases it.
pub(super) const DONE_WITH: &[&str] = &[
    "again|as|clean|clear|clos*|complete*|done|enabled|end|ended|ends|fine|finish*|fix*|\
     flowing|green|load|loads|over|pass|passed|passes|reload*|renew*|reopen*|respond*|resum*|\
     return*|running|serv*|solv*|start*|succes*|verif*|work*|100",
    "come|comes|came|is|are|was|were up",
];

/// Those who use it are told: whatever else stands there, that is no search and no fix.
pub(super) const TELLS_USERS: &[&str] =
    &["informed|informs|inform|notified|notifies|notify|communicate|communicated|advised|updates \
     ?* ?* users|customers|clients|community|members|stakeholders"];

/// A failure is only reported once more.
pub(super) const REPORTS_ERRORS: &[&str] = &[
    "reports|reported|reporting ?a|an|the|that|seeing|still ?* ?* ?* error|errors|failure|failures|\
     failing|mismatch",
];

/// What those do who mean harm.
pub(super) const ATTACKS: &[&str] = &["attack", "attacker", "attackers", "exploit", "exploiter"];

/// What stands there only hopes for it, or goes wrong in the same breath.
pub(super) const HOPES: &[&str] = &[
    "hoping|hope|hopes|hoped",
    "but|though|however ... error|errors|fails|failed|failing|not|unsuccessful|down",
    "fully|completely|now|all down|unavailable|killed",
];

/// What is reported is good.
pub(super) const GOOD_NEWS: &[&str] = &[
    "report|reports|reported ... pass|passes|passed|passing|success|successful|successfully",
    "fine .. reported|reports",
];

/// Whoever acknowledges it was told of it before.
pub(super) const ACKNOWLEDGES: &[&str] =
    &["acknowledge|acknowledges|acknowledged|acks|acked ?the|an|a|this alert|alerts|page|issue"];

/// Others are called in.
pub(super) const CALLS_IN: &[&str] = &[
    "war room|rooms ?was|is ?been created|started|initiated|opened|set",
    "initiates|initiated|opens|opened|starts|started|creates|created ?a|the war room",
    "raise|raised|raises|opened|opens|created|submitted|filed|files ?a|an|the ?* ?* ?* \
     support ticket|case|request",
    "brings|brought|pulls|pulled|calls|called|loops|looped in ?the|our|a ?* \
     team|engineer|engineers|expert|experts|developer|developers|lead",
    "involved|engaged|engages ?a|an|the|our ?* expert|experts|vendor|team",
];

/// It fails anew, or somebody is told that it does.
pub(super) const NEW_TROUBLE: &[&str] = &[
    "alert|alerts|alarm|alarms|pager ?* fires|fired|firing|triggers|triggered",
    "second|another|new|further alert|alerts|alarm|crash|failure|failures|outage|spike|wave",
    "server|site|service|node|cluster|hub|database|website|application goes|went|is ?* down|offline",
    "fails|failed|crashes|crashed again",
];
