//! Word lists, parsed.

use std::{collections::BTreeMap, sync::Arc};

use crate::text::pattern::{Node, Parser, PatternError, Term, Words, term};

/// The word lists of a language by name, without the `@`, each parsed once.
#[derive(Debug, Default)]
pub struct WordLists(BTreeMap<String, Result<ListNode, PatternError>>);

/// A parsed list; its words keep their letters, since every pattern set numbers them for itself.
pub(in crate::text) type ListNode = Node<Arc<[Word]>>;

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

    pub(in crate::text) fn get(&self, name: &str) -> Result<&ListNode, PatternError> {
        let unknown = || PatternError::UnknownList(name.to_owned());
        self.0
            .get(name)
            .ok_or_else(unknown)?
            .as_ref()
            .map_err(Clone::clone)
    }
}

/// A word of a word list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::text) struct Word(Box<str>);

impl Word {
    #[cfg(test)]
    pub(super) fn written(&self) -> &str {
        &self.0
    }

    pub(in crate::text) fn term(&self) -> Term<'_> {
        // it was parsed when the list was
        term(&self.0).unwrap_or(Term::Exact(&self.0))
    }
}

impl ListNode {
    /// The same with other words.
    pub(in crate::text) fn map<V>(&self, words: &mut impl FnMut(&[Word]) -> V) -> Node<V> {
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

/// Parses word lists that may use each other.
struct Resolver<'a> {
    entries: &'a BTreeMap<String, Vec<String>>,
    parsed: BTreeMap<String, Result<ListNode, PatternError>>,
    /// The word lists being written out, to find circles.
    within: Vec<String>,
}

impl Words for Resolver<'_> {
    type One = Word;
    type Set = Arc<[Word]>;

    fn one(&mut self, _: Term<'_>, written: &str) -> Word {
        Word(written.into())
    }

    fn set(&mut self, words: Vec<Word>) -> Self::Set {
        words.into()
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
