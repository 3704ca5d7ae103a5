//! What a pack is to hold, settled before anything is written.

use chrono::NaiveDate;
use domain::metric::derived::Stretch;
use domain::{Moment, Period};
use ledger::Head;
use serde::{Deserialize, Serialize};
use store::AsOf;
use store::tables::export::Export;
use ts_rs::TS;

use super::super::quarter::moment;
use crate::files::Grant;
use crate::when::{just_before, stretch};
use crate::workspace::{Looking, last_at, looking, settings};
use crate::{Desk, Problem};

/// Saves an evidence pack. Everything in it but its seal follows from the record up to the moment it is
/// of, so whoever asks for the same pack again gets the same files.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
pub struct ExportPack {
    /// Where it goes.
    pub grant: Grant,
    /// Whether people's contact details stay out of it.
    pub withhold_contacts: bool,
    /// The period it is of, such as `2026-Q3`; the whole workspace, when absent.
    pub period: Option<String>,
    /// As of which moment: an entry, a day or a time. When absent, the sign-off of the audit of that
    /// quarter, or now where there is none.
    pub as_of: Option<String>,
    /// The head its reader holds already, as size:root: entries up to it stay out.
    pub since: Option<String>,
    /// Whose words are in it. When absent, those of its period; of the whole workspace, all of them.
    #[serde(default)]
    pub words: Option<PackWords>,
    /// Whether the rows of action logs stay out of it.
    #[serde(default)]
    pub without_rows: bool,
}

/// Whose words lie in a pack beside the entries.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum PackWords {
    /// Those of every entry in it.
    All,
    /// Those of entries made since the period began.
    Period,
}

/// What was asked for, settled.
pub(super) struct Asked {
    /// The last entry in it, and when that was made.
    pub(super) then: Looking,
    /// The head it continues from.
    pub(super) since: Option<Head>,
    pub(super) within: Option<Within>,
    /// The last entry whose words are left out for having been made before the period.
    pub(super) silent_to: u64,
    pub(super) no_contacts: bool,
    pub(super) no_rows: bool,
}

/// The period a pack is of.
#[derive(Clone, Copy)]
pub(super) struct Within {
    pub(super) period: Period,
    pub(super) stretch: Stretch,
}

impl Desk {
    /// Settles what a pack is to hold.
    ///
    /// # Errors
    /// `bad-request` for a scope without a period; `no-such-moment` for a moment or period that the
    /// record has nothing of; `head-unreadable` and `no-such-head` for what it shall continue from.
    pub(super) fn asked(&mut self, request: &ExportPack) -> Result<Asked, Problem> {
        let period: Option<Period> =
            request.period.as_deref().map(str::parse).transpose().map_err(Problem::from)?;
        let then = self.as_of(request.as_of.as_deref(), period)?;
        let now = self.clock.now();
        let store = &self.open()?.store;
        let view = store.as_of(AsOf::Seq(then.seq));
        let settings = settings(&view)?;
        let within = period.map(|period| Within {
            period,
            stretch: stretch(period, settings.zone, settings.fiscal_start),
        });
        if let Some(within) = within.filter(|one| one.stretch.from > then.at) {
            let first = within.period.first_day(settings.fiscal_start);
            return Err(not_begun(within, first, request.as_of.as_ref().map(|_| then.seq), now));
        }
        let silent_to = match (request.words, within) {
            (Some(PackWords::All), _) | (None, None) => 0,
            (Some(PackWords::Period) | None, Some(within)) => {
                view.seq_at(just_before(within.stretch.from))?.unwrap_or(0)
            }
            (Some(PackWords::Period), None) => {
                let says = "Words of the period can be taken only where a period is named.";
                return Err(Problem::new("bad-request", says));
            }
        };
        let since = request.since.as_deref().map(|since| self.held_head(since, then.seq));
        Ok(Asked {
            then,
            since: since.transpose()?,
            within,
            silent_to,
            no_contacts: request.withhold_contacts,
            no_rows: request.without_rows,
        })
    }

    /// The last entry of the pack. It counts as made when it was, whichever way it was named.
    fn as_of(&mut self, asked: Option<&str>, period: Option<Period>) -> Result<Looking, Problem> {
        let now = self.clock.now();
        let signed = match (asked, period) {
            (None, Some(period)) => self.sign_off(period)?,
            (Some(_), _) | (None, None) => None,
        };
        let open = self.open()?;
        let view = open.store.now();
        let seq = match (asked, signed) {
            (Some(asked), _) => looking(&view, open.zone, asked.trim(), now)?.seq,
            (None, Some(signed)) => signed,
            (None, None) => open.store.size()?,
        };
        Ok(Looking { seq, at: last_at(&view.at(seq))? })
    }

    /// A head that the reader of a pack up to entry `last` holds.
    fn held_head(&self, written: &str, last: u64) -> Result<Head, Problem> {
        let head: Head = written.parse()?;
        let refuse = |says: String| Err(Problem::new("no-such-head", says));
        if head.size == 0 || head.size >= last {
            return refuse(format!(
                "A pack up to entry {last} can continue from an entry before that, and not from {}.",
                head.size
            ));
        }
        let exports = self.open()?.store.now().exports()?;
        let packs = || exports.iter().filter(|one| one.export.what == "pack");
        // What a seal holds of the entries after its pack ended has no words: whoever went on from a
        // head among them would have those words in neither pack.
        let straight = |pack: &Export| pack.export.as_of + 1 == pack.seq;
        let wordless = |pack: &&Export| {
            !straight(pack) && pack.export.as_of < head.size && head.size <= pack.seq
        };
        // A head that another pack ended with, its own entry at most beside it, is held with all words
        // up to it, whatever left since.
        let whole = |pack: &Export| {
            pack.export.as_of == head.size || (straight(pack) && pack.seq == head.size)
        };
        if let Some(pack) = packs().find(wordless).filter(|_| !packs().any(whole)) {
            return refuse(format!(
                "The pack that left with entry {} ends with entry {}. Continue from the head that its \
                 README prints.",
                pack.seq, pack.export.as_of
            ));
        }
        if self.open()?.store.root_at(head.size)? != head.root {
            return refuse(format!(
                "This record had another head after entry {}. Ask for the head that their pack prints.",
                head.size
            ));
        }
        Ok(head)
    }
}

/// Why there is no pack of a period that begins with the day `first`, and from when there can be one: it is
/// still to come at `now`, begins after the entry `asked` that the pack was to end with, or nothing was
/// entered in it yet.
fn not_begun(within: Within, first: NaiveDate, asked: Option<u64>, now: Moment) -> Problem {
    let Within { period, stretch } = within;
    let says = match asked {
        _ if stretch.from > now => format!(
            "{period} is still to come: it begins on {first}, and a pack of it can be made once \
             something was entered from that day on."
        ),
        Some(entry) => format!(
            "{period} began on {first}, after entry {entry}. Take a moment from that day on."
        ),
        None => format!(
            "Nothing was entered yet since {period} began on {first}. A pack of it can be made once \
             something was."
        ),
    };
    Problem::new("no-such-moment", says)
}

impl Asked {
    /// The first entry in the pack.
    pub(super) fn first(&self) -> u64 {
        self.since.map_or(1, |since| since.size + 1)
    }

    /// The period as its entry names it.
    pub(super) fn period(&self) -> Option<String> {
        self.within.map(|within| within.period.to_string())
    }

    /// Whether what happened at this moment, as views write it, belongs to the pack.
    pub(super) fn holds(&self, at: &str) -> bool {
        self.meets(at, Some(at))
    }

    /// Whether something that went on from one moment to another, or still goes on, belongs to it.
    pub(super) fn meets(&self, from: &str, until: Option<&str>) -> bool {
        let Some(Within { stretch, .. }) = self.within else { return true };
        let ended = until.and_then(moment);
        moment(from).is_some_and(|from| {
            from < stretch.until && ended.is_none_or(|ended| stretch.from <= ended)
        })
    }
}
