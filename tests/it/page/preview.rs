//! `postmirth preview`: what it serves, to whom, and how it follows a file.

use super::Preview;
use super::reader::{self, REPORT};
use crate::support::chromium::Browser;
use crate::support::folder::Folder;
use serde_json::Value;
use std::fs;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::{Duration, Instant};

/// What a server answers to a request that is written out.
fn raw(port: u16, request: &str) -> String {
    let mut stream = TcpStream::connect(("127.0.0.1", port)).expect("a server");
    stream.write_all(request.as_bytes()).expect("to be heard");
    let mut answer = Vec::new();
    // A server may hang up on what it refuses.
    let _ = stream.read_to_end(&mut answer);
    String::from_utf8_lossy(&answer).into_owned()
}

fn get(port: u16, path: &str, headers: &str) -> String {
    raw(port, &format!("GET {path} HTTP/1.1\r\n{headers}Connection: close\r\n\r\n"))
}

fn own(port: u16, path: &str) -> String {
    get(port, path, &format!("Host: 127.0.0.1:{port}\r\n"))
}

fn body(answer: &str) -> &str {
    answer.split_once("\r\n\r\n").map_or("", |(_, body)| body)
}

#[test]
fn only_this_machine_is_answered() {
    let folder = Folder::new("preview-host");
    folder.put("report.md", REPORT);
    let preview = Preview::of(&folder, "report.md");
    let port = preview.port();
    assert!(own(port, "/").starts_with("HTTP/1.1 200"));
    assert!(get(port, "/", &format!("Host: localhost:{port}\r\n")).starts_with("HTTP/1.1 200"));
    for headers in [
        "Host: evil.example\r\n".to_string(),
        format!("Host: evil.example:{port}\r\n"),
        format!("Host: 127.0.0.1.evil.example:{port}\r\n"),
        format!("Host: 127.0.0.1:{}\r\n", port ^ 1),
        format!("Host: 127.0.0.1:{port}\r\nOrigin: https://evil.example\r\n"),
        format!("Host: 127.0.0.1:{port}\r\nOrigin: null\r\n"),
        String::new(),
    ] {
        for path in ["/", "/files", "/file?name=report.md", "/events", "/engine"] {
            let answer = get(port, path, &headers);
            assert!(answer.starts_with("HTTP/1.1 403"), "{path} with {headers}: {answer}");
            assert!(!answer.contains("Vouchers"));
        }
    }
}

#[test]
fn nothing_outside_of_the_folder_is_served() {
    let folder = Folder::new("preview-outside");
    folder.put("in/report.md", REPORT);
    folder.put("in/below/other.md", REPORT);
    folder.put("in/notes.txt", "private");
    folder.put("secret.md", "private");
    #[cfg(unix)]
    std::os::unix::fs::symlink("../secret.md", folder.0.join("in/link.md")).expect("a link");
    let preview = Preview::of(&folder, "in");
    let port = preview.port();
    let listing: Value = serde_json::from_str(body(&own(port, "/files"))).expect("JSON");
    assert_eq!(listing["files"], serde_json::json!(["below/other.md", "report.md"]));
    assert!(own(port, "/file?name=below%2Fother.md").contains("Vouchers"));
    for path in [
        "/file?name=../secret.md",
        "/file?name=%2e%2e%2fsecret.md",
        "/file?name=in/../../secret.md",
        "/file?name=link.md",
        "/file?name=notes.txt",
        "/file?name=/etc/passwd",
        "/../secret.md",
        "/secret.md",
        "/notes.txt",
        "/report.md",
    ] {
        let answer = own(port, path);
        assert!(!answer.contains("private") && !answer.contains("root:"), "{path}: {answer}");
    }
}

#[test]
fn every_file_of_the_page_is_served_with_its_policy() {
    let folder = Folder::new("preview-files");
    folder.put("report.md", REPORT);
    let preview = Preview::of(&folder, "report.md");
    let names = postmirth::page::FILES.iter().map(|file| file.name);
    for name in names.chain(["engine.js", ""]) {
        let answer = own(preview.port(), &format!("/{name}"));
        assert!(answer.starts_with("HTTP/1.1 200"), "{name}: {answer}");
        assert!(answer.contains("default-src 'none'") && answer.contains("nosniff"));
    }
    assert!(own(preview.port(), "/nothing").starts_with("HTTP/1.1 404"));
    let before: Vec<String> = folder.files();
    assert_eq!(before, ["report.md"], "nothing is written");
}

#[test]
fn what_is_not_there_or_taken_ends_with_its_status() {
    let folder = Folder::new("preview-missing");
    let (_, complaints) = folder.run(&["preview", "nothing.md"], 4);
    assert!(complaints.contains("nothing.md"), "{complaints}");
    folder.put("report.md", REPORT);
    let preview = Preview::of(&folder, "report.md");
    let port = preview.port().to_string();
    let (_, complaints) = folder.run(&["preview", "report.md", "--port", &port], 2);
    assert!(complaints.contains("port"), "{complaints}");
}

/// The events that a change sends, without a browser.
#[test]
fn a_change_is_told_at_once() {
    let folder = Folder::new("preview-change");
    folder.put("report.md", REPORT);
    let preview = Preview::of(&folder, "report.md");
    let port = preview.port();
    let mut stream = TcpStream::connect(("127.0.0.1", port)).expect("a server");
    stream.set_read_timeout(Some(Duration::from_secs(20))).expect("a time-out");
    let ask = format!("GET /events HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n");
    stream.write_all(ask.as_bytes()).expect("to be heard");
    let mut heard = String::new();
    let mut until = |wanted: &str| {
        while !heard.contains(wanted) {
            let mut bytes = [0; 1024];
            let count = stream.read(&mut bytes).expect("an event");
            assert!(count > 0, "hung up after {heard}");
            heard.push_str(&String::from_utf8_lossy(&bytes[..count]));
        }
        heard.clear();
    };
    until("retry");
    // Our own reading is no change; another file is none either.
    own(port, "/file?name=report.md");
    folder.put("other.md", "x");
    let path = folder.0.join("report.md");
    let changes: [(&str, &dyn Fn()); 3] = [
        ("written", &|| fs::write(&path, REPORT.replace("14:09", "14:11")).expect("written")),
        ("removed", &|| fs::remove_file(&path).expect("removed")),
        ("renamed into place", &|| {
            fs::write(folder.0.join("new"), REPORT).expect("written");
            fs::rename(folder.0.join("new"), &path).expect("renamed");
        }),
    ];
    for (what, change) in changes {
        let begun = Instant::now();
        change();
        until("event: changed");
        assert!(begun.elapsed() < Duration::from_secs(10), "{what}: {:?}", begun.elapsed());
        // The rest of the same change is told with it.
        std::thread::sleep(Duration::from_millis(150));
    }
}

#[test]
#[ignore = "takes a browser: apt-get install chromium, then cargo test -- --ignored page::"]
fn the_page_follows_the_file() {
    let folder = Folder::new("preview-browser");
    folder.put("report.md", REPORT);
    let preview = Preview::of(&folder, "report.md");
    let mut browser = Browser::start("preview-browser-home");
    browser.go(&preview.address);
    browser.until(
        "document.getElementById('image').complete && document.documentElement.dataset.drawn",
    );
    reader::tab(&mut browser, "picture");
    let work = Folder::new("preview-browser-work");
    reader::looks_are_the_programs(&mut browser, &work, REPORT.as_bytes());

    // An edit is seen, and the scroll stays.
    browser.size(1280, 420, false);
    browser.run("document.getElementById('picture').scrollTop = 120");
    let later = REPORT.replace("14:31", "14:36");
    let begun = Instant::now();
    folder.put("report.md", &later);
    browser.until("document.getElementById('text').value.includes('14:36')");
    let seen = begun.elapsed();
    assert!(seen < Duration::from_secs(5));
    browser.until("document.getElementById('description').textContent.includes('14:36')");
    assert!(reader::picture(&mut browser) == reader::program(&work, later.as_bytes(), &[]));
    assert_eq!(browser.get("document.getElementById('picture').scrollTop"), 120);

    // A file that is gone leaves the last picture; written again it is followed on.
    fs::remove_file(folder.0.join("report.md")).expect("removed");
    browser.until("document.body.classList.contains('lost')");
    assert_eq!(browser.get("document.getElementById('figure').hidden"), false);
    folder.put("report.md", REPORT);
    browser.until("!document.body.classList.contains('lost')");
    browser.until("document.getElementById('text').value.includes('14:31')");

    // A report that is broken says so.
    folder.put("report.md", "Shopping: milk, bread and a lamp.\n");
    browser.until("!document.getElementById('why').hidden");
    folder.put("report.md", reader::hostile());
    browser.until("document.getElementById('text').value.includes('window.ran')");
    reader::nothing_ran(&mut browser, &preview.address);
    folder.put("report.md", REPORT);
    browser.until("document.getElementById('text').value.includes('# Vouchers refused')");
    reader::facts_lead_to_their_words(&mut browser);
    reader::the_dice_roll(&mut browser);
    reader::all_is_taken_away(&mut browser, &work, "report");
    assert!(browser.problems.is_empty(), "{:?}", browser.problems);
    assert_eq!(folder.files(), ["report.md"], "nothing is written");
}

#[test]
#[ignore = "takes a browser: apt-get install chromium, then cargo test -- --ignored page::"]
fn a_folder_has_a_front_page() {
    let folder = Folder::new("preview-front");
    folder.put("one.md", REPORT);
    folder.put(
        "two.md",
        REPORT
            .replace("Vouchers", "Coupons")
            .replace("14:31", "14:33")
            .replace("2025-02-01", "2999-02-01"),
    );
    folder.put("notes.md", "Shopping: milk, bread and a lamp.\n");
    let preview = Preview::of(&folder, ".");
    let mut browser = Browser::start("preview-front-home");
    browser.go(&preview.address);
    browser.until("document.querySelectorAll('.incidents img').length === 2");
    let overdue = browser.text("document.querySelector('.overdue').textContent");
    assert!(overdue.contains("1 follow-up overdue") && overdue.contains("2025-02-01"), "{overdue}");
    assert!(
        browser.text("document.querySelector('#front details').textContent").contains("notes.md")
    );
    // What is told again beside the plain report is no incident more.
    folder.run(&["spice", "one.md", "--no-pictures", "-o", "told/one.md"], 0);
    browser.until("document.querySelector('#front details').textContent.includes('told/one.md')");
    let shown = browser.get("document.querySelectorAll('.incidents img').length");
    assert_eq!(shown, 2);
    // A file that comes is shown, and one that changes is drawn anew.
    folder.put("below/three.md", REPORT.replace("Vouchers", "Gifts").replace("14:31", "14:35"));
    browser.until("document.querySelectorAll('.incidents img').length === 3");
    browser.run("document.querySelector('[data-file=\"two.md\"] a').click()");
    browser.until("!document.getElementById('desk').hidden");
    browser.until("document.getElementById('text').value.includes('Coupons')");
    browser.run("history.back()");
    browser.until("!document.getElementById('front').hidden");
    assert!(browser.problems.is_empty(), "{:?}", browser.problems);
}
