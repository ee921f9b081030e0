//! What the arguments ask for, as an order for pictures. Touches no file.

use super::cli::{
    ChartName, DrawArgs, EmbedArgs, EmbedFormat, FormatName, LayoutName, LookArgs, PlaceName,
    SpiceArgs, SpicePlace, TextName, ThemeName,
};
use super::target::Target;
use postmirth::draw::style::{Ground, Style};
use postmirth::draw::{Chart, Layout, MEDIUM, PREVIEW, RowLimit, Text, WIDTH};
use postmirth::render::{Format, Order};

/// The column of an article on Medium, which shows twice as many pixels.
const COLUMN: f64 = 700.0;

/// The order of `draw`, and where its pictures go.
pub(crate) fn of_draw(
    args: &DrawArgs,
    style: Style,
    is_folder: bool,
) -> Result<(Order, Target), String> {
    let target = Target::new(args.output.as_deref(), is_folder)?;
    let asked: Vec<Format> = args.format.iter().map(|format| kind(*format)).collect();
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
        _ if !args.look.chart.is_empty() => charts(&args.look.chart),
        Some(PlaceName::Medium) => vec![Chart::Cover, Chart::Incident, Chart::Actions],
        Some(PlaceName::Social) => vec![Chart::Cover],
        None if !target.is_folder() => vec![Chart::Incident],
        None if formats == [Format::Mermaid] => vec![Chart::Incident],
        _ => vec![Chart::Incident, Chart::Actions],
    };
    if formats == [Format::Mermaid] && !charts.contains(&Chart::Incident) {
        return Err(
            "expected --chart incident for a Mermaid diagram: there is none of the \
            others\n  = use --format svg"
                .into(),
        );
    }
    let medium = args.place == Some(PlaceName::Medium);
    let order = Order {
        charts,
        formats,
        width: args
            .look
            .width
            .map_or(if medium { COLUMN } else { WIDTH }, f64::from),
        cover: if medium { MEDIUM } else { PREVIEW },
        scale: args.scale,
        ..look(&args.look, style)
    };
    target.check(
        args.reports.len(),
        order.charts.len(),
        order.formats.len(),
        order.grounds.len(),
    )?;
    if medium && !target.is_folder() {
        return Err(
            "expected a folder for what Medium needs, which is several files\n  = give a \
            folder after -o"
                .into(),
        );
    }
    Ok((order, target))
}

/// The order of `embed`.
pub(crate) fn of_embed(args: &EmbedArgs, style: Style) -> Order {
    let format = match args.format {
        EmbedFormat::Svg => Format::Svg,
        EmbedFormat::Png => Format::Png,
    };
    let default = vec![Chart::Incident, Chart::Actions];
    let charts = if args.look.chart.is_empty() {
        default
    } else {
        charts(&args.look.chart)
    };
    Order {
        charts,
        formats: vec![format],
        ..look(&args.look, style)
    }
}

/// The order of `spice`.
pub(crate) fn of_spice(args: &SpiceArgs, style: Style) -> Order {
    let medium = args.place == Some(SpicePlace::Medium);
    let mut wanted = charts(&args.look.chart);
    if wanted.is_empty() {
        wanted = vec![Chart::Incident, Chart::Actions];
    }
    if (args.cover || medium) && !wanted.contains(&Chart::Cover) {
        wanted.insert(0, Chart::Cover);
    }
    Order {
        charts: wanted,
        formats: vec![if medium { Format::Png } else { Format::Svg }],
        width: args
            .look
            .width
            .map_or(if medium { COLUMN } else { WIDTH }, f64::from),
        cover: if medium { MEDIUM } else { PREVIEW },
        ..look(&args.look, style)
    }
}

fn look(args: &LookArgs, style: Style) -> Order {
    Order {
        layout: match args.layout {
            LayoutName::Gantt => Layout::Gantt,
            LayoutName::Lanes => Layout::Lanes,
            LayoutName::Strip => Layout::Strip,
        },
        style,
        grounds: match args.theme {
            ThemeName::Light => vec![Ground::Light],
            ThemeName::Dark => vec![Ground::Dark],
            ThemeName::Both => vec![Ground::Light, Ground::Dark],
        },
        width: args.width.map_or(WIDTH, f64::from),
        zone: args.zone.clone(),
        text: match args.text {
            TextName::Outlines => Text::Outlines,
            TextName::Live => Text::Live,
        },
        title: args.title.clone(),
        rows: match (args.all, args.max_rows) {
            (true, _) => RowLimit::All,
            (false, Some(rows)) => RowLimit::Most(rows as usize),
            (false, None) => RowLimit::Readable,
        },
        today: args.today,
        ..Order::default()
    }
}

fn kind(format: FormatName) -> Format {
    match format {
        FormatName::Svg => Format::Svg,
        FormatName::Png => Format::Png,
        FormatName::Mermaid => Format::Mermaid,
    }
}

/// The pictures of these names, each once.
fn charts(names: &[ChartName]) -> Vec<Chart> {
    let mut out = Vec::new();
    for name in names {
        let named = match name {
            ChartName::Incident => &[Chart::Incident][..],
            ChartName::Actions => &[Chart::Actions],
            ChartName::Cover => &[Chart::Cover],
            ChartName::All => &Chart::ALL,
        };
        named.iter().for_each(|chart| {
            if !out.contains(chart) {
                out.push(*chart);
            }
        });
    }
    out
}
