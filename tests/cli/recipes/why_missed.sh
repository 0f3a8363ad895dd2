printf 'Der Bericht kam von Zoekemann.\n' > letter.txt
maske explain --at 20 letter.txt
