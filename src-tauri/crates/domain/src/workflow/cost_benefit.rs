//! What a workflow costs and brings, as its owner states it.

use rust_decimal::{Decimal, RoundingStrategy};
use serde::{Deserialize, Serialize};

use crate::Text;

/// Figures for the return on a workflow, in one currency.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CostBenefit {
    /// ISO 4217 code, such as `EUR`.
    pub currency: String,
    /// What setting it up cost, once.
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        with = "rust_decimal::serde::str_option"
    )]
    pub set_up: Option<Decimal>,
    /// What it costs in a year.
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        with = "rust_decimal::serde::str_option"
    )]
    pub cost_a_year: Option<Decimal>,
    /// What it brings in a year.
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        with = "rust_decimal::serde::str_option"
    )]
    pub benefit_a_year: Option<Decimal>,
    /// How the benefit was estimated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub basis: Option<Text>,
}

impl CostBenefit {
    /// What a year brings beyond its cost; none while one of the two is not known.
    pub fn a_year(&self) -> Option<Decimal> {
        self.benefit_a_year?.checked_sub(self.cost_a_year?)
    }

    /// Months until what was spent on setting it up is earned, rounded up to whole months; none
    /// where that is not known or never happens. Simple payback: set-up cost over the return of a
    /// month, nothing discounted.
    pub fn payback_months(&self) -> Option<Decimal> {
        let a_year =
            self.a_year().filter(|brings| brings.is_sign_positive() && !brings.is_zero())?;
        let months = self.set_up?.checked_mul(Decimal::from(12))?.checked_div(a_year)?;
        Some(months.round_dp_with_strategy(0, RoundingStrategy::AwayFromZero).normalize())
    }
}
