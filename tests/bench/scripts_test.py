"""bench/compare.sh and tools/picture/speeds_svg.py: scripts_test.py ROOT MASKE"""
import importlib.util
import json
import os
import shutil
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree as tree

ROOT, MASKE = sys.argv[1:3]
COMPARE = os.path.join(ROOT, "bench", "compare.sh")
SPEEDS = os.path.join(ROOT, "tools", "picture", "speeds_svg.py")
TEXT = "an anna@example.org\nnichts\nan ben@example.com und anna@example.org\n"


class Scripts(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.mkdtemp()
        self.addCleanup(shutil.rmtree, self.folder)
        self.text = os.path.join(self.folder, "text.txt")
        with open(self.text, "w", encoding="utf-8") as file:
            file.write(TEXT)
        self.tools = os.path.join(self.folder, "bin")
        os.mkdir(self.tools)
        self.temporary = os.path.join(self.folder, "tmp")
        os.mkdir(self.temporary)
        self.log = os.path.join(self.folder, "log")

    def fake(self, name, then="echo 2"):
        """A program that notes its call and the size of its last argument."""
        path = os.path.join(self.tools, name)
        with open(path, "w", encoding="utf-8") as file:
            file.write(f'#!/bin/sh\nfor last; do :; done\necho "{name} $* $(stat -c %s "$last")" >>"{self.log}"\n{then}\n')
        os.chmod(path, 0o755)
        return path

    def compare(self, *arguments, only_tools=False):
        if only_tools:  # what the script needs, and nothing else
            for name in ("awk", "bash", "cat", "mktemp", "mv", "rm", "sh", "sort", "stat", "tail", "truncate"):
                path = os.path.join(self.tools, name)
                if not os.path.exists(path):
                    os.symlink(shutil.which(name), path)
        path = self.tools if only_tools else self.tools + ":" + os.environ["PATH"]
        return subprocess.run(["bash", COMPARE, *arguments], capture_output=True, text=True, timeout=120, check=False,
                              env={"PATH": path, "TMPDIR": self.temporary})

    def calls(self):
        with open(self.log, encoding="utf-8") as file:
            return [line.split()[0] for line in file]

    def test_the_real_programs_have_a_row_each(self):
        out = os.path.join(self.folder, "out.json")
        run = self.compare("--maske", MASKE, "--json", out, self.text, "1")
        self.assertEqual(run.returncode, 0, run.stderr)
        lines = run.stdout.splitlines()
        self.assertTrue(lines[0].startswith(f"{len(TEXT)} bytes, medians of 1 runs"), run.stdout)
        self.assertIn("maske mask --profile fast ", run.stdout)
        grep = [line for line in lines if line.startswith("grep")]
        self.assertEqual(grep[0].split()[-1], "2", run.stdout)  # lines with an address
        with open(out, encoding="utf-8") as file:
            result = json.load(file)
        self.assertEqual(result["bytes"], len(TEXT))
        self.assertEqual([s["name"] for s in result["speeds"]], [line[:26].strip() for line in lines[2:]])
        self.assertTrue(all(s["ms"] > 0 and s["mb_per_s"] > 0 for s in result["speeds"]), result)
        self.assertEqual(os.listdir(self.temporary), [])

    def test_they_run_in_turns_after_a_turn_that_does_not_count(self):
        for name in ("maske", "rg", "grep"):
            self.fake(name)
        run = self.compare("--maske", os.path.join(self.tools, "maske"), self.text, "2", only_tools=True)
        self.assertEqual(run.returncode, 0, run.stderr)
        self.assertEqual(self.calls(), ["maske", "maske", "rg", "grep"] * 3)
        with open(self.log, encoding="utf-8") as file:
            first = file.read().splitlines()[:4]
        self.assertIn("mask --profile fast", first[0])
        self.assertNotIn("fast", first[1])
        for line in first[2:]:
            self.assertIn(r"[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,}", line)
        self.assertIn(" -j1 ", first[2])
        self.assertRegex(run.stdout, r"rg -c -j1 .* 1\.000 +(1\.000|-) +2\n")

    def test_a_file_is_repeated_and_the_copy_goes_away(self):
        for name in ("maske", "rg", "grep"):
            self.fake(name)
        run = self.compare("--maske", os.path.join(self.tools, "maske"), "--repeat", "1", self.text, "1", only_tools=True)
        self.assertEqual(run.returncode, 0, run.stderr)
        size = -(-1000000 // len(TEXT)) * len(TEXT)
        self.assertTrue(run.stdout.startswith(f"{size} bytes"), run.stdout)
        with open(self.log, encoding="utf-8") as file:
            self.assertEqual({line.split()[-1] for line in file}, {str(size)})
        self.assertEqual(os.listdir(self.temporary), [])

    def test_what_is_not_installed_is_said_and_left_out(self):
        self.fake("maske")
        self.fake("grep")
        run = self.compare("--maske", os.path.join(self.tools, "maske"), self.text, "1", only_tools=True)
        self.assertEqual(run.returncode, 0, run.stderr)
        self.assertIn("rg is not installed: left out (Debian: apt-get install ripgrep)", run.stderr)
        self.assertNotIn("rg -c", run.stdout)
        self.assertIn("grep -cE", run.stdout)

    def test_a_program_that_fails_has_no_figure(self):
        self.fake("maske", "exit 4")
        run = self.compare("--maske", os.path.join(self.tools, "maske"), "--repeat", "1", self.text, "1", only_tools=True)
        self.assertEqual(run.returncode, 2)
        self.assertIn("maske mask --profile fast ended with status 4", run.stderr)
        self.assertEqual(run.stdout, "")
        self.assertEqual(os.listdir(self.temporary), [])

    def test_wrong_usage_runs_nothing(self):
        self.fake("maske")
        maske = os.path.join(self.tools, "maske")
        empty = os.path.join(self.folder, "empty")
        with open(empty, "w", encoding="utf-8"):
            pass
        for arguments in ([], [self.text, "0"], [self.text, "x"], [self.text, "1", "2"], ["--repeat", self.text],
                          ["--no-such", self.text], ["--repeat"], [empty], [self.text + ".none"]):
            run = self.compare("--maske", maske, *arguments)
            self.assertEqual(run.returncode, 2, arguments)
            self.assertIn("compare.sh: ", run.stderr)
        run = self.compare("--maske", maske + ".none", self.text)
        self.assertEqual(run.returncode, 2)
        self.assertIn("there is no maske at", run.stderr)
        self.assertFalse(os.path.exists(self.log))

    def test_where_shares_out_by_namespace(self):
        spec = importlib.util.spec_from_file_location("where", os.path.join(ROOT, "bench", "where.py"))
        where = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(where)
        report = """# Overhead;Shared Object;Symbol
    30.00%;maske;[.] maske::names::model::N_AVX2::ConvolveOnTarget
    20.00%;maske;[.] maske::names::N_AVX2::LoadBatchOnTarget
    10.00%;maske;[.] maske::match::Gather<maske::match::(anonymous namespace)::Matcher::Run()::{lambda(unsigned long)#1}>
     5.00%;maske;[.] maske::redact::Forms::Read
     5.00%;maske;[.] maske::Engine::Write
    10.00%;libc.so.6;[.] __memcmp_avx2_movbe
    10.00%;libre2.so.9.0.0;[.] 0x000000000001a80a
     5.00%;libicuuc.so.72.1;[.] ucase_toupper
     3.00%;maske;[.] main
     2.00%;[vdso];[.] clock_gettime

"""
        of = where.shares(report, "maske")
        self.assertAlmostEqual(sum(of.values()), 1.0)
        for name, share in {"names: the model": 0.3, "names: lexicon and rules": 0.2, "match: triggers, patterns, checks": 0.1,
                            "redact: vault, placeholders": 0.05, "engine, command": 0.05, "C library, allocation": 0.1,
                            "RE2": 0.1, "ICU": 0.05, "the rest of the program": 0.05, "address": 0}.items():
            self.assertAlmostEqual(of[name], share, msg=name)
        self.assertEqual(sum(where.shares("", "maske").values()), 0)

    def draw(self, *runs):
        names = []
        for i, run in enumerate(runs):
            names.append(os.path.join(self.folder, f"{i}.json"))
            with open(names[-1], "w", encoding="utf-8") as file:
                json.dump(run, file)
        return subprocess.run([sys.executable, SPEEDS, *names], capture_output=True, text=True, timeout=60, check=False)

    @staticmethod
    def speeds(pattern, fast, everything, digest="0"):
        return [{"name": "memcpy", "mb_per_s": 9999.0, "hash": "0"},
                {"name": "RE2, one e-mail pattern", "mb_per_s": pattern, "hash": "0"},
                {"name": "maske, fast", "mb_per_s": fast, "hash": "0"},
                {"name": "maske, everything on", "mb_per_s": everything, "hash": digest}]

    def test_the_picture_has_a_bar_of_the_right_length_for_every_figure(self):
        about = {"date": "2026-01-02", "machine": "a <machine>", "runs": 3}
        run = self.draw({**about, "texts": [{"name": "mail & more", "bytes": 1, "speeds": self.speeds(1000.0, 100.0, 10.0)}]},
                        {**about, "texts": [{"name": "digits", "bytes": 1, "speeds": self.speeds(500.0, 1.0, 0, None)}]})
        self.assertEqual(run.returncode, 0, run.stderr)
        root = tree.fromstring(run.stdout)
        space = "{http://www.w3.org/2000/svg}"
        texts = [node.text for node in root.iter(space + "text")]
        for shown in ("mail & more", "digits", "1000", "100", "10.0", "500", "1.0", "no figure"):
            self.assertIn(shown, texts)
        self.assertEqual(texts.count("no figure"), 1)
        self.assertIn("2026-01-02, a <machine>, medians of 3 runs", texts)
        bars = [float(node.get("width")) for node in root.iter(space + "rect") if node.get("height") == "10"]
        self.assertEqual(len(bars), 5)
        self.assertAlmostEqual(bars[0] / bars[1], 1.5, delta=0.01)  # three decades against two
        self.assertAlmostEqual(bars[0] / bars[2], 3.0, delta=0.01)
        self.assertEqual(bars[4], 1.0)  # the least of all

    def test_nothing_to_draw_is_an_error(self):
        self.assertEqual(self.draw().returncode, 2)
        self.assertEqual(self.draw({"date": "", "machine": "", "runs": 1, "texts": []}).returncode, 3)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
