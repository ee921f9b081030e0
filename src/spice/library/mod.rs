//! The library: every line that there is, file by file, and the topics that they are sorted by.
//!
//! A built-in file that is called like a topic is read only for a report on that topic.

mod file;

pub use file::Sheaf;

use super::quip::{Analogy, Headline, Quip, Topic};
use super::topics::Culprit;
use crate::assets::{self, BuiltIn, QUIPS, QUIPS_READY};
use crate::diagnostic::{Code, Diagnostic};
use crate::source::{Source, Span};
use std::collections::BTreeSet;
use std::sync::OnceLock;

/// The built-in files that have been read.
static READ: [OnceLock<Sheaf>; QUIPS.len()] = [const { OnceLock::new() }; QUIPS.len()];

fn built_in(at: usize) -> &'static Sheaf {
    READ[at]
        .get_or_init(|| file::ready(QUIPS_READY[at]).expect("a built-in file of lines can be read"))
}

/// The lines and the topics: the built-in ones, and those of one's own on top.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Library {
    /// The topics that an incident can be about.
    pub topics: Vec<Topic>,
    own: Sheaf,
}

impl Library {
    /// The built-in library.
    pub fn built_in() -> Library {
        let topics = file::topics(assets::TOPICS).expect("the built-in topics can be read");
        Library { topics, own: Sheaf::default() }
    }

    /// The library with a file of one's own laid over it: a line or a topic whose id is known takes
    /// the other's place, others are added.
    pub fn with(mut self, file: &Source) -> Result<Library, Box<Diagnostic>> {
        let sheaf = file::read(file.text()).map_err(|error| Box::new(unreadable(&error)))?;
        for topic in sheaf.topics {
            self.topics.retain(|known| known.id != topic.id);
            self.topics.push(topic);
        }
        lay_over(&mut self.own.quips, sheaf.quips, |quip| &quip.id);
        lay_over(&mut self.own.titles, sheaf.titles, |title| &title.id);
        lay_over(&mut self.own.analogies, sheaf.analogies, |image| &image.id);
        Ok(self)
    }

    /// The built-in files, each with its name.
    pub fn files() -> impl Iterator<Item = (&'static str, &'static Sheaf)> {
        let files = QUIPS.iter().enumerate();
        files.map(|(at, file)| (file.name, built_in(at)))
    }

    /// The topic of that name.
    pub fn topic(&self, id: &str) -> Option<&Topic> {
        self.topics.iter().find(|topic| topic.id == id)
    }

    /// The lines that may serve a report in which these were at fault; of all reports without.
    pub fn lines(&self, culprits: Option<&[Culprit]>) -> Deck<'_> {
        let serves = |file: &BuiltIn| match culprits {
            Some(culprits) if self.topic(file.name).is_some() => {
                culprits.iter().any(|culprit| culprit.id == file.name)
            }
            _ => true,
        };
        let files = QUIPS.iter().enumerate().filter(|(_, file)| serves(file));
        let sheaves = files.map(|(at, _)| built_in(at));
        Deck { sheaves: sheaves.chain([&self.own]).collect(), own: &self.own }
    }
}

/// Deck from several files; of two with one id the later.
pub struct Deck<'a> {
    sheaves: Vec<&'a Sheaf>,
    own: &'a Sheaf,
}

impl<'a> Deck<'a> {
    /// Those under entries and measures.
    pub fn quips(&self) -> Vec<&'a Quip> {
        self.all(|sheaf| &sheaf.quips, |quip| &quip.id)
    }

    /// The titles.
    pub fn titles(&self) -> Vec<&'a Headline> {
        self.all(|sheaf| &sheaf.titles, |title| &title.id)
    }

    /// The images.
    pub fn analogies(&self) -> Vec<&'a Analogy> {
        self.all(|sheaf| &sheaf.analogies, |image| &image.id)
    }

    fn all<T>(&self, of: fn(&Sheaf) -> &[T], id: fn(&T) -> &str) -> Vec<&'a T> {
        let own: BTreeSet<&str> = of(self.own).iter().map(id).collect();
        let (last, built_in) = match self.sheaves.split_last() {
            Some((last, built_in)) => (of(last), built_in),
            None => (&[][..], &[][..]),
        };
        let kept = built_in.iter().flat_map(|sheaf| of(sheaf));
        kept.filter(|one| !own.contains(id(one))).chain(last).collect()
    }
}

/// Puts new ones in, in the places of those of their names.
fn lay_over<T>(known: &mut Vec<T>, new: Vec<T>, id: fn(&T) -> &str) {
    known.retain(|one| !new.iter().any(|other| id(other) == id(one)));
    known.extend(new);
}

const HINT: &str = "`postmirth quips show dns` prints a file of lines, and `postmirth quips lint \
    FILE` says what a file lacks";

fn unreadable(error: &toml::de::Error) -> Diagnostic {
    let span = error.span().map(|range| Span::new(range.start, range.end));
    let message = error.message().trim().replace('\n', "; ");
    Diagnostic { span, ..Diagnostic::about_all(Code::QuipsUnreadable, message) }.hint(HINT)
}
