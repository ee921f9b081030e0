//! A browser shows the SVG as our own PNG does.
//!
//! The comparison with the browser is left out of `cargo test`, for it takes a browser: Debian's
//! `chromium`, or the one that the variable CHROMIUM names. That the comparison finds what is
//! missing is tested without one.
use crate::support::chromium;
use crate::support::drawing::{style, with};
use crate::support::golden;
use crate::support::pixels::{Difference, Pixels};
use postmirth::assets::STYLES;
use postmirth::draw::font::Fonts;
use postmirth::draw::scene::Scene;
use postmirth::draw::style::{Ground, Style};
use postmirth::draw::{
    ActionsOptions, CoverOptions, Layout, Mood, Options, TextMode, actions, cover, drawn, incident,
    png, svg,
};
use postmirth::read::read;
use postmirth::source::Source;
use std::ffi::OsString;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

const LAYOUTS: [Layout; 3] = [Layout::Gantt, Layout::Lanes, Layout::Strip];

/// One picture to compare.
struct Shown {
    name: String,
    report: PathBuf,
    style: &'static str,
    what: What,
    scale: u32,
}

/// Which picture.
enum What {
    Timeline(Options),
    Measures(ActionsOptions),
    Cover(CoverOptions),
}

impl What {
    fn scene(&self, report: &str, style: &Style) -> Scene {
        let told = read(&Source::new("report.md", report)).value;
        let fonts = Fonts::new(style.font.face);
        let scene = match self {
            What::Timeline(options) => incident(&told, style, &fonts, options),
            What::Measures(options) => actions(&told, style, &fonts, options),
            What::Cover(options) => cover(&told, style, &fonts, options),
        };
        scene.expect("a picture").value
    }
}

/// Everything that is drawn.
fn shown() -> Vec<Shown> {
    timelines().into_iter().chain(others()).collect()
}

/// Measures and covers in every style on both grounds; the examples and the server's moods take
/// turns.
fn others() -> Vec<Shown> {
    let reports = golden::reports("examples");
    let looks =
        STYLES.iter().flat_map(|style| [(style.name, Ground::Light), (style.name, Ground::Dark)]);
    let both = |(number, (named, ground)): (usize, (&'static str, Ground))| {
        let report = &reports[(number + 2) % reports.len()];
        let name = |what: &str| {
            format!("{}-{named}-{what}-{ground:?}", golden::stem(report)).to_lowercase()
        };
        let today = "2025-06-01".parse().ok();
        let measures =
            What::Measures(ActionsOptions { ground, today, ..ActionsOptions::default() });
        let mood = Some(Mood::ALL[number % Mood::ALL.len()]);
        let front = What::Cover(CoverOptions { ground, mood, ..CoverOptions::default() });
        let shown = |what: What, name: String, scale: u32| Shown {
            name,
            report: report.clone(),
            style: named,
            what,
            scale,
        };
        [shown(measures, name("actions"), 2), shown(front, name("cover"), 1)]
    };
    looks.enumerate().flat_map(both).collect()
}

/// Every style in every layout on both grounds, at 1x and 2x in turns; the examples take turns too.
fn timelines() -> Vec<Shown> {
    let reports = golden::reports("examples");
    let looks = STYLES.len() * LAYOUTS.len() * 2;
    (0..looks.max(reports.len()))
        .map(|number| {
            let look = number % looks;
            let (named, at, dark) =
                (STYLES[look / 2 / LAYOUTS.len()].name, look / 2 % LAYOUTS.len(), look % 2);
            // One further each round, else an even number of examples would have each on one ground
            // only.
            let report = &reports[(number + number / reports.len()) % reports.len()];
            let (layout, ground) = (LAYOUTS[at], [Ground::Light, Ground::Dark][dark]);
            let scale = 1 + (look / 2 + dark) as u32 % 2;
            Shown {
                name: format!("{}-{named}-{layout:?}-{ground:?}-{scale}x", golden::stem(report))
                    .to_lowercase(),
                report: report.clone(),
                style: named,
                what: What::Timeline(Options { layout, ground, ..Options::default() }),
                scale,
            }
        })
        .collect()
}

/// A scene in outlines, and in our own pixels.
pub(super) fn written(scene: &Scene, style: &Style, scale: u32) -> (String, Pixels) {
    let outlined = svg(scene, &Fonts::new(style.font.face), TextMode::Outlines);
    let file = png(&outlined, scene, f64::from(scale), 1).expect("a PNG");
    (outlined, Pixels::of(&file))
}

/// Draws one picture twice and compares; what differs stays in the folder.
fn compare(shown: &Shown, folder: &Path) -> Result<Difference, String> {
    let report = fs::read_to_string(&shown.report).map_err(|error| error.to_string())?;
    let style = style(shown.style);
    let scene = drawn(shown.what.scene(&report, &style), &style);
    let (outlined, ours) = written(&scene, &style, shown.scale);
    let place = |end: &str| folder.join(format!("{}{end}", shown.name));
    fs::write(place(".svg"), outlined).map_err(|error| error.to_string())?;
    let photographed = || {
        photograph(
            &place(".svg"),
            &place(".browser.png"),
            (scene.width, scene.height),
            shown.scale,
        )?;
        let theirs =
            Pixels::of(&fs::read(place(".browser.png")).map_err(|error| error.to_string())?);
        if (ours.width, ours.height) != (theirs.width, theirs.height) {
            return Err(format!(
                "ours is {} × {}, the browser's {} × {}",
                ours.width, ours.height, theirs.width, theirs.height
            ));
        }
        Ok(Difference::between(&ours, &theirs))
    };
    let mut difference = photographed()?;
    // A browser short of time may take its picture before the last of its tiles is painted: one in
    // some hundred. What is really drawn differently is so each time.
    for _again in 0..2 {
        if difference.seen() {
            difference = photographed()?;
        }
    }
    if difference.seen() {
        let mut marked = Pixels { points: vec![[255; 4]; ours.points.len()], ..ours };
        for (x, y) in &difference.stray {
            marked.points[y * marked.width + x] = [200, 0, 0, 255];
        }
        fs::write(place(".ours.png"), ours.file()).map_err(|error| error.to_string())?;
        fs::write(place(".stray.png"), marked.file()).map_err(|error| error.to_string())?;
        return Err(difference.to_string());
    }
    Ok(difference)
}

/// Has the browser open a file and take a picture of its window.
fn photograph(
    file: &Path,
    to: &Path,
    (width, height): (f64, f64),
    scale: u32,
) -> Result<(), String> {
    let home = to.with_extension("home");
    let told = to.with_extension("log");
    fs::create_dir_all(&home).map_err(|error| error.to_string())?;
    let mut screenshot = OsString::from("--screenshot=");
    screenshot.push(to);
    let mut profile = OsString::from("--user-data-dir=");
    profile.push(&home);
    let mut running = Command::new(chromium::name())
        .args(chromium::QUIET)
        .args(["--hide-scrollbars", "--default-background-color=00000000"])
        .arg(format!("--force-device-scale-factor={scale}"))
        .arg(format!("--window-size={width},{height}"))
        .args([screenshot, profile])
        .arg(file)
        .env("HOME", &home)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(File::create(&told).map_err(|error| error.to_string())?)
        .spawn()
        .map_err(|error| error.to_string())?;
    // A browser that hangs must not hang whoever waits for the tests.
    let begun = Instant::now();
    let ended = loop {
        match running.try_wait().map_err(|error| error.to_string())? {
            Some(status) => break Some(status),
            None if begun.elapsed() > Duration::from_secs(60) => break None,
            None => std::thread::sleep(Duration::from_millis(10)),
        }
    };
    if ended.is_none() {
        // It may have ended just now.
        let _ = running.kill();
        let _ = running.wait();
    }
    let _ = fs::remove_dir_all(&home);
    match ended {
        Some(status) if status.success() && to.exists() => Ok(()),
        Some(status) => {
            Err(format!("the browser took no picture ({status}); it said: {}", last_words(&told)))
        }
        None => {
            Err(format!("the browser did not end within a minute; it said: {}", last_words(&told)))
        }
    }
}

/// The end of what the browser said, without the missing bus that it goes on about in every
/// container.
fn last_words(log: &Path) -> String {
    let said = fs::read_to_string(log).unwrap_or_default();
    let lines: Vec<&str> = said.lines().filter(|line| !line.contains("dbus")).collect();
    lines[lines.len().saturating_sub(5)..].join("\n")
}

#[test]
#[ignore = "takes a browser: apt-get install chromium, then cargo test --release --test browser \
    -- --ignored"]
fn a_browser_shows_what_the_png_shows() {
    chromium::is_there();
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("browser");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("a folder");
    let pictures = shown();
    let next = AtomicUsize::new(0);
    let work = || {
        let mut done = Vec::new();
        while let Some(picture) = pictures.get(next.fetch_add(1, Ordering::Relaxed)) {
            done.push((&picture.name, compare(picture, &folder)));
        }
        done
    };
    let cores = std::thread::available_parallelism().map_or(1, |cores| cores.get().min(4));
    let results: Vec<_> = std::thread::scope(|scope| {
        let others: Vec<_> = (0..cores).map(|_| scope.spawn(work)).collect();
        others.into_iter().flat_map(|other| other.join().expect("no panic")).collect()
    });
    let wrong: Vec<String> = results
        .iter()
        .filter_map(|(name, result)| Some(format!("{name}: {}", result.as_ref().err()?)))
        .collect();
    assert!(
        wrong.is_empty(),
        "{} of {} pictures, see {}:\n{}",
        wrong.len(),
        results.len(),
        folder.display(),
        wrong.join("\n")
    );
    let _ = fs::remove_dir_all(&folder);
}

/// A short example.
pub(super) fn small(named: &str, layout: Layout, ground: Ground) -> (Scene, Style) {
    let report =
        fs::read_to_string(golden::project("examples/no-headings.md")).expect("an example");
    let options = Options { layout, ground, ..Options::default() };
    (with(&report, named, &options), style(named))
}
