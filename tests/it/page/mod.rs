//! The page: its questions and answers, and the page itself in a browser, both ways to it.

mod answers;
mod compiled;
mod preview;
mod reader;

use crate::support::folder::Folder;
use std::io::{BufRead, BufReader};
use std::process::{Child, Stdio};

/// A running `postmirth preview`, ended with the test.
struct Preview {
    child: Child,
    address: String,
}

impl Preview {
    fn of(folder: &Folder, path: &str) -> Preview {
        let mut command = folder.command(&["preview", path, "--port", "0"]);
        let mut child = command.stdout(Stdio::piped()).spawn().expect("the program");
        let mut said = String::new();
        let out = child.stdout.take().expect("its output");
        BufReader::new(out).read_line(&mut said).expect("a line");
        let address = said.split(' ').next().expect("an address").to_string();
        assert!(address.starts_with("http://127.0.0.1:"), "{said}");
        Preview { child, address }
    }

    fn port(&self) -> u16 {
        let port = self.address.trim_end_matches('/').rsplit(':').next();
        port.and_then(|port| port.parse().ok()).expect("a port")
    }
}

impl Drop for Preview {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
