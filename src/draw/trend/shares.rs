//! Below the lengths: how many incidents were about what, and how many were noticed by whom.

use super::{Share, Trend};
use crate::draw::scene::{Area, Paint};
use crate::draw::sheet::{GAP, MARGIN, Sheet, leading, settle};

/// The most rows of one list; what is rarer is taken together.
const MOST: usize = 7;
/// Side by side the lists need so much width.
const SIDE_BY_SIDE: f64 = 640.0;
/// Between two lists.
const BETWEEN: f64 = 36.0;
/// How high a bar is, and how wide one is at least.
const BAR: f64 = 12.0;
const LEAST: f64 = 3.0;

/// Both lists; gives the lower end.
pub(super) fn shares(sheet: &mut Sheet<'_>, trend: &Trend, top: f64) -> f64 {
    let whole = sheet.scene.width - 2.0 * MARGIN;
    let lists = [
        ("By cause", &trend.causes),
        ("By who noticed", &trend.noticed),
    ];
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
fn list(sheet: &mut Sheet<'_>, name: &str, shares: &[Share], room: Area) -> f64 {
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
    let names: Vec<String> = rows
        .iter()
        .map(|row| sheet.legible(&row.name, None))
        .collect();
    let told = |row: &Row| {
        format!(
            "{} · {} %",
            row.count,
            (row.count as f64 * 100.0 / whole as f64).round()
        )
    };
    let widest = |texts: &mut dyn Iterator<Item = String>| {
        texts
            .map(|text| sheet.fonts.width(&text, letter))
            .fold(0.0, f64::max)
    };
    let (before, behind) = (
        widest(&mut names.iter().cloned()),
        widest(&mut rows.iter().map(told)),
    );
    let bar = room.w - before - behind - 2.0 * GAP;
    let most = rows.iter().map(|row| row.count).max().unwrap_or(1) as f64;
    let high = leading(letter.size) + 4.0;
    let mut middle = room.y + leading(head.size) + 4.0 + high / 2.0;
    for (row, name) in rows.iter().zip(&names) {
        sheet.next(None);
        sheet.text(
            room.x,
            middle + settle(letter),
            name,
            letter,
            sheet.theme.ink,
        );
        sheet.next(None);
        let wide = (bar * row.count as f64 / most).max(LEAST);
        let colour = if row.named {
            sheet.theme.investigation.bar
        } else {
            sheet.theme.line
        };
        let area = Area::new(room.x + before + GAP, middle - BAR / 2.0, wide, BAR);
        sheet.bar(area, sheet.style.shape.ribbon, Paint::fill(colour));
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

/// A row of a list.
struct Row {
    name: String,
    count: usize,
    /// Whether it has one thing in common, and so the colour of those.
    named: bool,
}

/// The shares that have a row of their own, the rest as one, and last what is not told.
fn rows(shares: &[Share]) -> Vec<Row> {
    let told: Vec<(&String, usize)> = shares
        .iter()
        .filter_map(|share| Some((share.name.as_ref()?, share.count)))
        .collect();
    let (kept, rest) = told.split_at(if told.len() > MOST {
        MOST - 1
    } else {
        told.len()
    });
    let named = |(name, count): &(&String, usize)| Row {
        name: (*name).clone(),
        count: *count,
        named: true,
    };
    let mut rows: Vec<Row> = kept.iter().map(named).collect();
    if !rest.is_empty() {
        let count = rest.iter().map(|(_, count)| count).sum();
        rows.push(Row {
            name: format!("{} others", rest.len()),
            count,
            named: false,
        });
    }
    let untold = shares.iter().filter(|share| share.name.is_none());
    rows.extend(untold.map(|share| Row {
        name: "not told".into(),
        count: share.count,
        named: false,
    }));
    rows
}
