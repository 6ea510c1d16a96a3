//! The pattern language, parsed. `docs/patterns.md` describes it for authors.

use std::{collections::BTreeMap, sync::Arc};

use crate::text::utterance::Mark;

/// The word lists of a language by name, without the `@`, each parsed once.
#[derive(Debug, Default)]
pub struct WordLists(BTreeMap<String, Result<ListNode, PatternError>>);

/// A parsed list; its words keep their letters, since every pattern set numbers them for itself.
pub(super) type ListNode = Node<Arc<[Word]>>;

impl WordLists {
    /// Parses all lists; a faulty one tells its fault to each pattern that uses it.
    pub fn new(entries: &BTreeMap<String, Vec<String>>) -> Self {
        let mut resolver = Resolver {
            entries,
            parsed: BTreeMap::new(),
            within: Vec::new(),
        };
        for name in entries.keys() {
            // the outcome is kept in `parsed`
            let _ = resolver.list(name);
        }
        Self(resolver.parsed)
    }

    pub(super) fn get(&self, name: &str) -> Result<&ListNode, PatternError> {
        let unknown = || PatternError::UnknownList(name.to_owned());
        self.0
            .get(name)
            .ok_or_else(unknown)?
            .as_ref()
            .map_err(Clone::clone)
    }
}

/// Why a pattern cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PatternError {
    /// A bracket without its partner.
    #[error("a bracket is not closed, or closed without being opened")]
    Bracket,
    /// An alternative, group or pattern with nothing in it.
    #[error("there is nothing between two `|`, in `()`, or in the pattern")]
    Empty,
    /// `@name` for a word list that does not exist.
    #[error("there is no word list `@{0}`")]
    UnknownList(String),
    /// Word lists that use each other in a circle.
    #[error("the word list `@{0}` uses itself")]
    Circle(String),
    /// A star with fewer than three letters, or in the middle of a word.
    #[error("`{0}`: a star stands at the beginning or end of at least three letters")]
    Star(String),
    /// Capitals, accents or signs that folded text never holds.
    #[error("`{0}`: words are written in lower case, without accents or marks")]
    NotFolded(String),
    /// `..` with something other than a number from 1 to 12.
    #[error("`{0}`: a gap is `..` or `..` and a number from 1 to 12")]
    Gap(String),
    /// A mark or anchor where it cannot be.
    #[error("`{0}` cannot be optional, nor stand inside alternatives")]
    Misplaced(String),
    /// Nothing that must be present.
    #[error("the pattern has no word that cannot be left out")]
    NothingRequired,
    /// Too many combinations.
    #[error("the brackets give more than {0} combinations; split the pattern")]
    TooMany(usize),
}

/// One word as a pattern asks for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Term<'p> {
    /// This very word.
    Exact(&'p str),
    /// A word that begins so.
    Prefix(&'p str),
    /// A word that ends so.
    Suffix(&'p str),
    /// A word written with digits.
    Number,
}

/// A word of a word list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Word(Box<str>);

impl Word {
    pub(super) fn term(&self) -> Term<'_> {
        // it was parsed when the list was
        term(&self.0).unwrap_or(Term::Exact(&self.0))
    }
}

/// A piece of a parsed pattern; `W` is how the words of one place are given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Node<W> {
    /// One word out of these.
    Words(W),
    /// One of these sequences.
    Group(Arc<[Vec<Self>]>),
    /// May be left out.
    Optional(Box<Self>),
    /// Up to so many other words, none of them a negation.
    Gap(u8),
    /// A place that must be here.
    Edge(Edge),
    /// The sentence ends with this mark.
    Ends(Mark),
}

impl ListNode {
    /// The same with other words.
    pub(super) fn map<V>(&self, words: &mut impl FnMut(&[Word]) -> V) -> Node<V> {
        match self {
            Self::Words(terms) => Node::Words(words(terms)),
            Self::Group(sequences) => {
                let mut each = |nodes: &Vec<Self>| nodes.iter().map(|it| it.map(words)).collect();
                Node::Group(sequences.iter().map(&mut each).collect())
            }
            Self::Optional(inner) => Node::Optional(Box::new(inner.map(words))),
            Self::Gap(most) => Node::Gap(*most),
            Self::Edge(edge) => Node::Edge(*edge),
            Self::Ends(mark) => Node::Ends(*mark),
        }
    }
}

/// A place in a sentence or utterance.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Edge {
    SentenceStart,
    SentenceEnd,
    UtteranceStart,
    UtteranceEnd,
}

/// What a parser makes of words and lists.
pub(super) trait Words {
    /// How the words of one place are given.
    type Set: Clone;

    /// One word.
    fn one(&mut self, term: Term<'_>, written: &str) -> Self::Set;

    /// The words of several sets.
    fn join(&mut self, sets: Vec<Self::Set>) -> Self::Set;

    /// A word list.
    fn list(&mut self, name: &str) -> Result<Node<Self::Set>, PatternError>;
}

/// Parses one pattern, with its word lists written out.
pub(super) fn parse<W: Words>(
    pattern: &str,
    words: &mut W,
) -> Result<Vec<Node<W::Set>>, PatternError> {
    Parser { words }.pattern(pattern)
}

/// Parses word lists that may use each other.
struct Resolver<'a> {
    entries: &'a BTreeMap<String, Vec<String>>,
    parsed: BTreeMap<String, Result<ListNode, PatternError>>,
    /// The word lists being written out, to find circles.
    within: Vec<String>,
}

impl Words for Resolver<'_> {
    type Set = Arc<[Word]>;

    fn one(&mut self, _: Term<'_>, written: &str) -> Self::Set {
        [Word(written.into())].into()
    }

    fn join(&mut self, sets: Vec<Self::Set>) -> Self::Set {
        sets.iter().flat_map(|it| it.iter()).cloned().collect()
    }

    fn list(&mut self, name: &str) -> Result<ListNode, PatternError> {
        if let Some(known) = self.parsed.get(name) {
            return known.clone();
        }
        if self.within.iter().any(|it| it == name) {
            return Err(PatternError::Circle(name.to_owned()));
        }
        let Some(entries) = self.entries.get(name) else {
            return Err(PatternError::UnknownList(name.to_owned()));
        };
        let joined = entries.join("|");
        self.within.push(name.to_owned());
        let node = Parser { words: self }.group(&joined);
        self.within.pop();
        self.parsed.insert(name.to_owned(), node.clone());
        node
    }
}

struct Parser<'w, W> {
    words: &'w mut W,
}

impl<W: Words> Parser<'_, W> {
    fn pattern(&mut self, pattern: &str) -> Result<Vec<Node<W::Set>>, PatternError> {
        let items = split_at_spaces(pattern)?;
        if items.is_empty() {
            return Err(PatternError::Empty);
        }
        items.into_iter().map(|item| self.item(item)).collect()
    }

    fn item(&mut self, item: &str) -> Result<Node<W::Set>, PatternError> {
        match item {
            "^" => return Ok(Node::Edge(Edge::SentenceStart)),
            "$" => return Ok(Node::Edge(Edge::SentenceEnd)),
            "^^" => return Ok(Node::Edge(Edge::UtteranceStart)),
            "$$" => return Ok(Node::Edge(Edge::UtteranceEnd)),
            "?" => return Ok(Node::Ends(Mark::Question)),
            "!" => return Ok(Node::Ends(Mark::Exclamation)),
            _ => {}
        }
        if let Some(size) = item.strip_prefix("..") {
            return gap(item, size);
        }
        match item.strip_suffix('?') {
            Some(inner) => match self.alternatives(inner)? {
                Node::Edge(_) | Node::Ends(_) | Node::Gap(_) => {
                    Err(PatternError::Misplaced(item.to_owned()))
                }
                node => Ok(Node::Optional(Box::new(node))),
            },
            None => self.alternatives(item),
        }
    }

    /// `a|b|(c d)|@list`
    fn alternatives(&mut self, item: &str) -> Result<Node<W::Set>, PatternError> {
        let parts = split_at_bars(item)?;
        if let [only] = parts[..] {
            return self.atom(only);
        }
        let mut choice = Choice::new();
        for part in parts {
            choice.add(vec![self.atom(part)?]);
        }
        choice.into_node(self.words)
    }

    fn atom(&mut self, atom: &str) -> Result<Node<W::Set>, PatternError> {
        if let Some(inner) = atom.strip_prefix('(').and_then(|it| it.strip_suffix(')')) {
            return self.group(inner);
        }
        match atom.strip_prefix('@') {
            Some(name) => self.words.list(name),
            None => Ok(Node::Words(self.words.one(term(atom)?, atom))),
        }
    }

    fn group(&mut self, inner: &str) -> Result<Node<W::Set>, PatternError> {
        let mut choice = Choice::new();
        for part in split_at_bars(inner)? {
            choice.add(self.pattern(part)?);
        }
        choice.into_node(self.words)
    }
}

/// Alternatives while they are gathered: single words apart from longer ones.
struct Choice<S> {
    words: Vec<S>,
    sequences: Vec<Vec<Node<S>>>,
}

impl<S: Clone> Choice<S> {
    const fn new() -> Self {
        Self {
            words: Vec::new(),
            sequences: Vec::new(),
        }
    }

    fn add(&mut self, nodes: Vec<Node<S>>) {
        match &nodes[..] {
            [Node::Words(words)] => self.words.push(words.clone()),
            [Node::Group(inner)] => self.sequences.extend_from_slice(inner),
            _ => self.sequences.push(nodes),
        }
    }

    fn into_node<W: Words<Set = S>>(mut self, words: &mut W) -> Result<Node<S>, PatternError> {
        match (self.words.len(), self.sequences.is_empty()) {
            (0, true) => return Err(PatternError::Empty),
            (0, false) => {}
            (_, true) => return Ok(Node::Words(words.join(self.words))),
            (_, false) => {
                let single = Node::Words(words.join(self.words));
                self.sequences.insert(0, vec![single]);
            }
        }
        Ok(Node::Group(self.sequences.into()))
    }
}

/// The parts between white space outside brackets.
fn split_at_spaces(text: &str) -> Result<Vec<&str>, PatternError> {
    let mut parts = split(text, |it| it.is_ascii_whitespace())?;
    parts.retain(|it| !it.is_empty());
    Ok(parts)
}

/// The parts between bars outside brackets, none of them empty.
fn split_at_bars(text: &str) -> Result<Vec<&str>, PatternError> {
    let parts = split(text, |it| it == b'|')?;
    if parts.iter().any(|it| it.is_empty()) {
        return Err(PatternError::Empty);
    }
    Ok(parts)
}

/// Splits at ASCII separators that stand outside brackets; white space around the parts is dropped.
fn split(text: &str, separates: impl Fn(u8) -> bool) -> Result<Vec<&str>, PatternError> {
    let (mut parts, mut from, mut depth) = (Vec::with_capacity(8), 0, 0usize);
    for (at, letter) in text.bytes().enumerate() {
        match letter {
            b'(' => depth += 1,
            b')' => depth = depth.checked_sub(1).ok_or(PatternError::Bracket)?,
            _ if depth == 0 && separates(letter) => {
                parts.push(text[from..at].trim_ascii());
                from = at + 1;
            }
            _ => {}
        }
    }
    if depth > 0 {
        return Err(PatternError::Bracket);
    }
    parts.push(text[from..].trim_ascii());
    Ok(parts)
}

fn gap<S>(item: &str, size: &str) -> Result<Node<S>, PatternError> {
    if size.is_empty() {
        return Ok(Node::Gap(3));
    }
    match size.parse::<u8>() {
        Ok(words @ 1..=12) => Ok(Node::Gap(words)),
        _ => Err(PatternError::Gap(item.to_owned())),
    }
}

fn term(word: &str) -> Result<Term<'_>, PatternError> {
    if word == "#" {
        return Ok(Term::Number);
    }
    let starred = || PatternError::Star(word.to_owned());
    let (term, letters) = match (word.strip_prefix('*'), word.strip_suffix('*')) {
        (Some(_), Some(_)) => return Err(starred()),
        (Some(ending), None) => (Term::Suffix(ending), ending),
        (None, Some(beginning)) => (Term::Prefix(beginning), beginning),
        (None, None) => (Term::Exact(word), word),
    };
    if !matches!(term, Term::Exact(_)) && letters.len() < 3 || letters.contains('*') {
        return Err(starred());
    }
    let plain =
        |it: u8| it.is_ascii_lowercase() || it.is_ascii_digit() || b"'-.&:@,_".contains(&it);
    if letters.is_empty() || !letters.bytes().all(plain) {
        return Err(PatternError::NotFolded(word.to_owned()));
    }
    Ok(term)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lists() -> WordLists {
        let entries = |it: &[&str]| it.iter().map(|&it| it.to_owned()).collect();
        WordLists::new(&BTreeMap::from([
            ("u".to_owned(), entries(&["u", "je"])),
            ("soon".to_owned(), entries(&["gauw", "zo snel mogelijk"])),
            ("round".to_owned(), entries(&["@about"])),
            ("about".to_owned(), entries(&["@round"])),
        ]))
    }

    /// Words as they are written.
    struct Plain(WordLists);

    impl Words for Plain {
        type Set = Vec<String>;

        fn one(&mut self, _: Term<'_>, written: &str) -> Self::Set {
            vec![written.to_owned()]
        }

        fn join(&mut self, sets: Vec<Self::Set>) -> Self::Set {
            sets.concat()
        }

        fn list(&mut self, name: &str) -> Result<Node<Self::Set>, PatternError> {
            let written = |it: &[Word]| it.iter().map(|it| it.0.to_string()).collect();
            Ok(self.0.get(name)?.map(&mut { written }))
        }
    }

    #[test]
    fn single_words_become_one_set() {
        let nodes = parse("wat (naar|@u)|erg?", &mut Plain(lists()));
        let words = |it: &[&str]| Node::Words(it.iter().map(|&it| it.to_owned()).collect());
        let set = words(&["naar", "u", "je", "erg"]);
        let expected = vec![words(&["wat"]), Node::Optional(Box::new(set))];
        assert_eq!(nodes, Ok(expected));
    }

    #[test]
    fn mistakes_are_named() {
        let parse = |it| parse(it, &mut Plain(lists())).unwrap_err();
        assert_eq!(parse("(a|b"), PatternError::Bracket);
        assert_eq!(parse("a||b"), PatternError::Empty);
        assert_eq!(parse("  "), PatternError::Empty);
        assert_eq!(
            parse("@nobody"),
            PatternError::UnknownList("nobody".to_owned())
        );
        assert_eq!(parse("@round"), PatternError::Circle("about".to_owned()));
        assert_eq!(parse("co*"), PatternError::Star("co*".to_owned()));
        assert_eq!(parse("Privé"), PatternError::NotFolded("Privé".to_owned()));
        assert_eq!(parse("a ..99 b"), PatternError::Gap("..99".to_owned()));
        assert_eq!(parse("^?"), PatternError::NotFolded("^".to_owned()));
    }
}
