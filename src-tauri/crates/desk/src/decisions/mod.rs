//! Decisions: proposing, reading, voting, withdrawing, undoing, and the rights behind them.

mod difference;
mod earned;
mod ended;
mod given;
mod known;
mod page;
mod permits;
mod propose;
mod queue;
mod request;
mod rights;
mod setting;
mod settle;
mod shown;
mod view;
mod vote;

pub use earned::Earned;
pub use given::{
    ApplyDecision, ChangeGiven, DecisionQuery, EvidenceGiven, GiveVotes, NumberSet, OutsideGiven,
    PermitGiven, ProposeDecision, RaisePermit, RequestVotes, RightGiven, RouteSet, RuleSwitched,
    UsePermit, VoteGiven, WithdrawDecision,
};
pub use page::{CheckRow, DecisionActs, DecisionView, SeatRow, SettledRow, VoteRow};
pub use permits::{PermitRow, PermitUseRow};
pub use queue::{ChangeOf, DecisionRow, DecisionsView, KindShown, Part};
pub use request::{VoteAsked, VotesRequested};
pub use rights::RightsView;
pub use setting::SettingGiven;
pub(crate) use setting::ground as setting_ground;
pub use shown::{
    Difference, EvidenceRow, PermitShown, ProposalPreview, RequestShown, RightShown, RoleNamed,
};

pub(crate) use earned::earned;
pub(crate) use known::known_then;
pub(crate) use permits::{exceeded, found as permit_of};
pub(crate) use queue::asked_of;
pub(crate) use request::{ProposalRead, carried, carried_in, held_against, read_proposal};
pub(crate) use settle::on_it;
pub(crate) use view::found as decision_of;
pub(crate) use vote::{Entering as VoteEntering, Subject, VOTE, enter as enter_vote, subject_of};

use rights::right_shown;
