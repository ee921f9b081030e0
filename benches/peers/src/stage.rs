//! Where the race takes place: the programs, and a folder with the reports and the drawings.

use crate::contestant::Contestant;
use crate::incident;
use std::fs::{self, File};
use std::io::{self, BufWriter};
use std::path::PathBuf;

pub(crate) struct Stage {
    postmirth: PathBuf,
    /// The peers are built into the same folder as this program.
    peers: PathBuf,
    pub(crate) folder: PathBuf,
}

impl Stage {
    /// Clears the folder, so that no drawing of an earlier race passes for one of this, and writes
    /// the reports and diagrams of the lengths asked for.
    pub(crate) fn set(
        postmirth: PathBuf,
        reports: &[usize],
        diagrams: &[usize],
    ) -> io::Result<Self> {
        let mut peers = std::env::current_exe()?;
        peers.pop();
        let folder = std::env::temp_dir().join("postmirth-peers");
        if folder.exists() {
            fs::remove_dir_all(&folder)?;
        }
        fs::create_dir(&folder)?;
        let stage = Self { postmirth, peers, folder };
        for &length in reports {
            incident::report(length, &mut BufWriter::new(File::create(stage.report(length))?))?;
        }
        for &length in diagrams {
            incident::diagram(length, &mut BufWriter::new(File::create(stage.diagram(length))?))?;
        }
        Ok(stage)
    }

    /// A file of the folder.
    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.join(name.replace(" --", "-").replace(' ', "-"))
    }

    /// A new folder in the folder.
    pub(crate) fn room(&self, name: &str) -> io::Result<PathBuf> {
        let room = self.path(name);
        fs::create_dir(&room)?;
        Ok(room)
    }

    pub(crate) fn report(&self, length: usize) -> PathBuf {
        self.path(&format!("{length}.md"))
    }

    fn diagram(&self, length: usize) -> PathBuf {
        self.path(&format!("{length}.mmd"))
    }

    pub(crate) fn peer(&self, name: &str, program: &str) -> Contestant {
        Contestant::new(name, self.peers.join(program))
    }

    /// One of the Mermaid renderers.
    pub(crate) fn mermaid(&self, name: &str, program: &str, length: usize) -> Contestant {
        self.peer(name, program)
            .arg(self.diagram(length))
            .output(&self.path(&format!("{name}.svg")))
    }

    /// `postmirth draw`, still without its `-o`.
    pub(crate) fn draw(&self, name: &str, length: usize, formats: &str) -> Contestant {
        Contestant::new(name, &self.postmirth)
            .arg("draw")
            .arg(self.report(length))
            .arg("--format")
            .arg(formats)
    }
}
