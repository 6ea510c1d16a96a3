//! The pattern language, parsed. `docs/patterns.md` describes it for authors.

mod lists;
mod parts;

use std::sync::Arc;

use crate::text::{pattern::parts::Parts, utterance::Mark};

pub(super) use lists::Word;
pub use lists::WordLists;

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
    /// How one word is given.
    type One: Clone;

    /// How the words of one place are given.
    type Set: Clone + AsRef<[Self::One]>;

    /// One word.
    fn one(&mut self, term: Term<'_>, written: &str) -> Self::One;

    /// Some words together.
    fn set(&mut self, words: Vec<Self::One>) -> Self::Set;

    /// One word alone.
    fn alone(&mut self, word: Self::One) -> Self::Set {
        self.set(vec![word])
    }

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

struct Parser<'w, W> {
    words: &'w mut W,
}

impl<W: Words> Parser<'_, W> {
    fn pattern(&mut self, pattern: &str) -> Result<Vec<Node<W::Set>>, PatternError> {
        let mut nodes = Vec::new();
        for item in Parts::at_spaces(pattern) {
            nodes.push(self.item(item?)?);
        }
        if nodes.is_empty() {
            return Err(PatternError::Empty);
        }
        Ok(nodes)
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
        if is_plain_word(item) {
            let word = self.words.one(Term::Exact(item), item);
            return Ok(Node::Words(self.words.alone(word)));
        }
        let mut choice = Choice::new();
        for part in Parts::at_bars(item) {
            let part = part?;
            if let Some(inner) = part.strip_prefix('(').and_then(|it| it.strip_suffix(')')) {
                self.gather(inner, &mut choice)?;
            } else if let Some(name) = part.strip_prefix('@') {
                choice.add(vec![self.words.list(name)?]);
            } else {
                choice.words.push(self.words.one(term(part)?, part));
            }
        }
        choice.into_node(self.words)
    }

    fn group(&mut self, inner: &str) -> Result<Node<W::Set>, PatternError> {
        let mut choice = Choice::new();
        self.gather(inner, &mut choice)?;
        choice.into_node(self.words)
    }

    /// What stands between brackets: patterns, most of them one word.
    fn gather(
        &mut self,
        inner: &str,
        choice: &mut Choice<W::One, W::Set>,
    ) -> Result<(), PatternError> {
        for part in Parts::at_bars(inner) {
            let part = part?;
            if is_plain_word(part) {
                choice.words.push(self.words.one(Term::Exact(part), part));
            } else {
                choice.add(self.pattern(part)?);
            }
        }
        Ok(())
    }
}

/// Alternatives while they are gathered: single words apart from longer ones.
struct Choice<O, S> {
    words: Vec<O>,
    sequences: Vec<Vec<Node<S>>>,
}

impl<O: Clone, S: Clone + AsRef<[O]>> Choice<O, S> {
    const fn new() -> Self {
        Self {
            words: Vec::new(),
            sequences: Vec::new(),
        }
    }

    fn add(&mut self, nodes: Vec<Node<S>>) {
        match &nodes[..] {
            [Node::Words(words)] => self.words.extend_from_slice(words.as_ref()),
            [Node::Group(inner)] => self.sequences.extend_from_slice(inner),
            _ => self.sequences.push(nodes),
        }
    }

    fn into_node<W: Words<One = O, Set = S>>(
        mut self,
        words: &mut W,
    ) -> Result<Node<S>, PatternError> {
        match (self.words.is_empty(), self.sequences.is_empty()) {
            (true, true) => return Err(PatternError::Empty),
            (true, false) => {}
            (false, true) => return Ok(Node::Words(words.set(self.words))),
            (false, false) => {
                let single = Node::Words(words.set(self.words));
                self.sequences.insert(0, vec![single]);
            }
        }
        // one sequence of one node is that node
        if let [only] = &mut self.sequences[..]
            && let [_] = only[..]
        {
            return only.pop().ok_or(PatternError::Empty);
        }
        Ok(Node::Group(self.sequences.into()))
    }
}

/// Whether it holds nothing but small letters and digits.
fn is_plain_word(item: &str) -> bool {
    !item.is_empty() && item.bytes().all(is_plain)
}

const fn is_plain(letter: u8) -> bool {
    letter.is_ascii_lowercase() || letter.is_ascii_digit()
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
    if is_plain_word(word) {
        return Ok(Term::Exact(word));
    }
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
    let plain = |it: u8| is_plain(it) || b"'-.&:@,_".contains(&it);
    if letters.is_empty() || !letters.bytes().all(plain) {
        return Err(PatternError::NotFolded(word.to_owned()));
    }
    Ok(term)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

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
        type One = String;
        type Set = Vec<String>;

        fn one(&mut self, _: Term<'_>, written: &str) -> String {
            written.to_owned()
        }

        fn set(&mut self, words: Vec<String>) -> Self::Set {
            words
        }

        fn list(&mut self, name: &str) -> Result<Node<Self::Set>, PatternError> {
            let written = |it: &[Word]| it.iter().map(|it| it.written().to_owned()).collect();
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
