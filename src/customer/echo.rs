//! Not saying the same twice in one breath: "That's clear, thank you. Yes, that's clear."

/// What has more words says something of its own.
const SHORT: usize = 6;

/// Whether two short lines share at least two words in three of the shorter one, and more than one.
pub(super) fn echoes(one: &str, other: &str) -> bool {
    let (Some(one), Some(other)) = (short(one), short(other)) else {
        return false;
    };
    let shared = one.iter().filter(|it| other.contains(it)).count();
    shared > 1 && shared * 3 >= one.len().min(other.len()) * 2
}

/// The words of a line in lower case, if they are few.
fn short(line: &str) -> Option<Vec<String>> {
    let words = line.split(|it: char| !it.is_alphanumeric());
    let words = words.filter(|it| !it.is_empty());
    let words: Vec<String> = words.take(SHORT + 1).map(str::to_lowercase).collect();
    (words.len() <= SHORT).then_some(words)
}

#[cfg(test)]
mod tests {
    use super::echoes;

    #[test]
    fn short_lines_of_mostly_the_same_words_echo_each_other() {
        for (one, other) in [
            ("dat is duidelijk, fijn.", "Dat is duidelijk, dank u."),
            ("goed om te weten.", "fijn, goed om te weten."),
            ("is goed", "dat is goed"),
        ] {
            assert!(echoes(one, other), "{one} {other}");
            assert!(echoes(other, one), "{other} {one}");
        }
        for (one, other) in [
            (
                "Dat is een pak van mijn hart.",
                "Mooi, dan is die brief weg.",
            ),
            ("Goed.", "Goed, ik wacht."),
            ("", ""),
        ] {
            assert!(!echoes(one, other), "{one} {other}");
        }
    }
}
