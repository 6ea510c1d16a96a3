//! Two sessions held against each other, in words.

use crate::{
    acts::{ActSet, AgentAct},
    comparison::{Comparison, CriterionPair, CustomerPair, DeskComparison, Side, Turn},
    report::{
        coach::act_name,
        comparison_layout::{Block, markdown, text},
        comparison_words::{parting, reasons},
        ending::ending_name,
        pulse::beats_per_minute,
    },
    session::Header,
    words::Words,
};

/// What was compared.
#[derive(Debug)]
pub enum Compared {
    /// Two conversations.
    One(Box<Comparison>),
    /// Two chat desks.
    Desk(DeskComparison),
}

/// The shape of the page.
#[derive(Debug, Clone, Copy)]
pub enum Page {
    /// Text in at most so many columns; from 100 on in two columns.
    Text(usize),
    /// Markdown.
    Markdown,
}

/// The whole page.
pub fn comparison(words: &Words, heads: [&Header; 2], compared: &Compared, page: Page) -> String {
    let mut blocks = heading(words, heads, compared);
    match compared {
        Compared::One(it) => one(words, it, &mut blocks),
        Compared::Desk(it) => desk(words, it, &mut blocks),
    }
    match page {
        Page::Text(width) => text(&blocks, width),
        Page::Markdown => markdown(&blocks),
    }
}

fn heading(words: &Words, heads: [&Header; 2], compared: &Compared) -> Vec<Block> {
    let came_to = match compared {
        Compared::One(it) => [outcome(words, &it.sides[0]), outcome(words, &it.sides[1])],
        Compared::Desk(it) => it
            .totals
            .map(|total| words.with("card-total", &[("total", total.into())])),
    };
    let mut came_to = came_to.into_iter();
    let sides = heads.map(|head| {
        let trainee = head.trainee.clone().unwrap_or_else(|| words.say("nobody"));
        let who = [
            ("trainee", trainee.into()),
            ("at", head.at.to_utc_minute().into()),
            ("scenario", head.scenario.as_str().into()),
            ("seed", head.seed.to_string().into()),
        ];
        vec![
            head.session.clone(),
            words.with("compare-who", &who),
            came_to.next().unwrap_or_default(),
        ]
    });
    vec![Block::Sides(words.say("compare-title"), sides)]
}

fn outcome(words: &Words, side: &Side) -> String {
    let ending = words.say(&format!("ending-{}", ending_name(side.ending)));
    match side.total {
        Some(total) => {
            let total = words.with("card-total", &[("total", total.into())]);
            format!("{ending}. {total}")
        }
        None => ending,
    }
}

fn one(words: &Words, it: &Comparison, blocks: &mut Vec<Block>) {
    if it.is_same() {
        blocks.push(Block::Text(words.say("compare-same")));
        return;
    }
    blocks.push(Block::Title(words.say("compare-parted")));
    blocks.push(Block::Text(parting(words, it)));
    let because = reasons(words, it);
    if !because.is_empty() {
        blocks.push(Block::Title(words.say("compare-why")));
        blocks.extend(because.into_iter().map(Block::Text));
    }
    levels(words, it, blocks);
    counts(words, it, blocks);
    only(words, it, blocks);
    blocks.push(Block::Title(words.say("compare-turns")));
    for pair in &it.pairs {
        let [a, b] = it.turns(pair);
        let number =
            |it: Option<usize>| it.map_or_else(|| "–".to_owned(), |it| (it + 1).to_string());
        let values = [
            ("a", number(pair.turns[0]).into()),
            ("b", number(pair.turns[1]).into()),
        ];
        let scored = it.sides[0].total.is_some();
        let sides = [turn(words, a, scored), turn(words, b, scored)];
        blocks.push(Block::Sides(words.with("compare-turn", &values), sides));
    }
}

fn turn(words: &Words, turn: Option<&Turn>, scored: bool) -> Vec<String> {
    let Some(turn) = turn else {
        return vec![words.say("compare-no-turn")];
    };
    let mut lines = vec![format!("\u{201c}{}\u{201d}", turn.reply)];
    if scored {
        lines.push(format!("[{}]", names(words, turn.acts)));
        let pulse = [
            ("pulse", beats_per_minute(turn.tension).into()),
            ("change", signed(turn.change).into()),
        ];
        lines.push(words.with("compare-pulse", &pulse));
    }
    lines.push(format!("→ {}", turn.line));
    lines
}

/// The acts by name; a dash where there is none.
pub(super) fn names(words: &Words, acts: ActSet<AgentAct>) -> String {
    let names: Vec<String> = acts.iter().map(|it| act_name(words, it)).collect();
    if names.is_empty() {
        "–".to_owned()
    } else {
        names.join(", ")
    }
}

/// `+12`, `−9`, `0`.
pub(super) fn signed(number: i32) -> String {
    match number {
        0 => "0".to_owned(),
        1.. => format!("+{number}"),
        _ => format!("−{}", number.unsigned_abs()),
    }
}

fn levels(words: &Words, it: &Comparison, blocks: &mut Vec<Block>) {
    if it.criteria.is_empty() {
        return;
    }
    let mut rows = vec![[
        words.say("compare-level"),
        "A".into(),
        "B".into(),
        "B−A".into(),
    ]];
    let grade = |it: Option<u8>| it.map_or_else(|| "–".to_owned(), |it| it.to_string());
    let row = |it: &CriterionPair| {
        let more = it.difference().map_or_else(String::new, signed);
        let title = words.of(&it.title).to_owned();
        [title, grade(it.level(0)), grade(it.level(1)), more]
    };
    rows.extend(it.criteria.iter().map(row));
    blocks.push(Block::Title(words.say("compare-levels")));
    blocks.push(Block::Rows(rows));
}

fn counts(words: &Words, it: &Comparison, blocks: &mut Vec<Block>) {
    let [a, b] = &it.sides;
    let mut rows = vec![[
        words.say("compare-count"),
        "A".into(),
        "B".into(),
        "B−A".into(),
    ]];
    for own in &a.counts {
        let Some(other) = b.counts.iter().find(|it| it.id == own.id) else {
            continue;
        };
        let more = i64::from(other.count) - i64::from(own.count);
        let more = i32::try_from(more).map_or_else(|_| String::new(), signed);
        let label = words.of(&own.label).to_owned();
        rows.push([label, own.count.to_string(), other.count.to_string(), more]);
    }
    if rows.len() > 1 {
        blocks.push(Block::Title(words.say("experience-title")));
        blocks.push(Block::Rows(rows));
    }
}

/// What each did that the other did nowhere: by criterion, then all else.
fn only(words: &Words, it: &Comparison, blocks: &mut Vec<Block>) {
    if it.criteria.is_empty() {
        return;
    }
    let mut left = it.only();
    let mut sides: [Vec<String>; 2] = [Vec::new(), Vec::new()];
    for criterion in &it.criteria {
        for (side, lines) in sides.iter_mut().enumerate() {
            let acts = criterion.only[side];
            if !acts.is_empty() {
                lines.push(format!(
                    "{}: {}",
                    words.of(&criterion.title),
                    names(words, acts)
                ));
                left[side] = crate::comparison::without(left[side], acts);
            }
        }
    }
    for (side, lines) in sides.iter_mut().enumerate() {
        if !left[side].is_empty() || lines.is_empty() {
            lines.push(format!(
                "{}: {}",
                words.say("compare-other"),
                names(words, left[side])
            ));
        }
    }
    blocks.push(Block::Sides(words.say("compare-only"), sides));
}

fn desk(words: &Words, it: &DeskComparison, blocks: &mut Vec<Block>) {
    if it.is_same() {
        blocks.push(Block::Text(words.say("compare-same")));
        return;
    }
    for customer in &it.customers {
        match customer {
            CustomerPair::Both(both) => {
                let sides = [0, 1].map(|side| vec![outcome(words, &both.sides[side])]);
                let name = [("scenario", (&*both.sides[0].scenario).into())];
                blocks.push(Block::Sides(words.with("compare-customer", &name), sides));
                one(words, both, blocks);
            }
            CustomerPair::One(which, side) => {
                let values = [
                    ("scenario", (&*side.scenario).into()),
                    (
                        "side",
                        ["A", "B"].get(*which).copied().unwrap_or_default().into(),
                    ),
                ];
                blocks.push(Block::Title(words.with("compare-customer-one", &values)));
                blocks.push(Block::Text(outcome(words, side)));
            }
        }
    }
}
