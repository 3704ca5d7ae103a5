//! The decision record as PDF, upright.

use super::model::{Check, Difference, Evidence, Model, Vote};
use super::words;
use crate::entries::entries;
use crate::error::Result;
use crate::figure::{dash, grouped, in_fours};
use crate::frame::Rendered;
use crate::layout::{Density, Flow, Links, Mark, Row, Sheet, Table, Width, fitted};
use crate::reworded;
use crate::typeset::{Look, Rich};

/// Sets the record: with closer lines where that saves a page.
///
/// # Errors
/// When a shipped face can't be read or the file can't be put together; neither depends
/// on the model.
pub fn pdf(model: &Model) -> Result<Rendered> {
    let closer = [Density::Dense, Density::Compact, Density::Tight];
    fitted(Density::Standard, &closer, |density| Paper { density }.set(model))
}

/// The room between what it is and where it stands.
const ABOVE_FACTS: f32 = 12.0;
/// Facts stand on the columns of the page, however few they are.
const COLUMNS: usize = 6;

/// The record at one density.
#[derive(Clone, Copy)]
struct Paper {
    density: Density,
}

impl Paper {
    fn set(self, model: &Model) -> Result<Rendered> {
        let links = Links::new([model.reference.as_str()], &model.frame.records);
        let mut flow = Flow::new(&model.frame, Sheet::portrait(), links)?;
        let below = flow.links.find(&model.about, Look::regular(9.0).soft());
        flow.title(&model.title, &below)?;
        self.facts(&mut flow, model)?;
        self.differences(&mut flow, model)?;
        let texts = [("Rationale", &model.rationale), ("Rollback plan", &model.rollback_plan)];
        let said = texts.into_iter().filter(|(_, text)| !text.trim().is_empty());
        flow.signed_beside(&said.map(|(head, text)| (head, text.clone())).collect::<Vec<_>>())?;
        self.evidence(&mut flow, model)?;
        self.votes(&mut flow, model)?;
        self.checks(&mut flow, model)?;
        entries(&mut flow, self.density, &model.zone, &model.entries)?;
        self.proof(&mut flow, model)?;
        flow.finish(&format!("{}, {}", model.title, model.reference))
    }

    /// State, times and timebox in a row under the title.
    fn facts(self, flow: &mut Flow<'_>, model: &Model) -> Result<()> {
        let look = Look::regular(8.0);
        let (mark, word) = words::state(model.state);
        let mut cells = vec![Rich::new("State\n", look.soft()).mark(mark, look).words(word, look)];
        cells.extend(
            model
                .facts
                .iter()
                .map(|(name, fact)| Rich::new(format!("{name}\n"), look.soft()).words(fact, look)),
        );
        flow.gap(ABOVE_FACTS);
        let columns = vec![("", Width::Share(1.0)); cells.len().max(COLUMNS)];
        let table = Table::of(Density::Standard, &columns, "");
        flow.table(&table, [Row::of_record(&model.reference, cells)].into_iter())
    }

    fn differences(self, flow: &mut Flow<'_>, model: &Model) -> Result<()> {
        if !model.request.is_empty() {
            flow.section("Asked for", "")?;
            self.lines(flow, &model.request)?;
        }
        if model.differences.is_empty() && !model.request.is_empty() {
            return Ok(());
        }
        flow.section("Difference", &model.changed)?;
        let columns = [
            ("Field", Width::Points(112.0)),
            ("Before", Width::Share(1.0)),
            ("", Width::Points(12.0)),
            ("After", Width::Share(1.1)),
        ];
        let table = Table::of(self.density, &columns, "Nothing changes.");
        let links = flow.links.clone();
        flow.table(&table, model.differences.iter().map(|one| self.difference(one, &links)))?;
        if model.differences.iter().any(|one| shortened(one).is_some()) {
            let note = "… stands for words that stay as they were.";
            flow.gap(6.0);
            flow.note(&Rich::new(note, Look::regular(7.0).soft()))?;
        }
        Ok(())
    }

    fn difference(self, one: &Difference, links: &Links) -> Row {
        let look = self.density.look();
        let side = |text: &Option<String>, look: Look| match text {
            Some(text) => links.find(text, look),
            None => Rich::new("None", look.soft()),
        };
        let mut field = Rich::new(&one.field, self.density.key());
        if one.outside {
            field = field.words("\nin the system itself", look.soft());
        }
        let arrow = Rich::new("→", Look::semibold(look.size));
        let (before, after) = match shortened(one) {
            Some((before, after)) => (Some(before), Some(after)),
            None => (one.before.clone(), one.after.clone()),
        };
        Row::cells(vec![field, side(&before, look), arrow, side(&after, self.density.key())])
    }

    /// What the right asks to be shown; where it asks for nothing, the right says so.
    fn evidence(self, flow: &mut Flow<'_>, model: &Model) -> Result<()> {
        if model.evidence.is_empty() {
            return Ok(());
        }
        flow.section("Evidence", "")?;
        let columns = [
            ("What the right asks for", Width::Share(1.0)),
            ("What was found", Width::Share(1.2)),
            ("Where", Width::Points(84.0)),
            ("Met", Width::Points(44.0)),
        ];
        let table = Table::of(self.density, &columns, "");
        let links = flow.links.clone();
        let rows = model.evidence.iter().map(|Evidence { asked, found, at, there }| {
            let (mark, word) = if *there { (Mark::Tick, "Yes") } else { (Mark::Diamond, "No") };
            Row::cells(vec![
                Rich::new(asked, self.density.look()),
                links.find(found, self.density.key()),
                links.find(dash(at), self.density.look().soft()),
                self.density.marked(mark, word),
            ])
        });
        flow.table(&table, rows)
    }

    /// Names and what they are, line by line.
    fn lines(self, flow: &mut Flow<'_>, lines: &[(String, String)]) -> Result<()> {
        let columns = [("", Width::Points(112.0)), ("", Width::Share(1.0))];
        let table = Table::of(self.density, &columns, "Nothing is set.");
        let links = flow.links.clone();
        let rows = lines.iter().map(|(name, what)| {
            Row::cells(vec![
                Rich::new(name, self.density.key()),
                links.find(what, self.density.look()),
            ])
        });
        flow.table(&table, rows)
    }

    fn votes(self, flow: &mut Flow<'_>, model: &Model) -> Result<()> {
        flow.section("Approvals", &model.approvals)?;
        flow.note(&flow.links.find(&model.right, Look::regular(7.0).soft()))?;
        flow.gap(7.0);
        let columns = [
            ("Person", Width::Points(92.0)),
            ("Role", Width::Points(92.0)),
            ("Said", Width::Points(54.0)),
            ("In their words", Width::Share(1.0)),
            ("Signed at", Width::Points(70.0)),
            ("Entry", Width::Points(26.0)),
        ];
        let table = Table::of(self.density, &columns, "Nobody has voted.").figures(5, 0.0);
        let links = flow.links.clone();
        flow.table(&table, model.votes.iter().map(|vote| self.vote(vote, &links)))
    }

    fn vote(self, vote: &Vote, links: &Links) -> Row {
        let look = self.density.look();
        let (mark, word) = words::said(vote.said);
        let mut roles = Rich::new(&vote.roles, look);
        if !vote.instead_of.is_empty() {
            roles = roles.words(format!("\nin place of {}", vote.instead_of), look.soft());
        }
        Row::cells(vec![
            Rich::new(dash(&vote.person), self.density.key()),
            roles,
            self.density.marked(mark, word),
            links.find(dash(&vote.words), Look::serif(look.size + 0.5)),
            Rich::new(dash(&vote.signed), look),
            Rich::new(vote.entry.map_or_else(|| "–".to_owned(), grouped), look),
        ])
    }

    /// What the rules say while it is open; of what is over nothing is left to say.
    fn checks(self, flow: &mut Flow<'_>, model: &Model) -> Result<()> {
        if model.checks.is_empty() {
            return Ok(());
        }
        flow.section("Rules", "as they stand now")?;
        let columns = [("", Width::Points(44.0)), ("", Width::Share(1.0))];
        let table = Table::of(self.density, &columns, "");
        let rows = model.checks.iter().map(|Check { says, holds }| {
            let (mark, word) =
                if *holds { (Mark::Tick, "Holds") } else { (Mark::Diamond, "Broken") };
            Row::cells(vec![self.density.marked(mark, word), Rich::new(says, self.density.look())])
        });
        flow.table(&table, rows)
    }

    /// The proposal that every vote signs, the keys that signed, and how anybody proves it.
    fn proof(self, flow: &mut Flow<'_>, model: &Model) -> Result<()> {
        flow.section("Proof", "SHA-256 of the proposal as entered, and of each public key")?;
        let columns = [("", Width::Points(112.0)), ("", Width::Share(1.0))];
        let table = Table::of(self.density, &columns, "");
        let line = |name: &str, root: &str| {
            Row::cells(vec![
                Rich::new(name, self.density.key()),
                Rich::new(in_fours(root, usize::MAX), self.density.look()),
            ])
        };
        let subject = std::iter::once(line("What every vote signs", &model.subject));
        let keys = model.keys.iter().map(|key| line(&key.person, &key.fingerprint));
        flow.table(&table, subject.chain(keys))?;
        flow.gap(4.0);
        flow.note(&Rich::new(how_to_verify(&model.reference), Look::regular(7.0).soft()))
    }
}

/// Both sides of a long text without what they have in common.
fn shortened(one: &Difference) -> Option<(String, String)> {
    reworded(one.before.as_deref()?, one.after.as_deref()?)
}

fn how_to_verify(reference: &str) -> String {
    format!(
        "Save {reference} as an excerpt. On any machine, with the fingerprints of those who signed \
         in a file, “countersign verify {reference}.excerpt --keys FILE” says whether each vote \
         covers exactly this proposal and whether anything was altered."
    )
}
