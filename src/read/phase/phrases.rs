//! Phrases that mean one thing in any report, as [`phrase`](crate::words::phrase) writes them.

/// A row of words without a comma in which one of these stands tells of no fact.
pub(super) const UNSAID: &[&str] = &[
    "before", "cannot", "if", "neither", "never", "no", "nobody", "nor", "not", "should", "unless",
    "until", "will", "without", "would",
];

/// Somebody hands it over, or asks for help; whom, stands behind it.
pub(super) const HANDS_OVER: &[&str] = &["escalat* .. to"];

/// The number of words behind "to" that may lead to the name of whom it is handed to.
pub(super) const WHOM: usize = 6;

pub(super) const BEGINS_TO_LOOK: &[&str] = &[
    "start|starts|started|begin|begins|began ?to ?* \
     investigat*|troubleshoot*|debug|debugging|diagnos*|look|looking|dig|digging",
    "investigation|investigations ?was|were|has|is ?been \
     starts|started|began|begins|begun|initiated|launched|underway",
    "trying|tried|tries to find|figure|understand|identify|determine",
];

pub(super) const NOTICES: &[&str] = &[
    "notice|notices|noticed the|that|a|an|this|our|high|slow|unusual|increased",
    "became|becomes|made aware of|that",
    "engineer|engineers|team|teams|staff|oncall|call|sre|developer|developers|we|i ?* \
     was|were|is|are|got|gets alerted|paged|notified",
    "alert|alerts|alarm|alarms|monitor|monitoring ?* \
     fires|fired|triggers|triggered|alerts|alerted|detects|detected|sounded",
    "issue|problem|outage|incident|anomaly|fault was|is ?first detected|noticed|reported|discovered",
    "received|receives|receive .. alert|alerts|complaint|complaints|report|reports",
    "developer|developers|member|people|student|students|user|users|customer|customers alerted|\
     notifies|notified|reports|reported|reporting|complains|complained",
    "started|starts|begin|began to complain|report",
    "report|reports|reported|complaint|complaints ?of ?* ?* from|by|on ?a|the|another|our customer|\
     customers|developer|others|people|student|students|user|users|slack|discord|irc|twitter|\
     gitter|github",
    "are|is|was|were|been informed|notified of|that",
    "ci|scan|scanner|check|checks|probe|probes|sensor|watchdog detects|detected|flags|flagged|\
     catches|caught",
];

/// Who has looked already does not notice it now.
pub(super) const LOOKED: &[&str] = &["debug*", "investigat*", "analy*", "troubleshoot*", "look*"];

/// Those who use it notice, where nobody has yet; "user reports" may also be what somebody reads.
pub(super) const USERS_NOTICE: &[&str] =
    &["user|users|customer|customers|client|clients report|reports|reported|complain|complains|\
     complained"];

pub(super) const IS_BACK: &[&str] = &[
    "back online|live",
    "back up and running",
    "back to normal",
    "back in service|operation|production",
    "fully restored|recovered|operational|resolved|functional",
    "service|services|site|website|system|systems|functionality|access|operation|operations|\
     platform|application|app|chain|network ?was|were|is|are|has|have|had ?been \
     ?fully|completely|successfully restored|resumed|resumes|recovered|recovers",
    "recovery .. completed|complete",
    "regains|regained ?* access|connection|connectivity",
];

pub(super) const IS_WELL: &[&str] = &[
    "restored|resolved|recovered|normal|online|operational|functional|stable|live|healthy|reachable",
    "up and running",
    "working again",
    "renders|render|works|work|loads|load|responds|respond|succeeds|succeed|serves again",
];

/// What failed starts: enough in the last entry, where the report says that it was over.
pub(super) const STARTS_UP: &[&str] =
    &["server|service|site|website|nginx|apache ?successfully starts|started|runs|running"];

/// A clause by itself: "docs back online", not "back up the disk".
pub(super) const ONLINE_AGAIN: &[&str] =
    &["back online|up ?again", "back up ?and ?running ?again", "is|are back"];

/// Words for something done so that it comes back, which it has not yet; and for a part that was
/// put back.
pub(super) const AIMS: &[&str] =
    &["to", "for", "get", "getting", "put", "might", "may", "wait*", "expect*"];

/// Back for some alone.
pub(super) const FOR_SOME: &[&str] = &[
    "some|most|few|several|half ?of ?the|our user|users|customer|customers|client|clients|service|\
     services|site|sites|region|regions|shop|shops",
    "partial|partially|partly restored|recovered|back|resolved|recovery|restoration",
];

/// Back, and not whole.
pub(super) const AT_FAULT: &[&str] =
    &["back|online|up|restored|running .. with ?a|an|some|the|its|partly|partially|still \
     broken|corrupt|corrupted|crippled|damaged|degraded|faulty|incomplete|missing|outdated|\
     unstable"];

/// Words behind "back, but …" that say what is wrong still.
pub(super) const STILL_AT_FAULT: &[&str] =
    &["but .. broken|degraded|down|failing|fails|incomplete|intermittent|intermittently|limited|\
     missing|slow|slower|slowly|still|unstable"];

/// Words for something that comes back, but is a part only; that is still on its way, or that is
/// over for some alone.
pub(super) const IN_PART: &[&str] = &[
    "attempt*", "backlog", "begin*", "bring*", "but", "container*", "data", "disk*", "except",
    "first", "gradual*", "host", "hosts", "instance*", "most", "node*", "nodes", "partial*",
    "pod*", "replica*", "slowly", "some", "start*", "still", "tried", "try*", "vm", "vms",
    "worker*",
];

pub(super) const FINDS_THE_PROBLEM: &[&str] =
    &["find|finds|found|figured|figures|discovered|discovers|determined|determines|understood|\
     realised|realized|learned|learnt ?out ?that the|our ?root|actual|real|underlying \
     issue|problem|cause|culprit|fault|reason is|was|were|lies|lay|came|comes|laid \
     with|in|from|associated|related|caused|due|because|a|an|the|that|by"];

/// Phrases for something that only might be the cause.
pub(super) const SUPPOSED: &[&str] = &[
    "possible|possibly|potential|potentially|probable|likely|suspected|presumed|assumed|apparent \
     ?root cause|causes|culprit|culprits|reason|reasons|source|origin",
    "may|might|could have caused|be",
];

/// Phrases for finding who or what suffered, not why.
pub(super) const SUFFERED: &[&str] = &[
    "all|affected|impacted|remaining|extent|scope|number|list ... identified|found|determined",
    "identified|found|determined|identify|identifies all|affected|impacted",
];

/// An effort that only begins: nothing is better yet.
pub(super) const ONLY_BEGINS: &[&str] = &[
    "recovery|restore|restoration|repair|mitigation \
     process|procedure|effort|efforts|job|script|work .. \
     start|starts|started|begin|begins|began|begun|initiated|underway",
    "start|starts|started|begin|begins|began|initiate|initiated|kicked ?off ?the ?a ?* \
     recovery|restore|restoration|mitigation",
    "start|starts|started|begin|begins|began ?to set|setting|add|adding|cordon|cordoning|drain|\
     draining|migrate|migrating|rebuild|rebuilding",
    "asks|asked .. to",
    "maintenance mode|page enabled|activated|on|up",
    "to|into|in ?a ?the maintenance mode",
];

/// Until something better comes.
pub(super) const FOR_NOW: &[&str] = &["until .. resolved|fixed|repaired|found"];

/// The failure is still on for some, in the same breath.
pub(super) const FAILS_STILL: &[&str] = &[
    "others still",
    "still hang|hangs|hanging|stuck|down|fail|fails|failing|broken|unreachable",
    "still occurring|occuring|persists|persisting|happening",
];

/// A part shows a sign of life.
pub(super) const PART_AWAKE: &[&str] =
    &["node|pod|container|instance|host started|starts|began responding"];

/// The repair is done, which is not the end where a report tells the two apart.
pub(super) const REPAIRED: &[&str] = &["incident|fault ?was|is repaired"];

pub(super) const RESOLVED: &[&str] = &["incident ?was|is resolved|closed|over"];

/// On its way, and done later only.
pub(super) const RECOVERS: &[&str] = &["begins|began|begun|starts|started ?to recovering|recover"];

/// What went well after it.
pub(super) const WENT_WELL: &[&str] = &["went|worked great|well"];

pub(super) const MOSTLY: &[&str] = &["majority of", "most of the .. done|complete|completed"];

/// What somebody sets out to do is not done, nor is what is not known.
pub(super) const SETS_OUT: &[&str] = &[
    "start|starts|started|begin|begins|began|initiate|initiates|initiated|launched \
     ... to identify|find|determine|understand|establish ?the ?root|underlying cause|reason",
    "cause ?is|was|has|have|remains still|not|unclear|undetermined|unknown",
];

pub(super) const FINDS_A_LOAD: &[&str] = &[
    "discovers|discovered|finds|found|identifies|identified|notices|noticed|reveals|revealed \
     ?a|an|the|that high|elevated|excessive|increased cpu|memory|disk|load|latency|usage",
    "is|are confusing|puzzling|strange",
];

/// To meet, to take a role or to ask for news hands nothing over.
pub(super) const TALKS: &[&str] = &[
    "meet|meeting ?call was|is ?been created|started|scheduled|opened|held",
    "meet|meeting ?call created|started|scheduled|opened|held",
    "schedule|scheduled|schedules ?an|a ?* meeting",
    "assumes|assumed|takes|took .. lead|role|roles|scribe",
    "assigned to investigate|look|fix|work",
    "message received",
    "request|requests|requested|asks|asked .. eta|update|updates|estimate|estimated",
    "is|are|was|were asked to inquire|enquire",
];

/// The search goes on; and what is seen or made to happen again is not yet why.
pub(super) const SEARCH_GOES_ON: &[&str] = &[
    "still investigating|looking|searching|debugging",
    "able|managed to reproduce",
    "reproduced|reproduces the|this|it",
];

/// Nothing noticed it.
pub(super) const UNNOTICED: &[&str] = &[
    "no|without alert|alerts|alarm|alarms|page|pages|notification|notifications",
    "alert|alerts|alarm|alarms did|does|do|was|were not|never",
    "went unnoticed",
    "silenced|silences|muted|mutes|dismissed|dismisses ... alert|alerts|alarm|alarms",
];

/// Somebody sees that it does not work.
pub(super) const STILL_DOWN: &[&str] = &[
    "see|sees|saw|finds|found ... unreachable|unavailable|unresponsive|offline",
    "is|are|remains|remain ?still unreachable|unavailable|unresponsive|offline",
];

/// A machine that stops a part does the harm, and mends none.
pub(super) const KILLED: &[&str] =
    &["watchdog|oom|oom-killer|killer|kernel terminates|terminated|kills|killed|stops|stopped"];

/// What was done or looked at did not help.
pub(super) const IN_VAIN: &[&str] = &[
    "issue|issues|problem|problems|error|errors|failures|outage|symptoms ?still \
     persist|persists|persisted|remain|remains|remained|continue|continues|continued",
    "did|does|do not help|resolve|fix|solve",
    "didn't|doesn't help|resolve|fix|solve",
    "without success|avail",
    "to no avail",
    "in vain",
];

/// A report is written, which notices nothing.
pub(super) const WRITES_A_REPORT: &[&str] = &[
    "report|reports ?was|is|were|are created|written|drafted|compiled|generated|published|finished",
];

/// What ends a change sets nothing off.
pub(super) const ENDS_A_CHANGE: &[&str] =
    &["pr|mr|request|pull-request|branch .. closed|abandoned|withdrawn"];

/// It gets worse once more.
pub(super) const WORSE_AGAIN: &[&str] =
    &["climbs|climbed|climbing|rises|rose|rising|grows|grew|spikes|spiked|fails|failed|failing|\
     crashes|crashed|crashing|drops|dropped|breaks|broke ?down again"];

/// A change of something else than what failed, or the end of one.
pub(super) const ELSEWHERE: &[&str] = &[
    "beta|staging|test|preview|pre-production|non-production ?* environment|cluster|ingress|ingresses|\
     release|rollout",
    "maintenance window|windows",
    "end|ends|ended|finish|finished the|a|this deployment|rollout|deploy",
    "for * to test",
];

/// Words for things that are put in order when the harm is over.
pub(super) const AFTERWARDS: &[&str] = &[
    "audit|audits|auditing|audited",
    "refund*",
    "cleanup|cleanups",
    "clean|cleaned|cleaning up",
    "back in|into|to ?the queue",
    "requeue*",
    "queued again",
    "backfill*",
    "reprocess*",
];

/// The harm ends where what does it is stopped.
pub(super) const STOPS: &[&str] = &[
    "stop|stops|stopped serving|sending|accepting|publishing|processing|signing",
    "was|were|is|are shut|shutdown|stopped|disabled",
    "shut|shuts|turned|turns|switched|switches off|down",
];
