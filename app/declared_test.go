package app_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"maps"

	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"itportfoljen/app"
)

// TestFieldsComeAsTheyAreDeclared: Go makes variables when what they need is made,
// which may be in another order than they are written in. A field that comes after the
// others in lists and forms needs something that is declared further down: move that up.
func TestFieldsComeAsTheyAreDeclared(t *testing.T) {
	written := map[string][]string{} // keys by the kind's name
	dirs := map[string]bool{}
	files, err := filepath.Glob("*/*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		dirs[filepath.Dir(f)] = true
	}
	names := map[string]string{} // of kinds, by package and variable
	calls := map[string][]*ast.CallExpr{}
	for dir := range dirs {
		files, _ := filepath.Glob(dir + "/*.go")
		for _, path := range files {
			if strings.HasSuffix(path, "_test.go") {
				continue
			}
			f, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.SkipObjectResolution)
			if err != nil {
				t.Fatal(err)
			}
			for _, d := range f.Decls {
				g, ok := d.(*ast.GenDecl)
				if !ok {
					continue
				}
				for _, spec := range g.Specs {
					v, ok := spec.(*ast.ValueSpec)
					if !ok || len(v.Values) != 1 {
						continue
					}
					if name := literal(v, "NewKind", "Name"); name != "" {
						names[dir+"."+v.Names[0].Name] = name
					} else if call, ok := v.Values[0].(*ast.CallExpr); ok && (len(call.Args) > 2 || isPlace(call)) {
						calls[dir] = append(calls[dir], call)
					}
				}
			}
		}
	}
	// What a package declares of another's kind comes after that kind's own, and packages
	// come by name.
	for _, foreign := range []bool{false, true} {
		for _, dir := range slices.Sorted(maps.Keys(calls)) {
			for _, c := range calls[dir] {
				kind, key := dir+".", ""
				switch of := c.Args[0].(type) {
				case *ast.Ident:
					kind += of.Name
				case *ast.SelectorExpr:
					kind = packageOf(of.X) + "." + of.Sel.Name
				}
				if isPlace(c) {
					key = "place"
				} else if lit, ok := c.Args[1].(*ast.BasicLit); ok {
					key, _ = strconv.Unquote(lit.Value)
				}
				if _, is := c.Args[0].(*ast.SelectorExpr); is == foreign && key != "" && names[kind] != "" {
					written[names[kind]] = append(written[names[kind]], key)
				}
			}
		}
	}
	for _, k := range app.Kinds {
		var keys []string
		for _, f := range k.Fields() {
			keys = append(keys, f.Key)
		}
		if !slices.Equal(keys, written[k.Name]) {
			t.Errorf("the fields of %s are\n%q, and written as\n%q", k.Name, keys, written[k.Name])
		}
	}
}

// isPlace says whether a call declares the place of a kind's records among each other, whose key
// is always the same.
func isPlace(c *ast.CallExpr) bool {
	s, ok := c.Fun.(*ast.SelectorExpr)
	return ok && s.Sel.Name == "NewPlace"
}
