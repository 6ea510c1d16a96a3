//! The pattern language, parsed. `docs/patterns.md` describes it for authors.

use std::collections::BTreeMap;

use crate::text::utterance::Mark;

/// The word lists of a language by name, without the `@`.
pub type WordLists = BTreeMap<String, Vec<String>>;

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
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Term {
    /// This very word.
    Exact(Box<str>),
    /// A word that begins so.
    Prefix(Box<str>),
    /// A word that ends so.
    Suffix(Box<str>),
    /// A word written with digits.
    Number,
}

/// A piece of a parsed pattern.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Node {
    /// One word out of these.
    Words(Vec<Term>),
    /// One of these sequences.
    Group(Vec<Vec<Node>>),
    /// May be left out.
    Optional(Box<Node>),
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

/// Parses one pattern, with its word lists written out.
pub(super) fn parse(pattern: &str, lists: &WordLists) -> Result<Vec<Node>, PatternError> {
    Parser {
        lists,
        within: Vec::new(),
    }
    .pattern(pattern)
}

struct Parser<'a> {
    lists: &'a WordLists,
    /// The word lists being written out, to find circles.
    within: Vec<String>,
}

impl Parser<'_> {
    fn pattern(&mut self, pattern: &str) -> Result<Vec<Node>, PatternError> {
        let items = split(pattern, char::is_whitespace)?;
        if items.is_empty() {
            return Err(PatternError::Empty);
        }
        items.iter().map(|item| self.item(item)).collect()
    }

    fn item(&mut self, item: &str) -> Result<Node, PatternError> {
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
    fn alternatives(&mut self, item: &str) -> Result<Node, PatternError> {
        let mut words = Vec::new();
        let mut sequences = Vec::new();
        for part in split(item, |it| it == '|')? {
            match self.atom(&part)? {
                Node::Words(terms) => words.extend(terms),
                Node::Group(inner) => sequences.extend(inner),
                other => sequences.push(vec![other]),
            }
        }
        flatten(words, sequences)
    }

    fn atom(&mut self, atom: &str) -> Result<Node, PatternError> {
        if let Some(inner) = atom.strip_prefix('(').and_then(|it| it.strip_suffix(')')) {
            return self.group(inner);
        }
        match atom.strip_prefix('@') {
            Some(name) => self.list(name),
            None => Ok(Node::Words(vec![term(atom)?])),
        }
    }

    fn group(&mut self, inner: &str) -> Result<Node, PatternError> {
        let mut words = Vec::new();
        let mut sequences = Vec::new();
        for part in split(inner, |it| it == '|')? {
            match self.pattern(&part)?.as_slice() {
                [Node::Words(terms)] => words.extend_from_slice(terms),
                [Node::Group(inner)] => sequences.extend_from_slice(inner),
                nodes => sequences.push(nodes.to_vec()),
            }
        }
        flatten(words, sequences)
    }

    fn list(&mut self, name: &str) -> Result<Node, PatternError> {
        let Some(entries) = self.lists.get(name) else {
            return Err(PatternError::UnknownList(name.to_owned()));
        };
        if self.within.iter().any(|it| it == name) {
            return Err(PatternError::Circle(name.to_owned()));
        }
        self.within.push(name.to_owned());
        let node = self.group(&entries.join("|"));
        self.within.pop();
        node
    }
}

fn flatten(words: Vec<Term>, mut sequences: Vec<Vec<Node>>) -> Result<Node, PatternError> {
    match (words.is_empty(), sequences.is_empty()) {
        (true, true) => Err(PatternError::Empty),
        (false, true) => Ok(Node::Words(words)),
        (true, false) => Ok(Node::Group(sequences)),
        (false, false) => {
            sequences.insert(0, vec![Node::Words(words)]);
            Ok(Node::Group(sequences))
        }
    }
}

/// Splits at separators that stand outside brackets; white space around the parts is dropped, an
/// empty part between two bars is an error.
fn split(text: &str, separates: impl Fn(char) -> bool) -> Result<Vec<String>, PatternError> {
    let mut parts = vec![String::new()];
    let mut depth = 0usize;
    for letter in text.chars() {
        match letter {
            '(' => depth += 1,
            ')' => depth = depth.checked_sub(1).ok_or(PatternError::Bracket)?,
            _ => {}
        }
        if depth == 0 && separates(letter) {
            parts.push(String::new());
        } else if let Some(part) = parts.last_mut() {
            part.push(letter);
        }
    }
    if depth > 0 {
        return Err(PatternError::Bracket);
    }
    let by_space = separates(' ');
    let parts: Vec<String> = parts.iter().map(|it| it.trim().to_owned()).collect();
    if by_space {
        return Ok(parts.into_iter().filter(|it| !it.is_empty()).collect());
    }
    if parts.iter().any(String::is_empty) {
        Err(PatternError::Empty)
    } else {
        Ok(parts)
    }
}

fn gap(item: &str, size: &str) -> Result<Node, PatternError> {
    if size.is_empty() {
        return Ok(Node::Gap(3));
    }
    match size.parse::<u8>() {
        Ok(words @ 1..=12) => Ok(Node::Gap(words)),
        _ => Err(PatternError::Gap(item.to_owned())),
    }
}

fn term(word: &str) -> Result<Term, PatternError> {
    if word == "#" {
        return Ok(Term::Number);
    }
    let starred = || PatternError::Star(word.to_owned());
    let (term, letters) = match (word.strip_prefix('*'), word.strip_suffix('*')) {
        (Some(_), Some(_)) => return Err(starred()),
        (Some(ending), None) => (Term::Suffix(ending.into()), ending),
        (None, Some(beginning)) => (Term::Prefix(beginning.into()), beginning),
        (None, None) => (Term::Exact(word.into()), word),
    };
    if !matches!(term, Term::Exact(_)) && letters.len() < 3 || letters.contains('*') {
        return Err(starred());
    }
    let plain = |it: char| {
        it.is_alphanumeric() && !it.is_uppercase() && it.is_ascii()
            || matches!(it, '\'' | '-' | '.' | '&' | ':' | '@' | ',' | '_')
    };
    if letters.is_empty() || !letters.chars().all(plain) {
        return Err(PatternError::NotFolded(word.to_owned()));
    }
    Ok(term)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lists() -> WordLists {
        let entries = |it: &[&str]| it.iter().map(|&it| it.to_owned()).collect();
        WordLists::from([
            ("u".to_owned(), entries(&["u", "je"])),
            ("soon".to_owned(), entries(&["gauw", "zo snel mogelijk"])),
            ("round".to_owned(), entries(&["@about"])),
            ("about".to_owned(), entries(&["@round"])),
        ])
    }

    #[test]
    fn single_words_become_one_set() {
        let nodes = parse("wat (naar|@u)|erg?", &lists());
        let exact = |it: &str| Term::Exact(it.into());
        let set = Node::Words(vec![exact("naar"), exact("u"), exact("je"), exact("erg")]);
        let expected = vec![
            Node::Words(vec![exact("wat")]),
            Node::Optional(Box::new(set)),
        ];
        assert_eq!(nodes, Ok(expected));
    }

    #[test]
    fn mistakes_are_named() {
        let parse = |it| parse(it, &lists()).unwrap_err();
        assert_eq!(parse("(a|b"), PatternError::Bracket);
        assert_eq!(parse("a||b"), PatternError::Empty);
        assert_eq!(parse("  "), PatternError::Empty);
        assert_eq!(
            parse("@nobody"),
            PatternError::UnknownList("nobody".to_owned())
        );
        assert_eq!(parse("@round"), PatternError::Circle("round".to_owned()));
        assert_eq!(parse("co*"), PatternError::Star("co*".to_owned()));
        assert_eq!(parse("Privé"), PatternError::NotFolded("Privé".to_owned()));
        assert_eq!(parse("a ..99 b"), PatternError::Gap("..99".to_owned()));
        assert_eq!(parse("^?"), PatternError::NotFolded("^".to_owned()));
    }
}
