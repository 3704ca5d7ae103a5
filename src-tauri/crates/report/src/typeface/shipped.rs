//! The faces that come with Countersign. Their licence lies beside them, in `fonts/OFL.txt`.

use std::sync::OnceLock;

use super::face::{Face, FaceId};
use crate::error::{Error, Result};

/// Inter Regular: most words.
pub(crate) const REGULAR: FaceId = FaceId::Shipped(0);
/// Inter Medium: key columns, heads.
pub(crate) const MEDIUM: FaceId = FaceId::Shipped(1);
/// Inter SemiBold: titles, totals.
pub(crate) const SEMIBOLD: FaceId = FaceId::Shipped(2);
/// Source Serif 4 Regular: words a person wrote and signed.
pub(crate) const SERIF: FaceId = FaceId::Shipped(3);

/// The first face asked for other scripts.
pub(super) const FIRST_FALLBACK: u16 = 4;

/// The emoji face, last in the list.
pub(crate) const EMOJI: FaceId = FaceId::Shipped(23);

const COUNT: usize = 24;

macro_rules! shipped {
    ($($family:literal in $file:literal),+ $(,)?) => {
        [$(($family, include_bytes!(concat!("../../fonts/", $file)).as_slice())),+]
    };
}

static FILES: [(&str, &[u8]); COUNT] = shipped![
    "Inter" in "Inter-Regular.ttf",
    "Inter Medium" in "Inter-Medium.ttf",
    "Inter SemiBold" in "Inter-SemiBold.ttf",
    "Source Serif 4" in "SourceSerif4-Regular.ttf",
    "Noto Sans Arabic" in "NotoSansArabic-Regular.ttf",
    "Noto Sans Armenian" in "NotoSansArmenian-Regular.ttf",
    "Noto Sans Bengali" in "NotoSansBengali-Regular.ttf",
    "Noto Sans Devanagari" in "NotoSansDevanagari-Regular.ttf",
    "Noto Sans Ethiopic" in "NotoSansEthiopic-Regular.ttf",
    "Noto Sans Georgian" in "NotoSansGeorgian-Regular.ttf",
    "Noto Sans Gujarati" in "NotoSansGujarati-Regular.ttf",
    "Noto Sans Gurmukhi" in "NotoSansGurmukhi-Regular.ttf",
    "Noto Sans Hebrew" in "NotoSansHebrew-Regular.ttf",
    "Noto Sans Kannada" in "NotoSansKannada-Regular.ttf",
    "Noto Sans Khmer" in "NotoSansKhmer-Regular.ttf",
    "Noto Sans Lao" in "NotoSansLao-Regular.ttf",
    "Noto Sans Malayalam" in "NotoSansMalayalam-Regular.ttf",
    "Noto Sans Myanmar" in "NotoSansMyanmar-Regular.ttf",
    "Noto Sans Sinhala" in "NotoSansSinhala-Regular.ttf",
    "Noto Sans Tamil" in "NotoSansTamil-Regular.ttf",
    "Noto Sans Telugu" in "NotoSansTelugu-Regular.ttf",
    "Noto Sans Thai" in "NotoSansThai-Regular.ttf",
    "Noto Sans Symbols" in "NotoSansSymbols-Regular.ttf",
    "Noto Emoji" in "NotoEmoji-Regular.ttf",
];

static FACES: [OnceLock<Option<Face>>; COUNT] = [const { OnceLock::new() }; COUNT];

/// The face at a place of the list, read at its first use.
pub(super) fn face(place: u16) -> Result<&'static Face> {
    let at = usize::from(place);
    let missing = |name: &str| Error::Face { face: name.to_owned(), reason: "unreadable".into() };
    let (Some((family, data)), Some(slot)) = (FILES.get(at), FACES.get(at)) else {
        return Err(missing("unknown"));
    };
    slot.get_or_init(|| Face::read(family, data, 0).ok()).as_ref().ok_or_else(|| missing(family))
}

/// Every face that stands in for the ones that carry the words, in the order they are asked.
pub(super) fn fallbacks() -> impl Iterator<Item = FaceId> {
    (FIRST_FALLBACK..).take(COUNT - usize::from(FIRST_FALLBACK)).map(FaceId::Shipped)
}
