//! How much a feature tells: the more, the fewer examples hold it.

/// A word that more than one in so many examples hold is common …
const COMMON: usize = 12;

/// … unless it is no more than so many examples.
const FEW: usize = 4;

/// How many of all examples may hold a feature that tells something: what nearly all hold tells nothing.
pub(super) fn few(all: usize) -> usize {
    (all / COMMON).max(FEW)
}

/// How much a feature tells that stands in so many of all examples: the binary logarithm of how rare
/// it is, straight between whole powers, so that it comes out the same on any machine. Above 0.
pub(super) fn rarity(all: usize, holding: usize) -> f32 {
    const FINE: usize = 256;
    // above 0 even for what all hold: a weight of 0 would pass for none at all
    let ratio = ((all + 1) * 2 * FINE / (holding * 2 + 1)).max(FINE + 1);
    let power = ratio.ilog2();
    let rest = ratio - (1 << power);
    let small = |number: usize| f32::from(u16::try_from(number).unwrap_or(u16::MAX));
    let whole = small((power - FINE.ilog2()) as usize);
    // `rest` is below 2^power; in 256 parts of it
    whole + small((rest * FINE) >> power) / small(FINE)
}
