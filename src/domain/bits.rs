//! A set of small numbers, one bit each. Its width follows from what it counts.

/// A set of numbers below 64 times `WORDS`. A number that does not fit is in no set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bits<const WORDS: usize>([u64; WORDS]);

impl<const WORDS: usize> Default for Bits<WORDS> {
    fn default() -> Self {
        Self([0; WORDS])
    }
}

impl<const WORDS: usize> Bits<WORDS> {
    /// Whether a number is in the set.
    pub fn has(&self, number: usize) -> bool {
        self.0.get(number / 64).is_some_and(|word| word & (1 << (number % 64)) != 0)
    }

    /// Puts a number in, or takes it out.
    pub fn set(&mut self, number: usize, there: bool) {
        if let Some(word) = self.0.get_mut(number / 64) {
            let bit = 1 << (number % 64);
            *word = if there { *word | bit } else { *word & !bit };
        }
    }

    /// Puts in all that is in another set.
    pub fn join(&mut self, other: Self) {
        for (word, more) in self.0.iter_mut().zip(other.0) {
            *word |= more;
        }
    }

    /// Hands on the numbers, from the lowest.
    pub fn each(&self, mut run: impl FnMut(usize)) {
        for (place, word) in self.0.iter().enumerate() {
            let mut left = *word;
            while left != 0 {
                run(place * 64 + left.trailing_zeros() as usize);
                left &= left - 1;
            }
        }
    }
}
