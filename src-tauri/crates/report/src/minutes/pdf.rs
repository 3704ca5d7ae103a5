//! The minutes as PDF.

use super::model::{
    Action, Asked, Attendance, Closing, Decided, Item, Model, Outcome, Presence, Progress,
    Signature,
};
use super::words;
use crate::decision::words as decision;
use crate::error::Result;
use crate::figure::{counted, dash, grouped};
use crate::frame::Rendered;
use crate::layout::{
    Bookmarks, Column, Density, Flow, Links, Mark, Panel, PanelLine, Row, Sheet, Table, Width,
    fitted,
};
use crate::typeset::{Look, Rich};

const PAD: f32 = 6.0;

/// Sets the minutes: with closer lines where that saves a page, so that a call's signature stands
/// on the page it signs.
///
/// # Errors
/// When a shipped face can't be read or the file can't be put together; neither depends
/// on the model.
pub fn pdf(model: &Model) -> Result<Rendered> {
    let closer = [Density::Compact, Density::Tight];
    fitted(Density::Dense, &closer, |density| Paper { density }.set(model))
}

/// The minutes at one density.
#[derive(Clone, Copy)]
struct Paper {
    density: Density,
}

impl Paper {
    fn set(self, model: &Model) -> Result<Rendered> {
        let mut flow = Flow::new(&model.frame, Sheet::portrait(), links(model))?;
        let below = flow.links.find(&words::when(model), Look::regular(9.0).soft());
        flow.title(&model.name, &below)?;
        self.attendance(&mut flow, model)?;
        self.items(&mut flow, model)?;
        self.retiered(&mut flow, model)?;
        self.carried_in(&mut flow, model)?;
        self.decided(&mut flow, model)?;
        self.actions(&mut flow, model)?;
        self.addenda(&mut flow, model)?;
        self.said(&mut flow, model)?;
        closing(&mut flow, model)?;
        flow.finish(&format!("{}, {}", model.name, model.reference))
    }

    fn attendance(self, flow: &mut Flow<'_>, model: &Model) -> Result<()> {
        flow.section("Attendance", &model.quorum)?;
        let columns = || {
            [
                Column::left(Rich::empty(), Width::Points(80.0), PAD),
                Column::left(Rich::empty(), Width::Share(1.0), PAD),
                Column::left(Rich::empty(), Width::Points(50.0), 0.0),
            ]
        };
        let gutter = Column::gutter(17.0);
        let table = Table {
            density: self.density,
            columns: columns().into_iter().chain([gutter]).chain(columns()).collect(),
            empty: words::NO_ATTENDANCE.into(),
            closed: false,
            bookmarks: Bookmarks::None,
        };
        let half = model.attendance.len().div_ceil(2);
        let (left, right) = model.attendance.split_at(half);
        let rows = left.iter().enumerate().map(|(place, seat)| {
            let mut cells = Vec::from(self.seat_cells(seat));
            cells.push(Rich::empty());
            cells.extend(right.get(place).map(|seat| self.seat_cells(seat)).into_iter().flatten());
            Row::cells(cells)
        });
        flow.table(&table, rows)?;
        for taken in &model.chairs {
            flow.note(&Rich::new(words::chair(taken), Look::regular(7.0)))?;
        }
        Ok(())
    }

    fn seat_cells(self, seat: &Attendance) -> [Rich; 3] {
        let mark = match seat.presence {
            Presence::Present => Mark::Disc,
            Presence::Delegate => Mark::HalfDisc,
            Presence::Excused => Mark::Ring,
            Presence::Absent => Mark::CrossedRing,
        };
        let person = if seat.person.is_empty() {
            Rich::new("Vacant", self.density.look().soft())
        } else {
            Rich::new(&seat.person, self.density.look())
        };
        [
            Rich::new(&seat.role, self.density.look().soft()),
            person,
            self.density.marked(mark, words::presence(seat.presence)),
        ]
    }

    fn items(self, flow: &mut Flow<'_>, model: &Model) -> Result<()> {
        flow.section("Items", "")?;
        let head = |text: &str| Rich::new(text, self.density.head());
        let table = Table {
            density: self.density,
            columns: vec![
                Column::right(head("No."), Width::Points(19.0), 7.0),
                Column::left(head("Item"), Width::Points(102.0), PAD),
                Column::left(head("Outcome"), Width::Points(54.0), PAD),
                Column::left(
                    head("Figures as seen")
                        .words(" (baseline or limit)", Look::regular(7.0).soft()),
                    Width::Points(162.0),
                    PAD,
                ),
                Column::left(head("Note, and what was raised"), Width::Share(1.0), PAD),
                Column::right(head("Min"), Width::Points(20.0), 0.0),
            ],
            empty: words::NO_ITEMS.into(),
            closed: false,
            bookmarks: Bookmarks::None,
        };
        let links = flow.links.clone();
        let under = |title: &str| Row::Group { title: title.to_owned(), count: String::new() };
        let rows = words::with_headings(&model.items).flat_map(|(heading, item)| {
            heading.map(under).into_iter().chain([self.item_row(item, &links)])
        });
        let total = (!model.items.is_empty()).then(|| self.total_row(model));
        flow.table(&table, rows.chain(total))
    }

    fn item_row(self, item: &Item, links: &Links) -> Row {
        Row::cells(vec![
            Rich::new(item.number.to_string(), self.density.look().soft()),
            Rich::new(&item.title, self.density.key()),
            self.outcome(item.outcome),
            match item.figures.as_str() {
                "" => Rich::new(dash(""), self.density.look().soft()),
                figures => links.find(figures, self.density.look()),
            },
            links.find(&words::note(item), self.density.look()),
            item.minutes.map_or_else(Rich::empty, |minutes| {
                Rich::new(minutes.to_string(), self.density.look())
            }),
        ])
    }

    fn total_row(self, model: &Model) -> Row {
        let bold = Look { face: Look::semibold(0.0).face, ..self.density.look() };
        let spent = words::minutes_spent(model).map_or_else(String::new, |spent| spent.to_string());
        Row::Total(vec![
            (Rich::empty(), 1),
            (Rich::new(counted(model.items.len(), "item", "items"), bold), 1),
            (Rich::new(words::outcomes(model), self.density.look()), 3),
            (Rich::new(spent, bold), 1),
        ])
    }

    /// Decisions of the time since the review before: who proposed, who voted, how they stand.
    fn decided(self, flow: &mut Flow<'_>, model: &Model) -> Result<()> {
        flow.section("Decided", &words::decision_counts(model))?;
        let columns = [
            ("Decision", Width::Points(46.0)),
            ("What", Width::Share(1.0)),
            ("Who", Width::Share(1.2)),
            ("State", Width::Points(62.0)),
        ];
        let table = Table::of(self.density, &columns, words::NO_DECISIONS);
        let links = flow.links.clone();
        flow.table(&table, model.decided.iter().map(|one| self.decided_row(one, &links)))
    }

    fn decided_row(self, decided: &Decided, links: &Links) -> Row {
        let look = self.density.look();
        let mut who = Rich::new(words::proposed(decided), look);
        for vote in &decided.votes {
            who = who.words(format!("\n{} ", words::voted(vote)), look);
            who = who.words(&vote.words, Look::serif(look.size + 0.5));
        }
        let (mark, word) = decision::state(decided.state);
        let cells = vec![
            links.find(&decided.reference, look),
            links.find(&format!("{}\n{}", decided.title, decided.about), look),
            who,
            self.density.marked(mark, word),
        ];
        Row::of_record(&decided.reference, cells)
    }

    fn actions(self, flow: &mut Flow<'_>, model: &Model) -> Result<()> {
        flow.section("Actions", &words::action_counts(&model.actions))?;
        let columns = [
            ("Action", Width::Points(46.0)),
            ("What", Width::Share(1.0)),
            ("Who", Width::Points(68.0)),
            ("Due", Width::Points(46.0)),
            ("State", Width::Points(40.0)),
        ];
        let table = Table::of(self.density, &columns, words::NO_ACTIONS).figures(3, 12.0);
        let links = flow.links.clone();
        let rows = model.actions.iter().map(|action| self.action_row(action, &links));
        flow.table(&table, rows)
    }

    fn action_row(self, action: &Action, links: &Links) -> Row {
        let mark = match action.progress {
            Progress::New | Progress::Open => Mark::Ring,
            Progress::Late => Mark::Diamond,
            Progress::Done => Mark::Tick,
            Progress::Dropped => Mark::Dash,
        };
        let cells = vec![
            links.find(&action.reference, self.density.look()),
            links.find(&action.what, self.density.look()),
            Rich::new(&action.who, self.density.look()),
            Rich::new(&action.due, self.density.look()),
            self.density.marked(mark, words::progress(action.progress)),
        ];
        Row::of_record(&action.reference, cells)
    }

    /// Corrections after closing; most reviews have none, and then nothing is printed.
    fn addenda(self, flow: &mut Flow<'_>, model: &Model) -> Result<()> {
        if model.addenda.is_empty() {
            return Ok(());
        }
        flow.section("Addenda", "signed after closing")?;
        let columns = [
            ("Signed at", Width::Points(90.0)),
            ("By", Width::Points(90.0)),
            ("In their words", Width::Share(1.0)),
            ("Entry", Width::Points(34.0)),
        ];
        let table = Table::of(self.density, &columns, "").figures(3, 0.0);
        let links = flow.links.clone();
        let rows = model.addenda.iter().map(|addendum| {
            Row::cells(vec![
                Rich::new(&addendum.at, self.density.look()),
                Rich::new(&addendum.by, self.density.look()),
                links.find(&addendum.text, Look::serif(8.5)),
                Rich::new(grouped(addendum.entry), self.density.look()),
            ])
        });
        flow.table(&table, rows)
    }

    /// What was signed with the closing and the countersignature; most reviews have none.
    fn said(self, flow: &mut Flow<'_>, model: &Model) -> Result<()> {
        let said = model.closing.iter().flat_map(Closing::said).collect::<Vec<_>>();
        if said.is_empty() {
            return Ok(());
        }
        flow.section("Stated", "signed with the closing and the countersignature")?;
        let columns = [
            ("What", Width::Points(90.0)),
            ("By", Width::Points(90.0)),
            ("In their words", Width::Share(1.0)),
        ];
        let table = Table::of(self.density, &columns, "");
        let links = flow.links.clone();
        let rows = said.into_iter().map(|(what, by, words)| {
            Row::cells(vec![
                Rich::new(what, self.density.key()),
                Rich::new(by, self.density.look()),
                links.find(words, Look::serif(8.5)),
            ])
        });
        flow.table(&table, rows)
    }

    /// The verdict on each workflow's tier; only an audit has any.
    fn retiered(self, flow: &mut Flow<'_>, model: &Model) -> Result<()> {
        if words::tiers(model).next().is_none() {
            return Ok(());
        }
        flow.section("Re-tiering", &words::tier_counts(model))?;
        let columns = [
            ("Workflow", Width::Points(46.0)),
            ("Name", Width::Share(1.0)),
            ("Verdict", Width::Points(76.0)),
            ("The record showed", Width::Points(84.0)),
            ("Note", Width::Share(1.2)),
        ];
        let table = Table::of(self.density, &columns, "");
        let links = flow.links.clone();
        let rows = words::tiers(model).map(|one| {
            let mark = if one.moves { Mark::Triangle } else { Mark::Tick };
            Row::cells(vec![
                links.find(&one.workflow, self.density.look()),
                Rich::new(&one.name, self.density.key()),
                self.density.marked(mark, &one.verdict),
                Rich::new(&one.shown, self.density.look().soft()),
                links.find(&one.note, Look::serif(8.5)),
            ])
        });
        flow.table(&table, rows)
    }

    /// Attentions and breaches of the review before, with what was found of them this time.
    fn carried_in(self, flow: &mut Flow<'_>, model: &Model) -> Result<()> {
        if model.carried_in.is_empty() {
            return Ok(());
        }
        flow.section("Carried in", "attentions and breaches of the review before")?;
        let columns = [
            ("Item", Width::Points(121.0)),
            ("Then", Width::Points(54.0)),
            ("Note then", Width::Share(1.0)),
            ("This time", Width::Points(62.0)),
        ];
        let table = Table::of(self.density, &columns, "");
        let links = flow.links.clone();
        let rows = model.carried_in.iter().map(|item| {
            Row::cells(vec![
                Rich::new(&item.title, self.density.key()),
                self.outcome(Some(item.then)),
                links.find(&item.note, self.density.look()),
                match item.now {
                    Asked::Again(outcome) => self.outcome(outcome),
                    Asked::NoMore => Rich::new("Not asked", self.density.look().soft()),
                },
            ])
        });
        flow.table(&table, rows)
    }

    fn outcome(self, outcome: Option<Outcome>) -> Rich {
        let mark = match outcome {
            Some(Outcome::Fine) => Mark::Tick,
            Some(Outcome::Attention) => Mark::Triangle,
            Some(Outcome::Breach) => Mark::Diamond,
            Some(Outcome::NotApplicable) => Mark::Dash,
            None => Mark::HalfDisc,
        };
        self.density.marked(mark, words::outcome(outcome))
    }
}

/// Action items and decisions stand in the minutes; everything else in files beside them.
fn links(model: &Model) -> Links {
    let actions = model.actions.iter().map(|action| action.reference.as_str());
    let decisions = model.decided.iter().map(|decided| decided.reference.as_str());
    Links::new(actions.chain(decisions), &model.frame.records)
}

fn closing(flow: &mut Flow<'_>, model: &Model) -> Result<()> {
    flow.end_section();
    let Some(closing) = &model.closing else {
        let waiting = Rich::empty()
            .mark(Mark::HalfDisc, Look::regular(8.0))
            .words(words::NOT_SIGNED, Look::regular(8.0));
        return flow.panels(&[Panel {
            head: "Not signed".into(),
            lines: vec![PanelLine::Words(waiting)],
        }]);
    };
    flow.panels(&[signed(closing), ledger(closing)])
}

fn signed(closing: &Closing) -> Panel {
    let mut lines = Vec::from(signature(&closing.signature, ""));
    if let Some(countersignature) = &closing.countersignature {
        lines.push(PanelLine::Gap(5.0));
        lines.extend(signature(countersignature, "countersigned "));
    } else if closing.countersignature_wanted {
        lines.push(PanelLine::Gap(5.0));
        lines.push(PanelLine::Words(
            Rich::empty()
                .mark(Mark::HalfDisc, Look::regular(8.0))
                .words("The sponsor has not countersigned yet", Look::regular(8.0)),
        ));
    }
    Panel { head: "Signed".into(), lines }
}

fn signature(signature: &Signature, did: &str) -> [PanelLine; 3] {
    let look = Look::regular(8.0);
    let about = format!(", {}, {did}{}", signature.role, signature.at);
    [
        PanelLine::Words(Rich::new(&signature.name, Look::medium(8.0)).words(about, look)),
        PanelLine::Words(Rich::new("Key, SHA-256 of the public key", look.soft())),
        PanelLine::Hash(signature.fingerprint.clone()),
    ]
}

fn ledger(closing: &Closing) -> Panel {
    let look = Look::regular(8.0);
    let entries = counted(closing.head.size as usize, "entry", "entries");
    Panel {
        head: "Ledger".into(),
        lines: vec![
            PanelLine::Words(
                Rich::new(format!("Entry {}", grouped(closing.entry)), Look::medium(8.0))
                    .words(" closes and locks this review", look),
            ),
            PanelLine::Words(Rich::new(format!("Head after that entry, {entries}"), look.soft())),
            PanelLine::Hash(closing.head.root.clone()),
        ],
    }
}
