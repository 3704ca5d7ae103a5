//! What stands signed beside a review: its closing, its chairs, words added later.

use domain::ReviewRef;
use store::tables::key::Key;
use store::tables::review::Mark;
use store::{Actor, View};

use super::{Addendum, ChairRow, Signature};
use crate::Problem;
use crate::people::{Names, fingerprint};

/// How the chair changed hands, in order.
pub(super) fn chairs_taken(
    view: &View<'_>,
    review: &ReviewRef,
    names: &Names,
    zone: chrono_tz::Tz,
) -> Result<Vec<ChairRow>, Problem> {
    let row = |taken: store::tables::chair::Taken| ChairRow {
        at: crate::when::local(taken.at, zone),
        from: names.person(taken.from),
        to: names.person(taken.to),
        reason: taken.reason.words().map(str::to_owned),
        entry: taken.seq,
    };
    Ok(view.chairs_taken(review)?.into_iter().map(row).collect())
}

/// Words added after the closing, in order.
pub(super) fn addenda(
    view: &View<'_>,
    review: &ReviewRef,
    names: &Names,
    zone: chrono_tz::Tz,
) -> Result<Vec<Addendum>, Problem> {
    Ok(view
        .addenda(review)?
        .into_iter()
        .map(|addendum| Addendum {
            at: crate::when::local(addendum.at, zone),
            by: names.actor(addendum.by),
            text: addendum.text.words().map(str::to_owned),
            entry: addendum.seq,
        })
        .collect())
}

/// Who signed the entry of `mark`, with the key named or the one that made it.
pub(super) fn sign(
    store: &store::Store,
    names: &Names,
    keys: &[Key],
    zone: chrono_tz::Tz,
    mark: &Mark,
    (by, key): (Actor, Option<&str>),
) -> Result<Signature, Problem> {
    let root = store.signed_root(mark.seq)?;
    let signed_with = match key {
        Some(key) => Some(key.to_owned()),
        None => store.as_of(store::AsOf::Seq(mark.seq)).last_change()?.map(|c| c.key),
    };
    let key = keys.iter().find(|key| key.holder == by && Some(&key.key) == signed_with.as_ref());
    Ok(Signature {
        person: by.to_string(),
        name: names.actor(by),
        at: crate::when::local(mark.at, zone),
        fingerprint: key.map_or_else(|| "–".to_owned(), |key| fingerprint(&key.public)),
        entry: mark.seq,
        head: ledger::Head { size: mark.seq, root }.to_string(),
    })
}
