//! The rules as they are set.

use std::collections::BTreeMap;

use domain::RoleId;
use domain::exception::Kind;
use domain::rule::{Looser, Number, Rule};

use super::find::found;
use super::{RouteShown, RuleNumber, RuleRow, RulesView, shown};
use crate::count::count;
use crate::decisions::RoleNamed;
use crate::operations::Nothing;
use crate::people::Names;
use crate::{Desk, Problem};

impl Desk {
    /// See the list of operations.
    pub fn rules(&mut self, _: Nothing) -> Result<RulesView, Problem> {
        let (open, now) = (self.open()?, self.moment());
        let view = open.view();
        let settings = view.rules()?;
        let mut findings: BTreeMap<Rule, usize> = BTreeMap::new();
        for dated in found(&view, now)?.broken {
            *findings.entry(dated.broken.rule).or_default() += 1;
        }
        let names = Names::of(&view)?;
        let named = |role: RoleId| RoleNamed { name: names.role(&role), role: role.to_string() };
        let routes: Vec<RouteShown> = Kind::ALL
            .into_iter()
            .map(|kind| {
                let roles = settings.route(kind).into_iter().map(named).collect();
                RouteShown { kind, roles }
            })
            .collect();
        let row = |rule: &Rule| RuleRow {
            rule: shown(*rule),
            on: settings.is_on(*rule),
            may_be_off: rule.may_be_off(),
            numbers: Number::ALL
                .iter()
                .filter(|number| number.rule() == *rule)
                .map(|number| self::number(*number, settings.number(*number)))
                .collect(),
            routes: if *rule == Rule::ExceptionInTime { routes.clone() } else { Vec::new() },
            findings: count(findings.get(rule).copied().unwrap_or(0)),
        };
        Ok(RulesView {
            rules: Rule::ALL.iter().map(row).collect(),
            since_entry: view.rules_history()?.first().map(|(_, entry, _)| *entry),
            as_of: open.last()?,
        })
    }
}

fn number(number: Number, value: u32) -> RuleNumber {
    let (least, most) = number.bounds();
    RuleNumber {
        number,
        words: number.words().to_owned(),
        value,
        usual: number.usual(),
        least,
        most,
        higher_is_looser: number.looser() == Looser::Higher,
    }
}
