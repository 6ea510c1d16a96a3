//! Names turned into UUIDs.

use crate::ground::fingerprint::Fingerprint;

/// The UUID of a name: from its SHA-256, in the shape of version 5. The same name has the same UUID
/// everywhere.
pub fn uuid(name: &str) -> String {
    let hash = Fingerprint::of(format!("oefenlijn/{name}").as_bytes());
    let hex = hash.as_str();
    let part = |from: usize, to: usize| hex.get(from..to).unwrap_or_default();
    // the variant's two bits are 10
    let variant = match part(16, 17) {
        "0" | "4" | "8" | "c" => '8',
        "1" | "5" | "9" | "d" => '9',
        "2" | "6" | "a" | "e" => 'a',
        _ => 'b',
    };
    format!(
        "{}-{}-5{}-{variant}{}-{}",
        part(0, 8),
        part(8, 12),
        part(13, 16),
        part(17, 20),
        part(20, 32)
    )
}
