"""tools/eval/draw.py with a stub in place of the program: draw_test.py TOOL"""
import collections
import json
import lzma
import os
import re
import subprocess
import sys
import tempfile
import unittest

TOOL = sys.argv[1]

# Finds words in capitals as PERSON and numbers as PHONE; fails when it is told to or is called otherwise than agreed.
STUB = """#!{python}
import json, re, sys
if sys.argv[1:5] != ["detect", "--documents", "--offsets", "codepoint"] or "--fail" in sys.argv:
    sys.exit(5)
for line in sys.stdin:
    document = json.loads(line)
    found = [dict(start=m.start(), end=m.end(), type="PERSON", score=0.9, pattern="capitals")
             for m in re.finditer("[A-Z]{{2,}}", document["text"])]
    found += [dict(start=m.start(), end=m.end(), type="PHONE", score=0.5, pattern="digits")
              for m in re.finditer("[0-9]+", document["text"])]
    if "--lose" not in sys.argv:
        print(json.dumps(dict(id=document["id"], entities=found)))
"""


class Draw(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = folder.name
        self.stub = self.write("stub", STUB.format(python=sys.executable))
        os.chmod(self.stub, 0o700)
        texts = [f"\U0001F600 so NAME{'ABCDEFGHIJ'[i]} und {i}\nund WER" for i in range(10)] + ["nichts"]
        self.corpus = self.write("texts.jsonl", "".join(json.dumps({"id": i, "text": t}) + "\n" for i, t in enumerate(texts)))

    def write(self, name, text):
        path = os.path.join(self.folder, name)
        with open(path, "w", encoding="utf-8") as f:
            f.write(text)
        return path

    def draw(self, *arguments, program="", kind="PERSON", count=5, seed=1):
        return subprocess.run([sys.executable, TOOL, "--program", f"{self.stub} {program}", "--type", kind, "--count", str(count),
                               "--seed", str(seed), *arguments], capture_output=True, text=True, encoding="utf-8", check=False)

    def found(self, run):
        self.assertEqual(run.returncode, 0, run.stderr)
        return re.findall(">>>(.*?)<<<", run.stdout)

    def test_shows_what_was_found_between_its_surroundings(self):
        run = self.draw(self.corpus, "--context", "4", count=100)
        self.assertEqual(self.found(run), [word for i in "ABCDEFGHIJ" for word in (f"NAME{i}", "WER")])
        self.assertIn(f"\n[1] {self.corpus}:1 5-10 capitals 0.9\n so >>>NAMEA<<< und\n", run.stdout)
        self.assertIn(f"\n[2] {self.corpus}:1 21-24 capitals 0.9\nund >>>WER<<<\n", run.stdout)
        self.assertIn("\n0|und >>>WER<<<\n", self.draw(self.corpus, "--context", "6", count=100).stdout)
        self.assertIn(f"# {self.corpus}: 11 documents, 71 words, ", run.stdout)
        self.assertIn("# 20 of 20 PERSON, seed 1\n", run.stdout)

    def test_draws_the_same_again_and_others_with_another_seed(self):
        first = self.draw(self.corpus)
        self.assertEqual(len(self.found(first)), 5)
        self.assertEqual(first.stdout, self.draw(self.corpus).stdout)
        self.assertNotEqual([self.found(first)] * 4, [self.found(self.draw(self.corpus, seed=s)) for s in range(2, 6)])

    def test_gives_every_finding_the_same_chance_and_none_twice(self):
        counts = collections.Counter()
        for seed in range(10):
            places = re.findall(r"^\[\d+\] (.*)$", self.draw(self.corpus, count=10, seed=seed).stdout, re.M)
            self.assertEqual((len(places), len(set(places))), (10, 10))
            counts.update(places)
        self.assertEqual(len(counts), 20)
        self.assertTrue(all(1 <= n <= 9 for n in counts.values()), counts)

    def test_takes_the_type_that_is_asked_for(self):
        self.assertEqual(self.found(self.draw(self.corpus, kind="PHONE", count=10)), [str(i) for i in range(10)])
        self.assertEqual(self.found(self.draw(self.corpus, kind="EMAIL")), [])

    def test_reads_text_in_pieces_and_folders_and_packed_files(self):
        os.mkdir(os.path.join(self.folder, "in"))
        self.write("in/b.txt", "a NAME\n\n" + "x" * 5000 + "\n\nein ZWEITER\x1b[2J\n")
        with lzma.open(os.path.join(self.folder, "in/a.jsonl.xz"), "wt", encoding="utf-8") as f:
            f.write(json.dumps({"text": "ein DRITTER"}) + "\n")
        run = self.draw(os.path.join(self.folder, "in"))
        self.assertEqual(self.found(run), ["DRITTER", "NAME", "ZWEITER"])
        self.assertRegex(run.stdout, r"b\.txt: 2 documents, 5 words")
        self.assertRegex(run.stdout, r"b\.txt:5 4-11 ")  # line 5 begins the second piece
        self.assertNotIn("\x1b", run.stdout)

    def test_says_what_went_wrong(self):
        self.assertEqual(self.draw(os.path.join(self.folder, "missing.txt")).returncode, 3)
        self.assertEqual(self.draw(self.write("bad.jsonl", "{\n")).returncode, 3)
        for option in ("--fail", "--lose"):
            run = self.draw(self.corpus, program=option)
            self.assertEqual((run.returncode, run.stdout), (3, ""))
        self.assertEqual(self.draw(self.corpus, count=0).returncode, 2)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
