//! An unsigned integer of any size, and the coder that packs choices into it.
//!
//! The coder is an asymmetric numeral system without a limit: a choice that was given a share `size` of `total` makes
//! the number about `total / size` times as large. Nothing is lost to rounding, so a code is as short as the shares
//! allow. It is written last choice first and so read first choice first.

/// An unsigned integer, in digits of 32 bits, lowest first, without zeros on top.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct BigUint(Vec<u32>);

impl BigUint {
    /// Whether it is zero.
    pub fn is_zero(&self) -> bool {
        self.0.is_empty()
    }

    /// Multiplies it and adds something.
    pub fn grow(&mut self, by: u32, add: u32) {
        let mut carry = u64::from(add);
        for digit in &mut self.0 {
            let product = u64::from(*digit) * u64::from(by) + carry;
            (*digit, carry) = (low(product), product >> 32);
        }
        if carry > 0 {
            self.0.push(low(carry));
        }
    }

    /// Divides it and returns the remainder.
    pub fn shrink(&mut self, by: u32) -> u32 {
        let mut left = 0;
        for digit in self.0.iter_mut().rev() {
            let part = left << 32 | u64::from(*digit);
            *digit = low(part / u64::from(by));
            left = part % u64::from(by);
        }
        while self.0.last() == Some(&0) {
            self.0.pop();
        }
        low(left)
    }
}

#[allow(clippy::cast_possible_truncation)]
const fn low(number: u64) -> u32 {
    number as u32
}

/// A choice that was made: its share of the total, and where the share starts.
#[derive(Debug, Clone, Copy)]
pub struct Chosen {
    start: u32,
    size: u32,
    total: u32,
}

/// Writes or reads choices. The same walk through what is kept does both, so that they cannot drift apart.
pub enum Coder {
    /// Collects choices.
    Writes(Vec<Chosen>),
    /// Takes choices from a number.
    Reads(BigUint),
}

impl Coder {
    /// One of several, each with a share. Returns what was given when it writes, and what it finds when it reads.
    pub fn choice(&mut self, shares: &[u32], given: usize) -> usize {
        let total = shares.iter().sum();
        self.code(
            total,
            || {
                let start = shares[..given].iter().sum();
                (start, shares[given])
            },
            |at| {
                let (mut place, mut start) = (0, 0);
                while place + 1 < shares.len() && at >= start + shares[place] {
                    start += shares[place];
                    place += 1;
                }
                (place, start, shares[place])
            },
            given,
        )
    }

    /// One of several that are all as likely.
    pub fn one_of(&mut self, count: usize, given: usize) -> usize {
        let wide = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        self.code(wide(count.max(1)), || (wide(given), 1), |at| (at as usize, at, 1), given)
    }

    /// Yes or no, with the share of yes in a total.
    pub fn yes(&mut self, share: u32, total: u32, given: bool) -> bool {
        self.choice(&[total - share, share], given.into()) == 1
    }

    fn code(&mut self, total: u32, place: impl FnOnce() -> (u32, u32), find: impl FnOnce(u32) -> (usize, u32, u32), given: usize) -> usize {
        match self {
            Self::Writes(chosen) => {
                let (start, size) = place();
                chosen.push(Chosen { start, size, total });
                given
            }
            Self::Reads(number) => {
                let at = number.shrink(total);
                let (found, start, size) = find(at);
                number.grow(size, at - start);
                found
            }
        }
    }

    /// The number: of what was written, or what is left of it after reading, which is zero when all was read.
    pub fn number(self) -> BigUint {
        match self {
            Self::Writes(chosen) => chosen.iter().rev().fold(BigUint::default(), |mut number, chosen| {
                let left = number.shrink(chosen.size);
                number.grow(chosen.total, chosen.start + left);
                number
            }),
            Self::Reads(number) => number,
        }
    }
}
