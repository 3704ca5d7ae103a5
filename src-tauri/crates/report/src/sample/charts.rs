//! What a sample proves and what the weeks prove together, drawn.

use super::model::{Limit, Model, Proves, Together, Week};
use crate::figure::{counted, grouped};
use crate::layout::{Chart, Curve, Drawn, Reached, Spot, Trend};
use crate::typeset::{Look, Rich};

const NOTE: Look = Look::regular(7.0).soft();

/// The charts of a workpaper: both where there is something to draw.
pub(super) fn charts(model: &Model) -> Vec<Chart> {
    let proves = model.proves.as_ref().and_then(proves);
    proves.into_iter().chain(model.together.as_ref().and_then(together)).collect()
}

fn proves(of: &Proves) -> Option<Chart> {
    let level = |tenths: u64| tenths as f64 / 10.0;
    let line =
        |of_limit: fn(&Limit) -> u64| move |limit: &Limit| (limit.items, level(of_limit(limit)));
    let reached = |items: u64, says: &dyn Fn(&str) -> String| {
        let limit = of.limits.iter().find(|limit| limit.items == items)?;
        Some(Reached { at: items, level: level(limit.found), says: says(&percent(limit.found)) })
    };
    let now = reached(of.tested, &|limit| {
        let errors = counted(usize::try_from(of.errors).unwrap_or(usize::MAX), "error", "errors");
        format!("this sample: {errors} in {}, {limit}", grouped(of.tested))
    })?;
    let items = of.enough.map(grouped).unwrap_or_default();
    let ahead = of.enough.and_then(|enough| {
        reached(enough, &|_| match of.errors {
            0 => format!("{items} items, no error"),
            _ => format!("{items} items, no further error"),
        })
    });
    let others = match of.errors {
        0 => String::new(),
        errors => format!(" Bold: {errors} in error. Grey: none."),
    };
    let sure = match of.may_be_extended {
        true => {
            "97.5\u{202f}% confidence, so that this and that of a drawn extension hold at 95\u{202f}%"
        }
        false => "95\u{202f}% confidence",
    };
    let note = format!(
        "Upper limit in percent at {sure}, hypergeometric, population\u{a0}{}.{others}",
        grouped(of.rows)
    );
    Some(Chart {
        title: "What this sample proves, by items tested".to_owned(),
        note: Rich::new(note, NOTE),
        drawn: Drawn::Curve(Curve {
            line: of.limits.iter().map(line(|limit| limit.found)).collect(),
            beside: match of.errors {
                0 => Vec::new(),
                _ => of.limits.iter().map(line(|limit| limit.clean)).collect(),
            },
            now,
            ahead,
            wanted: wanted(of.wanted_percent),
        }),
    })
}

fn together(of: &Together) -> Option<Chart> {
    let (at, limit) = of.weeks.last().and_then(|week| Some((week, week.limit?)))?;
    if of.weeks.len() < 2 {
        return None;
    }
    // The line breaks at a week without a sample; the last one says what stands.
    let shown = |week: &Week| week.limit.filter(|_| week.held || std::ptr::eq(week, at));
    let crossed = |week: &Week| !week.held && shown(week).is_none();
    let missed = match of.weeks.iter().any(crossed) {
        true => " Crossed: none was drawn.",
        false => "",
    };
    let note = format!(
        "Upper limit in percent at 95\u{202f}% confidence, Clopper-Pearson, of all that counts at the \
         end of each week. To {}: {}.{missed}",
        at.week, of.found
    );
    let spot = |week: &Week| Spot {
        period: week.week.clone(),
        value: shown(week).map(|tenths| tenths as f64 / 10.0),
        missing: crossed(week),
        baseline: None,
        outside: false,
        letters: Vec::new(),
    };
    Some(Chart {
        title: format!("What {} prove together", counted(of.weeks.len(), "week", "weeks")),
        note: Rich::new(note, NOTE),
        drawn: Drawn::Trend(Trend {
            spots: of.weeks.iter().map(spot).collect(),
            last: percent(limit),
            limit: Some(wanted(of.wanted_percent)),
            base: String::new(),
        }),
    })
}

fn wanted(percent: u32) -> (f64, String) {
    (f64::from(percent), format!("{percent}\u{202f}%"))
}

fn percent(tenths: u64) -> String {
    format!("{}.{}\u{202f}%", tenths / 10, tenths % 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_week_is_not_heard_as_missing_where_its_limit_stands_beside_it() {
        let week = |name: &str, held| Week { week: name.to_owned(), limit: Some(250), held };
        let of = Together {
            weeks: vec![week("W37", true), week("W38", false), week("W39", false)],
            found: "0 of 10 in error".to_owned(),
            wanted_percent: 5,
        };
        let drawn = together(&of).map(|chart| chart.drawn);
        let Some(Drawn::Trend(trend)) = drawn else { panic!("a line is drawn") };
        let says = trend.says().replace('\u{202f}', " ");
        assert_eq!(says, "W37 to W39; last value 25.0 %; 5 %; no value in W38");
    }
}
