package app_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"strings"
	"testing"

	"itportfoljen/app/field"
)

// A type of value is named where it is said what it is, and in one table of each
// adapter. Others ask the field, so that a new type isn't forgotten in a switch.
const typeTable = "types.go"

// typesDeclared are the names of the types.
func typesDeclared(t *testing.T) map[string]bool {
	f, err := parser.ParseFile(token.NewFileSet(), "field/type.go", nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	names := map[string]bool{}
	for _, d := range f.Decls {
		if g, ok := d.(*ast.GenDecl); ok && g.Tok == token.CONST {
			for _, spec := range g.Specs {
				names[spec.(*ast.ValueSpec).Names[0].Name] = true
			}
		}
	}
	delete(names, "TypeCount")
	return names
}

func TestTypesAreNamedInTheirTables(t *testing.T) {
	types, tables := typesDeclared(t), 0
	if len(types) != int(field.TypeCount) {
		t.Fatalf("%d types are declared, and there are %d", len(types), field.TypeCount)
	}
	for _, top := range []string{"../app", "../data", "../reports", "../ui", "../cmd"} {
		err := filepath.WalkDir(top, func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
				return err
			}
			set := token.NewFileSet()
			f, err := parser.ParseFile(set, path, nil, 0)
			if err != nil {
				return err
			}
			named := namedTypes(f, types)
			if filepath.Base(path) == typeTable && len(named) >= len(types) {
				tables++
				return nil
			}
			for _, s := range named {
				t.Errorf("%s: field.%s is named: ask the field what is meant, or say it in a table, %s", set.Position(s.Pos()), s.Sel.Name, typeTable)
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if tables == 0 {
		t.Error("no table names the types")
	}
}

// namedTypes are the mentions of types in a file, but for what a kind answers.
func namedTypes(f *ast.File, types map[string]bool) (out []*ast.SelectorExpr) {
	answers := map[ast.Expr]bool{}
	ast.Inspect(f, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.KeyValueExpr:
			if key, ok := n.Key.(*ast.Ident); ok && key.Name == "Answers" {
				answers[n.Value] = true
			}
		case *ast.BinaryExpr:
			if x, ok := n.X.(*ast.SelectorExpr); ok && x.Sel.Name == "Answers" {
				answers[n.Y] = true
			}
		case *ast.SelectorExpr:
			if x, ok := n.X.(*ast.Ident); ok && x.Name == "field" && x.Obj == nil && types[n.Sel.Name] && !answers[n] {
				out = append(out, n)
			}
		}
		return true
	})
	return out
}
