//! The files that `[files] exclude` takes out of folders and lists.

use super::Config;
use crate::program::{Refused, WRONG_USE, files};
use ignore::gitignore::{Gitignore, GitignoreBuilder};
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::rc::Rc;

/// The rules by which the configurations exclude files, each read once.
#[derive(Default)]
pub(crate) struct Excludes {
    by_folder: HashMap<PathBuf, Option<Rc<ExcludeRules>>>,
    by_file: HashMap<PathBuf, Option<Rc<ExcludeRules>>>,
}

/// The patterns of one file.
struct ExcludeRules {
    file: PathBuf,
    patterns: Gitignore,
}

impl Excludes {
    /// The configuration that excludes a file, if any does.
    pub(crate) fn excluder(&mut self, path: &Path) -> Result<Option<PathBuf>, Refused> {
        if !files::exists(path) {
            return Ok(None);
        }
        let real = files::real(path);
        let Some(rules) = self.rules(&real)? else {
            return Ok(None);
        };
        let found = rules.patterns.matched_path_or_any_parents(&real, false);
        Ok(found.is_ignore().then(|| files::seen(&rules.file)))
    }

    fn rules(&mut self, real: &Path) -> Result<Option<Rc<ExcludeRules>>, Refused> {
        let folder = real.parent().unwrap_or(real).to_path_buf();
        if let Some(known) = self.by_folder.get(&folder) {
            return Ok(known.clone());
        }
        let rules = match Config::file_near(real) {
            None => None,
            Some(file) => match self.by_file.get(&file) {
                Some(known) => known.clone(),
                None => {
                    let read = ExcludeRules::read(file.clone())?.map(Rc::new);
                    self.by_file.insert(file, read.clone());
                    read
                }
            },
        };
        self.by_folder.insert(folder, rules.clone());
        Ok(rules)
    }
}

impl ExcludeRules {
    fn read(file: PathBuf) -> Result<Option<ExcludeRules>, Refused> {
        let config = Config::read(file)?;
        if config.exclude.is_empty() {
            return Ok(None);
        }
        let wrong = |error: ignore::Error| {
            let file = files::seen(&config.file);
            (WRONG_USE, format!("error: {}: {error}\n", file.display()))
        };
        let mut builder = GitignoreBuilder::new(config.file.parent().unwrap_or(Path::new("")));
        for pattern in &config.exclude {
            builder.add_line(None, pattern).map_err(wrong)?;
        }
        let patterns = builder.build().map_err(wrong)?;
        Ok(Some(ExcludeRules { file: config.file, patterns }))
    }
}
