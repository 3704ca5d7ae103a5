//! What checks say of what they counted.

use domain::check::service_level_says;
use domain::service_level::ServiceLevel;

#[test]
fn rows_that_could_not_be_read_are_said_though_nothing_was_due() {
    let waiting = |waiting| ServiceLevel { waiting, ..ServiceLevel::default() };
    let all = service_level_says(waiting(0), 3);
    assert!(all.shows.starts_with("No row could be read"), "nothing is known: {}", all.shows);
    assert_eq!(all.not, ["3 rows could not be read and are not among them."]);
    let some = service_level_says(waiting(2), 1);
    assert_eq!(some.shows, "Nothing was due yet; 2 wait.");
    assert_eq!(
        some.not,
        ["1 row could not be read and is not among them."],
        "beside those that wait"
    );
    let none = service_level_says(waiting(0), 0);
    assert_eq!((none.shows.as_str(), none.not.len()), ("Nothing was due yet; 0 wait.", 0));
}
