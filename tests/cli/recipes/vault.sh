maske vault init --key-file vault.key chats.vault
echo 'Frau Zoekemann, zoekemann@example.org' | maske --vault chats.vault --key-file vault.key > safe.txt
cat safe.txt
maske restore --vault chats.vault --key-file vault.key safe.txt
maske vault forget --vault chats.vault --key-file vault.key '[EMAIL_1]'
maske restore --vault chats.vault --key-file vault.key safe.txt
