//! What journeys are told with: a home of their own, a screen, a person at the desk, the command
//! line, and readers of what comes out. Nothing of the real machine's profile or display is used.

pub mod auditor;
pub mod built;
pub mod command_line;
pub mod home;
pub mod inventory;
pub mod machines;
pub mod measure;
mod mouse;
pub mod paper;
pub mod person;
mod screen;

pub use command_line::Answer;
pub use home::Home;
pub use mouse::Mouse;
pub use person::Person;
