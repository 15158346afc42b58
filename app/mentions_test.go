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
const mentionsAtMost = 100

// rooms are the packages that declare kinds, and those that are about particular
// kinds by nature: the example, and what helps tests.
var rooms = []string{"app/portfolio", "app/plan", "app/org", "app/economy", "app/settings", "app/demo", "app/apptest", "app/intake/intaketest", "data/storetest", "cmd/internal/bench"}

func TestKindsAreMentionedInTheirRooms(t *testing.T) {
	total, by := 0, map[string]int{}
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
			if s, ok := n.(*ast.SelectorExpr); ok && strings.HasSuffix(s.Sel.Name, "Kind") && declares(s.X) {
				total, by[dir] = total+1, by[dir]+1
			}
			return true
		})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if total > mentionsAtMost {
		t.Errorf("%d mentions of particular kinds outside their rooms, at most %d: let the kind say of itself what is asked. %v", total, mentionsAtMost, by)
	}
	t.Logf("%d mentions", total)
}

// declares says whether an identifier is a package that declares kinds.
func declares(x ast.Expr) bool {
	id, ok := x.(*ast.Ident)
	return ok && slices.Contains([]string{"portfolio", "plan", "org", "economy", "settings"}, id.Name)
}
