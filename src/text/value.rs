//! What stands in a text letter for letter and is right or wrong: numbers, codes and names.

/// Fewer letters are no name, no run of capitals, and no piece of a word.
const SHORT: usize = 2;

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

/// What can be held against values that are claimed: those of some texts, and all words of these.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Values {
    kinds: Vec<ValueKind>,
    /// In lower case.
    words: Vec<Box<str>>,
}

impl Value {
    /// Those in `word`, which may begin a sentence and may be several joined by hyphens; times and amounts
    /// with a mark inside (`12.30`) are none.
    pub fn all_in(word: &str, begins: bool) -> Vec<Self> {
        let parts = parts(word);
        let values = parts.map(|part| {
            let kind = kind(part, begins)?;
            let text = part.to_lowercase().into();
            Some(Self { kind, text })
        });
        values.flatten().collect()
    }
}

impl Values {
    /// Takes in what `text` tells, too.
    pub fn add(&mut self, text: &str) {
        let mut begins = true;
        for word in text.split_whitespace() {
            let values = Value::all_in(word, begins);
            self.kinds.extend(values.iter().map(|it| it.kind));
            let parts = parts(word).map(|it| it.to_lowercase().into());
            self.words.extend(parts);
            begins = word.ends_with(['.', '!', '?', '…']);
        }
    }

    /// Whether it tells something of the same kind and not this.
    pub fn refute(&self, claimed: &Value) -> bool {
        self.kinds.contains(&claimed.kind) && !self.hold(claimed)
    }

    /// Whether it tells something written alike and not this, where nothing else can be meant: two letters may be
    /// the end of a code.
    pub fn refute_as_a_piece(&self, claimed: &Value) -> bool {
        let code = self.kinds.contains(&ValueKind::Code) && claimed.kind != ValueKind::Name;
        (code || self.kinds.contains(&claimed.kind)) && !self.hold(claimed)
    }

    /// Whether it tells this, or a word that begins or ends so.
    pub fn hold(&self, claimed: &Value) -> bool {
        let claimed = &*claimed.text;
        let piece = claimed.chars().count() >= SHORT;
        let mut words = self.words.iter();
        words.any(|it| {
            &**it == claimed || piece && (it.starts_with(claimed) || it.ends_with(claimed))
        })
    }
}

/// The pieces of a word of which each may be a value.
fn parts(word: &str) -> impl Iterator<Item = &str> {
    let word = word.trim_matches(|it: char| !it.is_alphanumeric());
    let marked = word.contains(['.', ',', ':']);
    let parts = word.split(|it: char| !it.is_alphanumeric());
    parts.filter(move |it| !marked && !it.is_empty())
}

fn kind(part: &str, begins: bool) -> Option<ValueKind> {
    let characters = part.chars().count();
    let digits = part.chars().filter(char::is_ascii_digit).count();
    let capital = part.chars().next().is_some_and(char::is_uppercase);
    if digits == characters {
        Some(ValueKind::Number(digits))
    } else if digits > 0 {
        Some(ValueKind::Code)
    } else if characters < SHORT {
        None
    } else if part.chars().all(char::is_uppercase) {
        Some(ValueKind::Capitals(characters))
    } else {
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
        let words = claim.split_whitespace().enumerate();
        let mut values = words.flat_map(|(at, word)| Value::all_in(word, at == 0));
        values.any(|it| told.refute(&it))
    }

    #[test]
    fn what_is_told_refutes_another_value_of_its_kind() {
        let told =
            told("De code is FEEST-8OK4, wij wonen aan de Kastanjelaan 18, 7421 XB, Zutveen.");
        for wrong in [
            "eindigt op 8OK5?",
            "nummer 81?",
            "nummer 87?",
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
            "op 21?",
            "u woont in Zutveen",
        ] {
            assert!(!refuted(&told, right), "{right}");
        }
    }

    #[test]
    fn what_is_told_in_other_words_or_of_another_kind_refutes_nothing() {
        let told = told("Vier mei 1961.");
        assert!(!refuted(&told, "4 mei 1961"));
        assert!(refuted(&told, "4 mei 1962"));
        assert!(!refuted(&told, "Woont u in Deventer?"));
        assert!(!refuted(&told, "om 12.30 uur, voor 30,00 euro"));
    }
}
