//! The headers that logs give to what they say of an action.

use domain::batch::Field;

impl crate::map::Field for Field {
    const ALL: &'static [Self] = Field::ALL;

    fn name(self) -> &'static str {
        self.id()
    }

    fn headers(self) -> &'static [&'static str] {
        match self {
            Self::Id => &[
                "id",
                "action id",
                "event id",
                "log id",
                "row id",
                "record id",
                "activity id",
                "span id",
                "spanid",
                "concept instance",
                "entry id",
                "uuid",
                "audit id",
                "request id",
            ],
            Self::Time => &[
                "time",
                "timestamp",
                "time timestamp",
                "occurred at",
                "event time",
                "executed at",
                "action time",
                "date time",
                "datetime",
                "created at",
                "created date",
                "start time unix nano",
                "starttimeunixnano",
                "start time",
                "date",
                "when",
                "at",
                "modified date",
                "date and time",
                "logged at",
            ],
            Self::Workflow => &[
                "workflow",
                "ai workflow",
                "agent",
                "ai agent",
                "gen ai agent name",
                "agent name",
                "workflow name",
                "workflow id",
                "automation",
                "bot",
                "gen ai agent id",
                "service name",
                "model",
                "gen ai request model",
                "gen ai response model",
                "tool name",
            ],
            Self::Person => &[
                "person",
                "person acting",
                "user",
                "user name",
                "username",
                "actor",
                "acting user",
                "org resource",
                "resource",
                "performed by",
                "user email",
                "modified by",
                "source user",
                "enduser id",
                "user id",
                "who",
                "owner",
                "by",
                "acting user email",
                "created by",
            ],
            Self::Action => &[
                "action",
                "kind of action",
                "action kind",
                "action type",
                "activity",
                "concept name",
                "activity type",
                "event",
                "event type",
                "operation",
                "gen ai operation name",
                "type",
                "kind",
                "category",
                "subcategory",
                "section",
                "what",
            ],
            Self::Instruction => &[
                "instruction hash",
                "prompt hash",
                "instruction",
                "input hash",
                "instruction sha256",
                "prompt sha256",
            ],
            Self::DataSources => {
                &["data sources", "data source", "sources", "inputs", "gen ai data source id"]
            }
            Self::DataAsOf => &[
                "data as of",
                "data freshness",
                "data refreshed at",
                "freshness",
                "data time",
                "as of",
                "data timestamp",
                "source updated at",
            ],
            Self::System => &[
                "system",
                "tool",
                "tool or system",
                "system touched",
                "app",
                "application",
                "gen ai tool name",
                "gen ai system",
                "gen ai provider name",
                "channel",
                "case channel",
                "platform",
                "delegate user",
            ],
            Self::Target => &[
                "target",
                "record",
                "target pointer",
                "object id",
                "case concept name",
                "case id",
                "case",
                "target object",
                "contact id",
                "deal id",
                "lead id",
                "target id",
                "object",
                "entity id",
                "gen ai conversation id",
                "impacted object",
                "account id",
                "opportunity id",
            ],
            Self::Written => &[
                "field",
                "field written",
                "field name",
                "property",
                "field changed",
                "property name",
                "attribute",
                "setting",
            ],
            Self::SourceSystem => {
                &["source system", "source", "origin", "change source", "source namespace prefix"]
            }
            Self::Rule => &["updating rule", "rule", "rule id", "rule name", "update rule"],
            Self::Before => {
                &["before", "old value", "previous value", "from value", "value before", "old"]
            }
            Self::After => {
                &["after", "new value", "to value", "value after", "value", "new", "display"]
            }
            Self::Generated => {
                &["generated hash", "output hash", "generated", "generated sha256", "draft hash"]
            }
            Self::Edited => &["edited hash", "edited", "edited sha256"],
            Self::Sent => &["sent hash", "sent", "sent sha256", "final hash"],
            Self::Confidence => &["confidence", "confidence score", "probability", "certainty"],
            Self::Drivers => {
                &["drivers", "top drivers", "reasons", "explanation", "rationale", "features"]
            }
            Self::Approver => &[
                "approver",
                "approved by",
                "approval by",
                "reviewer",
                "authorised by",
                "authorized by",
            ],
            Self::ApprovedAt => &[
                "approved at",
                "approval time",
                "approval date",
                "approved on",
                "approved",
                "date approved",
            ],
            Self::ApprovalReason => &["approval reason", "approval note", "approval comment"],
            Self::Permit => &[
                "permit",
                "ticket",
                "ticket or permit",
                "permit id",
                "decision",
                "approval id",
                "change ticket",
            ],
            Self::SendCount => &[
                "send count",
                "recipients",
                "sends",
                "messages sent",
                "number of recipients",
                "sent to",
            ],
            Self::ExportRows => &[
                "export rows",
                "export volume",
                "rows exported",
                "records exported",
                "exported rows",
                "row count",
            ],
            Self::ExportTo => &["export destination", "destination", "exported to", "export to"],
            Self::Segment => &[
                "segment",
                "org group",
                "group",
                "region",
                "persona",
                "industry",
                "team",
                "audience",
            ],
            Self::Score => &["score", "lead score", "new score"],
            Self::Discount => {
                &["discount", "discount percent", "discount pct", "discount in percent"]
            }
            Self::Status => &[
                "status",
                "lifecycle transition",
                "state",
                "result",
                "status code",
                "execution status",
                "gen ai response finish reasons",
            ],
            Self::Errors => &["errors", "error", "error message", "error type", "exception"],
            Self::Retries => &["retries", "retry count", "attempts", "retry"],
            Self::Outcome => &["outcome", "response", "disposition", "effect"],
        }
    }
}

#[cfg(test)]
mod tests {
    use domain::batch::Field;

    use crate::map::{ColumnMap, match_columns};

    fn guessed(header: &[&str]) -> Vec<(String, &'static str)> {
        let header: Vec<String> = header.iter().map(|head| (*head).to_owned()).collect();
        let mapping = match_columns::<Field>(&header, &ColumnMap::default()).unwrap();
        let columns = mapping.columns.iter();
        columns.filter_map(|c| Some((c.header.clone(), c.field()?.id()))).collect()
    }

    fn is(header: &[&str], expected: &[(&str, &str)]) {
        let found = guessed(header);
        let found: Vec<(&str, &str)> = found.iter().map(|(h, f)| (h.as_str(), *f)).collect();
        assert_eq!(found, expected, "what each head suggests");
    }

    #[test]
    fn a_process_log_shows_activities_people_and_groups() {
        is(
            &[
                "case:channel",
                "case:concept:name",
                "case:deadline",
                "concept:instance",
                "concept:name",
                "lifecycle:transition",
                "org:group",
                "org:resource",
                "time:timestamp",
            ],
            &[
                ("case:channel", "system"),
                ("case:concept:name", "target"),
                ("concept:instance", "id"),
                ("concept:name", "action"),
                ("lifecycle:transition", "status"),
                ("org:group", "segment"),
                ("org:resource", "person"),
                ("time:timestamp", "time"),
            ],
        );
    }

    #[test]
    fn the_exports_of_usual_systems_are_known() {
        is(
            &["Date", "User", "Source Namespace Prefix", "Action", "Section", "Delegate User"],
            &[
                ("Date", "time"),
                ("User", "person"),
                ("Source Namespace Prefix", "source-system"),
                ("Action", "action"),
                ("Delegate User", "system"),
            ],
        );
        is(
            &[
                "gen_ai.operation.name",
                "gen_ai.agent.name",
                "gen_ai.tool.name",
                "startTimeUnixNano",
                "spanId",
            ],
            &[
                ("gen_ai.operation.name", "action"),
                ("gen_ai.agent.name", "workflow"),
                ("gen_ai.tool.name", "system"),
                ("startTimeUnixNano", "time"),
                ("spanId", "id"),
            ],
        );
    }
}
