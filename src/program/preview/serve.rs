//! The page over HTTP, for the browser of this machine and no other.

use super::follow::Following;
use super::shelf::Shelf;
use postmirth::page::{self, FILES, PageFile};
use serde::Serialize;
use std::io::{self, Cursor, Read, Write};
use std::sync::Arc;
use std::sync::mpsc::RecvTimeoutError;
use std::time::Duration;
use tiny_http::{Header, Method, Request, Response, Server, StatusCode};

/// How the page asks a server.
const ENGINE: PageFile = PageFile {
    name: "engine.js",
    kind: "text/javascript; charset=utf-8",
    text: page::SERVED,
};

const JSON: &str = "application/json";

/// No report is as long, and what is longer is not read.
const MOST: u64 = 16 * 1024 * 1024;

/// A browser that has gone is noticed by a word that it no longer takes.
const BREATH: Duration = Duration::from_secs(15);

/// What every answer says: nothing comes from elsewhere, and nobody else may show it.
const HEADERS: &[(&str, &str)] = &[
    (
        "Content-Security-Policy",
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; \
            connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    ),
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "no-referrer"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
    ("Cache-Control", "no-store"),
];

/// All that is served.
pub(super) struct Site {
    shelf: Shelf,
    following: Following,
    port: u16,
}

type Answer = Response<Cursor<Vec<u8>>>;

/// A server on the loopback: at the port that is asked for, else at the usual one or any other.
pub(super) fn bound(asked: Option<u16>, usual: u16) -> Result<Server, String> {
    let at = |port: u16| Server::http(("127.0.0.1", port));
    match asked {
        Some(port) => at(port),
        None => at(usual).or_else(|_| at(0)),
    }
    .map_err(|why| {
        let port = asked.unwrap_or(usual);
        format!("error: cannot serve at port {port}: {why}\n  = leave --port out for a free one\n")
    })
}

/// Answers until the program is ended; each question on a thread of its own, for some take long.
pub(super) fn serve(server: &Server, site: &Arc<Site>) {
    for request in server.incoming_requests() {
        let site = Arc::clone(site);
        // A browser that goes away before its answer has come is no failure.
        std::thread::spawn(move || site.answer(request).ok());
    }
}

impl Site {
    pub(super) fn new(shelf: Shelf, following: Following, server: &Server) -> Site {
        let port = server
            .server_addr()
            .to_ip()
            .map_or(0, |address| address.port());
        Site {
            shelf,
            following,
            port,
        }
    }

    pub(super) fn address(&self) -> String {
        format!("http://127.0.0.1:{}/", self.port)
    }

    fn answer(&self, mut request: Request) -> io::Result<()> {
        if !self.is_ours(&request) {
            let answer = plain(403, "this page is for the browser of its own machine only");
            return request.respond(answer);
        }
        let url = request.url().to_string();
        let (path, query) = url.split_once('?').unwrap_or((&url, ""));
        let answer = match (request.method().clone(), path) {
            (Method::Get, "/events") => return self.events(request),
            (Method::Get | Method::Head, "/files") => json(&self.shelf.listing()),
            (Method::Get | Method::Head, "/file") => match query.strip_prefix("name=") {
                Some(name) => json(&self.shelf.text(&decoded(name))),
                None => plain(400, "expected the name of a file"),
            },
            (Method::Get | Method::Head, path) => file(path),
            (Method::Post, "/engine") => asked(&mut request)?,
            _ => plain(405, "there is nothing to be done here"),
        };
        request.respond(answer)
    }

    /// Whether a question comes from our own page: the name in it is that of this machine, so no
    /// foreign name that was made to lead here is answered, and no foreign page.
    fn is_ours(&self, request: &Request) -> bool {
        let header = |name: &'static str| {
            let found = request
                .headers()
                .iter()
                .find(|header| header.field.equiv(name));
            found.map(|header| header.value.as_str())
        };
        let names = ["127.0.0.1", "localhost"].map(|name| format!("{name}:{}", self.port));
        let own = |host: &str| names.iter().any(|name| name.eq_ignore_ascii_case(host));
        let host = header("Host").is_some_and(own);
        let origin = header("Origin");
        host && origin.is_none_or(|origin| origin.strip_prefix("http://").is_some_and(own))
    }

    /// Tells of every change for as long as the browser listens.
    fn events(&self, request: Request) -> io::Result<()> {
        let changes = self.following.listen();
        let mut out = request.into_writer();
        write!(
            out,
            "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n"
        )?;
        for (name, value) in HEADERS {
            write!(out, "{name}: {value}\r\n")?;
        }
        write!(out, "\r\nretry: 500\n\n")?;
        loop {
            out.flush()?;
            match changes.recv_timeout(BREATH) {
                Ok(()) => write!(out, "event: changed\ndata: \n\n")?,
                Err(RecvTimeoutError::Timeout) => write!(out, ": still here\n\n")?,
                Err(RecvTimeoutError::Disconnected) => return Ok(()),
            }
        }
    }
}

/// A file of the page.
fn file(path: &str) -> Answer {
    let name = match path.trim_start_matches('/') {
        "" => "index.html",
        name => name,
    };
    let found = FILES.iter().chain([&ENGINE]).find(|file| file.name == name);
    found.map_or_else(
        || plain(404, "there is no such page"),
        |file| answer(200, file.kind, file.text.as_bytes().to_vec()),
    )
}

/// What the engine says.
fn asked(request: &mut Request) -> io::Result<Answer> {
    let mut question = Vec::new();
    request
        .as_reader()
        .take(MOST + 1)
        .read_to_end(&mut question)?;
    if question.len() as u64 > MOST {
        return Ok(plain(413, "that is too long for a report"));
    }
    let question = String::from_utf8_lossy(&question);
    Ok(answer(200, JSON, page::answer(&question).into_bytes()))
}

fn json(value: &impl Serialize) -> Answer {
    match serde_json::to_vec(value) {
        Ok(bytes) => answer(200, JSON, bytes),
        Err(_) => plain(500, "the answer cannot be written"),
    }
}

fn plain(status: u16, text: &str) -> Answer {
    answer(
        status,
        "text/plain; charset=utf-8",
        format!("{text}\n").into_bytes(),
    )
}

fn answer(status: u16, kind: &str, bytes: Vec<u8>) -> Answer {
    let headers = HEADERS.iter().copied().chain([("Content-Type", kind)]);
    let headers = headers.filter_map(|(name, value)| Header::from_bytes(name, value).ok());
    let length = bytes.len();
    let body = Cursor::new(bytes);
    Response::new(
        StatusCode(status),
        headers.collect(),
        body,
        Some(length),
        None,
    )
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
