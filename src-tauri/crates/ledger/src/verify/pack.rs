//! Verifying an evidence pack: the archive, the manifest, the record, perhaps behind that of earlier
//! packs, and the seal that binds them.

mod archive;
mod end;
mod files;
mod keys;
mod list;
mod manifest;
mod rows;
mod seal;
mod unpack;
mod whole;

use std::io::{Read as IoRead, Seek};
use std::sync::atomic::{AtomicBool, Ordering};

use super::faults::Faults;
use super::record::{Claims, TextPlace};
use super::texts::Texts;
use super::verdict::{Counts, FaultCode, NoteCode, Part, RestsOn, Verdict, Verdicts};
use super::walk::Walk;
use super::{Verifier, Watch};
use crate::Head;
use crate::pack;
use crate::primitive::sha256;

use archive::Archive;
use whole::Whole;

/// Verifies an evidence pack as it lies in a zip, offline. The archive is read, never unpacked.
#[must_use]
pub fn pack(zip: impl IoRead + Seek, claims: &Claims) -> Verdicts {
    judge_pack(zip, Ok(Whole::default()), claims, &|_| true)
}

/// Verifies a pack behind the packs that hold what was before it, oldest first; of those nothing but
/// their record is judged. [`None`] when `watch` stopped it.
#[must_use]
pub fn pack_after<Z: IoRead + Seek, E: IoRead + Seek>(
    zip: Z,
    earlier: impl IntoIterator<Item = E>,
    claims: &Claims,
    watch: Watch<'_>,
) -> Option<Verdicts> {
    let stopped = AtomicBool::new(false);
    let goes_on = |judged| {
        let goes_on = watch(judged);
        stopped.fetch_or(!goes_on, Ordering::Relaxed);
        goes_on
    };
    let verdicts = judge_pack(zip, before(earlier), claims, &goes_on);
    (!stopped.into_inner()).then_some(verdicts)
}

/// The record of the earlier packs; the error says which does not go on from those before it.
fn before<E: IoRead + Seek>(earlier: impl IntoIterator<Item = E>) -> Result<Whole, String> {
    let mut before = Whole::default();
    for (number, zip) in (1..).zip(earlier) {
        // What is wrong with it is for its own verification, but nothing is taken from a zip that
        // another reader could take otherwise.
        let mut own = Faults::default();
        let (archive, _) = archive::read(zip, files::is_held, &mut own);
        let archive = if own.is_empty() { archive } else { Archive::default() };
        let held = files::held(&archive, &mut own);
        before = before.followed_by(held).map_err(|why| {
            format!("Earlier pack {number} cannot be joined to what was given before it. {why}")
        })?;
    }
    Ok(before)
}

fn judge_pack<Z: IoRead + Seek>(
    zip: Z,
    before: Result<Whole, String>,
    claims: &Claims,
    watch: Watch<'_>,
) -> Verdicts {
    let mut found = Faults::default();
    let (archive, zip) = archive::read(zip, |_| true, &mut found);
    manifest::check(&archive, &mut found);
    let held = files::held(&archive, &mut found);
    let listed = keys::read(&archive, &mut found);
    let whole = match before.and_then(|before| before.followed_by(held)) {
        Ok(whole) => whole,
        Err(why) => return without_past(&archive, why, found),
    };
    // Neither the export nor what stands in front of it is a record. Where nothing at all is there,
    // the verifier says so.
    if whole.upto == whole.since && !whole.entries.is_empty() {
        let sentence = format!("{} holds no entry at all.", pack::ENTRIES);
        found.add(FaultCode::RecordEmpty, None, Some(pack::ENTRIES), sentence);
    }
    told_of_earlier(&whole, &mut found);
    withholds_nothing_between(&whole, &mut found);
    let mut texts = Texts::default();
    texts.take_earlier(&whole.earlier);
    texts.take_all(&whole.texts);
    let (withheld, bare) = (whole.withheld.clone(), whole.bare.clone());
    let mut verifier = Verifier::new(texts, watch).without(withheld, bare);
    let (own, after) = whole.entries.split_at(whole.upto.min(whole.entries.len()));
    verifier.take_all(own);
    let enrolled = verifier.enrolled();
    verifier.take_all(after);
    let mut verdicts = verifier.judge(claims, found, |walk| {
        if let Some(seal) = &whole.seal {
            seal.check(&archive, walk);
        }
        checkpoints(&archive, walk);
        keys::check(&archive, listed.as_deref(), enrolled, walk);
        if let Some(mut zip) = zip {
            let size = walk.size();
            rows::check(&archive, &mut zip, &whole, walk, || watch(size));
        }
    });
    verdicts.counts.files = archive.files.len() as u64;
    verdicts
}

/// What is taken from earlier packs, and what of it came without words: a reader would miss those of
/// what came between an earlier pack's end and its seal, if the pack judged goes on behind them.
fn told_of_earlier(whole: &Whole, found: &mut Faults) {
    let since = whole.since;
    if since == 0 {
        return;
    }
    let sentence = format!(
        "Entries 1 to {since} are taken from the earlier packs given. What else those packs hold is \
         not judged here: verify each of them on its own."
    );
    found.note(NoteCode::EarlierPacks, None, sentence);
    for places in whole.bare.iter().filter(|places| places.start < places.end.min(since)) {
        let (first, last) = (places.start + 1, places.end.min(since));
        let sentence = format!(
            "Entries {first} to {last} came after what an earlier pack is about, and so without \
             their words: no pack given holds these. Ask for the pack that does."
        );
        found.note(NoteCode::EarlierWords, Some(first as u64), sentence);
    }
}

/// What is known of a pack of which nothing can be judged but its own files.
fn without_past(archive: &Archive, why: String, mut found: Faults) -> Verdicts {
    found.add(FaultCode::PackSince, None, Some(pack::SINCE), why);
    let (faults, notes) = found.finish();
    Verdicts {
        integrity: Verdict::of(Part::Integrity, &faults),
        completeness: Verdict::of(Part::Completeness, &faults),
        rests_on: RestsOn::NotAnchored,
        demo: false,
        workspace: None,
        head: Head { size: 0, root: sha256(&[]) },
        faults,
        notes,
        gaps: Vec::new(),
        counts: Counts { files: archive.files.len() as u64, ..Counts::default() },
        keys: Vec::new(),
    }
}

/// Of what came between, all texts are withheld: none needs a line that says so, and none may have
/// one.
fn withholds_nothing_between(whole: &Whole, faults: &mut Faults) {
    let between = whole.bare.last().filter(|places| places.start == whole.upto);
    let Some(between) = between else { return };
    for TextPlace { seq, path } in &whole.withheld {
        let place = usize::try_from(seq.saturating_sub(1)).unwrap_or(usize::MAX);
        if between.contains(&place) {
            let sentence = format!(
                "{path} of entry {seq} is listed as withheld, though that entry came after those \
                 the pack is about."
            );
            faults.add(FaultCode::TextWithheld, Some(*seq), Some(path), sentence);
        }
    }
}

fn checkpoints(archive: &Archive, walk: &mut Walk) {
    let most = walk.size();
    for (path, file) in archive.under(pack::CHECKPOINTS) {
        match std::str::from_utf8(&file.bytes) {
            Ok(note) => walk.vouch_file(path, note, most),
            Err(_) => {
                let sentence = format!("{path} is not UTF-8.");
                walk.faults.add(FaultCode::CheckpointForm, None, Some(path), sentence);
            }
        }
    }
}
