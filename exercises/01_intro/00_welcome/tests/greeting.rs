use warm_welcome::greeting;

#[test]
fn greets_ferris() {
    assert_eq!(
        greeting("Ferris"),
        "Hello, Ferris!",
        "the greeting for Ferris is \"Hello, Ferris!\", to the letter"
    );
}

#[test]
fn greets_whoever_comes_in() {
    for name in ["Ada", "Guido", "a name with spaces", "Zoë"] {
        assert_eq!(
            greeting(name),
            format!("Hello, {name}!"),
            "the greeting uses the name it is given"
        );
    }
}
