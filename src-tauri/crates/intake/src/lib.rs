//! Files in: inventories, action logs, metrics.
