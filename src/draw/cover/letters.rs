//! The letters of the cover: the title as large as its room allows, and below it the cause.

use super::page::{CoverPage, kept};
use super::told::{CoverWords, first_clauses};
use crate::draw::colour::Colour;
use crate::draw::font::Letter;
use crate::draw::sheet::{Sheet, clipped};
use crate::draw::wrap::{MeasuredText, WrappedText, tied};

/// From the right margin to the end of the title, in units; between them stands the server.
const ASIDE: f64 = 312.0;
/// The title's largest and smallest letters, in sizes of the style's own title, and the step
/// between them.
const LARGEST: f64 = 3.0;
const SMALLEST: f64 = 1.5;
const STEP: f64 = 2.0;
/// The title takes so many lines; only in its smallest letters it may take two more before it is
/// cut.
const LINES: usize = 3;
const MOST_LINES: usize = LINES + 2;
/// No title of more words has room, though a whole page can be one by mistake.
const MOST_WORDS: usize = 200;
/// From line to line, in sizes of the letters: large letters need less than small ones.
const TIGHT: f64 = 1.16;
const LOOSE: f64 = 1.3;
/// The height of the capitals above the baseline, in sizes.
const CAPITALS: f64 = 0.714;
/// From the last baseline of the title to the capitals below it, and on from there to those of the
/// date, in units.
const BELOW_TITLE: f64 = 46.0;
const BELOW_NOTE: f64 = 24.0;

/// From the subject to its length, in sizes; no less than a blank.
const BEFORE_LENGTH: f64 = 0.34;

/// Lines that are set and only want a place.
struct TypeSet {
    block: WrappedText,
    letter: Letter,
    colour: Colour,
    /// From baseline to baseline, in pixels.
    pitch: f64,
    /// From the baseline above to the first capitals.
    gap: f64,
    /// The words at its end that are in a voice of their own.
    length: Option<String>,
}

/// The greatest width of the title, in pixels.
fn room(page: &CoverPage) -> f64 {
    page.width - 2.0 * page.margin - page.px(ASIDE)
}

/// Draws title, note and date around the height of `middle`.
pub(super) fn draw(sheet: &mut Sheet<'_>, told: &CoverWords, page: &CoverPage, middle: f64) {
    let mut sets: Vec<TypeSet> =
        [title(sheet, told, page), note(sheet, told, page), date(sheet, told, page)]
            .into_iter()
            .filter(|set| !set.block.lines.is_empty())
            .collect();
    if let Some(below) = sets.get_mut(1) {
        below.gap = page.px(BELOW_TITLE);
    }
    let high: f64 = sets
        .iter()
        .enumerate()
        .map(|(at, set)| set.high() + if at > 0 { set.gap } else { 0.0 })
        .sum();
    let mut y = middle - high / 2.0;
    for (at, set) in sets.iter().enumerate() {
        y += if at > 0 { set.gap } else { 0.0 };
        sheet.next(None);
        for (line, run) in set.block.lines.iter().enumerate() {
            let baseline = y + CAPITALS * set.letter.size + line as f64 * set.pitch;
            let last = line + 1 == set.block.lines.len();
            let length = set.length.as_deref().filter(|_| last);
            let parted = length.and_then(|length| Some((run.text.strip_suffix(length)?, length)));
            let (told, length) = parted.unwrap_or((&run.text, ""));
            let mut x = page.margin;
            let told = shown(told.trim_end());
            if !told.is_empty() {
                x += sheet.text(x, baseline, told, set.letter, set.colour);
                let blank = sheet.fonts.width(" ", set.letter);
                x += blank.max(BEFORE_LENGTH * set.letter.size);
            }
            let letter = Letter { bold: false, ..set.letter };
            sheet.text(x, baseline, length, letter, sheet.theme.cross);
        }
        y += set.high();
    }
}

impl TypeSet {
    /// From the first capitals to the last baseline.
    fn high(&self) -> f64 {
        CAPITALS * self.letter.size + self.pitch * self.block.lines.len().saturating_sub(1) as f64
    }
}

fn title(sheet: &mut Sheet<'_>, told: &CoverWords, page: &CoverPage) -> TypeSet {
    let subject = glued(&sheet.legible(&clipped(&told.title, MOST_WORDS), None));
    let length = told.length.as_ref().map(|length| length.replace(' ', "\u{a0}"));
    let with = |length: &String| format!("{subject} {length}");
    let text = length.as_ref().map_or_else(|| subject.clone(), with);
    let (words, letter, lines) = largest(sheet, &text, page);
    let fits = words.count(room(page)) <= lines;
    let alone = || sheet.words(&subject, letter);
    let words = match fits {
        true => words,
        // Rather than the subject the length is left out.
        false if alone().count(room(page)) <= lines => alone(),
        false => cut(sheet, &subject, letter, page),
    };
    let block = words.block(room(page), lines);
    TypeSet {
        block,
        letter,
        colour: sheet.theme.ink,
        pitch: letter.size * TIGHT,
        gap: 0.0,
        length: length.filter(|_| fits),
    }
}

/// The dashes that part a title.
const DASHES: [char; 5] = ['-', '–', '—', '|', '·'];

/// A dash between two parts of a title never begins a line, and a length stays in one piece.
fn glued(title: &str) -> String {
    DASHES.iter().fold(tied(title), |title, dash| {
        title.replace(&format!(" {dash} "), &format!("\u{A0}{dash} "))
    })
}

/// The text that a line shows: where it ends between two parts, that parts them well enough.
fn shown(text: &str) -> &str {
    match text.trim_end_matches(|c: char| c.is_whitespace() || DASHES.contains(&c)) {
        "" => text,
        bare => bare,
    }
}

/// As many words of a title as have room with an ellipsis behind them.
fn cut<'a>(sheet: &Sheet<'a>, text: &str, letter: Letter, page: &CoverPage) -> MeasuredText<'a> {
    let all = text.split(' ').count();
    let first = |count: usize| sheet.words(&format!("{}…", clipped(text, count)), letter);
    // Found by halving.
    let (mut fits, mut not) = (1, all);
    while fits + 1 < not {
        let middle = (fits + not) / 2;
        if first(middle).count(room(page)) <= MOST_LINES { fits = middle } else { not = middle }
    }
    first(fits)
}

/// The title in its largest letters, and how many lines it may take. No word is torn that fits in
/// smaller ones.
fn largest<'a>(
    sheet: &Sheet<'a>,
    text: &str,
    page: &CoverPage,
) -> (MeasuredText<'a>, Letter, usize) {
    let own = kept(sheet.style.font.title, 16.0, 28.0);
    let room = room(page);
    let steps = ((LARGEST - SMALLEST) * own / STEP) as usize;
    for step in 0..=steps {
        let letter = Letter { size: page.px(LARGEST * own - step as f64 * STEP), bold: true };
        let words = sheet.words(text, letter);
        if (words.widest() <= room || step == steps) && words.count(room) <= LINES {
            return (words, letter, LINES);
        }
    }
    let letter = Letter { size: page.px(LARGEST * own - steps as f64 * STEP), bold: true };
    (sheet.words(text, letter), letter, MOST_LINES)
}

/// The note as a whole, else as many of its first clauses as have room; nothing of one that would
/// say too little.
fn note(sheet: &mut Sheet<'_>, told: &CoverWords, page: &CoverPage) -> TypeSet {
    let sizes = [1.85, 1.75, 1.65];
    let whole = [told.note.clone()].into_iter();
    let fitting =
        whole.chain(first_clauses(&told.note)).find_map(|text| small(sheet, page, &text, &sizes));
    fitting.unwrap_or_else(|| quiet_lines(sheet, page, WrappedText::default(), 0.0))
}

fn date(sheet: &mut Sheet<'_>, told: &CoverWords, page: &CoverPage) -> TypeSet {
    let set = small(sheet, page, &told.date, &[1.55]);
    set.unwrap_or_else(|| quiet_lines(sheet, page, WrappedText::default(), 0.0))
}

/// Quiet lines, in letters of so many sizes of the style's own text: the first with which one line
/// is enough, else the first with which two are; none if they need more.
fn small(sheet: &mut Sheet<'_>, page: &CoverPage, text: &str, sizes: &[f64]) -> Option<TypeSet> {
    let text = tied(&sheet.legible(text, None));
    let own = page.px(kept(sheet.style.font.text, 10.0, 18.0));
    let room = room(page);
    let words = |size: &f64| {
        let letter = Letter { size: own * size, bold: false };
        (sheet.words(&text, letter), letter.size)
    };
    let fitting = |most: usize| {
        let fits = |(words, _): &(MeasuredText<'_>, f64)| words.count(room) <= most;
        sizes.iter().map(words).find(fits)
    };
    let (words, size) = fitting(1).or_else(|| fitting(2))?;
    Some(quiet_lines(sheet, page, words.flush(room), size))
}

fn quiet_lines(sheet: &Sheet<'_>, page: &CoverPage, block: WrappedText, size: f64) -> TypeSet {
    TypeSet {
        block,
        letter: Letter { size, bold: false },
        colour: sheet.theme.quiet,
        pitch: size * LOOSE,
        gap: page.px(BELOW_NOTE),
        length: None,
    }
}
