//! Tables: as lists, since Medium has none, or as what they are.

use super::block::PageBlock;
use super::inline::RichLine;
use std::ops::Range;

/// A table while it is read.
#[derive(Debug, Default)]
pub(super) struct PageTable {
    head: Vec<RichLine>,
    rows: Vec<PageTableRow>,
}

#[derive(Debug, Default)]
struct PageTableRow {
    cells: Vec<RichLine>,
    place: Range<usize>,
    head: bool,
}

impl PageTable {
    /// Begins a row that stands in the report there; one whose end is not known yet ends where the
    /// next begins.
    pub(super) fn row(&mut self, place: Range<usize>, head: bool) {
        self.ends(place.start);
        self.rows.push(PageTableRow { cells: Vec::new(), place, head });
    }

    fn ends(&mut self, at: usize) {
        if let Some(row) = self.rows.last_mut().filter(|row| row.place.is_empty()) {
            row.place.end = at;
        }
    }

    /// Adds a cell to the row.
    pub(super) fn cell(&mut self, cell: RichLine) {
        match self.rows.last_mut() {
            Some(row) => row.cells.push(cell),
            None => self.rows.push(PageTableRow { cells: vec![cell], ..PageTableRow::default() }),
        }
    }

    /// Says that the row is one of names.
    pub(super) fn names(&mut self) {
        if let Some(row) = self.rows.last_mut() {
            row.head = true;
        }
    }

    /// The table as it is.
    pub(super) fn block(self) -> PageBlock {
        let row = |row: PageTableRow| (row.head, row.cells.iter().map(RichLine::html).collect());
        PageBlock::Table(self.rows.into_iter().map(row).collect())
    }

    /// The line to be said before the list, and a line for each row of the table that ends there;
    /// `entries` are where timeline entries begin.
    pub(super) fn list(
        mut self,
        end: usize,
        entries: &[usize],
    ) -> (Option<RichLine>, Vec<RichLine>) {
        self.ends(end);
        if self.rows.first().is_some_and(|row| row.head) {
            self.head = self.rows.remove(0).cells;
        }
        let timed =
            self.rows.iter().any(|row| entries.iter().any(|entry| row.place.contains(entry)));
        let times: Vec<usize> = if timed { self.times() } else { Vec::new() };
        let before = times.iter().map(|column| self.name(*column)).find(|name| name.contains(' '));
        let before = before.map(|name| RichLine::plain(&name).looking(|look| look.em = true));
        let lines = self
            .rows
            .iter()
            .map(|row| if timed { self.event(row, &times) } else { self.pairs(row) });
        (before, lines.filter(|line| !line.is_blank()).collect())
    }

    fn name(&self, column: usize) -> String {
        self.head.get(column).map(|name| name.text().trim().to_string()).unwrap_or_default()
    }

    /// The columns that tell when.
    fn times(&self) -> Vec<usize> {
        let tells = |name: &str| {
            ["time", "date", "when", "clock", "day"]
                .iter()
                .any(|word| name.to_lowercase().contains(word))
        };
        let columns: Vec<usize> =
            (0..self.head.len()).filter(|column| tells(&self.name(*column))).collect();
        if columns.is_empty() { vec![0] } else { columns }
    }

    /// "**13:05** Rollout completes", with the names of further columns.
    fn event(&self, row: &PageTableRow, times: &[usize]) -> RichLine {
        let mut out = RichLine::default();
        for cell in times.iter().filter_map(|column| row.cells.get(*column)) {
            out.join(" ", &cell.clone().looking(|look| look.strong = true));
        }
        let rest: Vec<usize> =
            (0..row.cells.len()).filter(|column| !times.contains(column)).collect();
        // The column with the most words is the story itself; its name would only be in the way.
        let length = |column: usize| {
            self.rows
                .iter()
                .filter_map(|row| row.cells.get(column))
                .map(|cell| cell.text().len())
                .sum::<usize>()
        };
        let story =
            rest.iter().copied().max_by_key(|column| (length(*column), usize::MAX - column));
        let mut between = " ";
        for column in rest {
            let cell = &row.cells[column];
            if !cell.is_blank() {
                out.join(
                    between,
                    &if Some(column) == story { cell.clone() } else { self.named(column, cell) },
                );
                between = " · ";
            }
        }
        out
    }

    /// "**Raise the limit** · Owner: SRE · Due: 2025-10-14".
    fn pairs(&self, row: &PageTableRow) -> RichLine {
        let mut cells = row.cells.iter().enumerate().filter(|(_, cell)| !cell.is_blank());
        let mut out = cells
            .next()
            .map(|(_, cell)| cell.clone().looking(|look| look.strong = true))
            .unwrap_or_default();
        // A table of two columns is mostly one of labels.
        let label = self.head.len() <= 2 && is_general(&self.name(1));
        for (column, cell) in cells {
            let between = if label && !out.text().trim_end().ends_with(':') {
                ": "
            } else if label {
                " "
            } else {
                " · "
            };
            out.join(between, &if label { cell.clone() } else { self.named(column, cell) });
        }
        out
    }

    fn named(&self, column: usize, cell: &RichLine) -> RichLine {
        let name = self.name(column);
        if name.is_empty() {
            return cell.clone();
        }
        let mut out = RichLine::plain(&format!("{}: ", name.trim_end_matches(':')));
        out.join("", cell);
        out
    }
}

/// True if a column's name says nothing about what is in it.
fn is_general(name: &str) -> bool {
    let name = name.trim().to_lowercase();
    [
        "", "value", "values", "detail", "details", "description", "info", "information",
        "content", "answer",
    ]
    .contains(&name.as_str())
}
