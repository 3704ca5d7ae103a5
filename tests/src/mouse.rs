//! A person who has a mouse beside the keyboard.

use std::ops::Deref;

use crate::{Home, Person};

/// A person who may click, too.
pub struct Mouse(Person);

impl Mouse {
    /// Starts the app on a screen of its own. `name` names the pictures of this journey.
    pub fn opens_the_desk(name: &'static str, home: &Home) -> Self {
        Self(Person::opens_the_desk(name, home))
    }

    /// Clicks twice, faster than anything can answer.
    #[track_caller]
    pub fn clicks_twice(&self, name: &str) -> &Self {
        self.0.click_by_script(name, 2);
        self
    }

    /// Closes the app in good order.
    pub fn leaves(self) {
        self.0.leaves();
    }
}

impl Deref for Mouse {
    type Target = Person;

    fn deref(&self) -> &Person {
        &self.0
    }
}
