//! The words around the title of a report.

/// Words that do not make a title by themselves, however many there are.
pub(super) const GENERIC: &[&str] = &[
    "a", "afterword", "an", "analysis", "and", "appendix", "approvers", "attachment",
    "attachments", "attendees", "author", "authors", "background", "banner", "blameless", "chart",
    "commander", "concepts", "contents", "context", "contributors", "coordinator", "date", "dates",
    "debug", "debugging", "definitions", "demo", "description", "details", "devops", "diagram",
    "diagrams", "document", "epilog", "epilogue", "example", "figure", "first", "flowchart", "for",
    "foreword", "general", "glossary", "goal", "graph", "history", "humor", "humour",
    "illustration", "image", "images", "incident", "incidents", "index", "info", "information",
    "introduction", "issue", "lead", "links", "logo", "manager", "members", "metadata", "mock",
    "more", "mortem", "my", "name", "objective", "objectives", "of", "on", "overview", "owner",
    "owners", "ownership", "participants", "photo", "picture", "pictures", "post", "postmortem",
    "postmortems", "preface", "process", "project", "prolog", "prologue", "purpose", "readme",
    "references", "report", "requirements", "resources", "responder", "responders",
    "retrospective", "review", "reviewers", "roles", "sample", "screenshot", "screenshots",
    "scribe", "sequence", "severity", "stakeholders", "status", "steps", "summary", "summation",
    "sysadmin", "table", "task", "tasks", "team", "template", "the", "time", "timeline", "title",
    "toc", "video", "visual", "visuals", "writing",
];

/// Prefixes of the title proper.
pub(super) const PREFIXES: &[&str] = &[
    "postmortem report", "post-mortem report", "post mortem report", "postmortem", "post-mortem",
    "post mortem", "ostmortem report", "stmortem", "incident report", "incident review",
    "incident update", "incident date", "incident postmortem", "incident post-mortem", "incident",
    "outage report", "outage postmortem", "afterthought", "title", "report", "rca",
];
