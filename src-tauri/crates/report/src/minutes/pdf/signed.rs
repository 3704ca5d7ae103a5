//! What was signed: corrections, statements, the closing.

use super::Paper;
use crate::error::Result;
use crate::figure::{counted, grouped};
use crate::layout::{Flow, Mark, Panel, PanelLine, Row, Table, WRITTEN, Width};
use crate::minutes::model::{Closing, Model, Signature};
use crate::minutes::words;
use crate::typeset::{Look, Rich};

impl Paper {
    /// Corrections after closing; most reviews have none, and then nothing is printed.
    pub(super) fn addenda(self, flow: &mut Flow<'_>, model: &Model) -> Result<()> {
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
                links.find(&addendum.text, WRITTEN),
                Rich::new(grouped(addendum.entry), self.density.look()),
            ])
        });
        flow.table(&table, rows)
    }

    /// What was signed with the closing and the countersignature; most reviews have none.
    pub(super) fn said(self, flow: &mut Flow<'_>, model: &Model) -> Result<()> {
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
                links.find(words, WRITTEN),
            ])
        });
        flow.table(&table, rows)
    }
}

pub(super) fn closing(flow: &mut Flow<'_>, model: &Model) -> Result<()> {
    flow.end_section();
    let Some(closing) = &model.closing else {
        let (head, why) = words::unsigned(model);
        let mark = if model.missed.is_some() { Mark::CrossedRing } else { Mark::HalfDisc };
        let look = Look::regular(8.0);
        let unsigned = Rich::empty().mark(mark, look).words(why, look);
        return flow
            .panels(&[Panel { head: head.into(), lines: vec![PanelLine::Words(unsigned)] }]);
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
