//! Finding the acts of one speaker in an utterance, by the lexicon's entries.

use rustc_hash::FxHashSet;

use crate::{
    acts::{
        act::{Act, ActSet, Feeling},
        evidence::Evidence,
        features::View,
        history::Memory,
        lexicon_file::Place,
        model::Model,
        surroundings::Levels,
    },
    text::{Hit, Mark, PatternSet, Utterance},
};

/// One way of performing an act: an entry of the lexicon, without its patterns.
#[derive(Debug, Clone)]
pub struct Entry<A: Act> {
    /// Unique name in the language, begins with the act.
    pub id: Box<str>,
    /// The act performed.
    pub act: A,
    /// Why this wording performs the act.
    pub why: Box<str>,
    /// The emotion shown, for the customer's `emotion`: which, and how strongly (1–3).
    pub emotion: Option<(Feeling, u8)>,
    pub(super) after: Option<ActSet<A::Other>>,
    pub(super) not_after: ActSet<A::Other>,
    pub(super) place: Option<Place>,
    /// Only in sentences that end in a question mark, or only in those that do not.
    pub(super) question: Option<bool>,
    pub(super) yields_to: ActSet<A>,
}

/// What a pattern of the set does when it is found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// Shows that this entry's act is performed.
    Fires(usize),
    /// Keeps this entry from firing in the sentence.
    Blocks(usize),
    /// What follows it in the sentence is not meant.
    Veils,
}

/// What came before an utterance, as far as entries can ask for it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Setting<'a, A: Act> {
    /// What the other did in their preceding utterance.
    pub(super) previous: ActSet<A::Other>,
    /// Whether it is the speaker's first utterance.
    pub(super) first: bool,
    /// What the other has said so far.
    pub(super) heard: &'a Memory,
    /// What the speaker has said so far.
    pub(super) own: &'a Memory,
}

/// From where on in a sentence nothing is meant.
struct Veils {
    from: Vec<(usize, usize)>,
}

impl Veils {
    /// Whether the words of the evidence reach under a veil.
    fn hide<A>(&self, evidence: &Evidence<A>) -> bool {
        let under = |(sentence, from): &(usize, usize)| {
            *sentence == evidence.sentence && evidence.span.end > *from
        };
        self.from.iter().any(under)
    }
}

/// The entries of one speaker, ready to read.
#[derive(Debug)]
pub(super) struct Recogniser<A: Act> {
    pub(super) entries: Vec<Entry<A>>,
    pub(super) patterns: PatternSet,
    /// By pattern number.
    pub(super) roles: Vec<Role>,
    /// What weighs the entries' findings and sees what no entry knows, where one was trained.
    pub(super) model: Option<Model<A>>,
}

impl<A: Act> Entry<A> {
    fn fits(&self, setting: Setting<'_, A>) -> bool {
        self.after.is_none_or(|after| after.meets(setting.previous))
            && !self.not_after.meets(setting.previous)
            && self
                .place
                .is_none_or(|place| (place == Place::First) == setting.first)
    }
}

impl<A: Act> Recogniser<A> {
    /// Every entry that fires, once a sentence, with its longest span; in order of place.
    pub(super) fn fire(&self, utterance: &Utterance, setting: Setting<'_, A>) -> Vec<Evidence<A>> {
        self.fire_on(&self.patterns.find(utterance), utterance, setting)
    }

    fn fire_on(
        &self,
        hits: &[Hit],
        utterance: &Utterance,
        setting: Setting<'_, A>,
    ) -> Vec<Evidence<A>> {
        let mut fired = Vec::new();
        for sentence in hits.chunk_by(|a, b| a.sentence == b.sentence) {
            let from = fired.len();
            self.fire_in_sentence(utterance, setting, sentence, &mut fired);
            self.give_way(&mut fired, from);
        }
        fired.sort_by_key(|it| (it.span, it.act.index(), it.entry));
        fired
    }

    /// The acts performed, given where the patterns were found: of the entries that fire, one piece of evidence per act
    /// and sentence, the longest; weighed by the trained model. With how surely it saw each by the words alone.
    pub(super) fn recognise(
        &self,
        utterance: &Utterance,
        hits: &[Hit],
        setting: Setting<'_, A>,
    ) -> (Vec<Evidence<A>>, Levels) {
        let fired = self.fire_on(hits, utterance, setting);
        let mut kept: Vec<Evidence<A>> = Vec::new();
        for evidence in &fired {
            let same =
                |it: &&mut Evidence<A>| it.act == evidence.act && it.sentence == evidence.sentence;
            match kept.iter_mut().find(same) {
                Some(known) if length(known) >= length(evidence) => {}
                Some(known) => *known = evidence.clone(),
                None => kept.push(evidence.clone()),
            }
        }
        let mut levels = Levels::new();
        if let Some(model) = &self.model
            && !utterance.tokens().is_empty()
        {
            levels = model.settle(&self.view(utterance, setting, &fired), &mut kept);
            let veils = self.veils_among(hits, utterance);
            kept.retain(|it| !(it.entry.is_none() && it.act.can_be_undone() && veils.hide(it)));
        }
        kept.sort_by_key(|it| (it.span, it.act.index()));
        (kept, levels)
    }

    /// What a model sees of the utterance.
    pub(super) fn view<'v>(
        &'v self,
        utterance: &'v Utterance,
        setting: Setting<'v, A>,
        found: &'v [Evidence<A>],
    ) -> View<'v, A> {
        View {
            utterance,
            setting,
            found,
            entries: &self.entries,
        }
    }

    /// Whether some of it is negated, quoted or hypothetical by a veil of the lexicon.
    pub(super) fn veils(&self, utterance: &Utterance) -> bool {
        let hits = self.patterns.find(utterance);
        !self.veils_among(&hits, utterance).from.is_empty()
    }

    fn veils_among(&self, hits: &[Hit], utterance: &Utterance) -> Veils {
        let veils = hits
            .iter()
            .filter(|it| self.roles.get(it.pattern as usize) == Some(&Role::Veils));
        let from = veils.map(|it| (it.sentence, utterance.span_of(it.tokens.clone()).start));
        Veils {
            from: from.collect(),
        }
    }

    fn fire_in_sentence(
        &self,
        utterance: &Utterance,
        setting: Setting<'_, A>,
        hits: &[Hit],
        fired: &mut Vec<Evidence<A>>,
    ) {
        let role = |hit: &Hit| self.roles[hit.pattern as usize];
        let veil = hits
            .iter()
            .filter(|it| role(it) == Role::Veils)
            .map(|it| it.tokens.start)
            .min();
        let blocks = hits.iter().filter_map(|it| match role(it) {
            Role::Blocks(number) => Some(number),
            _ => None,
        });
        let blocked: FxHashSet<usize> = blocks.collect();
        let from = fired.len();
        for hit in hits {
            let Role::Fires(number) = role(hit) else {
                continue;
            };
            let entry = &self.entries[number];
            let veiled =
                veil.is_some_and(|veil| hit.tokens.start >= veil) && entry.act.can_be_undone();
            let quoted = utterance.tokens()[hit.tokens.clone()]
                .iter()
                .all(|it| it.quoted);
            let asks = utterance.sentences()[hit.sentence].mark == Mark::Question;
            let mood = entry.question.is_none_or(|it| it == asks);
            if blocked.contains(&number) || veiled || quoted || !mood || !entry.fits(setting) {
                continue;
            }
            let evidence = Evidence {
                act: entry.act,
                span: utterance.span_of(hit.tokens.clone()),
                sentence: hit.sentence,
                entry: Some(number),
                sure: true,
            };
            match fired[from..]
                .iter_mut()
                .find(|it| it.entry == evidence.entry)
            {
                Some(known) if length(known) >= length(&evidence) => {}
                Some(known) => *known = evidence,
                None => fired.push(evidence),
            }
        }
    }

    /// Drops what yields to another act found in the same sentence.
    fn give_way(&self, fired: &mut Vec<Evidence<A>>, from: usize) {
        let found: ActSet<A> = fired[from..].iter().map(|it| it.act).collect();
        let mut at = 0;
        fired.retain(|it| {
            at += 1;
            at <= from
                || it.entry.is_none_or(|entry| {
                    let mut others = found;
                    others.remove(it.act);
                    !self.entries[entry].yields_to.meets(others)
                })
        });
    }
}

fn length<A>(evidence: &Evidence<A>) -> usize {
    evidence.span.end - evidence.span.start
}
