//! The decision record as PDF, upright.

use super::model::{Check, Difference, Entry, Evidence, Model, Said, State, Vote};
use crate::error::Result;
use crate::figure::grouped;
use crate::frame::{Head, Rendered};
use crate::layout::{
    Bookmarks, Column, Density, Flow, Links, Mark, Panel, PanelLine, Row, Sheet, Table, Width,
};
use crate::typeset::{Look, Rich};

const PAD: f32 = 6.0;
/// Keys that stand in one panel.
const KEYS_IN_A_PANEL: usize = 8;

/// Sets the record: with closer lines where that saves a page.
///
/// # Errors
/// When a shipped face can't be read or the file can't be put together; neither depends
/// on the model.
pub fn pdf(model: &Model) -> Result<Rendered> {
    let mut best = Paper { density: Density::Standard }.set(model)?;
    for density in [Density::Dense, Density::Compact] {
        if best.pages == 1 {
            break;
        }
        let closer = Paper { density }.set(model)?;
        if closer.pages < best.pages {
            best = closer;
        }
    }
    Ok(best)
}

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
        self.right(&mut flow, model)?;
        self.votes(&mut flow, model)?;
        self.checks(&mut flow, model)?;
        self.entries(&mut flow, model)?;
        flow.end_section();
        flow.panels(&proof(model))?;
        flow.finish(&format!("{}, {}", model.title, model.reference))
    }

    /// State, times and timebox in a row under the title.
    fn facts(self, flow: &mut Flow<'_>, model: &Model) -> Result<()> {
        let look = Look::regular(8.0);
        let (mark, word) = state(model.state);
        let mut cells = vec![Rich::new("State\n", look.soft()).mark(mark, look).words(word, look)];
        cells.extend(
            model
                .facts
                .iter()
                .map(|(name, fact)| Rich::new(format!("{name}\n"), look.soft()).words(fact, look)),
        );
        flow.gap(5.0);
        let table = Table {
            density: Density::Standard,
            columns: cells
                .iter()
                .map(|_| Column::left(Rich::empty(), Width::Share(1.0), PAD))
                .collect(),
            empty: String::new(),
            closed: false,
            bookmarks: Bookmarks::None,
        };
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
        let table = self.table(
            &[
                ("Field", Width::Points(112.0)),
                ("Before", Width::Share(1.0)),
                ("", Width::Points(12.0)),
                ("After", Width::Share(1.1)),
            ],
            "Nothing changes.",
        );
        let links = flow.links.clone();
        flow.table(&table, model.differences.iter().map(|one| self.difference(one, &links)))
    }

    fn difference(self, one: &Difference, links: &Links) -> Row {
        let look = self.density.look();
        let side = |text: &Option<String>| match text {
            Some(text) => links.find(text, look),
            None => Rich::new("None", look.soft()),
        };
        let mut field = Rich::new(&one.field, self.density.key());
        if one.outside {
            field = field.words("\nin the system itself", look.soft());
        }
        let arrow = Rich::new("→", Look::semibold(look.size));
        Row::cells(vec![field, side(&one.before), arrow, side(&one.after)])
    }

    fn evidence(self, flow: &mut Flow<'_>, model: &Model) -> Result<()> {
        flow.section("Evidence", "")?;
        let table = self.table(
            &[
                ("What the right asks for", Width::Share(1.0)),
                ("What was found", Width::Share(1.2)),
                ("Where", Width::Points(84.0)),
                ("Met", Width::Points(44.0)),
            ],
            "The right asks for no evidence.",
        );
        let links = flow.links.clone();
        let rows = model.evidence.iter().map(|Evidence { asked, found, at, there }| {
            let (mark, word) = if *there { (Mark::Tick, "Yes") } else { (Mark::Diamond, "No") };
            Row::cells(vec![
                Rich::new(asked, self.density.look()),
                links.find(found, self.density.key()),
                links.find(dash(at), self.density.look().soft()),
                self.marked(mark, word),
            ])
        });
        flow.table(&table, rows)
    }

    fn right(self, flow: &mut Flow<'_>, model: &Model) -> Result<()> {
        flow.section("Decision right", "as it stood when this was proposed")?;
        self.lines(flow, &model.right)
    }

    /// Names and what they are, line by line.
    fn lines(self, flow: &mut Flow<'_>, lines: &[(String, String)]) -> Result<()> {
        let table =
            self.table(&[("", Width::Points(112.0)), ("", Width::Share(1.0))], "Nothing is set.");
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
        let mut table = self.table(
            &[
                ("Person", Width::Points(92.0)),
                ("Role", Width::Points(92.0)),
                ("Said", Width::Points(54.0)),
                ("In their words", Width::Share(1.0)),
                ("Signed at", Width::Points(70.0)),
                ("Entry", Width::Points(26.0)),
            ],
            "Nobody has voted.",
        );
        right_aligned(&mut table);
        let links = flow.links.clone();
        flow.table(&table, model.votes.iter().map(|vote| self.vote(vote, &links)))
    }

    fn vote(self, vote: &Vote, links: &Links) -> Row {
        let look = self.density.look();
        let (mark, word) = match vote.said {
            Said::Approves => (Mark::Tick, "Approves"),
            Said::Refuses => (Mark::Diamond, "Refuses"),
            Said::Agrees => (Mark::Tick, "Agrees"),
            Said::Objects => (Mark::Triangle, "Objects"),
            Said::Waited => (Mark::HalfDisc, "Waited for"),
        };
        let mut roles = Rich::new(&vote.roles, look);
        if !vote.instead_of.is_empty() {
            roles = roles.words(format!("\nin place of {}", vote.instead_of), look.soft());
        }
        Row::cells(vec![
            Rich::new(dash(&vote.person), self.density.key()),
            roles,
            self.marked(mark, word),
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
        let table = self.table(&[("", Width::Points(44.0)), ("", Width::Share(1.0))], "");
        let rows = model.checks.iter().map(|Check { says, holds }| {
            let (mark, word) =
                if *holds { (Mark::Tick, "Holds") } else { (Mark::Diamond, "Broken") };
            Row::cells(vec![self.marked(mark, word), Rich::new(says, self.density.look())])
        });
        flow.table(&table, rows)
    }

    fn entries(self, flow: &mut Flow<'_>, model: &Model) -> Result<()> {
        flow.section("Entries", "")?;
        let mut table = self.table(
            &[
                ("Entry", Width::Points(30.0)),
                ("Recorded at", Width::Points(84.0)),
                ("Signed by", Width::Points(92.0)),
                ("Event", Width::Share(1.0)),
                ("Leaf hash", Width::Points(88.0)),
            ],
            "",
        );
        if let Some(number) = table.columns.first_mut() {
            *number = Column::right(number.head.clone(), number.width, 8.0);
        }
        let look = self.density.look();
        let rows = model.entries.iter().map(|Entry { entry, at, by, says, leaf }| {
            let groups = Head { root: leaf.clone(), size: 0 }.grouped();
            let short: String = groups.chars().take("13fa 7f3d fa87 920f".len()).collect();
            Row::cells(vec![
                Rich::new(grouped(*entry), look),
                Rich::new(at, look),
                Rich::new(by, look),
                Rich::new(says, look),
                Rich::new(short, look),
            ])
        });
        flow.table(&table, rows)
    }

    fn table(self, columns: &[(&str, Width)], empty: &str) -> Table {
        let last = columns.len().saturating_sub(1);
        let column = |(place, (head, width)): (usize, &(&str, Width))| {
            let pad = if place == last { 0.0 } else { PAD };
            Column::left(Rich::new(*head, self.density.head()), *width, pad)
        };
        Table {
            density: self.density,
            columns: columns.iter().enumerate().map(column).collect(),
            empty: empty.to_owned(),
            closed: false,
            bookmarks: Bookmarks::None,
        }
    }

    fn marked(self, mark: Mark, word: &str) -> Rich {
        let look = self.density.look();
        Rich::empty().mark(mark, look).words(word, look)
    }
}

/// Sets the last column's figures right.
fn right_aligned(table: &mut Table) {
    if let Some(last) = table.columns.last_mut() {
        *last = Column::right(last.head.clone(), last.width, 0.0);
    }
}

fn state(state: State) -> (Mark, &'static str) {
    match state {
        State::Proposed => (Mark::HalfDisc, "Proposed"),
        State::Approved => (Mark::HalfDisc, "Approved, waits for a rule"),
        State::Rejected => (Mark::Diamond, "Rejected"),
        State::Lapsed => (Mark::CrossedRing, "Lapsed"),
        State::Withdrawn => (Mark::Dash, "Withdrawn"),
        State::Stale => (Mark::Triangle, "Stale"),
        State::Applied => (Mark::Tick, "Applied"),
        State::RolledBack => (Mark::Dash, "Rolled back"),
    }
}

/// The keys that signed, and how anybody proves that they signed exactly this.
fn proof(model: &Model) -> Vec<Panel> {
    let look = Look::regular(8.0);
    let (reference, head) = (&model.reference, &model.frame.head);
    let words = |text: String| PanelLine::Words(Rich::new(text, look));
    let soft = |text: &str| PanelLine::Words(Rich::new(text, look.soft()));
    let prove = Panel {
        head: "How to verify".into(),
        lines: vec![
            words(format!(
                "Save {reference} as an excerpt. On any machine, with the fingerprints of those who \
                 signed in a file, “countersign verify {reference}.excerpt --keys FILE” says \
                 whether each vote covers exactly this proposal and whether anything was altered."
            )),
            PanelLine::Gap(5.0),
            soft("What every vote signs: SHA-256 of the proposal as entered"),
            PanelLine::Hash(model.subject.clone()),
            PanelLine::Gap(5.0),
            PanelLine::Words(Rich::new(
                format!("Ledger head after entry {}", grouped(head.size)),
                look.soft(),
            )),
            PanelLine::Hash(head.root.clone()),
        ],
    };
    let mut panels = vec![prove];
    for keys in model.keys.chunks(KEYS_IN_A_PANEL) {
        let mut lines = vec![soft("SHA-256 of each public key")];
        for key in keys {
            lines.push(PanelLine::Gap(3.0));
            lines.push(PanelLine::Words(Rich::new(&key.person, Look::medium(8.0))));
            lines.push(PanelLine::Hash(key.fingerprint.clone()));
        }
        panels.push(Panel { head: "Keys that signed".into(), lines });
    }
    panels
}

fn dash(text: &str) -> &str {
    if text.trim().is_empty() { "–" } else { text }
}
