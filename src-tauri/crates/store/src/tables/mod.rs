//! The projected tables: one file each, with its rows, its writes and its reads.
//!
//! The rows of a *versioned* table carry `from_seq` and `to_seq`: true from right after the first
//! entry until the second, null while they still are. The rows of the others happened with one
//! entry, `seq`, and stay. Nothing is ever deleted from either.

pub mod absence;
pub mod action;
pub mod addendum;
pub mod answer;
pub mod attachment;
pub mod attendance;
pub mod attestation;
pub mod baseline;
pub mod batch;
pub mod cadence;
pub mod calendar;
pub mod chair;
pub mod change;
pub mod checkpoint;
pub mod clock;
pub mod decision;
pub mod decision_right;
pub mod erasure;
pub mod evidence;
pub mod exception;
pub mod export;
pub mod finding;
pub mod held;
pub mod holding;
pub mod import;
pub mod kept;
pub mod key;
pub mod mapping;
pub mod membership;
pub mod metric;
pub mod observation;
pub mod overriding;
pub mod permit;
pub mod person;
pub mod policy;
pub mod postmortem;
pub mod raci;
pub mod recheck;
pub mod recorded_check;
pub mod restore;
pub mod review;
pub mod role;
pub mod rules;
pub mod sample;
pub mod scope;
pub mod statement;
pub mod stint;
pub mod stop;
pub mod team;
pub mod vote;
pub mod workflow;
pub mod workspace;

/// A projected table.
#[derive(Debug)]
pub(crate) struct Table {
    pub(crate) name: &'static str,
    pub(crate) ddl: &'static str,
    /// Whether its rows are versions.
    pub(crate) versioned: bool,
}

/// Every projected table.
pub(crate) const ALL: &[&Table] = &[
    &change::TABLE,
    &change::ABOUT,
    &workspace::TABLE,
    &person::TABLE,
    &role::TABLE,
    &holding::TABLE,
    &stint::TABLE,
    &absence::TABLE,
    &team::TABLE,
    &membership::TABLE,
    &key::TABLE,
    &statement::TABLE,
    &workflow::TABLE,
    &stop::TABLE,
    &stop::ATTRIBUTION,
    &stop::CONFIRMATION,
    &overriding::TABLE,
    &exception::TABLE,
    &postmortem::TABLE,
    &import::TABLE,
    &raci::TABLE,
    &rules::TABLE,
    &finding::TABLE,
    &decision_right::TABLE,
    &decision::TABLE,
    &decision::SETTLED,
    &vote::TABLE,
    &permit::TABLE,
    &permit::USED,
    &cadence::TABLE,
    &metric::TABLE,
    &baseline::TABLE,
    &observation::TABLE,
    &calendar::TABLE,
    &review::TABLE,
    &chair::TABLE,
    &held::TABLE,
    &attendance::TABLE,
    &answer::TABLE,
    &addendum::TABLE,
    &action::TABLE,
    &batch::TABLE,
    &batch::PURGED,
    &evidence::TABLE,
    &attachment::TABLE,
    &recheck::TABLE,
    &kept::TABLE,
    &mapping::TABLE,
    &scope::TABLE,
    &policy::TABLE,
    &policy::IN_FORCE,
    &attestation::TABLE,
    &recorded_check::TABLE,
    &sample::TABLE,
    &checkpoint::TABLE,
    &export::TABLE,
    &erasure::TABLE,
    &clock::TABLE,
    &restore::TABLE,
];

/// The rows of a versioned table that were true right after entry `?1`.
macro_rules! standing {
    () => {
        " from_seq <= ?1 AND (to_seq IS NULL OR to_seq > ?1) "
    };
}
pub(crate) use standing;

/// The same as a query of its own, for an index on `to_seq`: what still stands, and what stood until
/// later, each half found by it. `$from` names the table and the index's own condition.
macro_rules! found_standing {
    ($what:literal, $from:literal) => {
        concat!(
            "SELECT ",
            $what,
            " FROM ",
            $from,
            " AND from_seq <= ?1 AND to_seq IS NULL UNION ALL SELECT ",
            $what,
            " FROM ",
            $from,
            " AND from_seq <= ?1 AND to_seq > ?1"
        )
    };
}
pub(crate) use found_standing;
