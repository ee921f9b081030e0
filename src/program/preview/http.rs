//! As much of HTTP as a page on the loopback needs: a question a connection, each on a thread of
//! its
//! own.

use std::io::{self, BufWriter, Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::time::Duration;

/// A browser asks at once; whoever keeps silent is left.
const PATIENCE: Duration = Duration::from_secs(20);

/// The head of a question is short.
const MOST_HEAD: usize = 32 * 1024;
const MOST_HEADERS: usize = 64;

/// No report is as long, and what is longer is not read.
const MOST_BODY: usize = 16 * 1024 * 1024;

/// The headers of every answer: nothing comes from elsewhere, and nobody else may show it.
const HEADERS: &str = "Content-Security-Policy: default-src 'none'; script-src 'self'; style-src \
    'self'; img-src 'self' blob:; connect-src 'self' blob:; base-uri 'none'; form-action \
    'none'; frame-ancestors 'none'\r\nX-Content-Type-Options: nosniff\r\nReferrer-Policy: no-referrer\r\n\
    Cross-Origin-Resource-Policy: same-origin\r\nCache-Control: no-store\r\nConnection: close\r\n";

/// A request of a browser.
pub(super) struct HttpQuestion {
    pub(super) method: String,
    pub(super) path: String,
    pub(super) query: String,
    headers: Vec<(String, Vec<u8>)>,
    pub(super) body: Vec<u8>,
}

/// The answer to it.
pub(super) struct HttpAnswer {
    pub(super) status: &'static str,
    pub(super) kind: &'static str,
    pub(super) bytes: Vec<u8>,
}

impl HttpQuestion {
    /// The value of a header.
    pub(super) fn header(&self, name: &str) -> Option<&str> {
        let found = self.headers.iter().find(|(own, _)| own.eq_ignore_ascii_case(name));
        found.and_then(|(_, value)| std::str::from_utf8(value).ok())
    }

    /// Reads a question; what cannot be understood is answered by the error.
    pub(super) fn read(stream: &mut impl Read) -> io::Result<Result<HttpQuestion, HttpAnswer>> {
        let mut bytes = Vec::new();
        let mut asked = loop {
            let mut headers = [httparse::EMPTY_HEADER; MOST_HEADERS];
            let mut head = httparse::Request::new(&mut headers);
            match head.parse(&bytes) {
                Ok(httparse::Status::Complete(length)) => {
                    let mut asked = HttpQuestion::of(&head);
                    asked.body = bytes.split_off(length);
                    break asked;
                }
                Ok(httparse::Status::Partial) if bytes.len() < MOST_HEAD => {
                    if !more(stream, &mut bytes)? {
                        return Err(io::ErrorKind::UnexpectedEof.into());
                    }
                }
                _ => return Ok(Err(HttpAnswer::plain("400 Bad Request", "that is no HTTP"))),
            }
        };
        let length = asked.header("Content-Length").and_then(|length| length.parse().ok());
        let length: usize = length.unwrap_or(0);
        if length > MOST_BODY {
            let told = "that is too long for a report";
            return Ok(Err(HttpAnswer::plain("413 Content Too Large", told)));
        }
        while asked.body.len() < length && more(stream, &mut asked.body)? {}
        asked.body.truncate(length);
        Ok(Ok(asked))
    }

    fn of(head: &httparse::Request) -> HttpQuestion {
        let target = head.path.unwrap_or_default();
        let (path, query) = target.split_once('?').unwrap_or((target, ""));
        let header = |header: &httparse::Header| (header.name.to_string(), header.value.to_vec());
        HttpQuestion {
            method: head.method.unwrap_or_default().to_string(),
            path: path.to_string(),
            query: query.to_string(),
            headers: head.headers.iter().map(header).collect(),
            body: Vec::new(),
        }
    }
}

/// Reads on; false when there is no more.
fn more(stream: &mut impl Read, bytes: &mut Vec<u8>) -> io::Result<bool> {
    let mut chunk = [0; 16 * 1024];
    let count = stream.read(&mut chunk)?;
    bytes.extend_from_slice(&chunk[..count]);
    Ok(count > 0)
}

impl HttpAnswer {
    pub(super) fn plain(status: &'static str, text: &str) -> HttpAnswer {
        HttpAnswer {
            status,
            kind: "text/plain; charset=utf-8",
            bytes: format!("{text}\n").into_bytes(),
        }
    }

    pub(super) fn write(&self, out: impl Write) -> io::Result<()> {
        let mut out = BufWriter::new(out);
        head(&mut out, self.status, self.kind)?;
        write!(out, "Content-Length: {}\r\n\r\n", self.bytes.len())?;
        out.write_all(&self.bytes)?;
        out.flush()
    }
}

/// The beginning of an answer, to which more headers and an empty line are to be added.
pub(super) fn head(out: &mut impl Write, status: &str, kind: &str) -> io::Result<()> {
    write!(out, "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n{HEADERS}")
}

/// A port of the loopback: the one that is asked for, else the usual one or any other.
pub(super) fn bound(asked: Option<u16>, usual: u16) -> io::Result<TcpListener> {
    let at = |port: u16| TcpListener::bind((Ipv4Addr::LOCALHOST, port));
    match asked {
        Some(port) => at(port),
        None => at(usual).or_else(|_| at(0)),
    }
}

/// Has every question answered until the program is ended.
pub(super) fn serve(
    listener: &TcpListener,
    answer: impl Fn(&mut TcpStream) -> io::Result<()> + Clone + Send + 'static,
) {
    for mut stream in listener.incoming().flatten() {
        let answer = answer.clone();
        std::thread::spawn(move || {
            // A browser that goes away before its answer has come is no failure.
            let _ = stream
                .set_read_timeout(Some(PATIENCE))
                .and_then(|()| stream.set_nodelay(true))
                .and_then(|()| answer(&mut stream));
        });
    }
}
