//! Faces of the machine: Chinese, Japanese and Korean are too large to ship.
//!
//! Only families of the Noto Sans line are taken, so that a page looks alike wherever they
//! are installed (Debian and Ubuntu: `fonts-noto-cjk`). They are looked for once, when a
//! character first needs them.

use std::path::PathBuf;
use std::sync::OnceLock;

use super::face::{Face, FaceId};
use crate::error::{Error, Result};

/// A face file on this machine.
struct Found {
    family: String,
    path: PathBuf,
    index: u32,
    data: OnceLock<Option<Vec<u8>>>,
    face: OnceLock<Option<Face>>,
}

static FOUND: OnceLock<Vec<Found>> = OnceLock::new();

/// Families that cover Han, most wanted first; a kana or Hangul in the text moves its
/// own to the front.
const SIMPLIFIED: &str = "Noto Sans CJK SC";
const JAPANESE: &str = "Noto Sans CJK JP";
const KOREAN: &str = "Noto Sans CJK KR";

/// Which hand a text's Han characters are written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Hand {
    Chinese,
    Japanese,
    Korean,
}

/// The faces to ask, best first.
pub(super) fn faces_for(hand: Hand) -> impl Iterator<Item = FaceId> {
    let wanted = match hand {
        Hand::Chinese => SIMPLIFIED,
        Hand::Japanese => JAPANESE,
        Hand::Korean => KOREAN,
    };
    let all = found().iter().enumerate();
    let (first, rest): (Vec<_>, Vec<_>) = all.partition(|(_, found)| found.family == wanted);
    first.into_iter().chain(rest).filter_map(|(at, _)| u16::try_from(at).ok().map(FaceId::System))
}

pub(super) fn face(place: u16) -> Result<&'static Face> {
    let missing =
        |name: &str, reason: &str| Error::Face { face: name.into(), reason: reason.into() };
    let found =
        found().get(usize::from(place)).ok_or_else(|| missing("unknown", "not on this machine"))?;
    let data = found
        .data
        .get_or_init(|| std::fs::read(&found.path).ok())
        .as_ref()
        .ok_or_else(|| missing(&found.family, "its file could not be read"))?;
    found
        .face
        .get_or_init(|| Face::read(&found.family, data, found.index).ok())
        .as_ref()
        .ok_or_else(|| missing(&found.family, "its file could not be understood"))
}

fn found() -> &'static [Found] {
    FOUND.get_or_init(look)
}

/// All regular Noto Sans faces, the ones for Han first, then by family and path, so that
/// the same machine always chooses the same.
fn look() -> Vec<Found> {
    let mut fonts = fontdb::Database::new();
    fonts.load_system_fonts();
    let mut found: Vec<Found> = fonts
        .faces()
        .filter(|face| face.weight == fontdb::Weight::NORMAL && face.style == fontdb::Style::Normal)
        .filter_map(|face| {
            let family = face.families.first()?.0.clone();
            let path = match &face.source {
                fontdb::Source::File(path) | fontdb::Source::SharedFile(path, _) => path.clone(),
                fontdb::Source::Binary(_) => return None,
            };
            let wanted = family.starts_with("Noto Sans") && !family.contains("Mono");
            wanted.then(|| Found {
                family,
                path,
                index: face.index,
                data: OnceLock::new(),
                face: OnceLock::new(),
            })
        })
        .collect();
    found.sort_by(|a, b| order(a).cmp(&order(b)));
    found.dedup_by(|a, b| a.family == b.family);
    found
}

fn order(found: &Found) -> (usize, &str, &PathBuf) {
    let han = [SIMPLIFIED, JAPANESE, KOREAN];
    let rank = han.iter().position(|family| *family == found.family).unwrap_or(han.len());
    (rank, &found.family, &found.path)
}
