echo 'service@example.org' > never.txt
echo 'Fragen an service@example.org, nicht an zoekemann@example.org' | maske --allow never.txt
