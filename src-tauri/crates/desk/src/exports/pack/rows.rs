//! The rows of AI actions: every row of the batches that meet the period, as its hash covers it.

use std::collections::BTreeSet;

use domain::batch::SALT;
use report::pack::{self, Pack};
use store::tables::batch::Batch;

use super::asked::{Asked, Within};
use super::steps::{Part, Steps};
use crate::Problem;
use crate::when::just_before;
use crate::workspace::Open;

/// Rows after which the work is told how far it is.
const RUN: u64 = 1000;

/// The batches that meet the period.
pub(super) struct Rows {
    /// Those whose rows are in the pack.
    inside: Vec<Batch>,
    /// The others, each with the reason.
    outside: Vec<(Batch, String)>,
    /// The entry of every batch there is.
    entries: BTreeSet<u64>,
}

impl Rows {
    /// Says which rows belong to the pack.
    pub(super) fn of(open: &Open, asked: &Asked) -> Result<Self, Problem> {
        let view = open.view();
        let all = view.batches()?;
        let entries = all.iter().map(|batch| batch.seq).collect();
        let meeting = match asked.within {
            Some(Within { stretch, .. }) => {
                view.batches_meeting(stretch.from, just_before(stretch.until))?
            }
            None => all,
        };
        let (mut inside, mut outside) = (Vec::new(), Vec::new());
        for batch in meeting {
            // Rows that were purged since are gone for this moment too.
            let purged = open.store.now().batch(batch.batch)?.and_then(|now| now.purged);
            match left_out(&batch, purged, asked) {
                Some(why) => outside.push((batch, why)),
                None => inside.push(batch),
            }
        }
        Ok(Self { inside, outside, entries })
    }

    /// Whether the entry took in a batch.
    pub(super) fn is_batch(&self, seq: u64) -> bool {
        self.entries.contains(&seq)
    }

    /// Whether a text of a batch's entry is the salt that the rows in the pack are hashed with.
    pub(super) fn opens(&self, seq: u64, path: &str) -> bool {
        path == SALT && self.inside.iter().any(|batch| batch.seq == seq)
    }

    /// Whether there is any batch at all.
    pub(super) fn any(&self) -> bool {
        !self.entries.is_empty()
    }

    /// The references of the batches whose rows are in the pack.
    pub(super) fn inside(&self) -> impl Iterator<Item = String> {
        self.inside.iter().map(|batch| batch.batch.to_string())
    }

    /// The batches as the README counts them.
    pub(super) fn counted(&self) -> Vec<pack::Batch> {
        let told = |batch: &Batch, out: Option<&String>| pack::Batch {
            batch: batch.batch.to_string(),
            rows: batch.import.rows.count,
            out: out.cloned(),
        };
        let inside = self.inside.iter().map(|batch| told(batch, None));
        inside.chain(self.outside.iter().map(|(batch, why)| told(batch, Some(why)))).collect()
    }

    /// Puts the rows into the pack, a file a batch.
    ///
    /// # Errors
    /// `file-damaged` where rows are missing that nobody purged.
    pub(super) fn add(
        &self,
        open: &Open,
        pack: &mut Pack,
        steps: &Steps<'_>,
    ) -> Result<(), Problem> {
        let view = open.view();
        let total = self.inside.iter().map(|batch| batch.import.rows.count).sum();
        let mut done = 0;
        for batch in &self.inside {
            let (path, before) = (ledger::pack::rows_file(&batch.batch.to_string()), done);
            let about = format!("Every row of {}", batch.batch);
            pack.stream(&path, &about, |content| {
                view.ai_actions(batch.batch, store::Part::Taken, 1, |_, row| {
                    content.put(row)?;
                    content.put(b"\n")?;
                    done += 1;
                    if done % RUN == 0 {
                        steps.step(Part::Rows, done, total)?;
                    }
                    Ok::<_, Problem>(true)
                })
            })?;
            let (found, bound) = (done - before, batch.import.rows.count);
            if found != bound {
                let says = format!(
                    "{} has {bound} rows, but {found} are here. Verify the file.",
                    batch.batch
                );
                return Err(Problem::new("file-damaged", says));
            }
        }
        steps.step(Part::Rows, total, total)
    }
}

/// Why the rows of a batch stay out, where they do.
fn left_out(batch: &Batch, purged: Option<u64>, asked: &Asked) -> Option<String> {
    if let Some(entry) = purged {
        Some(format!("its rows were purged with entry {}", report::grouped(entry)))
    } else if asked.no_rows {
        Some("rows were left out of this pack".to_owned())
    } else if batch.seq < asked.first() {
        Some("it was taken in before this pack begins".to_owned())
    } else if batch.import.rows.count == 0 {
        Some("it has no row".to_owned())
    } else {
        None
    }
}
