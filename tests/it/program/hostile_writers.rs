//! Writers that mean no good, or come to no end.

use super::writer::{plain, told, with_report};
use serde_json::Value;

#[test]
fn a_hostile_reply_costs_nothing_but_its_own_lines() {
    let folder = with_report("writer-hostile");
    let plain = String::from_utf8(plain()).expect("UTF-8");
    let million: String = (0..50_000).map(|at| format!("{at}: Line {at}\n")).collect();
    for (reply, why) in [
        (&b""[..], "holds no line such as `7: The line.`"),
        (b"\x00\xff\xfe\x80 junk \x1b[2J", "holds no line such as `7: The line.`"),
        (b"4: <!--/fun--> and <!--fun-->", "line for slot 4 left out: it holds markup"),
        (b"4: <!-- postmirth: tone=playful -->", "left out: it holds markup"),
        (b"4: </li></ul><script>x</script>", "left out: it holds markup"),
        (b"4: ![x](http://evil.example/x.png)", "left out: it holds markup"),
        (
            b"4: It took 37 seconds.",
            "\"37 seconds\" is nowhere in the report and does not follow from its times",
        ),
        (b"4: All the fault of Kevin.", "it names \"Kevin\""),
        (b"4: From now on, all will be well.", "it promises"),
        ("4: \u{202e}nuf".as_bytes(), "U+202E"),
        ("4: \u{200b}\u{200b}a".as_bytes(), "U+200B"),
        (b"400: Where am I?", "line for slot 400 left out: no such slot was offered"),
        (b"99999999999999999999999: Where am I?", ""),
        (million.as_bytes(), "more lines left out"),
        (b"{\"lines\": [{\"slot\": -1, \"text\": [1]}, 5, null, {\"slot\": 4}]}", ""),
    ] {
        let (now, said) = told(&folder, reply);
        assert!(said.contains(why), "{why}: {said}");
        assert!(said.lines().count() <= 21, "{said}");
        if reply.len() < 100 {
            assert_eq!(now, plain, "{}", String::from_utf8_lossy(reply));
        }
    }
    // An old encoding is read as one, and what is no text at all is no line.
    assert!(told(&folder, b"7: The caf\xe9 of caches.").0.contains("café"));
    assert_eq!(told(&folder, "7: The \u{fffd} of caches.".as_bytes()).0, plain);
    // One bad line leaves the others where they are, and the built-in one out, unless asked for.
    let mixed = b"4: It took 37 seconds.\n8: The purge had finished what the cleanup had begun.\n";
    let (now, said) = told(&folder, mixed);
    assert_eq!(now.matches("<!--fun-->").count(), 1, "{now}");
    assert_eq!(
        said,
        "note: report.md: line for slot 4 left out: \"37 seconds\" is nowhere in the report and does \
            not follow from its times\n"
    );
    folder.put("reply.txt", "");
    let (filled, _) = folder.run(&["spice", "report.md", "--lines", "reply.txt", "--fill"], 0);
    let (built_in, _) = folder.run(&["spice", "report.md"], 0);
    assert_eq!(filled, built_in);
    // So many tries, and it still takes no time.
    let again = "4: It took 37 seconds.\n".repeat(45_000);
    assert!(told(&folder, again.as_bytes()).1.contains("the slot has had 3 lines already"));
    let big = vec![b'a'; (1 << 20) + 1];
    folder.put("reply.txt", big);
    let (now, said) = folder.run(&["spice", "report.md", "--lines", "reply.txt"], 4);
    assert_eq!(now, plain);
    assert!(said.contains("said more than 1048576 bytes; none of its lines is used"), "{said}");
}

#[cfg(unix)]
#[test]
fn a_command_that_hangs_dies_or_floods_leaves_the_report() {
    let folder = with_report("writer-command");
    let plain = String::from_utf8(plain()).expect("UTF-8");
    for (command, why) in [
        ("sleep 60", "took longer than 1 seconds"),
        ("sleep 60 | cat", "took longer than 1 seconds"),
        ("trap '' TERM; echo '4: Hm.'; sleep 60", "took longer than 1 seconds"),
        ("echo '4: Hm.'; exit 7", "ended with exit status: 7"),
        ("kill -9 $$", "ended with signal: 9"),
        ("no-such-program-anywhere", "ended with exit status: 127"),
        ("yes 4: more", "said more than 1048576 bytes"),
    ] {
        let begun = std::time::Instant::now();
        let args = ["spice", "report.md", "--writer", command, "--writer-timeout", "1"];
        let (now, said) = folder.run(&args, 4);
        assert_eq!(now, plain, "{command}");
        let line = format!("error: report.md: the writer {why}");
        assert!(said.contains(&line), "{command}: {said}");
        assert!(begun.elapsed().as_secs() < 20, "{command}");
        let args = [&args[..], &["--in-place"]].concat();
        folder.run(&args, 4);
        assert!(folder.read("report.md") == plain.as_bytes(), "{command}");
    }
    // What it leaves behind holds nobody up, and it need not read the brief.
    let begun = std::time::Instant::now();
    let command = "echo '4: Success had been defined as deletion.'; sleep 60 &";
    let (now, _) = folder.run(&["spice", "report.md", "--writer", command], 0);
    assert!(now.contains("defined as deletion"), "{now}");
    assert!(begun.elapsed().as_secs() < 30);
    // It gets the whole brief, also as JSON.
    folder.run(&["spice", "report.md", "--writer", "cat > got.txt"], 0);
    let (brief, _) = folder.run(&["spice", "report.md", "--brief"], 0);
    assert!(folder.read("got.txt") == brief.as_bytes());
    folder.run(&["spice", "report.md", "--writer", "cat > got.json", "--json"], 0);
    let got: Value = serde_json::from_slice(&folder.read("got.json")).expect("JSON");
    assert_eq!(got["slots"][3]["slot"], 4);
}
