//! The destinations of pictures, and the names of their files. Touches no file itself.

use postmirth::draw::style::Ground;
use postmirth::render::{Format, Picture};
use std::borrow::Cow;
use std::collections::HashMap;
use std::path::{Path, PathBuf};

/// Where the pictures go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Target {
    /// To standard output.
    Stream,
    /// Into a folder, each under its report's name.
    Folder(PathBuf),
    /// Into a file of that name, and the kind that its name says.
    File(PathBuf, Format),
    /// Into a page of that name.
    Page(PathBuf),
}

impl Target {
    /// The target that `-o` names; without it the current folder.
    pub(crate) fn new(output: Option<&Path>, is_folder: bool) -> Result<Target, String> {
        let Some(path) = output else {
            return Ok(Target::Folder(PathBuf::new()));
        };
        if path.as_os_str() == "-" {
            return Ok(Target::Stream);
        }
        let slash = path.as_os_str().to_string_lossy().ends_with(['/', '\\']);
        let extension =
            path.extension().map(|extension| extension.to_string_lossy().to_lowercase());
        match extension.as_deref() {
            _ if is_folder || slash => Ok(Target::Folder(path.to_path_buf())),
            Some("svg") => Ok(Target::File(path.to_path_buf(), Format::Svg)),
            Some("png") => Ok(Target::File(path.to_path_buf(), Format::Png)),
            Some("mmd" | "mermaid") => Ok(Target::File(path.to_path_buf(), Format::Mermaid)),
            Some("html" | "htm") => Ok(Target::Page(path.to_path_buf())),
            None => Ok(Target::Folder(path.to_path_buf())),
            Some(other) => Err(format!(
                "expected an output that ends in .svg, .png, .mmd or .html, a folder or -, \
                    found \".{other}\" in {}\n  = a folder that does not exist yet ends in /",
                path.display()
            )),
        }
    }

    /// The kinds of file to make: as asked for, else as the target's name says.
    pub(crate) fn formats(&self, asked: Vec<Format>) -> Vec<Format> {
        match self {
            _ if !asked.is_empty() => asked.into_iter().fold(Vec::new(), |mut kept, format| {
                if !kept.contains(&format) {
                    kept.push(format);
                }
                kept
            }),
            Target::Stream => vec![Format::Svg],
            Target::File(_, format) => vec![*format],
            Target::Page(_) => vec![Format::Png],
            Target::Folder(_) => vec![Format::Svg, Format::Png],
        }
    }

    /// True if each picture gets a file named after its chart.
    pub(crate) fn is_folder(&self) -> bool {
        matches!(self, Target::Folder(_))
    }

    /// One stream or one file cannot take many pictures.
    pub(crate) fn check(
        &self,
        reports: usize,
        charts: usize,
        formats: usize,
        themes: usize,
    ) -> Result<(), String> {
        match self {
            Target::Stream if reports * charts * formats * themes > 1 => Err(format!(
                "expected one picture for standard output, found {}\n  = give one report, one \
                    --chart, one --format and one --theme, or a folder after -o",
                reports * charts * formats * themes
            )),
            Target::File(path, _) | Target::Page(path) if reports > 1 => Err(format!(
                "expected a folder for the pictures of {reports} reports, found the file {}\n  = \
                    give a folder after -o",
                path.display()
            )),
            Target::File(path, _) if charts > 1 => Err(format!(
                "expected a folder for {charts} kinds of picture, found the file {}\n  = give a \
                    folder after -o, or one --chart",
                path.display()
            )),
            _ => Ok(()),
        }
    }

    /// The folder in which the pictures will lie, if not the current one.
    pub(crate) fn folder(&self) -> Option<&Path> {
        let folder = match self {
            Target::Stream => None,
            Target::Folder(folder) => Some(folder.as_path()),
            Target::File(path, _) | Target::Page(path) => path.parent(),
        };
        folder.filter(|folder| !folder.as_os_str().is_empty())
    }

    /// A file beside the pictures.
    pub(crate) fn beside(&self, name: &str) -> PathBuf {
        self.folder().map_or_else(|| PathBuf::from(name), |folder| folder.join(name))
    }

    /// The file of a page; `None` for standard output.
    pub(crate) fn page(&self, name: &str) -> Option<PathBuf> {
        match self {
            Target::Stream => None,
            Target::Page(path) => Some(path.clone()),
            Target::Folder(_) | Target::File(..) => Some(self.beside(&format!("{name}.html"))),
        }
    }

    /// The file of a picture. Of two themes the dark one says so.
    pub(crate) fn path(&self, name: &str, picture: &Picture, both: bool) -> PathBuf {
        match self {
            Target::Stream => PathBuf::from("-"),
            Target::Page(path) => path.clone(),
            Target::Folder(_) | Target::File(..) => self.file(
                &format!("{name}-{}", picture.chart.name()),
                picture.format,
                both && picture.ground == Ground::Dark,
            ),
        }
    }

    /// The file that the target names, else one of this name beside it.
    pub(crate) fn file(&self, name: &str, format: Format, dark: bool) -> PathBuf {
        let named = match self {
            Target::File(path, _) => path.file_stem().map(|stem| stem.to_string_lossy()),
            _ => None,
        };
        let name = named.unwrap_or(Cow::Borrowed(name));
        let dark = if dark { "-dark" } else { "" };
        self.beside(&format!("{name}{dark}.{}", format.extension()))
    }
}

/// A name for each report's pictures: its own, with the folder's before it if two are called the
/// same.
pub(crate) fn names(reports: &[PathBuf]) -> Vec<String> {
    let part =
        |part: Option<&std::ffi::OsStr>| part.map(|part| part.to_string_lossy().into_owned());
    let stem = |path: &PathBuf| match path.as_os_str() == "-" {
        true => "report".to_string(),
        false => part(path.file_stem()).unwrap_or_else(|| "report".into()),
    };
    let longer = |path: &PathBuf| match part(path.parent().and_then(Path::file_name)) {
        Some(folder) => format!("{folder}-{}", stem(path)),
        None => stem(path),
    };
    let mut names: Vec<String> = reports.iter().map(stem).collect();
    let mut counts: HashMap<String, usize> = HashMap::new();
    for name in &names {
        *counts.entry(name.clone()).or_default() += 1;
    }
    for (name, path) in names.iter_mut().zip(reports).filter(|(name, _)| counts[*name] > 1) {
        *name = longer(path);
    }
    // Still the same: numbered in their order.
    let mut seen: HashMap<String, usize> = HashMap::new();
    for name in &mut names {
        let count = seen.entry(name.clone()).or_default();
        *count += 1;
        if *count > 1 {
            *name = format!("{name}-{count}");
        }
    }
    names
}
