//! Which face covers a cluster of characters.

use std::collections::HashMap;

use unicode_script::{Script, UnicodeScript};

use super::face::FaceId;
use super::system::{Hand, faces_for};
use super::{face, shipped};

/// Finds the face for each cluster and remembers; one per document.
#[derive(Default)]
pub(crate) struct Cover {
    known: HashMap<(FaceId, Hand, Box<str>), Wanted>,
}

/// What to set a cluster in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Wanted {
    /// This face covers all of it.
    Face(FaceId),
    /// No face at hand does.
    Nothing,
}

impl Cover {
    /// The face for `cluster`, which stands in `text`: `first` where it covers it, then the
    /// shipped faces, then the system's.
    pub fn find(&mut self, cluster: &str, first: FaceId, text: &str) -> Wanted {
        if cluster.chars().any(|letter| is_private(letter) || letter.is_control()) {
            return Wanted::Nothing;
        }
        if !is_emoji_styled(cluster) && covers(first, cluster) {
            return Wanted::Face(first);
        }
        let hand = if cluster.chars().any(is_cjk) { hand_of(text) } else { Hand::Chinese };
        let key = (first, hand, Box::from(cluster));
        if let Some(wanted) = self.known.get(&key) {
            return *wanted;
        }
        let wanted = search(cluster, first, hand).map_or(Wanted::Nothing, Wanted::Face);
        self.known.insert(key, wanted);
        wanted
    }
}

fn search(cluster: &str, first: FaceId, hand: Hand) -> Option<FaceId> {
    let emoji = is_emoji_styled(cluster).then_some(shipped::EMOJI);
    let shipped = emoji.into_iter().chain([first]).chain(shipped::fallbacks());
    if let Some(found) = shipped.into_iter().find(|id| covers(*id, cluster)) {
        return Some(found);
    }
    faces_for(hand).find(|id| covers(*id, cluster))
}

fn covers(id: FaceId, cluster: &str) -> bool {
    face(id).is_ok_and(|face| {
        cluster.chars().all(|letter| is_unseen(letter) || face.glyph(letter).is_some())
    })
}

/// A variation selector asks for the emoji form.
fn is_emoji_styled(cluster: &str) -> bool {
    cluster.contains('\u{fe0f}')
}

/// Characters that steer the ones around them and print nothing themselves.
pub(crate) fn is_unseen(letter: char) -> bool {
    matches!(letter,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180b}'..='\u{180e}' | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}'
        | '\u{feff}' | '\u{e0000}'..='\u{e0fff}')
}

/// What a private-use character means is between its sender and a font we don't have.
fn is_private(letter: char) -> bool {
    matches!(letter, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{10ffff}')
}

fn is_cjk(letter: char) -> bool {
    matches!(letter.script(), Script::Han | Script::Hiragana | Script::Katakana | Script::Hangul)
        || matches!(letter, '\u{3000}'..='\u{303f}' | '\u{ff00}'..='\u{ffef}')
}

/// Kana make a text Japanese, Hangul makes it Korean; Han alone is taken for Chinese.
fn hand_of(text: &str) -> Hand {
    let has = |scripts: &[Script]| text.chars().any(|letter| scripts.contains(&letter.script()));
    if has(&[Script::Hiragana, Script::Katakana]) {
        Hand::Japanese
    } else if has(&[Script::Hangul]) {
        Hand::Korean
    } else {
        Hand::Chinese
    }
}
