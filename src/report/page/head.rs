//! The page's head: its title, its style, and what a browser may do with it.

use maud::{Markup, PreEscaped, html};
use sha2::{Digest as _, Sha256};

use super::Page;

/// All looks of the page.
const STYLE: &str = include_str!("style.css");

pub(super) fn head(page: &Page<'_>) -> Markup {
    let title = page.wording.words().of(&page.sheet.title);
    head_of(&format!("{title} · {} · oefenlijn", page.sheet.session))
}

/// The head of any page.
pub(in crate::report) fn head_of(title: &str) -> Markup {
    html! {
        head {
            meta charset="utf-8";
            meta http-equiv="Content-Security-Policy" content=(policy());
            meta name="viewport" content="width=device-width, initial-scale=1";
            meta name="referrer" content="no-referrer";
            meta name="color-scheme" content="light dark";
            title { (title) }
            style { (PreEscaped(STYLE)) }
        }
    }
}

/// Nothing may be loaded or run; the one style is known by its hash.
fn policy() -> String {
    let hash = base64(&Sha256::digest(STYLE.as_bytes()));
    format!("default-src 'none'; style-src 'sha256-{hash}'; base-uri 'none'; form-action 'none'")
}

/// The digits of base 64 (RFC 4648), padded.
fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for group in bytes.chunks(3) {
        let byte = |at: usize| u32::from(group.get(at).copied().unwrap_or(0));
        let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
        for digit in 0..4 {
            let value = bits >> (18 - 6 * digit) & 63;
            let there = digit <= group.len();
            let letter = DIGITS.get(value as usize).filter(|_| there);
            text.push(letter.map_or('=', |it| char::from(*it)));
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::base64;

    #[test]
    fn known_digits() {
        let known = [
            ("", ""),
            ("f", "Zg=="),
            ("fo", "Zm8="),
            ("foo", "Zm9v"),
            ("foob", "Zm9vYg=="),
        ];
        for (bytes, digits) in known {
            assert_eq!(base64(bytes.as_bytes()), digits);
        }
    }
}
