//! Files out: PDF, CSV, Markdown, packs.
