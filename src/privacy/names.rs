//! Names of people.

use crate::privacy::{tokens::Token, word_lists::WordLists};

/// The longest phrase of a list, in words.
const LONGEST: usize = 4;

/// What stands before a name and says so.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Cue {
    None,
    Weak,
    Title,
    Strong,
}

/// Where names stand.
pub(super) fn names(tokens: &[Token], lists: &WordLists) -> Vec<(usize, usize)> {
    let (mut found, mut at) = (Vec::new(), 0);
    while at < tokens.len() {
        let end = name_at(tokens, at, lists);
        let name = end.and_then(|it| tokens.get(at..it)).unwrap_or_default();
        if let [first, ..] = name
            && let [.., last] = name
            && !is_the_cases(name, cue_before(tokens, at, lists), lists)
        {
            found.push((first.start, last.end));
        }
        at = end.unwrap_or(at + 1).max(at + 1);
    }
    found
}

/// Whether a name is one that the case invented, and nobody calls themselves so.
fn is_the_cases(name: &[Token], cue: Cue, lists: &WordLists) -> bool {
    let telling = name
        .iter()
        .filter(|it| !lists.particles.contains(&it.lower));
    matches!(cue, Cue::None | Cue::Title)
        && telling.clone().all(|it| lists.is_invented(&it.lower))
        && !telling.clone().any(|it| lists.own.contains(&it.lower))
        && !telling.clone().any(|it| lists.known.contains(&it.lower))
}

/// Whether the word is known to be somebody's name here: the trainee's, or one that was found before.
fn is_known(head: &Token, lists: &WordLists) -> bool {
    let known = lists.known.contains(&head.lower);
    let plain = lists.is_word(&head.lower) || lists.is_name(&head.lower);
    lists.own.contains(&head.lower) || (known && (!plain || (head.capital && !head.first)))
}

/// The end of the name that begins at `at`, as the number of the token after it.
fn name_at(tokens: &[Token], at: usize, lists: &WordLists) -> Option<usize> {
    let head = tokens.get(at).filter(|it| !it.taken)?;
    if is_known(head, lists) {
        return Some(further(tokens, at + 1, lists, Cue::None));
    }
    if !is_wordlike(head) {
        return None;
    }
    let cue = cue_before(tokens, at, lists);
    let listed = longest(tokens, at, |it| {
        lists.surnames.contains(it) || lists.first_names.contains(it)
    });
    if let Some(end) = listed.filter(|_| !lists.no_names.contains(&head.lower) || head.capital) {
        return Some(further(tokens, end, lists, cue));
    }
    if let Some(end) = particles(tokens, at, lists) {
        let name = tokens.get(end).filter(|it| it.joined && !it.taken)?;
        let sure = matches!(cue, Cue::Title | Cue::Strong);
        let good = (name.capital && !lists.no_names.contains(&name.lower))
            || lists.is_name(&name.lower)
            || (!lists.is_word(&name.lower));
        let telling = end - at > 1 || !lists.wordy_particles.contains(&head.lower);
        return (sure && good || telling && name.capital && lists.is_name(&name.lower))
            .then(|| further(tokens, end + 1, lists, cue));
    }
    begins(tokens, at, lists, cue).then(|| further(tokens, at + 1, lists, cue))
}

/// Whether a single word is (the first of) a name.
fn begins(tokens: &[Token], at: usize, lists: &WordLists, cue: Cue) -> bool {
    let Some(head) = tokens.get(at) else {
        return false;
    };
    let next_is_capital = tokens
        .get(at + 1)
        .is_some_and(|it| it.joined && it.capital && !lists.is_word(&it.lower));
    let initial = head.capital && head.end - head.start == 1;
    if initial && cue == Cue::None {
        let next = tokens.get(at + 1).filter(|it| it.joined);
        return next.is_some_and(|it| it.capital && lists.is_name(&it.lower));
    }
    let never = lists.no_names.contains(&head.lower);
    match cue {
        Cue::Strong => !never,
        Cue::Title => {
            !never && (head.capital || lists.is_name(&head.lower) || !lists.is_word(&head.lower))
        }
        Cue::Weak => {
            head.capital && !never && (lists.is_name(&head.lower) || !lists.is_word(&head.lower))
        }
        Cue::None => {
            let dated = at
                .checked_sub(1)
                .and_then(|it| tokens.get(it))
                .is_some_and(|it| {
                    it.lower.bytes().all(|it| it.is_ascii_digit())
                        && lists.months.contains(&head.lower)
                });
            let known = lists.is_name(&head.lower) && (!head.first || next_is_capital);
            head.capital && !never && !dated && (known || is_strange(head, lists))
        }
    }
}

/// Whether it has a capital within a sentence though no list knows it: hardly anything but a name has,
/// and one word too many gone is better than a name that stays.
fn is_strange(head: &Token, lists: &WordLists) -> bool {
    !head.first && !head.shouted && !lists.is_word(&head.lower)
}

/// Surnames after a name's beginning: more words with a capital, or names, with particles once.
fn further(tokens: &[Token], mut at: usize, lists: &WordLists, cue: Cue) -> usize {
    let mut particled = false;
    loop {
        let goes_on = tokens
            .get(at)
            .is_some_and(|it| it.joined && !it.taken && !it.first);
        if !goes_on {
            return at;
        }
        let surname = |it: &Token| lists.surnames.contains(&it.lower) || lists.is_name(&it.lower);
        let fits = |it: &Token| {
            let unknown = !lists.is_word(&it.lower) && !lists.titles.contains(&it.lower);
            is_wordlike(it)
                && !it.taken
                && !lists.no_names.contains(&it.lower)
                && (it.capital || surname(it) || (unknown && cue != Cue::None))
        };
        if let Some(end) = longest(tokens, at, |it| lists.surnames.contains(it)) {
            at = end;
        } else if let Some(end) = particles(tokens, at, lists).filter(|_| !particled) {
            if !tokens.get(end).is_some_and(|it| it.joined && fits(it)) {
                return at;
            }
            at = end + 1;
            particled = true;
        } else if tokens.get(at).is_some_and(fits) {
            at += 1;
        } else {
            return at;
        }
    }
}

fn is_wordlike(token: &Token) -> bool {
    !token.lower.chars().any(char::is_numeric)
}

/// The number of the token after one or more particles at `at`.
fn particles(tokens: &[Token], at: usize, lists: &WordLists) -> Option<usize> {
    let rest = tokens.get(at..)?;
    let count = rest
        .iter()
        .enumerate()
        .take_while(|(number, it)| {
            lists.particles.contains(&it.lower) && (*number == 0 || it.joined)
        })
        .count();
    (count > 0).then_some(at + count)
}

/// The end of the longest listed phrase at `at`.
fn longest(tokens: &[Token], at: usize, listed: impl Fn(&str) -> bool) -> Option<usize> {
    (1..=LONGEST).rev().map(|it| at + it).find(|end| {
        tokens
            .get(at..*end)
            .is_some_and(|it| listed(&phrase(it)) && all_joined(it))
    })
}

fn cue_before(tokens: &[Token], at: usize, lists: &WordLists) -> Cue {
    let joined = tokens.get(at).is_some_and(|it| it.joined);
    let ends_with = |list: &std::collections::BTreeSet<String>| {
        (1..=LONGEST).find_map(|length| {
            let from = at.checked_sub(length)?;
            let words = tokens.get(from..at)?;
            let text = phrase(words);
            (list.contains(&text) && all_joined(words)).then_some(from)
        })
    };
    if ends_with(&lists.titles).is_some() && joined {
        Cue::Title
    } else if ends_with(&lists.cues).is_some() {
        Cue::Strong
    } else if ends_with(&lists.weak_cues).is_some() && joined {
        Cue::Weak
    } else {
        Cue::None
    }
}

fn phrase(words: &[Token]) -> String {
    let words: Vec<&str> = words.iter().map(|it| it.lower.as_str()).collect();
    words.join(" ")
}

fn all_joined(words: &[Token]) -> bool {
    words.iter().skip(1).all(|it| it.joined) && words.iter().all(|it| !it.taken)
}
