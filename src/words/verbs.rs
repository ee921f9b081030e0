//! The verbs with which a task begins.

use super::lexicon::{Lexicon, openings};

/// Verbs with which a task begins.
const VERBS: &str = "add, adjust, adopt, advise, alert, allocate, analyze, analyse, apply, arrange, \
    ask, assess, assign, audit, automate, avoid, backup, ban, block, build, centralize, \
    change, check, clarify, clean, collaborate, collect, communicate, compare, conduct, configure, consider, \
    consult, continue, coordinate, create, decouple, decrease, \
    define, delete, deploy, deprecate, design, detect, determine, develop, diagnose, disable, discuss, \
    distribute, document, double-check, educate, eliminate, emphasize, \
    employ, enable, encourage, encrypt, enforce, engage, enhance, ensure, escalate, establish, evaluate, \
    examine, expand, explore, extend, figure, find, finish, \
    fix, follow, formalise, formalize, gather, get, give, harden, have, hire, hold, identify, implement, improve, include, \
    incorporate, increase, initiate, inform, install, \
    institute, integrate, introduce, invest, investigate, isolate, keep, know, launch, learn, limit, \
    link, log, look, maintain, make, manage, migrate, minimise, minimize, mitigate, \
    modify, monitor, move, notify, observe, offload, optimize, optimise, organize, patch, perform, pin, \
    plan, practice, prepare, prevent, prioritize, promote, \
    protect, provide, provision, publish, purge, put, raise, rate-limit, rebuild, recheck, \
    reconfigure, record, reduce, redesign, refactor, refine, reflect, \
    regularly, release, remove, rename, renew, reorganize, replace, replicate, report, require, \
    research, resolve, restore, restrict, restructure, \
    rethink, revert, review, revise, rework, rewrite, roll, rotate, run, scale, schedule, secure, \
    segment, separate, set, setup, share, ship, shorten, \
    show, simplify, simulate, speed, split, standardize, standardise, start, stop, store, \
    streamline, strengthen, study, submit, switch, tag, take, teach, \
    test, tighten, track, train, transition, tune, turn, tweak, update, upgrade, use, utilize, \
    validate, verify, write, think, work, bring, call, clear, \
    close, complete, confirm, deliver, draft, drop, grant, handle, lock, map, merge, open, \
    process, push, queue, restart, retry, return, scan, send, sync, \
    try, understand, warn, better, more, regular, stricter, periodically, proactively, always, \
    never, don't, do, not";

static VERB: Lexicon<{ openings(&[VERBS]) }> = Lexicon::new(&[VERBS]);

/// True if a word is one of these verbs.
pub(crate) fn is_verb(word: &str) -> bool {
    VERB.holds(word)
}

/// True if a text begins as a task does: with a verb as an imperative or in -ing, optionally after
/// a number or "Task 1:".
pub(crate) fn begins_with_verb(text: &str) -> bool {
    let mut first = super::words(text).map(|(word, _)| word).skip_while(|word| {
        matches!(
            word.as_str(),
            "additionally"
                | "also"
                | "finally"
                | "furthermore"
                | "moreover"
                | "lastly"
                | "secondly"
                | "firstly"
                | "first"
                | "second"
                | "third"
                | "next"
                | "task"
                | "action"
                | "todo"
                | "we"
                | "should"
                | "will"
                | "please"
                | "to"
                | "then"
                | "must"
                | "need"
        ) || word.chars().all(|c| c.is_ascii_digit())
    });
    let Some(word) = first.next() else {
        return false;
    };
    // "Set-up a bell".
    let whole = word.strip_suffix("-up").unwrap_or(&word);
    if is_verb(whole) {
        return true;
    }
    word.strip_suffix("ing").is_some_and(|stem| {
        is_verb(stem)
            || is_verb(&format!("{stem}e"))
            || stem.len() > 3 && stem.get(..stem.len() - 1).is_some_and(is_verb)
    })
}
