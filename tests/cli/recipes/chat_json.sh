printf '%s\n' '{"messages": [{"role": "user", "content": "Frau Z\u00f6kemann,\nzoekemann@example.org"}]}' > chat.jsonl
maske --format jsonl --map map.json chat.jsonl > safe.jsonl
cat safe.jsonl
maske restore --map map.json safe.jsonl | cmp - chat.jsonl
