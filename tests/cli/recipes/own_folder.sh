mkdir -p letters
echo 'Frau Zoekemann, zoekemann@example.org' > letters/a.txt
echo 'Herr Boeck, 0211 4930217' > letters/b.txt
maske detect --stats -o findings.jsonl letters/*.txt
