//! Finding the patterns of a set in an utterance.

use std::ops::Range;

use crate::text::{
    compile::{Flat, PatternSet, Step},
    pattern::Edge,
    terms::{Signs, Terms},
    utterance::{Sentence, Token, Utterance},
    vocabulary::TermId,
};

/// A pattern found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// The pattern's number in its set.
    pub pattern: u32,
    /// Index of the sentence.
    pub sentence: usize,
    /// The tokens that it covers, gaps included.
    pub tokens: Range<usize>,
    /// How many words the pattern asks for there: the more, the surer.
    pub words: usize,
}

impl Flat {
    /// How many words must be there.
    fn words(&self) -> usize {
        let asked = |it: &&Step| {
            matches!(
                it,
                Step::Words {
                    optional: false,
                    ..
                }
            )
        };
        self.steps.iter().filter(asked).count()
    }
}

impl PatternSet {
    /// All places where patterns of the set match, in order of sentence and then of pattern; of the
    /// matches of one pattern around one word only the first found.
    pub fn find(&self, utterance: &Utterance) -> Vec<Hit> {
        let mut hits = Vec::new();
        let terms = TokenTerms::of(self, utterance);
        for (number, sentence) in utterance.sentences().iter().enumerate() {
            let from = hits.len();
            let text = Text {
                utterance,
                sentence,
                terms: &terms,
            };
            let signs = Signs::of(terms.among(sentence.tokens.clone()));
            for at in sentence.tokens.clone() {
                for term in terms.at(at) {
                    for flat in self.anchored.row(*term as usize) {
                        let flat = &self.flats[*flat as usize];
                        if flat.guard.meet(signs)
                            && let Some(tokens) = text.matches(flat, at)
                        {
                            hits.push(Hit {
                                pattern: flat.pattern,
                                sentence: number,
                                tokens,
                                words: flat.words(),
                            });
                        }
                    }
                }
            }
            let found = &mut hits[from..];
            found.sort_unstable_by(|a, b| {
                (a.pattern, a.tokens.start, a.tokens.end).cmp(&(
                    b.pattern,
                    b.tokens.start,
                    b.tokens.end,
                ))
            });
        }
        hits.dedup();
        hits
    }
}

/// The terms that each token answers to, flat.
struct TokenTerms {
    terms: Vec<TermId>,
    /// Where each token's terms end.
    ends: Vec<u32>,
}

impl TokenTerms {
    fn of(set: &PatternSet, utterance: &Utterance) -> Self {
        let tokens = utterance.tokens();
        let mut it = Self {
            terms: Vec::with_capacity(tokens.len() * 2),
            ends: Vec::with_capacity(tokens.len()),
        };
        for token in tokens {
            set.vocabulary
                .terms_of(utterance, token, &set.real_words, &mut it.terms);
            it.ends
                .push(u32::try_from(it.terms.len()).unwrap_or(u32::MAX));
        }
        it
    }

    fn at(&self, token: usize) -> &[TermId] {
        self.among(token..token + 1)
    }

    /// Those of all these tokens.
    fn among(&self, tokens: Range<usize>) -> &[TermId] {
        let end = |it: usize| it.checked_sub(1).map_or(0, |it| self.ends[it] as usize);
        &self.terms[end(tokens.start)..end(tokens.end)]
    }
}

/// A sentence to match in. Positions are *boundaries*: `b` lies before token `b`.
struct Text<'a> {
    utterance: &'a Utterance,
    sentence: &'a Sentence,
    terms: &'a TokenTerms,
}

/// Which way a sequence is walked from its anchor.
#[derive(Clone, Copy)]
enum Way {
    Back,
    Forth,
}

impl Text<'_> {
    /// The tokens covered when `flat` matches with its anchor at token `at`.
    fn matches(&self, flat: &Flat, at: usize) -> Option<Range<usize>> {
        if flat.mark.is_some_and(|it| it != self.sentence.mark) {
            return None;
        }
        let end = self.walk(&flat.steps[flat.anchor + 1..], at + 1, Way::Forth)?;
        let start = self.walk(&flat.steps[..flat.anchor], at, Way::Back)?;
        Some(start..end)
    }

    /// Where the walk along `steps` from boundary `at` ends, if they all match. Short ways through
    /// gaps are tried first, so that a match covers no more than it must.
    fn walk(&self, steps: &[Step], at: usize, way: Way) -> Option<usize> {
        let next = match way {
            Way::Forth => steps.split_first(),
            Way::Back => steps.split_last(),
        };
        let Some((step, rest)) = next else {
            return Some(at);
        };
        match step {
            Step::Words { terms, optional } => {
                let taken = self
                    .step(at, way)
                    .filter(|(_, token)| self.answers(*token, terms))
                    .and_then(|(next, _)| self.walk(rest, next, way));
                taken.or_else(|| optional.then(|| self.walk(rest, at, way)).flatten())
            }
            Step::Gap(most) => {
                let mut at = at;
                for _ in 0..*most {
                    if let Some(end) = self.walk(rest, at, way) {
                        return Some(end);
                    }
                    let (next, token) = self.step(at, way)?;
                    if self.token(token).negation {
                        return None;
                    }
                    at = next;
                }
                self.walk(rest, at, way)
            }
            Step::Edge(edge) => self
                .is_at(*edge, at)
                .then(|| self.walk(rest, at, way))
                .flatten(),
        }
    }

    /// The boundary beyond the next token that way, and the token, within the sentence.
    fn step(&self, at: usize, way: Way) -> Option<(usize, usize)> {
        let tokens = &self.sentence.tokens;
        match way {
            Way::Forth => (at < tokens.end).then_some((at + 1, at)),
            Way::Back => (at > tokens.start).then(|| (at - 1, at - 1)),
        }
    }

    fn answers(&self, token: usize, wanted: &Terms) -> bool {
        wanted.meet(self.terms.at(token))
    }

    fn token(&self, at: usize) -> &Token {
        &self.utterance.tokens()[at]
    }

    fn is_at(&self, edge: Edge, at: usize) -> bool {
        match edge {
            Edge::SentenceStart => at == self.sentence.tokens.start,
            Edge::SentenceEnd => at == self.sentence.tokens.end,
            Edge::UtteranceStart => at == 0,
            Edge::UtteranceEnd => at == self.utterance.tokens().len(),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use crate::text::{Orthography, PatternSetBuilder, RealWords, Utterance, WordLists};

    /// The piece of `text` that `pattern` covers, if it matches.
    fn found(pattern: &str, text: &str) -> Option<String> {
        let lists = WordLists::new(&BTreeMap::from([(
            "u".to_owned(),
            vec!["u".to_owned(), "je".to_owned()],
        )]));
        let mut builder = PatternSetBuilder::new(&lists);
        builder.add(pattern).unwrap();
        let set = builder.build(RealWords::parse("vervelen\n"));
        let orthography = Orthography {
            negations: ["niet".into()].into_iter().collect(),
            ..Default::default()
        };
        let read = Utterance::parse(text, &orthography);
        let hit = set.find(&read).into_iter().next()?;
        Some(read.span_of(hit.tokens).of(text).to_owned())
    }

    #[test]
    fn gaps_are_short_and_never_skip_a_negation() {
        assert_eq!(
            found("ik .. begrijp", "Ja, ik kan begrijp"),
            Some("ik kan begrijp".into())
        );
        assert_eq!(found("ik .. begrijp", "ik kan niet begrijp"), None);
        assert_eq!(
            found("ik .. begrijp", "ik een twee drie vier begrijp"),
            None
        );
        assert!(found("ik ..4 begrijp", "ik een twee drie vier begrijp").is_some());
    }

    #[test]
    fn anchors_and_marks() {
        assert_eq!(found("^ dag $", "Hallo. Dag!"), Some("Dag".into()));
        assert_eq!(found("^^ dag", "Hallo. Dag!"), None);
        assert_eq!(found("dag $$", "Hallo. Dag!"), Some("Dag".into()));
        assert_eq!(found("klopt ?", "Klopt dat?"), Some("Klopt".into()));
        assert_eq!(found("klopt ?", "Klopt dat."), None);
    }

    #[test]
    fn groups_options_numbers_and_stars() {
        assert!(found("(heel erg|zo)? naar voor @u", "heel erg naar voor je").is_some());
        assert_eq!(found("# euro", "wel €30 euro"), Some("30 euro".into()));
        assert_eq!(
            found("*code van", "de licentiecode van"),
            Some("licentiecode van".into())
        );
        assert_eq!(
            found("contact*", "uw contactpersonen"),
            Some("contactpersonen".into())
        );
    }

    #[test]
    fn typing_errors_are_repaired_but_real_words_are_not() {
        assert_eq!(
            found("wat vervelend", "wat verveelend"),
            Some("wat verveelend".into())
        );
        assert_eq!(found("wat vervelend", "wat vervelen"), None);
        assert_eq!(
            found("heel naar", "heeeel naaaar"),
            Some("heeeel naaaar".into())
        );
    }
}
