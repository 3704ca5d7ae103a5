//! A disk in memory that fails on purpose, as SQLite sees it.
//!
//! What is written is *visible* at once and *kept* only once it was synced, as on a real disk with
//! a cache. After a power cut each write that was not synced is there whole, in part, or not at
//! all, sector by sector. After a failed sync the cache forgets what it could not write, as Linux
//! does: a later sync that succeeds says nothing about it.

use std::collections::BTreeMap;
use std::io::{Error, ErrorKind};
use std::sync::{Arc, Mutex, MutexGuard};
use std::time::Duration;

use sqlite_vfs::{DatabaseHandle, LockKind, OpenAccess, OpenOptions, Vfs, WalDisabled};

const SECTOR: usize = 512;

/// What goes wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Half of a write arrives, then the disk reports an error; once.
    ShortWrite,
    /// From here on the disk takes nothing more.
    FullDisk,
    /// A sync reports an error, and what it should have kept is lost; once.
    FailedSync,
    /// The power goes; nothing works any more, and unsynced sectors are there or not.
    PowerCut,
}

/// The files, and what is to go wrong at which operation.
#[derive(Clone, Default)]
pub struct Disk(Arc<Mutex<State>>);

#[derive(Default)]
struct State {
    files: BTreeMap<String, File>,
    operations: usize,
    fault: Option<(usize, Fault)>,
    dead: bool,
}

#[derive(Clone, Default)]
struct File {
    visible: Vec<u8>,
    kept: Vec<u8>,
    unsynced: Vec<Change>,
}

#[derive(Clone)]
enum Change {
    Write { offset: usize, data: Vec<u8> },
    Length(usize),
}

impl Disk {
    /// A disk with these files on it.
    pub fn with<const N: usize>(files: [(&str, Vec<u8>); N]) -> Self {
        let file = |bytes: Vec<u8>| File { visible: bytes.clone(), kept: bytes, unsynced: vec![] };
        let files = files.into_iter().map(|(name, bytes)| (name.to_owned(), file(bytes)));
        Self(Arc::new(Mutex::new(State { files: files.collect(), ..State::default() })))
    }

    /// Takes everything away and puts these files there.
    pub fn put<const N: usize>(&self, files: [(&str, &[u8]); N]) {
        let file =
            |bytes: &[u8]| File { visible: bytes.into(), kept: bytes.into(), unsynced: vec![] };
        let files = files.into_iter().map(|(name, bytes)| (name.to_owned(), file(bytes)));
        self.state().files = files.collect();
    }

    /// Makes SQLite know the disk under `name`.
    pub fn register(&self, name: &str) {
        sqlite_vfs::register(name, self.clone(), false).expect("SQLite takes a file system");
    }

    /// Lets `fault` happen at the operation of this number, counted from now.
    pub fn fail_at(&self, operation: usize, fault: Fault) {
        let mut state = self.state();
        state.operations = 0;
        state.fault = Some((operation, fault));
    }

    /// How many operations there were since the start, or since [`Disk::fail_at`].
    pub fn operations(&self) -> usize {
        self.state().operations
    }

    /// A file as programs see it.
    pub fn visible(&self, name: &str) -> Vec<u8> {
        self.state().files.get(name).map(|file| file.visible.clone()).unwrap_or_default()
    }

    /// What stands on the disk when power is back, with another `luck` other sectors.
    pub fn after_power_cut(&self, luck: u64) -> Self {
        let mut luck = Luck(luck);
        let state = self.state();
        let files = state.files.iter().map(|(name, file)| {
            let mut bytes = file.kept.clone();
            for change in &file.unsynced {
                change.apply_in_part(&mut bytes, &mut luck);
            }
            (name.clone(), File { visible: bytes.clone(), kept: bytes, unsynced: vec![] })
        });
        Self(Arc::new(Mutex::new(State { files: files.collect(), ..State::default() })))
    }

    /// The same disk, sound again, as the next program finds it.
    pub fn repaired(&self) -> Self {
        let state = State { files: self.state().files.clone(), ..State::default() };
        Self(Arc::new(Mutex::new(state)))
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap()
    }
}

impl State {
    /// Counts an operation and says what goes wrong with it.
    fn next(&mut self) -> Option<Fault> {
        let now = self.operations;
        self.operations += 1;
        match self.fault {
            Some((at, Fault::FullDisk)) if now >= at => Some(Fault::FullDisk),
            Some((at, fault)) if now == at => Some(fault),
            _ => None,
        }
    }

    fn alive(&self) -> Result<(), Error> {
        if self.dead { Err(Error::other("no power")) } else { Ok(()) }
    }
}

impl File {
    fn change(&mut self, change: Change) {
        change.apply(&mut self.visible);
        self.unsynced.push(change);
    }
}

impl Change {
    fn apply(&self, bytes: &mut Vec<u8>) {
        match self {
            Self::Write { offset, data } => put(bytes, *offset, data),
            Self::Length(length) => bytes.resize(*length, 0),
        }
    }

    fn apply_in_part(&self, bytes: &mut Vec<u8>, luck: &mut Luck) {
        match self {
            Self::Write { offset, data } => {
                let mut at = *offset;
                let mut rest = data.as_slice();
                while !rest.is_empty() {
                    let (sector, after) = rest.split_at(rest.len().min(SECTOR - at % SECTOR));
                    if luck.coin() {
                        put(bytes, at, sector);
                    }
                    at += sector.len();
                    rest = after;
                }
            }
            Self::Length(length) if luck.coin() => bytes.resize(*length, 0),
            Self::Length(_) => {}
        }
    }
}

fn put(bytes: &mut Vec<u8>, offset: usize, data: &[u8]) {
    let end = offset + data.len();
    if bytes.len() < end {
        bytes.resize(end, 0);
    }
    bytes[offset..end].copy_from_slice(data);
}

/// The same coins for the same seed (Steele, Lea, Flood: SplitMix64).
pub struct Luck(pub u64);

impl Luck {
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    fn coin(&mut self) -> bool {
        self.next().is_multiple_of(2)
    }
}

/// An open file.
pub struct Handle {
    disk: Disk,
    name: String,
    lock: LockKind,
}

impl Handle {
    fn with<T>(&self, act: impl FnOnce(&mut File) -> T) -> Result<T, Error> {
        let mut state = self.disk.state();
        state.alive()?;
        Ok(act(state.files.entry(self.name.clone()).or_default()))
    }

    /// Counts the operation, lets its fault happen, or does it.
    fn operate(
        &self,
        broken: impl FnOnce(&mut File, Fault) -> Result<(), Error>,
        done: impl FnOnce(&mut File),
    ) -> Result<(), Error> {
        let mut state = self.disk.state();
        state.alive()?;
        let fault = state.next();
        if fault == Some(Fault::PowerCut) {
            state.dead = true;
        }
        let file = state.files.entry(self.name.clone()).or_default();
        match fault {
            Some(fault) => broken(file, fault),
            None => {
                done(file);
                Ok(())
            }
        }
    }
}

impl DatabaseHandle for Handle {
    type WalIndex = WalDisabled;

    fn size(&self) -> Result<u64, Error> {
        self.with(|file| file.visible.len() as u64)
    }

    fn read_exact_at(&mut self, buf: &mut [u8], offset: u64) -> Result<(), Error> {
        let offset = usize::try_from(offset).unwrap();
        let length = buf.len();
        let read = self.with(|file| {
            let end = file.visible.len().min(offset + length);
            let there = file.visible.get(offset..end).unwrap_or_default();
            buf[..there.len()].copy_from_slice(there);
            buf[there.len()..].fill(0);
            there.len()
        })?;
        if read < length { Err(ErrorKind::UnexpectedEof.into()) } else { Ok(()) }
    }

    fn write_all_at(&mut self, buf: &[u8], offset: u64) -> Result<(), Error> {
        let offset = usize::try_from(offset).unwrap();
        let whole = Change::Write { offset, data: buf.to_vec() };
        let half = Change::Write { offset, data: buf[..buf.len() / 2].to_vec() };
        self.operate(
            |file, fault| match fault {
                Fault::ShortWrite | Fault::FailedSync => {
                    file.change(half);
                    Err(Error::other("only half was written"))
                }
                Fault::FullDisk => Err(ErrorKind::WriteZero.into()),
                Fault::PowerCut => {
                    // The write was on its way when the power went.
                    file.change(whole.clone());
                    Err(Error::other("no power"))
                }
            },
            |file| file.change(whole.clone()),
        )
    }

    fn sync(&mut self, _data_only: bool) -> Result<(), Error> {
        self.operate(
            |file, fault| match fault {
                Fault::ShortWrite | Fault::FullDisk | Fault::FailedSync => {
                    file.unsynced.clear();
                    Err(Error::other("the sync failed"))
                }
                Fault::PowerCut => Err(Error::other("no power")),
            },
            |file| {
                for change in std::mem::take(&mut file.unsynced) {
                    change.apply(&mut file.kept);
                }
            },
        )
    }

    fn set_len(&mut self, size: u64) -> Result<(), Error> {
        let length = Change::Length(usize::try_from(size).unwrap());
        self.operate(
            |_, fault| match fault {
                Fault::FullDisk => Err(ErrorKind::WriteZero.into()),
                Fault::ShortWrite | Fault::FailedSync | Fault::PowerCut => {
                    Err(Error::other("the length was not changed"))
                }
            },
            |file| file.change(length.clone()),
        )
    }

    fn lock(&mut self, lock: LockKind) -> Result<bool, Error> {
        self.lock = lock;
        Ok(true)
    }

    fn reserved(&mut self) -> Result<bool, Error> {
        Ok(false)
    }

    fn current_lock(&self) -> Result<LockKind, Error> {
        Ok(self.lock)
    }

    fn wal_index(&self, _readonly: bool) -> Result<WalDisabled, Error> {
        Ok(WalDisabled)
    }
}

impl Vfs for Disk {
    type Handle = Handle;

    fn open(&self, name: &str, options: OpenOptions) -> Result<Handle, Error> {
        let mut state = self.state();
        state.alive()?;
        let there = state.files.contains_key(name);
        match options.access {
            OpenAccess::Read | OpenAccess::Write if !there => Err(ErrorKind::NotFound.into()),
            OpenAccess::CreateNew if there => Err(ErrorKind::AlreadyExists.into()),
            OpenAccess::Read | OpenAccess::Write | OpenAccess::Create | OpenAccess::CreateNew => {
                state.files.entry(name.to_owned()).or_default();
                Ok(Handle { disk: self.clone(), name: name.to_owned(), lock: LockKind::None })
            }
        }
    }

    fn delete(&self, name: &str) -> Result<(), Error> {
        let mut state = self.state();
        state.alive()?;
        state.files.remove(name).map(|_| ()).ok_or_else(|| ErrorKind::NotFound.into())
    }

    fn exists(&self, name: &str) -> Result<bool, Error> {
        let state = self.state();
        state.alive()?;
        Ok(state.files.contains_key(name))
    }

    fn temporary_name(&self) -> String {
        format!("temporary-{}", self.state().files.len())
    }

    fn random(&self, buffer: &mut [i8]) {
        buffer.fill(4);
    }

    fn sleep(&self, duration: Duration) -> Duration {
        duration
    }
}
