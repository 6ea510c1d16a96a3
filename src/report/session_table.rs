//! A session as a table for spreadsheets: a row for each turn of each speaker, then one for each
//! level.

use crate::report::{
    outline::acts,
    sheet::{ConversationSheet, CriterionSheet, SessionSheet, TurnSheet},
    table::{TableStyle, table},
    wording::Wording,
};

/// The heads of the columns.
const COLUMNS: [&str; 16] = [
    "csv-row",
    "csv-session",
    "csv-trainee",
    "csv-scenario",
    "csv-customer",
    "csv-turn",
    "csv-who",
    "csv-text",
    "csv-shows",
    "csv-tension",
    "csv-trust",
    "csv-patience",
    "csv-criterion",
    "csv-level",
    "csv-coach",
    "csv-meaning",
];

/// What all rows of a conversation begin with, after the kind of the row.
struct Start<'a> {
    sheet: &'a SessionSheet,
    conversation: &'a ConversationSheet,
}

/// The sheet as a table.
pub(super) fn session_table(
    wording: &Wording<'_>,
    sheet: &SessionSheet,
    style: TableStyle,
) -> String {
    let words = wording.words();
    let mut rows = vec![COLUMNS.map(|it| words.say(it)).to_vec()];
    for conversation in &sheet.conversations {
        let start = Start {
            sheet,
            conversation,
        };
        rows.extend(
            conversation
                .turns
                .iter()
                .flat_map(|it| start.turn(wording, it)),
        );
        rows.extend(
            conversation
                .criteria
                .iter()
                .map(|it| start.level(wording, it)),
        );
        rows.extend(start.total(wording));
    }
    table(style, rows)
}

impl Start<'_> {
    fn row(&self, kind: String) -> Vec<String> {
        let customer = self.conversation.customer;
        vec![
            kind,
            self.sheet.session.clone(),
            self.sheet.trainee.clone().unwrap_or_default(),
            self.conversation.scenario.clone(),
            customer.map(|it| it.to_string()).unwrap_or_default(),
        ]
    }

    /// The reply, then the answer with the mood after it.
    fn turn(&self, wording: &Wording<'_>, turn: &TurnSheet) -> Vec<Vec<String>> {
        let words = wording.words();
        let mut rows = Vec::new();
        if let Some(reply) = &turn.reply {
            let mut row = self.row(words.say("csv-kind-turn"));
            row.extend([
                turn.turn.to_string(),
                wording.agent().to_owned(),
                reply.text.clone(),
                acts(words, turn),
            ]);
            rows.push(padded(row));
        }
        let answers = turn.answer.iter();
        let text: Vec<&str> = answers.clone().map(|it| it.text.as_str()).collect();
        let mut roles = answers.filter_map(|it| it.role.as_deref());
        let who = roles.next_back().unwrap_or_else(|| wording.customer());
        let mut row = self.row(words.say("csv-kind-turn"));
        row.extend([
            turn.turn.to_string(),
            who.to_owned(),
            text.join(" "),
            wording.kinds(turn),
        ]);
        if self.conversation.mood_shown {
            let mood = turn.mood;
            let figures = [mood.tension, mood.trust, mood.patience];
            row.extend(figures.map(|it| it.to_string()));
        }
        rows.push(padded(row));
        rows
    }

    fn level(&self, wording: &Wording<'_>, criterion: &CriterionSheet) -> Vec<String> {
        let words = wording.words();
        let coach = criterion.coach.as_ref();
        let mut row = self.row(words.say("csv-kind-level"));
        row.resize(COLUMNS.len() - 4, String::new());
        row.extend([
            words.of(&criterion.title).to_owned(),
            number(wording, criterion.level),
            coach
                .map(|it| number(wording, it.level))
                .unwrap_or_default(),
            words.of(&criterion.meaning).to_owned(),
        ]);
        row
    }

    fn total(&self, wording: &Wording<'_>) -> Option<Vec<String>> {
        let words = wording.words();
        let total = self.conversation.total?;
        let mut row = self.row(words.say("csv-kind-total"));
        row.resize(COLUMNS.len() - 3, String::new());
        row.push(total.to_string());
        row.extend(self.conversation.coach_total.map(|it| it.to_string()));
        Some(padded(row))
    }
}

/// A bare number, so that it can be reckoned with.
fn number(wording: &Wording<'_>, level: Option<u8>) -> String {
    level.map_or_else(|| wording.level(None), |it| it.to_string())
}

fn padded(mut row: Vec<String>) -> Vec<String> {
    row.resize(COLUMNS.len(), String::new());
    row
}
