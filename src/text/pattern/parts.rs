//! Patterns cut into their parts.

use crate::text::pattern::PatternError;

/// White space and brackets.
static SPACES: [bool; 256] = signs(b" \t\n\r\x0c()");

/// Bars and brackets.
static BARS: [bool; 256] = signs(b"|()");

/// Which bytes are among these.
const fn signs(bytes: &[u8]) -> [bool; 256] {
    let mut signs = [false; 256];
    let mut at = 0;
    while at < bytes.len() {
        signs[bytes[at] as usize] = true;
        at += 1;
    }
    signs
}

/// The parts of a text between separators that stand outside brackets, without white space around
/// them.
pub(super) struct Parts<'p> {
    rest: Option<&'p str>,
    by_space: bool,
}

impl<'p> Parts<'p> {
    /// The parts between white space.
    pub(super) const fn at_spaces(text: &'p str) -> Self {
        Self {
            rest: Some(text),
            by_space: true,
        }
    }

    /// The parts between bars, none of them empty.
    pub(super) const fn at_bars(text: &'p str) -> Self {
        Self {
            rest: Some(text),
            by_space: false,
        }
    }

    /// Cuts the next part off.
    fn cut(&mut self, text: &'p str) -> Result<&'p str, PatternError> {
        let mut depth = 0usize;
        let mut at = 0;
        // a pattern is gone through several times: go fast over the letters
        let signs = if self.by_space { &SPACES } else { &BARS };
        let counts = |it: &u8| signs[usize::from(*it)];
        while let Some(next) = text.as_bytes()[at..].iter().position(counts) {
            at += next;
            match text.as_bytes()[at] {
                b'(' => depth += 1,
                b')' => depth = depth.checked_sub(1).ok_or(PatternError::Bracket)?,
                _ if depth > 0 => {}
                b'|' => {
                    self.rest = Some(&text[at + 1..]);
                    return Ok(text[..at].trim_ascii());
                }
                _ => {
                    self.rest = Some(text[at + 1..].trim_ascii_start());
                    return Ok(&text[..at]);
                }
            }
            at += 1;
        }
        if depth > 0 {
            return Err(PatternError::Bracket);
        }
        Ok(text.trim_ascii())
    }
}

impl<'p> Iterator for Parts<'p> {
    type Item = Result<&'p str, PatternError>;

    fn next(&mut self) -> Option<Self::Item> {
        let text = self.rest.take()?;
        if self.by_space {
            let text = text.trim_ascii();
            return (!text.is_empty()).then(|| self.cut(text));
        }
        let part = self.cut(text);
        Some(match part {
            Ok("") => Err(PatternError::Empty),
            part => part,
        })
    }
}
