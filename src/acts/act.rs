//! The acts of the codebook, and those that scenarios need beside them.

use std::{fmt::Debug, hash::Hash, marker::PhantomData};

/// A kind of act: what the agent does, or what the customer does.
pub trait Act: Copy + Eq + Ord + Hash + Debug + Send + Sync + 'static {
    /// The acts of the other speaker.
    type Other: Act<Other = Self>;

    /// All acts of the kind, in codebook order.
    const ALL: &'static [Self];

    /// The name in files and JSON: `snake_case`.
    fn name(self) -> &'static str;

    /// Place in [`Act::ALL`].
    fn index(self) -> usize;

    /// Whether it is undone where it is negated, quoted or hypothetical ("ik zeg niet dat het mij
    /// spijt"). A blunder stays one, and a refusal is made by a negation.
    fn can_be_undone(self) -> bool {
        true
    }

    /// The act of this name.
    fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|it| it.name() == name)
    }
}

/// Declares an enum of acts with their names.
macro_rules! acts {
    ($(#[$meta:meta])* $kind:ident, answered by $other:ident $(, never undone: $kept:ident)? { $($(#[$doc:meta])* $act:ident = $name:literal,)+ }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $kind { $($(#[$doc])* $act,)+ }

        impl Act for $kind {
            type Other = $other;

            const ALL: &'static [Self] = &[$(Self::$act,)+];

            fn name(self) -> &'static str {
                match self { $(Self::$act => $name,)+ }
            }

            fn index(self) -> usize {
                self as usize
            }

            $(fn can_be_undone(self) -> bool {
                !self.$kept()
            })?
        }

        impl serde::Serialize for $kind {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.name())
            }
        }

        impl<'de> serde::Deserialize<'de> for $kind {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let name = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
                Self::from_name(&name).ok_or_else(|| {
                    let names: Vec<&str> = Self::ALL.iter().map(|it| it.name()).collect();
                    serde::de::Error::custom(format!(
                        "there is no act `{name}`; the acts are {}", names.join(", ")
                    ))
                })
            }
        }
    };
}

acts! {
    /// What an agent does in a reply (codebook part 1), with `hold`, `limit` and `correct`.
    AgentAct, answered by CustomerAct, never undone: is_refusal_or_blunder {
        /// Opening salutation.
        Greet = "greet",
        /// Gives own name or organisation.
        Introduce = "introduce",
        /// Offers help or shows willingness.
        OfferHelp = "offer_help",
        /// Invites a free answer about the case.
        AskOpen = "ask_open",
        /// Asks for yes or no, a choice or a single datum about the case.
        AskClosed = "ask_closed",
        /// Gives a bare listening signal.
        Acknowledge = "acknowledge",
        /// Restates the situation or what was agreed.
        Summarise = "summarise",
        /// Asks identifying data or announces a security check.
        Verify = "verify",
        /// Records, looks up or reads back the file.
        Note = "note",
        /// Acknowledges the customer's emotion or burden.
        NameFeeling = "name_feeling",
        /// Calls the reaction or complaint legitimate.
        Validate = "validate",
        /// Apologises.
        Apologise = "apologise",
        /// Gives calm or confidence.
        Reassure = "reassure",
        /// Gives a reason or background.
        Explain = "explain",
        /// Puts a concrete step, solution or choice.
        Propose = "propose",
        /// Takes an action upon themself.
        Own = "own",
        /// Commits to a time.
        PromiseTime = "promise_time",
        /// Gives something: refund, discount, waived cost.
        Goodwill = "goodwill",
        /// Asks whether proposal or summary suits.
        CheckAgreement = "check_agreement",
        /// Passes the customer on.
        Refer = "refer",
        /// Says that something is not possible.
        Decline = "decline",
        /// Asks whether there is anything else.
        AnythingElse = "anything_else",
        /// Thanks the customer.
        Thank = "thank",
        /// Says goodbye.
        Farewell = "farewell",
        /// Brushes the point aside or flatly contradicts.
        Dismiss = "dismiss",
        /// Orders, lectures or hushes.
        Command = "command",
        /// Puts the fault with the customer.
        Blame = "blame",
        /// Disclaims responsibility or refuses a name.
        Shirk = "shirk",
        /// Shows impatience.
        Rush = "rush",
        /// Insults, swears, mocks.
        Insult = "insult",
        /// Uses an unexplained technical or internal term.
        Jargon = "jargon",
        /// Seems to agree and undoes it at once.
        YesBut = "yes_but",
        /// Announces a wait, with a reason (not a codebook act).
        Hold = "hold",
        /// Sets a boundary properly; never a blunder (not a codebook act).
        Limit = "limit",
        /// Takes back an own mistake (not a codebook act).
        Correct = "correct",
    }
}

acts! {
    /// What a customer does in an utterance. `emotion` and `objection` are the codebook's flags.
    CustomerAct, answered by AgentAct {
        /// Expresses a negative emotion.
        Emotion = "emotion",
        /// Objects, doubts, refuses, protests or disagrees.
        Objection = "objection",
        /// Asks something.
        Question = "question",
        /// Tells at length.
        Story = "story",
        /// Agrees to what was put.
        Accept = "accept",
        /// Threatens.
        Threat = "threat",
        /// Thanks.
        Thanks = "thanks",
        /// Says goodbye.
        Farewell = "farewell",
    }
}

/// The families in which the codebook orders the agent's acts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Family {
    /// Greeting, name, offer of help.
    Opening,
    /// Questions, summaries, notes.
    Listening,
    /// Feelings named, validated, calmed.
    Empathy,
    /// Reasons, steps, promises.
    Solving,
    /// Anything else, thanks, goodbye.
    Closing,
    /// What drives customers away.
    Blunder,
    /// Acts that the codebook does not hold.
    Beyond,
}

impl AgentAct {
    /// The act's family.
    pub const fn family(self) -> Family {
        match self {
            Self::Greet | Self::Introduce | Self::OfferHelp => Family::Opening,
            Self::AskOpen
            | Self::AskClosed
            | Self::Acknowledge
            | Self::Summarise
            | Self::Verify
            | Self::Note => Family::Listening,
            Self::NameFeeling | Self::Validate | Self::Apologise | Self::Reassure => {
                Family::Empathy
            }
            Self::Explain
            | Self::Propose
            | Self::Own
            | Self::PromiseTime
            | Self::Goodwill
            | Self::CheckAgreement
            | Self::Refer
            | Self::Decline => Family::Solving,
            Self::AnythingElse | Self::Thank | Self::Farewell => Family::Closing,
            Self::Dismiss
            | Self::Command
            | Self::Blame
            | Self::Shirk
            | Self::Rush
            | Self::Insult
            | Self::Jargon
            | Self::YesBut => Family::Blunder,
            Self::Hold | Self::Limit | Self::Correct => Family::Beyond,
        }
    }

    fn is_refusal_or_blunder(self) -> bool {
        self.family() == Family::Blunder || self == Self::Decline
    }

    /// Whether the codebook holds the act, so that it is reported under `agent`.
    pub fn is_codebook(self) -> bool {
        self.family() != Family::Beyond
    }
}

/// What kind of negative feeling a customer shows.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize,
)]
#[serde(rename_all = "kebab-case")]
pub enum Feeling {
    /// Startled, in panic.
    Fright,
    /// Uneasy about what may come.
    Worry,
    /// Angry or indignant.
    Anger,
    /// Sad.
    Grief,
    /// At a loss, giving up.
    Despair,
    /// Fed up.
    Frustration,
}

/// A set of acts of one kind.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct ActSet<A> {
    bits: u64,
    kind: PhantomData<A>,
}

impl<A: Act> ActSet<A> {
    /// No act.
    pub const EMPTY: Self = Self {
        bits: 0,
        kind: PhantomData,
    };

    /// Adds `act`.
    pub fn insert(&mut self, act: A) {
        self.bits |= 1 << act.index();
    }

    /// Takes `act` away.
    pub fn remove(&mut self, act: A) {
        self.bits &= !(1 << act.index());
    }

    /// Whether `act` is in it.
    pub fn contains(self, act: A) -> bool {
        self.bits & (1 << act.index()) != 0
    }

    /// Whether the two sets share an act.
    pub const fn meets(self, other: Self) -> bool {
        self.bits & other.bits != 0
    }

    /// Whether every act of `other` is in it.
    pub const fn covers(self, other: Self) -> bool {
        self.bits & other.bits == other.bits
    }

    /// The acts of both.
    #[must_use]
    pub const fn union(self, other: Self) -> Self {
        Self {
            bits: self.bits | other.bits,
            kind: PhantomData,
        }
    }

    /// All but this act.
    #[must_use]
    pub fn without(self, act: A) -> Self {
        self.iter().filter(|it| *it != act).collect()
    }

    /// The acts that both hold.
    #[must_use]
    pub const fn intersection(self, other: Self) -> Self {
        Self {
            bits: self.bits & other.bits,
            kind: PhantomData,
        }
    }

    /// How many acts it holds.
    pub const fn len(self) -> usize {
        self.bits.count_ones() as usize
    }

    /// Whether it holds none.
    pub const fn is_empty(self) -> bool {
        self.bits == 0
    }

    /// The acts, in codebook order.
    pub fn iter(self) -> impl Iterator<Item = A> {
        A::ALL.iter().copied().filter(move |it| self.contains(*it))
    }
}

impl<A: Act> Default for ActSet<A> {
    fn default() -> Self {
        Self::EMPTY
    }
}

impl<A: Act> FromIterator<A> for ActSet<A> {
    fn from_iter<I: IntoIterator<Item = A>>(acts: I) -> Self {
        let mut set = Self::EMPTY;
        acts.into_iter().for_each(|it| set.insert(it));
        set
    }
}

impl<A: Act> Debug for ActSet<A> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_set().entries(self.iter().map(Act::name)).finish()
    }
}

impl<'de, A: Act + serde::Deserialize<'de>> serde::Deserialize<'de> for ActSet<A> {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Vec::<A>::deserialize(deserializer)?.into_iter().collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn round_trips<A: Act>() {
        for act in A::ALL {
            assert_eq!(A::from_name(act.name()), Some(*act));
            assert_eq!(A::ALL[act.index()], *act);
        }
    }

    #[test]
    fn every_act_round_trips_by_name_and_index() {
        round_trips::<AgentAct>();
        round_trips::<CustomerAct>();
        assert_eq!(
            AgentAct::ALL.iter().filter(|it| it.is_codebook()).count(),
            32
        );
    }

    #[test]
    fn sets_hold_what_was_put_in() {
        let mut set: ActSet<AgentAct> = [AgentAct::Greet, AgentAct::Correct].into_iter().collect();
        assert_eq!(format!("{set:?}"), r#"{"greet", "correct"}"#);
        set.remove(AgentAct::Greet);
        assert!(!set.contains(AgentAct::Greet) && set.len() == 1);
    }
}
