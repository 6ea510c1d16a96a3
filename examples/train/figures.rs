//! How well scores agree with labels.

/// Scores with what the labels say.
#[derive(Debug, Clone, Default)]
pub(crate) struct Figures {
    pub(crate) scored: Vec<Scored>,
}

/// The score of an utterance that was not trained on.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Scored {
    pub(crate) score: f64,
    pub(crate) performed: bool,
    /// The number of the file that it stands in.
    pub(crate) file: usize,
}

/// Hits, false alarms and misses.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Counts {
    pub(crate) hits: usize,
    pub(crate) alarms: usize,
    pub(crate) misses: usize,
}

impl Figures {
    pub(crate) fn counts(&self, threshold: f64) -> Counts {
        let mut counts = Counts {
            hits: 0,
            alarms: 0,
            misses: 0,
        };
        for it in &self.scored {
            match (it.score >= threshold, it.performed) {
                (true, true) => counts.hits += 1,
                (true, false) => counts.alarms += 1,
                (false, true) => counts.misses += 1,
                (false, false) => {}
            }
        }
        counts
    }

    pub(crate) fn positives(&self) -> usize {
        self.scored.iter().filter(|it| it.performed).count()
    }

    /// The figures of one file alone.
    pub(crate) fn of_file(&self, file: usize) -> Self {
        let scored = self.scored.iter().filter(|it| it.file == file);
        Self {
            scored: scored.copied().collect(),
        }
    }
}

impl Counts {
    pub(crate) fn f1(self) -> f64 {
        ratio(2 * self.hits, 2 * self.hits + self.alarms + self.misses)
    }

    pub(crate) fn precision(self) -> f64 {
        ratio(self.hits, self.hits + self.alarms)
    }

    pub(crate) fn recall(self) -> f64 {
        ratio(self.hits, self.hits + self.misses)
    }
}

#[expect(clippy::cast_precision_loss, reason = "counts of utterances are small")]
fn ratio(part: usize, whole: usize) -> f64 {
    if whole == 0 {
        0.0
    } else {
        part as f64 / whole as f64
    }
}
