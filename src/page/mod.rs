//! The page on which a report is pasted, seen and taken away: its files, and the one function that
//! answers all that they ask.
//!
//! The page asks in JSON and is answered in JSON, by [`answer`]: compiled into the browser, or over
//! the loopback by `postmirth preview`. So there is one page, and no picture, fact or joke in it
//! that the program would not give.

mod answers;
mod files;
mod question;
mod reply;
mod spots;
mod telling;

pub use files::{FILES, PageFile, SERVED};
pub use question::Asking;

use crate::diagnostic::Warned;
use crate::read::Report;
use crate::source::Source;
use answers::PageDesk;
use question::Question;
use reply::Reply;

/// Answers what the page asks; what cannot be understood is answered by an `error`.
pub fn answer(question: &str) -> String {
    let question: Question = match serde_json::from_str(question) {
        Ok(question) => question,
        Err(error) => return written(&Reply::error(format!("expected a question: {error}"))),
    };
    let name = if question.name.is_empty() { "report.md" } else { &question.name };
    let Warned { value: source, warnings: decoding } =
        Source::from_bytes(name, question.report.as_bytes());
    let report = Report::of(&source);
    let desk = PageDesk::new(&question, &report, &decoding);
    match desk.answers() {
        Ok(reply) => written(&reply),
        Err(why) => written(&Reply::error(why)),
    }
}

fn written(reply: &Reply) -> String {
    serde_json::to_string(reply)
        .unwrap_or_else(|_| r#"{"error":"the answer cannot be written"}"#.into())
}
