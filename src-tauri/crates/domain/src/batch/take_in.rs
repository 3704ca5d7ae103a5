//! Taking a batch in.

use super::BatchImported;
use crate::people::{Standing, entitled, keepers, security};
use crate::refusal::{NAME_LIMIT, TEXT_LIMIT, optional, required};
use crate::{BatchRef, Event, Moment, PersonRef, Refusal, RoleId, Text};

/// A batch that was taken in before, as far as the rules here need it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Known {
    /// Which.
    pub batch: BatchRef,
    /// The system its rows come from; none once erased.
    pub source: Option<String>,
    /// The SHA-256 of its file, in hex.
    pub sha256: String,
    /// The times of its first and last row.
    pub span: Option<(Moment, Moment)>,
    /// Whether its rows were purged.
    pub purged: bool,
}

/// Who may take action logs in and purge them: keepers, and who draws samples from them.
pub(super) fn takers() -> Vec<RoleId> {
    [keepers(), vec![security(), RoleId::new("compliance")]].concat()
}

/// Whether `by` may take a batch in. A file whose rows are there already is refused: counted twice,
/// its actions would say that twice as much was done.
pub fn may_take_in(
    standing: &Standing,
    by: PersonRef,
    known: &[Known],
    batch: &BatchImported,
) -> Result<(), Refusal> {
    entitled(standing, by, "taking an action log in", &takers())?;
    let same = known.iter().find(|one| !one.purged && one.sha256 == batch.file.sha256);
    if let Some(same) = same {
        return Err(Refusal::BatchTakenIn { batch: same.batch });
    }
    if batch.rows.count == 0 {
        return Err(Refusal::BatchEmpty { rejected: batch.rejected.count });
    }
    Ok(())
}

/// Takes a batch in.
pub fn take_in(
    standing: &Standing,
    by: PersonRef,
    known: &[Known],
    mut batch: BatchImported,
) -> Result<Event, Refusal> {
    may_take_in(standing, by, known, &batch)?;
    let words =
        |text: &Option<Text>| text.as_ref().and_then(Text::words).unwrap_or_default().to_owned();
    let source = batch.origin.source.words().unwrap_or_default();
    batch.origin.source = required("the system the log comes from", source, NAME_LIMIT)?;
    batch.origin.query = optional("the query", &words(&batch.origin.query), TEXT_LIMIT)?;
    batch.origin.pulled_by =
        optional("who pulled it", &words(&batch.origin.pulled_by), NAME_LIMIT)?;
    Ok(batch.into())
}

/// The batches of one source whose times meet: an action of the time they share may be in both.
/// Each pair once, the earlier batch first.
pub fn overlaps(known: &[Known]) -> Vec<(BatchRef, BatchRef)> {
    let mut found = Vec::new();
    for (place, one) in known.iter().enumerate() {
        for other in known.iter().skip(place + 1) {
            let same_source = one.source.is_some() && one.source == other.source;
            let meet = one.span.zip(other.span).is_some_and(|(a, b)| a.0 <= b.1 && b.0 <= a.1);
            if same_source && meet {
                found.push((one.batch, other.batch));
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn known(number: u32, source: &str, days: Option<(&str, &str)>) -> Known {
        let at = |day: &str| format!("{day}T00:00:00Z").parse().unwrap();
        Known {
            batch: BatchRef::new(number),
            source: Some(source.to_owned()),
            sha256: number.to_string(),
            span: days.map(|(first, last)| (at(first), at(last))),
            purged: false,
        }
    }

    #[test]
    fn batches_of_one_source_overlap_where_their_times_meet() {
        let batches = [
            known(1, "HubSpot", Some(("2026-09-01", "2026-09-30"))),
            known(2, "HubSpot", Some(("2026-09-30", "2026-10-31"))),
            known(3, "Salesforce", Some(("2026-09-01", "2026-12-31"))),
            known(4, "HubSpot", Some(("2026-11-01", "2026-11-30"))),
            known(5, "HubSpot", None),
        ];
        assert_eq!(
            overlaps(&batches),
            [(BatchRef::new(1), BatchRef::new(2))],
            "a shared moment of one source is an overlap; another source or no time is none"
        );
    }
}
