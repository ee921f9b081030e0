//! Reads a file of quips with a red pencil: what would keep a line from being used, or make it sad,
//! unkind or stale.

mod line;
mod words;

pub(super) use words::stock;

use super::library::{GENERIC, Library, THEMES};
use super::quip::{Device, Part, Slot};
use super::tone::Tone;
use crate::incident::Kind;
use crate::source::{Source, Span};
use std::collections::BTreeMap;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// Something in a file of quips that is not as it should be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// Where it stands.
    pub span: Option<Span>,
    /// The quip; empty when it is about the file.
    pub id: String,
    /// What was expected and what was found.
    pub message: String,
}

type Value<'a> = Spanned<DeValue<'a>>;
type Table<'a> = DeTable<'a>;

/// What there is to say of a file, in its order; the library is that over which it would be laid.
pub fn lint(file: &Source, library: &Library) -> Vec<Finding> {
    let table = match DeTable::parse(file.text()) {
        Ok(table) => table,
        Err(error) => {
            let message = error.message().trim().replace('\n', "; ");
            return vec![Finding {
                span: error.span().map(span),
                id: String::new(),
                message,
            }];
        }
    };
    let mut pen = Pen {
        library,
        out: Vec::new(),
        id: String::new(),
        home: String::new(),
        whole: false,
    };
    pen.head(table.get_ref(), file.line(1));
    pen.quips(table.get_ref());
    pen.out.sort_by_key(|finding| finding.span);
    pen.out
}

fn span(range: std::ops::Range<usize>) -> Span {
    Span::new(range.start, range.end)
}

/// "a string", "an integer".
fn kind_of(value: &Value) -> String {
    let name = value.get_ref().type_str();
    format!(
        "{} {name}",
        if name.starts_with(['a', 'i']) {
            "an"
        } else {
            "a"
        }
    )
}

/// The slots by the names that files give them.
const SLOTS: &[(&str, Slot)] = &[
    ("title", Slot::Title),
    ("heading", Slot::Heading),
    ("entry", Slot::Entry),
    ("action", Slot::Action),
    ("caption", Slot::Caption),
    ("sign_off", Slot::SignOff),
];

/// What is being read.
struct Pen<'a> {
    library: &'a Library,
    out: Vec<Finding>,
    /// The quip that is being read.
    id: String,
    /// The name under which the file's quips are kept: "dns", "theme-nap".
    home: String,
    /// Whether the file is for a topic, whose measures must be told apart.
    whole: bool,
}

/// A quip as it stands in the file.
struct Draft<'a> {
    slot: (&'static str, Slot),
    table: &'a Table<'a>,
    span: Span,
}

impl<'a> Draft<'a> {
    fn text(&self, key: &str) -> Option<(&'a str, Span)> {
        let value = self.table.get(key)?;
        Some((value.get_ref().as_str()?, span(value.span())))
    }

    /// The texts of a list.
    fn list(&self, key: &str) -> Vec<(&'a str, Span)> {
        let items = self
            .table
            .get(key)
            .and_then(|value| value.get_ref().as_array());
        items
            .into_iter()
            .flatten()
            .filter_map(|item| Some((item.get_ref().as_str()?, span(item.span()))))
            .collect()
    }
}

impl Pen<'_> {
    fn find(&mut self, span: Span, message: impl Into<String>) {
        self.out.push(Finding {
            span: Some(span),
            id: self.id.clone(),
            message: message.into(),
        });
    }

    /// Topic or theme, and what a new topic needs.
    fn head(&mut self, table: &Table, first: Span) {
        let text = |key: &str| {
            table
                .get(key)
                .and_then(|value| Some((value.get_ref().as_str()?, span(value.span()))))
        };
        for (key, value) in table {
            self.top(key, value);
        }
        match (text("topic"), text("theme")) {
            (Some((topic, place)), None) => {
                self.home = topic.to_string();
                self.whole = topic != GENERIC;
                let known = topic == GENERIC || self.library.topic(topic).is_some();
                for key in ["name", "signs"]
                    .into_iter()
                    .filter(|key| !known && !table.contains_key(*key))
                {
                    self.find(
                        place,
                        format!("expected `{key}` beside a new topic, found none"),
                    );
                }
            }
            (None, Some((theme, place))) => {
                self.home = format!("theme-{theme}");
                self.one_of(THEMES, theme, place, "theme");
            }
            (Some(_), Some((_, place))) => self.find(
                place,
                "expected `topic` or `theme` at the head of the file, found both",
            ),
            (None, None) => self.find(
                first,
                "expected `topic` or `theme` at the head of the file, found neither",
            ),
        }
    }

    /// A key at the head of a file, and what kind of value it holds.
    fn top(&mut self, key: &Spanned<std::borrow::Cow<str>>, value: &Value) {
        match key.get_ref().as_ref() {
            "topic" | "theme" | "name" => self.is_text(value),
            "signs" => self.is_list(value),
            name if SLOTS.iter().any(|(known, _)| *known == name) => {}
            name => {
                let known =
                    "topic, theme, name, signs, title, heading, entry, action, caption, sign_off";
                self.find(
                    span(key.span()),
                    format!("expected a key among {known}, found `{name}`"),
                );
            }
        }
    }

    fn quips(&mut self, table: &Table) {
        let mut seen = Seen::default();
        for slot in SLOTS {
            let Some(value) = table.get(slot.0) else {
                continue;
            };
            let Some(drafts) = value.get_ref().as_array() else {
                self.find(
                    span(value.span()),
                    format!("expected `[[{}]]`, found {}", slot.0, kind_of(value)),
                );
                continue;
            };
            for draft in drafts {
                match draft.get_ref().as_table() {
                    Some(table) => self.quip(
                        &Draft {
                            slot: *slot,
                            table,
                            span: span(draft.span()),
                        },
                        &mut seen,
                    ),
                    None => self.find(
                        span(draft.span()),
                        format!("expected `[[{}]]`, found {}", slot.0, kind_of(draft)),
                    ),
                }
            }
        }
    }

    fn quip(&mut self, draft: &Draft, seen: &mut Seen) {
        self.id = draft
            .text("id")
            .map_or(String::new(), |(id, _)| id.to_string());
        self.keys(draft);
        self.values(draft);
        for key in ["text", "sign_off"] {
            if let Some((text, place)) = draft.text(key) {
                self.line(draft.slot.1, key, text, place);
            }
        }
        self.twice(draft, seen);
        self.id.clear();
    }

    /// That every key is known, needed ones are there, and all hold what they should.
    fn keys(&mut self, draft: &Draft) {
        let (name, slot) = draft.slot;
        let own = match slot {
            Slot::Title => Some("sign_off"),
            Slot::Heading => Some("section"),
            Slot::Entry => Some("kinds"),
            _ => None,
        };
        let measured = (slot == Slot::Action && self.whole).then_some("words");
        for key in ["id", "text", "tones", "device"]
            .into_iter()
            .chain(own)
            .chain(measured)
        {
            if !draft.table.contains_key(key) {
                self.find(
                    draft.span,
                    format!("expected `{key}` in `[[{name}]]`, found none"),
                );
            }
        }
        for (key, value) in draft.table {
            match key.get_ref().as_ref() {
                "id" | "text" | "device" | "theme" => self.is_text(value),
                "tones" | "words" | "unless" => self.is_list(value),
                "kinds" if own == Some("kinds") => self.is_list(value),
                key if own == Some(key) => self.is_text(value),
                other => self.find(
                    span(key.span()),
                    format!("expected no such key in `[[{name}]]`, found `{other}`"),
                ),
            }
        }
    }

    fn is_text(&mut self, value: &Value) {
        if !value.get_ref().is_str() {
            self.find(
                span(value.span()),
                format!("expected a text in quotes, found {}", kind_of(value)),
            );
        }
    }

    fn is_list(&mut self, value: &Value) {
        let sound = value
            .get_ref()
            .as_array()
            .is_some_and(|items| items.into_iter().all(|item| item.get_ref().is_str()));
        if !sound {
            self.find(
                span(value.span()),
                format!("expected a list of texts, found {}", kind_of(value)),
            );
        }
    }

    /// That tones, kinds, device, section and theme are known, and that patterns can be found.
    fn values(&mut self, draft: &Draft) {
        for (key, known) in [
            ("device", &Device::ALL.map(Device::name)[..]),
            ("section", &Part::ALL.map(Part::name)),
            ("theme", THEMES),
        ] {
            if let Some((value, place)) = draft.text(key) {
                self.one_of(known, value, place, key);
            }
        }
        // In the tone "off" there is no line at all.
        let [_, tones @ ..] = Tone::ALL.map(Tone::name);
        for (value, place) in draft.list("tones") {
            self.one_of(&tones, value, place, "tone");
        }
        for (value, place) in draft.list("kinds") {
            self.one_of(&Kind::ALL.map(Kind::name), value, place, "kind");
        }
        for key in ["tones", "kinds"]
            .into_iter()
            .filter(|key| draft.table.contains_key(*key) && draft.list(key).is_empty())
        {
            self.find(
                draft.span,
                format!("expected at least one of `{key}`, found none"),
            );
        }
        for (pattern, place) in draft.list("words").into_iter().chain(draft.list("unless")) {
            if pattern.to_lowercase() != pattern {
                self.find(
                    place,
                    format!("expected words in small letters, found \"{pattern}\""),
                );
            }
        }
        self.own_theme(draft);
    }

    /// In a theme's file every line has that theme.
    fn own_theme(&mut self, draft: &Draft) {
        if let Some((theme, place)) = draft.text("theme")
            && let Some(home) = self
                .home
                .strip_prefix("theme-")
                .filter(|home| *home != theme)
        {
            self.find(
                place,
                format!("expected the theme of the file, {home}, found \"{theme}\""),
            );
        }
    }

    fn one_of(&mut self, known: &[&str], value: &str, place: Span, what: &str) {
        if !known.contains(&value) {
            self.find(
                place,
                format!(
                    "expected a {what} among {}, found \"{value}\"",
                    known.join(", ")
                ),
            );
        }
    }

    /// That no other quip has this id or says the same.
    fn twice(&mut self, draft: &Draft, seen: &mut Seen) {
        if let Some((id, place)) = draft.text("id") {
            if seen.ids.insert(id.to_string(), ()).is_some() {
                self.find(
                    place,
                    format!("expected an id of its own, found \"{id}\" a second time"),
                );
            } else if let Some(quip) = self.library.quip(id) {
                let file = quip.home.file(quip.theme.as_deref());
                // In a file on the same topic it takes the other's place.
                if file != self.home {
                    self.find(
                        place,
                        format!(
                            "expected an id of its own, found that of a built-in quip in {file}"
                        ),
                    );
                }
            }
        }
        for (text, place) in ["text", "sign_off"]
            .into_iter()
            .filter_map(|key| draft.text(key))
        {
            let letters = line::letters(text);
            if let Some(other) = seen.texts.insert(letters.clone(), self.id.clone()) {
                self.find(
                    place,
                    format!("expected a line of its own, found the words of \"{other}\""),
                );
            } else if let Some(other) = self.known_line(&letters, seen) {
                self.find(
                    place,
                    format!(
                        "expected a line of its own, found the words of the built-in \"{other}\""
                    ),
                );
            }
        }
    }

    /// The built-in quip, other than this one, that says the same.
    fn known_line(&self, letters: &str, seen: &mut Seen) -> Option<String> {
        let known = seen.built_in.get_or_insert_with(|| {
            let texts = |quip: &'_ super::quip::Quip| -> Vec<(String, String)> {
                let lines = [Some(&quip.text), quip.sign_off.as_ref()];
                lines
                    .into_iter()
                    .flatten()
                    .map(|line| (line::letters(line), quip.id.clone()))
                    .collect()
            };
            self.library.quips.iter().flat_map(texts).collect()
        });
        known.get(letters).filter(|id| **id != self.id).cloned()
    }
}

/// Ids and lines met so far, the lines by their letters alone.
#[derive(Default)]
struct Seen {
    ids: BTreeMap<String, ()>,
    texts: BTreeMap<String, String>,
    built_in: Option<BTreeMap<String, String>>,
}
