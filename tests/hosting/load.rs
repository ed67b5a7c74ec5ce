//! A thousand people open the page at the same moment. Counted, never timed.

use std::sync::Arc;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::sync::Barrier;

use crate::server::{Answer, Server, packed};

const VISITORS: usize = 1000;

/// One visitor, who comes for the first time: connects, waits until all are connected, and asks for the page. Hands back
/// the size of the answer.
async fn visit(port: u16, all_here: Arc<Barrier>, page: Arc<Vec<u8>>) -> Result<usize, String> {
    let stream = TcpStream::connect(("127.0.0.1", port)).await;
    // Who cannot connect must not keep the others waiting.
    all_here.wait().await;
    let mut stream = stream.map_err(|error| format!("cannot connect: {error}"))?;
    let request = "GET / HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: gzip\r\nConnection: close\r\n\r\n";
    stream.write_all(request.as_bytes()).await.map_err(|error| format!("cannot ask: {error}"))?;
    let mut bytes = Vec::new();
    stream.read_to_end(&mut bytes).await.map_err(|error| format!("cannot read: {error}"))?;
    let answer = Answer::read(&bytes).ok_or("no answer")?;
    if answer.status == 200 && answer.body == *page {
        Ok(bytes.len())
    } else {
        Err(format!("status {}, {} bytes", answer.status, bytes.len()))
    }
}

/// What came of that many visitors at once: the sizes of the right answers, and what went wrong.
fn visits(server: &Server, count: usize) -> (Vec<usize>, Vec<String>) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime on this thread");
    runtime.block_on(async {
        let (all_here, page) = (Arc::new(Barrier::new(count)), Arc::new(packed("keuzeladder.html.gz")));
        let visitors: Vec<_> = (0..count).map(|_| tokio::spawn(visit(server.port, Arc::clone(&all_here), Arc::clone(&page)))).collect();
        let (mut sizes, mut errors) = (Vec::new(), Vec::new());
        for visitor in visitors {
            match visitor.await.expect("a visit ends") {
                Ok(size) => sizes.push(size),
                Err(error) => errors.push(error),
            }
        }
        (sizes, errors)
    })
}

fn configuration() -> String {
    String::from_utf8(packed("hosting/nginx.conf")).expect("it is text")
}

#[test]
fn a_thousand_people_at_once_all_get_the_page() {
    let server = Server::nginx(&configuration());
    let (sizes, errors) = visits(&server, VISITORS);
    assert_eq!(errors, Vec::<String>::new());
    assert_eq!(sizes.len(), VISITORS);
    assert!(sizes.iter().all(|size| *size == sizes[0]), "everyone gets the same");
    println!("{VISITORS} visitors at once, 0 errors; each 1 request, {} bytes with headers", sizes[0]);
}

/// The same means see a server that has no room, and one that sends something else.
#[test]
fn a_server_that_fails_is_caught() {
    let busy = Server::nginx(&format!("{}\nreturn 503;", configuration()));
    let errors = visits(&busy, 20).1;
    assert!(errors.len() == 20 && errors[0].starts_with("status 503"), "a server that refuses is not seen: {errors:?}");
    let other = Server::nginx(&format!("{}\ngzip_static off;", configuration().replace("gzip_static on;", "")));
    assert_eq!(visits(&other, 5).1.len(), 5, "another page is not seen");
}
