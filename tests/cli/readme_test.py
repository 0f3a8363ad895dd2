"""The recipes of the README are scripts that run as they stand there: readme_test.py PROGRAM ROOT

Each tests/cli/recipes/NAME.sh stands word for word in a block of README.md and README.de.md, runs in an empty folder with
maske in the PATH, and writes what NAME.out holds (both outputs, in the order in which they are written).
"""
import os
import re
import subprocess
import sys
import tempfile
import unittest

PROGRAM, ROOT = sys.argv[1:3]
RECIPES = os.path.join(ROOT, "tests", "cli", "recipes")
NAMES = sorted(name[:-3] for name in os.listdir(RECIPES) if name.endswith(".sh"))


def read(*path):
    with open(os.path.join(*path), encoding="utf-8") as f:
        return f.read()


class Recipes(unittest.TestCase):
    def test_each_stands_in_the_readme(self):
        self.assertGreaterEqual(len(NAMES), 4)
        for readme in ("README.md", "README.de.md"):
            blocks = re.findall(r"^```sh\n(.*?)^```$", read(ROOT, readme), re.S | re.M)
            for name in NAMES:
                self.assertIn(read(RECIPES, name + ".sh"), blocks, f"{readme} lacks {name}.sh")

    def test_each_does_what_it_says(self):
        for name in NAMES:
            with self.subTest(name), tempfile.TemporaryDirectory() as tools, tempfile.TemporaryDirectory() as folder:
                os.symlink(PROGRAM, os.path.join(tools, "maske"))
                environment = {"PATH": tools + ":/usr/bin:/bin", "LC_ALL": "C.UTF-8"}
                run = subprocess.run(["sh", "-eu", os.path.join(RECIPES, name + ".sh")], cwd=folder, env=environment,
                                     stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
                self.assertEqual(run.returncode, 0, run.stdout)
                self.assertEqual(run.stdout.decode(), read(RECIPES, name + ".out"))


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
