//! What bears it out: facts, signals and promises, one of them kept in the workspace, and one whose
//! day has passed.

use std::path::Path;

use domain::evidence::Class;

use super::company::{AMARA, MAREN, RAFAEL, SALOME, in_days};
use super::decisions::titled;
use super::register::by_name;
use super::story::{Quarters, Story};
use crate::Problem;
use crate::files::Grant;
use crate::operations::{AttachTo, CaptureEvidence};

/// The one file that is captured, and what is in it.
const COMPARED: (&str, &str) = (
    "forecasts-compared.csv",
    "Opportunity,Forecast,By hand,Apart by\n\
     006Aa00000Pq71,240000,240000,0\n\
     006Aa00000Pr05,96000,90000,6000\n\
     006Aa00000Pt9c,58000,58000,0\n\
     006Aa00000Pv11,132000,130000,2000\n\
     006Aa00000Pw48,41000,41000,0\n",
);

/// What a piece of evidence bears out.
enum Of {
    Workflow(&'static str),
    Decision(&'static str),
}

/// When and by whom it is captured, what it shows, how firm it is, where it is found (blank for the
/// file), the day on which it ends, and what it bears out.
struct Piece(
    (u64, u64, u32, u32),
    &'static str,
    &'static str,
    Class,
    &'static str,
    fn(&Quarters) -> Option<String>,
    Of,
);

const PIECES: &[Piece] = &[
    Piece(
        (1, 2, 10, 30),
        SALOME,
        "Announcement at the start of each recorded call",
        Class::Commitment,
        "https://intranet.northwind.example/legal/call-announcement",
        |_| None,
        Of::Decision("Launch call summaries"),
    ),
    Piece(
        (5, 2, 11, 10),
        RAFAEL,
        "Scorewell: summary of the penetration test",
        Class::ObservedFact,
        "https://trust.scorewell.example/pentest",
        // It counts for a year, and that year is over.
        |days| Some(days.day(24, 2).to_string()),
        Of::Workflow("Lead scoring, ICP v4"),
    ),
    Piece(
        (14, 1, 15, 20),
        AMARA,
        "Replies of two weeks, read by two people: the tone turned pushy",
        Class::InterpretedSignal,
        "https://wiki.northwind.example/reply-reading-june",
        |_| None,
        Of::Workflow("SDR outreach agent"),
    ),
    Piece(
        (21, 2, 10, 15),
        RAFAEL,
        "Clearpair: data processing agreement, signed",
        Class::Commitment,
        "https://contracts.northwind.example/clearpair-dpa",
        |days| Some(in_days(days, 330)),
        Of::Workflow("Firmographic enrichment"),
    ),
    Piece(
        (23, 0, 16, 30),
        MAREN,
        "Forecasts compared by hand after the refresh",
        Class::ObservedFact,
        "",
        |_| None,
        Of::Workflow("Pipeline forecast"),
    ),
];

/// Plans the capture of each piece, after what it bears out.
pub fn plan(story: &mut Story<'_>) {
    for piece in PIECES {
        let ((week, day, hour, minute), by) = (piece.0, piece.1);
        story.plan(story.days.at(week, day, hour, minute), by, move |story| capture(story, piece));
    }
}

/// Puts the file that is captured into the folder the demo reads from.
pub fn supply(folder: &Path) -> std::io::Result<()> {
    std::fs::write(folder.join(COMPARED.0), COMPARED.1)
}

fn capture(story: &mut Story<'_>, piece: &'static Piece) -> Result<(), Problem> {
    let Piece(_, _, title, class, url, expires, of) = piece;
    let reference = match of {
        Of::Workflow(name) => by_name(story.desk, name)?.workflow,
        Of::Decision(title) => titled(story.desk, title)?.decision,
    };
    let file = url.is_empty();
    let captured = CaptureEvidence {
        title: (*title).to_owned(),
        class: *class,
        url: (*url).to_owned(),
        grant: file.then(|| Grant(COMPARED.0.to_owned())),
        keep: file,
        expires: expires(&story.days),
        to: Some(AttachTo { reference, item: None }),
    };
    story.desk.capture_evidence(captured).map(|_| ())
}
