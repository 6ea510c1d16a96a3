//! How a customer feels, in three figures.

use serde::{Deserialize, Serialize};

/// Tension, trust and patience, each 0–100.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mood {
    /// Arousal, shown as a pulse: calm below 34, tense below 67, panicked above.
    pub tension: u8,
    /// How far the customer believes that the agent will help.
    pub trust: u8,
    /// How much more the customer will bear.
    pub patience: u8,
}

/// The bands of tension.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Band {
    /// Tension below 34.
    Calm,
    /// Tension from 34, below 67.
    Tense,
    /// Tension from 67.
    Panicked,
}

/// What is added to a mood.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct MoodChange {
    /// Added to tension.
    pub tension: i32,
    /// Added to trust.
    pub trust: i32,
    /// Added to patience.
    pub patience: i32,
}

/// The most that tension falls in one turn: listening calms by steps, never all at once.
const STEEPEST_FALL: i32 = 10;
/// The most that tension rises in one turn: one band.
const STEEPEST_RISE: i32 = 33;

impl Band {
    /// All bands, calmest first.
    pub const ALL: [Self; 3] = [Self::Calm, Self::Tense, Self::Panicked];
}

impl Mood {
    /// The band that the tension lies in.
    pub const fn band(self) -> Band {
        match self.tension {
            0..34 => Band::Calm,
            34..67 => Band::Tense,
            _ => Band::Panicked,
        }
    }

    /// The mood after `change`, within the bounds of one turn.
    #[must_use]
    pub fn after(self, change: MoodChange) -> Self {
        let tension = change.tension.clamp(-STEEPEST_FALL, STEEPEST_RISE);
        Self {
            tension: shifted(self.tension, tension),
            trust: shifted(self.trust, change.trust),
            patience: shifted(self.patience, change.patience),
        }
    }
}

impl MoodChange {
    /// Both together.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self {
            tension: self.tension.saturating_add(other.tension),
            trust: self.trust.saturating_add(other.trust),
            patience: self.patience.saturating_add(other.patience),
        }
    }
}

fn shifted(value: u8, by: i32) -> u8 {
    u8::try_from(i32::from(value).saturating_add(by).clamp(0, 100)).unwrap_or(100)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tension_falls_by_steps_and_rises_by_at_most_a_band() {
        let mood = Mood {
            tension: 70,
            trust: 95,
            patience: 3,
        };
        let calmer = mood.after(MoodChange {
            tension: -60,
            trust: 10,
            patience: -9,
        });
        assert_eq!(
            calmer,
            Mood {
                tension: 60,
                trust: 100,
                patience: 0
            }
        );
        assert_eq!(
            calmer
                .after(MoodChange {
                    tension: 90,
                    ..MoodChange::default()
                })
                .tension,
            93
        );
        assert_eq!((mood.band(), calmer.band()), (Band::Panicked, Band::Tense));
    }
}
