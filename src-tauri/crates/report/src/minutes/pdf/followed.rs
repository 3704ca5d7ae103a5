//! What came of it: decisions and action items.

use super::Paper;
use crate::decision::words as decision;
use crate::error::Result;
use crate::layout::{Flow, Links, Row, Table, Width};
use crate::minutes::model::{Action, Decided, Model};
use crate::minutes::words;
use crate::typeset::{Look, Rich};

impl Paper {
    /// Decisions of the time since the review before: who proposed, who voted, how they stand.
    pub(super) fn decided(self, flow: &mut Flow<'_>, model: &Model) -> Result<()> {
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

    pub(super) fn actions(self, flow: &mut Flow<'_>, model: &Model) -> Result<()> {
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
        let (mark, word) = words::progress(action.progress);
        let cells = vec![
            links.find(&action.reference, self.density.look()),
            links.find(&action.what, self.density.look()),
            Rich::new(&action.who, self.density.look()),
            Rich::new(&action.due, self.density.look()),
            self.density.marked(mark, word),
        ];
        Row::of_record(&action.reference, cells)
    }
}
