//! Below the lengths: how many incidents were about what, and how many were noticed by whom.

use super::{Trend, TrendShare};
use crate::draw::colour::Colour;
use crate::draw::scene::{Area, Paint};
use crate::draw::sheet::{GAP, MARGIN, Sheet, leading, settle};

/// The most rows of one list; what is rarer is taken together.
const MOST: usize = 7;
/// The width that the lists need side by side.
const SIDE_BY_SIDE: f64 = 640.0;
/// Between two lists.
const BETWEEN: f64 = 36.0;
/// The height of a bar, and its least width.
const BAR: f64 = 12.0;
const LEAST: f64 = 3.0;

/// Both lists; gives the lower end.
pub(super) fn shares(sheet: &mut Sheet<'_>, trend: &Trend, top: f64) -> f64 {
    let whole = sheet.scene.width - 2.0 * MARGIN;
    let lists = [("By cause", &trend.causes), ("By who noticed", &trend.noticed)];
    let told: Vec<_> = lists
        .into_iter()
        .filter(|(_, shares)| shares.iter().any(|share| share.name.is_some()))
        .collect();
    if sheet.scene.width < SIDE_BY_SIDE || told.len() < 2 {
        let mut y = top - GAP;
        for (name, shares) in &told {
            y = list(sheet, name, shares, Area::new(MARGIN, y + GAP, whole, 0.0));
        }
        return y.max(top - 2.0 * GAP);
    }
    let wide = (whole - BETWEEN) / 2.0;
    let ends = told.iter().enumerate().map(|(index, (name, shares))| {
        list(
            sheet,
            name,
            shares,
            Area::new(MARGIN + index as f64 * (wide + BETWEEN), top, wide, 0.0),
        )
    });
    ends.fold(top, f64::max)
}

/// A name, and a bar for each share; gives the lower end.
fn list(sheet: &mut Sheet<'_>, name: &str, shares: &[TrendShare], room: Area) -> f64 {
    let (head, letter) = (sheet.body(true), sheet.label(false));
    sheet.next(None);
    sheet.text(
        room.x,
        room.y + leading(head.size) / 2.0 + settle(head),
        name,
        head,
        sheet.theme.ink,
    );
    let rows = rows(shares);
    let whole: usize = rows.iter().map(|row| row.count).sum();
    let names: Vec<String> = rows.iter().map(|row| sheet.legible(&row.name, None)).collect();
    let told = |row: &ShareRow| {
        let share = (row.count as f64 * 100.0 / whole as f64).round();
        format!("{} · {share} %{}", row.count, row.each())
    };
    let wide = |text: &str| sheet.fonts.width(text, letter);
    let before = names.iter().map(|name| wide(name)).fold(0.0, f64::max);
    let most = rows.iter().map(|row| row.count).max().unwrap_or(1) as f64;
    // The longest bar is as long as every row's text behind its own allows.
    let bar = rows
        .iter()
        .map(|row| {
            let free = room.w - before - 2.0 * GAP - wide(&told(row));
            free * most / row.count.max(1) as f64
        })
        .fold(f64::INFINITY, f64::min);
    let high = leading(letter.size) + 4.0;
    let mut middle = room.y + leading(head.size) + 4.0 + high / 2.0;
    for (row, name) in rows.iter().zip(&names) {
        sheet.next(None);
        sheet.text(room.x, middle + settle(letter), name, letter, sheet.theme.ink);
        sheet.next(None);
        let wide = (bar * row.count as f64 / most).max(LEAST);
        let colour = if row.named { sheet.theme.investigation.bar } else { sheet.theme.line };
        let area = Area::new(room.x + before + GAP, middle - BAR / 2.0, wide, BAR);
        pieces(sheet, area, &row.parts, colour);
        sheet.next(None);
        sheet.text(
            area.right() + GAP / 1.5,
            middle + settle(letter),
            &told(row),
            letter,
            sheet.theme.quiet,
        );
        middle += high;
    }
    middle - high / 2.0
}

/// A bar in as many pieces as it is the sum of, where those can be seen.
fn pieces(sheet: &mut Sheet<'_>, area: Area, parts: &[usize], colour: Colour) {
    let whole: usize = parts.iter().sum();
    let least = parts.iter().min().copied().unwrap_or(whole);
    let apart = area.w * least as f64 / whole.max(1) as f64 >= SEEN;
    let parts = if apart { parts } else { &[whole] };
    let mut x = area.x;
    for (at, part) in parts.iter().enumerate() {
        let wide = area.w * *part as f64 / whole.max(1) as f64;
        let hair = if at + 1 < parts.len() { HAIR } else { 0.0 };
        let piece = Area { x, w: wide - hair, ..area };
        sheet.bar(piece, sheet.style.shape.ribbon, Paint::fill(colour));
        x += wide;
    }
}

/// Between two pieces of a bar, and how wide one is at least.
const HAIR: f64 = 2.0;
const SEEN: f64 = 6.0;

/// A row of a list.
struct ShareRow {
    name: String,
    count: usize,
    /// True if it has one thing in common, and so the colour of those.
    named: bool,
    /// The counts that it is the sum of.
    parts: Vec<usize>,
}

impl ShareRow {
    /// " (1 each)" where it is the sum of several.
    fn each(&self) -> String {
        let (least, most) = (self.parts.iter().min(), self.parts.iter().max());
        match (self.parts.len(), least.zip(most)) {
            (2.., Some((least, most))) if least == most => format!(" ({most} each)"),
            (2.., Some((_, most))) => format!(" (each at most {most})"),
            _ => String::new(),
        }
    }
}

/// The shares with a row of their own, then the rest as one, and last those not stated.
fn rows(shares: &[TrendShare]) -> Vec<ShareRow> {
    let told: Vec<(&String, usize)> =
        shares.iter().filter_map(|share| Some((share.name.as_ref()?, share.count))).collect();
    let (kept, rest) = told.split_at(if told.len() > MOST { MOST - 1 } else { told.len() });
    let named = |(name, count): &(&String, usize)| ShareRow {
        name: (*name).clone(),
        count: *count,
        named: true,
        parts: vec![*count],
    };
    let mut rows: Vec<ShareRow> = kept.iter().map(named).collect();
    if !rest.is_empty() {
        let parts: Vec<usize> = rest.iter().map(|(_, count)| *count).collect();
        rows.push(ShareRow {
            name: format!("{} others", rest.len()),
            count: parts.iter().sum(),
            named: false,
            parts,
        });
    }
    let untold = shares.iter().filter(|share| share.name.is_none());
    rows.extend(untold.map(|share| ShareRow {
        name: "not told".into(),
        count: share.count,
        named: false,
        parts: vec![share.count],
    }));
    rows
}
