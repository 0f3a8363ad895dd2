mkdir -p my-patterns
cat > my-patterns/projects.toml <<'END'
[[pattern]]
id = "project-number"
type = "PROJECT"
source = "our list of projects: P, the year, four digits"
expression = 'P-20\d{2}-\d{4}'
scores = { bare = 0.9 }
[pattern.examples]
match = ["im Projekt P-2026-0815 steht", "(P-2025-0001)", "P-2024-1234"]
no_match = ["P-1999-0815", "XP-2026-0815", "P-2026-08155"]
END
maske patterns check my-patterns
echo 'Das Angebot zu P-2026-0815 ist da.' | maske --patterns my-patterns
