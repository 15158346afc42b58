package app_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// mentionsAtMost is how often code outside a kind's own room may speak of that
// very kind: what a kind says of itself needs no mention. The number only goes
// down.
const mentionsAtMost = 80

// rooms are the packages that are about particular kinds by nature: the example,
// and what helps tests. Those that declare kinds are found by themselves.
var rooms = []string{"app/demo", "app/apptest", "app/exchange/intake/intaketest", "data/storetest", "cmd/internal/bench"}

func TestKindsAreMentionedInTheirRooms(t *testing.T) {
	mentions, declaring := map[string]int{}, map[string]bool{}
	err := filepath.WalkDir("..", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		dir := filepath.ToSlash(filepath.Dir(path))[len("../"):]
		if slices.Contains(rooms, dir) || filepath.Base(path) == "kinds.go" && dir == "app" {
			return nil
		}
		f, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		ast.Inspect(f, func(n ast.Node) bool {
			if s, ok := n.(*ast.SelectorExpr); ok {
				switch of := packageOf(s.X); {
				case of == "field" && s.Sel.Name == "NewKind":
					declaring[dir] = true
				case of != "field" && of != "reflect" && strings.HasSuffix(s.Sel.Name, "Kind") && subjects[of]:
					mentions[dir]++
				}
			}
			return true
		})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	total := 0
	for dir, n := range mentions {
		if !declaring[dir] {
			total += n
		}
	}
	if total > mentionsAtMost {
		t.Errorf("%d mentions of particular kinds outside their rooms, at most %d: let the kind say of itself what is asked. %v", total, mentionsAtMost, mentions)
	}
	t.Logf("%d mentions", total)
}

// subjects are the packages whose kinds are counted: those of the registry.
var subjects = func() map[string]bool {
	out := map[string]bool{}
	f, err := parser.ParseFile(token.NewFileSet(), "kinds.go", nil, parser.SkipObjectResolution)
	if err != nil {
		return out
	}
	ast.Inspect(f, func(n ast.Node) bool {
		if s, ok := n.(*ast.SelectorExpr); ok && strings.HasSuffix(s.Sel.Name, "Kind") && packageOf(s.X) != "field" {
			out[packageOf(s.X)] = true
		}
		return true
	})
	return out
}()

// packageOf is the name before the dot.
func packageOf(x ast.Expr) string {
	if id, ok := x.(*ast.Ident); ok {
		return id.Name
	}
	return ""
}
