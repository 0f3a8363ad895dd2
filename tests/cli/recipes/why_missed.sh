printf 'Die Akte zoekemann liegt bei.\n' > letter.txt
maske explain --at 10 letter.txt
