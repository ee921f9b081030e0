//! Every code that a [`Diagnostic`](crate::diagnostic::Diagnostic) can have, with its explanation.

use crate::named::named;
use std::fmt;

named! {
    /// The severities of a diagnostic.
    #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
    pub enum Severity {
        /// Something worth knowing, or settled for the author.
        Note = "note",
        /// Something probably wrong in the report, or probably misread.
        Warning = "warning",
        /// Something certainly wrong, or that leaves nothing to work with.
        Error = "error",
    }
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

macro_rules! codes {
    ($($variant:ident = $name:literal, $severity:ident, $about:literal;)*) => {
        /// The kind of a diagnostic.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[non_exhaustive]
        pub enum Code { $(#[doc = $about] $variant,)* }

        impl Code {
            /// All of them, in the order in which they are documented.
            pub const ALL: &[Code] = &[$(Code::$variant,)*];

            /// The name that messages and `postmirth explain` use.
            pub fn name(self) -> &'static str { match self { $(Code::$variant => $name,)* } }

            /// The severity of every diagnostic with this code.
            pub fn severity(self) -> Severity {
                match self { $(Code::$variant => Severity::$severity,)* }
            }

            /// Its meaning and the way to put it right, in a few sentences.
            pub fn about(self) -> &'static str { match self { $(Code::$variant => $about,)* } }
        }
    };
}

codes! {
    NotAPostmortem = "not-a-postmortem", Error,
        "The text does not tell of an incident: no timeline with times, and no account of \
            something that broke. Assignment texts, advice on how to write postmortems, bare \
            links and empty files end here, with exit status 3. A report needs at least a few \
            sentences on what failed, or a section `## Timeline` with lines such as `- 09:30 UTC \
            - The alert fired`.";
    NoTimeline = "no-timeline", Warning,
        "The report tells of an incident, but no part of it is a timeline. Put the events under a \
            heading `## Timeline`, one a line, each beginning with its time.";
    NoTimes = "no-times", Warning,
        "There is a timeline, but none of its entries carries a time, so they were kept as notes \
            and nothing can be drawn on a clock. Begin each entry with a time: `- 09:30 - The \
            alert fired`.";
    NoMeasures = "no-measures", Error,
        "The report names no corrective or preventative measures, so there is no picture of them. \
            Put them under a heading `## Action items`, one a line; owner, due date and a tick \
            box may stand with them.";
    ClockUnreadable = "clock-unreadable", Warning,
        "Something that looks like a time of day cannot be one, as 25:10 or 10:75. The entry was \
            kept as a note. Write the time as HH:MM.";
    DateUnreadable = "date-unreadable", Warning,
        "Something that looks like a date cannot be one, as 31 February. The entry keeps its \
            clock and takes the date of the entries around it. Write dates as 2024-05-31.";
    ClockBackwards = "clock-backwards", Warning,
        "An entry has an earlier time than the one above it, and too little lies between them for \
            a midnight in silence. The entries stay in the order of the report and the time stays \
            as written, but for one whose other half of the day lies between its neighbours: it \
            was read as that. Check AM and PM, swap the two entries, or write the date.";
    MidnightCrossed = "midnight-crossed", Note,
        "The clock falls back by so much that a midnight must lie in between, though the report \
            does not say so. The entry and those below it count as the next day. Write the date \
            to make it plain.";
    AmPmInferred = "am-pm-inferred", Note,
        "An entry has neither AM nor PM while the clock is a 12-hour one. The reading that keeps \
            the clock running forward was taken. Write AM or PM, or 24-hour times.";
    AmPmContradicts = "am-pm-contradicts", Note,
        "An hour above 12 carries AM or PM, as in 14:15pm. It was read as the 24-hour time that \
            it is. Drop the letters.";
    DateMistyped = "date-mistyped", Warning,
        "An entry's date differs in one digit from that of the entries around it, and would put \
            the entry far before them; or the last entries have a date before the report's own, \
            and their clocks go on from the entries above. It was read as theirs. Correct the \
            date.";
    UntimedEntries = "untimed-entries", Warning,
        "Some entries of a timeline have no time among others that have one. The facts list them, \
            but no picture can place them. Begin each entry with its time, or put its words into \
            the entry above.";
    WeekdayWrong = "weekday-wrong", Warning,
        "A date names a weekday on which it does not fall. The date was kept. One of the two is a \
            slip.";
    YearUnknown = "year-unknown", Note,
        "A date has no year and nothing else in the report gives one, so the facts leave the date \
            out; the days in between still count. Write the year, or add `<!-- postmirth: \
            date=2024-05-31 -->`.";
    DateAmbiguous = "date-ambiguous", Note,
        "A date such as 03/04/2024 can be read day first or month first, and nothing in the \
            report decides. It was read month first when the report's zone is American or its \
            clock has AM and PM, day first otherwise. Write dates as 2024-04-03.";
    DateUnknown = "date-unknown", Note,
        "Nothing in the report says on which day this happened, so the facts give clock times \
            alone. Write the date in the summary, or add `<!-- postmirth: date=2024-05-31 -->`.";
    ZoneUnknown = "zone-unknown", Note,
        "The report never names a time zone, so the facts give local times without an offset. \
            Name it once, as in `All times in UTC`, or add `<!-- postmirth: zone=Africa/Lagos \
            -->`.";
    ZoneAmbiguous = "zone-ambiguous", Note,
        "The abbreviation stands for several zones (CST, IST, BST, CAT, AST, ECT). The most usual \
            one in such reports was taken. Write the offset, as UTC-6, or add `<!-- postmirth: \
            zone=America/Chicago -->`.";
    ZoneMixed = "zone-mixed", Warning,
        "The report names two zones with different offsets. Entries that name their own zone keep \
            it; the others take the zone of the timeline. Write all times in one zone.";
    ZoneSeason = "zone-season", Note,
        "The zone named is the winter (or summer) form, and the date lies in the other half of \
            the year. It was taken at its word. Write PT, ET or the offset if local time is meant.";
    EndBeforeStart = "end-before-start", Warning,
        "The summary's end lies before its start. Both were kept as written. Check the dates, and \
            AM and PM.";
    DurationMismatch = "duration-mismatch", Warning,
        "The length that the summary states does not follow from its start and end. Both were \
            kept as written; the pictures tell no length. Correct whichever is wrong.";
    TimesDisagree = "times-disagree", Warning,
        "The times of the report contradict each other: an entry lies hours before the one above \
            it, the stated end lies before the start, or the summary and the timeline tell of \
            different hours, days or zones. Everything was kept as written, and no length was \
            worked out from the times. Check the dates, the zones, and AM and PM.";
    SecondTelling = "second-telling", Note,
        "The file tells the same incident a second time (say, a plain and a funny version). The \
            first telling counts; the second is left out of the facts.";
    SeveralIncidents = "several-incidents", Warning,
        "The file tells of several incidents, each under a heading of its own: with its own \
            timeline, with the states of a status page, or with its day or number. One picture of \
            them all would join what does not belong together, so only the first was read. Put \
            each incident into a file of its own.";
    PartRead = "part-read", Note,
        "The file holds more than the report: the assignment above or below it, or a second \
            telling. Only the lines of the report are read, drawn, counted, checked and told \
            again. Keep the report in a file of its own.";
    DirectiveUnknown = "directive-unknown", Warning,
        "A comment `<!-- postmirth: … -->` holds a key or a value that is not known; it was \
            passed over. Keys for the whole report: zone (an IANA name such as Africa/Lagos, or \
            UTC+2), date (2024-05-31) and tone (off, dry, wry, playful). At an entry: phase \
            (detection, investigation, escalation, resolution) and kind (trigger, detected, \
            confirmed, investigating, hypothesis, dead_end, escalated, communicated, cause_found, \
            fixing, mitigated, resolved, follow_up, other).";
    EncodingOther = "encoding-other", Note,
        "The file is not in UTF-8; it was read in the encoding that it shows. Save it as UTF-8 to \
            be sure that others see the same.";
    EncodingBroken = "encoding-broken", Warning,
        "Some bytes of the file belong to no character. Each is shown as a replacement character. \
            Save the file as UTF-8.";
    EncodingDouble = "encoding-double", Note,
        "Characters were encoded twice on the way, as in â€™ for an apostrophe. They were put \
            right for reading; the file itself was not touched.";
    NulBytes = "nul-bytes", Note,
        "The file holds NUL bytes, which no text should. They count as spaces.";
    MarkersBroken = "markers-broken", Error,
        "The markers between which `postmirth embed` keeps its pictures, or the marks around what \
            `postmirth spice` has added, do not fit together: one has lost its other half, or \
            stands twice. Nothing was changed. Each picture stands between `<!-- \
            postmirth:incident -->` (or actions, or cover) and `<!-- /postmirth -->`, each line \
            of humour between `<!--fun-->` and `<!--/fun-->`; put the lost one back, or take both \
            out.";
    GlyphMissing = "glyph-missing", Warning,
        "The report holds characters that none of the built-in fonts can draw: they have Latin, \
            Greek, Cyrillic, Vietnamese, common signs and one-coloured emoji, but no Arabic, \
            Hebrew, Indic or East Asian letters. Such characters are left out of the picture; its \
            description keeps them.";
    StyleUnreadable = "style-unreadable", Error,
        "A style file holds a key that there is none of, or a value of another kind than \
            expected. `postmirth styles show paper` prints a style with every key; a file of your \
            own may leave any of them out.";
    QuipsUnreadable = "quips-unreadable", Error,
        "A file of quips holds a key that there is none of, lacks one that is needed, or holds a \
            value of another kind than expected. `postmirth quips show dns` prints a file to \
            begin from, and `postmirth quips lint FILE` says what else a file lacks.";
    ConfigUnreadable = "config-unreadable", Error,
        "A file `postmirth.toml` holds a key that there is none of, a code that nothing has, or a \
            value of another kind than expected; the reports that it is for were not checked. Its \
            part `[check]` may hold `profile` (brief or team), `allow` and `deny` (lists of \
            codes) and `fail-on` (note, warning or error), and may leave any of them out.";
}

impl Code {
    /// The code of that name.
    pub fn named(name: &str) -> Option<Code> {
        Code::ALL.iter().copied().find(|code| code.name() == name)
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}
