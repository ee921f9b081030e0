//! The names that people give to sections of a report.

use crate::document::sections::SectionRole;

/// Words that give a name its role: strong ones in any name, weak ones only in a short name.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Names {
    pub(crate) role: SectionRole,
    pub(crate) strong: &'static str,
    pub(crate) weak: &'static str,
}

/// In order of precedence: "Root cause and resolution" is about the cause.
pub(crate) const NAMES: &[Names] = &[
    Names {
        role: SectionRole::Timeline,
        strong: "timeline, timelines, chronology, key events, sequence of events, order of \
            events, series of events, course of events, timestamps",
        weak: "event log, incident log, log of events, log, events, time line, what happened when",
    },
    Names {
        role: SectionRole::Measures,
        strong: "corrective, preventative, preventive, preventativemeasures, preventivemeasures, \
            action items, action item, action points, action plan, measures, \
                 remediation, remediations, next steps, followup actions, followups, \
            resulting action, resulting actions, actionables, \
                 recommendations, how are we going to do better, preventing",
        weak: "opportunities, tasks, task, todo, todos, to do, to dos, improvements, improvement, improve, \
            prevention, prevent, followup, follow up, follow ups, actions, future work, \
               future steps, what will change, going forward, moving forward, looking forward, \
               looking ahead, do better, fixes, \
               future, be improved, plan, recommendation, what we change, what we will change, \
               what changes, what we are changing, what we do next, what next, whats next, what will we do, \
               what we will do, what we do now, what we do about it, happen again, happens again, \
               never again",
    },
    Names {
        role: SectionRole::Cause,
        strong: "root cause, root causes, rootcause, contributing factors, contributing factor, \
            contributing causes, contributing cause, rca, culprit",
        weak: "cause, causes, origin, origins, trigger, the why, why, why it happened, why it broke, why did it \
            happen, why did this happen, technical description, technical details",
    },
    Names {
        role: SectionRole::Lessons,
        strong: "lessons, lesson, learned, learnt, learnings, went well, went wrong, lucky, \
            takeaways, takeaway, conclusion, retrospective",
        weak: "moral, reflection, reflections, aftermath, closing, closing thoughts",
    },
    Names {
        role: SectionRole::Resolution,
        strong: "resolution, recovery",
        weak: "fix, solution, mitigation, response, how it was fixed, actions taken",
    },
    Names {
        role: SectionRole::Summary,
        strong: "summary, overview, tldr, executive summary, at a glance",
        weak: "introduction, intro, background, background context, impact, duration, details, \
            what happened, abstract, description, issue, duration of outage, \
               customer impact, user impact, scope, severity, incident, context, detection",
    },
];

/// Beginnings of the usual assignment's questions, which some people keep as headings.
pub(crate) const QUESTIONS: &[(SectionRole, &[&str])] = &[
    (
        SectionRole::Measures,
        &[
            "what are the things that can be",
            "what can be improved",
            "what needs improvement",
            "a list of tasks",
            "list of tasks",
            "what are we doing to prevent",
            "how will we prevent",
            "how do we prevent",
            "how can we prevent",
        ],
    ),
    (
        SectionRole::Cause,
        &[
            "explain in detail what was causing",
            "what was the root cause",
            "what were the root causes",
            "what caused",
        ],
    ),
    (
        SectionRole::Resolution,
        &[
            "explain in detail how the issue was",
            "how was the issue fixed",
            "how the incident was resolved",
            "how was it fixed",
            "how was the incident resolved",
        ],
    ),
    (SectionRole::Summary, &["what was the impact", "duration of the outage with"]),
];

/// Words that may appear in a label beside the words for its role.
pub(crate) const FILLERS: &str = "the, of, and, an, a, our, my, incident, issue, outage, event, \
    events, brief, detailed, detail, this, that, for, all, times, time, zone, identification, \
    analysis, rca, specific, address, to, short, long, term, immediate, future, plan, steps, key, \
    report, postmortem, process, technical, documentation, further, broader, list, in, utc, gmt, \
    pst, est, \
    wat, eat, cat, sast, pdt, cet, problem, problems, such, against, is, are, be, taken, or, \
    with, main, full, complete, areas, area, action, actions, items, item, infrastructure, broad, \
    general, \
    proposed, planned, required, what, was, it, how, we, can, things, will, prevent, recurrence, \
    failure, service, system, downtime, mitigation, response, recovery, resolution, root, cause, \
    causes, \
    corrective, preventative, preventive, measures, measure, tasks, task, fixes, fix, \
    improvements, improvement, summary, impact, duration, remediation, prevention, follow, ups, \
    up, lessons, \
    learned, detection, todo, fixing, review, reviews, reviewed, next, proposals, suggested, \
    suggestions, recommended, longterm, shortterm, strategic, additional";
