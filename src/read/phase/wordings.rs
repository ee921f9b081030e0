//! The words that a mark may rest on.

/// Beginnings of words by which something or somebody notices.
pub(super) const NOTICED: &[&str] = &[
    "alarm", "alert", "aware", "complain", "contacted", "dashboard", "detect", "discover",
    "disclos", "email", "e-mail", "encounter", "flagged", "found", "grafana", "identif",
    "informed", "monitor", "notic", "noted", "notif", "observ", "paged", "pager", "paging",
    "raised", "realis", "realiz", "report", "spotted", "support", "ticket", "warn",
];

/// And whole ones.
pub(super) const NOTICES: &[&str] = &[
    "called", "calls", "asked", "asks", "find", "finding", "finds", "graph", "logged", "phoned",
    "pinged", "posted", "posts", "rang", "rings", "reveals", "saw", "screenshot", "seeing", "sees",
    "told", "texted", "texts", "tweeted", "witnessed", "writes", "wrote", "we", "i",
];

/// The classes of words for a change.
pub(super) const SET_OFF: &[&str] = &["again", "back", "release"];

/// Beginnings of further words for one.
pub(super) const CHANGED: &[&str] =
    &["added", "trigger", "wiped", "wipes", "misconfigured", "evicted", "cordoned"];

/// Beginnings of words for seeing what goes on: what stands behind them is what was seen.
pub(super) const OBSERVED: &[&str] = &[
    "appear", "captur", "complain", "display", "experienc", "logged", "logs", "metrics", "noted",
    "notic", "observ", "record", "report", "show", "states", "stated", "track",
];

/// Beginnings of words for what comes from outside in ever greater number.
pub(super) const LOAD: &[&str] =
    &["concurrent", "demand", "player", "request", "sign-up", "signup", "traffic", "user", "visit"];

/// Beginnings of words for what comes upon a system.
pub(super) const COMING: &[&str] =
    &["attack", "backup", "batch", "campaign", "scan", "storm", "wave"];

/// Beginnings of words for what users have of it.
pub(super) const OUTAGE: &[&str] = &[
    "404", "500", "502", "503", "504", "breakdown", "crash", "dark", "error", "exception", "fault",
    "halt", "incident", "issue", "notready", "outage", "problem", "symptom",
];

/// Words for what users have, or do not have.
pub(super) const SUFFERERS: &[&str] = &[
    "app", "application", "customers", "page", "pages", "platform", "portal", "service",
    "services", "site", "sites", "system", "systems", "users", "website", "websites",
];

/// An author's words for what came before, and was not what set it off.
pub(super) const NO_TROUBLE: &[&str] =
    &["precursor", "last successful", "last known good", "last good", "unrelated", "no impact"];

/// The classes of words for a fix and its way.
pub(super) const MENDED: &[&str] = &[
    "again", "back", "decide", "done", "ease", "fall", "fix", "release", "start", "test", "try",
    "well",
];

/// Beginnings of words by which somebody takes an incident on; who is paged has not done so yet.
pub(super) const CONFIRMED: &[&str] =
    &["ack", "confirm", "declar", "join", "open", "respon", "verif"];

/// An author's own words for what led nowhere.
pub(super) const NOWHERE: &[&str] = &[
    "dead end", "dead-end", "false lead", "false trail", "in vain", "innocent", "mislead",
    "misled", "no avail", "not the cause", "not the culprit", "not the problem", "red herring",
    "ruled out", "rules out", "ruling out", "unrelated", "unsuccessful", "wild goose",
    "without success", "wrong assumption", "wrong lead", "wrong path", "wrong track", "wasn't the",
    "isn't the", "did not help", "didn't help", "made no difference", "no effect",
    "without resolution", "debunked", "misattributed",
];

/// Beginnings of words for what a look at a suspect did not show, or a try did not do.
pub(super) const ABSENT: &[&str] = &[
    "abnormalit", "anomal", "change", "clue", "correlat", "culprit", "difference", "effect",
    "error", "evidence", "fault", "find", "fix", "found", "help", "improv", "issue", "obvious",
    "ordinary", "persist", "problem", "recover", "relat", "resol", "reveal", "sign", "solv",
    "unusual", "wrong", "work", "enough", "visib",
];

/// And for what is no lead unless somebody supposed it.
pub(super) const SUSPECTED: &[&str] = &["abnormal", "compromise", "suspicious"];

/// Beginnings of words for a look that follows no lead.
pub(super) const VERIFIED: &[&str] = &["confirmation", "verif"];

/// Words for what a try left as it was.
pub(super) const UNCHANGED: &[&str] = &[
    "continued", "fail", "fails", "failed", "failing", "persist", "persisted", "persists",
    "remain", "remained", "remains", "still", "unchanged", "again",
];

/// Words for what a look found in order.
pub(super) const IN_ORDER: &[&str] =
    &["correct", "fine", "healthy", "normal", "normally", "operational", "unaffected"];

/// The classes of words for a try, and for a look at a suspect.
pub(super) const TRIED: &[&str] = &["fix", "back", "again", "try", "ease"];

/// Words of every report, which connect nothing.
pub(super) const ANYWHERE: &[&str] = &[
    "after", "because", "been", "caused", "causing", "cause", "code", "data", "database", "during",
    "error", "errors", "file", "from", "have", "high", "incident", "issue", "issues", "leading",
    "outage", "primary", "problem", "root", "server", "servers", "service", "services", "some",
    "system", "team", "that", "their", "there", "they", "this", "user", "users", "were", "when",
    "which", "with", "website", "web", "into", "identified", "found", "the", "and", "was", "our",
    "for", "not", "had", "has",
];

/// Words by which a person or a team is called in.
pub(super) const CALLED_IN: &[&str] = &[
    "was brought in",
    "were brought in",
    "was called in",
    "were called in",
    "was pulled in",
    "were pulled in",
    "was looped in",
    "were looped in",
    "handed over to",
    "was escalated to",
    "escalated it to",
    "escalated the issue to",
    "escalated the incident to",
];

/// Words of a path that the author calls misleading.
pub(super) const MISLEADING: &[&str] = &[
    "misleading path",
    "misleading investigation",
    "misleading lead",
    "misleading clue",
    "misleading assumption",
    "false lead",
    "red herring",
    "wrong assumption",
    "turned out to be misleading",
    "turned out to be a misleading",
    "turned out to be unrelated",
    "turned out to be a dead end",
    "deemed unrelated",
    "deemed irrelevant",
    "found to be unrelated",
    "proved unrelated",
];
