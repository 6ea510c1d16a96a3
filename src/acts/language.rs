//! How a language is written: what reading it rests on before any act is known.

use std::{collections::BTreeMap, ops::Range};

use crate::{
    acts::{
        lexicon_file::LexiconFile,
        question::{QuestionShape, Questions},
        times::{TimePhrase, Times},
    },
    ground::diagnostic::{Diagnostic, Source},
    text::{
        Embedding, Orthography, PatternSet, PatternSetBuilder, RealWords, Utterance, WordLists,
        fold,
    },
};

/// Orthography, word lists, the words that are never repaired, and what words mean.
#[derive(Debug)]
pub struct Language {
    orthography: Orthography,
    lists: WordLists,
    real_words: RealWords,
    questions: Questions,
    times: Times,
    warm: PatternSet,
    embedding: Option<Embedding>,
}

impl Language {
    pub(super) fn gather(
        files: &[(&Source, LexiconFile)],
        real_words: Option<&Source>,
        embedding: Option<&Source>,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Self {
        let lists = gather_lists(files, diagnostics);
        let embedding = embedding.map(Embedding::parse).transpose();
        let embedding = embedding.map_err(|finding| diagnostics.push(finding));
        let real_words = real_words
            .map(|it| RealWords::parse(&it.text))
            .unwrap_or_default();
        let tables = files
            .iter()
            .map(|(source, file)| (*source, &file.questions));
        let warm = gather_warm(files, &lists, &real_words, diagnostics);
        Self {
            orthography: gather_orthography(files, diagnostics),
            questions: Questions::gather(tables, &lists, &real_words, diagnostics),
            warm,
            times: Times::gather(files.iter().filter_map(|it| it.1.times.as_ref())),
            lists,
            real_words,
            embedding: embedding.ok().flatten(),
        }
    }

    /// How its words and sentences are written.
    pub const fn orthography(&self) -> &Orthography {
        &self.orthography
    }

    /// The word lists, by name.
    pub const fn word_lists(&self) -> &WordLists {
        &self.lists
    }

    /// What kind of question each sentence is, were it one.
    pub fn question_shapes(&self, utterance: &Utterance) -> Vec<QuestionShape> {
        self.questions.shapes(utterance)
    }

    /// The same words, every question in a sentence of its own: "when was that, and where?".
    pub fn tell_apart(&self, utterance: &Utterance) -> Utterance {
        self.questions.told_apart(utterance)
    }

    /// The same words, every clause that may stand by itself in a sentence of its own; `None` where nothing is to be
    /// broken.
    pub fn by_clause(&self, utterance: &Utterance) -> Option<Utterance> {
        let breaks = self.questions.clauses(utterance);
        (!breaks.is_empty()).then(|| utterance.broken_at(&breaks))
    }

    /// Whether a customer is passed on with care: the colleague is told, the story need not be told
    /// again.
    pub fn hands_over_warmly(&self, utterance: &Utterance) -> bool {
        !self.warm.find(utterance).is_empty()
    }

    /// The times told in an utterance, in order.
    pub fn times(&self, utterance: &Utterance) -> Vec<TimePhrase> {
        self.times.find(utterance)
    }

    /// The amounts of money in a run of words, in whole units of the currency.
    pub fn amounts(&self, utterance: &Utterance, tokens: Range<usize>) -> Vec<u32> {
        self.times.amounts(utterance, tokens)
    }

    /// What its words mean, as vectors.
    pub const fn embedding(&self) -> Option<&Embedding> {
        self.embedding.as_ref()
    }

    /// The words that are never repaired.
    pub const fn real_words(&self) -> &RealWords {
        &self.real_words
    }
}

fn gather_warm(
    files: &[(&Source, LexiconFile)],
    lists: &WordLists,
    real_words: &RealWords,
    diagnostics: &mut Vec<Diagnostic>,
) -> PatternSet {
    let mut builder = PatternSetBuilder::new(lists);
    for (source, file) in files {
        for pattern in &file.hand_over.warm {
            if let Err(error) = builder.add(pattern.get_ref()) {
                diagnostics.push(
                    Diagnostic::error("pattern", error.to_string())
                        .at(source, pattern.span().into())
                        .help("docs/patterns.md describes the pattern language"),
                );
            }
        }
    }
    builder.build(real_words.clone())
}

fn gather_lists(files: &[(&Source, LexiconFile)], diagnostics: &mut Vec<Diagnostic>) -> WordLists {
    let mut lists = BTreeMap::new();
    for (source, file) in files {
        for (name, words) in &file.words {
            if lists.insert(name.to_owned(), words.clone()).is_some() {
                let message = format!("the word list `{name}` is defined more than once");
                let at = source.text.find(name.as_str()).unwrap_or_default();
                diagnostics.push(
                    Diagnostic::error("word-list-twice", message)
                        .at(source, (at..at + name.len()).into())
                        .help("give one of them another name, or join the two"),
                );
            }
        }
    }
    WordLists::new(&lists)
}

fn gather_orthography(
    files: &[(&Source, LexiconFile)],
    diagnostics: &mut Vec<Diagnostic>,
) -> Orthography {
    let mut orthography = Orthography::default();
    let mut seen = false;
    for (source, file) in files {
        if let Some(table) = &file.orthography {
            if seen {
                let message = "[orthography] stands in more than one file of the language";
                diagnostics.push(
                    Diagnostic::error("orthography-twice", message).at(source, (0..0).into()),
                );
            }
            seen = true;
            let folded = |it: &String| fold(it).into();
            orthography.negations = table.negations.iter().map(folded).collect();
            orthography.abbreviations = table.abbreviations.iter().map(folded).collect();
            orthography.clipped = table.clipped.iter().map(folded).collect();
        }
        for (short, long) in &file.spelling {
            let words = long.split_whitespace().map(|it| fold(it).into()).collect();
            orthography.spelling.insert(fold(short).into(), words);
        }
    }
    orthography
}
