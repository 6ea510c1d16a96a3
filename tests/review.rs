//! What coaches correct and trainees dispute, and what counts of it in what order.

use std::sync::{Arc, LazyLock};

use oefenlijn::{
    acts::{Act as _, AgentAct},
    ground::clock::Instant,
    review::{
        ActCorrection, Correction, Decision, Dispute, DisputeState, Level, LevelCorrection,
        ReviewEvent, Reviewed, Target, What, Withdrawal,
    },
    session::{Assessment, Practice},
};
use proptest::prelude::*;

use crate::support::library;

pub(crate) const REPLIES: [&str; 4] = [
    "Goedemiddag, u spreekt met Sanne. Waarmee kan ik u helpen?",
    "Wat vervelend. Wat staat er precies in de brieven?",
    "Dus u heeft twee brieven gekregen. Klopt dat?",
    "Daar zet ik mijn tanden in.",
];

static ASSESSMENT: LazyLock<Assessment> = LazyLock::new(|| {
    let (reader, scenario) = library().case("two-letters").unwrap();
    let mut practice = Practice::new(Arc::new(scenario), reader, 11);
    for reply in REPLIES {
        practice.reply(reply).unwrap();
    }
    Assessment::of(&practice, library()).unwrap()
});

fn event(at: i64, who: &str, what: What) -> ReviewEvent {
    ReviewEvent::new("s", Instant(at), who, what)
}

fn act(reply: usize, act: AgentAct, shown: bool) -> ActCorrection {
    ActCorrection {
        chat: None,
        reply,
        phrase: None,
        act,
        shown,
        reason: "daarom".to_owned(),
    }
}

fn level(criterion: &str, level: Option<u8>) -> LevelCorrection {
    LevelCorrection {
        chat: None,
        criterion: criterion.to_owned(),
        level: Level(level),
        reason: "daarom".to_owned(),
    }
}

fn reviewed(events: &[ReviewEvent]) -> Reviewed {
    Reviewed::of(ASSESSMENT.clone(), None, events)
}

fn level_of(assessment: &Assessment, criterion: &str) -> Option<u8> {
    assessment.card.criterion(criterion).unwrap().level
}

#[test]
fn a_corrected_act_is_scored_again_and_the_machines_figure_stays() {
    let mut correction = act(4, AgentAct::Own, true);
    correction.phrase = Some("zet ik mijn TANDEN in".to_owned());
    let closed = event(
        1,
        "anna",
        What::CorrectAct(act(2, AgentAct::AskOpen, false)),
    );
    let reviewed = reviewed(&[event(2, "anna", What::CorrectAct(correction)), closed]);
    let reading = &reviewed.human.conversation.replies()[3];
    let phrases: Vec<&str> = reading.phrases(AgentAct::Own).collect();
    assert_eq!(phrases, ["zet ik mijn tanden in"]);
    assert!(
        !reviewed.machine.conversation.replies()[3]
            .acts
            .contains(AgentAct::Own)
    );
    let listening = |it| level_of(it, "listening").unwrap();
    assert!(listening(&reviewed.human) < listening(&reviewed.machine));
    assert_eq!(reviewed.machine.card, ASSESSMENT.card);
    assert_ne!(reviewed.machine.card.total, reviewed.human.card.total);
}

#[test]
fn the_later_word_wins_and_what_is_withdrawn_no_longer_counts() {
    let first = event(1, "anna", What::CorrectLevel(level("empathy", Some(1))));
    let second = event(2, "bram", What::CorrectLevel(level("empathy", Some(4))));
    let events = [second.clone(), first];
    let both = reviewed(&events);
    assert_eq!(level_of(&both.human, "empathy"), Some(4));
    assert_eq!((both.levels.len(), &*both.levels[0].who), (1, "bram"));
    let withdrawal = Withdrawal {
        correction: second.id,
        reason: "vergist".to_owned(),
    };
    // a clock that runs behind changes nothing
    let [one, other] = events;
    let taken_back = reviewed(&[one, event(0, "bram", What::Withdraw(withdrawal)), other]);
    assert_eq!(level_of(&taken_back.human, "empathy"), Some(1));
}

#[test]
fn a_level_that_does_not_apply_leaves_the_total_alone() {
    let all = ["greeting", "listening", "empathy", "closing"];
    let set = |value| {
        let events = all.iter().zip(1..);
        let events = events.map(|(it, at)| event(at, "anna", What::CorrectLevel(level(it, value))));
        reviewed(&events.collect::<Vec<_>>()).human.card.total
    };
    assert_eq!((set(Some(4)), set(Some(2)), set(None)), (100, 50, 0));
}

#[test]
fn a_dispute_is_open_until_somebody_decides_and_the_last_decision_counts() {
    let dispute = event(
        1,
        "ster",
        What::Dispute(Dispute {
            about: Target::Act {
                chat: None,
                reply: 4,
                act: AgentAct::Own,
            },
            reason: "ik nam het op me".to_owned(),
        }),
    );
    let decide = |at, who, accepted: bool| {
        let correction = accepted.then(|| Correction::Act(act(4, AgentAct::Own, true)));
        let dispute = dispute.id.clone();
        let reason = "zo is het".to_owned();
        event(
            at,
            who,
            What::Decide(Decision {
                dispute,
                accepted,
                reason,
                correction,
            }),
        )
    };
    let has_own = |it: &Reviewed| {
        it.human.conversation.replies()[3]
            .acts
            .contains(AgentAct::Own)
    };
    let open = reviewed(std::slice::from_ref(&dispute));
    assert_eq!(open.disputes[0].state, DisputeState::Open);
    let (accepted, kept) = (decide(2, "anna", true), decide(3, "bram", false));
    let granted = reviewed(&[dispute.clone(), accepted.clone()]);
    assert!(matches!(&granted.disputes[0].state, DisputeState::Accepted(it) if it.who == "anna"));
    assert!(has_own(&granted) && !has_own(&open));
    let then_kept = reviewed(&[dispute, kept, accepted]);
    assert!(matches!(&then_kept.disputes[0].state, DisputeState::Kept(it) if it.who == "bram"));
    assert!(!has_own(&then_kept) && then_kept.acts.is_empty());
}

#[test]
fn what_is_about_nothing_is_named_and_harms_nothing() {
    let far = event(1, "anna", What::CorrectAct(act(99, AgentAct::Own, true)));
    let zero = event(2, "anna", What::CorrectAct(act(0, AgentAct::Own, true)));
    let other = event(3, "anna", What::CorrectLevel(level("charm", Some(4))));
    let reviewed = reviewed(&[far.clone(), zero.clone(), other.clone()]);
    assert_eq!(reviewed.astray, [far.id, zero.id, other.id]);
    assert_eq!(reviewed.human.card, reviewed.machine.card);
}

fn any_what() -> impl Strategy<Value = What> {
    let acts = (1..6usize, 0..AgentAct::ALL.len(), any::<bool>())
        .prop_map(|(reply, it, shown)| What::CorrectAct(act(reply, AgentAct::ALL[it], shown)));
    let levels = (0..3usize, proptest::option::of(0..5u8)).prop_map(|(it, value)| {
        What::CorrectLevel(level(["empathy", "closing", "listening"][it], value))
    });
    prop_oneof![acts, levels]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn two_coaches_logs_merge_in_any_order_and_as_often_as_one_likes(
        said in proptest::collection::vec((any_what(), 0..4i64, any::<bool>()), 1..8),
        withdrawn in 0..8usize,
        seed in any::<u64>(),
    ) {
        let mut events: Vec<ReviewEvent> = said
            .into_iter()
            .map(|(what, at, anna)| event(at, if anna { "anna" } else { "bram" }, what))
            .collect();
        if let Some(it) = events.get(withdrawn) {
            let correction = it.id.clone();
            let reason = "toch niet".to_owned();
            events.push(event(9, "bram", What::Withdraw(Withdrawal { correction, reason })));
        }
        let told = |events: &[ReviewEvent]| {
            let it = reviewed(events);
            let acts: Vec<_> = it.human.conversation.replies().iter().map(|it| it.acts).collect();
            (it.acts, it.levels, it.disputes, it.astray, it.human.card, acts)
        };
        let once = told(&events);
        let turn = usize::try_from(seed % events.len() as u64).unwrap();
        let mut merged = events.clone();
        merged.rotate_left(turn);
        merged.extend(events.into_iter().rev());
        prop_assert_eq!(once, told(&merged));
    }
}

#[test]
fn an_event_reads_back_as_it_was_written() {
    let decision = Decision {
        dispute: "ab".to_owned(),
        accepted: true,
        reason: "ja".to_owned(),
        correction: Some(Correction::Level(level("objections", None))),
    };
    let event = event(7, "anna", What::Decide(decision));
    let written = serde_json::to_string(&event).unwrap();
    insta::assert_snapshot!(written.replace(&event.id, "ID"), @r#"{"id":"ID","at":7,"who":"anna","review":"decide","dispute":"ab","accepted":true,"reason":"ja","correction":{"correct":"level","criterion":"objections","level":"na","reason":"daarom"}}"#);
    assert_eq!(
        serde_json::from_str::<ReviewEvent>(&written).unwrap(),
        event
    );
    let again = ReviewEvent::new("s", event.at, &event.who, event.what.clone());
    assert_eq!(again.id, event.id);
    assert_ne!(
        ReviewEvent::new("t", event.at, &event.who, event.what).id,
        event.id
    );
}
