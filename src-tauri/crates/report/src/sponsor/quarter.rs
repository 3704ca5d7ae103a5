//! A quarter's parts, one below the other and side by side.

use super::model::{Quarter, Rhythm, Section, Shift};
use super::rows::{ask, change, moved, proof, rhythm, tiers, wrong};
use crate::error::Result;
use crate::figure::tier_word;
use crate::layout::{
    Align, BEYOND, Column, Density, Flow, Links, Part, Row, Scale, TIER, Table, Width,
};
use crate::typeset::{Look, Rich};

const LEAD: Look = Look::medium(11.5);
const LEAD_LEADING: f32 = 16.0;
/// Where the axis of what is proven ends at the least, in percent.
const LEAST_AXIS: f32 = 6.0;
const NOTHING_MOVED: &str = "No workflow moved in this quarter.";
const NOTE: Look = Look::regular(7.0).soft();

/// Sets a quarter: what waits for the sponsor first, then what changed, what went wrong, what is
/// proven, and the rhythm.
pub(crate) fn set(flow: &mut Flow<'_>, quarter: &Quarter, density: Density) -> Result<()> {
    let links = flow.links.clone();
    flow.gap(7.0);
    flow.prose(&lead(quarter, &links), LEAD, LEAD_LEADING)?;
    asks(flow, quarter, density)?;
    let paper = Paper { density, links: &links };
    let moved = paper.moved(flow, quarter)?;
    flow.beside(&[paper.changes(quarter)], &[moved])?;
    flow.beside(&[paper.wrong(quarter)], &[paper.proofs(quarter)])?;
    if !quarter.proofs.is_empty() {
        flow.gap(3.0);
        flow.note(&Rich::new(&quarter.proofs_note, NOTE))?;
    }
    months(flow, quarter, density)?;
    flow.end_section();
    flow.gap(8.0);
    flow.note(&Rich::new(&quarter.note, NOTE))
}

/// The sections' numbers raised behind the words that rest on them.
fn lead(quarter: &Quarter, links: &Links) -> Rich {
    quarter.lead.iter().fold(Rich::empty(), |rich, piece| {
        let rich = rich.then(links.find(&piece.words, LEAD));
        if piece.rows.is_empty() {
            return rich;
        }
        let small = Look::regular(6.3).raised(2.4);
        rich.then(to_rows(&format!("\u{202f}{}", piece.rows), &piece.rows, small, links))
    })
}

/// Where the rows of a figure are: a link where the section stands in this report.
pub(super) fn to_rows(words: &str, rows: &Section, look: Look, links: &Links) -> Rich {
    let record = section(rows);
    match links.target(&record) {
        Some(_) => Rich::empty().link(words, &record, look),
        None => Rich::new(words, look.soft()),
    }
}

/// The name under which a section is linked to.
pub(crate) fn section(number: &str) -> String {
    format!("section {number}")
}

fn asks(flow: &mut Flow<'_>, quarter: &Quarter, density: Density) -> Result<()> {
    let count = if quarter.asks.is_empty() {
        String::new()
    } else {
        format!("{} waiting", quarter.asks.len())
    };
    flow.section("Needs your signature", &count)?;
    let columns = [
        ("Reference", Width::Points(98.0)),
        ("What you are asked to sign", Width::Share(1.0)),
        ("Lapses", Width::Points(58.0)),
        ("Rows", Width::Points(36.0)),
    ];
    let empty = "Nothing waits for your signature.";
    let table = Table::of(density, &columns, empty).figures(2, 6.0).figures(3, 0.0);
    let links = flow.links.clone();
    flow.table(&table, quarter.asks.iter().map(|one| ask(one, density, &links)))
}

fn months(flow: &mut Flow<'_>, quarter: &Quarter, density: Density) -> Result<()> {
    let sum = |of: fn(&Rhythm) -> usize| quarter.rhythm.iter().map(of).sum::<usize>();
    let (held, expected) = (sum(|one| one.held), sum(|one| one.expected));
    flow.section("Reviews held of expected", &format!("{held} of {expected}"))?;
    let [first, second, third] = &quarter.months;
    let month = Width::Points(92.0);
    let columns = [
        ("Review", Width::Share(1.0)),
        (first.as_str(), month),
        (second.as_str(), month),
        (third.as_str(), month),
        ("Held", Width::Points(52.0)),
        ("Rows", Width::Points(28.0)),
    ];
    let empty = "No review fell due in this quarter.";
    let mut table = Table::of(density, &columns, empty).figures(4, 6.0).figures(5, 0.0);
    for column in table.columns.iter_mut().skip(1).take(3) {
        column.pad = 0.0;
    }
    let links = flow.links.clone();
    flow.table(&table, quarter.rhythm.iter().map(|one| rhythm(one, density, &links)))?;
    for one in quarter.rhythm.iter().filter(|one| !one.says.is_empty()) {
        flow.gap(3.0);
        let name = Rich::new(format!("{}: ", one.name), Look::medium(7.0));
        flow.note(&name.words(&one.says, NOTE))?;
    }
    Ok(())
}

/// What parts side by side are set with.
struct Paper<'l> {
    density: Density,
    links: &'l Links,
}

impl Paper<'_> {
    fn changes(&self, quarter: &Quarter) -> Part {
        let [before, now] = &quarter.columns;
        let columns = [
            ("", Width::Share(1.0)),
            (before.as_str(), Width::Points(44.0)),
            (now.as_str(), Width::Points(44.0)),
            ("Rows", Width::Points(34.0)),
        ];
        let table = Table::of(self.density, &columns, "Nothing was counted.");
        let table = table.figures(1, 6.0).figures(2, 6.0).figures(3, 0.0);
        let rows = quarter.changes.iter().map(|one| change(one, self.density, self.links));
        self.part("What changed", String::new(), table, rows.collect())
    }

    /// Workflows on the ladder of tiers, between how many stood on each tier before and how many do now.
    fn moved(&self, flow: &mut Flow<'_>, quarter: &Quarter) -> Result<Part> {
        let table = ladder(self.density);
        let counts = |place: usize| {
            let now = place + 1 == quarter.tiers.len();
            quarter.tiers.get(place).map(|one| tiers(one, now, self.density))
        };
        let mut rows: Vec<Row> = Vec::new();
        if quarter.tiers.len() > 1 {
            rows.extend(counts(0));
        }
        for one in &quarter.moved {
            rows.push(moved(one, flow, self.density)?);
        }
        if quarter.moved.is_empty() {
            let none = Rich::new(NOTHING_MOVED, self.density.look().soft());
            rows.push(Row::Spanning(vec![(none, table.columns.len())]));
        }
        rows.extend(quarter.tiers.len().checked_sub(1).and_then(counts));
        Ok(self.part("Tiers moved", shifts(quarter), table, rows))
    }

    fn wrong(&self, quarter: &Quarter) -> Part {
        let columns = [("", Width::Points(34.0)), ("", Width::Share(1.0))];
        let table = Table::of(self.density, &columns, "No exception was raised in this quarter.");
        let rows = quarter.wrong.iter().map(|one| wrong(one, self.density, self.links)).collect();
        let count = match (quarter.wrong.len(), quarter.raised) {
            (_, 0) => String::new(),
            (shown, raised) => format!("{shown} of {raised}"),
        };
        self.part("What went wrong, and how it stands", count, table, rows)
    }

    /// What was found in error and what at most is, over a scale of percent.
    fn proofs(&self, quarter: &Quarter) -> Part {
        let limits = quarter.proofs.iter().filter_map(|one| one.shares).map(|[_, most]| most);
        let scale = Scale::reaching(limits.fold(LEAST_AXIS, f32::max));
        let table = proven(self.density, scale, &quarter.proofs_note);
        let rows = quarter.proofs.iter().map(|one| proof(one, self.density, scale)).collect();
        self.part("What the samples prove", String::new(), table, rows)
    }

    fn part(&self, head: &str, count: String, table: Table, rows: Vec<Row>) -> Part {
        Part { head: head.to_owned(), count, table, rows }
    }
}

/// A column for each tier, and what words beside what is drawn may take beyond them.
fn ladder(density: Density) -> Table {
    let mut table = Table::of(density, &[("", Width::Share(1.0))], NOTHING_MOVED);
    let small = Look::regular(6.5).soft();
    for tier in 1..=4_u8 {
        let number = Rich::new(format!("{tier}\n"), Look::semibold(7.0));
        let head = number.words(tier_word(tier), small);
        let column = Column::left(head, Width::Points(TIER), 0.0);
        table.columns.push(Column { align: Align::Centre, lined: true, ..column });
    }
    table.columns.push(Column::left(Rich::empty(), Width::Points(BEYOND), 0.0));
    table
}

/// A column for each figure of the scale, between what was sampled and the limit in words.
fn proven(density: Density, scale: Scale, empty: &str) -> Table {
    let mut table = Table::of(density, &[("Process, % in error", Width::Share(1.0))], empty);
    for figure in scale.figures() {
        let head = Rich::new(figure.to_string(), density.head());
        let column = Column::left(head, Width::Points(scale.column()), 0.0);
        table.columns.push(Column { align: Align::Centre, lined: true, ..column });
    }
    let most = Rich::new("At most", density.head());
    table.columns.push(Column::right(most, Width::Points(40.0), 0.0));
    table
}

/// "2 up, 1 down, 1 launched": how many moved which way.
fn shifts(quarter: &Quarter) -> String {
    let all = [
        Shift::Up,
        Shift::Down,
        Shift::Registered,
        Shift::Found,
        Shift::Launched,
        Shift::Restarted,
        Shift::Paused,
        Shift::Stopped,
        Shift::Retired,
    ];
    let counted = all.into_iter().filter_map(|shift| {
        let count = quarter.moved.iter().filter(|one| one.shift == shift).count();
        (count > 0).then(|| format!("{count} {}", shift.word()))
    });
    counted.collect::<Vec<_>>().join(", ")
}
