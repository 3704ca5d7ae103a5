//! The minutes as PDF.

use super::model::{
    Action, Attendance, Closing, Item, Model, Outcome, Presence, Progress, Signature,
};
use super::words;
use crate::error::Result;
use crate::figure::{counted, grouped};
use crate::frame::Rendered;
use crate::layout::{
    Align, Bookmarks, Column, Density, Flow, Links, Mark, Panel, PanelLine, Row, Sheet, Table,
    Width,
};
use crate::typeset::{Look, Rich};

const DENSE: Density = Density::Dense;
const CELL: Look = DENSE.look();
const KEY: Look = DENSE.key();
const PAD: f32 = 6.0;

/// Sets the minutes.
///
/// # Errors
/// When a shipped face can't be read or the file can't be put together; neither depends
/// on the model.
pub fn pdf(model: &Model) -> Result<Rendered> {
    let mut flow = Flow::new(&model.frame, Sheet::portrait(), links(model))?;
    let below = flow.links.find(&words::when(model), Look::regular(9.0).soft());
    flow.title(&model.name, &below)?;
    attendance(&mut flow, model)?;
    items(&mut flow, model)?;
    actions(&mut flow, model)?;
    addenda(&mut flow, model)?;
    closing(&mut flow, model)?;
    flow.finish(&format!("{}, {}", model.name, model.reference))
}

/// Action items stand in the minutes; everything else in files beside them.
fn links(model: &Model) -> Links {
    let actions = model.actions.iter().map(|action| action.reference.as_str());
    Links::new(actions, &model.frame.records)
}

fn attendance(flow: &mut Flow<'_>, model: &Model) -> Result<()> {
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
        density: DENSE,
        columns: columns().into_iter().chain([gutter]).chain(columns()).collect(),
        empty: words::NO_ATTENDANCE.into(),
        closed: false,
        bookmarks: Bookmarks::None,
    };
    let half = model.attendance.len().div_ceil(2);
    let (left, right) = model.attendance.split_at(half);
    let rows = left.iter().enumerate().map(|(place, seat)| {
        let mut cells = Vec::from(seat_cells(seat));
        cells.push(Rich::empty());
        cells.extend(right.get(place).map(seat_cells).into_iter().flatten());
        Row::cells(cells)
    });
    flow.table(&table, rows)?;
    for taken in &model.chairs {
        flow.note(&Rich::new(words::chair(taken), Look::regular(7.0)))?;
    }
    Ok(())
}

fn seat_cells(seat: &Attendance) -> [Rich; 3] {
    let mark = match seat.presence {
        Presence::Present => Mark::Disc,
        Presence::Delegate => Mark::HalfDisc,
        Presence::Excused => Mark::Ring,
        Presence::Absent => Mark::CrossedRing,
    };
    let person = if seat.person.is_empty() {
        Rich::new("Vacant", CELL.soft())
    } else {
        Rich::new(&seat.person, CELL)
    };
    [Rich::new(&seat.role, CELL.soft()), person, marked(mark, words::presence(seat.presence))]
}

fn items(flow: &mut Flow<'_>, model: &Model) -> Result<()> {
    flow.section("Items", "")?;
    let head = |text: &str| Rich::new(text, DENSE.head());
    let table = Table {
        density: DENSE,
        columns: vec![
            Column::right(head("No."), Width::Points(19.0), 7.0),
            Column::left(head("Item"), Width::Points(102.0), PAD),
            Column::left(head("Outcome"), Width::Points(54.0), PAD),
            Column::left(
                head("Figures as seen").words(" (baseline or limit)", Look::regular(7.0).soft()),
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
    let rows = model.items.iter().map(|item| item_row(item, &links));
    let total = (!model.items.is_empty()).then(|| total_row(model));
    flow.table(&table, rows.chain(total))
}

fn item_row(item: &Item, links: &Links) -> Row {
    let mark = match item.outcome {
        Some(Outcome::Fine) => Mark::Tick,
        Some(Outcome::Attention) => Mark::Triangle,
        Some(Outcome::Breach) => Mark::Diamond,
        Some(Outcome::NotApplicable) => Mark::Dash,
        None => Mark::HalfDisc,
    };
    Row::cells(vec![
        Rich::new(item.number.to_string(), CELL.soft()),
        Rich::new(&item.title, KEY),
        marked(mark, words::outcome(item.outcome)),
        links.find(&item.figures, CELL),
        links.find(&words::note(item), CELL),
        item.minutes.map_or_else(Rich::empty, |minutes| Rich::new(minutes.to_string(), CELL)),
    ])
}

fn total_row(model: &Model) -> Row {
    let bold = Look { face: Look::semibold(0.0).face, ..CELL };
    let spent = words::minutes_spent(model).map_or_else(String::new, |spent| spent.to_string());
    Row::Total(vec![
        (Rich::empty(), 1),
        (Rich::new(counted(model.items.len(), "item", "items"), bold), 1),
        (Rich::new(words::outcomes(model), CELL), 3),
        (Rich::new(spent, bold), 1),
    ])
}

fn actions(flow: &mut Flow<'_>, model: &Model) -> Result<()> {
    flow.section("Actions", &words::action_counts(&model.actions))?;
    let head = |text: &str| Rich::new(text, DENSE.head());
    let table = Table {
        density: DENSE,
        columns: vec![
            Column::left(head("Action"), Width::Points(46.0), PAD),
            Column::left(head("What"), Width::Share(1.0), PAD),
            Column::left(head("Who"), Width::Points(68.0), PAD),
            Column { align: Align::Right, ..Column::left(head("Due"), Width::Points(46.0), 12.0) },
            Column::left(head("State"), Width::Points(40.0), 0.0),
        ],
        empty: words::NO_ACTIONS.into(),
        closed: false,
        bookmarks: Bookmarks::None,
    };
    let links = flow.links.clone();
    let rows = model.actions.iter().map(|action| action_row(action, &links));
    flow.table(&table, rows)
}

fn action_row(action: &Action, links: &Links) -> Row {
    let mark = match action.progress {
        Progress::New | Progress::Open => Mark::Ring,
        Progress::Late => Mark::Diamond,
        Progress::Done => Mark::Tick,
        Progress::Dropped => Mark::Dash,
    };
    let cells = vec![
        links.find(&action.reference, CELL),
        links.find(&action.what, CELL),
        Rich::new(&action.who, CELL),
        Rich::new(&action.due, CELL),
        marked(mark, words::progress(action.progress)),
    ];
    Row::of_record(&action.reference, cells)
}

/// Corrections after closing; most reviews have none, and then nothing is printed.
fn addenda(flow: &mut Flow<'_>, model: &Model) -> Result<()> {
    if model.addenda.is_empty() {
        return Ok(());
    }
    flow.section("Addenda", "signed after closing")?;
    let head = |text: &str| Rich::new(text, DENSE.head());
    let table = Table {
        density: DENSE,
        columns: vec![
            Column::left(head("Signed at"), Width::Points(90.0), PAD),
            Column::left(head("By"), Width::Points(90.0), PAD),
            Column::left(head("In their words"), Width::Share(1.0), PAD),
            Column::right(head("Entry"), Width::Points(34.0), 0.0),
        ],
        empty: String::new(),
        closed: false,
        bookmarks: Bookmarks::None,
    };
    let links = flow.links.clone();
    let rows = model.addenda.iter().map(|addendum| {
        Row::cells(vec![
            Rich::new(&addendum.at, CELL),
            Rich::new(&addendum.by, CELL),
            links.find(&addendum.text, Look::serif(8.5)),
            Rich::new(grouped(addendum.entry), CELL),
        ])
    });
    flow.table(&table, rows)
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

fn marked(mark: Mark, word: &str) -> Rich {
    Rich::empty().mark(mark, CELL).words(word, CELL)
}
