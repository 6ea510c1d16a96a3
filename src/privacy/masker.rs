//! Replaces what was found: by numbered tokens, the same one for the same thing, or letter by letter.

use std::collections::BTreeMap;

use crate::{
    ground::span::Span,
    privacy::{names, numbers, tokens::tokens, word_lists::WordLists},
};

/// What is left when something is replaced may read otherwise: it is looked at again, so often.
const PASSES: usize = 8;

/// What stands in a token, in the conversation's language: `naam`, `nummer`, `e-mail`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Labels {
    /// For people.
    pub name: String,
    /// For numbers.
    pub number: String,
    /// For addresses.
    pub email: String,
}

/// What is put in the place of what was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Instead {
    /// `[naam 1]`: for people, who can follow who is who.
    Tokens(Labels),
    /// `Xxxxx`, `0000`: for the program, to which the text then reads as it did.
    Letters,
}

/// Masks texts that belong together: within them the same name gets the same token.
#[derive(Debug, Clone)]
pub struct Masker {
    lists: WordLists,
    instead: Instead,
    names: BTreeMap<String, usize>,
    people: usize,
    numbers: BTreeMap<String, usize>,
    emails: BTreeMap<String, usize>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Kept,
    Email,
    Number,
    Name,
}

#[derive(Debug, Clone, Copy)]
struct Found {
    start: usize,
    end: usize,
    kind: Kind,
}

impl Masker {
    /// A masker that has seen nothing yet.
    pub const fn new(lists: WordLists, instead: Instead) -> Self {
        Self {
            lists,
            instead,
            names: BTreeMap::new(),
            people: 0,
            numbers: BTreeMap::new(),
            emails: BTreeMap::new(),
        }
    }

    /// Remembers the names in a text, so that they are known where less gives them away. What belongs
    /// together is best read whole before any of it is masked.
    pub fn learn(&mut self, text: &str) {
        for it in self.found(text) {
            if it.kind == Kind::Name {
                self.person(text.get(it.start..it.end).unwrap_or_default());
            }
        }
    }

    /// The text with names, numbers and addresses replaced. Tokens in it are left as they are, so
    /// that masking what is masked changes nothing.
    pub fn mask(&mut self, text: &str) -> String {
        self.mask_with(text, &mut [])
    }

    /// The same; places in the text become the places where the same words stand afterwards. One that
    /// begins or ends within what is replaced holds the whole of what comes instead.
    pub fn mask_with(&mut self, text: &str, places: &mut [Span]) -> String {
        let mut masked = text.to_owned();
        for _ in 0..PASSES {
            let found = self.found(&masked);
            if found.iter().all(|it| it.kind == Kind::Kept) {
                break;
            }
            let (more, moved) = self.replaced(&masked, &found);
            if more == masked {
                break;
            }
            masked = more;
            for place in &mut *places {
                *place = moved_to(&moved, *place);
            }
        }
        masked
    }

    /// The text with what was found replaced, and where each of these stands now.
    fn replaced(&mut self, text: &str, found: &[Found]) -> (String, Vec<(Found, Span)>) {
        let (mut masked, mut at) = (String::with_capacity(text.len()), 0);
        let mut moved = Vec::with_capacity(found.len());
        for it in found {
            let what = text.get(it.start..it.end).unwrap_or_default();
            masked.push_str(text.get(at..it.start).unwrap_or_default());
            let start = masked.len();
            match it.kind {
                Kind::Kept => masked.push_str(what),
                kind => masked.push_str(&self.instead_of(kind, what)),
            }
            moved.push((*it, Span::new(start, masked.len())));
            at = it.end;
        }
        masked.push_str(text.get(at..).unwrap_or_default());
        (masked, moved)
    }

    /// What is replaced, in order, none overlapping another: of two that overlap the first kind
    /// stands, and what is left of the other is replaced by itself.
    fn found(&self, text: &str) -> Vec<Found> {
        let mut all = Vec::new();
        add(&mut all, self.own_tokens(text), Kind::Kept);
        add(&mut all, numbers::emails(text), Kind::Email);
        let words = tokens(text, &spans(&all));
        add(
            &mut all,
            numbers::spelt_emails(&words, &self.lists),
            Kind::Email,
        );
        let mut own = numbers::told(&words, &self.lists);
        for (start, end) in gaps(text.len(), &all) {
            let part = text.get(start..end).unwrap_or_default();
            let long = numbers::long_numbers(part).into_iter();
            own.extend(long.map(|it| (it.0 + start, it.1 + start)));
        }
        own.extend(numbers::short_numbers(text, &words, &self.lists));
        own.retain(|it| {
            let number = text.get(it.0..it.1).unwrap_or_default();
            !self.lists.is_invented(number)
        });
        add(&mut all, own, Kind::Number);
        let words = tokens(text, &spans(&all));
        add(&mut all, names::names(&words, &self.lists), Kind::Name);
        all
    }

    fn own_tokens(&self, text: &str) -> Vec<(usize, usize)> {
        let mut found = Vec::new();
        let Instead::Tokens(labels) = &self.instead else {
            return found;
        };
        let labels = [&labels.name, &labels.number, &labels.email];
        for (start, _) in text.match_indices('[') {
            let rest = text.get(start + 1..).unwrap_or_default();
            let Some((inside, _)) = rest.split_once(']') else {
                continue;
            };
            let number = inside.rsplit_once(' ').filter(|(label, number)| {
                labels.iter().any(|it| it == label)
                    && (1..=4).contains(&number.len())
                    && number.bytes().all(|it| it.is_ascii_digit())
            });
            if number.is_some() {
                found.push((start, start + inside.len() + 2));
            }
        }
        found
    }

    fn instead_of(&mut self, kind: Kind, what: &str) -> String {
        let number = match kind {
            Kind::Name => self.person(what),
            Kind::Email => numbered(&mut self.emails, what.to_lowercase()),
            Kind::Number | Kind::Kept => {
                let key: String = what.chars().filter(|it| it.is_alphanumeric()).collect();
                numbered(&mut self.numbers, key.to_lowercase())
            }
        };
        let Instead::Tokens(labels) = &self.instead else {
            return blotted(what);
        };
        let label = match kind {
            Kind::Name => &labels.name,
            Kind::Email => &labels.email,
            Kind::Number | Kind::Kept => &labels.number,
        };
        format!("[{label} {number}]")
    }

    /// Whoever shares a word with a name before is taken for the same person.
    fn person(&mut self, what: &str) -> usize {
        let lower = what.to_lowercase();
        let words = lower.split(|it: char| !it.is_alphanumeric() && it != '\'' && it != '-');
        let words: Vec<&str> = words
            .filter(|it| it.chars().count() > 1 && !self.lists.particles.contains(*it))
            .collect();
        let known = words.iter().find_map(|it| self.names.get(*it)).copied();
        let number = known.unwrap_or_else(|| {
            self.people += 1;
            self.people
        });
        for word in words {
            self.names.entry(word.to_owned()).or_insert(number);
            if !self.lists.no_names.contains(word) {
                self.lists.known.insert(word.to_owned());
            }
        }
        number
    }
}

/// Where a place stands after this was moved.
fn moved_to(moved: &[(Found, Span)], place: Span) -> Span {
    // as far behind the last thing before it as it was, or at the edge of the thing that it is in
    let edge = |at: usize, within: fn(Span) -> usize| {
        let before = moved.iter().take_while(|it| it.0.start < at).last();
        before.map_or(at, |(was, is)| {
            if at < was.end {
                within(*is)
            } else {
                is.end + (at - was.end)
            }
        })
    };
    Span::new(
        edge(place.start, |it| it.start),
        edge(place.end, |it| it.end),
    )
}

/// Letters by `x`, digits by `0`; what stands between them stays.
fn blotted(text: &str) -> String {
    let blot = |it: char| match it {
        _ if it.is_numeric() => '0',
        _ if it.is_uppercase() => 'X',
        _ if it.is_alphabetic() => 'x',
        _ => it,
    };
    text.chars().map(blot).collect()
}

fn spans(all: &[Found]) -> Vec<(usize, usize)> {
    all.iter().map(|it| (it.start, it.end)).collect()
}

/// What is not covered, in order.
fn gaps(length: usize, all: &[Found]) -> Vec<(usize, usize)> {
    let (mut gaps, mut at) = (Vec::new(), 0);
    for it in all {
        gaps.push((at, it.start));
        at = it.end;
    }
    gaps.push((at, length));
    gaps.retain(|it| it.0 < it.1);
    gaps
}

/// Adds what is not covered yet of these, those that overlap as one.
fn add(all: &mut Vec<Found>, mut new: Vec<(usize, usize)>, kind: Kind) {
    new.sort_unstable();
    let mut joined: Vec<(usize, usize)> = Vec::new();
    for (start, end) in new {
        match joined.last_mut().filter(|it| start < it.1) {
            Some(last) => last.1 = last.1.max(end),
            None => joined.push((start, end)),
        }
    }
    let free = gaps(usize::MAX, all);
    for (start, end) in joined {
        for gap in &free {
            let (start, end) = (start.max(gap.0), end.min(gap.1));
            if start < end {
                all.push(Found { start, end, kind });
            }
        }
    }
    all.sort_unstable_by_key(|it| it.start);
}

fn numbered(known: &mut BTreeMap<String, usize>, key: String) -> usize {
    let next = known.len() + 1;
    *known.entry(key).or_insert(next)
}
