"""guard.py with a valgrind that counts what it is told: it must fail, pass and be skipped where it says."""
import json
import os
import shutil
import subprocess
import sys
import tempfile
import unittest

GUARD = os.path.join(os.path.dirname(os.path.abspath(__file__)), "guard.py")


class Guard(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.mkdtemp()
        self.addCleanup(shutil.rmtree, self.folder)
        self.record = os.path.join(self.folder, "record.json")
        row = {"bytes": 200000, "hash": "00ff", "fast": 1000000, "all": 2000000}
        self.write({"compiler": "GNU 1", "fixtures": {name: dict(row) for name in ("mail", "manual", "log")}})
        self.program("count", 'echo "200000 00ff"')

    def write(self, record):
        with open(self.record, "w", encoding="utf-8") as file:
            json.dump(record, file)

    def program(self, name, body):
        path = os.path.join(self.folder, name)
        with open(path, "w", encoding="utf-8") as file:
            file.write("#!/bin/sh\n" + body + "\n")
        os.chmod(path, 0o755)
        return path

    def guard(self, *arguments, fast=200000, everything=400000, of="nothing", other=0, compiler="GNU 1", valgrind=None):
        """Counts for every fixture; `other` for the profile "all" of the fixture `of`."""
        counts = self.program("valgrind", f"""
for last; do before=$name; name=$last; done
n={everything}; [ "$name" = fast ] && n={fast}
[ "$before $name" = "{of} all" ] && n={other}
echo "==7== Collected : $n" >&2""")
        done = subprocess.run([sys.executable, GUARD, "--program", os.path.join(self.folder, "count"), "--compiler", compiler,
                               "--record", self.record, "--valgrind", valgrind or counts, *arguments],
                              capture_output=True, text=True, timeout=60, check=False)
        return done.returncode, done.stdout + done.stderr

    def test_the_same_counts_pass(self):
        code, said = self.guard()
        self.assertEqual(code, 0, said)
        self.assertIn("+0.00 %", said)

    def test_just_below_five_percent_passes(self):
        self.assertEqual(self.guard(of="log", other=419900)[0], 0)

    def test_just_over_five_percent_fails_and_is_named(self):
        code, said = self.guard(of="log", other=420100)
        self.assertEqual(code, 1, said)
        self.assertIn("log, all: 5.0 % more instructions than recorded", said)
        self.assertNotIn("mail, all: 5", said)
        code, said = self.guard(fast=220000)
        self.assertEqual(code, 1, said)
        self.assertIn("manual, fast: 10.0 % more", said)

    def test_fewer_pass_and_are_said(self):
        code, said = self.guard(fast=150000)
        self.assertEqual(code, 0, said)
        self.assertIn("mail, fast: this has become faster", said)

    def test_another_text_fails(self):
        self.program("count", 'echo "200000 00fe"')
        code, said = self.guard()
        self.assertEqual(code, 1, said)
        self.assertIn("mail: the text is not the one that was recorded", said)

    def test_what_cannot_be_counted_fails(self):
        self.assertEqual(self.guard(valgrind=self.program("broken", "exit 3"))[0], 1)
        self.assertEqual(self.guard(valgrind=self.program("silent", "exit 0"))[0], 1)
        self.assertEqual(self.guard(of="mail", other=0)[0], 1)

    def test_it_is_skipped_where_the_record_says_nothing(self):
        for code, said in (self.guard(compiler="Clang 14"), self.guard(valgrind=os.path.join(self.folder, "none")),
                           self.guard(valgrind=self.program("old", "exit 77"))):
            self.assertEqual(code, 77, said)
            self.assertIn("skipped: ", said)

    def test_renewing_records_what_is_counted(self):
        self.assertEqual(self.guard("--renew", fast=210000, compiler="GNU 2")[0], 0)
        with open(self.record, encoding="utf-8") as file:
            record = json.load(file)
        self.assertEqual(record["compiler"], "GNU 2")
        self.assertEqual(record["fixtures"]["log"], {"bytes": 200000, "hash": "00ff", "fast": 1050000, "all": 2000000})
        self.assertEqual(self.guard(fast=210000, compiler="GNU 2")[0], 0)


if __name__ == "__main__":
    unittest.main()
