//! The page with the library compiled into it, as `examples/page/build` leaves it in the folder
//! that the variable POSTMIRTH_PAGE names.

use super::reader::{self, REPORT};
use crate::support::chromium::Browser;
use crate::support::folder::Folder;
use crate::support::golden;
use serde_json::{Value, json};
use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// A static host for a folder, for as long as the tests run.
struct Host(u16);

impl Host {
    fn of(folder: PathBuf) -> Host {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let port = listener.local_addr().expect("an address").port();
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let folder = folder.clone();
                // A browser opens connections that it never uses.
                std::thread::spawn(move || hand_out(&folder, stream).ok());
            }
        });
        Host(port)
    }

    fn address(&self) -> String {
        format!("http://127.0.0.1:{}/", self.0)
    }
}

fn hand_out(folder: &Path, mut stream: TcpStream) -> std::io::Result<()> {
    let mut lines = BufReader::new(stream.try_clone()?).lines();
    let asked = lines.next().unwrap_or_else(|| Ok(String::new()))?;
    for line in lines {
        if line?.is_empty() {
            break;
        }
    }
    let path = asked.split(' ').nth(1).unwrap_or("/").trim_start_matches('/');
    let path = if path.is_empty() { "index.html" } else { path };
    let kind = match path.rsplit('.').next() {
        Some("html") => "text/html",
        Some("js") => "text/javascript",
        Some("css") => "text/css",
        Some("svg") => "image/svg+xml",
        Some("wasm") => "application/wasm",
        _ => "text/plain",
    };
    let (status, bytes) = match std::fs::read(folder.join(path)) {
        Ok(bytes) => ("200 OK", bytes),
        Err(_) => ("404 Not Found", Vec::new()),
    };
    write!(
        stream,
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\nConnection: \
            close\r\n\r\n",
        bytes.len()
    )?;
    stream.write_all(&bytes)
}

fn host() -> Host {
    let folder = std::env::var_os("POSTMIRTH_PAGE").map(PathBuf::from);
    let built = folder.filter(|folder| folder.join("full.wasm").exists());
    Host::of(built.expect("the built page in POSTMIRTH_PAGE: examples/page/build FOLDER"))
}

/// The page of a host in a browser, ready to be used.
fn opened(host: &Host, home: &str) -> Browser {
    let mut browser = Browser::start(home);
    browser.go(&host.address());
    browser.until(
        "document.documentElement.dataset.drawn && document.getElementById('style').options.length",
    );
    browser
}

/// All that is asked about each report: first what the small module knows, then each chart, in
/// letters that it lacks, and at last everything that can be taken away.
fn questions(report: &str) -> Vec<String> {
    let about = |ask: Value, [chart, layout, style, theme]: [&str; 4]| {
        let look = json!({ "chart": chart, "layout": layout, "style": style, "theme": theme });
        json!({ "report": report, "name": "report.md", "ask": ask, "look": look }).to_string()
    };
    let plain = ["incident", "gantt", "paper", "light"];
    let picture = json!(["picture"]);
    vec![
        about(json!(["choices", "picture", "facts", "findings"]), plain),
        about(picture.clone(), ["actions", "gantt", "contrast", "dark"]),
        about(picture.clone(), ["cover", "gantt", "blueprint", "dark"]),
        about(picture.clone(), ["incident", "lanes", "sketch", "dark"]),
        about(picture, ["incident", "strip", "terminal", "light"]),
        about(json!(["told", "brief", "snippet", "mermaid", "article", "png"]), plain),
    ]
}

#[test]
#[ignore = "takes a browser and the built page: .ci/page"]
fn every_answer_is_that_of_the_library() {
    let host = host();
    let mut browser = opened(&host, "page-answers-home");
    browser.run(
        "window.ask = (question) => new Promise((resolve, reject) => {
            window.engine.onmessage = ({ data: { answer, error } }) =>
                error ? reject(new Error(error)) : resolve(answer);
            window.engine.postMessage({ id: 1, question });
        })",
    );
    for path in reader::reports() {
        // A worker that is new begins with the small module.
        browser.run(
            "window.engine?.terminate(); \
                window.engine = new Worker('worker.js', { type: 'module' })",
        );
        let bytes = std::fs::read(&path).expect("a report");
        for question in questions(&String::from_utf8_lossy(&bytes)) {
            let answer = browser.text(&format!("await window.ask({})", json!(question)));
            let (from, expected) = (path.display(), postmirth::page::answer(&question));
            assert!(answer == expected, "{from}: {question}");
        }
    }
    assert!(browser.problems.is_empty(), "{:?}", browser.problems);
}

#[test]
#[ignore = "takes a browser and the built page: .ci/page"]
fn the_page_gives_what_the_program_gives() {
    let host = host();
    let mut browser = opened(&host, "page-compiled-home");
    let work = Folder::new("page-compiled");
    reader::choose(&mut browser, "theme", "light");

    // Every example and seed: the same bytes.
    for path in reader::reports() {
        let bytes = std::fs::read(&path).expect("a report");
        let text = String::from_utf8_lossy(&bytes);
        reader::paste(&mut browser, &text);
        let shown = path.display();
        // What the program refuses is refused here, too.
        work.put("report.md", &bytes);
        let refused = work.command(&["facts", "report.md"]).output();
        let refused = refused.expect("the program").status.code() == Some(3);
        let hidden = browser.get("document.getElementById('figure').hidden");
        assert_eq!(hidden, json!(refused), "{shown}");
        assert!(
            refused || reader::picture(&mut browser) == reader::program(&work, &bytes, &[]),
            "{shown}"
        );
    }
    // Those that the page offers itself.
    for name in ["table.md", "no-headings.md", "over-midnight.md"] {
        reader::choose(&mut browser, "example", name);
        browser.until("document.getElementById('example').value === ''");
        let bytes = std::fs::read(golden::project("examples").join(name));
        let bytes = bytes.expect("an example");
        assert!(reader::picture(&mut browser) == reader::program(&work, &bytes, &[]), "{name}");
    }

    reader::paste(&mut browser, REPORT);
    reader::looks_are_the_programs(&mut browser, &work, REPORT.as_bytes());
    let before = reader::picture(&mut browser);
    let later = REPORT.replace("14:31", "14:36");
    reader::paste(&mut browser, &later);
    assert!(reader::picture(&mut browser) != before, "a change of a time moves nothing");
    assert!(browser.text("document.getElementById('description').textContent").contains("14:36"));
    reader::paste(&mut browser, REPORT);
    reader::facts_lead_to_their_words(&mut browser);
    reader::the_dice_roll(&mut browser);
    browser.run("document.getElementById('text').dataset.x = 1");
    reader::all_is_taken_away(&mut browser, &work, "report");
    assert!(browser.problems.is_empty(), "{:?}", browser.problems);
}

#[test]
#[ignore = "takes a browser and the built page: .ci/page"]
fn a_report_stays_and_nothing_in_it_runs() {
    let host = host();
    let mut browser = opened(&host, "page-hostile-home");
    reader::paste(&mut browser, &reader::hostile());
    reader::nothing_ran(&mut browser, &host.address());
    // It survives a reload, and is as harmless then.
    browser.go(&host.address());
    browser.until("document.getElementById('text').value.includes('window.ran')");
    browser.until("document.documentElement.dataset.drawn > 0");
    reader::nothing_ran(&mut browser, &host.address());
    // A megabyte keeps neither the page nor the next report waiting.
    let long = format!("{REPORT}{}", "And on it went, nobody knew for how long.\n".repeat(26_000));
    browser.run(&format!(
        "const text = document.getElementById('text'); text.value = {}; \
            text.dispatchEvent(new Event('input', {{ bubbles: true }}))",
        json!(long)
    ));
    assert_eq!(browser.get("1 + 1"), json!(2));
    std::thread::sleep(Duration::from_secs(4));
    reader::paste(&mut browser, REPORT);
    assert_eq!(browser.get("document.getElementById('figure').hidden"), json!(false));
    assert!(browser.problems.is_empty(), "{:?}", browser.problems);
}

#[test]
#[ignore = "takes a browser and the built page: .ci/page"]
#[allow(clippy::print_stderr, reason = "the figures are for those who look")]
fn a_picture_follows_a_key_at_once() {
    let host = host();
    let mut browser = opened(&host, "page-quick-home");
    // Eleven events, typed at.
    let path = golden::project("examples/heading-per-event.md");
    let mut report = std::fs::read_to_string(path).expect("an example");
    let mut times: Vec<f64> = (0..25)
        .map(|_| {
            report.push('x');
            reader::paste(&mut browser, &report);
            let ms = browser.text("document.documentElement.dataset.ms");
            ms.parse().expect("a number")
        })
        .collect();
    times.sort_by(f64::total_cmp);
    eprintln!("a picture after a key: {times:?} ms");
    // A machine that is shared may take longer than the 50 ms that are promised for one's own.
    assert!(times[0] < 250.0, "{times:?}");
}
