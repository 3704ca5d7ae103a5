//! The evidence pack: what an outsider verifies without trusting anybody.
//!
//! Everything outside its seal is read with the desk opened as of the pack's last entry, prepared by
//! nobody in person and numbered by what had left until then.

mod asked;
mod facts;
mod kept;
mod keys;
mod lists;
mod record;
mod reports;
mod requests;
mod rows;
mod seal;
mod steps;
mod subjects;
mod tables;

pub use asked::{ExportPack, PackWords};
pub(super) use lists::{found, permitted};
pub(super) use tables::{decided, sampled};

use domain::workspace::ExportMade;
use report::pack::{Pack, Unsealed};
use store::{Appended, Writer};

use self::asked::Asked;
use self::rows::Rows;
use self::seal::After;
use self::steps::Steps;
use super::preparer::Preparer;
use crate::files::{Purpose, Written, file_name};
use crate::operations::PopulationQuery;
use crate::population::PopulationView;
use crate::{Desk, Problem};

/// The format's own description, so that a pack can be verified with nothing else at hand.
const FORMAT: &str = include_str!("../../../../ledger/FORMAT.md");

/// Who prepares what lies in a pack: nobody in person. Whoever exports it must not show in it, for
/// anybody may make the same pack later; whoever happened to sign its last entry prepared nothing, and after a sign-off is
/// the very person that it is for. Who exported it signs the entry in its seal.
fn from_the_record() -> Preparer {
    Preparer::of("Countersign, from the record alone".to_owned())
}

/// What the README counts.
#[derive(Default)]
struct Counted {
    withheld: u64,
    erased: u64,
    checkpoints: u64,
}

impl Desk {
    /// See the list of operations.
    pub fn export_pack(&mut self, request: ExportPack) -> Result<Written, Problem> {
        // Its entry is of now, and so is the seal.
        self.open()?.must_be_now()?;
        let path = self.target(&request.grant, Purpose::SavePack)?;
        let machine = self.machine()?;
        // Whoever exports it signs its entry.
        self.preparer()?;
        let asked = self.asked(&request)?;
        let work = self.begin("export_pack");
        let steps = Steps::of(&work);
        let pack = Pack::begin(&path)?;
        let begun = self.open()?.store.size()?;
        let unsealed = self.looking_at(asked.then, |desk| desk.fill(pack, &asked, &steps))?;
        let mut after = After::of(&self.open()?.store, asked.then.seq, begun)?;
        let export = ExportMade {
            what: "pack".to_owned(),
            form: "zip".to_owned(),
            as_of: asked.then.seq,
            period: asked.period(),
            review: None,
            decision: None,
            exception: None,
            policy: None,
            file: None,
            manifest: Some(unsealed.manifest().sha256.clone()),
            since: asked.since.map(|since| since.to_string()),
        };
        let ws = self.open()?.ws.clone();
        let (mut unsealed, mut sealed) = (Some(unsealed), None);
        let mut ready = |writer: &Writer<'_>, appended: &[Appended]| {
            let own = appended.last().ok_or_else(|| Problem::internal("no entry was made"))?;
            let seal = after.seal(writer, own, &ws, &machine)?;
            let unsealed =
                unsealed.take().ok_or_else(|| Problem::internal("it was sealed before"))?;
            sealed = Some(unsealed.seal(&seal)?);
            Ok(())
        };
        let appended = self.act_when_ready(&work, &mut ready, |_| Ok(vec![export.into()]))?;
        let (draft, made) = sealed.ok_or_else(|| Problem::internal("the pack was not sealed"))?;
        let entry = appended.first().map(|entry| entry.seq);
        super::publish(draft, &path, entry)?;
        Ok(Written { name: file_name(&path), bytes: made.size, sha256: made.sha256, entry })
    }

    /// Puts everything but the seal into a pack, with the desk opened as of its last entry.
    fn fill(
        &mut self,
        mut pack: Pack,
        asked: &Asked,
        steps: &Steps<'_>,
    ) -> Result<Unsealed, Problem> {
        let preparer = from_the_record();
        let rows = Rows::of(self.open()?, asked)?;
        let quarter = self.quarter_of(asked)?;
        let subjects = self.subjects(asked)?;
        self.add_reports(&mut pack, asked, (&subjects, quarter.as_ref()), &preparer, steps)?;
        let tests = match quarter {
            Some((_, whole)) => whole.tests,
            None => self.tested(&rows)?,
        };
        self.add_tables(&mut pack, asked, &subjects, &tests, steps)?;
        let open = self.open()?;
        kept::add(open, asked, &mut pack)?;
        let mut counted = Counted::default();
        record::add(open, asked, &rows, (&mut pack, &mut counted), steps)?;
        keys::add(open, asked, (&mut pack, &mut counted))?;
        rows.add(open, &mut pack, steps)?;
        pack.add(
            "FORMAT.md",
            "Every byte of the format, to write a verifier from",
            FORMAT.as_bytes(),
        )?;
        let facts = facts::facts(open, asked, &rows, (&pack, &counted), &preparer)?;
        Ok(pack.close(&facts)?)
    }

    /// Every test on every batch whose rows are in the pack.
    fn tested(&mut self, rows: &Rows) -> Result<Vec<PopulationView>, Problem> {
        rows.inside().map(|batch| self.population(PopulationQuery { batch })).collect()
    }
}
