//! The library: every quip that there is, and the topics that they are sorted by.

mod file;
mod plain;

use super::quip::{Home, Quip};
use crate::assets;
use crate::diagnostic::{Code, Diagnostic};
use crate::source::{Source, Span};
use file::Top;
use std::collections::HashMap;

/// The topic of the quips that fit any report.
pub const GENERIC: &str = "generic";

/// The images in which a whole report can be told.
pub const THEMES: &[&str] = &[
    "nap",
    "trial",
    "heist",
    "weather",
    "restaurant",
    "relationship",
    "museum",
    "flight",
    "fridge",
    "theatre",
    "post",
    "school",
    "hotel",
    "orchestra",
];

/// All quips and topics.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Library {
    /// The quips, file by file in the order in which they stand there.
    pub quips: Vec<Quip>,
    /// The topics; the generic one is none.
    pub topics: Vec<Topic>,
}

/// What an incident can be about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Topic {
    /// The name that files use: "load-balancer".
    pub id: String,
    /// How a sentence may name the culprit: "the load balancer".
    pub name: String,
    /// The words in a title or a root cause that say that the incident is about this.
    pub signs: Vec<String>,
}

impl Library {
    /// The quips that are built in.
    pub fn built_in() -> Library {
        let mut out = Library::default();
        for built_in in assets::QUIPS {
            let read = plain::read(built_in.text);
            let (top, quips) = read.unwrap_or_else(|| {
                file::read(built_in.text).expect("a built-in file of quips can be read")
            });
            out.topics.extend(top.new_topic());
            out.quips.extend(quips);
        }
        out
    }

    /// The library with a file of one's own laid over it: a quip whose id is known takes the
    /// other's place, others come behind; a known topic takes over the name and the signs that the
    /// file gives.
    pub fn with(mut self, file: &Source) -> Result<Library, Box<Diagnostic>> {
        let (top, quips) = file::read(file.text()).map_err(|error| Box::new(slip(&error)))?;
        self.take_topic(&top)
            .map_err(|message| Box::new(unfit(file, message)))?;
        self.take_quips(quips);
        Ok(self)
    }

    fn take_topic(&mut self, top: &Top) -> Result<(), String> {
        top.check()?;
        let Some(id) = top.topic.as_deref().filter(|id| *id != GENERIC) else {
            return Ok(());
        };
        if let Some(known) = self.topics.iter_mut().find(|topic| topic.id == id) {
            known.name = top.name.clone().unwrap_or(std::mem::take(&mut known.name));
            known.signs = top
                .signs
                .clone()
                .unwrap_or(std::mem::take(&mut known.signs));
            return Ok(());
        }
        let lacks =
            || format!("expected `name` and `signs` beside the new topic \"{id}\", found not both");
        self.topics.push(top.new_topic().ok_or_else(lacks)?);
        Ok(())
    }

    fn take_quips(&mut self, quips: Vec<Quip>) {
        let mut places: HashMap<String, usize> = self
            .quips
            .iter()
            .enumerate()
            .map(|(at, quip)| (quip.id.clone(), at))
            .collect();
        for quip in quips {
            match places.get(&quip.id) {
                Some(at) => self.quips[*at] = quip,
                None => {
                    places.insert(quip.id.clone(), self.quips.len());
                    self.quips.push(quip);
                }
            }
        }
    }

    /// The topic of that name.
    pub fn topic(&self, id: &str) -> Option<&Topic> {
        self.topics.iter().find(|topic| topic.id == id)
    }

    /// The quip of that name.
    pub fn quip(&self, id: &str) -> Option<&Quip> {
        self.quips.iter().find(|quip| quip.id == id)
    }
}

impl Home {
    /// The name of the file in which its quips stand: a topic, a theme's "theme-nap", or "generic".
    pub fn file<'a>(&'a self, theme: Option<&'a str>) -> String {
        match self {
            Home::Topic(topic) => topic.clone(),
            Home::Theme => format!("theme-{}", theme.unwrap_or_default()),
            Home::Any => GENERIC.to_string(),
        }
    }
}

const HINT: &str = "`postmirth quips show dns` prints a file of quips, and `postmirth quips lint \
    FILE` says what a file lacks";

fn slip(error: &toml::de::Error) -> Diagnostic {
    let span = error.span().map(|range| Span::new(range.start, range.end));
    let message = error.message().trim().replace('\n', "; ");
    Diagnostic {
        span,
        ..Diagnostic::about_all(Code::QuipsUnreadable, message)
    }
    .hint(HINT)
}

/// What is wrong with the head of a file is shown at its first line.
fn unfit(file: &Source, message: String) -> Diagnostic {
    Diagnostic::new(Code::QuipsUnreadable, file.line(1), message).hint(HINT)
}
