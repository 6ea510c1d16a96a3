//! Hashes that never change: trained weights stand where they put them, and are worthless under any other.

/// What [`step`] begins with.
pub const START: u64 = 0xcbf2_9ce4_8422_2325;

/// One step of FNV-1a (Fowler, Noll and Vo), over bytes or letters.
pub const fn step(hash: u64, unit: u64) -> u64 {
    (hash ^ unit).wrapping_mul(0x0100_0000_01b3)
}

/// The FNV-1a hash of these bytes.
pub fn fnv(bytes: &[u8]) -> u64 {
    bytes
        .iter()
        .fold(START, |hash, it| step(hash, (*it).into()))
}

/// Two hashes as one, order kept (the finaliser of `MurmurHash3`).
pub const fn mix(one: u64, other: u64) -> u64 {
    let mut hash = one.rotate_left(23) ^ other;
    hash = (hash ^ (hash >> 33)).wrapping_mul(0xff51_afd7_ed55_8ccd);
    hash = (hash ^ (hash >> 33)).wrapping_mul(0xc4ce_b9fe_1a85_ec53);
    hash ^ (hash >> 33)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hashes_never_change() {
        assert_eq!(fnv(b""), START);
        assert_eq!(fnv(b"foobar"), 0x8594_4171_f739_67e8);
        assert_eq!(mix(1, 2), 0x97e0_b554_12d4_ee99);
        assert_ne!(mix(1, 2), mix(2, 1));
    }
}
