//! What stands in a text letter for letter and is right or wrong: numbers, codes and names.

/// Fewer capitals in a row are the beginning of a name.
const CAPITALS: usize = 2;

/// What kind of value it is: only values of one kind can be told from each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ValueKind {
    /// So many digits.
    Number(usize),
    /// Letters and digits in one word.
    Code,
    /// So many capitals and nothing else.
    Capitals(usize),
    /// A word with a capital that does not begin a sentence.
    Name,
}

/// A value in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Value {
    /// What kind of value it is.
    pub kind: ValueKind,
    /// In lower case.
    text: Box<str>,
}

/// What can be held against values that are told: the values of one text, and all its letters.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Values {
    kinds: Vec<ValueKind>,
    /// Letters and digits alone, in lower case.
    letters: String,
}

impl Value {
    /// Those in `text`, in order.
    pub fn all_in(text: &str) -> Vec<Self> {
        let mut found = Vec::new();
        let mut begins = true;
        let mut rest = text;
        while let Some(start) = rest.find(char::is_alphanumeric) {
            begins |= rest[..start].contains(['.', '!', '?', '\n']);
            let word = &rest[start..];
            let end = word.find(|it: char| !it.is_alphanumeric());
            let (word, after) = word.split_at(end.unwrap_or(word.len()));
            found.extend(kind(word, begins).map(|kind| Self {
                kind,
                text: word.to_lowercase().into(),
            }));
            begins = false;
            rest = after;
        }
        found
    }
}

impl Values {
    /// Takes in what `text` tells.
    pub fn add(&mut self, text: &str) {
        self.kinds
            .extend(Value::all_in(text).into_iter().map(|it| it.kind));
        let letters = text.chars().filter(|it| it.is_alphanumeric());
        self.letters.extend(letters.flat_map(char::to_lowercase));
        // the end of one text and the beginning of the next make no word
        self.letters.push(' ');
    }

    /// Whether it tells something of the same kind and not this.
    pub fn refute(&self, claimed: &Value) -> bool {
        self.kinds.contains(&claimed.kind) && !self.letters.contains(&*claimed.text)
    }
}

fn kind(word: &str, begins: bool) -> Option<ValueKind> {
    let letters = word.chars().count();
    let digits = word.chars().filter(char::is_ascii_digit).count();
    if digits == letters {
        Some(ValueKind::Number(digits))
    } else if digits > 0 {
        Some(ValueKind::Code)
    } else if letters >= CAPITALS && word.chars().all(char::is_uppercase) {
        Some(ValueKind::Capitals(letters))
    } else {
        let capital = word.chars().next().is_some_and(char::is_uppercase);
        (capital && !begins).then_some(ValueKind::Name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> Values {
        let mut values = Values::default();
        values.add(text);
        values
    }

    fn refuted(told: &Values, claim: &str) -> bool {
        Value::all_in(claim).iter().any(|it| told.refute(it))
    }

    #[test]
    fn what_is_told_refutes_another_value_of_its_kind() {
        let told =
            told("De code is FEEST-8OK4, wij wonen aan de Kastanjelaan 18, 7421 XB, Zutveen.");
        for wrong in [
            "eindigt op 8OK5?",
            "nummer 81?",
            "met ZB?",
            "u woont in Deventer?",
            "7241?",
        ] {
            assert!(refuted(&told, wrong), "{wrong}");
        }
        for right in [
            "eindigt op 8ok4",
            "op 18",
            "is het XB",
            "u woont in Zutveen",
        ] {
            assert!(!refuted(&told, right), "{right}");
        }
    }

    #[test]
    fn what_is_told_in_other_words_refutes_nothing() {
        let told = told("Vier mei 1961.");
        assert!(!refuted(&told, "4 mei 1961"));
        assert!(refuted(&told, "4 mei 1962"));
        assert!(!refuted(&told, "Woont u in Deventer?"));
    }
}
