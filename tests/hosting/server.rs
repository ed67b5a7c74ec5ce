//! A real server for a test, on a port of its own, with a folder of its own that holds the page as it is put online; and
//! what it answers.
//!
//! May not know: which headers are right.

use std::fs;
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::thread::park_timeout;
use std::time::{Duration, Instant};

use crate::patience::patience;

/// The folder with the packed page.
pub fn dist() -> PathBuf {
    PathBuf::from(std::env::var_os("KEUZELADDER_DIST").expect("KEUZELADDER_DIST names the packed page; `cargo xtask test` sets it"))
}

/// A file of the packed page.
pub fn packed(name: &str) -> Vec<u8> {
    let file = dist().join(name);
    fs::read(&file).unwrap_or_else(|error| panic!("{} cannot be read: {error}", file.display()))
}

/// A folder of a test's own, gone when the test is.
pub struct Folder(PathBuf);

impl Folder {
    /// Makes an empty folder.
    pub fn new(name: &str) -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        let path = std::env::temp_dir().join(format!("keuzeladder-{name}-{}-{number}", std::process::id()));
        fs::create_dir_all(&path).unwrap_or_else(|error| panic!("{} cannot be made: {error}", path.display()));
        Self(path)
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// Where Apache's own instructions are put.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// In the site's configuration.
    Site,
    /// Beside the page.
    Folder,
}

/// A running server. It ends with the value.
pub struct Server {
    process: Child,
    /// Where it listens, on this machine only.
    pub port: u16,
    folder: Folder,
}

impl Server {
    /// An nginx whose server block holds these lines.
    pub fn nginx(lines: &str) -> Self {
        Self::start("nginx", "KEUZELADDER_NGINX", |folder, port| {
            let here = folder.display();
            // A server of one process is gone when that is. Addresses of visitors are logged unless the lines say otherwise.
            let text = format!(
                "daemon off;\nmaster_process off;\nworker_rlimit_nofile 8192;\npid {here}/pid;\nerror_log {here}/error.log;\n\
                 events {{ worker_connections 4096; }}\nhttp {{\n  include /etc/nginx/mime.types;\n  access_log {here}/access.log;\n\
                 client_body_temp_path {here}/body;\n  proxy_temp_path {here}/proxy;\n  fastcgi_temp_path {here}/fastcgi;\n\
                 uwsgi_temp_path {here}/uwsgi;\n  scgi_temp_path {here}/scgi;\n\
                 server {{\n    listen 127.0.0.1:{port} backlog=4096;\n    root {here}/site;\n    index keuzeladder.html;\n{lines}\n  }}\n}}\n"
            );
            vec!["-p".into(), folder.into(), "-c".into(), written(folder, "nginx.conf", &text)]
        })
    }

    /// An Apache with these lines, and the modules that Debian starts it with.
    pub fn apache(lines: &str, place: Place) -> Self {
        Self::start("apache2", "KEUZELADDER_APACHE", |folder, port| {
            let here = folder.display();
            let modules =
                ["mpm_event", "authz_core", "dir", "env", "filter", "deflate", "headers", "mime", "negotiation", "rewrite", "setenvif"];
            let modules = modules.map(|name| format!("LoadModule {name}_module /usr/lib/apache2/modules/mod_{name}.so\n")).concat();
            let site = if place == Place::Site { lines } else { "" };
            if place == Place::Folder {
                written(&folder.join("site"), ".htaccess", lines);
            }
            let text = format!(
                "ServerRoot {here}\nServerName localhost\nListen 127.0.0.1:{port}\nPidFile {here}/pid\nDefaultRuntimeDir {here}\n\
                 ErrorLog {here}/error.log\nUser www-data\nGroup www-data\n{modules}\
                 Include /etc/apache2/mods-available/mime.conf\nInclude /etc/apache2/mods-available/deflate.conf\n\
                 DocumentRoot {here}/site\nDirectoryIndex keuzeladder.html\n\
                 <Directory {here}/site>\n  AllowOverride All\n  Require all granted\n</Directory>\n\
                 <FilesMatch \"^\\.ht\">\n  Require all denied\n</FilesMatch>\n{site}\n"
            );
            // One process, which is gone when it is ended.
            vec!["-X".into(), "-f".into(), written(folder, "apache.conf", &text)]
        })
    }

    /// A Caddy whose site block holds these lines.
    pub fn caddy(lines: &str) -> Self {
        Self::start("caddy", "KEUZELADDER_CADDY", |folder, port| {
            let here = folder.display();
            let text = format!(
                "{{\n  admin off\n  auto_https off\n  storage file_system {here}\n}}\n\
                 :{port} {{\n  bind 127.0.0.1\n  root * {here}/site\n{lines}\n}}\n"
            );
            vec!["run".into(), "--adapter".into(), "caddyfile".into(), "--config".into(), written(folder, "Caddyfile", &text)]
        })
    }

    fn start(name: &str, variable: &str, arguments: impl Fn(&Path, u16) -> Vec<PathBuf>) -> Self {
        let mut folder = Folder::new(name);
        let site = folder.path().join("site");
        fs::create_dir_all(&site).expect("a folder can be made");
        for language in ["", ".en"] {
            for ending in ["", ".gz", ".br"] {
                let page = format!("keuzeladder{language}.html{ending}");
                fs::write(site.join(&page), packed(&page)).expect("the page can be put there");
            }
        }
        fs::write(site.join("embed.js"), packed("embed.js")).expect("the script for other pages can be put there");
        let program = std::env::var_os(variable).unwrap_or_else(|| name.into());
        // These servers are told their port and tell none. One that was free a moment ago may be taken by another program
        // meanwhile; then the server ends, and gets the next one.
        for _ in 0..20 {
            let port = TcpListener::bind(("127.0.0.1", 0)).and_then(|free| free.local_addr()).expect("there is a free port").port();
            let process = Command::new(&program)
                .args(arguments(folder.path(), port))
                // Caddy keeps its configuration where these say.
                .envs(["XDG_CONFIG_HOME", "XDG_DATA_HOME"].map(|name| (name, folder.path())))
                .stdin(Stdio::null())
                .stdout(Stdio::null())
                .stderr(fs::File::create(folder.path().join("said.log")).expect("a file can be made"))
                .spawn()
                .unwrap_or_else(|error| panic!("{} does not start ({error}); `cargo xtask setup` installs it", program.display()));
            let mut server = Self { process, port, folder };
            match server.listens() {
                Ok(()) => return server,
                Err(why) if server.logs().to_lowercase().contains("address already in use") => {
                    eprintln!("port {port} was taken meanwhile ({why})");
                    folder = std::mem::replace(&mut server.folder, Folder::new("none"));
                }
                Err(why) => panic!("{name} does not listen ({why}):\n{}", server.logs()),
            }
        }
        panic!("{name} found no port that stays free");
    }

    /// Waits until it listens; says why it does not.
    fn listens(&mut self) -> Result<(), String> {
        let started = Instant::now();
        loop {
            if let Some(ended) = self.process.try_wait().expect("it can be asked") {
                return Err(ended.to_string());
            }
            if TcpStream::connect(("127.0.0.1", self.port)).is_ok() {
                return Ok(());
            }
            if started.elapsed() > patience() {
                return Err(format!("after {} seconds", started.elapsed().as_secs()));
            }
            park_timeout(Duration::from_millis(10));
        }
    }

    /// Puts a file where it serves from, or another in its place.
    pub fn put(&self, name: &str, text: &str) {
        written(&self.folder.path().join("site"), name, text);
    }

    /// All that it has written to its logs.
    pub fn logs(&self) -> String {
        ["error.log", "access.log", "said.log"].map(|log| fs::read_to_string(self.folder.path().join(log)).unwrap_or_default()).concat()
    }

    /// What it answers to a first line and further headers, as they are.
    pub fn ask(&self, line: &str, headers: &[&str]) -> Answer {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).expect("it listens");
        stream.set_read_timeout(Some(patience())).expect("a time can be set");
        let lines = [&[line, "Host: localhost", "Connection: close"], headers, &["", ""]].concat();
        stream.write_all(lines.join("\r\n").as_bytes()).expect("it takes a request");
        let mut bytes = Vec::new();
        // A server that refuses a long line may close before it has read all of it.
        let _ = stream.read_to_end(&mut bytes);
        Answer::read(&bytes).unwrap_or_else(|| panic!("{line} is answered by what is no answer: {}", String::from_utf8_lossy(&bytes)))
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

fn written(folder: &Path, name: &str, text: &str) -> PathBuf {
    let file = folder.join(name);
    fs::write(&file, text).unwrap_or_else(|error| panic!("{} cannot be written: {error}", file.display()));
    file
}

/// What a server answered.
pub struct Answer {
    /// The status, such as 200.
    pub status: u16,
    /// The headers in their order; names in small letters.
    pub headers: Vec<(String, String)>,
    /// The body as it was sent.
    pub body: Vec<u8>,
}

impl Answer {
    /// Takes apart what came over the line.
    pub fn read(bytes: &[u8]) -> Option<Self> {
        let end = bytes.windows(4).position(|four| four == b"\r\n\r\n")?;
        let mut lines = std::str::from_utf8(&bytes[..end]).ok()?.split("\r\n");
        let status = lines.next()?.split(' ').nth(1)?.parse().ok()?;
        let headers =
            lines.map(|line| line.split_once(": ").map(|(name, value)| (name.to_lowercase(), value.to_owned()))).collect::<Option<_>>()?;
        Some(Self { status, headers, body: bytes[end + 4..].to_vec() })
    }

    /// The value of a header, if it is there.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(found, _)| found == name).map(|(_, value)| value.as_str())
    }
}
