//! The words by which a report says who or what noticed.
//!
//! They are `words::phrase` patterns; a gap never crosses a word in `TURNS`.

use super::By;

/// Strength of evidence: the directness with which words say who noticed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Plainness {
    /// A name that answers the question "who noticed?" and means nothing elsewhere.
    Answers,
    /// A name alone: enough where the context is clearly about detection.
    Named,
    /// Somebody or something doing the noticing.
    Acts,
    /// The thing noticed, and by whom.
    Agent,
}

use Plainness::*;

/// For each source of detection and directness, the patterns, separated by commas.
pub(super) const CUES: &[(By, Plainness, &str)] = &[
    (
        By::Monitoring,
        Acts,
        "monitor|monitors|monitoring|alert|alerts|alerting|alarm|alarms|pager|pagers|pagerduty|\
         opsgenie|datadog|grafana|\
         prometheus|alertmanager|nagios|icinga|zabbix|cloudwatch|pingdom|uptimerobot|uptime|\
         statuscake|sentry|honeycomb|newrelic|dashboard|dashboards|\
         probe|probes|prober|watchdog|canary|canaries|telemetry|metrics|check|checks|checker|\
         healthcheck|healthchecks|sensor|sensors|\
         graph|graphs|detector|detection \
         .. fired|fires|firing|triggered|triggers|trigger|alerted|alerts|alerting|alert|paged|\
         pages|notified|notifies|reported|reports|detected|detects|\
         detect|flagged|flags|raised|raises|caught|catches|showed|shows|showing|indicated|\
         indicates|indicating|indicate|sent|sends|picked|\
         went|goes|rang|rings|warned|warns|woke|wakes|tripped|trips|noticed|notices|sounded|\
         sounds|screamed|blared|blaring|received|came|\
         comes|arrived|arrives|spotted|spots|generated|issued|turned|turns|lit|blinks|blinked|\
         buzzed|beeped|revealed|reveals|opened|crossed, \
         received|receive|receives|got|get|gets|getting|noticed|notices|saw|sees|seen|spotted|\
         spots|acknowledged|acknowledges .. alert|alerts|alarm|alarms, \
         nagios|datadog|prometheus|pagerduty|cloudwatch|grafana|pingdom|zabbix|sentry|monitoring \
         alert|alerts|alarm|notification|page, \
         call|oncall|engineer|engineers|we|team|sre|call was|were|is|are|got|gets|get paged, \
         pager|pagers went|goes|buzzed|rang|rings, \
         automated|automatic \
         alert|alerts|alarm|alarms|email|text|notification|monitoring|check|checks|message",
    ),
    (
        By::Monitoring,
        Agent,
        "detected|noticed|noted|discovered|spotted|reported|raised|flagged|caught|found|\
         identified|alerted|alert|alerts|notified|notifies|\
         picked|seen|observed|paged|known|detection|discovery|aware|learned|learnt|informed|\
         warned|woken|realised|realized \
         .. by|through|via|from|using|thanks|with|when|after|in|on|because \
         .. monitor|monitors|monitoring|alert|alerts|alerting|alarm|alarms|pager|pagerduty|\
         opsgenie|datadog|dogwatch|grafana|prometheus|alertmanager|nagios|\
         icinga|zabbix|cloudwatch|pingdom|uptimerobot|statuscake|sentry|honeycomb|dashboard|\
         dashboards|probe|probes|prober|watchdog|canary|telemetry|\
         healthcheck|healthchecks|sensor|sensors|graph|graphs, \
         detected|noticed|discovered|spotted|raised|flagged|caught|alerted|notified .. \
         by|through|via|from|thanks .. automated|synthetic|health .. \
         check|checks|test|tests|message|email, \
         detected|noticed|discovered|flagged|raised|caught automatically, automatically \
         detected|noticed|flagged|raised",
    ),
    (
        By::Monitoring,
        Named,
        "alert, alerts, alarm, alarms, monitoring, pager, pagerduty, pingdom, dashboard, \
            dashboards, paged, probe, probes, synthetic check|checks, \
         health check|checks, automated check|checks",
    ),
    (
        By::Users,
        Acts,
        "user|users|customer|customers|client|clients|visitor|visitors|player|players|student|\
         students|\
         shopper|shoppers|buyer|buyers|subscriber|subscribers|partner|partners|tenant|tenants|\
         merchant|merchants|reader|\
         readers|passenger|passengers|people|patient|patients|vendor|vendors|community|guest|\
         guests|caller|callers|\
         driver|drivers|parent|parents|teacher|teachers|seller|sellers|reseller|supplier|\
         researcher|researchers|viewers|listeners|listener|\
         nurse|nurses|clinic|clinics|school|schools|shop|shops|store|stores|helpdesk|desk \
         .. report|reported|reports|reporting|complain|complained|complains|complaining|notice|\
         noticed|notices|noticing|contact|contacted|contacts|\
         emailed|emails|mailed|wrote|writes|write|called|calls|phoned|phones|rang|rings|tweet|\
         tweeted|tweets|posted|posts|told|tells|telling|\
         raised|raises|alerted|alerts|notified|notifies|informed|informs|flagged|flags|pointed|\
         submitted|\
         mentioned|discovered|spotted|messaged|messages|filed|files|let, \
         user|users|customer|customers|client|clients|visitor|visitors|student|students|player|\
         players opened|open|opens|sent|send|sends|bombard*|flood*|found|saw .. ticket|tickets|\
         message|messages|email|emails|report|reports|issue|complaints|us|support|me|that, \
         user|users|customer|customers|client|clients \
         complaint|complaints|report|reports|ticket|tickets|call|calls|email|emails|feedback, \
         complaint|complaints|report|reports|ticket|tickets|call|calls|email|emails|message|\
         messages|tweets|feedback|word|letter|note .. from|by .. user|users|\
         customer|customers|client|clients|visitor|visitors|student|students|player|players|\
         partner|partners|tenant|tenants|merchant|\
         merchants|people|community|public|subscriber|subscribers|reader|readers|vendor|\
         supplier|shopper|shoppers|passenger|passengers|parent|parents|teacher|teachers, \
         support|helpdesk|service .. \
         received|receives|reported|reports|noticed|notices|flagged|flags|gets|got|forwarded|\
         forwards|passed|passes|escalated|relayed|told, \
         hear|heard|incoming|another|first|further report|reports|complaints, \
         report|reports|reported on|via|in gitter|irc|github|discord|mastodon|reddit, \
         ticket|tickets|complaint|complaints|tweets|posts .. \
         came|come|comes|arrived|arrives|arrive|started|start|poured|pour|began|begin|opened|\
         piled|pile, complain* .. received|about|of|on|from, on|via|from social media, \
         twitter|reddit|facebook|forum|mastodon .. \
         post|posts|thread|complaint|complaints|lit|report|reports|reported",
    ),
    (
        By::Users,
        Agent,
        "detected|noticed|noted|discovered|spotted|reported|raised|flagged|caught|found|\
         identified|alerted|notified|picked|seen|paged|\
         observed|known|detection|discovery|aware|learned|learnt|informed|heard|told|tipped|\
         contacted|called|warned \
         .. by|through|via|from|thanks|on|after \
         .. user|users|customer|customers|client|clients|visitor|visitors|player|players|\
         student|students|\
         shopper|shoppers|buyer|buyers|subscriber|subscribers|partner|partners|tenant|tenants|\
         merchant|merchants|reader|\
         readers|passenger|passengers|people|patient|patients|vendor|vendors|community|guest|\
         guests|caller|callers|driver|\
         drivers|parent|parents|teacher|teachers|seller|sellers|reseller|supplier|support|\
         helpdesk|ticket|tickets|complaint|complaints|\
         tweet|tweets|twitter|reddit|mastodon|researcher|researchers|auditor|public|press|\
         journalist|social, \
         detected|noticed|discovered when|as .. \
         user|users|customer|customers|client|clients|student|students",
    ),
    (By::Users, Named, "complaint, complaints, ticket, tickets"),
    (
        By::Users,
        Answers,
        "customer, customers, users, user, client, clients, partner, partners, twitter, support",
    ),
    (
        By::Team,
        Acts,
        "engineer|engineers|engineering|developer|developers|dev|devs|call|oncall|team|teammate|\
         staff|we|colleague|colleagues|sre|sres|devops|\
         operator|operators|admin|admins|administrator|administrators|technician|technicians|\
         intern|employee|employees|\
         manager|maintainer|maintainers|analyst|dba|dbas|i|somebody|someone|lead|tester|testers|\
         architect|federation \
         .. noticed|notices|notice|observed|observes|observe|spotted|spots|spot|discovered|\
         discovers|discover|detected|detects|realised|realized|\
         realises|realizes|saw|sees|see|found|finds|find|identified|identifies|recognised|\
         recognized|recognises|recognizes|reported|reports|\
         flagged|flags|stumbled|stumbles|encountered|hit|saw",
    ),
    (
        By::Team,
        Agent,
        "detected|noticed|noted|discovered|spotted|reported|raised|flagged|caught|found|\
         identified|observed|picked|realised|realized|seen \
         .. by|from .. \
         engineer|engineers|engineering|developer|developers|dev|devs|call|oncall|team|teammate|\
         staff|colleague|colleagues|sre|sres|\
         devops|operator|operators|admin|admins|administrator|administrators|technician|\
         technicians|intern|employee|\
         employees|manager|maintainer|maintainers|analyst|dba|dbas|tester|me|us|hand|chance|\
         accident|ourselves|myself, \
         detected|noticed|discovered|spotted|found|identified|caught internally|manually, \
         detected|noticed|discovered|spotted|found|identified|caught .. during|while|in .. \
         routine|manual|regular|testing|review|maintenance|test|walk|checking",
    ),
];

/// Words before a cue, in a gap, or after a bare name that cancel the cue.
pub(super) const TURNS: &str = "not, no, never, without, before, nobody, none, neither, nor, \
    instead, rather, failed, fails, failing, unable, should, would, could, missing, \
    missed, lack*, absence, prior, until, unless, \
    ahead, if, will";

/// Words after a bare name saying that it stayed silent.
pub(super) const SILENT: &str = "not, never, failed, muted, silenced, \
    silent, missing, missed, disabled, misconfigured, broken, absent, \
    down, late, unavailable, unable, could, were, lost, stayed, should, would, bell, bells";

/// Words that separate a person from the action: "users were told", "customers could not see".
pub(super) const PASSIVE: &str = "were, was, are, is, be, been, being, get, got, could, can, and, \
    for, we, by, affected, impacted";
