//! The stable names of faults and notes.

use serde::{Serialize, Serializer};

/// Which promise a fault breaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    /// Nothing was altered.
    Integrity,
    /// Nothing is missing.
    Completeness,
    /// What somebody kept outside agrees.
    Anchor,
    /// Neither of the first two can be said.
    Both,
}

impl Part {
    /// Whether a fault of this part breaks that promise.
    pub(in super::super) fn breaks(self, promise: Self) -> bool {
        self == promise || (self == Self::Both && promise != Self::Anchor)
    }
}

macro_rules! faults {
    ($($(#[$doc:meta])* $variant:ident $code:literal $part:ident,)*) => {
        /// What can be wrong with a record.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum FaultCode { $($(#[$doc])* $variant,)* }

        impl FaultCode {
            /// Every code there is, in the order in which FORMAT.md lists them.
            pub const ALL: &[Self] = &[$(Self::$variant,)*];

            /// The stable name.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $code,)* }
            }

            /// The promise it breaks.
            #[must_use]
            pub fn part(self) -> Part {
                match self { $(Self::$variant => Part::$part,)* }
            }
        }
    };
}

faults! {
    /// No entries at all.
    RecordEmpty "record.empty" Completeness,
    /// A body is not canonical JSON of an entry.
    EntryUnreadable "entry.unreadable" Integrity,
    /// An entry of another workspace.
    EntryForeign "entry.foreign" Integrity,
    /// The same number twice.
    EntryRepeated "entry.repeated" Integrity,
    /// An entry stands in the wrong place.
    EntryOrder "entry.order" Integrity,
    /// Numbers are missing.
    EntryMissing "entry.missing" Completeness,
    /// An entry vouches for another past than this one.
    EntryPrev "entry.prev" Integrity,
    /// A signature does not hold.
    EntrySignature "entry.signature" Integrity,
    /// Signed with a key that is not enrolled.
    EntryKeyUnknown "entry.key_unknown" Integrity,
    /// Signed with a key that was replaced or retired.
    EntryKeyRetired "entry.key_retired" Integrity,
    /// Signed with somebody else's key.
    EntryKeyNotTheirs "entry.key_not_theirs" Integrity,
    /// The first entry does not create the workspace, or a later one does.
    EntryCreation "entry.creation" Integrity,
    /// A known event lacks what it must hold.
    EventForm "event.form" Integrity,
    /// An event that only a person may sign was signed by the machine.
    EventMachine "event.machine" Integrity,
    /// A key is unusable, or its id or possession is wrong.
    KeyInvalid "key.invalid" Integrity,
    /// A person, key or key id is enrolled a second time.
    KeyAgain "key.again" Integrity,
    /// A key was replaced or retired without the right to.
    KeyUnauthorised "key.unauthorised" Integrity,
    /// A statement does not hold.
    Statement "statement.invalid" Integrity,
    /// A statement is used a second time.
    StatementAgain "statement.again" Integrity,
    /// A text is not the one committed to.
    TextAltered "text.altered" Integrity,
    /// A text to which no entry commits, or a second one for the same place.
    TextUncommitted "text.uncommitted" Integrity,
    /// A text stands in a body in the clear, or a commitment is malformed.
    TextForm "text.form" Integrity,
    /// A text was erased by a recorded act but is still there.
    TextNotErased "text.not_erased" Integrity,
    /// Something was erased that was never there.
    TextErasure "text.erasure" Integrity,
    /// A text is missing that nobody erased or withheld.
    TextMissing "text.missing" Completeness,
    /// A text is listed as withheld that cannot be.
    TextWithheld "text.withheld" Integrity,
    /// A checkpoint is no checkpoint of this record.
    CheckpointForm "checkpoint.form" Integrity,
    /// A checkpoint's root is not the tree's at its size.
    CheckpointRoot "checkpoint.root" Integrity,
    /// A checkpoint is not signed by an enrolled machine.
    CheckpointSignature "checkpoint.signature" Integrity,
    /// A cosignature does not hold.
    CheckpointCosignature "checkpoint.cosignature" Integrity,
    /// The record ends before a head that was seen.
    SeenCut "seen.cut" Completeness,
    /// The record does not continue a head that was seen.
    SeenDiffers "seen.differs" Completeness,
    /// The record ends before the last head this machine remembers.
    MemoryCut "memory.cut" Completeness,
    /// The record does not continue the last head this machine remembers.
    MemoryDiffers "memory.differs" Completeness,
    /// A person signed with a key that is not on the list given.
    KeyNotNamed "key.not_named" Anchor,
    /// The file is no zip that can be read safely.
    PackArchive "pack.archive" Integrity,
    /// A file of the pack is missing.
    PackFileMissing "pack.file_missing" Completeness,
    /// A file of the pack is not the one its manifest lists.
    PackFileAltered "pack.file_altered" Integrity,
    /// A file lies in the pack that its manifest does not list.
    PackFileUnlisted "pack.file_unlisted" Integrity,
    /// A file of the pack breaks its format.
    PackForm "pack.form" Integrity,
    /// The export's entry does not commit to this manifest.
    PackSeal "pack.seal" Integrity,
    /// The seal's proof or checkpoint does not cover the export's entry.
    PackProof "pack.proof" Integrity,
    /// The keys that lie in the pack are not those of the record.
    PackKeys "pack.keys" Integrity,
    /// The rows that lie in the pack are not those that a batch took in.
    PackRows "pack.rows" Integrity,
    /// What an incremental pack goes on from is not given.
    PackSince "pack.since" Both,
    /// A stop list breaks its format.
    StopListForm "stop_list.form" Integrity,
    /// A stop list is not what the machine signed.
    StopListSignature "stop_list.signature" Integrity,
    /// An excerpt breaks its format.
    ExcerptForm "excerpt.form" Integrity,
    /// An excerpt's entry is not in the tree of its checkpoint.
    ExcerptProof "excerpt.proof" Integrity,
    /// A vote covers another proposal than the one it is carried for.
    VoteSubject "vote.subject" Integrity,
}

impl Serialize for FaultCode {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

/// What is worth knowing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum NoteCode {
    /// Recorded time went backwards.
    ClockBackwards,
    /// A large jump forward of the clock was acknowledged.
    ClockAcknowledged,
    /// An older copy was put back, and somebody declared what was lost.
    RestoreDeclared,
    /// A key on the list given is not in the record.
    KeyUnused,
    /// A signature line of a note is of a key the record does not know.
    SignatureUnknown,
    /// The record goes on after what was kept outside.
    AfterAnchor,
    /// A vote covers exactly the proposal that lies beside it.
    VoteCovers,
    /// The proposal that a vote covers does not lie beside it.
    VoteAlone,
    /// A decision ended, by an entry.
    DecisionSettled,
    /// Entries were taken from earlier packs, of which nothing else was judged.
    EarlierPacks,
    /// Some of these came without words, and no pack given has them.
    EarlierWords,
}

impl NoteCode {
    /// The stable name.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::ClockBackwards => "clock.backwards",
            Self::ClockAcknowledged => "clock.acknowledged",
            Self::RestoreDeclared => "restore.declared",
            Self::KeyUnused => "key.unused",
            Self::SignatureUnknown => "signature.unknown",
            Self::AfterAnchor => "anchor.after",
            Self::VoteCovers => "vote.covers",
            Self::VoteAlone => "vote.alone",
            Self::DecisionSettled => "decision.settled",
            Self::EarlierPacks => "pack.earlier",
            Self::EarlierWords => "pack.earlier_words",
        }
    }
}

impl Serialize for NoteCode {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}
