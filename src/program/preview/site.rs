//! The site that is served: the page, to the browser of this machine and to no other.

use super::follow::Following;
use super::http::{HttpAnswer, HttpQuestion, head};
use super::shelf::Shelf;
use postmirth::page::{self, FILES, PageFile};
use serde::Serialize;
use std::io::{self, Write};
use std::net::TcpStream;
use std::sync::mpsc::RecvTimeoutError;
use std::time::Duration;

/// The script by which the page asks a server.
const ENGINE: PageFile =
    PageFile { name: "engine.js", kind: "text/javascript; charset=utf-8", text: page::SERVED };

/// A browser that has gone is noticed by a word that it no longer takes.
const BREATH: Duration = Duration::from_secs(15);

/// All that is served.
pub(super) struct PreviewSite {
    shelf: Shelf,
    following: Following,
    port: u16,
}

impl PreviewSite {
    pub(super) fn new(shelf: Shelf, following: Following, port: u16) -> PreviewSite {
        PreviewSite { shelf, following, port }
    }

    /// Answers what is asked over a connection.
    pub(super) fn answer(&self, stream: &mut TcpStream) -> io::Result<()> {
        let asked = match HttpQuestion::read(stream)? {
            Ok(asked) => asked,
            Err(answer) => return answer.write(stream),
        };
        if !self.is_ours(&asked) {
            let told = "this page is for the browser of its own machine only";
            return HttpAnswer::plain("403 Forbidden", told).write(stream);
        }
        let answer = match (asked.method.as_str(), asked.path.as_str()) {
            ("GET", "/events") => return self.events(stream),
            ("GET", "/files") => json(&self.shelf.listing()),
            ("GET", "/file") => match asked.query.strip_prefix("name=") {
                Some(name) => json(&self.shelf.text(&decoded(name))),
                None => HttpAnswer::plain("400 Bad Request", "expected the name of a file"),
            },
            ("GET", path) => file(path),
            ("POST", "/engine") => HttpAnswer {
                status: "200 OK",
                kind: "application/json",
                bytes: page::answer(&String::from_utf8_lossy(&asked.body)).into_bytes(),
            },
            _ => HttpAnswer::plain("405 Method Not Allowed", "there is nothing to be done here"),
        };
        answer.write(stream)
    }

    /// True if a question comes from our own page: it names this machine, so no foreign name that
    /// was made to lead here is answered, and no foreign page.
    fn is_ours(&self, asked: &HttpQuestion) -> bool {
        let names = ["127.0.0.1", "localhost"].map(|name| format!("{name}:{}", self.port));
        let own = |host: &str| names.iter().any(|name| name.eq_ignore_ascii_case(host));
        let page = |origin: &str| origin.strip_prefix("http://").is_some_and(own);
        asked.header("Host").is_some_and(own) && asked.header("Origin").is_none_or(page)
    }

    /// Tells of every change for as long as the browser listens.
    fn events(&self, out: &mut TcpStream) -> io::Result<()> {
        let changes = self.following.listen();
        head(out, "200 OK", "text/event-stream")?;
        write!(out, "\r\nretry: 500\n\n")?;
        loop {
            match changes.recv_timeout(BREATH) {
                Ok(()) => write!(out, "event: changed\ndata: \n\n")?,
                Err(RecvTimeoutError::Timeout) => write!(out, ": still here\n\n")?,
                Err(RecvTimeoutError::Disconnected) => return Ok(()),
            }
        }
    }
}

/// A file of the page.
fn file(path: &str) -> HttpAnswer {
    let name = match path.trim_start_matches('/') {
        "" => "index.html",
        name => name,
    };
    match FILES.iter().chain([&ENGINE]).find(|file| file.name == name) {
        None => HttpAnswer::plain("404 Not Found", "there is no such page"),
        Some(file) => {
            HttpAnswer { status: "200 OK", kind: file.kind, bytes: file.text.as_bytes().to_vec() }
        }
    }
}

fn json(value: &impl Serialize) -> HttpAnswer {
    match serde_json::to_vec(value) {
        Ok(bytes) => HttpAnswer { status: "200 OK", kind: "application/json", bytes },
        Err(_) => HttpAnswer::plain("500 Internal Server Error", "the answer cannot be written"),
    }
}

/// A name as it was before it was written into an address.
fn decoded(name: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = name.as_bytes();
    while let [first, after @ ..] = rest {
        let hex = (*first == b'%').then(|| after.get(..2)).flatten();
        let byte = hex
            .and_then(|hex| std::str::from_utf8(hex).ok())
            .and_then(|hex| u8::from_str_radix(hex, 16).ok());
        bytes.push(byte.unwrap_or(*first));
        rest = if byte.is_some() { &after[2..] } else { after };
    }
    String::from_utf8_lossy(&bytes).into_owned()
}
