//! A sheet that does not tell who somebody is.

use crate::{
    ground::span::Span,
    privacy::Masker,
    report::sheet::{ConversationSheet, CriterionSheet, ProofSheet, Said, SessionSheet, marks},
};

impl SessionSheet {
    /// Masks what people typed, and puts what `known_as` makes of a code name in its place.
    pub fn mask(&mut self, masker: &mut Masker, known_as: impl Fn(&str) -> String) {
        // what belongs together is read whole before any of it is masked
        for conversation in &self.conversations {
            conversation.typed().for_each(|it| masker.learn(it));
        }
        self.trainee = self.trainee.as_deref().map(&known_as);
        for conversation in &mut self.conversations {
            conversation.mask(masker);
            let coaches = conversation.criteria.iter_mut();
            for coach in coaches.filter_map(|it| it.coach.as_mut()) {
                coach.by = known_as(&coach.by);
            }
        }
    }
}

impl ConversationSheet {
    /// All that people typed.
    fn typed(&self) -> impl Iterator<Item = &str> {
        let replies = self.turns.iter().filter_map(|it| it.reply.as_ref());
        let coaches = self.criteria.iter().filter_map(|it| it.coach.as_ref());
        let answers = self.reflections.iter().map(|it| it.answer.as_str());
        let replies = replies.map(|it| it.text.as_str());
        let notes = self.notes.iter().map(String::as_str);
        let whys = coaches.map(|it| it.why.as_str());
        replies.chain(notes).chain(answers).chain(whys)
    }

    fn mask(&mut self, masker: &mut Masker) {
        for turn in &mut self.turns {
            let Some(said) = &mut turn.reply else {
                continue;
            };
            let original = said.text.clone();
            mask_reply(said, proofs(&mut self.criteria, turn.turn), masker);
            for missed in self.missed.iter_mut().filter(|it| it.turn == turn.turn) {
                if missed.given == original {
                    missed.given.clone_from(&said.text);
                } else {
                    missed.given = masker.mask(&missed.given);
                }
            }
        }
        for note in &mut self.notes {
            *note = masker.mask(note);
        }
        for reflection in &mut self.reflections {
            reflection.answer = masker.mask(&reflection.answer);
        }
        for coach in self.criteria.iter_mut().filter_map(|it| it.coach.as_mut()) {
            coach.why = masker.mask(&coach.why);
        }
    }
}

/// The words of this turn that earned a level.
fn proofs(criteria: &mut [CriterionSheet], turn: usize) -> Vec<&mut ProofSheet> {
    let all = criteria.iter_mut().flat_map(|it| &mut it.evidence);
    all.filter(|it| it.turn == turn).collect()
}

/// The reply with its marks, and the phrases that were taken from it.
fn mask_reply(said: &mut Said, proofs: Vec<&mut ProofSheet>, masker: &mut Masker) {
    let phrase = |it: &&mut ProofSheet| {
        let start = said.text.find(&it.phrase).unwrap_or(said.text.len());
        Span::new(start, start + it.phrase.len())
    };
    let mut places: Vec<Span> = said.marks.iter().map(|it| it.span).collect();
    places.extend(proofs.iter().map(phrase));
    said.text = masker.mask_with(&said.text, &mut places);
    let mut places = places.into_iter();
    let mut moved = std::mem::take(&mut said.marks);
    for (mark, place) in moved.iter_mut().zip(&mut places) {
        mark.span = place;
    }
    said.marks = marks::joined(moved, &said.text);
    for (proof, place) in proofs.into_iter().zip(places) {
        place.of(&said.text).clone_into(&mut proof.phrase);
    }
}
