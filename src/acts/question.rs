//! What kind of answer a question asks for.

use std::{cmp::Reverse, collections::BTreeMap};

use serde::Deserialize;
use toml::Spanned;

use crate::{
    ground::diagnostic::{Diagnostic, Source},
    text::{Hit, PatternSet, PatternSetBuilder, RealWords, Utterance, WordLists},
};

/// The kind of answer that a question asks for; a question of none of these kinds wants yes or no.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum QuestionForm {
    /// A moment.
    When,
    /// A place.
    Where,
    /// A person.
    Who,
    /// A reason.
    Why,
    /// An amount or number.
    HowMuch,
    /// A duration.
    HowLong,
    /// A way of doing.
    How,
    /// One of several.
    Which,
    /// Anything else that is named or told.
    What,
    /// One of the things that the question itself names: "a or b".
    Choice,
}

/// How a language asks.
#[derive(Debug)]
pub(super) struct Questions {
    patterns: PatternSet,
    roles: Vec<QuestionRole>,
}

/// What a pattern of `[questions]` stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(untagged)]
pub(super) enum QuestionRole {
    /// A question of this form.
    Form(QuestionForm),
    /// A second question begins here, in the same sentence.
    Joint(Joint),
}

/// The key of the patterns whose first word joins a second question to a first one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Joint {
    /// "… and when was that?"
    Joint,
}

/// `[questions]`: patterns by what they stand for.
pub(super) type QuestionTable = BTreeMap<QuestionRole, Vec<Spanned<String>>>;

impl Questions {
    pub(super) fn gather<'a>(
        tables: impl Iterator<Item = (&'a Source, &'a QuestionTable)>,
        lists: &WordLists,
        real_words: &RealWords,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Self {
        let mut builder = PatternSetBuilder::new(lists);
        let mut roles = Vec::new();
        for (source, table) in tables {
            let patterns = table
                .iter()
                .flat_map(|(role, patterns)| patterns.iter().map(|it| (*role, it)));
            for (role, pattern) in patterns {
                match builder.add(pattern.get_ref()) {
                    Ok(_) => roles.push(role),
                    Err(error) => diagnostics.push(
                        Diagnostic::error("pattern", error.to_string())
                            .at(source, pattern.span().into())
                            .help("docs/patterns.md describes the pattern language"),
                    ),
                }
            }
        }
        Self {
            patterns: builder.build(real_words.clone()),
            roles,
        }
    }

    /// The same words, every question in a sentence of its own.
    pub(super) fn told_apart(&self, utterance: &Utterance) -> Utterance {
        let joints = self
            .patterns
            .find(utterance)
            .into_iter()
            .filter(|it| matches!(self.roles[it.pattern as usize], QuestionRole::Joint(_)));
        let mut joints: Vec<usize> = joints.map(|it| it.tokens.start).collect();
        joints.sort_unstable();
        joints.dedup();
        utterance.broken_at(&joints)
    }

    /// The form of each sentence, were it a question: that of the words that come first, of those the
    /// longest; a choice only where no other form is found.
    pub(super) fn forms(&self, utterance: &Utterance) -> Vec<Option<QuestionForm>> {
        let hits = self.patterns.find(utterance).into_iter();
        let mut found: Vec<(Hit, QuestionForm)> = hits
            .filter_map(|it| match self.roles[it.pattern as usize] {
                QuestionRole::Form(form) => Some((it, form)),
                QuestionRole::Joint(_) => None,
            })
            .collect();
        found.sort_by_key(|(it, form)| {
            let choice = *form == QuestionForm::Choice;
            let length = Reverse(it.tokens.len());
            (it.sentence, choice, it.tokens.start, length, it.pattern)
        });
        let mut forms = vec![None; utterance.sentences().len()];
        for (hit, form) in found {
            forms[hit.sentence] = forms[hit.sentence].or(Some(form));
        }
        forms
    }
}
