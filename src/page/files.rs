//! The files of the page, which every way to it serves.

/// One of them.
#[derive(Debug, Clone, Copy)]
pub struct PageFile {
    /// Its name, as the page asks for it.
    pub name: &'static str,
    /// Its kind, as a server tells it.
    pub kind: &'static str,
    /// Its text.
    pub text: &'static str,
}

macro_rules! files {
    ($($name:literal: $kind:literal),* $(,)?) => {
        &[$(PageFile { name: $name, kind: $kind, text: include_str!(concat!("web/", $name)) }),*]
    };
}

/// All but `engine.js`, through which the page asks: each way to the page has its own.
pub const FILES: &[PageFile] = files![
    "index.html": "text/html; charset=utf-8",
    "page.css": "text/css; charset=utf-8",
    "icon.svg": "image/svg+xml",
    "page.js": "text/javascript; charset=utf-8",
    "editor.js": "text/javascript; charset=utf-8",
    "views.js": "text/javascript; charset=utf-8",
    "take.js": "text/javascript; charset=utf-8",
    "front.js": "text/javascript; charset=utf-8",
];

/// The `engine.js` of a page whose engine is a server.
pub const SERVED: &str = include_str!("web/served.js");
