echo 'Frau Zoekemann, IBAN DE89 3704 0044 0532 0130 00' | maske --map map.json > safe.txt
cat safe.txt
echo 'Bitte an [PERSON_1] überweisen: [IBAN_1].' | maske restore --map map.json
