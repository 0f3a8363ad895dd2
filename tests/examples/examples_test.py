"""The example programs on made-up text: examples_test.py FOLDER"""
import os
import subprocess
import sys
import unittest

FOLDER = sys.argv[1]


def run(name, text, *arguments):
    return subprocess.run([os.path.join(FOLDER, name), *arguments], input=text, capture_output=True, text=True, timeout=60,
                          check=False)


class Examples(unittest.TestCase):
    def test_chat_loop_sends_no_original_and_restores_the_answer(self):
        lines = ["Schreib bitte Frau Zoekemann, zoekemann@example.org", "Zoekemann wohnt Lindenstr. 5, 50674 Köln", "nichts"]
        chat = run("chat_loop", "".join(line + "\n" for line in lines))
        self.assertEqual(chat.returncode, 0, chat.stderr)
        self.assertEqual(chat.stdout, "".join(f'Gern. Du schriebst: "{line}"\n' for line in lines))
        sent = chat.stderr
        for original in ("Zoekemann", "zoekemann", "example.org", "Lindenstr", "50674"):
            self.assertNotIn(original, sent)
        self.assertIn("Frau [PERSON_1], [EMAIL_1]", sent)
        self.assertIn("[PERSON_1] wohnt [ADDRESS_1]", sent)  # the same person in the second line

    def test_log_tail_gives_each_line_at_once(self):
        tail = subprocess.Popen([os.path.join(FOLDER, "log_tail")], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        try:
            for number in range(1, 4):
                tail.stdin.write(f"12:00:0{number} login of user{number}@example.org\n")
                tail.stdin.flush()
                self.assertEqual(tail.stdout.readline(), f"12:00:0{number} login of [EMAIL_{number}]\n")
            tail.stdin.write("the end, without a line feed")
            tail.stdin.close()
            self.assertEqual(tail.stdout.read(), "the end, without a line feed")
            self.assertEqual(tail.wait(timeout=60), 0)
        finally:
            tail.stdout.close()
            tail.kill()
            tail.wait()

    def test_server_answers_in_order_whatever_the_threads(self):
        requests = [f"Frau Zoekemann, user{i}@example.org, {i}" for i in range(300)] + ["", "ohne"]
        expected = [f"Frau [PERSON_1], [EMAIL_1], {i}" for i in range(300)] + ["", "ohne"]
        for threads in ("1", "8"):
            server = run("server", "".join(r + "\n" for r in requests), threads)
            self.assertEqual(server.returncode, 0, server.stderr)
            self.assertEqual(server.stdout.splitlines(), expected)
        self.assertEqual(run("server", "", "0").returncode, 2)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
