//! Everything that ships with the program: version, completions, manual, licences, action.

use crate::support::folder::Folder;

#[test]
fn the_version_is_short_or_says_what_was_built() {
    let folder = Folder::new("shipped-version");
    let version = env!("CARGO_PKG_VERSION");
    assert_eq!(folder.run(&["-V"], 0).0, format!("postmirth {version}\n"));
    let (long, _) = folder.run(&["--version"], 0);
    assert!(long.starts_with(&format!("postmirth {version} (")), "{long}");
    assert!(long.contains(std::env::consts::ARCH), "{long}");
}

#[test]
fn every_shell_completes_commands_and_values() {
    let folder = Folder::new("shipped-completions");
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let (script, _) = folder.run(&["completions", shell], 0);
        for word in ["embed", "layout", "licenses"] {
            assert!(script.contains(word), "{shell} lacks {word}");
        }
    }
    let (_, complaint) = folder.run(&["completions", "bish"], 2);
    assert!(complaint.contains("bash"), "{complaint}");
}

#[test]
fn the_manual_has_a_page_for_the_program_and_for_each_command() {
    let folder = Folder::new("shipped-manual");
    let (page, _) = folder.run(&["man"], 0);
    assert!(page.contains(".TH postmirth 1"), "{page}");
    let (page, _) = folder.run(&["man", "draw"], 0);
    assert!(page.contains(".TH postmirth-draw 1"), "{page}");
    assert!(page.contains("layout"), "{page}");
    let (_, complaint) = folder.run(&["man", "drow"], 2);
    assert!(complaint.contains("\"drow\""), "{complaint}");
}

#[test]
fn the_licences_of_fonts_and_crates_are_in_the_program() {
    let (terms, _) = Folder::new("shipped-licences").run(&["licenses"], 0);
    for part in ["MIT License", "SIL OPEN FONT LICENSE Version 1.1", "Bitstream Vera", "\n- clap "]
    {
        assert!(terms.contains(part), "no {part}");
    }
}

#[cfg(unix)]
mod action {
    use super::Folder;
    use crate::support::golden::project;
    use std::path::Path;
    use std::process::{Command, Output};

    const BAD: &str = "\
# Incident report

## Timeline

- 10:02 UTC - The print queue stopped.
- 10:40 UTC - The print queue runs again.
";

    /// Runs the action on the folder `reports`: its status, what it says, and the summary.
    fn job(folder: &Folder, settings: &[(&str, &str)]) -> (i32, String, String) {
        let program = Path::new(env!("CARGO_BIN_EXE_postmirth"));
        let bin = program.parent().expect("a folder").display().to_string();
        let path = std::env::var("PATH").unwrap_or_default();
        let Output { status, stdout, stderr } = Command::new("bash")
            .arg(project(".github/action/run.sh"))
            .arg("reports")
            .current_dir(&folder.0)
            .env("PATH", format!("{bin}:{path}"))
            .env("GITHUB_STEP_SUMMARY", "summary.md")
            .env("POSTMIRTH_PICTURES", "pictures")
            .envs(settings.iter().copied())
            .output()
            .expect("bash runs");
        let told = String::from_utf8_lossy(&stdout).into_owned();
        let summary = String::from_utf8_lossy(&folder.read("summary.md")).into_owned();
        let complaints = String::from_utf8_lossy(&stderr);
        (status.code().expect("a status"), told + &complaints, summary)
    }

    fn good() -> String {
        std::fs::read_to_string(project("examples/bullets-24h.md")).expect("an example")
    }

    #[test]
    fn a_good_folder_passes_and_is_drawn_in_the_summary() {
        let folder = Folder::new("action-good");
        folder.put("reports/good.md", good());
        let (status, told, summary) = job(&folder, &[]);
        assert_eq!(status, 0, "{told}");
        assert!(summary.contains("No finding fails the job."), "{summary}");
        assert!(summary.contains("`````mermaid\n"), "{summary}");
        assert!(folder.0.join("pictures/good-incident.png").exists());
    }

    #[test]
    fn only_reports_that_count_are_drawn_and_only_drawn_ones_have_old_pictures() {
        let folder = Folder::new("action-ignored");
        folder.put("reports/good.md", good());
        folder.put("reports/README.md", "# Reports\n\nOne file an incident.\n");
        folder.put("reports/.gitignore", "drafts/\n");
        let stale = "<!-- postmirth:incident -->\n<!-- /postmirth -->\n";
        folder.put("reports/drafts/bad.md", format!("{BAD}\n{stale}"));
        let (status, told, summary) = job(&folder, &[]);
        assert_eq!(status, 0, "{told}");
        assert!(!format!("{told}{summary}").contains("bad"), "{summary}");
        let drawn = Folder(folder.0.join("pictures")).files();
        assert!(drawn.iter().all(|name| name.starts_with("good")), "{drawn:?}");
    }

    #[test]
    fn a_bad_folder_fails_with_annotations() {
        let folder = Folder::new("action-bad");
        folder.put("reports/good.md", good());
        folder.put("reports/bad.md", BAD);
        let (status, told, summary) = job(&folder, &[]);
        assert_eq!(status, 1, "{told}");
        assert!(told.contains("::warning file=reports/bad.md"), "{told}");
        assert!(summary.contains("There are findings."), "{summary}");
    }

    #[test]
    fn old_pictures_fail_where_reports_hold_pictures() {
        let folder = Folder::new("action-old");
        folder.put("reports/good.md", good());
        folder.run(&["embed", "reports/good.md"], 0);
        assert_eq!(job(&folder, &[]).0, 0);
        let report = String::from_utf8(folder.read("reports/good.md")).expect("text");
        folder.put(
            "reports/good.md",
            report.replace("- 09:30 - Monitoring sent", "- 09:31 - Monitoring sent"),
        );
        let (status, told, summary) = job(&folder, &[]);
        assert_eq!(status, 1, "{told}");
        assert!(summary.contains("out of date"), "{summary}");
        assert_eq!(job(&folder, &[("POSTMIRTH_EMBED", "false")]).0, 0);
    }
}
