//! The order for pictures that the arguments make. Touches no file.

use super::cli::{DrawArgs, EmbedArgs, LookArgs, PlaceName, SpiceArgs, SpicePlace};
use super::target::Target;
use postmirth::draw::style::Style;
use postmirth::draw::{Chart, MEDIUM, PREVIEW, RowLimit, WIDTH};
use postmirth::render::{Format, RenderOptions};

/// The column of an article on Medium, which shows twice as many pixels.
const COLUMN: f64 = 700.0;

/// The order of `draw`, and where its pictures go.
pub(crate) fn of_draw(
    args: &DrawArgs,
    reports: usize,
    style: Style,
    is_folder: bool,
) -> Result<(RenderOptions, Target), String> {
    let target = Target::new(args.output.as_deref(), is_folder)?;
    let is_page = place(args, &target) == Some(PlaceName::Page);
    if is_page {
        let order = of_page(args, style, &target)?;
        target.check(reports, 1, 1, 1)?;
        return Ok((order, target));
    }
    if let Target::Page(path) = &target {
        return Err(format!(
            "expected --for page for {}, found another place\n  = leave --for out",
            path.display()
        ));
    }
    let asked = args.format.clone();
    if args.place == Some(PlaceName::Medium) && asked.iter().any(|format| *format != Format::Png) {
        return Err(
            "expected --format png for Medium, which shows nothing else\n  = leave --format out"
                .into(),
        );
    }
    let formats = match (args.place, asked.is_empty() && target.is_folder()) {
        (Some(PlaceName::Github), true) => vec![Format::Svg],
        (Some(PlaceName::Medium | PlaceName::Social), true) => vec![Format::Png],
        _ => target.formats(asked),
    };
    let charts = match args.place {
        _ if !args.look.chart.is_empty() => charts(&args.look),
        Some(PlaceName::Medium) => vec![Chart::Cover, Chart::Incident, Chart::Actions],
        Some(PlaceName::Social) => vec![Chart::Cover],
        None if !target.is_folder() => vec![Chart::Incident],
        None if formats == [Format::Mermaid] => vec![Chart::Incident],
        _ => vec![Chart::Incident, Chart::Actions],
    };
    if formats == [Format::Mermaid] && !charts.contains(&Chart::Incident) {
        return Err("expected --chart incident for a Mermaid diagram: there is none of the \
            others\n  = use --format svg"
            .into());
    }
    let medium = args.place == Some(PlaceName::Medium);
    let order = RenderOptions {
        charts,
        formats,
        width: args.look.width.map_or(if medium { COLUMN } else { WIDTH }, f64::from),
        cover: if medium { MEDIUM } else { PREVIEW },
        scale: args.scale,
        ..look(&args.look, style)
    };
    target.check(reports, order.charts.len(), order.formats.len(), order.grounds.len())?;
    if medium && !target.is_folder() {
        return Err("expected a folder for what Medium needs, which is several files\n  = give a \
            folder after -o"
            .into());
    }
    Ok((order, target))
}

/// Where the pictures are read: as asked for, else as the output's name says.
pub(crate) fn place(args: &DrawArgs, target: &Target) -> Option<PlaceName> {
    let page = matches!(target, Target::Page(_)).then_some(PlaceName::Page);
    args.place.or(page)
}

/// The order of a page that holds its pictures: one format, one ground.
fn of_page(args: &DrawArgs, style: Style, target: &Target) -> Result<RenderOptions, String> {
    if let Target::File(path, _) = target {
        return Err(format!(
            "expected a page that ends in .html, found {}\n  = give such a file or a folder after -o",
            path.display()
        ));
    }
    let format = match args.format.as_slice() {
        [] => Format::Png,
        [one @ (Format::Svg | Format::Png)] => *one,
        _ => return Err("expected --format svg or --format png for the pictures of a page".into()),
    };
    let mut look = look(&args.look, style);
    look.grounds.truncate(1);
    Ok(RenderOptions {
        charts: charts_or_both(&args.look),
        formats: vec![format],
        scale: args.scale,
        ..look
    })
}

/// The order of `embed`.
pub(crate) fn of_embed(args: &EmbedArgs, style: Style) -> RenderOptions {
    RenderOptions {
        charts: charts_or_both(&args.look),
        formats: vec![args.format],
        ..look(&args.look, style)
    }
}

/// The order of `spice`.
pub(crate) fn of_spice(args: &SpiceArgs, style: Style) -> RenderOptions {
    let medium = args.place == Some(SpicePlace::Medium);
    let mut wanted = charts_or_both(&args.look);
    if (args.cover || medium) && !wanted.contains(&Chart::Cover) {
        wanted.insert(0, Chart::Cover);
    }
    RenderOptions {
        charts: wanted,
        formats: vec![if medium { Format::Png } else { Format::Svg }],
        width: args.look.width.map_or(if medium { COLUMN } else { WIDTH }, f64::from),
        cover: if medium { MEDIUM } else { PREVIEW },
        ..look(&args.look, style)
    }
}

fn look(args: &LookArgs, style: Style) -> RenderOptions {
    RenderOptions {
        layout: args.layout,
        style,
        grounds: args.theme.grounds(),
        width: args.width.map_or(WIDTH, f64::from),
        zone: args.zone.clone(),
        text: args.text,
        title: args.title.clone(),
        rows: match (args.all, args.max_rows) {
            (true, _) => RowLimit::All,
            (false, Some(rows)) => RowLimit::Most(rows as usize),
            (false, None) => RowLimit::Readable,
        },
        today: args.today,
        ..RenderOptions::default()
    }
}

/// The pictures that are asked for, each once.
fn charts(look: &LookArgs) -> Vec<Chart> {
    let mut out = Vec::new();
    for chart in look.chart.iter().flat_map(|asked| &asked.0) {
        if !out.contains(chart) {
            out.push(*chart);
        }
    }
    out
}

/// The same, or where none is asked for those that go into a report.
fn charts_or_both(look: &LookArgs) -> Vec<Chart> {
    match look.chart.is_empty() {
        true => vec![Chart::Incident, Chart::Actions],
        false => charts(look),
    }
}
