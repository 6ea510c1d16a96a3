//! A session's report as blocks of text, before anybody decides how they look.

use crate::{
    acts::Act as _,
    report::{
        coach::{act_name, band},
        desk_record::desk_lines,
        floor::{figure_lines, minutes},
        session::{damaged, drift, mode_name},
        sheet::{ConversationSheet, CriterionSheet, MissedSheet, SessionSheet, TurnSheet},
        wording::Wording,
    },
    words::Words,
};

/// A block of text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Block {
    /// A heading; 1 is the title.
    Heading(u8, String),
    /// Running text.
    Text(String),
    /// What somebody said: who, and the words.
    Speech(String, String),
    /// A remark to what stands before.
    Remark(String),
    /// Items of a list.
    List(Vec<String>),
    /// Rows of cells; the first is the head.
    Table(Vec<Vec<String>>),
}

/// The whole report.
pub(super) fn outline(wording: &Wording<'_>, sheet: &SessionSheet) -> Vec<Block> {
    let words = wording.words();
    let mut blocks = heading(wording, sheet);
    for conversation in &sheet.conversations {
        if let Some(number) = conversation.customer {
            let title = words.of(&conversation.title);
            let name = format!("{} {number}: {title}", wording.customer());
            blocks.push(Block::Heading(2, name));
            blocks.extend(customer(words, conversation));
        }
        blocks.extend(parts(wording, conversation));
    }
    if let Some(desk) = &sheet.desk {
        blocks.push(Block::Heading(2, words.say("desk-record-title")));
        let lines = figure_lines(words, &desk.figures, desk.norm);
        blocks.push(Block::List(lines.to_vec()));
    }
    blocks
}

fn heading(wording: &Wording<'_>, sheet: &SessionSheet) -> Vec<Block> {
    let words = wording.words();
    let mut blocks = vec![
        Block::Heading(1, words.of(&sheet.title).to_owned()),
        Block::Text(goal(words, sheet)),
        Block::List(
            about(words, sheet, true)
                .into_iter()
                .map(|(name, value)| format!("{name}: {value}"))
                .collect(),
        ),
    ];
    if !sheet.drift.whole.is_none() {
        blocks.push(Block::Remark(drift(words, &sheet.drift.whole)));
    }
    if !sheet.damaged.is_empty() {
        blocks.push(Block::Remark(damaged(words, &sheet.damaged)));
    }
    blocks
}

/// What is practised, as a sentence.
pub(super) fn goal(words: &Words, sheet: &SessionSheet) -> String {
    format!("{} {}", words.say("goal"), words.of(&sheet.goal))
}

/// What the heading tells, as names and values; the result among them where it is wanted.
pub(super) fn about(words: &Words, sheet: &SessionSheet, result: bool) -> Vec<(String, String)> {
    let trainee = sheet.trainee.clone();
    let ending = words.say(&format!("ending-{}", sheet.ending));
    let total = sheet.total.map(|it| {
        let of = |it: u32| words.with("report-of-100", &[("total", it.into())]);
        let coach = sheet.coach_total.map(|it| coach_total(words, it));
        coach.map_or_else(|| of(it), |coach| format!("{} ({coach})", of(it)))
    });
    let version = words.with(
        "report-version",
        &[
            ("engine", sheet.engine.as_str().into()),
            ("content", sheet.content.as_str().into()),
        ],
    );
    [
        (
            "report-trainee",
            trainee.or_else(|| Some(words.say("nobody"))),
        ),
        (
            "report-when",
            Some(format!("{} UTC", sheet.at.to_utc_minute())),
        ),
        ("end-title", Some(ending).filter(|_| result)),
        ("report-total", total.filter(|_| result)),
        ("report-mode", Some(mode_name(words, sheet.mode))),
        (
            "report-scenario",
            Some(format!("{} · {}", sheet.scenario, sheet.rubric)),
        ),
        ("report-seed", Some(sheet.seed.to_string())),
        ("report-rests-on", Some(version)),
        ("report-session", Some(sheet.session.clone())),
    ]
    .into_iter()
    .filter_map(|(id, value)| Some((words.say(id), value?)))
    .collect()
}

/// The total that coaches come to.
pub(super) fn coach_total(words: &Words, total: u32) -> String {
    let total = words.with("report-of-100", &[("total", total.into())]);
    format!("{}: {total}", words.say("report-coach"))
}

/// How a customer at a chat desk fared.
fn customer(words: &Words, conversation: &ConversationSheet) -> Vec<Block> {
    let mut lines = vec![words.say(&format!("ending-{}", conversation.ending))];
    if let Some(total) = conversation.total {
        lines.push(words.with("card-total", &[("total", total.into())]));
    }
    lines.extend(conversation.coach_total.map(|it| coach_total(words, it)));
    lines.extend(waited(words, conversation));
    vec![Block::List(lines)]
}

/// The waits of a customer at a chat desk.
pub(super) fn waited(words: &Words, conversation: &ConversationSheet) -> Option<String> {
    let waiting = conversation.waiting.as_ref()?;
    let values = [
        ("longest", minutes(waiting.longest).into()),
        ("mixed", waiting.mixed_up.into()),
    ];
    Some(words.with("desk-waited", &values))
}

fn parts(wording: &Wording<'_>, conversation: &ConversationSheet) -> Vec<Block> {
    let words = wording.words();
    let depth = if conversation.customer.is_some() {
        3
    } else {
        2
    };
    let mut blocks = Vec::new();
    if let Some(why) = &conversation.why {
        blocks.push(Block::Text(words.of(why).to_owned()));
    }
    let mut part = |id: &str, inside: Vec<Block>| {
        if !inside.is_empty() {
            blocks.push(Block::Heading(depth, words.say(id)));
            blocks.extend(inside);
        }
    };
    part("report-levels", levels(wording, conversation));
    part("report-next", next(wording, conversation));
    part("report-missed", missed(wording, conversation));
    part("report-conversation", talk(wording, conversation));
    part("report-mood", mood(words, conversation));
    part(
        "report-criteria",
        criteria(wording, conversation, depth + 1),
    );
    part("report-not-assessed", list(wording.unjudged(conversation)));
    part(
        "desk-record-title",
        list(desk_lines(words, &conversation.record)),
    );
    part("card-notes", list(conversation.notes.clone()));
    part("experience-title", list(wording.counts(conversation)));
    part("experience-reflect", reflections(words, conversation));
    blocks
}

fn list(lines: Vec<String>) -> Vec<Block> {
    if lines.is_empty() {
        Vec::new()
    } else {
        vec![Block::List(lines)]
    }
}

fn reflections(words: &Words, conversation: &ConversationSheet) -> Vec<Block> {
    let all = conversation.reflections.iter();
    list(
        all.map(|it| {
            let answer = [("answer", it.answer.as_str().into())];
            format!(
                "{} {}",
                it.question,
                words.with("experience-answer", &answer)
            )
        })
        .collect(),
    )
}

fn levels(wording: &Wording<'_>, conversation: &ConversationSheet) -> Vec<Block> {
    if conversation.criteria.is_empty() {
        return Vec::new();
    }
    let words = wording.words();
    let coached = conversation.criteria.iter().any(|it| it.coach.is_some());
    let mut head = vec![words.say("report-criterion"), words.say("report-level")];
    if coached {
        head.push(words.say("report-coach"));
    }
    head.push(words.say("report-meaning"));
    let rows = conversation.criteria.iter().map(|it| {
        let mut row = vec![words.of(&it.title).to_owned(), wording.level(it.level)];
        if coached {
            row.push(
                it.coach
                    .as_ref()
                    .map(|it| wording.coach(it))
                    .unwrap_or_default(),
            );
        }
        row.push(words.of(&it.meaning).to_owned());
        row
    });
    vec![Block::Table(std::iter::once(head).chain(rows).collect())]
}

fn next(wording: &Wording<'_>, conversation: &ConversationSheet) -> Vec<Block> {
    let words = wording.words();
    let things = conversation.practise.iter().filter_map(|it| {
        let criterion = conversation.criteria.get(it.place)?;
        Some(format!(
            "{}: {}",
            words.of(&criterion.title),
            words.of(&criterion.advice)
        ))
    });
    let mut blocks = list(things.collect());
    blocks.extend(wording.next_case(conversation).map(Block::Text));
    blocks
}

fn missed(wording: &Wording<'_>, conversation: &ConversationSheet) -> Vec<Block> {
    let all = conversation.missed.iter();
    all.flat_map(|it| missed_one(wording, conversation, it))
        .collect()
}

fn missed_one(
    wording: &Wording<'_>,
    conversation: &ConversationSheet,
    missed: &MissedSheet,
) -> Vec<Block> {
    let words = wording.words();
    let mut blocks = vec![Block::Text(wording.missed_head(conversation, missed))];
    if let Some(said) = &missed.said {
        blocks.push(Block::Speech(wording.customer().to_owned(), said.clone()));
    }
    blocks.push(Block::Speech(
        words.say("report-given"),
        missed.given.clone(),
    ));
    if let Some(better) = &missed.better {
        blocks.push(Block::Speech(words.say("report-better"), better.clone()));
    }
    if !missed.wanted.is_empty() {
        blocks.push(Block::Remark(wording.wanted(missed)));
    }
    blocks
}

fn talk(wording: &Wording<'_>, conversation: &ConversationSheet) -> Vec<Block> {
    let turns = conversation.turns.iter();
    turns
        .flat_map(|it| turn(wording, conversation, it))
        .collect()
}

fn turn(wording: &Wording<'_>, conversation: &ConversationSheet, turn: &TurnSheet) -> Vec<Block> {
    let words = wording.words();
    let mut blocks = Vec::new();
    if let Some(reply) = &turn.reply {
        let who = format!("{} {}", turn.turn, wording.agent());
        let silence = words.say("report-silence");
        let said = if reply.text.trim().is_empty() {
            silence
        } else {
            reply.text.clone()
        };
        blocks.push(Block::Speech(who, said));
        let marks = reply.marks.iter().map(|it| {
            format!(
                "\"{}\": {}",
                it.span.of(&reply.text),
                wording.mark(conversation, it)
            )
        });
        let marks: Vec<String> = marks.collect();
        if !marks.is_empty() {
            blocks.push(Block::Remark(marks.join("; ")));
        }
        if !turn.understood {
            blocks.push(Block::Remark(words.say("coach-nothing")));
        }
    }
    for answer in &turn.answer {
        let who = answer
            .role
            .clone()
            .unwrap_or_else(|| wording.customer().to_owned());
        blocks.push(Block::Speech(who, answer.text.clone()));
    }
    let about = [wording.kinds(turn), wording.moved(conversation, turn)];
    let about: Vec<String> = about.into_iter().filter(|it| !it.is_empty()).collect();
    if !about.is_empty() {
        blocks.push(Block::Remark(about.join(" · ")));
    }
    blocks
}

fn mood(words: &Words, conversation: &ConversationSheet) -> Vec<Block> {
    if !conversation.mood_shown {
        return Vec::new();
    }
    let head = [
        "report-turn",
        "report-tension",
        "report-band",
        "report-trust",
        "report-patience",
    ];
    let head = head.map(|it| words.say(it)).to_vec();
    let rows = conversation.moods().into_iter().map(|(turn, mood)| {
        vec![
            turn.to_string(),
            mood.tension.to_string(),
            words.say(band(mood.band())),
            mood.trust.to_string(),
            mood.patience.to_string(),
        ]
    });
    vec![Block::Table(std::iter::once(head).chain(rows).collect())]
}

fn criteria(wording: &Wording<'_>, conversation: &ConversationSheet, depth: u8) -> Vec<Block> {
    let all = conversation.criteria.iter();
    all.flat_map(|it| criterion(wording, it, depth)).collect()
}

fn criterion(wording: &Wording<'_>, criterion: &CriterionSheet, depth: u8) -> Vec<Block> {
    let words = wording.words();
    let title = words.of(&criterion.title);
    let level = wording.level(criterion.level);
    let mut blocks = vec![Block::Heading(depth, format!("{title}: {level}"))];
    if let Some(coach) = &criterion.coach {
        blocks.push(Block::Text(wording.coach(coach)));
    }
    blocks.push(Block::Text(words.of(&criterion.meaning).to_owned()));
    let mut lines: Vec<String> = Vec::new();
    lines.extend(criterion.evidence.iter().map(|it| wording.earned(it)));
    lines.extend(criterion.cap.as_ref().map(|it| wording.capped(it)));
    lines.extend(criterion.gaps.iter().map(|it| {
        let asked = words.say("report-gaps");
        format!("{asked}: {}", wording.gap(it))
    }));
    lines.extend(criterion.change.as_ref().map(|it| {
        let change = words.say("report-smallest-change");
        format!("{change}: {}", wording.change(it))
    }));
    blocks.extend(list(lines));
    blocks.retain(|it| !matches!(it, Block::Text(text) if text.is_empty()));
    blocks
}

/// The acts of a reply, by name, for tables.
pub(super) fn acts(words: &Words, turn: &TurnSheet) -> String {
    let marks = turn.reply.iter().flat_map(|it| &it.marks);
    let mut acts: Vec<_> = marks.flat_map(|it| it.acts.iter().copied()).collect();
    acts.sort_by_key(|it| it.index());
    acts.dedup();
    let names: Vec<String> = acts.into_iter().map(|it| act_name(words, it)).collect();
    names.join(", ")
}
