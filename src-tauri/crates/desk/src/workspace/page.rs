//! The page that every pack carries: which one this version's is, and whose a pack has.

use report::pack::PageIn;

/// Whose page a pack carries. Another than this version's is no fault: other versions have their own.
pub(super) fn whose(page: PageIn) -> Option<String> {
    let this = format!("the page of Countersign {}", report::pack::VERSION);
    match page {
        PageIn::This => Some(format!("verify.html is {this}.")),
        PageIn::Other => Some(format!(
            "verify.html is not {this}: it is another version’s, or somebody changed it. Compare its \
             SHA-256 with the one published for the version that made the pack."
        )),
        PageIn::Nobody => None,
    }
}

/// The page of this version that every pack carries, by its hash.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct ReleasedPage {
    /// The version.
    pub version: &'static str,
    /// SHA-256 of the page, as 64 lower-case hex digits.
    pub sha256: String,
}

/// The page of this version.
#[must_use]
pub fn released_page() -> ReleasedPage {
    ReleasedPage { version: report::pack::VERSION, sha256: report::pack::page_sha256() }
}
