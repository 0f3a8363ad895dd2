"""tools/golden/diff_findings.py on made-up texts: diff_findings_test.py PROGRAM TOOL"""
import json
import os
import subprocess
import sys
import tempfile
import unittest

PROGRAM, TOOL = sys.argv[1:3]
TEXTS = ["an anna@example.org und IBAN DE89 3704 0044 0532 0130 00", "nichts", "an ben@example.com", "\U0001F600 an eva@example.net"]


class DiffFindings(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.gold = self.write("docs.jsonl", "".join(json.dumps({"id": i, "text": t}) + "\n" for i, t in enumerate(TEXTS)))

    def write(self, name, text):
        path = os.path.join(self.folder.name, name)
        with open(path, "w", encoding="utf-8") as f:
            f.write(text)
        return path

    def run_tool(self, old, new, *arguments):
        return subprocess.run([sys.executable, TOOL, "--old", f"{PROGRAM} {old}", "--new", f"{PROGRAM} {new}", *arguments],
                              capture_output=True, text=True, check=False)

    def figures(self, old, new, *paths):
        run = self.run_tool(old, new, "--json", *paths)
        return run.returncode, json.loads(run.stdout)

    def test_says_that_nothing_differs(self):
        status, figures = self.figures("", "", self.gold)
        self.assertEqual(status, 0)
        self.assertEqual((figures["documents"], figures["documents_different"], figures["same"]), (4, 0, 4))
        self.assertEqual(figures["types"], {})

    def test_counts_what_vanished_and_appeared(self):
        status, figures = self.figures("", "--exclude-types EMAIL", self.gold)
        self.assertEqual(status, 1)
        self.assertEqual(figures["documents_different"], 3)
        self.assertEqual(figures["types"], {"EMAIL": {"vanished": 3, "appeared": 0, "changed": 0}})
        self.assertEqual(figures["rules"]["email"]["vanished"], 3)
        status, figures = self.figures("--exclude-types EMAIL", "", self.gold)
        self.assertEqual(figures["types"], {"EMAIL": {"vanished": 0, "appeared": 3, "changed": 0}})

    def test_tells_a_changed_finding_from_a_new_one(self):
        patterns = os.path.join(self.folder.name, "patterns")
        os.mkdir(patterns)
        self.write("patterns/own.toml", """[[pattern]]
id = 'own'
type = 'OWN'
source = 'made up for a test'
expression = 'an [a-z]+@example'
scores = { bare = 1.0 }
[pattern.examples]
match = ['an anna@example', 'ja an ben@example', 'an eva@example']
no_match = ['an anna', 'anna@example', 'an 1@example']
""")
        status, figures = self.figures("", f"--patterns {patterns}", self.gold)
        self.assertEqual(status, 1, figures)
        self.assertEqual(figures["types"], {"OWN": {"vanished": 0, "appeared": 0, "changed": 3}})

    def test_shows_text_only_when_asked(self):
        quiet = self.run_tool("", "--exclude-types EMAIL", self.gold)
        self.assertNotIn("anna", quiet.stdout)
        self.assertIn("docs.jsonl:1 3-19 EMAIL", quiet.stdout)
        loud = self.run_tool("", "--exclude-types EMAIL", "--text", self.gold)
        self.assertIn("an [anna@example.org] und", loud.stdout)
        self.assertIn("[eva@example.net]", loud.stdout)

    def test_reads_folders_and_plain_text(self):
        self.write("brief.txt", "an anna@example.org")
        status, figures = self.figures("", "--exclude-types EMAIL", self.folder.name)
        self.assertEqual((status, figures["documents"], figures["documents_different"]), (1, 5, 4))

    def test_names_what_cannot_be_read(self):
        for path in (self.write("bad.jsonl", "{\n"), self.write("none.jsonl", '{"id":1}\n'), "/nowhere/at/all"):
            run = self.run_tool("", "", path)
            self.assertEqual(run.returncode, 3, path)
            self.assertIn(path, run.stderr)
        run = self.run_tool("", "--no-such-option", self.gold)
        self.assertEqual(run.returncode, 3)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
