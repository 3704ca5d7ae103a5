//! A screen without glass: a display of its own, a message bus, and the driver of the web view.

use std::io::{BufRead, BufReader};
use std::net::TcpListener;
use std::os::unix::process::CommandExt;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::Home;

const SIZE: &str = "1280x800x24";

/// How long a program may take to come up on a slow machine.
const PATIENCE: Duration = Duration::from_secs(60);

/// A display and a driver that starts apps on it. Both end with it.
pub struct Screen {
    driver: Group,
    _display: Group,
    port: u16,
}

impl Screen {
    /// Puts up a screen in this home.
    pub fn new(home: &Home) -> Self {
        let (display, name) = display(home, &[]);
        let port = free_port();
        let mut driver = Command::new("dbus-run-session");
        home.furnish(&mut driver)
            .args(["--", "WebKitWebDriver", &format!("--port={port}")])
            .env("DISPLAY", name)
            .env("GDK_BACKEND", "x11")
            .env("NO_AT_BRIDGE", "1")
            .env("LIBGL_ALWAYS_SOFTWARE", "1")
            .env("TAURI_WEBVIEW_AUTOMATION", "true")
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        let screen = Self { driver: Group::start(driver), _display: display, port };
        screen.wait_for_driver();
        screen
    }

    /// Where the driver listens.
    pub fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// The processes of the app running on it, gone without a word, as in a power cut.
    pub fn cut_power(&self) {
        self.driver.signal("KILL");
    }

    fn wait_for_driver(&self) {
        let start = Instant::now();
        while std::net::TcpStream::connect(("127.0.0.1", self.port)).is_err() {
            assert!(start.elapsed() < PATIENCE, "WebKitWebDriver does not come up");
            thread::sleep(Duration::from_millis(20));
        }
    }
}

/// A display with a free number, which the server itself finds.
pub(crate) fn display(home: &Home, words: &[&str]) -> (Group, String) {
    let mut server = Command::new("Xvfb");
    home.furnish(&mut server)
        .args(["-displayfd", "1", "-screen", "0", SIZE, "-nolisten", "tcp", "-noreset"])
        .args(words)
        .stdout(Stdio::piped())
        .stderr(Stdio::null());
    let mut server = Group::start(server);
    let mut number = String::new();
    let said = server.leader.stdout.take().expect("its output is piped");
    BufReader::new(said).read_line(&mut number).expect("Xvfb says its number");
    assert!(!number.trim().is_empty(), "Xvfb did not come up");
    (server, format!(":{}", number.trim()))
}

fn free_port() -> u16 {
    let listener = TcpListener::bind(("127.0.0.1", 0)).expect("a free port");
    listener.local_addr().expect("a bound port").port()
}

/// A process and all it starts, ended together.
pub(crate) struct Group {
    leader: Child,
}

impl Group {
    pub(crate) fn start(mut command: Command) -> Self {
        let name = command.get_program().to_string_lossy().into_owned();
        let leader = command.stdin(Stdio::null()).process_group(0).spawn();
        Self { leader: leader.unwrap_or_else(|error| panic!("{name} cannot be started: {error}")) }
    }

    /// The process that was started.
    pub(crate) fn id(&self) -> u32 {
        self.leader.id()
    }

    fn signal(&self, signal: &str) {
        let group = format!("-{}", self.leader.id());
        // A group that has ended by itself is as good.
        Command::new("kill").args(["-s", signal, "--", &group]).stderr(Stdio::null()).status().ok();
    }
}

impl Drop for Group {
    fn drop(&mut self) {
        self.signal("KILL");
        self.leader.wait().ok();
    }
}
