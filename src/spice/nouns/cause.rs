//! The nouns of a report as a whole: what was down, what mended it, and what the cause names.

use crate::incident::{Incident, Kind};
use crate::spice::moment::phrases::one_of;
use crate::words::matching::Words;

/// Services that can be down, each with its name in a line; the first that is found is meant.
const SERVICES: &[(&str, &str)] = &[
    ("online shop, web shop, webshop", "the shop"),
    ("online store, web store", "the store"),
    ("checkout", "the checkout"),
    ("payment service, payment system, payments service", "the payment service"),
    ("authentication service, auth service", "the authentication service"),
    ("login service, login page, login system", "the login"),
    ("email server, mail server", "the mail server"),
    ("email service, mail service", "the mail service"),
    ("booking system, booking service", "the booking system"),
    ("search service", "the search"),
    ("game server, game servers", "the game servers"),
    ("customer portal, web portal, portal", "the portal"),
    ("forum, forums", "the forum"),
    ("blog", "the blog"),
    ("wordpress site, wordpress website", "the site"),
    ("e-commerce platform, ecommerce platform, booking platform, platform", "the platform"),
    ("web application, web app, webapp", "the web application"),
    ("website, web site, websites", "the website"),
    ("mobile app", "the app"),
    ("api service, api, apis", "the API"),
    ("application", "the application"),
];

/// Services that a title may mean if it says no more.
const PLAIN_SERVICES: &[(&str, &str)] = &[
    ("web stack", "the web stack"),
    ("dashboard", "the dashboard"),
    ("sandbox, sandboxes", "the sandbox"),
    ("site, sites", "the site"),
    ("web servers, servers", "the servers"),
    ("web server, server", "the server"),
    ("service, services", "the service"),
    ("system, systems", "the system"),
];

/// The service that was down.
pub(super) fn service(incident: &Incident) -> Option<String> {
    let first = incident.events.first().map(|event| event.text.as_str());
    let title = incident.title.as_deref();
    let named = |text: &str, services: &[(&str, &'static str)]| {
        let words = Words::of(text);
        let found = services.iter().find(|(signs, _)| one_of(&words, signs));
        found.map(|(_, noun)| noun.to_string())
    };
    let told = [title, incident.impact.as_deref(), first].into_iter().flatten();
    told.into_iter()
        .find_map(|text| named(text, SERVICES))
        .or_else(|| named(title?, PLAIN_SERVICES))
}

/// The ways to mend it, each with its name in a line; a restart only where there was nothing else.
const FIXES: &[(&str, &str, &str)] = &[
    ("rollback, rolled back, roll back, rolling back, revert*", "", "a rollback"),
    (
        "certificate*, cert, ssl, tls",
        "renew*, new, replac*, instal*, updat*, reissu*",
        "a new certificate",
    ),
    ("pool*", "increas*, rais*, enlarg*, adjust*, larger, bigger", "a larger pool"),
    ("limit*, ulimit, worker_connections", "increas*, rais*, set, higher", "a higher limit"),
    ("index, indexes", "add*, creat*, built", "an index"),
    ("typo, phpp, spelling, misspell*, misspelt", "", "a correction"),
    ("servers, instances", "added, additional, scaled, more", "more servers"),
    ("patch, patched", "", "a patch"),
];

/// The fix that mended it.
pub(super) fn fix(incident: &Incident) -> Option<String> {
    let kinds = [Kind::Fixing, Kind::Mitigated, Kind::Resolved];
    let told: Vec<Words> = incident
        .events
        .iter()
        .filter(|event| kinds.contains(&event.certain_kind()))
        .map(|event| Words::of(&event.text))
        .collect();
    let made = |(one, and, _): &&(&str, &str, &str)| {
        told.iter().any(|words| one_of(words, one) && (and.is_empty() || one_of(words, and)))
    };
    let mut fixes = FIXES.iter().filter(made).map(|(.., noun)| *noun);
    match (fixes.next(), fixes.next()) {
        (Some(one), None) => Some(one.to_string()),
        _ => None,
    }
}

/// Endings of the files that causes name.
const ENDINGS: &[&str] = &[
    "php", "conf", "cfg", "json", "yml", "yaml", "ini", "py", "js", "sh", "xml", "env", "toml",
    "pp", "rb", "go", "java", "ts", "html", "css", "sql", "lua", "cnf",
];

/// The only one, where all that are found are the same.
fn the_only(mut found: impl Iterator<Item = String>) -> Option<String> {
    let one = found.next()?;
    found.all(|other| other == one).then_some(one)
}

fn tokens(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| c.is_whitespace() || matches!(c, '(' | ')' | ',' | ';' | '"' | '“' | '”'))
        .map(|token| token.trim_matches(['.', ':', '\'', '`', '*', '?', '!', '‘', '’']))
        .filter(|token| !token.is_empty())
}

/// The file that a cause names.
pub(super) fn file(cause: &str) -> Option<String> {
    let names = tokens(cause).filter_map(|token| {
        let name = token.rsplit('/').next()?;
        let (stem, ending) = name.rsplit_once('.')?;
        let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
        let sound = stem.len() > 1 && name.len() <= 30 && name.chars().all(plain);
        (sound && ENDINGS.contains(&ending) && stem.to_lowercase() != "node")
            .then(|| name.to_string())
    });
    the_only(names)
}

/// Programs, as they write themselves.
const SOFTWARE: &[&str] = &[
    "Nginx", "Apache", "MySQL", "PostgreSQL", "Postgres", "MariaDB", "MongoDB", "Redis",
    "Memcached", "HAProxy", "Docker", "Kubernetes", "Puppet", "Ansible", "Terraform", "Jenkins",
    "WordPress", "Django", "Flask", "Kafka", "RabbitMQ", "Elasticsearch", "Varnish", "Tomcat",
    "Gunicorn", "Cloudflare", "Postfix", "Certbot", "Grafana", "Consul",
];

/// The program that a cause names.
pub(super) fn software(cause: &str) -> Option<String> {
    let words = Words::of(cause);
    let named = SOFTWARE.iter().filter(|name| words.hold(name)).map(|name| name.to_string());
    the_only(named)
}

/// The port that a cause names.
pub(super) fn port(cause: &str) -> Option<String> {
    let all: Vec<&str> = tokens(cause).collect();
    let named = all.windows(2).filter_map(|pair| {
        let number =
            (2..=5).contains(&pair[1].len()) && pair[1].bytes().all(|b| b.is_ascii_digit());
        (pair[0].eq_ignore_ascii_case("port") && number).then(|| format!("port {}", pair[1]))
    });
    the_only(named)
}

/// Of "`.phpp` instead of `.php`" the two: what stood there and what belonged there.
pub(super) fn instead_of(cause: &str) -> Option<(String, String)> {
    let at = cause.find(" instead of ")?;
    let wrong = tokens(&cause[..at]).last()?;
    let right = tokens(&cause[at + " instead of ".len()..]).next()?;
    let right = match right {
        "the" | "just" | "a" | "an" | "its" | "port" | "ports" => return None,
        right => right,
    };
    let code = |word: &str| {
        word.len() <= 20
            && word.contains(|c: char| matches!(c, '.' | '_' | '/' | '-') || c.is_ascii_digit())
    };
    let plain = |word: &str| word.chars().all(|c| c.is_ascii_graphic());
    let sound = code(wrong) || code(right);
    (sound
        && plain(wrong)
        && plain(right)
        && wrong != right
        && right.len() <= 20
        && wrong.len() <= 20)
        .then(|| (wrong.to_string(), right.to_string()))
}
