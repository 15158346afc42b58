package proof_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// A said is a word that the program doesn't use for a thing, since it uses another.
type said struct {
	wrong *regexp.Regexp
	use   string
	// in are the sentences, by what they hold, where the word is the right one all the same.
	in []string
}

// banned are the words for what goes out of the program and into it. What is printed is put
// on paper; all else is exported and imported.
var banned = []said{
	{regexp.MustCompile(`(?i)\bläs(a|er|es|t|te|ts|tes)?( \p{L}+)? in\b`), "importera", []string{"Läs in svar", "läs in svar"}},
	{regexp.MustCompile(`(?i)\binläs(n|t|a)`), "import, importerad", nil},
	{regexp.MustCompile(`(?i)\bskriv(a|er|s|as|it|its)?( \p{L}+)? ut\b|\bskrev(s)? ut\b|\butskri(ven|vet|vna)\b`), "exportera, och Skriv ut bara för papper", []string{
		"Du kan läsa, skriva ut och exportera",                                                                                             // a portfolio that is open for reading
		"precis som de skrivs ut", "Det du ser är det som skrivs ut", "Det man ser är det som skrivs ut", "ger en arbetsbok att skriva ut", // pages on paper
		"Fröet skrivs ut", "den som skrivs ut",
		"Ctrl+P", `"action.print`, `"print.`, "vad som skrivs ut (`Printer`",
	}},
	{regexp.MustCompile(`(?i)\bskicka(r|s|de|t)? ut\b`), "exportera; Skicka ut är rundturens eget ord", nil},
}

// roundTrip are the texts where Skicka ut and Läs in svar have their own meaning.
var roundTrip = regexp.MustCompile(`(?i)svar|rundtur`)

// TestTheSameThingHasTheSameWord reads all that people read: what goes out is exported, what
// comes in is imported and what is printed comes on paper, wherever it is said.
func TestTheSameThingHasTheSameWord(t *testing.T) {
	seen := 0
	look := func(at, sentence string) {
		seen++
		for _, b := range banned {
			m := b.wrong.FindString(sentence)
			if m == "" || slices.ContainsFunc(b.in, func(s string) bool { return strings.Contains(sentence, s) }) {
				continue
			}
			if strings.Contains(strings.ToLower(m), "skicka") && roundTrip.MatchString(sentence) {
				continue
			}
			t.Errorf("%s says %q; say %s: %.120s", at, m, b.use, sentence)
		}
	}
	root := "../../.."
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		name, _ := filepath.Rel(root, path)
		name = filepath.ToSlash(name)
		if d.IsDir() && (d.Name() == ".git" || d.Name() == "testdata" || name == "app/demo" || name == "cmd/internal") {
			return fs.SkipDir
		}
		switch {
		case strings.HasSuffix(name, ".md"), strings.HasPrefix(name, "assets/texts/"):
			data, err := os.ReadFile(path)
			for line := range strings.Lines(string(data)) {
				if !strings.HasPrefix(line, `  "also.`) { // what people look for things by
					look(name, line)
				}
			}
			return err
		case strings.HasSuffix(name, ".go") && !strings.HasSuffix(name, "_test.go") && name != "data/sqlite/migrate.go" && !strings.HasPrefix(name, "app/exchange/read/"):
			files := token.NewFileSet()
			f, err := parser.ParseFile(files, path, nil, 0)
			if err != nil {
				return err
			}
			ast.Inspect(f, func(n ast.Node) bool {
				if l, ok := n.(*ast.BasicLit); ok && l.Kind == token.STRING {
					if s, err := strconv.Unquote(l.Value); err == nil {
						look(name+":"+strconv.Itoa(files.Position(l.Pos()).Line), s)
					}
				}
				return true
			})
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if seen < 10000 {
		t.Errorf("only %d sentences read", seen)
	}
}
