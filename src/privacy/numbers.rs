//! Numbers and e-mail addresses.

use crate::privacy::{tokens::Token, word_lists::WordLists};

/// From so many digits on a number is somebody's own.
const MANY: usize = 5;

/// A number of so many digits is so too, unless it is a year or an amount.
const FOUR: usize = 4;

/// Where e-mail addresses stand: something, `@`, something.
pub(super) fn emails(text: &str) -> Vec<(usize, usize)> {
    let part = |it: char| it.is_alphanumeric() || "._%+-'’".contains(it);
    let mut found: Vec<(usize, usize)> = Vec::new();
    for (at, _) in text.match_indices('@') {
        let (before, after) = text.split_at(at);
        let local = before.len() - before.trim_end_matches(part).len();
        let rest = after.get(1..).unwrap_or_default();
        let domain = rest.len() - rest.trim_start_matches(|it| part(it) || it == '@').len();
        let domain_text = rest.get(..domain).unwrap_or_default();
        let domain = domain_text.trim_end_matches(['.', '\'', '’']).len();
        if local > 0 && domain > 0 && found.last().is_none_or(|it| it.1 <= at) {
            found.push((at - local, at + 1 + domain));
        }
    }
    found
}

/// Addresses that are spelt out: `sanne apenstaartje voorbeeld punt nl`.
pub(super) fn spelt_emails(tokens: &[Token], lists: &WordLists) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    for window in tokens.windows(5) {
        if let [name, at, _, dot, end] = window
            && lists.at.contains(&at.lower)
            && lists.dot.contains(&dot.lower)
        {
            found.push((name.start, end.end));
        }
    }
    found
}

/// Long numbers, with what is stuck to them.
pub(super) fn long_numbers(text: &str) -> Vec<(usize, usize)> {
    let letters: Vec<(usize, char)> = text.char_indices().collect();
    let (mut found, mut at) = (Vec::new(), 0);
    while let Some((start, letter)) = letters.get(at) {
        if !letter.is_numeric() {
            at += 1;
            continue;
        }
        let (mut end, mut digits, mut here) = (*start, 0, at);
        while let Some((place, letter)) = letters.get(here) {
            if letter.is_numeric() {
                digits += 1;
                end = place + letter.len_utf8();
                at = here + 1;
            } else if !separates(*letter, letters.get(here + 1).map(|it| it.1)) {
                break;
            }
            here += 1;
        }
        if digits >= MANY {
            found.push(widened(text, *start, end));
        }
    }
    found
}

fn separates(letter: char, next: Option<char>) -> bool {
    match letter {
        ',' | ':' => next.is_some_and(char::is_numeric),
        letter => letter.is_whitespace() || "-–./()+_".contains(letter),
    }
}

/// With the letters that are stuck to it: `KL-123456`, `NL91`.
fn widened(text: &str, start: usize, end: usize) -> (usize, usize) {
    let part = |it: char| it.is_alphanumeric();
    let stuck = |it: char| part(it) || "-+_".contains(it);
    let before = text.get(..start).unwrap_or_default();
    let kept = before.trim_end_matches(stuck).len();
    let after = text.get(end..).unwrap_or_default();
    let more = after.len() - after.trim_start_matches(part).len();
    (kept, end + more)
}

/// Numbers of four digits that are no years and count nothing.
pub(super) fn short_numbers(
    text: &str,
    tokens: &[Token],
    lists: &WordLists,
) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        let digits = token.lower.len() == FOUR && token.lower.bytes().all(|it| it.is_ascii_digit());
        let year = ("1900"..="2099").contains(&&*token.lower);
        let counted = |it: Option<&Token>| it.is_some_and(|it| lists.amounts.contains(&it.lower));
        let before = text.get(..token.start).unwrap_or_default().trim_end();
        let amount = before.ends_with(['€', '£', '$'])
            || counted(tokens.get(at + 1).filter(|it| it.joined))
            || counted(at.checked_sub(1).and_then(|it| tokens.get(it)));
        if digits && !year && !amount {
            found.push((token.start, token.end));
        }
    }
    found
}

/// Numbers that words tell: bank accounts, postcodes, dates of birth, what a cue announces, digits
/// spelt out.
pub(super) fn told(tokens: &[Token], lists: &WordLists) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    for at in 0..tokens.len() {
        let rest = tokens.get(at..).unwrap_or_default();
        let ends = [
            account(rest),
            postcode(rest, lists),
            birth(rest, lists),
            spelt(rest, lists),
        ];
        if let (Some(first), Some(end)) = (rest.first(), ends.into_iter().flatten().max()) {
            found.push((first.start, end));
        }
        found.extend(announced(tokens, at, lists));
    }
    found
}

/// `NL91 ABNA 0417 1643 00`.
fn account(rest: &[Token]) -> Option<usize> {
    let head = rest.first()?;
    let shape: Vec<bool> = head
        .lower
        .chars()
        .take(4)
        .map(|it| it.is_ascii_digit())
        .collect();
    if shape != [false, false, true, true] {
        return None;
    }
    let joined = rest.iter().skip(1).take_while(|it| it.joined);
    let groups = joined.take_while(|it| it.lower.len() <= 4 && it.lower.is_ascii());
    let parts: Vec<&Token> = groups.collect();
    let digits = |it: &Token| it.lower.bytes().filter(u8::is_ascii_digit).count();
    let last = parts.iter().rposition(|it| digits(it) > 0)?;
    let all: usize = parts.iter().map(|it| digits(it)).sum();
    (all >= MANY).then(|| parts.get(last).map(|it| it.end))?
}

/// `1234 AB`, `1234ab`; `SW1A 1AA`.
fn postcode(rest: &[Token], lists: &WordLists) -> Option<usize> {
    let head = rest.first()?;
    let (digits, letters): (String, String) = head.lower.chars().partition(char::is_ascii_digit);
    if digits.len() == 4 && letters.len() == 2 && head.lower.starts_with(&digits) {
        return Some(head.end);
    }
    let next = rest.get(1).filter(|it| it.joined)?;
    let two = next.lower.len() == 2 && next.lower.bytes().all(|it| it.is_ascii_alphabetic());
    if digits.len() == 4 && letters.is_empty() && two && !lists.is_word(&next.lower) {
        return Some(next.end);
    }
    let inward = next.lower.len() == 3
        && next.lower.starts_with(|it: char| it.is_ascii_digit())
        && next
            .lower
            .chars()
            .skip(1)
            .all(|it| it.is_ascii_alphabetic());
    let outward = head.capital && head.lower.len() <= 4 && !digits.is_empty();
    (inward && outward).then_some(next.end)
}

/// `12 maart 1985`, `March 12 1985`: a day of which the year is told.
fn birth(rest: &[Token], lists: &WordLists) -> Option<usize> {
    let [first, second, third] = rest.get(..3)? else {
        return None;
    };
    let number = |it: &Token| it.lower.starts_with(|it: char| it.is_ascii_digit());
    let month = |it: &Token| lists.months.contains(&it.lower);
    let day = (number(first) && month(second)) || (month(first) && number(second));
    let year = third.lower.len() == 4 && third.lower.bytes().all(|it| it.is_ascii_digit());
    (day && year && second.joined).then_some(third.end)
}

/// Many digits in words, one after another.
fn spelt(rest: &[Token], lists: &WordLists) -> Option<usize> {
    let digit = |it: &Token| {
        lists.digits.contains(&it.lower) || it.lower.bytes().all(|it| it.is_ascii_digit())
    };
    // a number does not go on in the next sentence
    let run = rest.iter().enumerate();
    let run = run.take_while(|(at, it)| digit(it) && (*at == 0 || !it.first));
    let run: Vec<&Token> = run.map(|(_, it)| it).collect();
    (run.len() >= MANY).then(|| run.last().map(|it| it.end))?
}

/// The number after `postcode`, with at most two words between.
fn announced(tokens: &[Token], at: usize, lists: &WordLists) -> Option<(usize, usize)> {
    let number = tokens.get(at)?;
    if !number.lower.chars().any(|it| it.is_ascii_digit()) {
        return None;
    }
    let before = tokens.get(at.saturating_sub(4)..at)?;
    let cue = (0..before.len()).any(|from| {
        (from + 1..=before.len()).any(|to| {
            let words = before.get(from..to).unwrap_or_default();
            let phrase: Vec<&str> = words.iter().map(|it| it.lower.as_str()).collect();
            before.len() - to <= 2
                && lists.number_cues.contains(&phrase.join(" "))
                && before
                    .get(to..)
                    .unwrap_or_default()
                    .iter()
                    .all(|it| !it.first)
        })
    });
    (cue && !number.first).then_some((number.start, number.end))
}
