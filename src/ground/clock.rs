//! The only room that knows what time it is.

use std::time::{SystemTime, UNIX_EPOCH};

/// A moment, in milliseconds since 1970-01-01 00:00 UTC.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize,
)]
#[serde(transparent)]
pub struct Instant(pub i64);

impl Instant {
    /// The present moment by the machine's clock; 0 for a clock set before 1970.
    pub fn now() -> Self {
        let elapsed = SystemTime::now()
            .duration_since(UNIX_EPOCH)
            .unwrap_or_default();
        Self(i64::try_from(elapsed.as_millis()).unwrap_or(i64::MAX))
    }

    /// `2026-03-10T10:40:00.000Z`; a moment beyond the calendar reads as the calendar's beginning.
    pub fn to_rfc3339(self) -> String {
        jiff::Timestamp::from_millisecond(self.0)
            .unwrap_or_default()
            .strftime("%Y-%m-%dT%H:%M:%S.%3fZ")
            .to_string()
    }

    /// `2026-03-10 10:40`, in UTC so that it reads the same on every machine; a moment beyond the
    /// calendar (a damaged log) reads as `?`.
    pub fn to_utc_minute(self) -> String {
        jiff::Timestamp::from_millisecond(self.0).map_or_else(
            |_| "?".to_owned(),
            |it| it.strftime("%Y-%m-%d %H:%M").to_string(),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_moments() {
        assert_eq!(Instant(0).to_utc_minute(), "1970-01-01 00:00");
        assert_eq!(Instant(951_782_400_000).to_utc_minute(), "2000-02-29 00:00");
        assert_eq!(Instant(i64::MAX).to_utc_minute(), "?");
    }
}
