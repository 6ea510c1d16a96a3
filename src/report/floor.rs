//! A chat desk in words and as JSON: who says what, who waits, and what it came to.

use std::{collections::BTreeMap, fmt::Write as _};

use serde::Serialize;

use crate::{
    report::{
        ending::ending_name,
        json::ActJson,
        scorecard::short_scorecard,
        style::{bold, dim, indent, wrapped},
    },
    scenario::Mood,
    score::Scores,
    session::{
        Assessment, Chat, Floor, FloorAssessment, FloorFigures, Message, Occasion, chat_ending,
        floor_ending,
    },
    words::Words,
};

/// How customers at the desk are named, and what is said of one who leaves or whose chat is over.
#[derive(Debug, Clone)]
pub struct DeskNames {
    customer: String,
    left: String,
    closed: String,
}

impl DeskNames {
    /// `customer` is the word for a customer in the language of the chats.
    pub fn new(words: &Words, customer: &str) -> Self {
        Self {
            customer: customer.to_owned(),
            left: words.say("desk-left"),
            closed: words.say("desk-closed"),
        }
    }

    fn of(&self, number: usize) -> String {
        format!("{} {}", self.customer, number + 1)
    }
}

/// What a customer at the desk said, by number; wrapped where the width is known.
pub fn message(names: &DeskNames, message: &Message, width: Option<usize>) -> String {
    let head = names.of(message.chat);
    let line = format!("{head}: {}", message.text);
    let gone = match message.occasion {
        Occasion::Leaves => format!(" {}", dim(&names.left)),
        _ if message.closes => format!(" {}", dim(&names.closed)),
        _ => String::new(),
    };
    match width {
        None => format!("{line}{gone}\n"),
        Some(width) => {
            let blanks = " ".repeat(head.chars().count() + 2);
            let text = wrapped(&line, width, "", &blanks);
            format!("{}{gone}\n", text.replacen(&head, &bold(&head), 1))
        }
    }
}

/// One line: the clock, and for each customer how long they have waited.
pub fn desk_status(words: &Words, names: &DeskNames, floor: &Floor) -> String {
    let chats = floor.chats().iter().enumerate();
    let who: Vec<String> = chats
        .filter_map(|(number, chat)| status_of(words, names, floor, number, chat))
        .collect();
    format!("[{}] {}", minutes(floor.clock()), who.join(" · "))
}

fn status_of(
    words: &Words,
    names: &DeskNames,
    floor: &Floor,
    number: usize,
    chat: &Chat,
) -> Option<String> {
    let name = names.of(number);
    let here = if number == floor.present() {
        "▸ "
    } else {
        ""
    };
    if let Some(since) = chat.waits_since.filter(|_| chat.is_open()) {
        let waits = [("time", minutes(floor.clock() - since).into())];
        return Some(format!("{here}{name} {}", words.with("desk-waits", &waits)));
    }
    if chat.is_open() {
        return Some(format!("{here}{name} {}", words.say("desk-at-ease")));
    }
    chat.has_come()
        .then(|| format!("{name} {}", words.say("desk-done")))
}

/// `1:05`.
pub(super) fn minutes(seconds: u32) -> String {
    format!("{}:{:02}", seconds / 60, seconds % 60)
}

/// The ending and scorecard of each customer, and the desk's own part.
pub fn floor(
    words: &Words,
    names: &DeskNames,
    floor: &Floor,
    assessment: &FloorAssessment,
    width: usize,
) -> String {
    let mut text = String::new();
    for (number, chat) in floor.chats().iter().enumerate() {
        let name = names.of(number);
        let own = assessment.chats.iter().find(|it| it.0 == number);
        let longest = chat.longest_wait(floor.clock());
        let own = own.map(|it| &it.1);
        text.push_str(&customer(words, &name, chat, longest, own, width));
    }
    text.push_str(&desk_part(
        words,
        &assessment.desk,
        floor.pace().norm,
        width,
    ));
    let total = [("total", assessment.total().into())];
    let _ = writeln!(text, "{}", bold(&words.with("card-total", &total)));
    text
}

fn customer(
    words: &Words,
    name: &str,
    chat: &Chat,
    longest: u32,
    own: Option<&Assessment>,
    width: usize,
) -> String {
    let title = words.of(&chat.practice.scenario().card.title);
    let ending = words.say(&format!("ending-{}", ending_name(chat_ending(chat))));
    let mut text = format!("\n{}\n", bold(&format!("{name}: {title}")));
    let _ = writeln!(text, "  {ending}");
    if let Some(ending) = chat.practice.ending().filter(|_| !chat.left) {
        let _ = writeln!(text, "{}", indent(words.of(&ending.why), width, 2));
    }
    let waits = [
        ("longest", minutes(longest).into()),
        ("mixed", chat.mixed_up.into()),
    ];
    let _ = writeln!(text, "  {}", words.with("desk-waited", &waits));
    if let Some(own) = own {
        text.push_str(&short_scorecard(words, own, width));
    }
    text
}

fn desk_part(words: &Words, figures: &FloorFigures, norm: u32, width: usize) -> String {
    let mut text = format!("\n{}\n", bold(&words.say("desk-record-title")));
    for line in figure_lines(words, figures, norm) {
        let _ = writeln!(text, "{}", wrapped(&line, width, "  - ", "    "));
    }
    text
}

/// The figures of a desk, a line each; in time is who answers within `norm` seconds.
pub(super) fn figure_lines(words: &Words, figures: &FloorFigures, norm: u32) -> [String; 5] {
    [
        words.with(
            "desk-longest-wait",
            &[("time", minutes(figures.longest_wait).into())],
        ),
        words.with(
            "desk-in-time",
            &[
                ("in", figures.in_time.into()),
                ("all", figures.answers.into()),
                ("norm", norm.into()),
            ],
        ),
        words.with("desk-announced", &[("count", figures.announced.into())]),
        words.with("desk-mixed-up", &[("count", figures.mixed_up.into())]),
        words.with("desk-gone", &[("count", figures.left.into())]),
    ]
}

/// Something that was said at the desk.
#[derive(Debug, Serialize)]
pub struct MessageJson<'a> {
    turn: usize,
    to: usize,
    at: u32,
    reply: &'a str,
    acts: Vec<ActJson>,
    customer: &'a str,
    mood: Mood,
    understood: bool,
    /// Whether the chat is over with it.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    closed: bool,
}

impl<'a> MessageJson<'a> {
    /// The message of this number, from 0.
    pub fn of(turn: usize, message: &'a Message, floor: &'a Floor) -> Self {
        let chat = floor.chats().get(message.chat);
        let exchange = chat
            .zip(message.exchange)
            .and_then(|(chat, at)| chat.practice.exchanges().get(at));
        Self {
            turn,
            to: message.chat + 1,
            at: message.at,
            reply: exchange.map_or("", |it| &it.reply),
            acts: exchange.map(ActJson::all).unwrap_or_default(),
            customer: &message.text,
            mood: message.mood,
            understood: exchange.is_none_or(|it| it.turn.understood),
            closed: message.closes,
        }
    }
}

/// The end of a chat desk.
#[derive(Debug, Serialize)]
pub struct FloorJson {
    ending: &'static str,
    scores: BTreeMap<String, LevelJson>,
    total: u32,
    customers: Vec<CustomerJson>,
    desk: FloorFigures,
}

#[derive(Debug, Serialize)]
#[serde(untagged)]
enum LevelJson {
    Level(u8),
    NotApplicable(&'static str),
}

#[derive(Debug, Serialize)]
struct CustomerJson {
    to: usize,
    scenario: String,
    ending: &'static str,
    scores: Option<Scores>,
    total: Option<u32>,
    longest_wait: u32,
    waits: Vec<u32>,
    announced: u32,
    mixed_up: u32,
    left: bool,
    notes: Vec<String>,
}

impl FloorJson {
    /// The end of this desk.
    pub fn of(floor: &Floor, assessment: &FloorAssessment) -> Self {
        let customers = floor.chats().iter().enumerate().map(|(number, chat)| {
            let own = assessment.chats.iter().find(|it| it.0 == number);
            CustomerJson {
                to: number + 1,
                scenario: chat.practice.scenario().card.name.to_string(),
                ending: ending_name(chat_ending(chat)),
                scores: own.map(|it| it.1.card.scores()),
                total: own.map(|it| it.1.card.total),
                longest_wait: chat.longest_wait(floor.clock()),
                waits: chat.waits.clone(),
                announced: chat.announced,
                mixed_up: chat.mixed_up,
                left: chat.left,
                notes: chat.practice.notes().to_vec(),
            }
        });
        let levels = assessment.levels().into_iter();
        Self {
            ending: ending_name(floor_ending(floor)),
            scores: levels
                .map(|(criterion, level)| {
                    let level = level.map_or(LevelJson::NotApplicable("na"), LevelJson::Level);
                    (criterion, level)
                })
                .collect(),
            total: assessment.total(),
            customers: customers.collect(),
            desk: assessment.desk,
        }
    }
}
