//! `postmirth preview REPORT|FOLDER`: the page, served to this machine alone while the report is
//! edited. Nothing is written.

mod follow;
mod http;
mod shelf;
mod site;

use super::cli::PreviewArgs;
use super::{NO_FILE, WRONG_USE, complain, files};
use follow::Following;
use shelf::Shelf;
use site::PreviewSite;
use std::io::{self, Write};
use std::process::{Command, Stdio};
use std::sync::Arc;

/// The port that is tried where none is asked for, so that a browser knows the page again.
const PORT: u16 = 8017;

pub(crate) fn preview(args: &PreviewArgs) -> io::Result<u8> {
    let path = &args.path;
    let shelf = match Shelf::of(path) {
        Ok(shelf) => shelf,
        Err(error) => {
            complain(&files::unreadable(path, &error))?;
            return Ok(NO_FILE);
        }
    };
    let bound = http::bound(args.port, PORT);
    let bound = bound.and_then(|listener| Ok((listener.local_addr()?.port(), listener)));
    let (port, listener) = match bound {
        Ok(bound) => bound,
        Err(error) => {
            let port = args.port.unwrap_or(PORT);
            complain(&format!(
                "error: cannot serve at port {port}: {error}\n  = leave --port out for a free one\n"
            ))?;
            return Ok(WRONG_USE);
        }
    };
    let following = Following::default();
    // It watches for as long as it is kept.
    let watcher = following.watch(&shelf);
    if let Err(message) = &watcher {
        complain(message)?;
    }
    let site = Arc::new(PreviewSite::new(shelf, following, port));
    let address = format!("http://127.0.0.1:{port}/");
    let mut out = io::stdout();
    writeln!(out, "{address} shows {}; Ctrl-C ends it", path.display())?;
    out.flush()?;
    if args.open {
        open(&address)?;
    }
    http::serve(&listener, move |stream| site.answer(stream));
    Ok(0)
}

/// Has the desktop open an address.
fn open(address: &str) -> io::Result<()> {
    let (program, args): (&str, &[&str]) = if cfg!(target_os = "macos") {
        ("open", &[])
    } else if cfg!(windows) {
        ("cmd", &["/C", "start", ""])
    } else {
        ("xdg-open", &[])
    };
    let started = Command::new(program)
        .args(args)
        .arg(address)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn();
    match started {
        Ok(_) => Ok(()),
        Err(error) => complain(&format!("note: {program} cannot be started: {error}\n")),
    }
}
