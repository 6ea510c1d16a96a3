//! Not saying the same twice in one breath: "That's clear, thank you. Yes, that's clear."

use crate::text::fold;

/// What has more words says something of its own.
const SHORT: usize = 6;

/// From so many digits on a word is a number that is told once.
const DIGITS: usize = 3;

/// Words of no more letters carry no matter: "that", "is", "my".
const LIGHT: usize = 3;

/// From this share of its matter on a line says again what was said …
const WHOLLY: f32 = 0.7;

/// … and from this on it is better said in other words, if there are any.
const PARTLY: f32 = 0.4;

/// How much of what was said a line says again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Echo {
    /// Nothing to speak of.
    Nothing,
    /// So much that other words are better.
    Partly,
    /// So much that nobody misses it where it only says how they take something: it is a piece of what was said, of
    /// more than a word, both hold the same long number, or both are short and share at least two words in three of
    /// the shorter one, and more than one.
    Mostly,
    /// All that it has to tell.
    Wholly,
}

/// How much of what was `said` the line `new` says again.
pub(super) fn echo(said: &str, new: &str) -> Echo {
    let (said, new) = (words(said), words(new));
    let share = shared_matter(&said, &new);
    if share >= WHOLLY {
        Echo::Wholly
    } else if repeats(&said, &new) {
        Echo::Mostly
    } else if share >= PARTLY {
        Echo::Partly
    } else {
        Echo::Nothing
    }
}

/// Whether it is mostly an echo, by [`Echo::Mostly`]'s rule.
fn repeats(said: &[String], new: &[String]) -> bool {
    if new.is_empty() {
        return false;
    }
    let piece = said.windows(new.len()).any(|it| it == new);
    if piece && (new.len() > 1 || said.len() == 1) {
        return true;
    }
    let long = |it: &&String| digits(it) >= DIGITS;
    let number = new.iter().filter(long).any(|it| said.contains(it));
    if number {
        return true;
    }
    let shorter = said.len().min(new.len());
    let shared = new.iter().filter(|it| said.contains(it)).count();
    said.len().max(new.len()) <= SHORT && shared > 1 && shared * 3 >= shorter * 2
}

/// The share of a line's matter, from 0 to 1, that was said before, if more than one of its words was: the longer a
/// word, the more it carries, and a number carries as much as a long word.
fn shared_matter(said: &[String], new: &[String]) -> f32 {
    let heavy = new.iter().map(|it| (it, matter(it)));
    let heavy = heavy.filter(|(_, matter)| *matter > 0.0);
    let (mut all, mut shared, mut words) = (0.0, 0.0, 0);
    for (word, matter) in heavy {
        all += matter;
        if said.contains(word) {
            shared += matter;
            words += 1;
        }
    }
    if words > 1 { shared / all } else { 0.0 }
}

/// What a word carries.
fn matter(word: &str) -> f32 {
    let carried = match digits(word) {
        0 => word.chars().count().saturating_sub(LIGHT),
        _ => LIGHT,
    };
    f32::from(u8::try_from(carried).unwrap_or(u8::MAX))
}

fn digits(word: &str) -> usize {
    word.chars().filter(char::is_ascii_digit).count()
}

/// The words of a line, folded.
fn words(line: &str) -> Vec<String> {
    let words = line.split(|it: char| !it.is_alphanumeric());
    let words = words.filter(|it| !it.is_empty());
    words.map(fold).collect()
}

#[cfg(test)]
mod tests {
    use super::{Echo, echo};

    #[test]
    fn lines_of_mostly_the_same_words_echo_each_other() {
        for (one, other) in [
            ("dat is duidelijk, fijn.", "Dat is duidelijk, dank u."),
            ("goed om te weten.", "fijn, goed om te weten."),
            ("is goed", "dat is goed"),
            ("Ja.", "Ja."),
            (
                "met mijn eigen mail, iris@mailbox.example.",
                "iris@mailbox.example.",
            ),
        ] {
            assert!(echo(one, other) >= Echo::Mostly, "{one} {other}");
        }
        for (one, other) in [
            (
                "Dat is een pak van mijn hart.",
                "Mooi, dan is die brief weg.",
            ),
            ("Goed.", "Goed, ik wacht."),
            (
                "Dat is goed.",
                "Het nummer dat op de brief staat is mijn oude.",
            ),
            (
                "iris@mailbox.example.",
                "met mijn eigen mail, iris@mailbox.example.",
            ),
            (
                "De krant, maar daar gaat het nu niet om!",
                "Vierenzestig, maar daar gaat het nu niet om!",
            ),
            ("", ""),
        ] {
            assert!(echo(one, other) < Echo::Mostly, "{one} {other}");
        }
    }

    #[test]
    fn a_long_line_that_tells_the_same_is_an_echo_however_it_is_put() {
        for (one, other) in [
            (
                "De ene brief klopt. De andere noemt een Compleet Plus van dertig euro per maand, een abonnement dat ik niet ken.",
                "In de andere staat een abonnement van dertig euro per maand, Compleet Plus. Dat ken ik niet.",
            ),
            (
                "ja. Wilgenpad 22, 8437 KD Oosterwoude.",
                "ja, Wilgenpad 22, prima.",
            ),
            (
                "Ik blijf hangen, als het niet te lang is.",
                "Goed, bel maar. Ik blijf hangen.",
            ),
        ] {
            assert_eq!(echo(one, other), Echo::Wholly, "{one} {other}");
        }
        for (one, other, so_much) in [
            // a number of its own, or another long word, is something new
            (
                "Mijn bedrijf heet Holtkamp Uitjes.",
                "Het bedrijf is van 2019, op 7391 KP.",
                Echo::Nothing,
            ),
            (
                "De tweede brief noemt dertig euro.",
                "De brief van dertig euro kwam vanmorgen.",
                Echo::Partly,
            ),
            (
                "De krant, maar daar gaat het nu niet om!",
                "Vierenzestig, maar daar gaat het nu niet om!",
                Echo::Nothing,
            ),
            (
                "De stoel is terug.",
                "De stoel kostte 149 euro.",
                Echo::Nothing,
            ),
        ] {
            assert_eq!(echo(one, other), so_much, "{one} {other}");
        }
    }
}
