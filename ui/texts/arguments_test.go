package texts_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"itportfoljen/ui/texts"
)

// TestEveryTextGetsTheArgumentsItTakes reads the window's source: a text is
// called with as many arguments as it has places for.
func TestEveryTextGetsTheArgumentsItTakes(t *testing.T) {
	seen := 0
	written := map[string]bool{}
	calls(t, func(_ token.Position, _, key string, _ int) { written[key] = true })
	calls(t, func(at token.Position, name, key string, args int) {
		forms := []string{key}
		if name == "N" {
			forms, args = []string{key + ".one", key + ".many"}, args-1
		}
		if strings.HasSuffix(key, ".") { // a family: "page." + id
			forms = forms[:0]
			for k := range texts.Keys() {
				if member, ok := strings.CutPrefix(k, key); ok && !strings.Contains(member, ".") && !written[k] {
					forms = append(forms, k)
				}
			}
		}
		for _, form := range forms {
			seen++
			got := texts.Verbs(texts.Keys()[form])
			if got == args || name == "N" && got == args+1 {
				continue
			}
			t.Errorf("%s: %q takes %d and is given %d", at, form, got, args)
		}
	})
	if seen < 300 {
		t.Errorf("only %d texts looked at", seen)
	}
}

// calls finds the calls of T and N with a key that is written out, and how many
// arguments come after it.
func calls(t *testing.T, found func(at token.Position, name, key string, args int)) {
	t.Helper()
	files := token.NewFileSet()
	err := filepath.WalkDir("..", func(path string, _ os.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		f, err := parser.ParseFile(files, path, nil, 0)
		if err != nil {
			return err
		}
		ast.Inspect(f, func(n ast.Node) bool {
			c, ok := n.(*ast.CallExpr)
			if !ok || len(c.Args) == 0 || c.Ellipsis.IsValid() {
				return true
			}
			s, ok := c.Fun.(*ast.SelectorExpr)
			if pkg, is := leftmost(s).(*ast.Ident); !ok || !is || pkg.Name != "texts" || s.Sel.Name != "T" && s.Sel.Name != "N" {
				return true
			}
			if key, ok := literal(c.Args[0]); ok {
				found(files.Position(c.Pos()), s.Sel.Name, key, len(c.Args)-1)
			}
			return true
		})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func leftmost(s *ast.SelectorExpr) ast.Expr {
	if s == nil {
		return nil
	}
	return s.X
}

// literal is the key as far as it is written out.
func literal(e ast.Expr) (string, bool) {
	if b, ok := e.(*ast.BinaryExpr); ok {
		e = b.X
	}
	l, ok := e.(*ast.BasicLit)
	if !ok || l.Kind != token.STRING {
		return "", false
	}
	s, err := strconv.Unquote(l.Value)
	return s, err == nil
}

// TestCountsReadRight writes every text that counts for 0, 1 and 2, as they
// are shown.
func TestCountsReadRight(t *testing.T) {
	n := 0
	for key, many := range texts.Keys() {
		base, ok := strings.CutSuffix(key, ".many")
		if !ok {
			continue
		}
		n++
		one, ok := texts.Keys()[base+".one"]
		if !ok {
			t.Errorf("%q has no form for one", base)
			continue
		}
		rest := texts.Verbs(many) - 1
		if rest < 0 || texts.Verbs(one) != rest && texts.Verbs(one) != rest+1 {
			t.Errorf("%q: one takes %d, many %d", base, texts.Verbs(one), texts.Verbs(many))
			continue
		}
		args := make([]any, rest)
		for i := range args {
			args[i] = "x"
		}
		for _, count := range []int{0, 1, 2} {
			got := texts.N(base, count, args...)
			if strings.Contains(got, "%!") {
				t.Errorf("%q for %d is %q", base, count, got)
			}
			if count != 1 && !strings.Contains(got, strconv.Itoa(count)) {
				t.Errorf("%q for %d is %q, which doesn't say how many", base, count, got)
			}
			if wrong := wrongForm(got, count == 1); wrong != "" {
				t.Errorf("%q for %d is %q: %s", base, count, got, wrong)
			}
		}
	}
	if n < 20 {
		t.Errorf("only %d texts count", n)
	}
}

// TestNothingThatCountsHasOneFormOnly: a count before a noun must be a pair of
// texts.
func TestNothingThatCountsHasOneFormOnly(t *testing.T) {
	for key, s := range texts.Keys() {
		if strings.HasSuffix(key, ".one") || strings.HasSuffix(key, ".many") {
			continue
		}
		if m := counted.FindString(s); m != "" {
			t.Errorf("%q counts %q in one form", key, m)
		}
	}
}

// The nouns that the window counts, in both forms.
var (
	nouns = map[string]string{
		"rad": "rader", "kolumn": "kolumner", "cell": "celler", "fråga": "frågor", "enhet": "enheter", "person": "personer", "insats": "insatser",
		"uppgift": "uppgifter", "ändring": "ändringar", "post": "poster", "kostnad": "kostnader", "sida": "sidor", "fil": "filer", "dag": "dagar",
	}
	counted = regexp.MustCompile(`%[sd] (` + alternatives() + `)(?:[^\pL]|$)`)
)

func alternatives() string {
	var all []string
	for one, many := range nouns {
		all = append(all, one, many)
	}
	return strings.Join(all, "|")
}

// wrongForm says what in a text doesn't go with its number: the noun after the
// count, or the word about it.
func wrongForm(s string, one bool) string {
	for _, m := range regexp.MustCompile(`(\d+) (\pL+)(?: (\pL+))?`).FindAllStringSubmatch(s, -1) {
		for single, plural := range nouns {
			if single == plural {
				continue
			}
			if m[2] == single && !one || m[2] == plural && one {
				return m[2]
			}
			if m[2] == single && one && strings.HasSuffix(m[3], "de") || m[2] == single && one && strings.HasSuffix(m[3], "ta") {
				return m[3]
			}
		}
	}
	return ""
}
