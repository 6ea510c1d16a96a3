//! What a trainee sees before and beside the conversation.

use std::fmt::Write as _;

use crate::{
    report::style::{bold, dim, indent, wrapped},
    scenario::{Card, Channel, Desk},
    words::Words,
};

/// What the agent sees: clock, opening hours, file, notes, policy and mandate.
pub fn desk(words: &Words, desk: &Desk, width: usize) -> String {
    let mut text = String::new();
    let clock = desk.clock.strftime("%Y-%m-%d %H:%M");
    let head = format!("{} · {} · {}", desk.company, clock, desk.hours);
    let _ = writeln!(text, "{}", bold(&words.say("desk-title")));
    let _ = writeln!(text, "{}", indent(&head, width, 2));
    let parts = [
        ("desk-file", &desk.file),
        ("desk-notes", &desk.notes),
        ("desk-policy", &desk.policy),
        ("desk-mandate", &desk.mandate),
    ];
    for (id, lines) in parts.into_iter().filter(|(_, lines)| !lines.is_empty()) {
        let _ = writeln!(text, "  {}", dim(&words.say(id)));
        for line in lines {
            let _ = writeln!(text, "{}", wrapped(line, width, "    - ", "      "));
        }
    }
    text
}

/// A scenario as one chooses it.
pub fn card(words: &Words, card: &Card, width: usize) -> String {
    let channel = match card.channel {
        Channel::Phone => words.say("channel-phone"),
        Channel::Chat => words.say("channel-chat"),
    };
    let level = words.say(&format!("level-{}", card.level));
    let mut text = String::new();
    let _ = writeln!(
        text,
        "{}  {}",
        bold(words.of(&card.title)),
        dim(&format!("{} · {channel} · {level}", card.name))
    );
    let _ = writeln!(text, "{}", indent(words.of(&card.summary), width, 4));
    let goal = format!("{} {}", words.say("goal"), words.of(&card.goal));
    let _ = writeln!(text, "{}", indent(&goal, width, 4));
    text
}
