//! KnownNames: a line speaks of nobody and nothing that the report does not name.
//!
//! A capital letter in the middle of a sentence is the mark of a name. At its beginning, and in a
//! title, every word may have one: there only well-known names are looked for.

use crate::read::Report;
use crate::spice::place::Spot;
use std::collections::BTreeSet;

/// The words of a report, by which names are known.
pub(super) struct KnownNames {
    text: String,
    words: BTreeSet<String>,
}

/// A word of a line.
struct LineWord<'a> {
    text: &'a str,
    /// It begins a sentence, or stands behind a colon, a dash or an opening quotation mark.
    begins: bool,
}

impl KnownNames {
    pub(super) fn of(report: &Report) -> KnownNames {
        let text = report.source().text().to_lowercase();
        let words = text
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .map(str::to_string)
            .collect();
        KnownNames { text, words }
    }

    /// Checks that a line brings in no name of its own.
    pub(super) fn check(&self, line: &str, place: Spot) -> Result<(), String> {
        let words = words(line);
        let long = |word: &&LineWord| word.text.chars().count() > 3;
        let capitals = words
            .iter()
            .filter(long)
            .filter(|word| word.text.starts_with(char::is_uppercase))
            .count();
        let is_title = place == Spot::Title && 2 * capitals > words.iter().filter(long).count();
        let shouted = !line.chars().any(char::is_lowercase);
        let option = |word: &&str| {
            word.strip_prefix('-')
                .is_some_and(|name| name.starts_with(|c: char| c.is_alphabetic() || c == '-'))
        };
        let mut options = line.split_whitespace().filter(option);
        if let Some(option) = options.find(|option| !self.text.contains(&option.to_lowercase())) {
            return Err(format!("it holds the code \"{option}\", which is nowhere in the report"));
        }
        for word in &words {
            if self.knows(word.text) {
                continue;
            }
            let small = word.text.to_lowercase();
            let small = small.strip_suffix("'s").unwrap_or(&small);
            let famous = lists(FAMOUS, small) && word.text.starts_with(char::is_uppercase);
            let capital = !word.begins && !is_title && word.text.starts_with(char::is_uppercase);
            let inner = is_coded(word.text) && !shouted;
            let product = lists(PRODUCTS, small);
            let common = lists(COMMON, small);
            if famous || product || (capital || inner) && !common {
                return Err(format!("it names \"{}\", which is nowhere in the report", word.text));
            }
        }
        Ok(())
    }

    /// True if the report has the word, or another form of it.
    fn knows(&self, word: &str) -> bool {
        let word = word.to_lowercase();
        if is_coded(&word) {
            return self.text.contains(&word);
        }
        let has = |word: &str| self.words.contains(word);
        word.split(|c: char| !c.is_alphanumeric()).filter(|part| part.len() > 1).all(|part| {
            let cut = |end: &str| part.strip_suffix(end).is_some_and(has);
            has(part)
                || ["s", "es", "ed", "ing", "er"].iter().any(|end| cut(end))
                || ["s", "es", "ed", "ing"].iter().any(|end| has(&format!("{part}{end}")))
        })
    }
}

/// The words of a line, with what stands within them.
fn words(line: &str) -> Vec<LineWord<'_>> {
    let mut out = Vec::new();
    let mut begins = true;
    for piece in line.split_whitespace() {
        for (index, part) in piece.split(['—', '–', '…', '/']).enumerate() {
            let start = part.trim_start_matches(|c: char| !c.is_alphanumeric());
            let opened = start.len() < part.len();
            let text = start.trim_end_matches(|c: char| !c.is_alphanumeric() && c != ')');
            let text = match text.contains('(') {
                true => text,
                false => text.trim_end_matches(')'),
            };
            if !text.is_empty() {
                out.push(LineWord { text, begins: begins || opened || index > 0 });
                begins = false;
            }
        }
        let end = piece.trim_end_matches(['"', '”', '\'', '’', ')']);
        let stops = ['.', '?', '!', ':', ';', '…', '—', '–'];
        begins |= end.ends_with(stops) && !end.ends_with("e.g.") && !end.ends_with("i.e.");
        begins |= piece.starts_with(['-', '—', '–']) && piece.chars().count() == 1;
    }
    out
}

/// True if a table, in which blanks part the words, holds one.
fn lists(table: &str, word: &str) -> bool {
    table.split_whitespace().any(|known| known == word)
}

/// True if a word is written as no common word is: `max_connections`, `nginx.conf`, "DDoS".
fn is_coded(word: &str) -> bool {
    let letters: Vec<char> = word.chars().collect();
    let capitals = letters.iter().skip(1).filter(|c| c.is_uppercase()).count();
    let inner_capital = capitals > 0
        && word.split(['-', '\'', '’']).any(|part| part.chars().skip(1).any(char::is_uppercase));
    let parts: Vec<&str> = word.split('.').collect();
    let dotted = parts.len() > 1 && parts.iter().all(|part| part.chars().count() > 1);
    inner_capital || dotted || word.contains(['_', '(', '=', '$'])
}

/// Words with capital letters that name nothing new.
const COMMON: &str = "\
    i i'm i'd i've i'll ok tv id ids pdf faq diy utc am pm sos rsvp vip eta english french \
    german latin greek roman earth moon sun internet web plan exhibit act chapter part step yes \
    no not and monday tuesday wednesday thursday friday saturday sunday mondays tuesdays \
    wednesdays thursdays fridays saturdays sundays january february march april may june july \
    august september october november december nobody everybody everything nothing here the a an \
    it we this that qa cpu ram url ip api http https";

/// People, companies and figures that jokes like to call in.
const FAMOUS: &str = "\
    adam agatha ahmed aisha aladdin alan alex alexa alice amara amazon amir andrea andrew anna \
    apple arjun atlassian azure batman beethoven bezos bob brian caesar carlos carol charlie \
    chen chidi chris christie churchill cinderella clippy cloudflare columbo copernicus dan \
    daniel darwin datadog dave david descartes dickens diego disney dmitri dracula einstein \
    elena elon elvis emily emma eric facebook fatima fernando frankenstein freud gandalf gandhi \
    gavin george github gitlab godot godzilla google greg gretchen hamilton hamlet hans hassan \
    helen hercules hitchcock hollywood homer houdini houston ibm ibrahim icarus igor ikea \
    indiana ingrid intel isabel ivan jacob james jane jason javier jeff jenny jerry jessica jira \
    joe john jose joseph juan julia kafka karen karl kate kelly ken kevin klaus kofi kumar kyle \
    larry laura lazarus lenin leonardo linda linus lisa london lucy luigi macbeth maria mario \
    marvel mary matrix matt maya mei michael microsoft mike mohamed mohammed mordor moses mozart \
    muhammad murphy musk napoleon nasa natasha netflix newton nikolai nina nostradamus odysseus \
    okta olga olivia omar openai oracle orwell oscar pablo pandora paul pedro peter phil picasso \
    pierre poirot priya pythagoras rachel raj rajesh rasputin rembrandt richard robert romeo \
    ryan salesforce samantha sanjay sarah schrödinger scott scrooge sergei shakespeare sherlock \
    simon sisyphus slack socrates sophie spock stalin stephen steve steven susan svetlana \
    tarantino tesla thanos thomas tim titanic tolkien tolstoy tom tony torvalds trump turing \
    twitter uber vladimir voldemort watson yoda yuki yusuf zeus zuckerberg";

/// Products that stand in small letters, too.
const PRODUCTS: &str = "\
    ansible aws cassandra centos chatgpt cloudfront cloudwatch consul couchdb debian django \
    dynamodb ec2 elasticsearch etcd fastly gcp grafana gunicorn haproxy heroku istio jenkins \
    kafka kibana kubectl kubernetes lambda linux logstash mariadb memcached mongodb mysql nagios \
    newrelic nginx node.js opsgenie pagerduty php phpmyadmin postfix postgres postgresql \
    prometheus puppet rabbitmq redis s3 selenium sendgrid sentry splunk sqlite stripe systemd \
    terraform tomcat traefik twilio ubuntu vercel vmware wordpress zabbix zookeeper";
