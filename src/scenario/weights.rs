//! What speaks for one answer to a sentence rather than another, and how much.
//!
//! `scenarios/weights.toml` holds a number for each sign, learned by `cargo run --release --example weigh`
//! from replies of which raters said what they call for. Together they make a logistic regression: what they
//! sum up to is the logarithm of the odds that the answer is called for.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;

use crate::ground::diagnostic::{Diagnostic, Source};

/// Declares the signs with their names.
macro_rules! signs {
    ($($(#[$doc:meta])* $sign:ident = $name:literal,)+) => {
        /// Something that speaks for an answer, or against it.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Sign { $($(#[$doc])* $sign,)+ }

        impl Sign {
            /// All signs.
            pub const ALL: &'static [Self] = &[$(Self::$sign,)+];

            /// The name in `scenarios/weights.toml`.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$sign => $name,)+ }
            }
        }
    };
}

signs! {
    /// How many words of a pattern ask for the fact, up to five.
    WordsAsking = "words-asking",
    /// Whether a pattern asks for it.
    Asked = "asked",
    /// How many words of a pattern call for the move, up to five.
    WordsCalling = "words-calling",
    /// Whether a pattern calls for it.
    Called = "called",
    /// Whether a pattern or likelihood sees the solution offered.
    Offered = "offered",
    /// Whether a pattern asks for any fact.
    AnyAsked = "any-asked",
    /// Whether a pattern calls for any move.
    AnyCalled = "any-called",
    /// How like the most alike wording is, 0–1.
    Likeness = "likeness",
    /// How much liker than any other.
    LikenessLead = "likeness-lead",
    /// Whether nothing else is liker.
    Likest = "likest",
    /// How near its meaning is, −1 to 1.
    Closeness = "closeness",
    /// How much nearer than that of any other.
    ClosenessLead = "closeness-lead",
    /// Whether nothing else is nearer.
    Closest = "closest",
    /// Likeness times closeness.
    LikeAndClose = "like-and-close",
    /// Where likeness, likelihood and closeness together put it.
    Standing = "standing",
    /// How much further up than any other.
    StandingLead = "standing-lead",
    /// Whether nothing else is further up.
    First = "first",
    /// How much likelier another makes the words: powers of two, up to twelve.
    Unlikelier = "unlikelier",
    /// Whether a sentence of this kind can mean it: a question asks for a fact, a statement offers.
    Meant = "meant",
    /// Whether its most alike wording denies where the sentence does not, or the other way round.
    Denied = "denied",
    /// Whether it is a fact that was told before.
    Told = "told",
    /// Whether it is a move of the case.
    OwnMove = "own-move",
    /// Whether it is a move of every customer.
    CommonMove = "common-move",
    /// Whether it is a solution.
    Solution = "solution",
    /// Whether the sentence asks.
    Asks = "asks",
    /// Whether it is a fact and the sentence asks.
    AskedFact = "asked-fact",
    /// Whether it is a move and the sentence asks.
    AskedMove = "asked-move",
    /// How many words the sentence has, up to twenty.
    Words = "words",
    /// Whether it has two or less.
    TwoWords = "two-words",
    /// Whether it has four or less.
    FourWords = "four-words",
}

/// How many signs there are.
pub const SIGNS: usize = Sign::ALL.len();

/// What speaks for an answer: a number for each sign.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Signs([f32; SIGNS]);

impl Signs {
    /// No sign of anything.
    pub const NONE: Self = Self([0.0; SIGNS]);

    /// Notes a sign.
    pub(crate) const fn set(&mut self, sign: Sign, number: f32) {
        self.0[sign as usize] = number;
    }

    /// Notes whether there is a sign.
    pub(crate) const fn mark(&mut self, sign: Sign, is: bool) {
        self.set(sign, if is { 1.0 } else { 0.0 });
    }

    /// The numbers, in the order of [`Sign::ALL`].
    pub const fn numbers(&self) -> &[f32; SIGNS] {
        &self.0
    }
}

/// How much each sign weighs.
#[derive(Debug, Clone, PartialEq)]
pub struct Weights {
    bias: f32,
    signs: [f32; SIGNS],
    /// The odds from which on a question or a statement is answered so, as logarithms.
    question: f32,
    statement: f32,
}

/// `scenarios/weights.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct WeightsFile {
    bias: f32,
    question: f32,
    statement: f32,
    sign: BTreeMap<Spanned<String>, f32>,
}

impl Weights {
    /// Reads the file; what is wrong with it comes back beside it.
    pub(super) fn gather(
        file: &WeightsFile,
        source: &Source,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Self {
        let mut signs = [0.0; SIGNS];
        for (name, weight) in &file.sign {
            let sign = Sign::ALL.iter().find(|it| it.name() == name.get_ref());
            if let Some(sign) = sign {
                signs[*sign as usize] = *weight;
            } else {
                let message = format!("there is no sign `{}`", name.get_ref());
                let finding = Diagnostic::error("weights", message);
                diagnostics.push(finding.at(source, name.span().into()));
            }
        }
        Self {
            bias: file.bias,
            signs,
            question: file.question,
            statement: file.statement,
        }
    }

    /// The odds that an answer is called for of which there are these signs, as a logarithm.
    pub fn odds(&self, signs: &Signs) -> f32 {
        let each = self.signs.iter().zip(&signs.0);
        self.bias + each.map(|(weight, it)| weight * it).sum::<f32>()
    }

    /// From which odds on a sentence is answered so: a question, or one that asks nothing.
    pub(crate) const fn enough(&self, asks: bool) -> f32 {
        if asks { self.question } else { self.statement }
    }
}

impl Default for Weights {
    /// Nothing speaks for anything.
    fn default() -> Self {
        Self {
            bias: -1.0,
            signs: [0.0; SIGNS],
            question: 0.0,
            statement: 0.0,
        }
    }
}
