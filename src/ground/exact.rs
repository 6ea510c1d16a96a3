//! Numbers that come out the same on any machine.

/// The binary logarithm of a positive number, straight between whole powers.
pub fn log2(number: f32) -> f32 {
    // IEEE 754: exponent and fraction
    let bits = number.to_bits();
    let small = |bits: u32| f32::from(u16::try_from(bits).unwrap_or(u16::MAX));
    small(bits >> 23) - 127.0 + small((bits >> 7) & 0xffff) / 65536.0
}

/// e to the power of a number: a power of two and a polynomial for what is left.
pub fn exp(number: f64) -> f64 {
    let powers = (number * std::f64::consts::LOG2_E).clamp(-1000.0, 1000.0);
    let whole = powers.floor();
    let rest = (powers - whole) * std::f64::consts::LN_2;
    // Taylor's series, by Horner's rule
    let polynomial = (1..=16_u8)
        .rev()
        .fold(1.0, |sum, it| 1.0 + sum * rest / f64::from(it));
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "from 23 to 2023: an exponent of IEEE 754"
    )]
    let exponent = (whole + 1023.0) as u64;
    polynomial * f64::from_bits(exponent << 52)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_powers_are_met_and_others_lie_between() {
        for (number, logarithm) in [(0.25, -2.0), (1.0, 0.0), (8.0, 3.0), (12.0, 3.5)] {
            assert!((log2(number) - logarithm).abs() < 1e-6, "{number}");
        }
    }

    #[test]
    fn powers_of_e_are_as_exact_as_they_can_be() {
        for number in [-50.0, -1.0, -0.3, 0.0, 0.5, 1.0, 20.0] {
            let right = f64::exp(number);
            assert!((exp(number) - right).abs() < 1e-12 * right, "{number}");
        }
        assert!(exp(-1e9) < 1e-300);
    }
}
