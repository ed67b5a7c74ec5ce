//! x
#[test]
fn t() {
    let t = std::time::Instant::now();
    let r = content_check::load(&std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/content"));
    println!("{:?} {}", t.elapsed(), r.is_ok());
}
