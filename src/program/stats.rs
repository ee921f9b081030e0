//! `postmirth stats FOLDER...`

use super::bar::Bar;
use super::cli::{StatsArgs, StatsFormat};
use super::inputs::{self, Inputs};
use super::terminal::columns;
use super::{NOT_A_POSTMORTEM, Refused, complain, files, trend};
use postmirth::incident::Nature;
use postmirth::parallel::in_order;
use postmirth::spice::library::Library;
use postmirth::stats::{self as counted, LeftOut, Record, Twin, csv, once, record, table};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

pub(crate) fn stats(args: &StatsArgs) -> io::Result<u8> {
    let job = args.output.is_some().then(|| trend::prepared(args));
    let ready = job.transpose().and_then(|job| Ok((job, inputs::found(&args.paths)?)));
    let (job, inputs) = match ready {
        Ok(ready) => ready,
        Err((status, message)) => return complain(&message).map(|()| status),
    };
    complain(&inputs.complaints)?;
    let cores = args.cores.map_or_else(files::cores, |cores| cores as usize);
    let library = Library::built_in();
    let work = |file: &str, bytes: &[u8]| record(file, bytes, &library);
    let Read { reports, mut left_out, mut status } = read(&inputs, cores, work)?;
    let records = since(reports, args, &mut left_out);
    if records.is_empty() {
        let (status, message) = nothing(&args.paths, &left_out, status);
        return complain(&message).map(|()| status);
    }
    // A picture on standard output takes the place of all else.
    if job.as_ref().is_none_or(|job| !job.to_stream()) {
        told(args, &records, &left_out)?;
    }
    if let Some(job) = job {
        status = status.max(job.draw(&records, args.written() != StatsFormat::Human)?);
    }
    Ok(status)
}

/// The incidents from a day on; the others are left out, and so it is told.
fn since(records: Vec<Record>, args: &StatsArgs, left_out: &mut Vec<LeftOut>) -> Vec<Record> {
    let Some(first) = args.since else {
        return records;
    };
    let day = |record: &Record| record.day.filter(|day| day.year_known).map(|day| day.date);
    let (kept, older): (Vec<Record>, Vec<Record>) =
        records.into_iter().partition(|record| day(record).is_some_and(|day| day >= first));
    left_out.extend(older.into_iter().map(|record| LeftOut {
        reason: match day(&record) {
            Some(day) => format!("{day} is before {first}"),
            None => format!("it has no date to compare with {first}"),
        },
        file: record.file,
    }));
    kept
}

/// The outcome of reading many reports, each once.
pub(super) struct Read<T> {
    pub(super) reports: Vec<T>,
    pub(super) left_out: Vec<LeftOut>,
    pub(super) status: u8,
}

/// Reads the reports on so many cores; of each nothing is kept but what counts.
pub(super) fn read<T: Twin + Send>(
    inputs: &Inputs,
    cores: usize,
    work: impl Fn(&str, &[u8]) -> Result<T, Nature> + Sync,
) -> io::Result<Read<T>> {
    let mut status = inputs.status;
    let mut paths = inputs.reports.clone();
    // What was named twice is counted once.
    let mut known = std::collections::HashSet::new();
    paths.retain(|input| known.insert(files::real(&input.path)));
    let mut bar = Bar::new(paths.len());
    let closed = inputs.closed.iter();
    let mut left: Vec<LeftOut> = closed.map(|(path, error)| left_out(path, error)).collect();
    let (mut reports, mut complaints) = (Vec::new(), String::new());
    let work = |input: &inputs::Input| {
        let path = &input.path;
        let bytes = files::input(path).map_err(|error| match input.walked {
            true => Left::Out(left_out(path, &error)),
            false => Left::Missing(files::unreadable(path, &error)),
        })?;
        let file = files::name(path);
        work(&file, &bytes).map_err(|nature| {
            let reason = nature.in_words().to_string();
            Left::Out(LeftOut { file, reason })
        })
    };
    in_order(&paths, cores, work, |done: Result<T, Left>| {
        match done {
            Ok(report) => reports.push(report),
            Err(Left::Out(reason)) => left.push(reason),
            Err(Left::Missing(message)) => {
                status = super::NO_FILE;
                complaints.push_str(&message);
            }
        }
        bar.step()
    })?;
    bar.clear()?;
    complain(&complaints)?;
    let (reports, copies) = once(reports);
    left.extend(copies);
    Ok(Read { reports, left_out: left, status })
}

/// Why a report does not count.
enum Left {
    Out(LeftOut),
    /// It was named, and there is no such file.
    Missing(String),
}

fn left_out(path: &Path, error: &io::Error) -> LeftOut {
    LeftOut { file: path.display().to_string(), reason: format!("it cannot be read: {error}") }
}

/// Why there is nothing to count; nothing more where that was said already.
pub(super) fn nothing(paths: &[PathBuf], left_out: &[LeftOut], status: u8) -> Refused {
    if status > 0 {
        return (status, aside(left_out));
    }
    let named: Vec<String> = paths.iter().map(|path| files::name(path)).collect();
    let what = if left_out.is_empty() { "no .md or .markdown file" } else { "none that counts" };
    let message = format!(
        "error: expected accounts of incidents in {}, found {what}\n{}",
        named.join(", "),
        aside(left_out)
    );
    (NOT_A_POSTMORTEM, message)
}

/// The reports left out, for output that has no field for them.
pub(super) fn aside(left_out: &[LeftOut]) -> String {
    let note = |left: &LeftOut| format!("note: {} is left out: {}\n", left.file, left.reason);
    left_out.iter().map(note).collect()
}

fn told(args: &StatsArgs, records: &[Record], left_out: &[LeftOut]) -> io::Result<()> {
    match args.written() {
        StatsFormat::Json => {
            let stats = counted::stats(records, left_out, args.by);
            let text = serde_json::to_string_pretty(&stats).map_err(io::Error::other)?;
            writeln!(io::stdout(), "{text}")
        }
        StatsFormat::Csv => {
            io::stdout().write_all(csv(records).as_bytes())?;
            complain(&aside(left_out))
        }
        StatsFormat::Human => {
            let told = table(records, left_out, args.by, columns());
            io::stdout().write_all(told.as_bytes())
        }
    }
}
