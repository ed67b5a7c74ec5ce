#[test]
fn probe() {
    assert!(true);
}
