//! From a rebuilt session to its sheet.

use crate::{
    ground::fingerprint::Fingerprint,
    report::{
        ending::ending_name,
        json::DeskJson,
        sheet::{
            ConversationSheet, CountSheet, DeskSheet, DriftSheet, ReflectionSheet, SessionSheet,
            WaitingSheet, criterion, next, turn,
        },
    },
    scenario::{Card, Trainee},
    session::{
        Assessment, DeskRecord, Drift, Floor, FloorAssessment, Header, Practice, chat_ending,
        floor_ending,
    },
};

/// What is known of a session beside what was said in it.
#[derive(Debug)]
pub struct Look<'a> {
    /// What it rests on.
    pub header: &'a Header,
    /// What has changed since.
    pub drift: Drift,
    /// Lines of the log that could not be read.
    pub damaged: Vec<usize>,
    /// All cases that could be practised next.
    pub cards: &'a [Card],
}

impl SessionSheet {
    /// The sheet of one conversation; without an assessment it is counted, not scored.
    pub fn of(look: Look<'_>, practice: &Practice, assessment: Option<&Assessment>) -> Self {
        let conversation = conversation(&look, practice, assessment);
        let (ending, total) = (conversation.ending, conversation.total);
        let mut sheet = heading(look, &practice.scenario().card);
        sheet.ending = ending;
        sheet.total = total;
        sheet.conversations.push(conversation);
        sheet
    }

    /// The sheet of a chat desk, whose own card this is.
    pub fn of_desk(
        look: Look<'_>,
        card: &Card,
        floor: &Floor,
        assessment: &FloorAssessment,
    ) -> Self {
        let conversations = assessment.chats.iter().filter_map(|(number, own)| {
            let chat = floor.chats().get(*number)?;
            let mut sheet = conversation(&look, &chat.practice, Some(own));
            sheet.customer = Some(number + 1);
            sheet.ending = ending_name(chat_ending(chat));
            if chat.left {
                sheet.why = None;
            }
            sheet.waiting = Some(WaitingSheet {
                longest: chat.longest_wait(floor.clock()),
                mixed_up: chat.mixed_up,
                left: chat.left,
            });
            Some(sheet)
        });
        let conversations = conversations.collect();
        let mut sheet = heading(look, card);
        sheet.conversations = conversations;
        sheet.ending = ending_name(floor_ending(floor));
        sheet.total = Some(assessment.total());
        sheet.desk = Some(DeskSheet {
            figures: assessment.desk,
            norm: floor.pace().norm,
        });
        sheet
    }
}

fn heading(look: Look<'_>, card: &Card) -> SessionSheet {
    let header = look.header;
    let drift = look.drift;
    SessionSheet {
        session: header.session.clone(),
        at: header.at,
        trainee: header.trainee.clone(),
        scenario: header.scenario.clone(),
        title: card.title.clone(),
        goal: card.goal.clone(),
        language: card.language.to_string(),
        channel: card.channel,
        rubric: header.rubric.clone(),
        seed: header.seed,
        mode: header.mode,
        engine: header.pins.engine.clone(),
        content: content(header),
        drift: DriftSheet {
            changed: drift.changed.clone(),
            lost: drift.lost.clone(),
            engine: drift.engine.clone(),
            otherwise: drift.otherwise.clone(),
            whole: drift,
        },
        damaged: look.damaged,
        ending: ending_name(None),
        total: None,
        coach_total: None,
        conversations: Vec::new(),
        desk: None,
    }
}

/// One short hash over all pinned files: two sessions that share it rest on the same content.
fn content(header: &Header) -> String {
    let files = header.pins.files.iter();
    let all: Vec<String> = files
        .map(|(path, hash)| format!("{path} {}", hash.as_str()))
        .collect();
    let all = all.join("\n");
    Fingerprint::of(all.as_bytes()).short().to_owned()
}

fn conversation(
    look: &Look<'_>,
    practice: &Practice,
    assessment: Option<&Assessment>,
) -> ConversationSheet {
    let scenario = practice.scenario();
    let record = DeskRecord::of(practice);
    let criteria = assessment.map(criterion::all).unwrap_or_default();
    ConversationSheet {
        customer: None,
        scenario: scenario.card.name.to_string(),
        title: scenario.card.title.clone(),
        ending: ending_name(practice.ending_kind()),
        why: practice.ending().map(|it| it.why.clone()),
        total: assessment.map(|it| it.card.total),
        coach_total: None,
        start: scenario.customer.mood,
        mood_shown: scenario.card.trainee == Trainee::Agent,
        turns: turn::all(practice, assessment),
        missed: assessment.map(criterion::missed).unwrap_or_default(),
        practise: next::practise(&criteria, &scenario.card, look.cards, assessment),
        criteria,
        not_understood: assessment
            .map(|it| {
                it.card
                    .not_assessed
                    .replies
                    .iter()
                    .map(|it| it + 1)
                    .collect()
            })
            .unwrap_or_default(),
        desk: DeskJson::of(practice),
        record,
        notes: practice.notes().to_vec(),
        reflections: practice
            .reflections()
            .iter()
            .map(|(question, answer)| ReflectionSheet {
                question: question.clone(),
                answer: answer.clone(),
            })
            .collect(),
        counts: (0..)
            .zip(&scenario.counts)
            .map(|(number, it)| CountSheet {
                count: it.id.to_string(),
                title: it.label.clone(),
                number: practice.state().counted(number),
            })
            .collect(),
        waiting: None,
    }
}
