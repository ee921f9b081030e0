//! An incident as a Mermaid gantt chart, for places that draw one themselves: GitHub, GitLab,
//! Notion.

mod axis;
mod label;

use crate::draw::incident::outage::Outage;
use crate::draw::incident::plan::{IncidentPlan, PlanRow};
use crate::draw::marks::Mark;
use crate::incident::Incident;
use crate::time::spoken;
use axis::MermaidAxis;
use label::{clipped, name, shown};
use std::fmt::Write;

/// Mermaid refuses a chart of more than 50,000 characters; past so many rows neighbours share one.
const MOST_ROWS: usize = 200;

/// The greatest width of a title, in columns; Mermaid cuts it at both edges of the chart.
const TITLE: usize = 60;

/// The incident as a Mermaid gantt chart; `None` when nothing in it has a time.
///
/// The times are the report's own clock, written without an offset: each reader sees that clock.
pub fn mermaid(incident: &Incident, title: Option<&str>) -> Option<String> {
    if incident.events.is_empty() {
        return None;
    }
    let plan = IncidentPlan::new(incident, title, Some(MOST_ROWS));
    let axis = MermaidAxis::new(&plan);
    let mut out = head(&plan, &axis);
    sections(&plan, &axis, &mut out);
    if let Some(outage) = plan.outage.as_ref().filter(|outage| outage.to > outage.from) {
        impact(outage, &axis, &mut out);
    }
    Some(out)
}

/// The lines above the first section.
fn head(plan: &IncidentPlan<'_>, axis: &MermaidAxis<'_, '_>) -> String {
    let title = clipped(&plan.title, TITLE);
    let named: Vec<String> = axis.day().into_iter().chain(axis.zone()).collect();
    let beside =
        if named.is_empty() { String::new() } else { format!(" – {}", named.join(", ")) };
    let mut out = String::from("%% Made by postmirth. The times are the report's own clock.\n");
    if axis.stands_in {
        let _ =
            writeln!(out, "%% Of the day nothing is known: {} stands for the first.", axis.first);
    }
    let _ = writeln!(out, "gantt\n    title {}", shown(&format!("{title}{beside}")));
    let _ =
        writeln!(out, "    accTitle: {}", shown(&format!("Incident timeline of {}", plan.title)));
    if !plan.subtitle.is_empty() {
        let _ = writeln!(out, "    accDescr: {}", shown(&plan.subtitle));
    }
    let _ = writeln!(out, "    dateFormat {}", axis.date_format());
    let _ = writeln!(out, "    axisFormat {}", axis.label_format());
    if let Some(interval) = axis.interval() {
        let _ = writeln!(out, "    tickInterval {interval}");
    }
    // Otherwise the chart would change from day to day.
    out.push_str("    todayMarker off\n");
    out
}

/// A section for each run of one phase. Mermaid takes sections of one name for one section and sets
/// its label beside the wrong rows, so a phase that comes again is numbered.
fn sections(plan: &IncidentPlan<'_>, axis: &MermaidAxis<'_, '_>, out: &mut String) {
    let mut runs = std::collections::BTreeMap::new();
    for rows in plan.rows.chunk_by(|one, two| one.phase == two.phase) {
        let run = runs.entry(rows[0].phase).and_modify(|run| *run += 1).or_insert(1);
        let number = if *run > 1 { format!(" {run}") } else { String::new() };
        let _ = writeln!(
            out,
            "    section {}{number}",
            crate::draw::incident::head::name(rows[0].phase)
        );
        for row in rows {
            task(row, axis, out);
        }
    }
}

fn task(row: &PlanRow, axis: &MermaidAxis<'_, '_>, out: &mut String) {
    let (from, to) = (axis.written(row.from), axis.written(row.to.max(row.from)));
    let mut tags = String::new();
    // Grey, as what is over and done with; the words say it, too.
    if row.mark == Some(Mark::Cross) {
        tags.push_str("done, ");
    }
    if from == to {
        tags.push_str("milestone, ");
    }
    let text = clipped(
        &format!("{} {}{}", lead(row), meaning(row), row.text),
        axis.room(row.from, row.to),
    );
    let _ = writeln!(out, "    {} :{tags}{from}, {to}", name(&text));
}

/// The clock before a text, with the day where it is another than above: "Wed 4 Jun 07:35".
fn lead(row: &PlanRow) -> String {
    match &row.caption {
        Some(end) if end.starts_with("to ") => format!("{} {end}", row.clock),
        Some(day) => format!("{day} {}", row.clock),
        None => row.clock.clone(),
    }
}

/// The words for the pictures' marks, since Mermaid has none.
fn meaning(row: &PlanRow) -> String {
    match row.mark {
        Some(Mark::Cross) if row.failed_fix => "✗ fix failed – ".into(),
        Some(Mark::Cross) => format!("✗ {} – ", Mark::Cross.meaning()),
        Some(Mark::Question) => format!("? {} – ", Mark::Question.meaning()),
        Some(Mark::Lens) => format!("{} – ", Mark::Lens.meaning()),
        Some(Mark::Up) => "↑ ".into(),
        Some(Mark::Tick) => "✓ ".into(),
        None => String::new(),
    }
}

/// The outage as one bar below the rows.
fn impact(outage: &Outage, axis: &MermaidAxis<'_, '_>, out: &mut String) {
    let told = [Some(outage.name.to_string()), outage.minutes.map(spoken), outage.whom.clone()];
    let text = clipped(
        &told.into_iter().flatten().collect::<Vec<_>>().join(", "),
        axis.room(outage.from, outage.to),
    );
    let (from, to) = (axis.written(outage.from), axis.written(outage.to));
    let _ = writeln!(out, "    section Impact\n    {} :crit, {from}, {to}", name(&text));
}
