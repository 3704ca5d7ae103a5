//! Numbers as PDF writes them.

/// Appends a number with at most three decimals and nothing needless.
pub(super) fn write(out: &mut Vec<u8>, value: f32) {
    let thousandths = (f64::from(value) * 1000.0).round() as i64;
    if thousandths < 0 {
        out.push(b'-');
    }
    let size = thousandths.unsigned_abs();
    whole(out, size / 1000);
    let mut part = size % 1000;
    if part > 0 {
        out.push(b'.');
        let mut weight = 100;
        while part > 0 {
            out.push(b'0' + (part / weight) as u8);
            part %= weight;
            weight /= 10;
        }
    }
}

fn whole(out: &mut Vec<u8>, value: u64) {
    if value >= 10 {
        whole(out, value / 10);
    }
    out.push(b'0' + (value % 10) as u8);
}

#[cfg(test)]
mod tests {
    #[test]
    fn numbers_are_as_short_as_they_can_be() {
        let cases = [
            (0.0, "0"),
            (1.0, "1"),
            (-0.5, "-0.5"),
            (12.345_6, "12.346"),
            (-0.000_1, "0"),
            (595.276, "595.276"),
            (0.005, "0.005"),
            (100.0, "100"),
            (0.1, "0.1"),
        ];
        for (value, wanted) in cases {
            let mut out = Vec::new();
            super::write(&mut out, value);
            assert_eq!(String::from_utf8(out).unwrap(), wanted);
        }
    }
}
