package app_test

import (
	"cmp"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// mentionsAtMost is how often code outside a kind's own room may speak of that
// very kind: what a kind says of itself needs no mention. The number only goes
// down.
const mentionsAtMost = 25

// rooms are the packages that are about particular kinds by nature: the example,
// and what helps tests. Those that declare kinds are found by themselves.
var rooms = []string{"app/demo", "app/apptest", "app/exchange/intake/intaketest", "data/storetest", "cmd/internal/bench"}

func TestKindsAreMentionedInTheirRooms(t *testing.T) {
	mentions, declaring := map[string]int{}, map[string]bool{}
	pageOf, pageIn := map[string]string{}, map[string]string{} // by kind as it is written, and by folder
	shown := map[string][]string{}                             // the kinds that a page speaks of
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
			switch n := n.(type) {
			case *ast.ValueSpec:
				pageOf[f.Name.Name+"."+n.Names[0].Name] = cmp.Or(literal(n, "NewKind", "Page"), "settings")
			case *ast.CallExpr: // a report about one thing is a room of that kind
				if s, ok := n.Fun.(*ast.SelectorExpr); ok && packageOf(s.X) == "report" && (s.Sel.Name == "WithOf" || s.Sel.Name == "About") {
					mentions[dir]--
				}
			case *ast.CompositeLit:
				if page := literal(n, "PageSpec", "ID"); page != "" {
					pageIn[dir] = page
				}
			}
			if strings.HasPrefix(dir, "reports/") {
				mentions[dir] -= subjectsOf(n)
			}
			if s, ok := n.(*ast.SelectorExpr); ok {
				switch of := packageOf(s.X); {
				case of == "field" && s.Sel.Name == "NewKind":
					declaring[dir] = true
				case of != "field" && of != "reflect" && strings.HasSuffix(s.Sel.Name, "Kind") && subjects[of]:
					mentions[dir]++
					shown[dir] = append(shown[dir], of+"."+s.Sel.Name)
				}
			}
			return true
		})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for dir, kinds := range shown { // a page is a room of the kinds that are shown there
		for _, k := range kinds {
			if pageIn[dir] != "" && pageOf[k] == pageIn[dir] {
				mentions[dir]--
			}
		}
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

// subjectsOf counts the kinds that a report is said to be about: it is a room of those.
func subjectsOf(n ast.Node) (of int) {
	count := func(x ast.Expr) {
		if s, ok := x.(*ast.SelectorExpr); ok && strings.HasSuffix(s.Sel.Name, "Kind") && subjects[packageOf(s.X)] {
			of++
		}
	}
	switch n := n.(type) {
	case *ast.CallExpr:
		if s, ok := n.Fun.(*ast.SelectorExpr); ok && slices.Contains([]string{"About", "Perhaps", "WithOf"}, s.Sel.Name) {
			count(n.Args[0])
		}
	case *ast.KeyValueExpr:
		if id, ok := n.Key.(*ast.Ident); ok && id.Name == "Of" {
			count(n.Value)
		}
	}
	return of
}

// literal is the text of a key in what makes or is something of a name: in
// field.NewKind(field.Kind{Page: "systems"}) the Page of NewKind.
func literal(in ast.Node, of, key string) (found string) {
	named, value := false, ""
	ast.Inspect(in, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			return false
		case *ast.SelectorExpr:
			named = named || n.Sel.Name == of
		case *ast.KeyValueExpr:
			if id, ok := n.Key.(*ast.Ident); ok && id.Name == key {
				if lit, ok := n.Value.(*ast.BasicLit); ok && value == "" {
					value, _ = strconv.Unquote(lit.Value)
				}
			}
		}
		return true
	})
	if named {
		found = value
	}
	return found
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
