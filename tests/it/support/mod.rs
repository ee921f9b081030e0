//! What several tests share.

pub(crate) mod chromium;
pub(crate) mod drawing;
pub(crate) mod embedding;
pub(crate) mod folder;
pub(crate) mod golden;
pub(crate) mod mended;
pub(crate) mod pixels;
pub(crate) mod schema;
pub(crate) mod utf16;
