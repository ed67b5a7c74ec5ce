//! The sealed file: what is kept, readable only with the passphrase, and only if not a bit was changed.
//!
//! The passphrase becomes a key by Argon2id, which makes guessing slow and costly; the cipher is XChaCha20-Poly1305.
//! How hard guessing is made is fixed by the version of the format and never read from a file. The file is as long as a
//! whole number of steps, so that its size does not tell how much was written. docs/formats.md lays it all down.
//!
//! Nobody can open a file without its passphrase: not the page, not who made the page.

use argon2::{Algorithm, Argon2, Params, Version};
use chacha20poly1305::aead::inout::InOutBuf;
use chacha20poly1305::{AeadInOut, KeyInit, XChaCha20Poly1305};
use ctutils::CtEq;
use zeroize::Zeroizing;

use crate::content::CodeTables;

use super::parts::Parts;
use super::restored::Restored;
use super::snapshot::Settled;
use super::words::LONGEST_TEXT;
use super::{passphrase, payload};

/// The largest file that is looked at, in bytes.
pub const LARGEST: usize = 256 * 1024;
/// Files are a whole number of these, in bytes.
pub const STEP: usize = 4096;
/// How the files begin: three letters, and the version of the format.
const MAGIC: [u8; 3] = *b"KH1";
/// The format that is written. Format 1, which is still read, differs in what it makes of a passphrase.
const FORMAT: u8 = 2;

/// The bytes of a salt.
pub const SALT: usize = 16;
/// The bytes of a nonce.
pub const NONCE: usize = 24;
const CHECK: usize = 32;
const TAG: usize = 16;
const SUM: usize = 4;
const HEADER: usize = MAGIC.len() + 1 + SALT + NONCE + CHECK;
/// The bytes of a file that are not filled by what is kept: header, length, tag and sum.
pub const AROUND: usize = HEADER + 4 + TAG + SUM;

/// How hard guessing is made, in both formats: memory in KiB, passes over it, lanes. More than the least that OWASP asks of
/// Argon2id (47,104 KiB, one pass).
pub const HARDNESS: (u32, u32, u32) = (65_536, 3, 1);

/// Why a file cannot be opened, or made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileError {
    /// It is larger than any file of this page, or would be.
    TooLarge,
    /// It is another kind of file.
    Foreign,
    /// It was made by a newer page.
    Newer,
    /// It is incomplete, or something in it was changed.
    Damaged,
    /// Its passphrase is another one.
    WrongPassphrase,
    /// The device has too little memory left for it.
    NoMemory,
}

/// What opens and closes files with one passphrase and one salt. Making it takes long and much memory, on purpose.
pub struct Key {
    salt: [u8; SALT],
    cipher: XChaCha20Poly1305,
    /// Binds a file to its key: the cipher alone would let a file be made that opens differently under two keys.
    check: [u8; CHECK],
}

impl Key {
    /// Makes the key, from a passphrase as the format takes it.
    ///
    /// # Errors
    /// [`FileError::NoMemory`].
    pub fn new(meant: &str, salt: [u8; SALT]) -> Result<Self, FileError> {
        let mut both = Zeroizing::new([0; 2 * CHECK]);
        let (memory, passes, lanes) = HARDNESS;
        let hardness = Params::new(memory, passes, lanes, Some(both.len())).map_err(|_| FileError::NoMemory)?;
        Argon2::new(Algorithm::Argon2id, Version::V0x13, hardness)
            .hash_password_into(meant.as_bytes(), &salt, &mut *both)
            .map_err(|_| FileError::NoMemory)?;
        let mut key = Zeroizing::new([0; 32]);
        let mut check = [0; CHECK];
        key.copy_from_slice(&both[..32]);
        check.copy_from_slice(&both[32..]);
        Ok(Self { salt, cipher: XChaCha20Poly1305::new((&*key).into()), check })
    }
}

/// Makes a sealed file. Salt and nonce must be random, and fresh for every file; the passphrase is in small letters and
/// composed, see [`passphrase::levelled`].
///
/// # Errors
/// [`FileError::TooLarge`] and [`FileError::NoMemory`].
pub fn seal(kept: &Settled, tables: &CodeTables, composed: &str, salt: [u8; SALT], nonce: [u8; NONCE]) -> Result<Vec<u8>, FileError> {
    seal_with(&Key::new(&passphrase::levelled(composed), salt)?, kept, tables, nonce)
}

/// The same with a key that is there already.
///
/// # Errors
/// [`FileError::TooLarge`].
pub fn seal_with(key: &Key, kept: &Settled, tables: &CodeTables, nonce: [u8; NONCE]) -> Result<Vec<u8>, FileError> {
    // Nothing is cut off in silence: what does not fit as a whole is not written.
    if kept.texts().any(|text| text.chars().count() > LONGEST_TEXT) {
        return Err(FileError::TooLarge);
    }
    let payload = payload::write(kept, tables);
    let size = (AROUND + payload.len()).next_multiple_of(STEP);
    let length = u32::try_from(payload.len()).map_err(|_| FileError::TooLarge)?;
    if size > LARGEST {
        return Err(FileError::TooLarge);
    }
    // Built in one buffer, so that no second copy of the plain text stays in memory.
    let mut file = Vec::with_capacity(size);
    file.extend(MAGIC);
    file.push(FORMAT);
    file.extend(key.salt);
    file.extend(nonce);
    file.extend(key.check);
    file.extend(length.to_le_bytes());
    file.extend(payload.iter());
    file.resize(size - TAG - SUM, 0);
    let (header, body) = file.split_at_mut(HEADER);
    let tag = key.cipher.encrypt_inout_detached(&nonce.into(), header, InOutBuf::from(body)).map_err(|_| FileError::TooLarge)?;
    file.extend(tag);
    let sum = sum(&file);
    file.extend(sum.to_le_bytes());
    Ok(file)
}

/// A file that may be one of this page: whole, in a known format, and not opened yet.
#[derive(Debug, Clone, Copy)]
pub struct Sealed<'a> {
    header: &'a [u8; HEADER],
    body: &'a [u8],
    tag: &'a [u8; TAG],
}

impl<'a> Sealed<'a> {
    /// Looks at a file from outside. No passphrase is needed yet, so that nobody types one for nothing.
    ///
    /// # Errors
    /// All but [`FileError::WrongPassphrase`] and [`FileError::NoMemory`].
    pub fn read(file: &'a [u8]) -> Result<Self, FileError> {
        if file.len() > LARGEST {
            return Err(FileError::TooLarge);
        }
        match file.strip_prefix(&MAGIC) {
            Some([1..=FORMAT, ..]) => {}
            Some([0, ..] | []) => return Err(FileError::Damaged),
            Some(_) => return Err(FileError::Newer),
            None => return Err(FileError::Foreign),
        }
        let (file, last) = file.split_last_chunk::<SUM>().ok_or(FileError::Damaged)?;
        if !(file.len() + SUM).is_multiple_of(STEP) || *last != sum(file).to_le_bytes() {
            return Err(FileError::Damaged);
        }
        let (header, rest) = file.split_first_chunk().ok_or(FileError::Damaged)?;
        let (body, tag) = rest.split_last_chunk().ok_or(FileError::Damaged)?;
        Ok(Self { header, body, tag })
    }

    /// The passphrase as the file's format takes it. `compose` makes small letters and Unicode's composed form of a text.
    pub fn meant(&self, typed: &str, compose: impl FnOnce(&str) -> String) -> Zeroizing<String> {
        if self.header[MAGIC.len()] == 1 { passphrase::as_meant(typed) } else { passphrase::levelled(&Zeroizing::new(compose(typed))) }
    }

    /// The salt, for the key.
    pub fn salt(&self) -> [u8; SALT] {
        std::array::from_fn(|place| self.header[MAGIC.len() + 1 + place])
    }

    /// Opens it.
    ///
    /// # Errors
    /// [`FileError::WrongPassphrase`], and [`FileError::Damaged`] when it was made to deceive.
    pub fn open_with(&self, key: &Key, tables: &CodeTables) -> Result<Restored, FileError> {
        if !bool::from(self.header[HEADER - CHECK..].ct_eq(&key.check[..])) {
            return Err(FileError::WrongPassphrase);
        }
        let nonce: [u8; NONCE] = std::array::from_fn(|place| self.header[MAGIC.len() + 1 + SALT + place]);
        let mut plain = Zeroizing::new(self.body.to_vec());
        key.cipher
            .decrypt_inout_detached(&nonce.into(), self.header, InOutBuf::from(&mut plain[..]), self.tag.into())
            .map_err(|_| FileError::Damaged)?;
        let (length, rest) = plain.split_first_chunk().ok_or(FileError::Damaged)?;
        let length = usize::try_from(u32::from_le_bytes(*length)).map_err(|_| FileError::Damaged)?;
        let (payload, padding) = rest.split_at_checked(length).ok_or(FileError::Damaged)?;
        if padding.len() >= STEP || padding.iter().any(|byte| *byte != 0) {
            return Err(FileError::Damaged);
        }
        let (kept, left_out) = payload::read(payload, tables).map_err(|_| FileError::Damaged)?;
        Ok(Restored { snapshot: kept, parts: Parts::ALL, left_out })
    }
}

/// Opens a file with a passphrase as it was typed. `compose` makes small letters and Unicode's composed form of it.
///
/// # Errors
/// What is wrong with it, or with the passphrase.
pub fn open(file: &[u8], tables: &CodeTables, typed: &str, compose: impl FnOnce(&str) -> String) -> Result<Restored, FileError> {
    let sealed = Sealed::read(file)?;
    sealed.open_with(&Key::new(&sealed.meant(typed, compose), sealed.salt())?, tables)
}

/// The CRC-32 that zip files and PNG pictures use. It tells a damaged file from a wrong passphrase, and no more.
fn sum(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0, |sum, byte| (0..8).fold(sum ^ u32::from(*byte), |sum, _| sum >> 1 ^ if sum & 1 == 0 { 0 } else { 0xedb8_8320 }))
}
