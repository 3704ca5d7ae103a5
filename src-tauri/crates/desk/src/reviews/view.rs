//! One review, as its screen and its minutes show it.

use domain::action::{Source, Stage};
use domain::cadence::CadenceSet;
use domain::people::Standing;
use domain::review::{Outcome, Quorum, Review, quorum};
use domain::{CadenceId, Moment, PersonRef, ReviewRef};
use store::tables::action::ActionItem;
use store::tables::answer::Answer;
use store::tables::key::Key;
use store::tables::review::{Held, Mark};
use store::{Actor, View};

use super::figures::{figures, label};
use super::list::{find, state, zone};
use super::metrics::as_answered;
use super::{
    Addendum, AttendanceRow, ChairRow, FigureShown, ItemRow, Meeting, ReviewQuery, ReviewState,
    ReviewView, Signature,
};
use crate::actions::{self, ActionRow, Shown};
use crate::metrics::beside;
use crate::people::{Names, fingerprint, standing};
use crate::workspace::Open;
use crate::{Desk, Problem};

impl Desk {
    /// See the list of operations.
    pub fn review(&mut self, request: ReviewQuery) -> Result<ReviewView, Problem> {
        let (clock, now) = (self.clock.now(), self.moment());
        let open = self.open_mut()?;
        open.at_desk.lock_when_idle(clock);
        let who = open.at_desk.person();
        view(open, &ReviewRef::new(request.review), who, now)
    }
}

/// One review as it stands at the moment that is shown, for `who` is at the desk.
pub fn view(
    open: &Open,
    review: &ReviewRef,
    who: Option<PersonRef>,
    now: Moment,
) -> Result<ReviewView, Problem> {
    let (store, at) = (&open.store, open.view());
    let (cadence, occurrence) = find(&at, review)?;
    let held = at.held(review)?;
    let names = Names::of(&at)?;
    let standing_now = standing(&at, now)?;
    let standing = standing_of(&at, held.as_ref(), store, now)?;
    let zone = zone(&at)?;
    let stands = at.review(review)?.unwrap_or_else(|| not_open(review, &cadence, who));
    let answers = at.answers(review)?;
    let live = figures(&at)?;
    let mut items: Vec<ItemRow> = agenda(&cadence, &answers, &live, held.as_ref());
    let actions = Actions::of(store, &at, &cadence.cadence, held.as_ref(), now)?;
    for (item, asked) in items.iter_mut().zip(&cadence.checklist) {
        let answer = answers.iter().find(|answer| answer.item == asked.item);
        item.metrics = match (held.as_ref().and_then(|held| held.closed.as_ref()), answer) {
            (Some(_), Some(answer)) => as_answered(store, asked, answer)?,
            (Some(_), None) => Vec::new(),
            (None, _) => beside(&at, &asked.metrics, now)?,
        };
        item.raised = actions.raised(review, &item.item);
        item.seconds = spent(held.as_ref(), &item.item).unwrap_or(item.seconds);
    }
    let quorum = quorum(&standing, &stands);
    let state = state(&occurrence, held.as_ref(), now);
    let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    let keys = at.keys_ever()?;
    let signature = |mark: &Mark, by: Actor| sign(store, &names, &keys, zone, mark, by);
    let (closed, countersigned) = match &held {
        Some(held) => (
            held.closed.as_ref().map(|c| signature(&c.mark, c.by)).transpose()?,
            held.countersigned.as_ref().map(|(mark, by)| signature(mark, *by)).transpose()?,
        ),
        None => (None, None),
    };
    Ok(ReviewView {
        review: review.to_string(),
        name: cadence.name.words().unwrap_or("–").to_owned(),
        due: crate::when::local(occurrence.due, occurrence.zone),
        opens: crate::when::local(occurrence.opens, occurrence.zone),
        next_due: occurrence.missed.map(|missed| crate::when::local(missed, occurrence.zone)),
        state,
        opened: held.as_ref().map(|held| crate::when::local(held.opened.at, zone)),
        minutes: cadence.minutes,
        chair: held.as_ref().map(|held| held.chair.to_string()),
        chair_name: held.as_ref().map(|held| names.person(held.chair)),
        yours: state == ReviewState::Open && who == held.as_ref().map(|held| held.chair),
        may_chair: state == ReviewState::Open
            && who.is_some_and(|who| may_chair(&standing, &stands, who)),
        chairs_taken: chairs_taken(&at, review, &names, zone)?,
        held: at.held_at(review)?.map(|(from, to)| Meeting {
            from: crate::when::local(from, zone),
            to: crate::when::local(to, zone),
        }),
        left: count(stands.left()),
        items,
        attendance: attendance(&at, &quorum, &names, &stands)?,
        reached: count(quorum.reached()),
        required: count(quorum.seats.len()),
        quorum: count(quorum.needed),
        vacant: cadence
            .required
            .iter()
            .filter(|role| !quorum.seats.iter().any(|seat| seat.role == **role))
            .map(|role| names.role(role))
            .collect(),
        carried_in: carried_in(&at, &cadence, occurrence.due, &live)?,
        carried_actions: actions.carried(),
        addenda: addenda(&at, review, &names, zone)?,
        closed,
        countersigned_by: cadence.countersigned_by.as_ref().map(|role| names.role(role)),
        may_countersign: who.is_some_and(|who| may_countersign(&standing_now, &stands, who, now)),
        countersigned,
    })
}

/// Roles as they are held; for a closed review as they were held when it was closed.
fn standing_of(
    now_view: &View<'_>,
    held: Option<&Held>,
    store: &store::Store,
    now: Moment,
) -> Result<Standing, Problem> {
    match held.and_then(|held| held.closed.as_ref()) {
        Some(closed) => standing(&store.as_of(store::AsOf::Seq(closed.mark.seq)), closed.mark.at),
        None => standing(now_view, now),
    }
}

/// What a review that nobody has opened looks like to the rules.
fn not_open(review: &ReviewRef, cadence: &CadenceSet, who: Option<PersonRef>) -> Review {
    Review {
        review: review.clone(),
        cadence: cadence.clone(),
        chair: who.unwrap_or(PersonRef::new(0)),
        stage: domain::review::Stage::Open,
        answered: Vec::new(),
        attendance: Vec::new(),
    }
}

fn agenda(
    cadence: &CadenceSet,
    answers: &[Answer],
    live: &super::figures::Live,
    held: Option<&Held>,
) -> Vec<ItemRow> {
    let closed = held.is_some_and(|held| held.closed.is_some());
    cadence
        .checklist
        .iter()
        .zip(1_u32..)
        .map(|(asked, number)| {
            let answer = answers.iter().find(|answer| answer.item == asked.item);
            let shown = answer.map(|answer| answer.shown.as_slice()).unwrap_or_default();
            ItemRow {
                item: asked.item.to_string(),
                number,
                title: asked.title.words().unwrap_or("–").to_owned(),
                question: asked.question.words().unwrap_or("–").to_owned(),
                guidance: asked.guidance.as_ref().and_then(|g| g.words()).map(str::to_owned),
                minutes: asked.minutes,
                outcome: answer.map(|answer| answer.outcome),
                note: answer
                    .and_then(|a| a.note.as_ref())
                    .and_then(|n| n.words())
                    .map(str::to_owned),
                seconds: answer.map_or(0, |answer| answer.seconds),
                metrics: Vec::new(),
                raised: Vec::new(),
                figures: if closed {
                    shown
                        .iter()
                        .filter(|figure| figure.period.is_none())
                        .map(|figure| FigureShown {
                            label: label(&figure.figure).to_owned(),
                            figure: figure.figure.clone(),
                            value: figure.value.clone(),
                        })
                        .collect()
                } else {
                    live.beside(asked)
                },
            }
        })
        .collect()
}

/// Seconds spent on an item in the end, as the closing counted them.
fn spent(held: Option<&Held>, item: &str) -> Option<u32> {
    let counted = &held?.closed.as_ref()?.counted;
    counted.spent.iter().find(|spent| spent.item.as_str() == item).map(|spent| spent.seconds)
}

/// The action items of a review: as they stand, or as they stood when it was closed.
struct Actions {
    shown: Shown,
    items: Vec<ActionItem>,
    /// Those that were to be done when the review was opened.
    carried: Vec<domain::ActionRef>,
}

impl Actions {
    fn of(
        store: &store::Store,
        at: &View<'_>,
        cadence: &CadenceId,
        held: Option<&Held>,
        now: Moment,
    ) -> Result<Self, Problem> {
        let closed = held.and_then(|held| held.closed.as_ref());
        let (then, moment) = match closed {
            Some(closed) => (store.as_of(store::AsOf::Seq(closed.mark.seq)), closed.mark.at),
            None => (*at, now),
        };
        let opening = match held {
            Some(held) => store.as_of(store::AsOf::Seq(held.opened.seq)),
            None => *at,
        };
        let open = |item: &ActionItem| item.stage == Stage::Open && item.cadence == *cadence;
        let carried = opening.actions()?.into_iter().filter(open).map(|item| item.action);
        Ok(Self {
            shown: Shown::at(&then, moment)?,
            items: then.actions()?,
            carried: carried.collect(),
        })
    }

    fn raised(&self, review: &ReviewRef, item: &str) -> Vec<ActionRow> {
        self.rows(|action| match &action.from {
            Some(Source::Item { review: raised_in, item: asked }) => {
                raised_in == review && asked.as_str() == item
            }
            None => false,
        })
    }

    fn carried(&self) -> Vec<ActionRow> {
        self.rows(|action| self.carried.contains(&action.action))
    }

    fn rows(&self, wanted: impl Fn(&ActionItem) -> bool) -> Vec<ActionRow> {
        let found: Vec<ActionItem> = self.items.iter().filter(|a| wanted(a)).cloned().collect();
        actions::rows(&self.shown, &found)
    }
}

/// Whether `who` would be let take the chair, had they a reason.
fn may_chair(standing: &Standing, review: &Review, who: PersonRef) -> bool {
    domain::review::take_chair(standing, review, who, "–").is_ok()
}

/// Whether `who` would be let countersign.
fn may_countersign(standing: &Standing, review: &Review, who: PersonRef, now: Moment) -> bool {
    domain::review::countersign(standing, review, who, now, now).is_ok()
}

fn chairs_taken(
    view: &View<'_>,
    review: &ReviewRef,
    names: &Names,
    zone: chrono_tz::Tz,
) -> Result<Vec<ChairRow>, Problem> {
    let row = |taken: store::tables::chair::Taken| ChairRow {
        at: crate::when::local(taken.at, zone),
        from: names.person(taken.from),
        to: names.person(taken.to),
        reason: taken.reason.words().map(str::to_owned),
        entry: taken.seq,
    };
    Ok(view.chairs_taken(review)?.into_iter().map(row).collect())
}

fn attendance(
    view: &View<'_>,
    quorum: &Quorum,
    names: &Names,
    review: &Review,
) -> Result<Vec<AttendanceRow>, Problem> {
    let stated = view.attendance(&review.review)?;
    let asked = quorum.seats.iter().flat_map(|seat| &seat.asked).map(|one| one.who);
    let mut all: Vec<PersonRef> =
        asked.chain([review.chair]).chain(stated.iter().map(|row| row.person)).collect();
    // Nobody chairs a review that nobody opened. The chair first, then in order of reference.
    all.retain(|person| person.number() > 0);
    all.sort_by_key(|person| (*person != review.chair, *person));
    all.dedup();
    Ok(all
        .into_iter()
        .map(|person| {
            let row = stated.iter().find(|row| row.person == person);
            AttendanceRow {
                person: person.to_string(),
                name: names.person(person),
                roles: roles_of(quorum, names, person),
                presence: row.map(|row| row.presence),
                delegate: row
                    .and_then(|row| row.delegate.as_ref())
                    .and_then(|text| text.words())
                    .map(str::to_owned),
                chair: person == review.chair,
            }
        })
        .collect())
}

/// The required roles a person is asked for, each with the holder in whose place they act.
fn roles_of(quorum: &Quorum, names: &Names, person: PersonRef) -> Vec<String> {
    let seats = quorum.seats.iter();
    seats
        .flat_map(|seat| seat.asked.iter().map(move |one| (&seat.role, one)))
        .filter(|(_, one)| one.who == person)
        .map(|(role, one)| match one.instead_of {
            Some(holder) => {
                let holder = names.person(holder);
                format!("{} for {}", names.role(role), report::isolate(&holder))
            }
            None => names.role(role),
        })
        .collect()
}

/// Attentions and breaches of the review of the same cadence before this one.
fn carried_in(
    view: &View<'_>,
    cadence: &CadenceSet,
    due: Moment,
    live: &super::figures::Live,
) -> Result<Vec<ItemRow>, Problem> {
    let before = view
        .reviews()?
        .into_iter()
        .filter(|held| held.cadence == cadence.cadence && held.due < due && held.closed.is_some())
        .max_by_key(|held| held.due);
    let Some(before) = before else { return Ok(Vec::new()) };
    let answers = view.answers(&before.review)?;
    let items = agenda(&view.agenda(&before)?, &answers, live, Some(&before));
    let open = |outcome| matches!(outcome, Some(Outcome::Attention | Outcome::Breach));
    Ok(items.into_iter().filter(|item| open(item.outcome)).collect())
}

fn addenda(
    view: &View<'_>,
    review: &ReviewRef,
    names: &Names,
    zone: chrono_tz::Tz,
) -> Result<Vec<Addendum>, Problem> {
    Ok(view
        .addenda(review)?
        .into_iter()
        .map(|addendum| Addendum {
            at: crate::when::local(addendum.at, zone),
            by: names.actor(addendum.by),
            text: addendum.text.words().map(str::to_owned),
            entry: addendum.seq,
        })
        .collect())
}

fn sign(
    store: &store::Store,
    names: &Names,
    keys: &[Key],
    zone: chrono_tz::Tz,
    mark: &Mark,
    by: Actor,
) -> Result<Signature, Problem> {
    let root = store.signed_root(mark.seq)?;
    let signed_with = store.as_of(store::AsOf::Seq(mark.seq)).last_change()?.map(|c| c.key);
    let key = keys.iter().find(|key| key.holder == by && Some(&key.key) == signed_with.as_ref());
    Ok(Signature {
        person: by.to_string(),
        name: names.actor(by),
        at: crate::when::local(mark.at, zone),
        fingerprint: key.map_or_else(|| "–".to_owned(), |key| fingerprint(&key.public)),
        entry: mark.seq,
        head: ledger::Head { size: mark.seq, root }.to_string(),
    })
}
