//! Random cadences, zones and calendars, the same for the same seed.

use chrono::{Days, NaiveDate, NaiveTime, Weekday};
use domain::cadence::{
    CadenceSet, CalendarSet, DayOfMonth, DayOfQuarter, Holiday, OnHoliday, Rhythm, check_rule,
};
use domain::workspace::startup;
use domain::{CadenceId, Text};

const DAYS: [Weekday; 7] = [
    Weekday::Mon,
    Weekday::Tue,
    Weekday::Wed,
    Weekday::Thu,
    Weekday::Fri,
    Weekday::Sat,
    Weekday::Sun,
];

/// Zones with summer time in either half of the year, at midnight, by half an hour, at odd offsets,
/// in Ramadan, with a skipped day, and without any of it.
const ZONES: &[&str] = &[
    "Europe/Berlin",
    "Europe/Lisbon",
    "Europe/London",
    "Europe/Istanbul",
    "Europe/Dublin",
    "America/New_York",
    "America/Sao_Paulo",
    "America/Santiago",
    "America/Asuncion",
    "America/Havana",
    "America/St_Johns",
    "America/Nuuk",
    "Africa/Cairo",
    "Africa/Casablanca",
    "Asia/Beirut",
    "Asia/Tehran",
    "Asia/Amman",
    "Asia/Kathmandu",
    "Asia/Tokyo",
    "Asia/Kolkata",
    "Australia/Lord_Howe",
    "Australia/Adelaide",
    "Australia/Eucla",
    "Pacific/Auckland",
    "Pacific/Chatham",
    "Pacific/Apia",
    "Pacific/Kiritimati",
    "Antarctica/Troll",
    "UTC",
];

/// Numbers drawn from a seed (Knuth's 64-bit linear congruential generator, its high bits).
pub struct Draw(u64);

impl Draw {
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// From 0 to below `below`.
    pub fn number(&mut self, below: u32) -> u32 {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        u32::try_from((self.0 >> 33) % u64::from(below)).expect("less than `below`")
    }

    fn within(&mut self, least: i32, most: i32) -> i32 {
        let span = u32::try_from(most - least + 1).expect("least is not more than most");
        least + i32::try_from(self.number(span)).expect("a small number")
    }

    fn one<'a, T>(&mut self, of: &'a [T]) -> &'a T {
        let place = self.number(u32::try_from(of.len()).expect("a short list"));
        &of[place as usize]
    }

    fn some<T: Clone>(&mut self, of: &[T], share: u32) -> Vec<T> {
        of.iter().filter(|_| self.number(100) < share).cloned().collect()
    }
}

/// A cadence, the calendar it is held to, and the month its fiscal years start in.
pub fn cadence(draw: &mut Draw) -> (CadenceSet, CalendarSet, u32) {
    let year = draw.within(1992, 2034);
    let from = NaiveDate::from_ymd_opt(year, 1, 1).expect("a year has a first day");
    let from = from + Days::new(u64::from(draw.number(365)));
    let rhythm = rhythm(draw, from);
    let often = matches!(rhythm, Rhythm::Month { .. } | Rhythm::Quarter { .. });
    let all = [None, Some(OnHoliday::Move), Some(OnHoliday::Keep), Some(OnHoliday::Skip)];
    let on_holiday = *draw.one(if often { &all[..3] } else { &all[..] });
    // Clocks change in the small hours, so reviews are held there more often than people would.
    let hour = if draw.number(2) == 0 { draw.number(4) } else { draw.number(24) };
    let minute = *draw.one(&[0, 0, 15, 30, 45, 59]);
    let cadence = CadenceSet {
        cadence: CadenceId::new("weekly"),
        rhythm,
        time: NaiveTime::from_hms_opt(hour, minute, 0).expect("a time of day"),
        zone: (*draw.one(ZONES)).to_owned(),
        on_holiday,
        from,
        ..startup::weekly(chrono_tz::Tz::UTC, from)
    };
    let fiscal_start = draw.number(12) + 1;
    (cadence, calendar(draw, from), fiscal_start)
}

fn calendar(draw: &mut Draw, from: NaiveDate) -> CalendarSet {
    let business_days = match draw.number(4) {
        0 => DAYS[..6].to_vec(),
        1 => [&DAYS[6..], &DAYS[..4]].concat(),
        _ => DAYS[..5].to_vec(),
    };
    let days = from.iter_days().take(1400);
    let share = *draw.one(&[0, 2, 4, 15]);
    let mut holidays = draw.some(&days.collect::<Vec<_>>(), share);
    if draw.number(3) == 0 {
        // A company that closes for weeks on end.
        let closed = from + Days::new(u64::from(draw.number(700)));
        holidays.extend(closed.iter_days().take(draw.number(40) as usize));
        holidays.sort_unstable();
        holidays.dedup();
    }
    let holidays = holidays.into_iter().map(|date| Holiday { date, name: Text::new("off") });
    CalendarSet { business_days, holidays: holidays.collect() }
}

fn rhythm(draw: &mut Draw, from: NaiveDate) -> Rhythm {
    match draw.number(8) {
        0 => Rhythm::BusinessDay,
        1 => {
            let on = draw.some(&DAYS, 45);
            Rhythm::Day { on: if on.is_empty() { DAYS.to_vec() } else { on } }
        }
        2 => Rhythm::Week { on: *draw.one(&DAYS) },
        3 => Rhythm::Month { on: day_of_month(draw) },
        4 => {
            let month = draw.number(3) + 1;
            Rhythm::Quarter { on: DayOfQuarter::InMonth { month, on: day_of_month(draw) } }
        }
        5 => Rhythm::Quarter { on: DayOfQuarter::DaysAfterEnd { days: draw.number(85) + 1 } },
        _ => loop {
            let rule = rule(draw);
            if check_rule(&rule, from).is_ok() {
                return Rhythm::Rule { rule };
            }
        },
    }
}

fn day_of_month(draw: &mut Draw) -> DayOfMonth {
    match draw.number(3) {
        0 => DayOfMonth::Date { day: draw.number(31) + 1 },
        1 => DayOfMonth::Weekday { nth: *draw.one(&[-1, 1, 2, 3, 4]), day: *draw.one(&DAYS) },
        _ => {
            let nth = draw.within(1, 15);
            DayOfMonth::BusinessDay { nth: if draw.number(2) == 0 { nth } else { -nth } }
        }
    }
}

/// Parts thrown together; what a cadence does not take is drawn again.
fn rule(draw: &mut Draw) -> String {
    let frequency = *draw.one(&["DAILY", "WEEKLY", "WEEKLY", "MONTHLY", "MONTHLY", "YEARLY"]);
    let mut parts = vec![format!("FREQ={frequency}")];
    if draw.number(2) == 0 {
        parts.push(format!("INTERVAL={}", draw.within(1, 5)));
    }
    let plain = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"].map(str::to_owned);
    if draw.number(2) == 0 {
        let mut days = draw.some(&plain, 35);
        if matches!(frequency, "MONTHLY" | "YEARLY") && draw.number(2) == 0 {
            for day in &mut days {
                *day = format!("{}{day}", draw.one(&[-2, -1, 1, 2, 3, 4]));
            }
        }
        parts.push(format!("BYDAY={}", days.join(",")));
    }
    let numbers = |draw: &mut Draw, least, most| -> String {
        let count = draw.within(1, 3);
        let mut all: Vec<i32> = (0..count).map(|_| draw.within(least, most)).collect();
        all.retain(|number| *number != 0);
        all.sort_unstable();
        all.dedup();
        all.iter().map(ToString::to_string).collect::<Vec<_>>().join(",")
    };
    for (part, least, most, share) in [
        ("BYMONTH", 1, 12, 4),
        ("BYMONTHDAY", -31, 31, 4),
        ("BYYEARDAY", -366, 366, 8),
        ("BYSETPOS", -4, 4, 4),
    ] {
        if draw.number(share) == 0 {
            parts.push(format!("{part}={}", numbers(draw, least, most)));
        }
    }
    if draw.number(4) == 0 {
        parts.push(format!("WKST={}", draw.one(&plain)));
    }
    parts.join(";")
}
