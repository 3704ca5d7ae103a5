//! A workspace whose entries are as long and as mixed as a team's own.

#![allow(dead_code, reason = "each example uses what it needs")]

use domain::people::PersonAdded;
use domain::review::{Figure, ItemAnswered, Outcome};
use domain::workflow::{Facts, Status, Tier, WorkflowDescribed, WorkflowRegistered};
use domain::workspace::{Founder, MachineKey, WorkspaceCreated};
use domain::{Event, ItemId, Moment, PersonRef, ReviewRef, Text, WorkflowRef};
use ledger::key::SecretKey;
use store::{Actor, NewEntry};

pub type Outcomes<T> = Result<T, Box<dyn std::error::Error>>;

/// The id of the workspace.
pub fn ws() -> String {
    ledger::workspace::id([7; 16])
}

/// Its founder's key.
pub fn signer() -> SecretKey {
    SecretKey::from_seed([1; 32])
}

/// An entry of the founder's.
pub fn entry(event: Event) -> Outcomes<NewEntry> {
    let at: Moment = "2026-01-05T09:00:00.000Z".parse()?;
    Ok(NewEntry { at, by: Actor::Person(PersonRef::new(1)), event, why: None, carried: Vec::new() })
}

/// The first event.
pub fn created() -> Event {
    let (machine, key) = (SecretKey::from_seed([2; 32]).public(), signer().public());
    WorkspaceCreated {
        name: Text::new("Acme"),
        zone: "Europe/Berlin".into(),
        fiscal_start: 1,
        demo: false,
        machine: MachineKey {
            key: machine.id(&ws(), "machine").to_string(),
            public: machine.to_base64(),
        },
        founder: Founder {
            person: PersonRef::new(1),
            name: Text::new("Founder"),
            key: key.id(&ws(), "PER-0001").to_string(),
            public: key.to_base64(),
        },
    }
    .into()
}

/// An answer in a review: the commonest entry by far, so most of what follows are such.
pub fn answered(number: u32) -> Event {
    ItemAnswered {
        review: ReviewRef::new(format!("WEEKLY-{}-W{:02}", 2026 + number / 1040, number / 20 % 52)),
        item: ItemId::new(format!("item-{}", number % 20)),
        outcome: Outcome::Attention,
        note: Some(Text::new(format!("Two replies of {number} named a price; coached the rep."))),
        seconds: 140,
        shown: vec![
            Figure::counted("workflows.live", "17"),
            Figure::counted("overrides.week", number.to_string()),
        ],
        tiers: Vec::new(),
    }
    .into()
}

/// The event of this number in a mixed history.
pub fn mixed(number: u32) -> Event {
    match number % 10 {
        0 if number < 3000 => WorkflowRegistered {
            workflow: WorkflowRef::new(number / 10 + 1),
            status: Status::Live,
            found_live: true,
            facts: facts(number),
        }
        .into(),
        0 => WorkflowDescribed {
            workflow: WorkflowRef::new(number / 10 % 300 + 1),
            facts: facts(number),
        }
        .into(),
        1 if number < 3000 => PersonAdded {
            person: PersonRef::new(number / 10 + 2),
            name: Text::new(format!("Person {number}")),
            contact: Some(Text::new(format!("{number}@example.org"))),
        }
        .into(),
        _ => answered(number),
    }
}

fn facts(number: u32) -> Facts {
    Facts {
        name: Some(Text::new(format!("Workflow {number}"))),
        bottleneck: Some(Text::new("Reps spend mornings on research.")),
        ai_does: Some(Text::new("Drafts the first email from the account's news.")),
        human_does: Some(Text::new("Edits, approves and sends.")),
        vendor: Some(Text::new("Example Inc.")),
        owner: Some(PersonRef::new(1)),
        tier_stated: Some(Tier::Draft),
        kpis: vec![Text::new("Reply rate")],
        ..Facts::default()
    }
}
