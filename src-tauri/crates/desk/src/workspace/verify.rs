//! Proving a workspace file: the ledger by the independent verifier, the tables by replay.

use std::fs::File;
use std::io::Read;
use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use ledger::Head;
use ledger::key::Fingerprint;
use ledger::verify::{self, Claims, RawEntry, RawText, Texts, Verdicts, Verifier};
use rayon::ThreadPoolBuilder;
use store::{Difference, Salvage, Slice, Store};

use super::open::{DAMAGE, loss};
use super::page::whose;
use super::verdicts::{headed, not_judged, said, said_of_list};
use super::{Fault, Judgement, Open, Verdict, Verification, Verify};
use crate::conduct::{self, Unlawful};
use crate::problem::sentence;
use crate::profile::Profile;
use crate::progress::Work;
use crate::{Desk, Problem};

/// What the check in the background has found so far.
#[derive(Clone, Copy, Debug)]
pub struct Checked {
    integrity: Verdict,
    completeness: Verdict,
    rules: Verdict,
}

impl Default for Checked {
    fn default() -> Self {
        let unchecked = Verdict::Unchecked;
        Self { integrity: unchecked, completeness: unchecked, rules: unchecked }
    }
}

impl Open {
    /// Integrity, completeness and rules as they were last found.
    pub fn verdicts(&self) -> (Verdict, Verdict, Verdict) {
        let checked = *self.checked.lock().unwrap_or_else(PoisonError::into_inner);
        let completeness =
            if self.memory.lost().is_some() { Verdict::Fails } else { checked.completeness };
        (checked.integrity, completeness, checked.rules)
    }

    /// Says that nothing was altered and nothing is missing holds no more, without a check: the file
    /// could not be opened whole.
    pub(super) fn found_damaged(&self) {
        let (integrity, completeness) = (Verdict::Fails, Verdict::Fails);
        let fails = Checked { integrity, completeness, rules: Verdict::Unchecked };
        *self.checked.lock().unwrap_or_else(PoisonError::into_inner) = fails;
    }
}

impl Desk {
    /// See the list of operations.
    pub fn verify(&mut self, request: Verify) -> Result<Verification, Problem> {
        let open = self.open()?;
        let claims = claims(&self.profile, &open.ws, &request)?;
        let work = self.begin("verify");
        let proof = prove(&open.store, &claims, &|done, total| work.goes_on(done, total))?;
        let proof = proof.ok_or_else(|| work.cancelled())?;
        keep(&open.checked, &proof);
        Ok(proof)
    }
}

impl Desk {
    /// Proves a workspace, a pack, an excerpt or a stop list without opening it at the desk. What a file is, its
    /// first bytes say.
    pub fn verify_file(&self, path: &Path, request: &Verify) -> Result<Verification, Problem> {
        let unreadable = |source: std::io::Error| cannot_be_read(path, &source);
        let mut file = File::open(path).map_err(unreadable)?;
        let mut first = Vec::new();
        Read::by_ref(&mut file).take(64).read_to_end(&mut first).map_err(unreadable)?;
        let work = self.begin("verify");
        if first.starts_with(b"PK") {
            return pack_after(file, Vec::new(), request, &work);
        }
        if first.starts_with(STOP_LIST) {
            let text = std::fs::read_to_string(path).map_err(unreadable)?;
            return Ok(said_of_list(verify::stop_list(&text, &claims_given(request)?)));
        }
        if first.starts_with(EXCERPT) {
            let text = std::fs::read_to_string(path).map_err(unreadable)?;
            return Ok(headed(said(verify::excerpt(&text, &claims_given(request)?), false)));
        }
        let whole = Store::read(path).map_err(Problem::from).and_then(|store| {
            let claims = claims(&self.profile, store.ws(), request)?;
            prove(&store, &claims, &|done, total| work.goes_on(done, total))
        });
        let proof = match whole {
            Err(damaged) if DAMAGE.contains(&damaged.code.as_str()) => {
                let found = Salvage::open(path).map_err(|_| damaged)?;
                let claims = claims(&self.profile, found.store.ws(), request)?;
                let proof = prove(&found.store, &claims, &|done, total| work.goes_on(done, total))?;
                proof.map(|proof| proven_damaged(&found, proof))
            }
            other => other?,
        };
        proof.ok_or_else(|| work.cancelled())
    }
}

impl Desk {
    /// Proves a pack behind the packs that hold what was before it, oldest first. Of those only their
    /// record is judged.
    pub fn verify_pack_after(
        &self,
        path: &Path,
        earlier: &[PathBuf],
        request: &Verify,
    ) -> Result<Verification, Problem> {
        let open = |path: &Path| File::open(path).map_err(|source| cannot_be_read(path, &source));
        let earlier = earlier.iter().map(|path| open(path)).collect::<Result<Vec<File>, _>>()?;
        pack_after(open(path)?, earlier, request, &self.begin("verify"))
    }
}

fn cannot_be_read(path: &Path, source: &std::io::Error) -> Problem {
    Problem::new("file-missing", format!("{} cannot be read: {source}.", path.display()))
}

/// What is found in a pack behind earlier ones.
fn pack_after(
    pack: File,
    earlier: Vec<File>,
    request: &Verify,
    work: &Work,
) -> Result<Verification, Problem> {
    // How many entries a pack holds shows only at its end.
    let goes_on = |judged: u64| work.goes_on(judged, judged.saturating_mul(2));
    let judged = verify::pack_after(&pack, earlier, &claims_given(request)?, &goes_on);
    let judged = judged.ok_or_else(|| work.cancelled())?;
    // Only in a zip that was judged is a file looked for as any other program would: its list is
    // bounded, and what it lists is what there is.
    let is_sound = judged.faults.iter().all(|fault| fault.code != verify::FaultCode::PackArchive);
    let page = is_sound.then(|| report::pack::page_in(&pack)).and_then(whose);
    let mut proof = said(judged, false);
    proof.notes.extend(page);
    Ok(headed(proof))
}

/// Proves the open file on a thread of its own, `settling` from now, so that the first screen need
/// not wait.
pub fn check_beside(open: &mut Open, profile: &Profile, settling: Duration) -> Result<(), Problem> {
    let store = open.store.beside()?;
    let claims = claims(profile, &open.ws, &Verify::default())?;
    let checked = Arc::clone(&open.checked);
    let begins = Instant::now() + settling;
    open.checking = Some(std::thread::spawn(move || {
        // Once the workspace is closed nobody waits for the verdicts any more.
        let awaited = |_, _| Arc::strong_count(&checked) > 1;
        while Instant::now() < begins && awaited(0, 0) {
            std::thread::park_timeout(begins.saturating_duration_since(Instant::now()));
        }
        if let Ok(Some(proof)) = sparing_one(move || prove(&store, &claims, &awaited)) {
            keep(&checked, &proof);
        }
    }));
    Ok(())
}

/// Does long work on all processors but one, where there are several: whoever works at the desk
/// meanwhile has that one to themselves.
fn sparing_one<T: Send>(work: impl FnOnce() -> T + Send) -> T {
    let all = std::thread::available_parallelism().map_or(1, NonZero::get);
    match ThreadPoolBuilder::new().num_threads(all.saturating_sub(1).max(1)).build() {
        Ok(spared) => spared.install(work),
        Err(_) => work(),
    }
}

fn keep(checked: &Mutex<Checked>, proof: &Verification) {
    let found = Checked {
        integrity: proof.integrity.verdict,
        completeness: proof.completeness.verdict,
        rules: proof.rules.verdict,
    };
    *checked.lock().unwrap_or_else(PoisonError::into_inner) = found;
}

/// How a stop list begins.
const STOP_LIST: &[u8] = br#"{"countersign":"countersign stop list""#;

/// How an excerpt begins (C2SP tlog-proof).
const EXCERPT: &[u8] = b"c2sp.org/tlog-proof";

/// What the person gives, for what comes from elsewhere: this machine's memory is no witness to it.
fn claims_given(request: &Verify) -> Result<Claims, Problem> {
    let heads: Result<Vec<Head>, _> = request.seen.iter().map(|head| head.parse()).collect();
    let keys = request.keys.as_deref().map(fingerprints).transpose()?;
    Ok(Claims { seen: heads?, keys, memory: None })
}

/// What is known from outside the file: the machine's memory, and what the person gives.
pub fn claims(profile: &Profile, ws: &str, request: &Verify) -> Result<Claims, Problem> {
    // A memory that cannot be read is no witness; the frame says so.
    Ok(Claims { memory: profile.seen(ws).ok().flatten(), ..claims_given(request)? })
}

/// Fingerprints, one a line, each perhaps with words after it.
fn fingerprints(list: &str) -> Result<Vec<Fingerprint>, Problem> {
    verify::keys_file(list)
        .map_err(|wrong| Problem::new("keys-unreadable", sentence(&wrong.to_string())))
}

/// What was proven of the readable part of a damaged file, with what is lost.
fn proven_damaged(found: &Salvage, mut proof: Verification) -> Verification {
    proof.faults.insert(0, fault("file.damaged", None, loss(found)));
    let fails = |says: &str| Judgement { verdict: Verdict::Fails, says: says.to_owned() };
    proof.integrity = fails("The file is damaged; only its readable part was verified.");
    proof.completeness = fails("The file is damaged; what is lost is said below.");
    proof.rules = not_judged("Not judged: what stood at each moment cannot be read whole.");
    headed(proof)
}

/// Hears how much is done of how much, and answers whether to go on.
type Watch<'w> = &'w (dyn Fn(u64, u64) -> bool + Sync);

/// Verifies the ledger and compares the tables with a replay of it; none when `watch` stopped it.
/// Entries, texts and tables are of one moment, or an entry made meanwhile would look like damage.
fn prove(
    store: &Store,
    claims: &Claims,
    watch: Watch<'_>,
) -> Result<Option<Verification>, Problem> {
    store.at_one_moment(|| prove_moment(store, claims, watch))?
}

fn prove_moment(
    store: &Store,
    claims: &Claims,
    watch: Watch<'_>,
) -> Result<Option<Verification>, Problem> {
    // Each entry is judged and replayed.
    let entries = store.size()?;
    let total = entries.saturating_mul(2);
    let Some(verdicts) = judge(store, claims, &|judged| watch(judged, total))? else {
        return Ok(None);
    };
    let mut replayed = |replayed| watch(entries.saturating_add(replayed), total);
    let tables = match store.prove_watched(&mut replayed) {
        Ok(None) => return Ok(None),
        Ok(Some(differences)) => Ok(differences),
        Err(cannot) => Err(cannot),
    };
    let pages = store.check()?;
    let mut proof = said(verdicts, claims.memory.is_some());
    match tables {
        Ok(differences) => proof.faults.extend(differences.iter().map(cell)),
        Err(cannot) => proof.faults.push(fault("table.unreadable", None, cannot.to_string())),
    }
    proof.faults.extend(pages.iter().map(|page| fault("file.damaged", None, page.0.clone())));
    if proof.faults.iter().any(|f| f.code.starts_with("table.") || f.code.starts_with("file.")) {
        proof.integrity = Judgement {
            verdict: Verdict::Fails,
            says: "The tables do not follow from the entries, or pages are damaged.".to_owned(),
        };
    }
    if proof.integrity.verdict != Verdict::Holds {
        // What stood at each moment is read from the tables, and what was signed from the entries.
        proof.rules = not_judged("Not judged: it takes a record that was not altered.");
        return Ok(Some(headed(proof)));
    }
    if store.is_of_an_older_version() {
        OLDER.clone_into(&mut proof.integrity.says);
    }
    let Some(unlawful) = conduct::judge(store, &|| watch(total, total))? else { return Ok(None) };
    proof.rules = lawful(unlawful.is_empty());
    proof.faults.extend(unlawful.into_iter().map(refused));
    Ok(Some(headed(proof)))
}

/// Said where nothing was altered in a file whose own tables this program does not read.
const OLDER: &str = "Nothing was altered in the record. An older version of Countersign made the \
                     file’s tables: they were made anew from the entries to verify them, and those \
                     in the file were not compared.";

/// Hands the verifier everything in the file, entry by entry; none when `watch` stopped it.
fn judge(
    store: &Store,
    claims: &Claims,
    watch: verify::Watch<'_>,
) -> Result<Option<Verdicts>, Problem> {
    let mut texts = Texts::default();
    store.text_bytes(Slice::ALL, |seq, path, salt, text| {
        texts.take(RawText { seq, path, salt, text });
        Ok::<_, Problem>(())
    })?;
    let mut verifier = Verifier::new(texts, watch);
    let mut goes_on = true;
    store.entry_bytes(Slice::ALL, |body, signature| {
        goes_on = goes_on && verifier.entry(RawEntry { body, signature });
        Ok::<_, Problem>(())
    })?;
    Ok(verifier.verdicts(claims))
}

fn lawful(holds: bool) -> Judgement {
    let (verdict, says) = match holds {
        true => (Verdict::Holds, "Nothing was done that the rules of its moment refuse."),
        false => (Verdict::Fails, "Something was done that the rules of its moment refuse."),
    };
    Judgement { verdict, says: says.to_owned() }
}

/// An entry that no desk would have let through.
fn refused(unlawful: Unlawful) -> Fault {
    let Unlawful { entry, kind, why } = unlawful;
    Fault {
        code: format!("rule.{}", why.code),
        entry: Some(entry),
        says: format!(
            "Entry {entry} ({kind}) is none that the rules of its moment let through. {}",
            why.says
        ),
        place: Some(kind),
    }
}

fn cell(difference: &Difference) -> Fault {
    let place = format!("{} {}", difference.table, difference.key);
    fault("table.differs", Some(place), difference.to_string())
}

fn fault(code: &str, place: Option<String>, says: String) -> Fault {
    Fault { code: code.to_owned(), entry: None, place, says: sentence(&says) }
}
