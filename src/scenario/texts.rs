//! Many short texts, kept in one: a case has thousands of wordings, and as many pieces of memory take longer to
//! make and to let go than the texts to read.

use std::fmt;

use serde::{
    Deserialize, Deserializer,
    de::{DeserializeSeed, Error, SeqAccess, Visitor},
};

/// Texts one after the other.
#[derive(Debug, Default)]
pub(super) struct Texts {
    letters: String,
    /// Where each ends.
    ends: Vec<usize>,
}

impl Texts {
    /// Adds a text.
    pub(super) fn add(&mut self, text: &str) {
        self.letters.push_str(text);
        self.ends.push(self.letters.len());
    }

    /// How many there are.
    pub(super) const fn len(&self) -> usize {
        self.ends.len()
    }

    /// All of them, in order.
    pub(super) fn iter(&self) -> impl Iterator<Item = &str> {
        (0..self.len()).map(|it| self.get(it))
    }

    /// The text of this number; empty beyond the end.
    pub(super) fn get(&self, at: usize) -> &str {
        let end = |at: usize| self.ends.get(at).copied();
        let start = at.checked_sub(1).map_or(Some(0), end);
        let range = start.zip(end(at)).map(|(start, end)| start..end);
        range
            .and_then(|it| self.letters.get(it))
            .unwrap_or_default()
    }
}

impl<'de> Deserialize<'de> for Texts {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_seq(Sequence)
    }
}

/// Reads a list of texts.
struct Sequence;

impl<'de> Visitor<'de> for Sequence {
    type Value = Texts;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a sequence")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Texts, A::Error> {
        let mut texts = Texts::default();
        while list.next_element_seed(One(&mut texts))?.is_some() {}
        Ok(texts)
    }
}

/// Reads one of them.
struct One<'t>(&'t mut Texts);

impl<'de> DeserializeSeed<'de> for One<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl Visitor<'_> for One<'_> {
    type Value = ();

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a string")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<(), E> {
        self.0.add(text);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, Deserialize)]
    struct File {
        said: Texts,
    }

    #[test]
    fn a_list_of_texts_is_read_as_it_stands() {
        let file: File = toml::from_str("said = [\"één\", \"\", 'twee \"drie\"']").unwrap();
        let texts: Vec<&str> = file.said.iter().collect();
        assert_eq!(texts, ["één", "", "twee \"drie\""]);
        assert_eq!(file.said.get(3), "");
    }

    #[test]
    fn what_is_no_text_is_refused() {
        let error = toml::from_str::<File>("said = [\"a\", 7]").unwrap_err();
        assert!(error.message().contains("expected a string"), "{error}");
        let error = toml::from_str::<File>("said = \"a\"").unwrap_err();
        assert!(error.message().contains("expected a sequence"), "{error}");
    }
}
