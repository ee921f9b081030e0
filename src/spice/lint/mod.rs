//! Reads a file of lines with a red pencil: what would keep a line from being used, or make it sad,
//! unkind or stale.

mod line;
mod words;

pub(super) use words::stock;

use super::library::Library;
use super::moment::{Circumstance, MomentKind, suspects};
use super::tone::Tone;
use crate::source::{Source, Span};
use std::collections::BTreeMap;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// Something in a file of lines that is not as it should be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LintFinding {
    /// Where it stands.
    pub span: Option<Span>,
    /// The line; empty when it is about the file.
    pub id: String,
    /// The words for what was expected and what was found.
    pub message: String,
}

type Value<'a> = Spanned<DeValue<'a>>;
type Table<'a> = DeTable<'a>;

/// The keys for what a line or a title may need.
const CONDITIONS: &[&str] =
    &["culprit", "suspect", "words", "unless", "cause", "cause_unless", "when", "tones"];

/// The name of a kind of table, the keys that it needs, and lists of those that it may have.
type TableKind = (&'static str, KeyList, &'static [KeyList]);
type KeyList = &'static [&'static str];

/// The kinds of table that a file may hold, each with its keys, those that are needed first.
const KINDS: &[TableKind] = &[
    ("line", &["id", "at", "text"], &[CONDITIONS, &["sign_off"]]),
    ("title", &["id", "text", "sign_off"], &[CONDITIONS]),
    ("analogy", &["id", "culprit", "image", "title", "sign_off", "lines"], &[&["words", "unless"]]),
    ("topic", &["id", "signs"], &[&["name", "also", "weight", "unless"]]),
];

/// The findings about a file, in its order; the library is that over which it would be laid.
pub fn lint(file: &Source, library: &Library) -> Vec<LintFinding> {
    let table = match DeTable::parse(file.text()) {
        Ok(table) => table,
        Err(error) => {
            let message = error.message().trim().replace('\n', "; ");
            return vec![LintFinding { span: error.span().map(span), id: String::new(), message }];
        }
    };
    let mut pen = Linter {
        topics: library.topics.iter().map(|topic| topic.id.clone()).collect(),
        out: Vec::new(),
        id: String::new(),
        ids: BTreeMap::new(),
        texts: known_lines(library),
    };
    pen.file(table.get_ref());
    pen.out.sort_by_key(|finding| finding.span);
    pen.out
}

/// The words of every line that there is, each with its id.
fn known_lines(library: &Library) -> BTreeMap<String, String> {
    let lines = library.lines(None);
    let mut out = BTreeMap::new();
    let mut note = |text: &str, id: &str| out.insert(line::letters(text), id.to_string());
    for quip in lines.quips() {
        note(&quip.text, &quip.id);
        if let Some(end) = &quip.sign_off {
            note(end, &quip.id);
        }
    }
    for title in lines.titles() {
        note(&title.text, &title.id);
        title.sign_off.iter().for_each(|end| {
            note(end, &title.id);
        });
    }
    for image in lines.analogies() {
        let own = [&image.title, &image.sign_off].into_iter();
        own.chain(image.lines.iter().map(|turn| &turn.text)).for_each(|text| {
            note(text, &image.id);
        });
    }
    out
}

fn span(range: std::ops::Range<usize>) -> Span {
    Span::new(range.start, range.end)
}

/// "a string", "an integer".
fn kind_of(value: &Value) -> String {
    let name = value.get_ref().type_str();
    let article = if name.starts_with(['a', 'i']) { "an" } else { "a" };
    format!("{article} {name}")
}

/// The texts of a value, which is one or a list of them.
fn texts<'a>(value: &'a Value) -> Vec<(&'a str, Span)> {
    if let Some(text) = value.get_ref().as_str() {
        return vec![(text, span(value.span()))];
    }
    let items = value.get_ref().as_array().into_iter().flatten();
    items.filter_map(|item| Some((item.get_ref().as_str()?, span(item.span())))).collect()
}

/// The state of reading a file.
struct Linter {
    /// The topics that lines may name: the known ones and the file's own.
    topics: Vec<String>,
    out: Vec<LintFinding>,
    /// The line that is being read.
    id: String,
    ids: BTreeMap<String, ()>,
    /// Lines known so far, by their letters alone.
    texts: BTreeMap<String, String>,
}

impl Linter {
    fn find(&mut self, span: Span, message: impl Into<String>) {
        self.out.push(LintFinding {
            span: Some(span),
            id: self.id.clone(),
            message: message.into(),
        });
    }

    fn file(&mut self, table: &Table) {
        for (key, value) in table {
            let Some(kind) = KINDS.iter().find(|kind| kind.0 == key.get_ref().as_ref()) else {
                let known: Vec<&str> = KINDS.iter().map(|kind| kind.0).collect();
                let message = format!(
                    "expected a table among {}, found `{}`",
                    known.join(", "),
                    key.get_ref()
                );
                self.find(span(key.span()), message);
                continue;
            };
            let Some(all) = value.get_ref().as_array() else {
                let message = format!("expected `[[{}]]`, found {}", kind.0, kind_of(value));
                self.find(span(value.span()), message);
                continue;
            };
            let own = all.iter().filter_map(|one| one.get_ref().as_table());
            if kind.0 == "topic" {
                let ids = own.filter_map(|topic| topic.get("id")?.get_ref().as_str());
                self.topics.extend(ids.map(str::to_string));
            }
        }
        for kind in KINDS {
            let all = table.get(kind.0).and_then(|value| value.get_ref().as_array());
            for one in all.into_iter().flatten() {
                match one.get_ref().as_table() {
                    Some(table) => self.entry(kind, table, span(one.span())),
                    None => {
                        let message = format!("expected `[[{}]]`, found {}", kind.0, kind_of(one));
                        self.find(span(one.span()), message);
                    }
                }
            }
        }
    }

    fn entry(&mut self, kind: &TableKind, table: &Table, place: Span) {
        let (name, needed, others) = kind;
        let text = |key: &str| table.get(key).and_then(|value| value.get_ref().as_str());
        self.id = text("id").unwrap_or_default().to_string();
        for key in needed.iter().filter(|key| !table.contains_key(**key)) {
            self.find(place, format!("expected `{key}` in `[[{name}]]`, found none"));
        }
        for (key, value) in table {
            let known = key.get_ref().as_ref();
            if needed.contains(&known) || others.iter().any(|keys| keys.contains(&known)) {
                self.value(name, known, value);
            } else {
                let message = format!("expected no such key in `[[{name}]]`, found `{known}`");
                self.find(span(key.span()), message);
            }
        }
        if let Some(ends) = table.get("sign_off").filter(|_| *name == "line") {
            self.ends_of(table, ends);
        }
        self.id.clear();
    }

    /// The ends that come back to a picture of the cause, one for each of its texts.
    fn ends_of(&mut self, table: &Table, ends: &Value) {
        let count = |key: &str| table.get(key).map_or(0, |value| texts(value).len());
        let (found, wanted) = (texts(ends).len(), count("text"));
        let moments = table.get("at").map(texts).unwrap_or_default();
        if found != wanted {
            let message = format!("expected {wanted} ends, one for each text, found {found}");
            self.find(span(ends.span()), message);
        } else if moments.iter().any(|(moment, _)| *moment != MomentKind::CauseTold.name()) {
            let message = "expected `sign_off` at `cause_told` only, found another moment";
            self.find(span(ends.span()), message);
        }
    }

    fn value(&mut self, name: &str, key: &str, value: &Value) {
        match key {
            "lines" => self.turns(value),
            "also" | "weight" => {}
            _ if texts(value).is_empty() => {
                let message = format!("expected a text in quotes, found {}", kind_of(value));
                self.find(span(value.span()), message);
            }
            _ => self.texts(name, key, value),
        }
    }

    fn texts(&mut self, name: &str, key: &str, value: &Value) {
        let topics = self.topics.clone();
        let topics: Vec<&str> = topics.iter().map(String::as_str).collect();
        for (text, place) in texts(value) {
            match (name, key) {
                (_, "id") => self.own_id(text, place),
                (_, "at") => {
                    self.one_of(&MomentKind::ALL.map(MomentKind::name), text, place, "moment")
                }
                (_, "culprit") => self.one_of(&topics, text, place, "culprit"),
                (_, "suspect") => self.one_of(&suspects(), text, place, "suspect"),
                (_, "when") => {
                    let known = Circumstance::ALL.map(Circumstance::name);
                    self.one_of(&known, text, place, "fact");
                }
                (_, "tones") => {
                    // In the tone "off" there is no line at all.
                    let [_, tones @ ..] = Tone::ALL.map(Tone::name);
                    self.one_of(&tones, text, place, "tone");
                }
                (_, "words" | "unless" | "cause" | "cause_unless" | "signs")
                    if text.to_lowercase() != text =>
                {
                    let message = format!("expected words in small letters, found \"{text}\"");
                    self.find(place, message);
                }
                ("title", "text") | ("analogy", "title") => self.own_line(text, place, true),
                // A picture without an end among several that have one.
                ("line", "sign_off") if text.is_empty() => {}
                (_, "text" | "sign_off") => self.own_line(text, place, false),
                _ => {}
            }
        }
        if key == "sign_off" && name == "title" && texts(value).len() > 3 {
            let message = format!("expected 1 to 3 ends, found {}", texts(value).len());
            self.find(span(value.span()), message);
        }
    }

    /// The lines of an image.
    fn turns(&mut self, value: &Value) {
        let all = value.get_ref().as_array();
        let count = all.map_or(0, |all| all.len());
        if !(4..=8).contains(&count) {
            let message = format!("expected 4 to 8 lines, found {count}");
            self.find(span(value.span()), message);
        }
        for turn in all.into_iter().flatten() {
            let Some(table) = turn.get_ref().as_table() else {
                let message = format!("expected `at` and `text`, found {}", kind_of(turn));
                self.find(span(turn.span()), message);
                continue;
            };
            for key in ["at", "text"] {
                match table.get(key) {
                    Some(value) => self.value("lines", key, value),
                    None => {
                        let message = format!("expected `{key}` in a line, found none");
                        self.find(span(turn.span()), message);
                    }
                }
            }
        }
    }

    fn own_id(&mut self, id: &str, place: Span) {
        if self.ids.insert(id.to_string(), ()).is_some() {
            let message = format!("expected an id of its own, found \"{id}\" a second time");
            self.find(place, message);
        }
    }

    /// A line that a reader sees, which no other may be word for word.
    fn own_line(&mut self, text: &str, place: Span, is_title: bool) {
        self.line(text, place, is_title);
        let known = self.texts.insert(line::letters(text), self.id.clone());
        let own = |other: &String| {
            let number = other.strip_prefix(self.id.as_str());
            number.is_some_and(|number| number.is_empty() || number.starts_with('.'))
        };
        if let Some(other) = known.filter(|other| !own(other)) {
            let message = format!("expected a line of its own, found the words of \"{other}\"");
            self.find(place, message);
        }
    }

    fn one_of(&mut self, known: &[&str], value: &str, place: Span, what: &str) {
        if !known.contains(&value) {
            let message =
                format!("expected a {what} among {}, found \"{value}\"", known.join(", "));
            self.find(place, message);
        }
    }
}
