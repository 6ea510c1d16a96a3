//! Not saying the same twice in one breath: "That's clear, thank you. Yes, that's clear."

/// What has more words says something of its own, beside a line of a few words.
const SHORT: usize = 6;

/// What has more words than this says something of its own, whatever is said beside it.
const LONG: usize = 12;

/// Whether two lines say the same: one is a piece of the other, or they are about as long and share at least
/// two words in three of the shorter one, and more than one.
pub(super) fn echoes(one: &str, other: &str) -> bool {
    let (one, other) = (words(one), words(other));
    let (shorter, longer) = if one.len() <= other.len() {
        (one, other)
    } else {
        (other, one)
    };
    if shorter.is_empty() || longer.len() > LONG {
        return false;
    }
    if longer.windows(shorter.len()).any(|it| it == shorter) && tells_enough(&shorter, &longer) {
        return true;
    }
    let alike = longer.len() <= SHORT || shorter.len() > SHORT;
    let shared = shorter.iter().filter(|it| longer.contains(it)).count();
    alike && shared > 1 && shared * 3 >= shorter.len() * 2
}

/// Whether a piece of a line is more than a word that lines begin with: "Yes." and "Yes, since May."
fn tells_enough(piece: &[String], line: &[String]) -> bool {
    piece.len() > 1 || piece.len() == line.len()
}

/// The words of a line in lower case.
fn words(line: &str) -> Vec<String> {
    let words = line.split(|it: char| !it.is_alphanumeric());
    let words = words.filter(|it| !it.is_empty());
    words.take(LONG + 1).map(str::to_lowercase).collect()
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
                "Dat je het zelf rechtzet, dat siert je.",
                "Dat je dat zelf rechtzet, dat waardeer ik.",
            ),
            (
                "met mijn eigen mail, iris@mailbox.example.",
                "iris@mailbox.example.",
            ),
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
            (
                "Dat is goed.",
                "Het nummer dat op de brief staat is mijn oude.",
            ),
            ("", ""),
        ] {
            assert!(!echoes(one, other), "{one} {other}");
        }
    }
}
