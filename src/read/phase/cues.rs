//! The words by which an event tells what kind of thing it is.
//!
//! A pattern is a run of words: `escalat*` stands for every word that begins so, `a|b` for either,
//! and `..` for up to four words in between. Where several signs speak, the one of the greatest
//! weight is heard; what it means depends on how far the story has come.

/// What the words of an event are a sign of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Sign {
    /// Something broke.
    Fault,
    /// Something was changed: what set it off, an attempt, or the fix.
    Change,
    /// Somebody or something raised the alarm.
    Alarm,
    /// Something was seen to be wrong.
    Symptom,
    /// It was checked and taken on.
    Confirm,
    Search,
    Suspect,
    /// A search, a suspicion or a change came to nothing.
    Nothing,
    HandOver,
    /// Users or the public were told.
    Tell,
    Cause,
    /// Beyond doubt the fix.
    Fix,
    Relief,
    /// It was over.
    End,
    /// What comes after the end.
    After,
    Aside,
}

use Sign::*;

/// Sign, weight, patterns separated by commas.
pub(crate) const CUES: &[(Sign, i32, &str)] = &[
    // Something broke.
    (
        Fault,
        11,
        "fault occurs|occurred|began|begins|starts|started, \
         outage|incident|attack|impact|downtime|disruption|degradation|problem|issue|failure \
         begins|began|starts|started|commences|commenced, \
         start of .. outage|incident|impact|issue|disruption, outage|impact|downtime start, \
         site|website|server|service|app|application|database|system|cluster|hub|portal|api \
         goes|went down|offline, \
         goes|went down|offline, computer|laptop froze",
    ),
    (
        Fault,
        8,
        "certificate|cert|token|license expired|expires, ran|runs|running|run out of, \
         power .. lost|failed|failure|outage, crashed, crashes, froze, stopped|stops \
         responding|working, \
         became|becomes|become \
         unresponsive|unavailable|inaccessible|overloaded|unreachable|corrupted, \
         started|starts|begin|began|begins to fail, \
         started|starts|begin|began|begins failing|crashing|degrading|timing|dropping|returning, \
         drops to zero, \
         dropped to zero, overwhelmed, exhausted the, \
         pipeline|build|deploy|deployment|upgrade|migration|job failed|fails, entered|enters \
         notready|nodelost|failed, \
         first recorded error",
    ),
    // Something was changed: what set it off, an attempt, or the fix.
    (
        Change,
        10,
        "roll|rolls|rolled|rolling|reverted|revert|reverts|reverting back|the|to|recent, \
            rollback, roll-back, \
         rolled-back, revert|reverts|reverted|reverting, reversed|reverses, \
         restarted|restart|restarts|restarting, \
         rebooted|reboot|reboots|rebooting|re-booted, \
         redeployed|redeploys|redeploy|re-deployed|re-deploy|redeploying, \
         reinstalled|reinstall|reinstalling, rebuilt|rebuild|rebuilds|rebuilding|re-built, \
         reset|resets|resetting, \
         restored .. from|backup, restor* .. backup|from, failover|failed .. over, \
         scaled|scaling|scale up|out|down, \
         killed|kill|kills|terminated|terminates .. \
         process|session|sessions|query|queries|pod|pods|job|jobs|instance, \
         cordon*, uncordon*, drained|drain|draining, recreated|recreate|recreates|re-created",
    ),
    (
        Change,
        7,
        "deployed|deploys|deploying|deploy, deployment, releases|released|releasing, \
            pushed|pushes, \
         merged|merges|merging|merge, migrated|migration, upgraded|upgrades|upgrade, rolled out, \
         rollout, rolls out, \
         installed|installs|installing, \
         is|was|were|are|gets|got|been \
         set|switched|put|applied|updated|changed|modified|renamed|moved|added|removed|deleted|replaced|reduced|increased|enabled|disabled|stopped|started|restarted|rebuilt|recreated|created|scaled|rebooted|terminated|drained|executed|bumped|reset|migrated|upgraded|deployed|merged|installed|adjusted|switched|cleared|purged|patched|re-run|rerun|triggered|raised|lowered|cleaned, \
         updated|updates|updating, changed|changes .. to|the|password|config*, \
         modified|modifies|modifying, \
         renamed|renames, moved|moves|moving, added|adds|adding|add, \
         removed|removes|removing|remove, \
         deleted|deletes|deleting|dropped|destroy|destroys, replaced|replaces|replacing, \
         increased|increases|increasing|increase .. \
         limit|limits|size|capacity|memory|to|timeout|pool|number|the|resources|connections|cpu|ram, \
         raised|raises .. limit|limits|timeout, reduced|reduces .. to|from|the|timeout, \
         adjusted|adjusts|adjusting, \
         reconfigured|reconfigures|configure|configures, scaled|scales|scaling, switched|switches \
         to|back|off|on|over, \
         cleared|clears|clearing|flushed|purged .. cache|queue|disk|space|logs|the, \
         enabled|enables|enabling, \
         bumped|bumps|bump, tuned, rotated|rotates|rotate, \
         run|runs|ran .. migration|script|deployment|terraform|playbook|apply, setting up, set \
         up|to, sets, \
         starts|started|start|starting|begins|began|finished|finish|finishes|ended .. \
         deployment|deploy|import|export|migration|upgrade|update|rollout|maintenance|release|build|re-indexing|reindexing|replication|script|job, \
         goes into downtime, \
         pipeline|job|script|build|plan \
         triggered|re-run|rerun|started|runs|ran|applied|executed|run, \
         we start|stop|create|rebuild|rebuilt|remove|restart|delete|deploy|kill, manually, \
         starts|started|stopped|stops|stop \
         the|nginx|apache|apache2|mysql|server|service|process|searchd, \
         apache|nginx|mysql|server|service start, \
         redirect|redirects|redirected|redirecting|reroute|rerouted|rerouting|divert|diverted, \
         turn|turns|turned on|off|back, executed|executes, writes|wrote .. script|manifest, \
         uploaded|uploads, \
         decided to .. ship|host|reboot|restart|move|migrate|deploy|switch|wait|roll|update|use, \
         decision made to, \
         pr|patch|mr .. merged|opened|made|created, cron job, scheduled job, maintenance, \
         goes|went live, new version, \
         launch|launches|launched, work on .. complete, working on, available to|for",
    ),
    // Somebody or something raised the alarm.
    (
        Alarm,
        13,
        "\
         pager|monitoring|pagerduty|system|datadog|nagios|zabbix|grafana|prometheus|cloudwatch .. \
         alerted|alerts|notified|notifies|paged|pages|pinged \
         team|us|engineers|on-call|the|staff|devops, \
         pager alerted|went|goes",
    ),
    (
        Alarm,
        11,
        "\
         issue|problem|incident|outage|anomaly|fault|bug|error|errors|failure was|is|were|been \
         first|initially|originally|automatically|also \
         detected|noticed|reported|discovered|identified|observed|found, \
         issue|problem|incident|outage|anomaly|fault|failure was|is|been \
         detected|noticed|reported|noted, \
         issue|problem|incident|outage|anomaly|fault|failure|breach|attack|downtime \
         detected|reported|noticed, \
         first detected|alert|alerts|report|reports|noticed|reported|signs, \
         alert|alerts|alarm|alarms was|were|got|is|are \
         triggered|fired|received|raised|generated|sent|issued, \
         team|engineers|engineer|on-call alerted|paged, alert|page|pager|alarm \
         pages|paged|wakes|woke, \
         reports|reported|report|texted|texts an|a|that|me|us|the|empty|several|multiple|more, \
         user|users|customer|customers|student|students|client|clients .. \
         wrote|writes|called|calls|posted, \
         first|second|third|another|fourth ticket|report|complaint|call|user|customer, \
         discloses|disclosed|reports|reported .. vulnerability|bug|flaw, \
         alerts|alert|alarm|alarms|notification|notifications \
         fired|fire|fires|triggered|trigger|received|raised|generated|indicat*|show*|warn*|went|came|sent|flagged|started|starts|begin|began, \
         was|were|got|gets|get|are alerted, \
         triggered|triggers|triggering|raised|raises|raising|sounded|sounds|receives|received|receive|receiving|sent|sends|fired|generated .. alert|alerts|alarm|alarms, \
         received|receives|receive|receiving|got|gets .. \
         complaints|reports|page|notification|notifications|calls|call|tickets|emails, \
         pagerduty|pingdom|opsgenie|statuscake|nagios|datadog|sentry .. \
         alert*|fire*|page*|notif*|report*|trigger*, \
         alerting us, alerted us, alerts us, notifies us, notified us, \
         notified|alerted|informed of|about|by|via|through|to .. \
         outage|issue|problem|failure|downtime|errors|error|email|e-mail|text|sms|monitoring|alert, \
         on-call|oncall|engineers|engineer|team|staff|sre was|were|is|are|got|gets \
         paged|alerted|notified|woken, \
         engineers|engineer|team notified via|by|of|about|through, was|is|were reported \
         by|on|in|to|via|that, \
         reported by, noticed by, detected by|through|via, discovered by, spotted by, alerted by, \
         complaint*, \
         complained|complain|complaining|complains, \
         user|users|customer|customers|client|clients|student|students|visitor|visitors|employee|employees|developer|developers|tenant|tenants|partner|partners|people|team|support|person|merchants|researchers|players report|reported|reports|reporting|report*, \
         users|customers|clients|people|students|visitors|employees|developers \
         start|started|begin|began|starts|experience|experienced|experiencing|notice|noticed|noticing|cannot|could|unable|were|encounter|encountered|encountering, \
         reports .. from .. user|users|customer|customers|student|students|community|people, \
         incoming report, came in, \
         chimes in, calls us, grumble*, moan*, angry, furious, goes|went|turns|turned red, \
         mails|emails|sms|text|texts|mail to|the .. on-call|oncall|us|team, rang|rings .. bell, \
         wondered aloud, \
         raised their hands, monitoring .. \
         detect*|alert*|trigger*|flag*|notif*|notic*|report*|rais*|pick*|caught|warn*, \
         detected by .. monitoring|alert|alerts|system|automated, raised .. \
         support|question|ticket, \
         raises|raised the issue|concern, security|vulnerability \
         disclosed|discloses|discovers|reported",
    ),
    (
        Alarm,
        10,
        "reports|reported|report in|on slack|chat|irc|gitter|github|discord|teams|forum|twitter, \
            staff|instructors|teachers|nurses|drivers|agents \
            report|reports|reported|notice|noticed, came .. to our office|desk, \
            complaint|complaints filed|arrive|arrived|arrives, wakes|woke up, \
         same trouble|problem here, fires|fired, question in, calls and, phones \
         begin|began|start|started, \
         tweet .. with|reaches",
    ),
    // Something was seen to be wrong.
    (
        Symptom,
        7,
        "detect|detects|detected, notice|notices|noticed|noticing, observe|observes|observed, \
            spotted|spots, \
         discovered|discovers, became aware, becomes aware, made aware, \
         realised|realized|realizes|realises, \
         saw|see|sees|seeing, \
         increase|increased|increases|increasing|spike|spikes|surge|rise|rising|jump|elevated \
         in|error|errors|latency|response|500|5xx|failed|rate, \
         error rate|rates, high .. cpu|load|latency|traffic|error|memory, \
         slow|slower|slowness|slowdown, \
         health check|checks, \
         is|was|are|were|being \
         down|offline|unavailable|unreachable|inaccessible|broken|failing|unresponsive|full|stuck|missing|dropped, \
         not loading|responding|working|accessible|reachable|available, unable to, could|can not, \
         cannot access|reach|log|connect|load|be, can't|couldn't \
         access|reach|log|connect|load|talk|be, failing, \
         failed|fails|fail, unexpected|unusual|abnormal|strange|weird|anomal*|suspicious, \
         inaccessible, unreachable, \
         unavailable, warnings, timeouts|timeout|timing, spotted a problem, crash*, shows \
         that|a|an|the, \
         showed|shown|show|shows, indicated|indicates|indicating, looks weird|wrong|odd, stuck",
    ),
    (
        Symptom,
        6,
        "deteriorat*, degrad*, worsened|worsens, \
         issue|problem|error|errors|difficulties encountered|seen|appeared|appears, \
         encountered|encounters",
    ),
    (Symptom, 4, "errors, error, 500, 502, 503, 504, 404, 5xx"),
    // It was checked and taken on.
    (
        Confirm,
        11,
        "ack, acked, acks, declares|declared an|a|the incident|outage|emergency, reproduced \
            by|in|on, \
         fault|error|bug|outage|report was|is verified|confirmed|reproduced, sees|saw .. the same",
    ),
    (
        Confirm,
        10,
        "\
         alert|alerts|issue|outage|incident|problem|report|reports|impact \
         verified|confirmed|acknowledged|validated|reproduced, \
         acknowledged|acknowledges|acknowledge, acknowledged by, \
         incident is|was|has|been declared|opened|created|raised, incident \
         declared|opened|created|raised, \
         declared|declare|declares|declaring .. incident|outage|sev*|major, \
         reproduced|reproduces|reproduce .. issue|problem|error|bug, springs|sprang|sprung into \
         action, \
         severity .. raised|set|upgraded, opens|opened .. incident, \
         triage|triaged|triages|triaging, \
         not a blip|fluke|drill, it is|was real, starts|started an incident, call|called it an \
         incident, \
         i|we can confirm, reproduces|reproduced|repro",
    ),
    (
        Confirm,
        8,
        "\
         confirmed|confirms|confirm|confirming .. \
         issue|outage|problem|alert|failure|downtime|report|reports|impact|error|errors|vulnerability|receipt|widespread|down, \
         verified|verifies|verify .. \
         issue|outage|problem|alert|failure|downtime|report|reports|widespread, \
         validated|validates .. issue|problem|alert|report",
    ),
    // The search.
    (
        Search,
        10,
        "\
         began|begin|begins|beginning|begun|start|starts|started|starting|commenced|commences|initiated|initiates|continues|continued|continue .. investigat*|debugging|troubleshooting|looking|searching|checking|digging|analyzing|analysing|diagnos*|reviewing|inspecting|examining|analysis, \
         investigation|troubleshooting|debugging|analysis|diagnosis \
         began|begins|started|starts|initiated|commenced|continued|continues|shifted|shifts|expanded|expands|focused|focuses|focus|launched|underway|begun|into|of|led|starts, \
         initial|further|deeper|detailed|in-depth|thorough|preliminary \
         investigation|analysis|diagnosis|diagnostics|review|checks, \
         started|starts|began|begins|begin to .. \
         investigate|look|debug|check|troubleshoot|analyze|diagnose, \
         looking|looked|looks|look into, dove|dives|dive|dug|digs into, attention|focus \
         shifted|turned|shifts|turns, \
         shifted|shifts|turned to|towards|focus|attention",
    ),
    (
        Search,
        9,
        "googled, googling, grep, greps, grepped, hexdump, requests|requested the \
            output|logs|dump, thread dump, \
         heap dump, core dump, tail, tails, tailed, df, dig, telnet, traceroute, ping, explain \
         plan, \
         combs|combed|combing, go|goes|went|going through the|every|all|each, \
         stare|stares|stared|staring at, \
         read|reads|reading the source|code|logs|log|docs",
    ),
    (
        Search,
        8,
        "investigat*, was|were|is|are read|measured|counted|compared|watched, \
            debugged|debugging|debugs|debug, \
         troubleshoot*, troubleshot, diagnosing|diagnose|diagnoses, \
         analyzed|analyzing|analyze|analyzes|analysed|analysing|analysis, \
         examined|examines|examining|examine|examination, \
         inspected|inspects|inspecting|inspect|inspection, \
         reviewed|reviews|reviewing|review, checked|checks|checking|check, \
         verified|verifies|verify|verifying .. \
         permissions|connection|connectivity|credentials|configuration|settings|database|network|server|files|status|running|operational|internet, \
         searched|searching|sift*, queried|queries|querying, traced|tracing, strace, tcpdump, \
         curl, profiling|profiled, \
         compared|comparing, \
         ran|runs|run|using .. \
         strace|curl|top|htop|ps|test|tests|diagnostic|diagnostics|command|commands, \
         load testing|test, \
         gathered|gathering|gathers|collected|collecting|copied .. \
         logs|data|metrics|information|files, tests on|with, \
         examining, root cause analysis|investigation, looking at|for|through, looked|looks|look \
         at|for|through, \
         confirmed|confirms|confirm|confirmation|confirming that|he|she|it|they|did, \
         isolate|isolating the bug|problem|issue|cause, \
         to understand|see|identify|find|determine .. issue|cause|if|whether|why|what|problem, \
         attempted|attempts|attempt|tried|tries to .. \
         connect|access|check|view|reproduce|identify|find, probed, \
         figure|figuring out, list of .. affected|effected, asks|asked|asking .. \
         if|how|what|whether|for|about|why, \
         question*, requested|requests additional|details|information|more, \
         recommended|recommends|suggestion|suggested, \
         wonder*, discussed|discussion|discuss, describe|kubectl, screenshot, asked, \
         replied|replies|responds|responded, \
         focusing|focused|focus on, obtain",
    ),
    // A suspicion.
    (
        Suspect,
        10,
        "my|our|her|his|first|best guess, guess is, under suspicion, came|comes under suspicion, \
            plausible, \
         draws|drew our|the attention, remembers|remembered that, blamed|blames|blame, \
         convinced|convince ourselves|myself|that|it, money is on, could it be, was|were|is sure \
         it|that, \
         prime|usual suspect|suspects, pointed|points|pointing fingers|finger",
    ),
    (
        Suspect,
        9,
        "suspected|suspects|suspecting|suspect|suspicion, hypothes*, \
         initial|first|early|working assumption|theory|thought|suspicion|guess|hypothesis|belief, \
         assumed|assumes|assuming|assumption|assumptions, \
         initially|originally|first thought|believed|assumed|suspected|attributed|considered, \
         thought .. was|might|could|due|caused|to, might|may|could|must be|have, possibly, \
         probably, \
         potential|possible|likely cause|causes|culprit|reason, likely due|caused|related, \
         theorized|theorised|theory, \
         believed|believes|believe, it was thought, speculated|speculat*, perhaps, seemed|seems \
         like|to|that, \
         considered|considering .. possible|possibility|potential|hardware|network, attributed to",
    ),
    // It came to nothing.
    (
        Nothing,
        14,
        "misleading, misled, misdirected, misdiagnos*, red herring|herrings, dead end|ends|end, \
         false lead|leads|alarm|positive|path|trail|assumption, wild goose, \
         wrong|incorrect|mistaken \
         path|track|direction|diagnosis|culprit|assumption|assumptions|tree|lead|hypothesis|conclusion, \
         barking up, went|led|leads|go|goes nowhere, to no avail, no avail, no luck, \
         without|no success|luck|effect|avail|improvement|change|difference|impact, in vain, \
         fruitless, \
         errors|error|rate|latency|queue|it|they|problem stayed|stays|stay, \
         didn't|didnt|don't|doesn't|doesnt|not .. \
         help|helped|work|worked|solve|solved|fix|fixed|resolve|resolved|change|changed|improve|seem|successful, \
         had|has|have no|little effect|impact|bearing, nothing changed|happened|helped|worked, \
         changed nothing, \
         made no difference, \
         but .. persists|persisted|persist|remained|remains|continued|continues|failed|fails|unsuccessful|unsuccessfully, \
         still persist*, \
         issue|issues|error|errors|problem|problems|outage|slowness|slowdowns|symptoms|timeouts|alerts|failures|it persists|persisted|persist|remained|remains|continued, \
         unsuccessful*, not|n't|doesn't persist, ruled|rule|rules|ruling out, exclude .. as, \
         not|n't|wasn't|isn't|weren't .. the|a \
         cause|culprit|issue|problem|source|reason|responsible, \
         turned|turns out .. unrelated|wrong|fine|false|incorrect|not|normal|nothing, \
         proved|proven|proving .. unrelated|wrong|incorrect|false|fruitless|innocent|misleading, \
         unrelated, \
         incorrectly|wrongly|mistakenly|erroneously \
         assumed|attributed|identified|suspected|thought|believed|diagnosed|led|blamed|concluded, \
         misattribut*, wasted, chasing|chased, desperate attempt, \
         rollback|attempt|fix|deploy|revert failed|fails|unsuccessful, runs|ran into same|the, \
         exonerated|innocent, \
         no details|information|record|records|trace|clue|clues|answer|explanation|response, it \
         was|is not|wasn't, \
         same error|errors|result|problem",
    ),
    (
        Nothing,
        13,
        "out of the question, works|worked for him|her|me|us|them, back to square|the drawing, \
         acquitted|exonerated|vindicated, barked|barking at|up, did|does|do nothing, \
         went on regardless|anyway|unchanged, worse if|than, none exist|of, exactly one, in good \
         standing, clean as, \
         nothing in there|here|it, as|just as red|slow|broken|bad|dead as|before, no|not the \
         culprit|culprits, \
         all green, not guilty, no avail, no smoking gun, drew a blank, came up empty, \
         empty-handed, no dice, \
         cold trail, no joy, no cigar, exactly as before, as before, \
         carries|carried|keeps|kept|keep on|coming|failing|happening, \
         still there|here|red|missing|hangs|hang|broken|failing|down, same \
         502|500|503|504|404|timeout|symptom|symptoms, \
         all|is|are fine, off the hook, without a blemish, as it should be, as they should be, \
         was|is|were not that|those|the, nothing to do with, not the network|database|cache|cdn, \
         none of, \
         made it worse, to be harmless, they are right|identical",
    ),
    (
        Nothing,
        12,
        "\
         no|any issue|issues|problem|problems|anomalies|anomaly|abnormalities|abnormality|errors|sign|signs|evidence|irregularities|fault|faults|leads|clue|clues|discrepancies|irregularity|weird|unusual|suspicious|abnormal|glaring|obvious|significant|logs|concrete|information|details|clear|results .. found|detected|identified|discovered|with|in|related|observed|noted|reported|noticed|issues|activity|cause|root|there|provided|were|was, \
         found|finds|find|finding|find|reveal|revealed|reveals|revealing|yield|yielded|yields|showed|shows|show|shown|shows|uncovered|identified no|nothing|normal|none|any, \
         nothing .. unusual|wrong|suspicious|abnormal|relevant|found|useful|out|obvious, \
         were|was|are|is|be|seemed|appeared|seems|appears|looked \
         normal|fine|healthy|okay|ok|intact|unaffected|good, \
         functioning|working|operating|running normally|properly|correctly|fine|well|as, \
         all|everything .. normal|fine|good|healthy|green|ok|okay, nothing|everything|all .. on \
         their|our end|side, \
         confirmed|confirms|confirming .. normal|fine|healthy|operation|not, \
         found|finds|find|showed|shows .. functional|operational|functioning|healthy|intact, \
         do|does|did|could|can not have|find|provide|see|cannot, cannot provide|find, went .. \
         fine, \
         but no|nothing|not|without, not|n't .. cause|related|find|provide",
    ),
    // It was handed over, or somebody was called in.
    (
        HandOver,
        15,
        "escalated|escalates|escalating|escalate|escalation .. to|with|by, \
            was|were|is|are|been|being|got escalated, \
         escalated|escalates|escalate|escalating the|this|it|issue|incident|problem|internally, \
         issue|incident|problem|outage|ticket|case|matter|it escalated, escalation",
    ),
    (
        HandOver,
        12,
        "assigned|assigns|delegated to, handed|hands over|off, passed|passes on|to|along, \
            referred to, \
         transferred|transfers to, forwarded|forwards .. to, \
         called|call|calls|calling|bring|brought|brings|loop|looped|loops|pull|pulled|pulls in, \
         people|engineers called on, reach|reached|reaches|reaching out, \
         engaged|engages|engage|engaging .. \
         team|engineer|engineers|support|experts|vendor|provider|dba|the, \
         team|engineers|engineer|dba|dbas|lead|support|provider|vendor|administrator|administrators|admins|experts|developers|manager|management|department|specialist|sre|owner|owners|crew was|were|is|are|got|been engaged|involved|contacted|summoned|mobilized|mobilised|assembled|looped|joined|informed|consulted|convened|called|brought|asked|roped, \
         team|engineers|engineer|dba|support|vendor|provider|admin|experts \
         notified|engaged|contacted|involved|joins|joined|consulted|informed|mobilized|assembled, \
         contacted|contacts|contacting|contact .. \
         team|support|vendor|provider|engineer|engineers|admin|administrator|hosting|company|upstream, \
         notified|notifies|notify|notifying|informed|informs|inform .. \
         team|engineer|engineers|administrator|administrators|admin|manager|lead|management|devops|executive|staff|department|channel, \
         alerted .. team|engineers|engineer|devops, \
         opened|opens|raised|files|filed|submitted|submits|created .. ticket|case|appeal|request \
         .. with|to, \
         support ticket|case, ticket raised|opened|filed|submitted, is|was submitted to, \
         asked|asks|requested|requests .. team|support|help|assistance|upstream|vendor|engineer, \
         sought|seeks|asked|asks .. members|colleagues|senior|others|expert|experts, \
         assumes|takes|took .. lead|command, \
         sought|seek|seeks|asking|asked help|assistance|support|advice, pinged|ping|pings, \
         joins|joined, \
         join .. call|room|bridge|investigation, \
         lead|leads|manager|owner|director notified|informed|paged|steps|contacted, \
         war|warroom room|assembles|assembled|started|created|initiated, war-room, p1 priority, \
         whole team, dispatched, \
         emergency meeting|call, summoned, relating|relayed|relays .. to, \
         reported|reports .. to .. team|executive|management|department, wrote to, shares .. \
         with|for, message posted, \
         consulted|consulting|consults|consult, \
         rings|rang|phones|phoned|telephones|telephoned|dials|dialled|dialed|calling, \
         woken|awakened, woke|wakes the|our|him|her|them, \
         hands|handed .. case|incident|ticket|matter|it to, dragged|drags, on the line, call for \
         help, \
         passed|passes .. to|the, pair of eyes, hotline|helpdesk .. called|contacted|brought, \
         got|get|gets .. on the phone|call, calls|called on|for, picked up by, takes|took over, \
         summons, \
         pulled|pulls out of, second pair, in the hands of, goes|went up to, case to, the help \
         of, gave up .. called, \
         matter goes, help requested, asked for help|advice|leave",
    ),
    (
        HandOver,
        11,
        "engages, handed to, wrote|writes on|to the|our|their .. \
            forum|list|support|vendor|provider, agrees|agreed to look|help, \
         asks|asked our|my|the .. mentor|colleague|lead|architect|expert|teacher, \
         called our|my|the .. mentor|lead|vendor|colleague|provider|hosting",
    ),
    // Users or the public were told.
    (
        Tell,
        15,
        "status page|post|posting|posts .. states|reports|indicates|updated|update|said|posted",
    ),
    (
        Tell,
        13,
        "status page|post|posting|update, second status, \
         posted|post|publish|published|publishes|sent|send|sends|issued|shared|shares|distributed|drafts|drafted|provided .. update|updates|statement|announcement|notice|message|notification|tweet|apology|email|comms|advisory|communication|communications|details|blog, \
         users|customers|clients|stakeholders|community|tenants|public|everyone|partners|list|audience|merchants is|are|was|were|being informed|notified|updated|told|alerted, \
         users|customers|clients|stakeholders|community|tenants updated|informed|notified, \
         informed|inform|informs|notified|notify|notifies|notifying|updated|told|tell|informing|emailed|emails .. users|customers|clients|stakeholders|tenants|public|community|partners|everyone|teams|customer|aws|them, \
         comms|communication|communications|announcement|announcements|notification|notifications|email|emails|update|mail .. sent|distributed|posted|made|published|issued|went|send, \
         communicated|communicates|communicating, announced|announces|announce, tweeted|tweet, \
         public statement|disclosure|announcement, published .. blog|page, reply sent, mailing \
         list",
    ),
    (
        Tell,
        12,
        "\
         e-mail|email|mail|message|sms|text|letter|note|banner|notice|post to|on|for|in .. \
         all|users|customers|members|everyone|twitter|instagram|facebook|website|slack|tenants|clients|subscribers, \
         were|was informed and|that|of|about",
    ),
    (
        Tell,
        11,
        "has|have been told, were|was told that|about|to, notice goes|went up, placed on our|the \
            .. page|site|website",
    ),
    // The cause came to light.
    (
        Cause,
        13,
        "\
         root cause|causes .. \
         identified|found|discovered|determined|confirmed|pinpointed|isolated|established|traced|revealed|detected|uncovered|located|is|was|as|diagnosed|known, \
         root-cause .. identified|found, \
         identified|identifies|identify|found|finds|find|discovered|discovers|determined|determines|pinpointed|uncovered|established|confirmed .. root cause, \
         cause|culprit|reason|source .. \
         identified|found|discovered|determined|pinpointed|uncovered|known|understood|revealed, \
         identified|identifies|found|discovered|determined .. \
         cause|culprit|bug|misconfig*|source|as, \
         traced|tracked .. to|back|down, pinpoint*, narrowed .. down, \
         real|actual|true root|villain|culprit|cause|issue|problem|reason, \
         problem|issue|bug|error|fault|failure|it .. identified as|in|within, \
         identified as|in|the|a|an|that|misconfig*|incorrect|specific|missing|high, identifies \
         the|a|an|that, \
         uncovered|uncovers|uncover, \
         revealed|reveals|revealing \
         that|a|an|the|misconfig*|incorrect|high|excessive|issue|evidence|several, unveiled, \
         explanation revealed, \
         found|finds|discovered|discovers|noticed|spotted|detected|observed|notice .. \
         misconfig*|typo|bug|misspell*|mispell*|mistyped|incorrect*|wrong|missing|corrupt*|leak|mistake|expired|faulty|permissions|deadlock|conflict|mismatch, \
         misconfig*|typo|bug|leak|problem|mismatch .. \
         found|identified|discovered|detected|spotted|uncovered|caught, \
         error caught, caught on, concluded|concludes that, \
         it was|is|has determined|discovered|found|clear|concluded|established that, turned|turns \
         out that|to, \
         determined|determines that, caused|causing .. by|the|all|issue, diagnosed|diagnoses as, \
         syntax is incorrect, \
         it was clear, is clear, became clear|apparent|evident",
    ),
    (
        Cause,
        12,
        "disagree|disagrees, serial .. is, expired at|on, holds|holding .. instead|only, \
         was never|not renewed|updated|deployed|closed|set, is missing|gone|empty|full, carries \
         an|a, at 100, thanks to, \
         turns|turned out",
    ),
    (
        Cause,
        9,
        "found that|the|a|an|out|evidence, finds that|the|a|an, found, finds, \
            discovered|discovers|discover, \
         identified|identifies|identify, determined|determines, realized|realised|realizes that, \
         evidence of, \
         pointed|points|pointing to, located, culprit, understood, learn about, \
         learned|learns|learn that|about, \
         mistyped, misspelled|misspelling, typo, misconfig*, explains, see .. the problem, root \
         cause, \
         issue|problem|error was|is that|due|caused|because",
    ),
    (Cause, 5, "due to, because of|the"),
    // Beyond doubt the fix.
    (
        Fix,
        13,
        "\
         fix|fixes|hotfix|patch|solution|correction|corrections|remedy .. \
         deployed|implemented|applied|released|pushed|merged|rolled|developed|created|made|prepared|shipped, \
         deployed|deploys|deploy|implemented|implements|implement|applied|applies|apply|released|pushed|merged|developed|develops|prepared|shipped|created|wrote|tested|tests .. fix|hotfix|patch|solution|correction|corrections|workaround, \
         patched|patches, hotfix, \
         corrected|corrects|correcting|correct .. \
         the|a|an|config*|and|settings|error|it|syntax|entry, \
         was|were|is|are|been corrected|fixed|rectified|repaired|renewed|remedied, \
         fixed|fixes|fixing|fix the|a|an|it|config*|issue|problem|code|file|bug, fixes, \
         rectified|rectifies|rectifying, \
         remedied|remediat*, repaired|repairs|repairing, renewed|renew|renews|renewal, \
         resolution|corrective|recovery|remediation|mitigation \
         steps|efforts|actions|measures|work|step|process|plan .. \
         initiated|began|started|taken|begin|begun|underway|implemented, \
         started|starts|began|begins .. fix|fixing|restoring|recovery|rollback|recovering, \
         solution .. implemented|deployed|applied|found|tested|version, \
         made|makes|making .. corrections|correction|fix|change|changes|adjustments, \
         implemented|implements|implement|implementing, \
         applied|applies|apply|applying .. fix|patch|changes|change|configuration|the|update, to \
         apply .. changes, \
         recovered|recovers|recover .. data|from, working on .. fix, agreed on .. solution, \
         version of .. solution, \
         emergency .. reset|page",
    ),
    (
        Fix,
        11,
        "put|puts back, types|typed .. right|back, in place, goes|went|is|was live, patch|fix \
            live|in, commented out, \
         cancelled|canceled|cancels, swapped|swaps, undo|undone|undid",
    ),
    (
        Fix,
        10,
        "and|then|we fixed|corrected|repaired|patched|rectified",
    ),
    // The harm was stopped or lessened.
    (
        Relief,
        15,
        "\
         partial|partially .. \
         restored|recovered|resolved|recovery|restoration|available|operational|stabilized|stabilised|stable",
    ),
    (
        Relief,
        13,
        "mitigat*, temporar* .. \
            fix|solution|workaround|measure|relief|restored|cooling|patch|disabled|block*|isolation, \
         workaround|workarounds, stabilized|stabilizes|stabilised|stabilize, \
         started|starts|begins|began|begin|slowly|gradually .. \
         recover|improve|stabilize|recovering|improving|stabilizing|decrease|normalize|down, \
         impact|attack|incident .. reduced|over|contained|stopped, contained|contains, blocked, \
         block|blocks|blocking the|all|traffic|requests|ip|ips|those|these, \
         disabled|disables|disable|disabling .. the|account|accounts|feature|service|users|job, \
         shut|shuts down, \
         emergency shutdown, took|taken|takes offline|down, rate limited|limiting|limits, \
         throttled|throttles|throttling, revoked|revokes|revoke, quarantined, locked, \
         isolated|isolation|isolate .. server|node|system|affected|of, acceptable levels, \
         halted|suspended|paused, \
         is|was|are|were closed|cut|fenced to|off, repaired, changed .. password, \
         password .. changed|updated|reset|rotated, is|are no longer down",
    ),
    (
        Relief,
        11,
        "stopgap, drains|drained|draining, for some minutes|time, buys|bought .. time, band-aid, \
            bandaid",
    ),
    // It was over.
    (
        End,
        14,
        "resolved, resolves, fully restored|recovered|operational|resolved|functional, \
         full|complete|normal .. \
         service|functionality|recovery|operation|operations|restoration|traffic \
         restored|resumed|confirmed|achieved, \
         service|services|site|website|system|systems|application|app|access|functionality|traffic|server|servers|connectivity|operations|platform|performance|everything|database|api|hub|pages|users|it .. restored|resumed|back|normalized|normalised|stabilized|operational|accessible|recovered, \
         was|is|were|are|been|got restored|solved, restored .. to|all|full|service|normal, \
         return*|went|back|goes|come to normal|normalcy, back|comes|came|come|brought|bring \
         online|up, up and running, \
         running again|normally|smoothly, working again|as|properly|normally|correctly|fine, \
         problem|issue|error|bug|outage|incident|ticket|alerts|alert .. \
         solved|fixed|gone|disappeared|over|ended|cleared|closed, \
         solved, closed|closes|close .. incident|ticket|issue|case|alert|outage, all clear, \
         alert|alerts|alarm clears|cleared|resolved|stops|stopped, \
         all|every|everything .. work|works|working|correct|saved, \
         confirmed|confirms|confirming|confirm|verified|verifies|verify|verifying .. \
         resolution|resolved|restored|working|stability|successful|stable|recovery|fixed|fix|functionality|normal|running, \
         resumed|resumes|resume, normal operation|operations, outage|incident|impact|attack \
         ended|ends|over, \
         end of .. outage|incident, accessible|available|responsive again, \
         no longer .. seeing|occurring|failing|errors|down|issue, no more errors, fully \
         operational|functional, \
         resolution .. confirmed|verified|achieved|complete*, loads successfully, \
         successfully|successful .. restored|resolved|recovered|load|loaded|connected|connect, \
         100% .. restored|online, \
         restoration, everything|all is|are running, everything seems|is fine|okay|ok|good, \
         all systems|services operational|normal|restored|online, restoring, recovered, 0 failed, \
         no errors returned, passed, is working|available|live|back, helped, full recovery|service",
    ),
    (
        End,
        11,
        "is|are|were|was back, back again|at, go|goes|went|come|comes|came .. through|in again, \
            all clear, \
         where .. belong|belongs, 0 failed, flat at zero, \
         no further|more complaints|errors|tickets|alerts|reports|timeouts, back to bed|sleep, \
         went home, good night, \
         all is|was well, smooth|smoothly again",
    ),
    (
        End,
        8,
        "success*, stable, stability, restored, restores, recovery, operational, online, returns \
            to, released, \
         complete|completed|completes|finished, up-to-date, as|is|are|became|become healthy",
    ),
    // What comes after the end.
    (
        After,
        12,
        "post-mortem|postmortem|post-incident|retrospective, incident|outage review|report, \
            lessons learned, \
         documented|documents|documenting|documentation, follow-up|followup|follow-ups, \
         preventive|preventative|additional|enhanced|continuous|ongoing|extended \
         monitoring|measures|safeguards|alerts, \
         monitored, continue|continues|continued|continuing|keep|kept to|monitoring|an \
         monitor*|eye, \
         monitor|monitors|monitoring \
         for|closely|to|performance|stability|continues|was|is|resumed|confirmed|shows, \
         monitored .. stability|system|closely|performance, \
         system|post-deployment|post-fix|post-resolution \
         monitoring|monitored|verification|stability, \
         automate|automates|automated .. process|the, permanent|long-term fix|solution, \
         prevent|avoid .. future|recurrence|similar|again|from, refund*, apolog*, debrief*, \
         general cleanup, decommission*, meeting|review|session .. held|scheduled|conducted, final",
    ),
    // Neither here nor there.
    (
        Aside,
        6,
        "swearing|swears|cursing, coffee, celebrat*, lunch",
    ),
];

/// What a label at the beginning says of its entry: "**Escalation:** the vendor was rung".
pub(crate) const LABELS: &[(&str, Sign)] = &[
    ("detect", Alarm),
    ("alert", Alarm),
    ("confirm", Confirm),
    ("acknowledg", Confirm),
    ("investigat", Search),
    ("diagnos", Search),
    ("hypothes", Suspect),
    ("assum", Suspect),
    ("mislead", Nothing),
    ("escalat", HandOver),
    ("communicat", Tell),
    ("cause", Cause),
    ("identifi", Cause),
    ("mitigat", Relief),
    ("fix", Fix),
    ("resol", End),
    ("restor", End),
    ("recover", End),
    ("trigger", Fault),
];

/// Words that turn the sense of what follows them round.
pub(crate) const NEGATIONS: &str = "not, no, never, without, cannot, can't, couldn't, didn't, \
    doesn't, don't, wasn't, isn't, weren't, hasn't, haven't, won't, nor, neither, failed, unable, \
    nothing, unsuccessfully, didnt, doesnt, dont, cant, couldnt, wasnt, isnt, wont";

/// Words after which a verb is an aim, not something that was done.
pub(crate) const AIMS: &str = "to, for, until, before, should, would, will, could, if, whether, \
    when, awaiting, pending, toward, towards, might, may, hoping, recommended, recommends, \
    suggested, suggests, considering, planned, planning";

/// Words that begin a clause that only explains: what is told in it is not what happened then.
pub(crate) const SUBORDINATORS: &str = "that, which, who, because, since, after, when, while, as, \
    once, although, though, due, where, whose, until";

/// Words that report what others did: "the vendor says that data was deleted".
pub(crate) const REPORTING: &str = "indicates, indicated, reports, reported, says, said, states, \
    stated, claims, claimed, suggests, reveals, revealed, shows, showed";

/// Words that say that a change did not help.
pub(crate) const FAILURE: &str = "but fails failed failing unsuccessful persists persisted persist";
