//! Patterns made ready for matching: flat sequences, each found by its rarest word.

use rustc_hash::FxHashMap;

use crate::text::{
    pattern::{Edge, Node, PatternError, Term, Word, WordLists, Words, parse},
    real_words::RealWords,
    rows::Rows,
    terms::{Signs, Terms},
    utterance::Mark,
    vocabulary::{TermId, Vocabulary},
};

/// How many flat sequences one pattern may come to.
const MOST_SEQUENCES: usize = 512;

/// A step of a flat pattern.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Step {
    /// One word that answers to one of these terms.
    Words { terms: Terms, optional: bool },
    /// Up to so many words, none of them a negation.
    Gap(u8),
    /// This place.
    Edge(Edge),
}

/// A pattern without groups.
#[derive(Debug)]
pub(super) struct Flat {
    /// Which pattern it belongs to, in the order of adding.
    pub(super) pattern: u32,
    pub(super) steps: Box<[Step]>,
    /// Which step is looked for first: the required word that is rarest among all patterns of the
    /// set.
    pub(super) anchor: usize,
    /// The rarest other word that it asks for, where there is one.
    pub(super) guard: Signs,
    /// The mark the sentence must end in.
    pub(super) mark: Option<Mark>,
}

impl Flat {
    /// The terms that it is looked for by.
    fn anchor_terms(&self) -> &[TermId] {
        match self.steps.get(self.anchor) {
            Some(Step::Words { terms, .. }) => terms.as_ref(),
            _ => &[],
        }
    }

    /// The least that it matches, `words` being one for each term.
    fn sample(&self, words: &[&str]) -> String {
        let required = self.steps.iter().filter_map(|it| match it {
            Step::Words {
                terms,
                optional: false,
            } => terms
                .as_ref()
                .first()
                .and_then(|it| words.get(*it as usize))
                .copied(),
            _ => None,
        });
        let text = required.collect::<Vec<_>>().join(" ");
        match self.mark {
            Some(Mark::Question) => text + "?",
            Some(Mark::Exclamation) => text + "!",
            _ => text,
        }
    }
}

/// Patterns that are looked for together.
#[derive(Debug, Default)]
pub struct PatternSet {
    pub(super) vocabulary: Vocabulary,
    pub(super) real_words: RealWords,
    pub(super) flats: Vec<Flat>,
    /// By anchor term: indices into `flats`.
    pub(super) anchored: Rows<u32>,
    patterns: u32,
}

impl PatternSet {
    /// How many patterns it holds.
    pub const fn len(&self) -> usize {
        self.patterns as usize
    }

    /// Whether it holds none.
    pub const fn is_empty(&self) -> bool {
        self.patterns == 0
    }

    /// For each pattern the shortest text that it matches: gaps and what may be left out are left
    /// out. Not how people write, but words that are sure to be heard.
    pub fn samples(&self) -> Vec<String> {
        let words = self.vocabulary.samples();
        let mut samples: Vec<Option<String>> = vec![None; self.len()];
        for flat in &self.flats {
            let text = flat.sample(&words);
            if let Some(sample) = samples.get_mut(flat.pattern as usize)
                && sample.as_ref().is_none_or(|it| text.len() < it.len())
            {
                *sample = Some(text);
            }
        }
        samples.into_iter().map(Option::unwrap_or_default).collect()
    }

    /// Every whole word that a pattern asks for, sorted: the words that typing errors are repaired
    /// against.
    pub fn words(&self) -> Vec<&str> {
        let mut words: Vec<&str> = self.vocabulary.exact_words().collect();
        words.sort_unstable();
        words
    }
}

/// Gathers patterns into a [`PatternSet`].
#[derive(Debug)]
pub struct PatternSetBuilder<'a> {
    words: Numbering<'a>,
    sequences: Vec<Sequence>,
    patterns: u32,
}

/// Numbers the words of patterns, and those of each word list once.
#[derive(Debug)]
struct Numbering<'a> {
    lists: &'a WordLists,
    numbered: FxHashMap<Box<str>, Numbered>,
    vocabulary: Vocabulary,
}

impl Words for Numbering<'_> {
    type One = TermId;
    type Set = Terms;

    fn one(&mut self, term: Term<'_>, _: &str) -> TermId {
        self.vocabulary.intern(term)
    }

    fn set(&mut self, words: Vec<TermId>) -> Self::Set {
        Terms::new(words)
    }

    fn alone(&mut self, word: TermId) -> Self::Set {
        Terms::One([word])
    }

    fn list(&mut self, name: &str) -> Result<Numbered, PatternError> {
        if let Some(known) = self.numbered.get(name) {
            return Ok(known.clone());
        }
        let vocabulary = &mut self.vocabulary;
        let mut number = |words: &[Word]| {
            let ids = words.iter().map(|it| vocabulary.intern(it.term()));
            Terms::new(ids.collect())
        };
        let node = self.lists.get(name)?.map(&mut number);
        self.numbered.insert(name.into(), node.clone());
        Ok(node)
    }
}

/// A flat pattern before its anchor is chosen.
#[derive(Debug)]
struct Sequence {
    pattern: u32,
    steps: Vec<Step>,
    mark: Option<Mark>,
}

impl Sequence {
    /// The flat pattern, its anchor the required word whose terms are used least.
    fn flat(self, uses: &[usize]) -> Flat {
        let (anchor, guard) = rarest(&self.steps, uses);
        Flat {
            pattern: self.pattern,
            steps: self.steps.into(),
            anchor,
            guard,
            mark: self.mark,
        }
    }
}

/// A node whose words are numbered.
type Numbered = Node<Terms>;

/// A sequence being written out: steps, and the mark demanded at the end.
type Draft<'n> = (Vec<&'n Numbered>, Option<Mark>);

impl<'a> PatternSetBuilder<'a> {
    /// A builder whose patterns use these word lists.
    pub fn new(lists: &'a WordLists) -> Self {
        Self {
            words: Numbering {
                lists,
                numbered: FxHashMap::default(),
                vocabulary: Vocabulary::default(),
            },
            sequences: Vec::new(),
            patterns: 0,
        }
    }

    /// Adds a pattern and returns its number: 0 for the first, counting on.
    ///
    /// # Errors
    /// When the pattern does not follow the pattern language; nothing is added then.
    pub fn add(&mut self, pattern: &str) -> Result<u32, PatternError> {
        let numbered = parse(pattern, &mut self.words)?;
        let number = self.patterns;
        let from = self.sequences.len();
        for (nodes, mark) in write_out(&numbered)? {
            // every node of a draft is a step
            let mut steps: Vec<Step> = Vec::with_capacity(nodes.len());
            steps.extend(nodes.into_iter().filter_map(step));
            let required = |it: &Step| {
                matches!(
                    it,
                    Step::Words {
                        optional: false,
                        ..
                    }
                )
            };
            if !steps.iter().any(required) {
                self.sequences.truncate(from);
                return Err(PatternError::NothingRequired);
            }
            self.sequences.push(Sequence {
                pattern: number,
                steps,
                mark,
            });
        }
        self.patterns += 1;
        Ok(number)
    }

    /// The finished set. `real_words` keeps existing words from being repaired into ours.
    pub fn build(mut self, real_words: RealWords) -> PatternSet {
        self.words.vocabulary.prepare_repairs();
        let uses = self.count_uses();
        let flats = self.sequences.into_iter().map(|it| it.flat(&uses));
        let flats: Vec<Flat> = flats.collect();
        let anchors = flats.iter().zip(0..).flat_map(|(flat, number)| {
            let terms = flat.anchor_terms().iter();
            terms.map(move |it| (*it, number))
        });
        let anchored = Rows::grouped(anchors, uses.len());
        PatternSet {
            vocabulary: self.words.vocabulary,
            real_words,
            flats,
            anchored,
            patterns: self.patterns,
        }
    }

    /// How many sequences use each term: the more, the commoner the word will be in texts too.
    fn count_uses(&self) -> Vec<usize> {
        let mut uses = vec![0; self.words.vocabulary.len()];
        for step in self.sequences.iter().flat_map(|it| &it.steps) {
            if let Step::Words { terms, .. } = step {
                for term in terms.as_ref() {
                    uses[*term as usize] += 1;
                }
            }
        }
        uses
    }
}

/// The required word step whose terms are used least, and the terms of the one after it.
fn rarest(steps: &[Step], uses: &[usize]) -> (usize, Signs) {
    let mut first: Option<(usize, usize, &Terms)> = None;
    let mut second = first;
    for (at, step) in steps.iter().enumerate() {
        let Step::Words {
            terms,
            optional: false,
        } = step
        else {
            continue;
        };
        let cost = terms
            .as_ref()
            .iter()
            .map(|it| uses[*it as usize])
            .sum::<usize>();
        let step = Some((cost, at, terms));
        if first.is_none_or(|(least, ..)| cost < least) {
            second = std::mem::replace(&mut first, step);
        } else if second.is_none_or(|(least, ..)| cost < least) {
            second = step;
        }
    }
    let anchor = first.map_or(0, |(_, at, _)| at);
    (
        anchor,
        second.map_or(Signs::ALL, |it| Signs::of(it.2.as_ref())),
    )
}

fn step(node: &Numbered) -> Option<Step> {
    let words = |terms: &Terms, optional| Step::Words {
        terms: terms.clone(),
        optional,
    };
    match node {
        Node::Words(terms) => Some(words(terms, false)),
        Node::Optional(inner) => match &**inner {
            Node::Words(terms) => Some(words(terms, true)),
            _ => None,
        },
        Node::Gap(most) => Some(Step::Gap(*most)),
        Node::Edge(edge) => Some(Step::Edge(*edge)),
        Node::Group(_) | Node::Ends(_) => None,
    }
}

/// Writes groups and optional groups out into sequences without them.
fn write_out(nodes: &[Numbered]) -> Result<Vec<Draft<'_>>, PatternError> {
    let mut drafts: Vec<Draft<'_>> = vec![(Vec::with_capacity(nodes.len()), None)];
    for node in nodes {
        match node {
            Node::Group(sequences) => drafts = branch(&drafts, sequences, false)?,
            Node::Optional(inner) if let Node::Group(sequences) = &**inner => {
                drafts = branch(&drafts, sequences, true)?;
            }
            Node::Ends(mark) => drafts.iter_mut().for_each(|(_, it)| *it = Some(*mark)),
            _ => drafts.iter_mut().for_each(|(steps, _)| steps.push(node)),
        }
    }
    Ok(drafts)
}

fn branch<'n>(
    drafts: &[Draft<'n>],
    sequences: &'n [Vec<Numbered>],
    optional: bool,
) -> Result<Vec<Draft<'n>>, PatternError> {
    let mut tails: Vec<Draft<'n>> = Vec::new();
    if optional {
        tails.push((Vec::new(), None));
    }
    for sequence in sequences {
        tails.extend(write_out(sequence)?);
    }
    if drafts.len() * tails.len() > MOST_SEQUENCES {
        return Err(PatternError::TooMany(MOST_SEQUENCES));
    }
    let join = |(head, mark): &Draft<'n>, (tail, tail_mark): &Draft<'n>| {
        let nodes = head.iter().chain(tail).copied().collect();
        (nodes, tail_mark.or(*mark))
    };
    Ok(drafts
        .iter()
        .flat_map(|head| tails.iter().map(move |tail| join(head, tail)))
        .collect())
}
