//! A person at the desk, who reads what is on screen and has a keyboard, and nothing else. Whoever
//! has a mouse too is a [`crate::Mouse`]: what only a `Person` drives was done without one.

use std::fs;
use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::elements::Element;
use fantoccini::error::CmdError;
use fantoccini::key::Key;
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use tokio::runtime::{Builder, Runtime};

use crate::screen::Screen;
use crate::{Home, built};

/// How long a person waits for something to appear before they say it is not there.
const PATIENCE: Duration = Duration::from_secs(20);
/// How long they watch something at work that says how far it is.
const LONG_PATIENCE: Duration = Duration::from_secs(300);
const GLANCE: Duration = Duration::from_millis(40);

/// The driver takes its picture with the next paint, which a screen that stands still never has.
const PAINTS_ON: &str = "const speck = document.createElement('i');
    const at = { position: 'fixed', right: 0, bottom: 0, width: '1px', height: '1px' };
    Object.assign(speck.style, at);
    document.body.append(speck);
    let left = 40;
    const paints = setInterval(() => {
        speck.style.background = left % 2 ? '#fefefe' : '#fdfdfd';
        left -= 1;
        if (left === 0) { clearInterval(paints); speck.remove(); }
    }, 25)";

/// The key under which WebDriver names an element (W3C WebDriver, section 12.1).
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// Finds what can be pressed, by the name a screen reader says; an exact name before a beginning.
const FIND_PRESSABLE: &str = include_str!("find_pressable.js");
/// Finds a field by its label.
const FIND_FIELD: &str = include_str!("find_field.js");

/// Whether something says that it is busy, an answer of the desk is still to come, or a colour or place
/// is on its way to another. A sheet that waits for the one above it is busy all the while.
const BUSY: &str = "const top = [...document.querySelectorAll('dialog[open]')].at(-1) ?? document
    return top.querySelector('[aria-busy=true]') !== null
    || Number(document.documentElement.dataset.asking ?? 0) > 0
    || document.getAnimations().some((one) => one.playState === 'running'
        && one.effect?.getComputedTiming().endTime !== Infinity)";

/// Whether an element has the focus.
const HAS_FOCUS: &str = "return document.activeElement === arguments[0]";

/// Whether the palette is open to be typed in.
const PALETTE: &str = "return document.activeElement?.matches(
    'dialog[open][aria-label=\"Find or do anything\"] input') ?? false";

/// What the list that is open would take on Enter: its words, line by line.
const CHOSEN: &str = "return document.querySelector(
    'dialog[open] [role=option][aria-selected=true]')?.innerText ?? ''";

/// More stops than any screen has between its first field and its last.
const MOST_STOPS: usize = 200;

/// Waits until what the page says is also painted.
const NEXT_PAINT: &str = "return new Promise((painted) =>
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(painted, 100))))";

/// A person looking at the desk's window.
pub struct Person {
    name: &'static str,
    runtime: Runtime,
    client: Client,
    screen: Screen,
    launched: Instant,
}

impl Person {
    /// Starts the app on a screen of its own. `name` names the pictures of this journey.
    pub fn opens_the_desk(name: &'static str, home: &Home) -> Self {
        Self::starts(name, home, &[])
    }

    /// Opens a file with the app, as from a file manager.
    pub fn opens_the_file(name: &'static str, home: &Home, file: &Path) -> Self {
        Self::starts(name, home, &[file.to_str().expect("a UTF-8 path")])
    }

    fn starts(name: &'static str, home: &Home, words: &[&str]) -> Self {
        let screen = Screen::new(home);
        let runtime = Builder::new_current_thread().enable_all().build().expect("a runtime");
        let app = built::app();
        let wanted = json!({ "webkitgtk:browserOptions": { "binary": app, "args": words } });
        let Value::Object(wanted) = wanted else { unreachable!("an object was written") };
        let launched = Instant::now();
        let client = runtime
            .block_on(
                ClientBuilder::new(HttpConnector::new())
                    .capabilities(wanted)
                    .connect(&screen.url()),
            )
            .expect("the app starts and its window can be driven");
        Self { name, runtime, client, screen, launched }
    }

    /// Waits until these words are on screen.
    #[track_caller]
    pub fn sees(&self, words: &str) -> &Self {
        if !self.waits_until(|| self.reads().contains(words)) {
            self.gives_up(&format!("does not see “{words}”"));
        }
        self
    }

    /// Waits for these words as long as making the demo may take.
    #[track_caller]
    pub fn sees_after_long_work(&self, words: &str) -> &Self {
        if !waits(LONG_PATIENCE, || self.reads().contains(words)) {
            self.gives_up(&format!("does not see “{words}”"));
        }
        self
    }

    /// Waits until these words are no longer on screen.
    #[track_caller]
    pub fn sees_no_more(&self, words: &str) -> &Self {
        if !self.waits_until(|| !self.reads().contains(words)) {
            self.gives_up(&format!("still sees “{words}”"));
        }
        self
    }

    /// All words on screen, as they stand there.
    pub fn reads(&self) -> String {
        self.asks("return document.body.innerText").as_str().unwrap_or_default().to_owned()
    }

    /// Presses keys together, as they are printed on kbd hints: `Ctrl+Enter`, `J`, `Escape`. Whoever
    /// presses a key has seen what it is for: it waits until the screen is done with what came before.
    pub fn presses(&self, chord: &str) -> &Self {
        self.waits_until(|| self.asks(BUSY) == json!(false));
        let keys: Vec<char> = chord.split('+').map(key).collect();
        let down = keys.iter().map(|key| KeyAction::Down { value: *key });
        let up = keys.iter().rev().map(|key| KeyAction::Up { value: *key });
        let actions = down.chain(up).fold(KeyActions::new("keys".into()), KeyActions::then);
        self.does(self.client.perform_actions(actions));
        self
    }

    /// Types into what has the focus.
    pub fn types(&self, words: &str) -> &Self {
        let typed = words
            .chars()
            .flat_map(|sign| [KeyAction::Down { value: sign }, KeyAction::Up { value: sign }]);
        let actions = typed.fold(KeyActions::new("keys".into()), KeyActions::then);
        self.does(self.client.perform_actions(actions));
        self
    }

    /// Goes to the field with this label by Tab and writes into it, in the place of what is there.
    #[track_caller]
    pub fn fills(&self, label: &str, words: &str) -> &Self {
        self.tabs_to_the_field(label).presses("Ctrl+A").types(words)
    }

    /// Presses Tab until the field with this label has the focus.
    #[track_caller]
    pub fn tabs_to_the_field(&self, label: &str) -> &Self {
        let field = self.finds(FIND_FIELD, label, "field");
        self.tabs_to(&field, label)
    }

    /// Presses Tab until what has this name has the focus, then Enter.
    #[track_caller]
    pub fn tabs_to_and_presses(&self, name: &str) -> &Self {
        let pressable = self.finds(FIND_PRESSABLE, name, "thing to press");
        self.tabs_to(&pressable, name).presses("Enter")
    }

    /// Finds something by the palette and takes it: a place, or something to do.
    #[track_caller]
    pub fn finds_and_takes(&self, words: &str) -> &Self {
        // A sheet that is just about to close still takes the keys to itself.
        let open = self.waits_until(|| {
            self.presses("Ctrl+K");
            self.asks(PALETTE) == json!(true)
        });
        if !open {
            self.gives_up("does not come to the palette");
        }
        self.types(words);
        let chosen = |found: &str| found.lines().any(|line| line.trim().starts_with(words));
        let stands = self.waits_until(|| {
            let now = self.asks(CHOSEN);
            let now = now.as_str().unwrap_or_default();
            if !now.is_empty() && !chosen(now) {
                self.presses("Down");
            }
            chosen(now)
        });
        if !stands {
            self.gives_up(&format!("finds no “{words}” in the palette"));
        }
        self.presses("Enter")
    }

    /// Whether something with this name can be pressed now.
    pub fn can_press(&self, name: &str) -> bool {
        let found = self.does(self.client.execute(FIND_PRESSABLE, vec![json!(name)]));
        let script = "return !arguments[0].disabled && arguments[0].ariaDisabled !== 'true'";
        !found.is_null() && self.does(self.client.execute(script, vec![found])) == json!(true)
    }

    /// Waits until nothing on screen says that it is busy and the picture stands still.
    pub fn settles(&self) -> &Self {
        let mut before = String::new();
        self.waits_until(|| {
            let now = self.reads();
            let busy = self.asks(BUSY);
            let still = busy == json!(false) && now == before;
            before = now;
            still
        });
        self
    }

    /// Asks the page something in JavaScript.
    pub fn asks(&self, script: &str) -> Value {
        self.does(self.client.execute(script, vec![]))
    }

    /// Keeps a picture of the screen among the journeys' pictures.
    pub fn takes_a_picture(&self, of: &str) -> &Self {
        // A picture before the next paint would show what was there before.
        self.runtime.block_on(self.client.execute(NEXT_PAINT, vec![])).ok();
        self.runtime.block_on(self.client.execute(PAINTS_ON, vec![])).ok();
        if let Ok(picture) = self.runtime.block_on(self.client.screenshot()) {
            let path = built::pictures().join(format!("{}-{of}.png", self.name));
            fs::write(path, picture).expect("the build folder takes pictures");
        }
        self
    }

    /// How long ago the app was launched.
    pub fn since_launch(&self) -> Duration {
        self.launched.elapsed()
    }

    /// Closes the app in good order.
    pub fn leaves(self) {
        self.runtime.block_on(self.client.clone().close()).ok();
    }

    /// The app ends without a word, as in a power cut.
    pub fn loses_power(self) {
        self.screen.cut_power();
    }

    /// Clicks what has this name, so many times at once.
    #[track_caller]
    pub(crate) fn click_by_script(&self, name: &str, times: usize) {
        let pressable = self.finds(FIND_PRESSABLE, name, "thing to press");
        let script = "for (let left = arguments[1]; left > 0; left--) arguments[0].click()";
        self.does(self.client.execute(script, vec![named(&pressable), json!(times)]));
    }

    #[track_caller]
    fn tabs_to(&self, wanted: &Element, name: &str) -> &Self {
        let wanted = vec![named(wanted)];
        for _ in 0..MOST_STOPS {
            if self.does(self.client.execute(HAS_FOCUS, wanted.clone())) == json!(true) {
                return self;
            }
            self.presses("Tab");
        }
        self.gives_up(&format!("does not come to “{name}” by Tab"))
    }

    #[track_caller]
    fn finds(&self, script: &str, name: &str, what: &str) -> Element {
        let mut found = Value::Null;
        self.waits_until(|| {
            found = self.does(self.client.execute(script, vec![json!(name)]));
            !found.is_null()
        });
        match found {
            Value::Null => self.gives_up(&format!("finds no {what} called “{name}”")),
            element => {
                let id = element.get(ELEMENT).and_then(Value::as_str).expect("an element’s id");
                Element::from_element_id(self.client.clone(), id.to_owned().into())
            }
        }
    }

    fn waits_until(&self, holds: impl FnMut() -> bool) -> bool {
        waits(PATIENCE, holds)
    }

    #[track_caller]
    fn does<T>(&self, act: impl Future<Output = Result<T, CmdError>>) -> T {
        match self.runtime.block_on(act) {
            Ok(done) => done,
            Err(error) => panic!("the window could not be driven: {error}"),
        }
    }

    #[track_caller]
    fn gives_up(&self, why: &str) -> ! {
        self.takes_a_picture("gave-up");
        panic!("{} {why}. On screen:\n{}", self.name, self.reads());
    }
}

fn waits(patience: Duration, mut holds: impl FnMut() -> bool) -> bool {
    let start = Instant::now();
    while !holds() {
        if start.elapsed() > patience {
            return false;
        }
        thread::sleep(GLANCE);
    }
    true
}

/// An element as scripts are given it.
fn named(element: &Element) -> Value {
    json!({ ELEMENT: element.element_id().to_string() })
}

fn key(name: &str) -> char {
    match name {
        "Ctrl" => Key::Control.into(),
        "Shift" => Key::Shift.into(),
        "Alt" => Key::Alt.into(),
        "Enter" => Key::Enter.into(),
        "Escape" => Key::Escape.into(),
        "Tab" => Key::Tab.into(),
        "Space" => ' ',
        "Up" => Key::Up.into(),
        "Down" => Key::Down.into(),
        letter => letter.chars().next().map_or(' ', |letter| letter.to_ascii_lowercase()),
    }
}
