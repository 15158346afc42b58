package app_test

import (
	"go/ast"
	"go/parser"
	"go/token"
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
	for dir := range dirs {
		names := map[string]string{} // of kinds, by variable
		var calls []*ast.CallExpr
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
						names[v.Names[0].Name] = name
					} else if call, ok := v.Values[0].(*ast.CallExpr); ok && len(call.Args) > 2 {
						calls = append(calls, call)
					}
				}
			}
		}
		for _, c := range calls {
			kind, _ := c.Args[0].(*ast.Ident)
			key, _ := c.Args[1].(*ast.BasicLit)
			if kind != nil && key != nil && names[kind.Name] != "" {
				s, _ := strconv.Unquote(key.Value)
				written[names[kind.Name]] = append(written[names[kind.Name]], s)
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
