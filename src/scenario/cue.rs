//! What the engine calls for by name.

/// The lines that the engine calls for by name; `scenarios/<language>/common/cues.toml` gives them.
macro_rules! cues {
    ($($(#[$doc:meta])* $cue:ident = $name:literal,)+) => {
        /// A line that the engine calls for by name.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub enum CueName { $($(#[$doc])* $cue,)+ }

        impl CueName {
            /// All cues.
            pub const ALL: &'static [Self] = &[$(Self::$cue,)+];

            /// The id of the move that gives its lines.
            pub const fn id(self) -> &'static str {
                match self { $(Self::$cue => $name,)+ }
            }
        }
    };
}

cues! {
    /// The reply was not understood.
    Unclear = "unclear",
    /// … once more.
    UnclearAgain = "unclear-again",
    /// A remark that asks nothing and that the case knows nothing of, in words that anybody understands.
    HearOut = "hear-out",
    /// A word or two that ask whether what they said is really so: "really?"
    EchoYes = "echo-yes",
    /// … with a negation: "not at all?"
    EchoNo = "echo-no",
    /// A question that the customer cannot answer.
    UnknownQuestion = "unknown-question",
    /// … that wants yes or no.
    UnknownYesOrNo = "unknown-yes-or-no",
    /// … that wants yes or no about what they have or have done.
    UnknownHave = "unknown-have",
    /// … about what they know.
    UnknownKnow = "unknown-know",
    /// … about what there is.
    UnknownExist = "unknown-exist",
    /// … about what they think.
    UnknownThink = "unknown-think",
    /// … about what they would like or do.
    UnknownWould = "unknown-would",
    /// … about how or what they are.
    UnknownBe = "unknown-be",
    /// … about what they do as a rule.
    UnknownUse = "unknown-use",
    /// … that wants a moment.
    UnknownWhen = "unknown-when",
    /// … that wants a place.
    UnknownWhere = "unknown-where",
    /// … that wants a person.
    UnknownWho = "unknown-who",
    /// … that wants a reason.
    UnknownWhy = "unknown-why",
    /// … that wants a number, an amount or a duration.
    UnknownHowMuch = "unknown-how-much",
    /// … that leaves a choice.
    UnknownChoice = "unknown-choice",
    /// A choice left to the customer in what the agent will do.
    LeaveChoice = "leave-choice",
    /// Asked to do something that the case knows nothing of.
    AskedToDo = "asked-to-do",
    /// Kind words, where there is nothing else to answer.
    KindWords = "kind-words",
    /// Lead-in to something told before.
    RepeatQuestion = "repeat-question",
    /// The agent said nothing.
    Silence = "silence",
    /// … once more.
    SilenceAgain = "silence-again",
    /// The agent said nothing, as announced.
    Wait = "wait",
    /// Yes.
    Yes = "yes",
    /// No.
    No = "no",
    /// Nothing left to tell.
    ToldEverything = "told-everything",
    /// Nothing else to ask.
    NothingElse = "nothing-else",
    /// Lead-in to an open worry.
    SomethingElse = "something-else",
    /// The summary is right.
    ConfirmSummary = "confirm-summary",
    /// More questions than one can answer.
    TooManyQuestions = "too-many-questions",
    /// What now?
    PushOn = "push-on",
    /// Asked to agree, with nothing on the table.
    OrderedOffer = "ordered-offer",
    /// The agent only greeted.
    GreetBack = "greet-back",
    /// A solution before the case is known.
    OfferEarly = "offer-early",
    /// A solution that was accepted before.
    AcceptedAlready = "accepted-already",
    /// Agreeing to a step that is no solution of the scenario.
    AgreeStep = "agree-step",
    /// Hearing of a step that the agent takes on, without being asked.
    NoteStep = "note-step",
    /// Taking in what was explained, refused or said without asking anything.
    TakeIn = "take-in",
    /// A very long reply.
    LongRamble = "long-ramble",
    /// A reply in capitals.
    Shout = "shout",
    /// Nothing but signs.
    Emoji = "emoji",
}
