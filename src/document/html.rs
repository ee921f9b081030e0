//! HTML inside Markdown, as far as it is visible: lists, headings, breaks, bold, and comments
//! addressed to this program.

use crate::document::events;
use crate::document::line::{DocumentLine, LineKind};
use crate::source::Span;
use std::borrow::Cow;

/// The contents of a `<!-- postmirth: … -->` comment, if this is one.
pub(crate) fn directive(comment: &str, start: usize) -> Option<Span> {
    let inner = comment.trim_end().strip_prefix("<!--")?.strip_suffix("-->")?;
    let body = inner.trim_start();
    let told = body.strip_prefix("postmirth:")?;
    // Markers such as "postmirth:incident" have their name right after the colon.
    if !told.is_empty() && !told.starts_with(char::is_whitespace) {
        return None;
    }
    let at = start + comment.len() - comment.trim_start().len()
        + "<!--".len()
        + (inner.len() - body.len())
        + "postmirth:".len();
    let lead = told.len() - told.trim_start().len();
    Some(Span::new(at + lead, at + lead + told.trim().len()))
}

/// A tag's name in lower case, and whether it is an opening tag.
pub(crate) fn tag(text: &str) -> Option<(String, bool)> {
    let inner = text.strip_prefix('<')?;
    let (inner, opens) = inner.strip_prefix('/').map_or((inner, true), |inner| (inner, false));
    let name: String = inner.chars().take_while(char::is_ascii_alphanumeric).collect();
    (!name.is_empty()).then(|| (name.to_ascii_lowercase(), opens))
}

/// The elements of HTML.
const ELEMENTS: &str = "a abbr acronym address area article aside audio b base bdi bdo big \
    blockquote body br button canvas caption center cite code col colgroup data datalist dd del \
    details dfn dialog dir div dl dt em embed fieldset figcaption figure font footer form frame h1 \
    h2 h3 h4 h5 h6 head header hr html i iframe img input ins kbd label legend li link main map \
    mark menu meta meter nav noscript object ol optgroup option output p param picture pre progress \
    q rp rt ruby s samp script search section select slot small source span strike strong style sub \
    summary sup svg table tbody td template textarea tfoot th thead time title tr track tt u ul var \
    video wbr";

/// True for a word in angle brackets that is no tag: "`.save <filename>`" without its code marks.
pub(crate) fn is_placeholder(text: &str) -> bool {
    let word = text.strip_prefix('<').and_then(|text| text.strip_suffix('>'));
    word.is_some_and(|word| {
        let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | ' ');
        let name = word.split(' ').next().unwrap_or_default().to_ascii_lowercase();
        word.chars().all(plain) && !ELEMENTS.split(' ').any(|element| element == name)
    })
}

/// The maximum length of a tag, in characters: an unclosed quote must not be searched for through
/// the whole report.
const LONGEST_TAG: usize = 8192;

/// The length of a tag, up to the end of the text if it is unclosed; a `>` inside quotes does not
/// end it.
pub(crate) fn tag_length(text: &str) -> usize {
    let mut quote = None;
    for (at, c) in text.char_indices().take(LONGEST_TAG) {
        match (quote, c) {
            (Some(open), c) if c == open => quote = None,
            (None, '"' | '\'') => quote = Some(c),
            (None, '>') => return at + 1,
            _ => {}
        }
    }
    // An apostrophe outside an attribute does not open a quote.
    text.find('>').map_or(text.len(), |at| at + 1)
}

/// The raw value of an attribute of a tag.
pub(crate) fn attribute<'a>(tag: &'a str, wanted: &str) -> Option<&'a str> {
    let mut rest =
        tag.trim_start_matches('<').trim_start_matches(|c: char| c.is_ascii_alphanumeric());
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == '/' || c == '=');
        let name = rest
            .find(|c: char| c.is_whitespace() || matches!(c, '=' | '>' | '/'))
            .unwrap_or(rest.len());
        if name == 0 {
            return None;
        }
        let is = rest[..name].eq_ignore_ascii_case(wanted);
        rest = rest[name..].trim_start();
        let Some(value) = rest.strip_prefix('=') else {
            if is {
                return Some("");
            }
            continue;
        };
        let value = value.trim_start();
        let (found, after) = match value.chars().next().filter(|c| matches!(c, '"' | '\'')) {
            Some(quote) => value[1..].split_once(quote)?,
            None => value.split_at(
                value.find(|c: char| c.is_whitespace() || c == '>').unwrap_or(value.len()),
            ),
        };
        if is {
            return Some(found);
        }
        rest = after;
    }
}

/// The lines of an HTML block that begins at `base` in the source, nested in `lists` lists.
pub(crate) fn lines(block: &str, base: usize, lists: usize) -> Vec<DocumentLine> {
    let mut reader = TagReader {
        out: Vec::new(),
        lists,
        base,
        text: String::new(),
        origin: Vec::new(),
        form: LineKind::Text,
        depth: 0,
        begins: true,
        lead: false,
        directives: Vec::new(),
        end: base,
    };
    let (mut at, mut hidden) = (0, None::<String>);
    while at < block.len() {
        let rest = &block[at..];
        if rest.starts_with("<!--") {
            let length = rest.find("-->").map_or(rest.len(), |end| end + 3);
            reader.directives.extend(directive(&rest[..length], base + at));
            at += length;
        } else if let Some((name, opens)) = tag(rest) {
            let length = rest.find('>').map_or(rest.len(), |end| end + 1);
            match &hidden {
                Some(closer) if !opens && *closer == name => hidden = None,
                Some(_) => {}
                None if opens && matches!(name.as_str(), "script" | "style" | "svg") => {
                    hidden = Some(name)
                }
                None => reader.tag(&name, opens),
            }
            at += length;
        } else {
            // A line break is a run of its own; so is a lone "<" that does not open a tag.
            let first = rest.chars().next().map_or(1, char::len_utf8);
            let length = match rest.starts_with('\n') {
                true => 1,
                false => rest[first..].find(['<', '\n']).map_or(rest.len(), |end| end + first),
            };
            if hidden.is_none() {
                reader.run(&rest[..length], base + at);
            }
            at += length;
        }
    }
    reader.flush(true);
    reader.out
}

struct TagReader {
    out: Vec<DocumentLine>,
    lists: usize,
    base: usize,
    text: String,
    origin: Vec<(usize, usize)>,
    form: LineKind,
    depth: usize,
    begins: bool,
    lead: bool,
    directives: Vec<Span>,
    end: usize,
}

impl TagReader {
    fn tag(&mut self, name: &str, opens: bool) {
        match name {
            "li" => {
                self.flush(true);
                self.form = if opens {
                    LineKind::Item { ordered: false, check: None }
                } else {
                    LineKind::Text
                };
            }
            "ul" | "ol" => {
                self.flush(true);
                self.depth = if opens { self.depth + 1 } else { self.depth.saturating_sub(1) };
            }
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                self.flush(true);
                let level = name.as_bytes()[1] - b'0';
                self.form = if opens { LineKind::Heading(level) } else { LineKind::Text };
            }
            "summary" => {
                self.flush(true);
                self.lead = opens;
            }
            "b" | "strong" if opens && self.text.trim().is_empty() => self.lead = true,
            "br" => self.flush(false),
            "p" | "div" | "tr" | "table" | "section" | "details" | "blockquote" | "hr" => {
                self.flush(true)
            }
            "td" | "th" if !self.text.trim().is_empty() => self.text.push_str(" | "),
            _ => {}
        }
    }

    fn run(&mut self, text: &str, at: usize) {
        if text == "\n" {
            return self.flush(false);
        }
        // The first piece determines where the line begins.
        let text = if self.text.is_empty() { text.trim_start() } else { text };
        if text.is_empty() {
            return;
        }
        self.end = at + text.len();
        let mut rest = text;
        while !rest.is_empty() {
            // An entity is longer than its character, so the text after it needs an origin of its
            // own.
            let cut = match rest.starts_with('&') {
                true => rest.find(';').map(|end| end + 1),
                false => rest.find('&'),
            };
            let (piece, after) = rest.split_at(cut.unwrap_or(rest.len()));
            self.origin.push((self.text.len(), self.end - rest.len()));
            self.text.push_str(&decoded(piece));
            rest = after;
        }
    }

    /// Ends the line; with `block`, also the paragraph, item or heading.
    fn flush(&mut self, block: bool) {
        let text = std::mem::take(&mut self.text);
        let origin = std::mem::take(&mut self.origin);
        let directives = std::mem::take(&mut self.directives);
        let told = !text.trim().is_empty();
        if told || !directives.is_empty() {
            let start = origin
                .first()
                .map(|(_, at)| *at)
                .or(directives.first().map(|span| span.start))
                .unwrap_or(self.base);
            let end = self.end.max(start).max(directives.last().map_or(0, |span| span.end));
            let text = text.trim_end().to_string();
            let item = matches!(self.form, LineKind::Item { .. });
            self.out.push(DocumentLine {
                span: Span::new(start, end),
                lead: if self.lead { text.len() } else { 0 },
                text,
                origin,
                form: self.form,
                depth: self.lists + if item { self.depth.max(1) } else { 0 },
                begins: self.begins,
                directives,
                cells: Vec::new(),
            });
            self.lead = false;
            self.begins = false;
            if matches!(self.form, LineKind::Item { .. }) {
                self.form = LineKind::Text;
            }
        }
        if block {
            self.form = LineKind::Text;
            self.begins = true;
        }
    }
}

/// The maximum length of an entity.
const LONGEST_ENTITY: usize = 34;

/// HTML text with its entities decoded.
pub(crate) fn decoded(text: &str) -> Cow<'_, str> {
    let mut out = String::new();
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        let (before, entity) = rest.split_at(at);
        let end = entity.bytes().take(LONGEST_ENTITY).position(|byte| byte == b';');
        let entity = &entity[..end.map_or(1, |end| end + 1)];
        out.push_str(before);
        out.push_str(&events::entity(entity).unwrap_or_else(|| entity.to_string()));
        rest = &rest[at + entity.len()..];
    }
    if rest.len() == text.len() {
        return Cow::Borrowed(text);
    }
    out.push_str(rest);
    Cow::Owned(out)
}
