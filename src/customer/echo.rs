//! Not saying the same twice in one breath: "That's clear, thank you. Yes, that's clear."

/// What has more words says something of its own.
const SHORT: usize = 6;

/// From so many digits on a word is a number that is told once.
const DIGITS: usize = 3;

/// Whether `new` says nothing beside what was `said`, or tells a number again: it is a piece of it of more than a
/// word, both hold the same long number, or both are short and share at least two words in three of the shorter
/// one, and more than one.
pub(super) fn echoes(said: &str, new: &str) -> bool {
    let (said, new) = (words(said), words(new));
    if new.is_empty() {
        return false;
    }
    let piece = said.windows(new.len()).any(|it| it == new);
    if piece && (new.len() > 1 || said.len() == 1) {
        return true;
    }
    let long = |it: &&String| it.chars().filter(char::is_ascii_digit).count() >= DIGITS;
    let number = new.iter().filter(long).any(|it| said.contains(it));
    if number {
        return true;
    }
    let shorter = said.len().min(new.len());
    let shared = new.iter().filter(|it| said.contains(it)).count();
    said.len().max(new.len()) <= SHORT && shared > 1 && shared * 3 >= shorter * 2
}

/// The words of a line in lower case.
fn words(line: &str) -> Vec<String> {
    let words = line.split(|it: char| !it.is_alphanumeric());
    let words = words.filter(|it| !it.is_empty());
    words.map(str::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::echoes;

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
            assert!(echoes(one, other), "{one} {other}");
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
            assert!(!echoes(one, other), "{one} {other}");
        }
    }
}
