//! Journeys through the built app and the command line.
