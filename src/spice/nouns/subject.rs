//! The subject of a report, in the words of its own title.

use super::cause::{service, software};
use crate::incident::Incident;

/// Things that can fail; a title that names one means it.
const HEADS: &[&str] = &[
    "api", "app", "application", "applications", "apps", "autoscaler", "backend", "blog", "bot",
    "broker", "builds", "cache", "calendar", "cdn", "certificate", "certificates", "chat",
    "checkout", "cluster", "clusters", "controller", "dashboard", "dashboards", "database",
    "databases", "disk", "disks", "emails", "firewall", "forum", "frontend", "gateway", "hub",
    "hubs", "ingress", "jobs", "load balancer", "login", "logs", "metrics", "mirror", "network",
    "node", "nodes", "notifications", "page", "pages", "pipeline", "pipelines", "platform", "pods",
    "portal", "proxy", "queue", "registry", "replica", "replication", "router", "sandbox",
    "sandboxes", "scheduler", "server", "servers", "service", "services", "shop", "site", "sites",
    "store", "subnet", "switch", "system", "systems", "tool", "web stack", "website", "websites",
    "worker", "workers",
];

/// Nouns that stand before one of them and say which.
const KINDS: &[&str] = &[
    "api", "app", "application", "auth", "authentication", "backend", "booking", "build", "chat",
    "checkout", "cloud", "core", "customer", "data", "database", "deployment", "dns", "e-commerce",
    "ecommerce", "email", "frontend", "game", "grading", "image", "ingress", "job", "login",
    "mail", "master", "message", "mobile", "monitoring", "notification", "notifications", "order",
    "payment", "payments", "permission", "primary", "production", "proxy", "search", "shipping",
    "staging", "storage", "student", "upload", "user", "video", "web", "website",
];

/// Programs and services that a title may name.
const PRODUCTS: &[&str] = &[
    "ActiveMQ", "Airflow", "Ansible", "Apache", "Argo", "Azure", "Bitbucket", "Cassandra",
    "Celery", "Ceph", "Cloudflare", "CloudWatch", "Confluence", "Consul", "CoreDNS", "Discord",
    "Django", "Docker", "DockerHub", "Elasticsearch", "Envoy", "etcd", "Fluentd", "Flux", "GitHub",
    "GitLab", "Grafana", "HAProxy", "Helm", "Istio", "Jenkins", "Jira", "JupyterHub", "Kafka",
    "Keycloak", "Kibana", "Kubernetes", "Logstash", "MariaDB", "Memcached", "MongoDB", "MySQL",
    "NGINX", "Nginx", "Nomad", "Postfix", "Postgres", "PostgreSQL", "Prometheus", "Puppet",
    "RabbitMQ", "RDS", "Redis", "Sentry", "Slack", "Solr", "Squid", "Terraform", "Tomcat",
    "Traefik", "Vagrant", "Varnish", "Vault", "WordPress", "Zookeeper",
];

/// The noun of the title, otherwise what was down or the program of the cause.
pub(super) fn subject(incident: &Incident) -> Option<String> {
    let title = incident.title.as_deref();
    title
        .and_then(|title| named_in(title, incident))
        .or_else(|| service(incident))
        .or_else(|| software(incident.root_cause.as_deref()?))
}

fn named_in(title: &str, incident: &Incident) -> Option<String> {
    let words: Vec<&str> = title
        .split([' ', ',', ':', '(', ')', '"', '&', '\t'])
        .map(|word| word.trim_matches(['.', '\'', '`', '*', '?', '!', '\u{2018}', '\u{2019}']))
        .map(|word| word.trim_end_matches("'s"))
        .collect();
    let lower: Vec<String> = words.iter().map(|word| word.to_lowercase()).collect();
    for at in 0..words.len() {
        if let Some(noun) = headed(&words, &lower, at) {
            return Some(noun);
        }
    }
    let product = |word: &&&str| PRODUCTS.contains(*word);
    let product = words.iter().find(product).map(|word| word.to_string());
    product.or_else(|| name_of_its_own(&words, &lower, incident))
}

/// "the login service", with the words before it that say which.
fn headed(words: &[&str], lower: &[String], at: usize) -> Option<String> {
    let pair = lower.get(at + 1).map(|next| format!("{} {next}", lower[at]));
    let pair = pair.filter(|pair| HEADS.contains(&pair.as_str()));
    let is_head = pair.is_some() || HEADS.contains(&lower[at].as_str());
    let next = lower.get(at + 1).map_or("", String::as_str);
    // In "web server outage" the head is the last of the nouns.
    if !is_head || pair.is_none() && (HEADS.contains(&next) || next == "load") {
        return None;
    }
    let kinds = (0..at).rev().map_while(|before| kind(words[before], &lower[before])).take(2);
    let mut named: Vec<String> = kinds.collect();
    named.reverse();
    let head = pair.unwrap_or_else(|| match words[at] {
        "API" | "CDN" => words[at].to_string(),
        "api" | "Api" => "API".to_string(),
        _ => lower[at].clone(),
    });
    named.push(head);
    Some(format!("the {}", named.join(" ")))
}

/// A word that says which, as it is written in a sentence.
fn kind(word: &str, lower: &str) -> Option<String> {
    let product = PRODUCTS.iter().find(|name| **name == word);
    let short = (2..=5).contains(&word.len())
        && word.chars().all(|c| c.is_ascii_uppercase())
        && !ORDINARY.contains(&lower);
    match product {
        Some(name) => Some(name.to_string()),
        None if short => Some(word.to_string()),
        None => KINDS.contains(&lower).then(|| match lower {
            "api" | "dns" => lower.to_uppercase(),
            _ => lower.to_string(),
        }),
    }
}

/// Words that a title in capitals holds.
const ORDINARY: &[&str] = &[
    "a", "all", "an", "and", "any", "at", "both", "by", "down", "due", "few", "for", "from",
    "full", "in", "is", "less", "more", "most", "new", "no", "not", "of", "off", "old", "on",
    "one", "or", "our", "out", "some", "that", "the", "this", "to", "too", "two", "up", "via",
    "was", "with",
];

/// "Zubeno outage": a name that the report also writes inside its sentences, and never small.
fn name_of_its_own(words: &[&str], lower: &[String], incident: &Incident) -> Option<String> {
    const FAILS: &[&str] = &["outage", "crash", "downtime", "down", "unavailable", "failure"];
    let at = lower.iter().position(|word| FAILS.contains(&word.as_str()))?;
    let before = (0..at).rev().find(|at| !matches!(lower[*at].as_str(), "is" | "was" | "went"))?;
    let name = words[before];
    let longer = before > 0 && words[before - 1].starts_with(|c: char| c.is_ascii_uppercase());
    let sound = !longer
        && name.len() > 2
        && name.starts_with(|c: char| c.is_ascii_uppercase())
        && name.chars().all(|c| c.is_ascii_alphanumeric());
    let texts = incident.events.iter().map(|event| event.text.as_str());
    let told = [incident.impact.as_deref(), incident.root_cause.as_deref()];
    let mut inside = false;
    for text in texts.chain(told.into_iter().flatten()) {
        let said: Vec<&str> = text.split(|c: char| !c.is_alphanumeric()).collect();
        if said.contains(&lower[before].as_str()) {
            return None;
        }
        inside |= said.iter().skip(1).any(|word| *word == name);
    }
    (sound && inside).then(|| name.to_string())
}
