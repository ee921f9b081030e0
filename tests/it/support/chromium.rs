//! A browser that a test drives: Debian's `chromium`, or the one that the variable CHROMIUM names,
//! over the protocol of its own tools.

#![allow(dead_code, reason = "each test uses its part of this")]

use serde_json::{Value, json};
use std::ffi::OsString;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{self, Receiver};
use std::time::{Duration, Instant};

/// A browser on a busy machine takes its time; one that hangs must not hang the tests.
const PATIENCE: Duration = Duration::from_secs(60);

/// The browser to ask.
pub(crate) fn name() -> OsString {
    std::env::var_os("CHROMIUM").unwrap_or_else(|| OsString::from("chromium"))
}

/// Fails with what to do where there is none.
#[track_caller]
pub(crate) fn is_there() {
    let found = Command::new(name()).arg("--version").output();
    assert!(
        found.as_ref().is_ok_and(|version| version.status.success()),
        "expected chromium (apt-get install chromium), or another such browser in the variable \
            CHROMIUM; found {found:?}"
    );
}

/// What keeps it from asking anybody anything.
pub(crate) const QUIET: [&str; 9] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--force-color-profile=srgb",
];

/// A browser with one page.
pub(crate) struct Browser {
    child: Child,
    to: ChildStdin,
    from: Receiver<Value>,
    session: Option<String>,
    last: u64,
    home: PathBuf,
    /// Where it puts what is downloaded.
    pub(crate) downloads: PathBuf,
    /// Errors, and what a policy forbade, as the console tells them.
    pub(crate) problems: Vec<String>,
    /// The addresses that it asked for.
    pub(crate) asked: Vec<String>,
}

impl Browser {
    /// Starts one; its files go below a folder of that name.
    pub(crate) fn start(name_of_home: &str) -> Browser {
        is_there();
        let home = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name_of_home);
        let _ = std::fs::remove_dir_all(&home);
        let downloads = home.join("downloads");
        std::fs::create_dir_all(&downloads).expect("a folder");
        // The protocol goes over the third and fourth stream, which a shell can give it.
        let mut child = Command::new("sh")
            .args(["-c", r#"exec "$0" "$@" 3<&0 4>&1 1>&2"#])
            .arg(name())
            .args(QUIET)
            .args(["--remote-debugging-pipe", "about:blank"])
            .arg(format!("--user-data-dir={}", home.display()))
            .env("HOME", &home)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("a browser");
        let to = child.stdin.take().expect("its ear");
        let mouth = BufReader::new(child.stdout.take().expect("its mouth"));
        let (sender, from) = mpsc::channel();
        std::thread::spawn(move || {
            for message in mouth.split(0).map_while(Result::ok) {
                let told = serde_json::from_slice(&message).expect("a message in JSON");
                if sender.send(told).is_err() {
                    return;
                }
            }
        });
        let mut browser = Browser {
            child,
            to,
            from,
            session: None,
            last: 0,
            home,
            downloads,
            problems: Vec::new(),
            asked: Vec::new(),
        };
        browser.attach();
        browser
    }

    fn attach(&mut self) {
        let page = self.send("Target.createTarget", json!({ "url": "about:blank" }));
        let attached = self.send(
            "Target.attachToTarget",
            json!({ "targetId": page["targetId"], "flatten": true }),
        );
        let folder = self.downloads.display().to_string();
        self.send(
            "Browser.setDownloadBehavior",
            json!({ "behavior": "allow", "downloadPath": folder }),
        );
        self.send(
            "Browser.grantPermissions",
            json!({ "permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"] }),
        );
        self.session = attached["sessionId"].as_str().map(str::to_string);
        for domain in ["Runtime", "Log", "Page", "Network"] {
            self.send(&format!("{domain}.enable"), json!({}));
        }
        self.size(1280, 800, false);
    }

    /// Asks something of it, and gives its answer.
    #[track_caller]
    pub(crate) fn send(&mut self, method: &str, params: Value) -> Value {
        self.last += 1;
        let mut asked = json!({ "id": self.last, "method": method, "params": params });
        if let Some(session) = &self.session {
            asked["sessionId"] = json!(session);
        }
        let mut bytes = serde_json::to_vec(&asked).expect("JSON");
        bytes.push(0);
        self.to.write_all(&bytes).expect("a browser that listens");
        loop {
            let told =
                self.from.recv_timeout(PATIENCE).unwrap_or_else(|why| panic!("{method}: {why}"));
            if told["id"] == json!(self.last) {
                assert!(told["error"].is_null(), "{method}: {}", told["error"]);
                return told["result"].clone();
            }
            self.hear(&told);
        }
    }

    fn hear(&mut self, told: &Value) {
        let params = &told["params"];
        match told["method"].as_str() {
            Some("Runtime.exceptionThrown") => self.problems.push(params.to_string()),
            Some("Log.entryAdded") if params["entry"]["level"] == "error" => {
                self.problems.push(params["entry"].to_string());
            }
            Some("Network.requestWillBeSent") => {
                let url = params["request"]["url"].as_str().unwrap_or_default();
                self.asked.push(url.to_string());
            }
            _ => {}
        }
    }

    /// How large its window is, and whether that is a phone's.
    pub(crate) fn size(&mut self, width: u32, height: u32, mobile: bool) {
        let size =
            json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": mobile });
        self.send("Emulation.setDeviceMetricsOverride", size);
    }

    /// Goes to an address.
    pub(crate) fn go(&mut self, url: &str) {
        self.send("Page.navigate", json!({ "url": url }));
        self.until("document.readyState === 'complete'");
    }

    /// Runs a script as if the reader had done it, and gives what it returns.
    #[track_caller]
    pub(crate) fn run(&mut self, script: &str) -> Value {
        let done = self.send(
            "Runtime.evaluate",
            json!({
                "expression": format!("(async () => {{ {script} }})()"),
                "awaitPromise": true, "returnByValue": true, "userGesture": true,
            }),
        );
        let thrown = &done["exceptionDetails"];
        assert!(thrown.is_null(), "{script}: {thrown}");
        done["result"]["value"].clone()
    }

    /// What an expression is worth.
    #[track_caller]
    pub(crate) fn get(&mut self, expression: &str) -> Value {
        self.run(&format!("return {expression}"))
    }

    /// The same as text.
    #[track_caller]
    pub(crate) fn text(&mut self, expression: &str) -> String {
        let value = self.get(expression);
        value.as_str().unwrap_or_else(|| panic!("{expression} is {value}")).to_string()
    }

    /// Waits until an expression is true; gives how long that took.
    #[track_caller]
    pub(crate) fn until(&mut self, expression: &str) -> Duration {
        let begun = Instant::now();
        loop {
            if self.get(&format!("Boolean({expression})")) == json!(true) {
                return begun.elapsed();
            }
            let state = || format!("{expression} never came true");
            assert!(begun.elapsed() < PATIENCE, "{}; {:?}", state(), self.problems);
            std::thread::sleep(Duration::from_millis(5));
        }
    }

    /// Waits for a file that is downloaded, and gives its bytes.
    #[track_caller]
    pub(crate) fn downloaded(&self, name: &str) -> Vec<u8> {
        let path = self.downloads.join(name);
        let begun = Instant::now();
        while !path.exists() {
            assert!(begun.elapsed() < PATIENCE, "{name} was not downloaded");
            std::thread::sleep(Duration::from_millis(10));
        }
        let bytes = std::fs::read(&path).expect("a file");
        let _ = std::fs::remove_file(&path);
        bytes
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.child.kill();
        let _ = self.child.wait();
        let _ = std::fs::remove_dir_all(&self.home);
    }
}
