//! Which columns of a known system's log say what.

use domain::batch::{Field, Preset};

use crate::map::{ColumnMap, spelled};

/// The fields that a preset reads, each with the heads that fill it in plain words, the surest first.
const fn fields(preset: Preset) -> &'static [(Field, &'static [&'static str])] {
    match preset {
        // HubSpot's knowledge base, "View and export account activity history".
        Preset::HubspotActivity => &[
            (
                Field::Time,
                &["date", "time", "time of action", "timestamp", "date and time", "modified date"],
            ),
            (Field::Person, &["modified by", "user email", "user", "email", "acting user email"]),
            (Field::Action, &["action", "action type", "type of action", "type", "event"]),
            (Field::System, &["subcategory", "category"]),
            (
                Field::Target,
                &["object id", "impacted object id", "impacted object", "object", "object name"],
            ),
            (Field::SourceSystem, &["source", "change source"]),
        ],
        // Salesforce's help, "Monitor Setup Changes with Setup Audit Trail", and the object of that name.
        // Whoever logged in as somebody else stands in a column of their own, which fits no field.
        Preset::SalesforceSetupAudit => &[
            (Field::Id, &["id"]),
            (Field::Time, &["date", "created date"]),
            (Field::Workflow, &["created by context"]),
            (Field::Person, &["user", "created by username", "created by name", "created by"]),
            (Field::Action, &["action"]),
            (Field::System, &["section"]),
            (Field::SourceSystem, &["source namespace prefix", "responsible namespace prefix"]),
            (Field::After, &["display"]),
        ],
        // OpenTelemetry's semantic conventions for generative AI and for errors, 1.41.
        Preset::OtelGenai => &[
            (Field::Id, &["span id"]),
            (Field::Time, &["start time unix nano", "start time", "timestamp", "time"]),
            (
                Field::Workflow,
                &["gen ai agent name", "gen ai workflow name", "gen ai agent id", "service name"],
            ),
            (Field::Person, &["enduser id", "user email", "user name", "user id"]),
            (Field::Action, &["gen ai operation name", "name"]),
            (Field::DataSources, &["gen ai data source id"]),
            (Field::System, &["gen ai tool name", "gen ai provider name", "gen ai system"]),
            (Field::Target, &["gen ai conversation id", "trace id"]),
            (Field::Status, &["status code"]),
            (Field::Errors, &["error type", "status message"]),
            (Field::Outcome, &["gen ai response finish reasons"]),
        ],
    }
}

/// What a preset says of the columns under these heads: all that it does not know are left out.
pub fn columns(preset: Preset, heads: &[String]) -> ColumnMap {
    let best = |known: &[&str]| {
        let ranked =
            heads.iter().enumerate().filter_map(|(at, head)| Some((spelled(head, known)?, at)));
        ranked.min().map(|(_, at)| at)
    };
    let filled: Vec<(usize, Field)> =
        fields(preset).iter().filter_map(|(field, known)| Some((best(known)?, *field))).collect();
    (0..heads.len()).fold(ColumnMap::default(), |map, at| {
        let field = filled.iter().find(|(of, _)| *of == at).map(|(_, field)| field.id());
        map.with(&format!("#{}", at + 1), field)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::map::match_columns;

    fn read(preset: Preset, heads: &[&str]) -> Vec<Option<&'static str>> {
        let heads: Vec<String> = heads.iter().map(|head| (*head).to_owned()).collect();
        let mapping = match_columns::<Field>(&heads, &columns(preset, &heads)).unwrap();
        mapping.columns.iter().map(|column| Some(column.field()?.id())).collect()
    }

    #[test]
    fn each_preset_reads_the_columns_of_its_system_and_leaves_the_others_out() {
        let hubspot =
            ["Category", "Subcategory", "Action", "Object ID", "Modified by", "Date", "Location"];
        assert_eq!(
            read(Preset::HubspotActivity, &hubspot),
            [
                None,
                Some("system"),
                Some("action"),
                Some("target"),
                Some("person"),
                Some("time"),
                None
            ],
            "the finer of two heads for one thing, and no place"
        );
        let trail =
            ["Date", "User", "Source Namespace Prefix", "Action", "Section", "Delegate User"];
        assert_eq!(
            read(Preset::SalesforceSetupAudit, &trail),
            [
                Some("time"),
                Some("person"),
                Some("source-system"),
                Some("action"),
                Some("system"),
                None
            ],
            "as it is downloaded"
        );
        let queried =
            ["Id", "CreatedDate", "CreatedBy.Username", "CreatedByContext", "Action", "Display"];
        assert_eq!(
            read(Preset::SalesforceSetupAudit, &queried),
            [
                Some("id"),
                Some("time"),
                Some("person"),
                Some("workflow"),
                Some("action"),
                Some("after")
            ],
            "as it is queried"
        );
        let spans = [
            "gen_ai.agent.name",
            "gen_ai.operation.name",
            "gen_ai.prompt",
            "gen_ai.tool.name",
            "service.name",
            "spanId",
            "startTimeUnixNano",
        ];
        assert_eq!(
            read(Preset::OtelGenai, &spans),
            [
                Some("workflow"),
                Some("action"),
                None,
                Some("system"),
                None,
                Some("id"),
                Some("time")
            ],
            "what was said to the model stays where it is"
        );
    }

    #[test]
    fn no_field_of_a_preset_stands_twice_and_no_head_says_two_things() {
        for preset in Preset::ALL {
            let fields = fields(preset);
            assert!(fields.iter().any(|(field, _)| *field == Field::Time), "{preset:?} has a time");
            let mut named: Vec<&str> =
                fields.iter().flat_map(|(_, heads)| heads.iter().copied()).collect();
            let all = named.len();
            named.sort_unstable();
            named.dedup();
            assert_eq!(named.len(), all, "{preset:?}: a head for one field only");
            let plain = |head: &&str| crate::words::plain(head) == **head;
            assert!(named.iter().all(plain), "{preset:?}: heads stand in plain words");
        }
    }
}
