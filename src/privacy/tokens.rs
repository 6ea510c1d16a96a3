//! A text cut into words, with where they stand.

/// A word or a number of a text.
#[derive(Debug, Clone)]
#[allow(
    clippy::struct_excessive_bools,
    reason = "each is seen in the text by itself"
)]
pub(super) struct Token {
    pub(super) start: usize,
    pub(super) end: usize,
    /// As written, in lower case.
    pub(super) lower: String,
    pub(super) capital: bool,
    /// Whether all of it is in capitals.
    pub(super) shouted: bool,
    /// Whether a sentence begins here.
    pub(super) first: bool,
    /// Whether only blanks (or the dot of a title or an initial) stand before it and after the word
    /// before.
    pub(super) joined: bool,
    /// Whether it is part of something masked already.
    pub(super) taken: bool,
}

/// The words of a text. What lies in `taken` is marked so.
pub(super) fn tokens(text: &str, taken: &[(usize, usize)]) -> Vec<Token> {
    let mut found: Vec<Token> = Vec::new();
    for (start, end) in runs(text) {
        let word = text.get(start..end).unwrap_or_default();
        let last = found.last().map_or(0, |it| it.end);
        let gap = text.get(last..start).unwrap_or_default();
        let before = found.last().map_or("", |it| it.lower.as_str());
        let abbreviated = gap.starts_with('.') && gap.trim() == "." && before.chars().count() <= 4;
        found.push(Token {
            start,
            end,
            lower: word.to_lowercase().replace('’', "'"),
            capital: word.chars().next().is_some_and(char::is_uppercase),
            shouted: !word.chars().any(char::is_lowercase),
            first: found.is_empty() || (!abbreviated && gap.contains(['.', '!', '?', '\n', '…'])),
            joined: !found.is_empty() && (gap.trim().is_empty() || abbreviated),
            taken: taken.iter().any(|it| it.0 < end && start < it.1),
        });
    }
    found
}

/// Runs of letters and digits; an apostrophe or a hyphen between them belongs to the word.
pub(super) fn runs(text: &str) -> Vec<(usize, usize)> {
    let mut runs = Vec::new();
    let mut start = None;
    let mut letters = text.char_indices().peekable();
    while let Some((at, letter)) = letters.next() {
        let next = letters.peek().map(|it| it.1);
        let inside = letter.is_alphanumeric()
            || (matches!(letter, '\'' | '’' | '-')
                && next.is_some_and(char::is_alphanumeric)
                && (start.is_some() || letter != '-'));
        match (inside, start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                runs.push((from, at));
                start = None;
            }
            _ => {}
        }
    }
    runs.extend(start.map(|it| (it, text.len())));
    runs
}
