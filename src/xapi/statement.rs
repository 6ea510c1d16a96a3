//! The statements of one session.

use serde_json::{Map, Value, json};

use crate::{
    ground::{clock::Instant, localised::Localised},
    scenario::EndingKind,
    session::{Assessment, Header, Mode},
    xapi::{
        actor::Actor,
        iri::{INTERACTION, OBJECTIVE, SIMULATION, VERB, activity, extension},
        uuid::uuid,
    },
};

/// The highest level of a criterion.
const TOP: u8 = 4;
/// From this total on a finished conversation is a success.
const ENOUGH: u32 = 60;

/// A session, as far as statements tell of it.
#[derive(Debug)]
pub struct Reported<'a> {
    /// What it rests on.
    pub header: &'a Header,
    /// The name of the scenario: of the case, at a chat desk.
    pub scenario: &'a str,
    /// The scenario's title.
    pub title: &'a Localised,
    /// The language of the conversation.
    pub language: &'a str,
    /// Which of several conversations, from 0; `None` where there is one.
    pub chat: Option<usize>,
    /// Whose it is.
    pub actor: Actor,
    /// When the last thing happened.
    pub last: Instant,
    /// Whether it is over: it came to an ending, or the trainee ended it.
    pub over: bool,
    /// How it ended; `None` where no ending was reached.
    pub ending: Option<EndingKind>,
    /// What it came to; `None` where nothing is scored.
    pub assessment: Option<&'a Assessment>,
    /// What was replied and when, masked by the caller; empty unless asked for.
    pub replies: Vec<(Instant, String)>,
}

/// The statements of a session, in order of time. The same session gives the same bytes, and the
/// same ids: a store that has them already takes no second copy.
pub fn statements(it: &Reported<'_>) -> Vec<Value> {
    let mut all = vec![it.statement("initialized", 0, it.header.at, it.simulation(), None)];
    for (number, (at, text)) in it.replies.iter().enumerate() {
        let object = it.part(&format!("reply/{}", number + 1), INTERACTION, None);
        let result = json!({ "response": text });
        all.push(it.statement("responded", number, *at, object, Some(result)));
    }
    if !it.over {
        let result = json!({ "completion": false, "duration": it.duration() });
        all.push(it.statement("suspended", 0, it.last, it.simulation(), Some(result)));
        return all;
    }
    for (number, result, title, id) in it.criteria() {
        let object = it.part(&format!("criterion/{id}"), OBJECTIVE, Some(title));
        all.push(it.statement("scored", number, it.last, object, Some(result)));
    }
    let result = it.result();
    let verb = if it.ending.is_some() {
        "completed"
    } else {
        "terminated"
    };
    all.push(it.statement(verb, 0, it.last, it.simulation(), Some(result.clone())));
    if let Some(success) = result.get("success").and_then(Value::as_bool) {
        let verb = if success { "passed" } else { "failed" };
        all.push(it.statement(verb, 0, it.last, it.simulation(), Some(result)));
    }
    all
}

const fn ending_name(kind: Option<EndingKind>) -> &'static str {
    match kind {
        Some(EndingKind::Resolved) => "resolved",
        Some(EndingKind::Mild) => "mild",
        Some(EndingKind::HandedOver) => "handed-over",
        Some(EndingKind::CalledBack) => "called-back",
        Some(EndingKind::GivenUp) => "given-up",
        Some(EndingKind::HungUp) => "hung-up",
        None => "unfinished",
    }
}

impl Reported<'_> {
    /// The session's name, with the number of the conversation where there are several.
    fn name(&self) -> String {
        let chat = self.chat.map(|it| format!("/{}", it + 1));
        format!("{}{}", self.header.session, chat.unwrap_or_default())
    }

    fn statement(
        &self,
        verb: &str,
        number: usize,
        at: Instant,
        object: Value,
        result: Option<Value>,
    ) -> Value {
        let actor = self.actor.json();
        // nothing that is reckoned anew: the same event is the same statement for ever
        let key = format!("{}\n{verb}\n{number}\n{}", self.name(), at.0);
        let mut statement = Map::new();
        statement.insert("id".to_owned(), json!(uuid(&key)));
        statement.insert("actor".to_owned(), actor);
        let spoken = json!({ "en": verb });
        statement.insert(
            "verb".to_owned(),
            json!({ "id": format!("{VERB}/{verb}"), "display": spoken }),
        );
        statement.insert("object".to_owned(), object);
        if let Some(result) = result {
            statement.insert("result".to_owned(), result);
        }
        statement.insert("context".to_owned(), self.context());
        statement.insert("timestamp".to_owned(), json!(at.to_rfc3339()));
        Value::Object(statement)
    }

    fn simulation(&self) -> Value {
        json!({
            "objectType": "Activity",
            "id": activity(self.scenario),
            "definition": {
                "type": SIMULATION,
                "name": { "nl": self.title.nl, "en": self.title.en },
            },
        })
    }

    fn part(&self, path: &str, kind: &str, title: Option<&Localised>) -> Value {
        let mut definition = json!({ "type": kind });
        if let (Some(title), Some(it)) = (title, definition.as_object_mut()) {
            it.insert("name".to_owned(), json!({ "nl": title.nl, "en": title.en }));
        }
        if let (INTERACTION, Some(it)) = (kind, definition.as_object_mut()) {
            it.insert("interactionType".to_owned(), json!("long-fill-in"));
        }
        json!({
            "objectType": "Activity",
            "id": activity(&format!("{}/{path}", self.scenario)),
            "definition": definition,
        })
    }

    fn context(&self) -> Value {
        let header = self.header;
        let mode = match header.mode {
            Mode::Practice => "practice",
            Mode::Coach => "coach",
            Mode::Exam => "exam",
        };
        let ending = ending_name(self.ending);
        json!({
            "registration": uuid(&format!("registration/{}", header.session)),
            "platform": "oefenlijn",
            "language": self.language,
            "contextActivities": {
                "grouping": [{ "objectType": "Activity", "id": activity(&header.scenario) }],
            },
            "extensions": {
                extension("session"): self.name(),
                extension("rubric"): header.rubric,
                // as text: many readers of JSON round large whole numbers
                extension("seed"): header.seed.to_string(),
                extension("ending"): ending,
                extension("mode"): mode,
            },
        })
    }

    fn criteria(&self) -> Vec<(usize, Value, &Localised, &str)> {
        let Some(assessment) = self.assessment else {
            return Vec::new();
        };
        let scores = assessment.card.criteria.iter();
        let both = scores.zip(&assessment.rubric.criteria).enumerate();
        both.filter_map(|(number, (score, criterion))| {
            let level = score.level?;
            let score = json!({
                "scaled": f64::from(level) / f64::from(TOP),
                "raw": level, "min": 0, "max": TOP,
            });
            let result = json!({ "score": score });
            Some((number, result, &criterion.title, &*criterion.id))
        })
        .collect()
    }

    fn result(&self) -> Value {
        let completion = self.ending.is_some();
        let mut result = json!({ "completion": completion, "duration": self.duration() });
        if let (Some(assessment), Some(it)) = (self.assessment, result.as_object_mut()) {
            let total = assessment.card.total;
            let score = json!({
                "scaled": f64::from(total) / 100.0, "raw": total, "min": 0, "max": 100,
            });
            it.insert("score".to_owned(), score);
            if let Some(ending) = self.ending {
                it.insert(
                    "success".to_owned(),
                    json!(!ending.is_bad() && total >= ENOUGH),
                );
            }
        }
        result
    }

    /// From the first to the last event, in whole seconds, as ISO 8601 has it.
    fn duration(&self) -> String {
        let seconds = self.last.0.saturating_sub(self.header.at.0).max(0) / 1000;
        format!("PT{seconds}S")
    }
}
