//! The words around the title of a report.

/// Words that do not make a title by themselves, however many there are.
pub(super) const GENERIC: &[&str] = &[
    "a", "afterword", "an", "analysis", "and", "appendix", "attachment", "attachments",
    "attendees", "author", "authors", "background", "banner", "blameless", "chart", "concepts",
    "contents", "context", "contributors", "date", "dates", "debug", "debugging", "definitions",
    "demo", "description", "details", "devops", "diagram", "diagrams", "document", "epilog",
    "epilogue", "example", "figure", "first", "flowchart", "for", "foreword", "general",
    "glossary", "goal", "graph", "humor", "humour", "illustration", "image", "images", "incident",
    "incidents", "index", "info", "information", "introduction", "issue", "links", "logo",
    "members", "metadata", "mock", "more", "mortem", "my", "name", "objective", "objectives", "of",
    "on", "overview", "ownership", "participants", "photo", "picture", "pictures", "post",
    "postmortem", "postmortems", "preface", "process", "project", "prolog", "prologue", "purpose",
    "readme", "references", "report", "requirements", "resources", "retrospective", "review",
    "sample", "screenshot", "screenshots", "sequence", "severity", "stakeholders", "status",
    "steps", "summary", "summation", "sysadmin", "table", "task", "tasks", "template", "the",
    "time", "timeline", "title", "toc", "video", "visual", "visuals", "writing",
];

/// Prefixes of the title proper.
pub(super) const PREFIXES: &[&str] = &[
    "postmortem report", "post-mortem report", "post mortem report", "postmortem", "post-mortem",
    "post mortem", "ostmortem report", "stmortem", "incident report", "incident review",
    "incident update", "incident date", "incident postmortem", "incident post-mortem", "incident",
    "outage report", "outage postmortem", "afterthought", "title", "report", "rca",
];
