//! What a workflow costs and brings, read from its cells.

use rust_decimal::Decimal;

use super::cells::Cells;
use super::{MoneyRow, NoteCode, WorkflowField};

impl Cells<'_> {
    /// Costs and benefits, in the currency of their column, of their heads ("Annual cost (EUR)") or
    /// of their cells. Amounts of no currency are noted and left out.
    pub(super) fn money(&mut self) -> MoneyRow {
        use WorkflowField as F;
        let fields = [F::SetUpCost, F::CostAYear, F::BenefitAYear];
        let amounts = fields.map(|field| self.amount(field));
        let stated = self.label(F::Currency).map(|code| code.to_uppercase());
        let currency = stated.or_else(|| fields.into_iter().find_map(|f| self.currency_of(f)));
        let basis = self.text(F::BenefitBasis);
        if currency.is_none() {
            for (field, amount) in fields.into_iter().zip(amounts) {
                if amount.is_some() {
                    let text = format!(
                        "The {} has no currency; add a column “Currency” with three letters like EUR.",
                        field.word()
                    );
                    self.note(field, NoteCode::NotRecognised, text);
                }
            }
            return MoneyRow { basis, ..MoneyRow::default() };
        }
        let [set_up, cost_a_year, benefit_a_year] = amounts;
        MoneyRow { currency, set_up, cost_a_year, benefit_a_year, basis }
    }

    /// An amount, its thousands apart or not; cents with a point or a comma.
    fn amount(&mut self, field: WorkflowField) -> Option<Decimal> {
        let cell = self.answer(field)?;
        self.read_as(field, &cell, amount(&cell))
    }

    /// The currency that the head of an amount names, or the amount itself.
    fn currency_of(&self, field: WorkflowField) -> Option<String> {
        let column = self.mapping.column_of(field)?;
        let cell = self.row.cells.get(column.position.checked_sub(1)?)?;
        currency(&column.header).or_else(|| currency(cell))
    }
}

/// A code of three capitals, or a sign that stands for one.
fn currency(text: &str) -> Option<String> {
    let sign = [('€', "EUR"), ('£', "GBP"), ('$', "USD")];
    let sign = sign.iter().find(|(sign, _)| text.contains(*sign)).map(|(_, code)| *code);
    let mut words = text.split(|c: char| !c.is_ascii_alphabetic());
    let code = words.find(|word| word.len() == 3 && word.bytes().all(|b| b.is_ascii_uppercase()));
    code.or(sign).map(str::to_owned)
}

/// Money has two decimals as a rule, so three figures after a sign are thousands; any other number
/// of them are decimals.
fn amount(cell: &str) -> Option<Decimal> {
    let figures: String = cell
        .trim()
        .chars()
        .filter(|c| !c.is_whitespace() && !matches!(c, '\'' | '’' | '€' | '$' | '£'))
        .filter(|c| !c.is_ascii_uppercase())
        .collect();
    let decimals = figures.rfind(['.', ',']).filter(|at| figures.len() - at != ".000".len());
    let (whole, cents) = figures.split_at_checked(decimals.unwrap_or(figures.len()))?;
    let whole: String = whole.chars().filter(|c| !matches!(c, '.' | ',')).collect();
    let cents = cents.trim_start_matches(['.', ',']);
    let plain = if cents.is_empty() { whole } else { format!("{whole}.{cents}") };
    let figures_only = plain.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | '-'));
    figures_only.then(|| plain.parse().ok()).flatten()
}
