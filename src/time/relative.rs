//! Times relative to the start: `T+5`, `+15 min`, `Minute 3`.

use crate::time::clock::Stamp;
use crate::time::scan::Scan;

/// `T+5`, `T-10`, `T+00:05`, `+15 min`, `Minute 3`.
pub(crate) fn relative(text: &str, start: usize) -> Option<Stamp> {
    let mut scan = Scan::new(text, start);
    let lettered = scan.eat_if(|c| c == 'T' || c == 't').is_some();
    scan.blanks();
    let stamp = |scan: &Scan, minutes| Stamp {
        day: None,
        clock: None,
        spelled: None,
        zone: None,
        until: None,
        relative: Some(minutes),
        days_on: 0,
        start,
        end: scan.at(),
    };
    let minus = match scan.eat_if(|c| matches!(c, '+' | '-' | '−' | '–')) {
        Some('+') => false,
        // Without its T, a minus is a bullet.
        Some(_) if lettered => true,
        _ if lettered && scan.at() == start + 1 => {
            let (value, _) = scan.digits(1, 1)?;
            let ends = !scan.peek().is_some_and(|c| c.is_alphanumeric());
            return (value == 0 && ends).then(|| stamp(&scan, 0));
        }
        _ if !lettered => {
            let unit = if scan.word("minute") { 1 } else { return None };
            scan.blanks();
            let (value, _) = scan.digits(1, 4)?;
            return Some(stamp(&scan, i64::from(value) * unit));
        }
        _ => return None,
    };
    scan.blanks();
    let minutes = span_of_time(&mut scan, lettered)?;
    Some(stamp(&scan, if minus { -minutes } else { minutes }))
}

/// `5`, `00:05`, `15 min`, `1h`, `1h30m`, `2 hours`; a unit is required unless `bare`.
fn span_of_time(scan: &mut Scan, bare: bool) -> Option<i64> {
    let (value, _) = scan.digits(1, 5)?;
    let value = i64::from(value);
    let mut clock = *scan;
    if clock.eat(':')
        && let Some((minutes, _)) = clock.digits(2, 2)
    {
        *scan = clock;
        // T+1:02:03 has seconds as well; the axis counts whole minutes here.
        if clock.eat(':') && clock.digits(2, 2).is_some() {
            *scan = clock;
        }
        return Some(value * 60 + i64::from(minutes));
    }
    let mut unit = *scan;
    unit.blanks();
    let word = unit.letters().to_ascii_lowercase();
    let factor = match word.as_str() {
        "m" | "min" | "mins" | "minute" | "minutes" => 1,
        "h" | "hr" | "hrs" | "hour" | "hours" => 60,
        "d" | "day" | "days" => 1440,
        _ => return (bare && !scan.peek().is_some_and(char::is_alphanumeric)).then_some(value),
    };
    unit.advance(word.len());
    *scan = unit;
    if factor == 60 {
        unit.blanks();
        if let Some((minutes, _)) = unit.digits(1, 2) {
            unit.blanks();
            let word = unit.letters().to_ascii_lowercase();
            if matches!(word.as_str(), "" | "m" | "min" | "mins" | "minutes") {
                unit.advance(word.len());
                *scan = unit;
                return Some(value * 60 + i64::from(minutes));
            }
        }
    }
    Some(value * factor)
}
