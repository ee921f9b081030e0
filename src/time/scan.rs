//! A cursor over a text, for the small grammars of clock, date and zone.

/// Bullets that people use and Markdown does not recognise.
pub(crate) const BULLETS: [char; 10] = ['•', '●', '▪', '◦', '○', '‣', '·', '➢', '➤', '❖'];

/// A position in a text that moves past whatever it recognises, and otherwise stays put.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Scan<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Scan<'a> {
    pub(crate) fn new(text: &'a str, at: usize) -> Scan<'a> {
        Scan { text, at }
    }

    pub(crate) fn at(&self) -> usize {
        self.at
    }

    pub(crate) fn rest(&self) -> &'a str {
        &self.text[self.at..]
    }

    pub(crate) fn since(&self, start: usize) -> &'a str {
        &self.text[start..self.at]
    }

    pub(crate) fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    pub(crate) fn done(&self) -> bool {
        self.at == self.text.len()
    }

    pub(crate) fn eat(&mut self, wanted: char) -> bool {
        self.eat_if(|c| c == wanted).is_some()
    }

    pub(crate) fn eat_if(&mut self, wanted: impl Fn(char) -> bool) -> Option<char> {
        let c = self.peek().filter(|c| wanted(*c))?;
        self.at += c.len_utf8();
        Some(c)
    }

    /// Skips characters of a kind; returns whether there were any.
    pub(crate) fn skip(&mut self, wanted: impl Fn(char) -> bool) -> bool {
        let start = self.at;
        while self.eat_if(&wanted).is_some() {}
        self.at > start
    }

    /// Skips blanks of every width, but not a line break.
    pub(crate) fn blanks(&mut self) -> bool {
        self.skip(is_blank)
    }

    /// A run of `least` to `most` digits with no digit after it; returns its value and length.
    pub(crate) fn digits(&mut self, least: usize, most: usize) -> Option<(u32, usize)> {
        let bytes = self.rest().as_bytes();
        let count = bytes.iter().take(most + 1).take_while(|b| b.is_ascii_digit()).count();
        if count < least || count > most {
            return None;
        }
        let value = bytes[..count].iter().fold(0, |sum, b| sum * 10 + u32::from(b - b'0'));
        self.at += count;
        Some((value, count))
    }

    /// A whole ASCII word, ignoring case.
    pub(crate) fn word(&mut self, wanted: &str) -> bool {
        if !begins(self.rest(), wanted) {
            return false;
        }
        let ends = !self.rest()[wanted.len()..].chars().next().is_some_and(char::is_alphanumeric);
        if ends {
            self.at += wanted.len();
        }
        ends
    }

    /// The next letters, possibly none.
    pub(crate) fn letters(&self) -> &'a str {
        let rest = self.rest();
        &rest[..rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len())]
    }

    pub(crate) fn advance(&mut self, bytes: usize) {
        self.at += bytes;
    }
}

/// True if the text begins with these ASCII letters, ignoring case.
pub(crate) fn begins(text: &str, wanted: &str) -> bool {
    let (text, wanted) = (text.as_bytes(), wanted.as_bytes());
    // A look at the first letter rules out nearly all words.
    let first = matches!((text, wanted), ([a, ..], [b, ..]) if a.eq_ignore_ascii_case(b));
    first && text.get(..wanted.len()).is_some_and(|head| head.eq_ignore_ascii_case(wanted))
}

/// The beginnings of a table's words: for each first letter, the possible second ones.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Initials([u32; 26]);

impl Initials {
    pub(crate) const fn of(words: &[&str]) -> Initials {
        let (mut seconds, mut at) = ([0; 26], 0);
        while at < words.len() {
            let word = words[at].as_bytes();
            seconds[(word[0] - b'a') as usize] |= 1 << (word[1] - b'a');
            at += 1;
        }
        Initials(seconds)
    }

    pub(crate) const fn and(mut self, other: Initials) -> Initials {
        let mut first = 0;
        while first < 26 {
            self.0[first] |= other.0[first];
            first += 1;
        }
        self
    }

    /// True if one of the words could follow, judged by two letters.
    pub(crate) fn fit(&self, scan: &Scan) -> bool {
        let second = letter(scan, 1);
        self.seconds(scan) & second.map_or(0, |second| 1 << second) != 0
    }

    /// True if one of the words could follow with a typo in it, judged by one letter.
    pub(crate) fn fit_first(&self, scan: &Scan) -> bool {
        self.seconds(scan) != 0
    }

    fn seconds(&self, scan: &Scan) -> u32 {
        letter(scan, 0).map_or(0, |first| self.0[first])
    }
}

/// The index in the alphabet of one of the next letters.
fn letter(scan: &Scan, ahead: usize) -> Option<usize> {
    let letter = scan.rest().as_bytes().get(ahead)?.to_ascii_lowercase();
    letter.is_ascii_lowercase().then(|| usize::from(letter - b'a'))
}

pub(crate) fn is_blank(c: char) -> bool {
    c != '\n' && (c.is_whitespace() || matches!(c, '\u{200B}' | '\u{FEFF}' | '\u{FE0F}'))
}
