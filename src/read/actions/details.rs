//! The details that a measure gives beside what is to be done: the columns of its table, its day,
//! its group.

use crate::document::line::DocumentLine;
use crate::document::section_roles;
use crate::incident::Category;
use crate::read::timeline::calendar::Calendar;
use crate::time::{clock, date};
use crate::words::{self, begins_with_any};
use chrono::NaiveDate;

/// The columns of a table of tasks.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct TaskColumns {
    pub(crate) text: Option<usize>,
    pub(crate) owner: Option<usize>,
    pub(crate) due: Option<usize>,
    pub(crate) status: Option<usize>,
    /// The kind of each task, by the author's own word: "mitigate", "prevent".
    pub(crate) aim: Option<usize>,
}

pub(crate) fn task_columns(line: &DocumentLine) -> TaskColumns {
    let mut columns = TaskColumns::default();
    let mut number = None;
    for (index, cell) in line.cells.iter().enumerate() {
        let name = section_roles::words_of(&line.text[cell.clone()]);
        // "Details" is no ETA, nor "Driver" a DRI.
        let is = |stems: &[&str]| {
            name.split(' ').any(|word| {
                let begins = |stem: &&str| word.starts_with(*stem);
                stems.iter().any(|stem| if stem.len() > 3 { begins(stem) } else { word == *stem })
            })
        };
        // "Target ref" is what it is done to.
        let other = is(&["target"]) && !is(&["date", "day"]) && name.contains(' ');
        let slot = if other {
            continue;
        } else if is(&["type", "kind", "category"]) {
            &mut columns.aim
        } else if is(&["owner", "who", "assign", "responsib", "lead", "team", "dri"]) {
            &mut columns.owner
        } else if is(&["due", "deadline", "when", "by", "date", "eta", "target"]) {
            &mut columns.due
        } else if is(&["status", "state", "done", "progress"]) {
            &mut columns.status
        } else if is(&["action", "task", "description", "what", "measure", "improvement", "todo"]) {
            &mut columns.text
        } else if is(&["item"]) {
            &mut number
        } else {
            continue;
        };
        slot.get_or_insert(index);
    }
    // Beside a description the item is its number.
    columns.text = columns.text.or(number);
    columns
}

/// The things that the name above some measures says of all of them.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct ActionGroup {
    /// They are done.
    pub(crate) done: bool,
    /// They are still to be done.
    pub(crate) ahead: bool,
    /// They are improvements in general, not tasks.
    pub(crate) broad: bool,
    /// They are tasks by name.
    pub(crate) tasks: bool,
    /// They are all for one thing: "Monitoring".
    pub(crate) category: Option<Category>,
}

impl ActionGroup {
    /// The group of that name.
    pub(crate) fn named(name: &str) -> ActionGroup {
        let (words, lower) = (section_roles::words_of(name), name.to_lowercase());
        let words: Vec<&str> = words.split_whitespace().collect();
        let has = |wanted: &[&str]| words.iter().any(|word| wanted.contains(word));
        let done = lower.contains("(completed")
            || lower.contains("(done")
            || words.len() <= LONGEST_NAME && has(&["completed", "done"]) && !has(AHEAD)
            || says_past(&words)
            || says_taken(name);
        let tasks =
            has(&["task", "tasks", "todo", "todos", "action", "actions", "steps", "specific"])
                || lower.contains("to do");
        // "Improve the logging:" is a task, "What can be improved:" is not.
        let improve = words.iter().skip(1).any(|word| matches!(*word, "improve" | "improving"));
        let general =
            improve || has(&["improved", "improvement", "improvements", "broad", "broadly"]);
        ActionGroup {
            done,
            ahead: !done && words.len() <= LONGEST_NAME && names_ahead(&words),
            broad: general && !tasks && words.len() <= LONGEST_NAME,
            tasks,
            category: named_category(&words),
        }
    }

    /// A group of that name among these: "Process improvements" below "Action items" are tasks.
    pub(crate) fn within(self, name: &str) -> ActionGroup {
        let group = ActionGroup::named(name);
        ActionGroup {
            ahead: group.ahead || self.ahead && !group.done,
            broad: group.broad && !self.tasks,
            tasks: group.tasks || self.tasks,
            done: group.done || self.done && !group.tasks && !says_ahead(name),
            ..group
        }
    }
}

/// True for what was done to end the incident: "Mitigation steps taken", "Steps taken during
/// the incident". It keeps no other away.
pub(super) fn names_response(name: &str) -> bool {
    let all: Vec<String> = words::words(name).map(|(word, _)| word).collect();
    let has = |wanted: &[&str]| all.iter().any(|word| wanted.contains(&word.as_str()));
    let past = has(&["completed", "done", "performed", "taken", "did"]);
    let ahead = has(AHEAD) || has(&["to", "after", "prevent"]);
    let response = has(&["emergency", "mitigation", "recovery"]);
    let during = all.windows(3).any(|three| {
        three[0] == "during" && three[1] == "the" && matches!(&*three[2], "incident" | "outage")
    });
    all.len() <= LONGEST_NAME && !ahead && past && (response || during)
}

/// True if a section's name says that what it lists is behind us.
pub(super) fn tells_past(name: &str) -> bool {
    let words = section_roles::words_of(name);
    says_past(&words.split_whitespace().collect::<Vec<_>>())
}

/// "After these were taken, we will also do the following:"
pub(super) fn says_ahead(name: &str) -> bool {
    let words = section_roles::words_of(name);
    let mut words = words.split(' ');
    words.any(|word| matches!(word, "will" | "should" | "must" | "planned"))
}

/// Words of a name that lists what is still to be done: "Should be completed".
const AHEAD: &[&str] =
    &["be", "can", "could", "must", "need", "needs", "not", "shall", "should", "will"];

/// "Next steps", "To do", "What we will do".
fn names_ahead(words: &[&str]) -> bool {
    const NAMES: [&[&str]; 14] = [
        &["next", "steps"],
        &["to", "do"],
        &["to", "dos"],
        &["todo"],
        &["todos"],
        &["planned"],
        &["pending"],
        &["outstanding"],
        &["in", "progress"],
        &["what's", "next"],
        &["whats", "next"],
        &["will"],
        &["upcoming"],
        &["future"],
    ];
    let holds = |name: &&[&str]| words.windows(name.len()).any(|some| some == *name);
    NAMES.iter().any(holds)
}

/// "Measures implemented", "Actions taken", "Already in place", but not "Actions to be taken".
fn says_past(words: &[&str]) -> bool {
    let has = |wanted: &[&str]| words.iter().any(|word| wanted.contains(word));
    let ahead = has(AHEAD) || has(&["to", "when", "how"]);
    // "What we have fixed", "Changes we made", "What we did".
    let ours = words.windows(2).any(|pair| {
        let done = ["changed", "did", "done", "fixed", "made", "shipped"].contains(&pair[1]);
        matches!(pair[0], "we" | "have" | "weve" | "already") && done
    });
    let past = ours || has(&["implemented", "taken", "performed"]);
    let place = words.windows(2).any(|pair| pair == ["in", "place"]);
    !ahead
        && words.len() <= LONGEST_NAME
        && (past || has(&["already"]) && (place || has(&["done"])))
}

/// "To keep it away, we have taken these steps:".
fn says_taken(name: &str) -> bool {
    const TAKEN: [&str; 9] = [
        "taken", "implemented", "instituted", "introduced", "made", "completed", "applied",
        "adopted", "done",
    ];
    let last = words::sentences(name).pop();
    let words: Vec<String> =
        last.map_or(Vec::new(), |last| words::words(&name[last]).map(|(word, _)| word).collect());
    let has = |wanted: &[&str]| words.iter().any(|word| wanted.contains(&word.as_str()));
    let taken = words.windows(3).any(|three| {
        let helped = matches!(three[0].as_str(), "have" | "has" | "we've" | "were");
        helped && three[1..].iter().any(|word| TAKEN.contains(&word.as_str()))
            || three[0] == "have" && three[1] == "been" && TAKEN.contains(&three[2].as_str())
    });
    taken && !has(&["will", "should", "be", "must", "could", "not"])
}

/// A longer name tells something.
const LONGEST_NAME: usize = 9;

/// The one thing that all measures below a name are for: "Preventive", but not "Corrective and
/// preventive".
fn named_category(words: &[&str]) -> Option<Category> {
    const STEMS: [(Category, &[&str]); 4] = [
        (Category::Prevent, &["prevent"]),
        (Category::Detect, &["detect", "monitor", "alert", "observab"]),
        (Category::Respond, &["respon", "mitigat", "recover"]),
        (Category::Learn, &["train", "document", "educat"]),
    ];
    // "To prevent this, we will:" leads to all of them.
    let leads = words.first() == Some(&"to") || words.contains(&"will");
    if words.len() > LONGEST_NAME || words.contains(&"corrective") || leads {
        return None;
    }
    let mut found = STEMS.iter().filter(|(_, stems)| {
        let begins = |word: &&str| begins_with_any(word, stems);
        words.iter().any(begins)
    });
    match (found.next(), found.next()) {
        (Some((category, _)), None) => Some(*category),
        _ => None,
    }
}

/// The kind that a cell of a column "Type" names; what is fixed does not come again.
pub(super) fn aim(cell: &str) -> Option<Category> {
    let words = section_roles::words_of(cell);
    let words: Vec<&str> = words.split_whitespace().collect();
    let fixes = matches!(words[..], ["fix" | "repair"]).then_some(Category::Prevent);
    named_category(&words).or(fixes)
}

/// A group's name as a picture may show it; what leads up to the measures is none.
pub(crate) fn shown_name(text: &str) -> Option<String> {
    const LEADS: [&str; 9] =
        ["here", "we ", "i ", "to ", "the following", "these", "our ", "some ", "below"];
    let ornament = |c: char| !c.is_alphanumeric() && !matches!(c, '(' | ')');
    let name = text.trim().trim_matches(ornament);
    let lower = name.to_lowercase();
    let leads = begins_with_any(&lower, &LEADS);
    let bare = name.split('(').next().unwrap_or_default();
    let short = bare.split_whitespace().count() <= SHOWN_WORDS;
    (!name.is_empty() && short && !leads).then(|| name.to_string())
}

/// A name of more words, brackets not counted, is a sentence.
const SHOWN_WORDS: usize = 6;

/// A day after a word that makes it a due date.
pub(crate) fn due_in(text: &str, calendar: &Calendar) -> Option<NaiveDate> {
    let lower = text.to_lowercase();
    [
        "due:", "due by", "due on", "due", "deadline:", "deadline", "by", "before", "until",
        "target:", "eta:", "eta", "no later than",
    ]
    .iter()
    .find_map(|word| {
        lower.match_indices(word).find_map(|(at, _)| {
            let boundary = |c: Option<char>| !c.is_some_and(char::is_alphanumeric);
            let end = at + word.len();
            // Lower-casing may change lengths; a word that no longer fits is passed over.
            if !text.is_char_boundary(end)
                || !boundary(lower[..at].chars().next_back())
                || !boundary(lower[end..].chars().next())
            {
                return None;
            }
            let skip =
                text[end..].len() - text[end..].trim_start_matches([' ', ':', '*', '(']).len();
            date::at(text, end + skip)
                .and_then(|(day, _)| calendar.day(day))
                .filter(|day| day.year_known)
                .map(|day| day.date)
        })
    })
}

/// Any day in a cell or a line that is about the due date.
pub(crate) fn due(text: &str, calendar: &Calendar) -> Option<NaiveDate> {
    clock::all(text)
        .into_iter()
        .find_map(|stamp| stamp.day)
        .and_then(|day| calendar.day(day))
        .filter(|day| day.year_known)
        .map(|day| day.date)
}
