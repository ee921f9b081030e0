//! The words of an assignment, which is often above or below the report in its file.

use crate::document::line::{DocumentLine, LineKind};
use crate::words::{begins_with_any, holds_any};
use std::collections::BTreeSet;

/// A trait that identifies the text of an assignment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Furniture {
    /// Its number in a course: "0x19. Postmortem".
    Number,
    /// Weight, start and end of a project.
    Schedule,
    /// Reading to do beforehand.
    Reading,
    /// The number of a task, or its name with a grade below.
    Task,
    /// Mandatory or not.
    Grade,
    /// The call to start writing.
    Invitation,
    /// A list of the required contents.
    Requirement,
    /// The questions that a report should answer.
    Question,
    /// Second person: the student is addressed.
    Student,
    /// The place to hand in the work.
    HandIn,
    /// The reviewer, and the way to request a review.
    Review,
    /// Multiple-choice questions.
    Quiz,
    /// The owner of the text.
    Copyright,
    /// A heading found in most assignments, and in some reports.
    Heading,
}

/// Lines that consist of nothing else.
const WHOLE: &[(Furniture, &[&str])] = &[
    (Furniture::Reading, &["read or watch", "man or help"]),
    (Furniture::Grade, &["mandatory", "#mandatory", "advanced", "#advanced", "optional"]),
    (
        Furniture::HandIn,
        &["add urls here", "repo", "submission", "how to submit", "file: readme.md"],
    ),
    (
        Furniture::Review,
        &[
            "save",
            "done",
            "done?",
            "done! help",
            "help",
            "check submission",
            "get a sandbox",
            "view results",
            "ready for a review",
            "check your code",
            "ask for a new correction",
        ],
    ),
    (
        Furniture::Heading,
        &[
            "concepts", "background context", "resources", "more info", "tasks", "general",
            "requirements", "learning objectives", "objectives", "instructions", "deliverables",
            "grading", "rubric", "quizzes",
        ],
    ),
];

/// Beginnings of lines.
const BEGINNINGS: &[(Furniture, &[&str])] = &[
    (
        Furniture::Schedule,
        &[
            "weight:",
            "project will start",
            "project started",
            "project duration",
            "project to be completed",
            "ongoing project",
            "ongoing second chance project",
            "due by:",
            "points:",
        ],
    ),
    (Furniture::Reading, &["read or watch", "recommended reading"]),
    (
        Furniture::Invitation,
        &[
            "write a postmortem",
            "write a post-mortem",
            "write an incident report",
            "write a blog post",
            "your task is to",
            "in this assignment",
            "in this project",
            "make your post",
        ],
    ),
    (
        Furniture::HandIn,
        &["github repository:", "directory:", "submit your", "upload your", "hand in"],
    ),
    (Furniture::Quiz, &["quiz question", "question #"]),
    (Furniture::Copyright, &["copyright ©", "copyright (c)", "© 20", "all rights reserved"]),
];

/// Words that may be anywhere in a line.
const INSIDE: &[(Furniture, &[&str])] = &[
    (Furniture::Requirement, &["must contain"]),
    (
        Furniture::Question,
        &[
            "that is often what executives will read",
            "duration of the outage with start",
            "what service was down/slow",
            "when was the issue detected",
            "how was the issue detected",
            "which team/individuals",
            "misleading investigation/debugging paths",
            "how the incident was resolved",
            "explain in detail",
            "what are the things that can be improved",
            "be very specific, like a todo",
        ],
    ),
    (Furniture::Schedule, &["must end by", "must start by"]),
    (
        Furniture::Review,
        &["qa review", "request a review", "peer review your", "reviewed by your peers"],
    ),
    (
        Furniture::Invitation,
        &[
            "write a postmortem",
            "write a post-mortem",
            "invent your own",
            "your postmortem attractive",
            "your post-mortem attractive",
            "want to read your post",
        ],
    ),
    (
        Furniture::Student,
        &[
            "for this project, ",
            "students are expected",
            "you are expected",
            "we expect you",
            "you will be graded",
            "your technical ability",
            "your report must",
            "your report should",
            "your postmortem must",
            "your postmortem should",
            "your submission",
            "at the end of this project",
            "be brief and straight to the point",
        ],
    ),
];

/// The trait of an assignment that a line shows; `next` is the line below it.
pub(super) fn furniture(line: &DocumentLine, next: Option<&DocumentLine>) -> Option<Furniture> {
    if matches!(line.form, LineKind::FrontMatter | LineKind::Code) || line.text.len() > 2000 {
        return None;
    }
    let said = plain(&line.text);
    let is_graded = || next.is_some_and(|next| whole(&plain(&next.text)) == Some(Furniture::Grade));
    if is_course_number(&said) {
        return Some(Furniture::Number);
    }
    if is_task(&said) || (said.starts_with(|c: char| c.is_ascii_digit()) && is_graded()) {
        return Some(Furniture::Task);
    }
    let begins = || found(BEGINNINGS, |words| said.starts_with(words));
    let holds = || found(INSIDE, |words| said.contains(words));
    whole(&said).or_else(begins).or_else(holds)
}

/// True if a line asks for a report rather than being part of one.
pub(crate) fn asks(line: &DocumentLine, next: Option<&DocumentLine>) -> bool {
    use Furniture::{HandIn, Invitation, Question, Requirement, Student};
    is_prompt(line)
        || matches!(
            furniture(line, next),
            Some(HandIn | Invitation | Question | Requirement | Student)
        )
}

/// True for what a template leaves in italics for the author: "*Describe how users were impacted
/// during the incident*".
pub(crate) fn is_prompt(line: &DocumentLine) -> bool {
    let verbs =
        ["describe ", "explain ", "list ", "note ", "outline ", "report ", "run ", "state "];
    let whole = line.form == LineKind::Text && line.all_emphasised();
    let lower = line.text.to_lowercase();
    whole
        && begins_with_any(&lower, &verbs)
        && holds_any(&lower, &["the incident", "this incident", "root cause"])
}

/// The number of assignment traits in these lines.
pub(crate) fn traits(lines: &[DocumentLine]) -> usize {
    let each = lines.iter().enumerate();
    let found: BTreeSet<Furniture> =
        each.filter_map(|(index, line)| furniture(line, lines.get(index + 1))).collect();
    found.len()
}

fn whole(said: &str) -> Option<Furniture> {
    found(WHOLE, |words| said == words)
}

fn found(table: &[(Furniture, &[&str])], is: impl Fn(&str) -> bool) -> Option<Furniture> {
    let mut rows = table.iter();
    let row = rows.find(|(_, phrases)| phrases.iter().any(|words| is(words)));
    row.map(|(furniture, _)| *furniture)
}

/// True for a course number with hardly anything beside it: "0x19. Postmortem", "0x19-postmortem".
pub(super) fn is_course_number(said: &str) -> bool {
    let Some(rest) = said.strip_prefix("0x") else {
        return false;
    };
    let name = rest.trim_start_matches(|c: char| c.is_ascii_hexdigit());
    let digits = rest.len() - name.len();
    let mut words = name.split(|c: char| !c.is_alphanumeric());
    (1..=2).contains(&digits)
        && words.all(|word| {
            matches!(
                word,
                "" | "postmortem" | "post" | "mortem" | "project" | "devops" | "sysadmin"
            )
        })
}

/// True for "Task 0", "0. My first postmortem", "0. The big one mandatory".
fn is_task(said: &str) -> bool {
    let numbered = said.strip_prefix("task").map(|rest| rest.trim_start_matches([' ', '#']));
    let number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let listed = said.starts_with(|c: char| c.is_ascii_digit())
        && (said.ends_with(" mandatory")
            || said.ends_with("#advanced")
            || said.contains("my first postmortem")
            || said.contains("my first post-mortem"));
    numbered.is_some_and(number) || listed
}

/// The line in lower case, without ornament at its ends, with single blanks.
fn plain(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    let lower = words.join(" ").to_lowercase().replace('’', "'");
    let ornament = |c: char| {
        c.is_whitespace() || matches!(c, '*' | '_' | '`' | ':' | '.' | '!' | '-' | '•' | '\\')
    };
    lower.trim_matches(ornament).to_string()
}

/// True for a chatbot's or its user's announcement of the report below: "Here is a report on …".
pub(super) fn announces(line: &DocumentLine) -> bool {
    let said = plain(&line.text);
    let begins = ["here is", "here's", "here are", "below is", "sure", "certainly", "of course"];
    let names = ["report", "postmortem", "post-mortem", "post mortem", "version"];
    line.form == LineKind::Text
        && said.split_whitespace().count() <= 40
        && begins_with_any(&said, &begins)
        && holds_any(&said, &names)
}
