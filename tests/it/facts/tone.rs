//! The tone among the facts, as the contract has it.

use crate::support::folder::Folder;
use serde_json::{Value, json};

#[test]
fn facts_tell_how_much_humour_a_report_bears() {
    let folder = Folder::new("tone-facts");
    folder.put(
        "plain.md",
        "# Late\n\n## Timeline\n\n- 09:30 UTC - The queue filled up.\n- 10:00 \
        UTC - Restarted, all well.\n",
    );
    folder.put(
        "lost.md",
        "# Late\n\n## Timeline\n\n- 09:30 UTC - The queue filled up.\n- 10:00 UTC - All backups \
            failed.\n- 11:00 UTC - Up.\n",
    );
    let tone = |name: &str| -> Value {
        let (told, _) = folder.run(&["facts", "--json", name], 0);
        serde_json::from_str::<Value>(&told).expect("JSON")["tone"].clone()
    };
    assert_eq!(tone("plain.md"), json!({ "allowed": "playful", "because": [] }));
    assert_eq!(
        tone("lost.md"),
        json!({ "allowed": "dry", "because": [{ "line": 6, "text": "backups \
            failed", "rule": "data-loss" }] })
    );
}
