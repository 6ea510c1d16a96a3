//! Hashes by which a session pins what it rests on.

use std::fmt::Write as _;

use sha2::{Digest as _, Sha256};

/// The SHA-256 of some content, as 64 hexadecimal digits.
#[derive(
    Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize,
)]
#[serde(transparent)]
pub struct Fingerprint(String);

impl Fingerprint {
    /// The fingerprint of these bytes.
    pub fn of(content: &[u8]) -> Self {
        let mut hex = String::with_capacity(64);
        for byte in Sha256::digest(content) {
            // writing to a String cannot fail
            let _ = write!(hex, "{byte:02x}");
        }
        Self(hex)
    }

    /// A fingerprint that was taken before, as 64 hexadecimal digits.
    pub(super) fn known(digits: &str) -> Self {
        Self(digits.to_owned())
    }

    /// The 64 hexadecimal digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The first twelve digits, enough to tell versions apart on a screen.
    pub fn short(&self) -> &str {
        self.0.get(..12).unwrap_or(&self.0)
    }
}

impl std::fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_empty_content_has_the_known_hash() {
        assert_eq!(Fingerprint::of(b"").short(), "e3b0c44298fc");
    }
}
