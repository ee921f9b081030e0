//! The words by which an event tells what kind of thing it is.
//!
//! A pattern is a run of words: `escalat*` stands for every word that begins so, `a|b` for either,
//! and `..` for up to four words in between. The weight says how surely the words decide.

use crate::incident::Kind::{self, *};

/// Kind, weight, patterns separated by commas.
pub(crate) const CUES: &[(Kind, i32, &str)] = &[
    // Something set it off.
    (
        Trigger,
        9,
        "fault occurs, fault occurred, outage begins|began|starts|started|beings, incident begins|began|starts|started, attack begins|began|starts|started, impact begins|began|starts|started, impact started, downtime begins|began|starts|started, goes down, went down, issue begins|began|starts|started, problem begins|began|starts|started, disruption begins|began|starts|started, start of .. outage|incident|impact|issue, outage start*, degradation begins|began|starts|started",
    ),
    (
        Trigger,
        6,
        "merges own|the|a|his|her, certificate|cert .. expired|expires, ran out of, runs out of, run out of, power .. lost|failed|failure|outage, crashed, crashes, froze, fails over, stops responding, stopped responding, stopped working, became unresponsive|unavailable, becomes unresponsive|unavailable, started failing, begin to fail, began to fail, began failing, starts failing, begin failing, become unresponsive, starts degrading",
    ),
    (
        Trigger,
        4,
        "is|was|were|are pushed, deployment of, deployed|deploys|released|pushed|shipped|merged|upgraded|migrated|installed|launched, release of, migration .. begins|began|starts|started, maintenance .. begins|began|starts|started|scheduled|window, rollout, rolled out, upgrade of, uploaded, change .. made|applied|released|merged|deployed, configuration change, goes live, went live, cron job, scheduled job, new version, overload*, exhaust*, spike in .. traffic, surge, traffic spike",
    ),
    // Somebody or something noticed.
    (
        Detected,
        10,
        "issue|problem|incident|outage|anomaly|error|fault was|is|were first|initially|originally|automatically detected|noticed|reported|discovered|identified|observed, issue|problem|incident|outage|anomaly|fault was|is detected, issue|problem|incident|outage|anomaly|fault detected, fault detected, first detected, first alert, first report*, first noticed, was|were alerted, got alerted, alerts|alert .. fired|triggered|received|raised|generated|notified|notifies|indicat*|show*|warn*|went|came|sent|flagged, triggered alert|alerts|an alert, triggers alert|alerts|an alert, triggering .. alert|alerts, raised the alarm, sounds|sounded|raises .. alarm, received .. alert|alerts|notification|notifications|complaints|reports|page|call|calls, receive|receives|receiving .. alert|alerts|complaints|reports|page, got paged, was|were|is|are paged by, gets an alert|a page, pagerduty|pingdom|opsgenie|statuscake alert*|fire*|page*|notif*|report*",
    ),
    (
        Detected,
        9,
        "users|customers|clients|people|students|visitors|employees|developers|tenants|partners|researchers|merchants report|reported|reports|reporting|complain|complained|complaining|notice|noticed|begin|began|start|started|flood|experience|experiencing|experienced|cannot|could, user|customer|client|student|employee|developer complaint|complaints|complained|complains|report|reports|reported|reporting|notice|noticed|notified|notifies|calls|called, complaints .. received|started|start|began|begin|from|about|pour, report|reports .. from .. user|users|customer|customers|student|students|community, reported by, noticed by, detected by, discovered by, spotted by, observed by, incoming report, reports that many, monitoring .. detect*|alert*|trigger*|flag*|notif*|notic*|report*|rais*|pick*|caught|indicat*|show*, alert* us, notif* us, us about, us that, alarm, alarms, alerting us, notified of|about .. outage|issue|problem|failure|downtime|errors|error, alerted to, alerted of, alerted about, alerted by",
    ),
    (
        Detected,
        6,
        "detect|detects|detected, notice|notices|noticed, observe|observes|observed, spotted, reported, complain*, alert|alerts|alerted, paged, page, discovered, became aware, becomes aware, made aware, came in, realised|realized that .. down|offline|broken, increase|spike|surge|rise in error|errors|latency|response|500|5xx|failed, error rate, error rates, errors start*, 500 errors, 5xx, 502|503|504 errors|error, high error|latency|load|cpu|traffic|response, slow response*, elevated error*|latency, health check|checks fail*, returning 500|502|503|404, is down, was down, are down, were down, not loading, not responding, unable to access|reach|log|login|connect|load, could not access|reach|log|connect|load, inaccessible, unreachable, unavailable",
    ),
    // The alert was checked and taken on.
    (
        Confirmed,
        9,
        "confirm* .. issue|outage|incident|problem|alert|failure|downtime|report|reports|impact|error|errors, verif* .. issue|outage|incident|problem|alert|report|reports, issue|outage|incident|problem|alert|alerts .. confirmed|verified|acknowledged|validated, acknowledg* .. alert|alerts|issue|incident|page|problem|outage|report|reports|ticket, alert acknowledged, acknowledged by, incident declared, declared an|the|as, incident is|was declared, declare an|the incident, is|was declared, incident opened|created|raised, incident channel, opens|opened an|the incident, reproduc* .. issue|problem|error, severity .. raised|set|upgraded, validat* .. issue|problem|alert|incident, springs into action, sprang into action, sev1 declared, declared a, declares",
    ),
    (
        Confirmed,
        6,
        "acknowledg*, confirmed that .. down|offline|unavailable|failing|affected, verified that .. down|offline|unavailable|failing|affected, triage, triaged, ticket .. opened|created|raised|filed, issue .. opened|created|raised|filed, war room",
    ),
    // The search.
    (
        Investigating,
        9,
        "began|begin|begins|beginning|start|starts|started|commence|commenced investigat*|debugging|troubleshooting|looking|searching|checking|digging|analyzing|analysing|diagnos*|reviewing, investigation .. began|begins|started|starts|initiated|commenced|continued|continues|shifted|shifts|expanded|expands|focused|focuses|focus|launched|underway|begun, investigation started|began|begins|initiated, initial investigation, investigation into, further investigation, started to investigate|look|debug|check, began to investigate|look|debug|check, begins to investigate, initiated|initiates .. investigation, starts|started|begins|began looking|checking, looking into, looked into, looks into, dove into, dives into, dive into, dug into, digs into, attention .. shifted|turned|shifts, investigation shifted, deeper look|dive|analysis|investigation, in-depth analysis|investigation",
    ),
    (
        Investigating,
        7,
        "investigat*, debugg*, troubleshoot*, troubleshot, diagnos*, analyz*, analys*, examin*, inspect*, review|reviews|reviewed|reviewing .. log|logs|config|configuration|metrics|code|changes|settings, check|checks|checked|checking .. log|logs|config|configuration|metrics|status|server|servers|process|processes|database|settings|network|connection|permissions, log|logs .. checked|reviewed|analyzed|analysed|examined|inspected, checked, reviewed, strace, tcpdump, profil*, searched, queried, tested, ran, runs, curl, root cause analysis, asks|asked, asking, wonder*, question*, looks|looked|looking at, compare*, comparing, collect* .. logs|data|metrics, gather* .. logs|data|information, dig|digs|digging, trace|traces|traced|tracing",
    ),
    (
        Investigating,
        4,
        "look|looks|looked|looking, check|checks, review|reviews, test|tests|testing, discuss*, search*, tries|try|trying|tried|attempt|attempts|attempted to, seems|appears to, notices that, no response",
    ),
    // A suspicion.
    (
        Hypothesis,
        9,
        "suspect|suspects|suspected|suspecting, suspicion*, hypothes*, initial|first|early assumption|theory|thought|suspicion|guess, assum* .. is|was|might|could|be|to|that|due, initially thought|believed|assumed|suspected|attributed, thought .. was|might|could|due|caused, might be|have, may be|have been, could be, possibly, potential cause*, likely cause, likely due, theor*, believed to be|that, it was assumed|believed|thought|suspected, possible cause*, speculat*, perhaps",
    ),
    // A suspicion, a check or a fix that led nowhere.
    (
        DeadEnd,
        13,
        "misleading, misled, misdirected, misdiagnos*, red herring*, dead end*, false lead*, false positive, false path, wild goose, wrong path|track|direction|diagnosis|culprit|assumption|tree, barking up, went nowhere, led nowhere, to no avail, no avail, no luck, without success|luck|effect|avail, in vain, fruitless, did not|didn't|does|don't not|help|work|solve|fix|resolve|change, not|n't help|work|solve|fix|resolve the|anything|this|it, had no effect, no effect, no improvement, made no difference, no difference, nothing changed, changed nothing, but .. persist|persists|persisted|remains|remained|continued|continues|failed|fails, still persist*, issue|error|errors|problem|outage|issues|problems persist|persists|persisted|remains|remained|continued|continues, unsuccessful*, was|were ruled out, rule|rules|ruled|ruling out, not the cause|culprit|issue|problem|source|reason, wasn't|isn't|weren't the cause|culprit|issue|problem|source|reason, turned out to be unrelated|wrong|fine|false|incorrect|not, proved|proven to be|unrelated|wrong|incorrect|false|fruitless|innocent, unrelated, incorrectly|wrongly|mistakenly assumed|attributed|identified|suspected|thought|believed|diagnosed, incorrect|wrong|false|mistaken assumption*|diagnosis|lead|hypothesis|belief|conclusion",
    ),
    (
        DeadEnd,
        11,
        "no issue|issues|problem|problems|anomalies|anomaly|abnormalities|errors|error|sign|signs|evidence|irregularities|fault|faults|leads|clue|clues|faults|discrepancies|obvious found|were|was|detected|identified|discovered|with|there|of|in|related|observed|noted|reported|cause, found no|nothing|none, finds no|nothing, find any|anything, found .. to be normal|fine|healthy|stable|working|operational|functional|functioning, nothing .. unusual|wrong|suspicious|abnormal|relevant|found|useful|out, not|n't find|show|reveal|yield any|anything|much, yield|yielded|yields no|nothing, reveal|revealed|reveals|showed|shows|shown no|nothing|normal, were|was|are|is normal|fine|healthy|functioning, functioning|working|operating|running normally|properly|correctly|fine|as, all .. normal|fine|good|healthy|green, everything .. normal|fine|peachy|good|ok|okay|healthy|perfectly|seem*, appear* normal|fine|healthy, confirmed|confirming .. normal|fine|healthy, cleared of, restart* .. but, rolled back .. but, revert* .. but, reboot* .. but, attempted .. but, tried .. but, but .. did not|didn't|no|without|nothing|unsuccessful|still|same, does not seem to, doesn't seem to, still|again failing|down|failed|broken|unavailable|unresponsive|happening|slow|there|occurring, wasted, chasing",
    ),
    // Handing over.
    (
        Escalated,
        14,
        "escalat* .. to, was|were|is|are|been|being escalated, escalat* the|this|it|issue|incident|problem|ticket, issue|incident|problem|outage|ticket|case escalated, escalation to|made|occurred|initiated",
    ),
    (
        Escalated,
        11,
        "escalat*, assigned to, handed over|off, passed on|to, hand* .. over to, referred to .. team, transferred to .. team, forwarded to, called in, call in, calls in, brought in, brings in, looped in, pulled in, loops in, reach|reaches|reached|reaching out to, engaged .. team|engineer|support|experts|vendor|provider, team|engineers|engineer|dba|lead|support|provider|vendor|administrator|administrators|admins .. engaged|involved|contacted|summoned|mobilized|mobilised|assembled|looped|joined|joins|notified|informed|paged|called|consulted|convened, contact|contacts|contacted .. team|support|vendor|provider|engineer|admin|administrator|hosting|company, notif* .. team|engineer|engineers|administrator|admin|manager|lead|management|devops, inform* .. team|engineer|engineers|manager|management|lead, alert* .. team|engineers .. to, opened|raised|filed|created|submit* .. ticket|case|request with|to, support ticket|case, asked|asks|request* .. team|support|engineer|help|assistance, consult* .. with, sought|seek|seeking help|assistance|support, ping|pings|pinged, joins|joined .. call|investigation|incident, dispatched, emergency meeting, summon*, involve* .. team, assistance from",
    ),
    // Telling others.
    (
        Communicated,
        10,
        "status page|post|update|posting .. updated|posted|published|states|reports|indicates|at, status post*|page|update, second status, posted|post|publish*|sent|send|issue|issued|posts .. update|statement|announcement|notice|message|notification|tweet|apology|email, informed|inform|notified|notify|notifying|informing .. users|customers|clients|stakeholders|tenants|public|community|partners|affected|everyone|teams, users|customers|clients|stakeholders|tenants|management informed|notified|updated, communicat* .. sent|to|with|users|customers|stakeholders, announce*, announcement, tweet*, stakeholders, public statement|disclosure, advisory, comms, email .. sent, first update",
    ),
    // The cause came to light.
    (
        CauseFound,
        12,
        "root cause .. identified|found|discovered|determined|confirmed|pinpointed|isolated|established|traced|revealed|detected|uncovered|located|is|was|as|diagnosed, root-cause .. identified|found, identif* .. root cause|cause|culprit, cause .. identified|found|discovered|determined|pinpointed|uncovered|known|understood, determin* .. root cause|cause|that, found .. root cause|cause|culprit|problem|issue|bug, discover* .. root cause|cause|culprit|bug, culprit .. identified|found|was|is, traced .. to|back, pinpoint*, narrowed .. down to, isolated .. to, the real villain|culprit|cause, real cause|issue|problem, actual cause|issue|problem, problem|issue|bug|error|fault|failure .. identified as|in|within, was identified as|in, identified as, identified the|a|an|that|misconfig*|incorrect, identifies the|a|an|that, uncover*, revealed|reveals|revealing that|a|an|the|misconfig*|incorrect|high|excessive|issue|evidence, unveiled, problem|issue found, found .. misconfig*|typo|bug|misspell*|incorrect|wrong|missing|corrupt*|leak|error|errors|mistake|limit|expired|faulty, discovered .. misconfig*|typo|bug|incorrect|wrong|missing|corrupt*|leak|error|mistake|limit|expired|faulty|that, misconfig* .. found|identified|discovered|detected|spotted|uncovered, typo .. found|identified|discovered|spotted, concluded that, it was determined|discovered|found that, turned out that|to be, turns out, aha, eureka",
    ),
    (
        CauseFound,
        8,
        "found that, finds that, found a|the|an, finds a|the|an|erroneous, found, discover*, identif*, determin*, realize*|realise* that|the|it|there|we, root cause, caused by, because of, due to, is clear, became clear|apparent|evident, evidence of, points to, pointed to, pointing to, detected the|a|an problem|misconfig*|bug|memory|leak, located, culprit, diagnosed as, understood, spotted the|a|an",
    ),
    // Work on the fix.
    (
        Fixing,
        10,
        "fix* .. deployed|implemented|applied|released|pushed|merged|rolled|initiated|began|started|tested|developed|in|is|was, deploy*|implement*|appl*|releas*|push*|merg*|develop*|roll*|prepar*|ship*|test* .. fix|hotfix|patch|solution|changes|correction|corrections|remedy, hotfix|patch .. deployed|implemented|applied|released|developed|rolled|prepared, patched, hotfix, corrected, correct|corrects|correcting the|a|an, fixes|fixed|fixing|fix, roll|rolls|rolled|rolling back, rollback, rolled-back, revert|reverts|reverted|reverting, restart|restarts|restarted|restarting, reboot|rebooted|rebooting|reboots, redeploy*, re-deploy*, reinstall*, rebuilt|rebuild|rebuilding, replac*, renam*, remov* .. the|from|incorrect|old|faulty|bad, delet* .. the|from|old, increas* .. limit|size|memory|capacity|timeout|pool|number|resources|max*|the, increase|increased|increasing|raised .. to, rais* .. limit, adjust*, reconfigur*, re-configur*, optimiz*, optimis*, updat* .. config*|setting|settings|rule|rules|record|records|code|script|file|dns|certificate|limit|the, upgrad*, scal* .. up|out, scaled, added .. missing|index|capacity|resources|server|servers|node|nodes|instances, install*, renew*, configur*, chang* .. to|the|config*|password, switch* .. to, clear* .. cache|queue|disk|space|logs, provision*, mitigation|corrective|recovery|remediation|resolution steps|efforts|actions|measures|work|step .. initiated|began|started|taken|begin|begun|underway|implemented, steps .. taken to, restor* .. from|backup|process|began|started, recover* .. data|process|began|started, rectif*, remed*, repair*, solution .. implemented|deployed|applied|found, implement*, apply|applied|applies|applying, migrat* .. to, fail* over to, failover .. to, manually, drain*, cordon*, terminat* .. process|session|sessions|connection|query|instance, kill* .. process|session|query|pod|job, redirect* .. traffic|to, rerout*, edit* .. file|config*, modif*, patch, restored .. backup, unlock*",
    ),
    (
        Fixing,
        5,
        "update|updated|updates|updating, add|adds|added|adding, remove|removed|removes|removing, set, enable|enabled, deploy|deploys|deployed|deploying|deployment, release|released, merge|merged|merges, create|creates|created, run|rerun, work on, working on, begins to, recreat*, move|moved, delete|deleted|deletes, clean*, purge*, flush*, prune*",
    ),
    // The harm was stopped or lessened.
    (
        Mitigated,
        11,
        "mitigat*, partial|partially restored|recovered|resolved|recovery|restoration, temporar* fix|solution|workaround|measure|relief|restored|cooling|patch|disabled|increased|block*, workaround*, stabiliz*, stabilis*, improv* .. performance|response|times|significantly, starts|started|begins|began|begin to recover|improve|stabilize|decrease|drop|normalize, started|begins|began recovering|improving, impact .. reduced|ended|over|contained, contain* .. attack|incident|damage|issue, block* .. ip|traffic|attacker|ips|requests|account, disabl* .. the|account|feature|service|job, shut down .. attack*, shutdown, turn* off, took .. offline, taken offline, rate limit*, throttl*, revok*, quarantin*, are|is now locked, locked, isolat* .. server|node|system|affected, contained, repaired, went back to acceptable|normal, returned to acceptable, gradually|slowly recover*|return*|improv*|restor*|normaliz*",
    ),
    // It was over.
    (
        Resolved,
        13,
        "resolved, fully restored|recovered|operational|resolved|functional, full|complete|normal service|functionality|recovery|operation|operations|restoration|traffic .. restored|resumed|confirmed|achieved, service|services|site|website|system|systems|application|app|access|functionality|traffic|server|servers|connectivity|operations|platform|performance|everything|database|api|hub .. restored|resumed|recovered|back|normalized|normalised|stabilized|stabilised|online|operational|returned|returns|normal|working|available, was|is|were|are|been|got restored, restored to, returned|returns|return|returning|back to normal|normalcy|operation|service, back online|up|to|in|on|working, up and running, working again|as|properly|normally|fine, problem|issue|error|bug|outage .. solved|fixed|gone|disappeared|over|ended|cleared|closed|resolved|resolves, is solved, was solved, solved, incident|issue|ticket|alert|alerts .. closed|over|ended|cleared, all clear, closed, confirm* .. resolution|resolved|fixed|fix|recovery|restored|working|stability|success*|stable|normal, verif* .. resolution|resolved|fixed|fix|recovery|restored|working|stability|functionality|success*, resumed normal, normal operation*|operations, outage ended|ends|over, incident ended|ends, all|full|complete systems|services|functionality|traffic, 100% of .. restored, end of .. outage|incident, became|becomes|come|came|comes available|accessible|responsive|operational|back, no longer|more errors|seeing|occurring|failing|errors, fully operational|functional, successfully restored|resolved|recovered|deployed|restarted|fixed|load, resolution .. confirmed|verified|achieved|complete*, resolution, restored, resolves, resum*, recovered, recovery, everything seems fine, all good",
    ),
    (
        Resolved,
        6,
        "success*, stable, stability, normal, operational, online, works, working, healthy, passed, green, complete|completed, released, confirmed",
    ),
    // What came after.
    (
        FollowUp,
        11,
        "post-mortem|postmortem|post-incident|retrospective .. meeting|review|analysis|conducted|scheduled|held|published|written|phase|started|begins|created|completed|report, post-mortem|postmortem|post-incident, incident review|report, lessons learned, documented|documentation|documenting, document|report .. written|published|shared, follow-up|followup, preventive|preventative measures|actions|steps|monitoring, additional|enhanced|improved|continuous|ongoing|further|close|extended monitoring, monitored .. stability|system|for|closely|to, continue|continues|continued|continuing to monitor, monitor* .. stability|closely|performance|recurrence|system|ensure|to|for, kept .. eye|monitoring, automate .. process, git blame, permanent fix|solution, prevent future|recurrence|similar, to prevent|avoid, debrief*, refund*, apolog*, for later examination, meeting",
    ),
    // Neither here nor there.
    (Other, 5, "swear*, curs*, coffee, panic*, celebrat*, lunch"),
];

/// Words that turn the sense of what follows them round.
pub(crate) const NEGATIONS: &[&str] = &[
    "not",
    "no",
    "never",
    "without",
    "cannot",
    "can't",
    "couldn't",
    "didn't",
    "doesn't",
    "don't",
    "wasn't",
    "isn't",
    "weren't",
    "hasn't",
    "haven't",
    "won't",
    "nor",
    "neither",
    "failed",
    "unable",
    "yet",
    "nothing",
    "unsuccessfully",
];

/// Words after which a verb is an aim, not something that was done.
pub(crate) const AIMS: &[&str] = &[
    "to", "for", "until", "before", "should", "would", "will", "could", "if", "whether", "when", "awaiting", "pending", "toward", "towards",
];
