//! Rules and findings.

macro_rules! rule {
    ($($listed:tt)*) => {
        refusals! { $($listed)*
            /// Launch rules do not hold.
            #[error("rules keep it from being live: {}", rules.join(" "))]
            RulesBlock = "rules-block" {
                /// The rules, in sentences.
                rules: Vec<&'static str>,
            },
            /// A rule that is never off.
            #[error("this rule stays on: {rule}")]
            RuleStaysOn = "rule-stays-on" {
                /// The rule in a sentence.
                rule: &'static str,
            },
            /// What was to be put off is no finding.
            #[error("{about} holds this rule by now: {rule}")]
            FindingGone = "finding-gone" {
                /// The rule in a sentence.
                rule: &'static str,
                /// What it is about.
                about: String,
            },
        }
    };
}
