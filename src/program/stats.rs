//! `postmirth stats FOLDER...`

use super::bar::Bar;
use super::cli::StatsArgs;
use super::terminal::columns;
use super::{NO_FILE, NOT_A_POSTMORTEM, complain, files, trend};
use postmirth::parallel::in_order;
use postmirth::spice::library::Library;
use postmirth::stats::{self as counted, LeftOut, Record, csv, once, record, table};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

pub(crate) fn stats(args: &StatsArgs) -> io::Result<u8> {
    let job = match args
        .output
        .is_some()
        .then(|| trend::prepared(args))
        .transpose()
    {
        Ok(job) => job,
        Err((status, message)) => {
            complain(&message)?;
            return Ok(status);
        }
    };
    let found = found(&args.paths)?;
    let (records, left_out) = read(
        &found,
        args.cores.map_or_else(files::cores, |cores| cores as usize),
    )?;
    if records.is_empty() {
        nothing(&args.paths, &left_out)?;
        return Ok(if found.missing {
            NO_FILE
        } else {
            NOT_A_POSTMORTEM
        });
    }
    let mut status = if found.missing { NO_FILE } else { 0 };
    // A picture on standard output takes the place of all else.
    if job.as_ref().is_none_or(|job| !job.to_stream()) {
        told(args, &records, &left_out)?;
    }
    if let Some(job) = job {
        status = status.max(job.draw(&records, args.json || args.csv)?);
    }
    Ok(status)
}

/// The files that were named or lie below a folder that was.
struct Found {
    files: Vec<PathBuf>,
    /// What could not be looked into, with the reason.
    left_out: Vec<LeftOut>,
    /// Whether something that was named is not there.
    missing: bool,
}

fn found(paths: &[PathBuf]) -> io::Result<Found> {
    let mut found = Found {
        files: Vec::new(),
        left_out: Vec::new(),
        missing: false,
    };
    for path in paths {
        match files::markdown(path) {
            Ok(walked) => {
                found.files.extend(walked.files);
                found.left_out.extend(
                    walked
                        .closed
                        .iter()
                        .map(|(path, error)| left_out(path, error)),
                );
            }
            Err(error) => {
                found.missing = true;
                complain(&format!(
                    "error: cannot read {}: {error}\n  = expected a folder of reports, or a \
                        Markdown file\n",
                    path.display()
                ))?;
            }
        }
    }
    // What was named twice is counted once.
    let mut known = std::collections::HashSet::new();
    found.files.retain(|path| known.insert(files::real(path)));
    Ok(found)
}

fn left_out(path: &Path, error: &io::Error) -> LeftOut {
    LeftOut {
        file: path.display().to_string(),
        reason: format!("it cannot be read: {error}"),
    }
}

/// Reads the reports on so many cores; of each nothing is kept but what counts.
fn read(found: &Found, cores: usize) -> io::Result<(Vec<Record>, Vec<LeftOut>)> {
    let library = Library::built_in();
    let mut bar = Bar::new(found.files.len());
    let (mut records, mut left) = (Vec::new(), found.left_out.clone());
    let work = |path: &PathBuf| {
        let bytes = files::bytes(path).map_err(|error| left_out(path, &error))?;
        let file = path.display().to_string();
        record(&file, &bytes, &library).map_err(|nature| LeftOut {
            file,
            reason: nature.in_words().to_string(),
        })
    };
    in_order(
        &found.files,
        cores,
        work,
        |done: Result<Record, LeftOut>| {
            match done {
                Ok(record) => records.push(record),
                Err(reason) => left.push(reason),
            }
            bar.step()
        },
    )?;
    bar.clear()?;
    let (records, copies) = once(records);
    left.extend(copies);
    Ok((records, left))
}

/// Says why there is nothing to count.
fn nothing(paths: &[PathBuf], left_out: &[LeftOut]) -> io::Result<()> {
    let named: Vec<String> = paths
        .iter()
        .map(|path| path.display().to_string())
        .collect();
    let what = if left_out.is_empty() {
        "no .md or .markdown file"
    } else {
        "none that is one"
    };
    complain(&format!(
        "error: expected accounts of incidents in {}, found {what}\n",
        named.join(", ")
    ))?;
    aside(left_out)
}

/// What was left out, where the data themselves have no room for it.
fn aside(left_out: &[LeftOut]) -> io::Result<()> {
    left_out.iter().try_for_each(|left| {
        complain(&format!(
            "note: {} is left out: {}\n",
            left.file, left.reason
        ))
    })
}

fn told(args: &StatsArgs, records: &[Record], left_out: &[LeftOut]) -> io::Result<()> {
    if args.json {
        let text = serde_json::to_string_pretty(&counted::stats(records, left_out))
            .map_err(io::Error::other)?;
        return writeln!(io::stdout(), "{text}");
    }
    if args.csv {
        io::stdout().write_all(csv(records).as_bytes())?;
        return aside(left_out);
    }
    io::stdout().write_all(table(records, left_out, columns()).as_bytes())
}
