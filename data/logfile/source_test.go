package logfile

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// TestMessagesAndKeysAreConstants reads the source: what a log line is called,
// and its keys, are kept as they are, so they must be written in the program.
func TestMessagesAndKeysAreConstants(t *testing.T) {
	calls := 0
	fset := token.NewFileSet()
	for _, top := range []string{"app", "cmd", "data", "reports", "ui"} {
		err := filepath.WalkDir(filepath.Join("..", "..", top), func(path string, d os.DirEntry, err error) error {
			if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
				return err
			}
			file, err := parser.ParseFile(fset, path, nil, 0)
			if err != nil {
				return err
			}
			ast.Inspect(file, func(n ast.Node) bool {
				call, ok := n.(*ast.CallExpr)
				if !ok || !logs(call) {
					return true
				}
				calls++
				for i, arg := range call.Args {
					if lit, ok := arg.(*ast.BasicLit); (i == 0 || i%2 == 1) && (!ok || lit.Kind != token.STRING) {
						t.Errorf("%s: the message or a key isn't a constant", fset.Position(arg.Pos()))
					}
				}
				return true
			})
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if calls < 5 {
		t.Errorf("only %d calls found", calls)
	}
}

// logs says whether it is a call of a logger's: log.Info, s.log.Warn …
func logs(call *ast.CallExpr) bool {
	method, ok := call.Fun.(*ast.SelectorExpr)
	if !ok || !slices.Contains([]string{"Debug", "Info", "Warn", "Error"}, method.Sel.Name) {
		return false
	}
	switch on := method.X.(type) {
	case *ast.Ident:
		return on.Name == "log" || on.Name == "l" || on.Name == "slog"
	case *ast.SelectorExpr:
		return on.Sel.Name == "log" || on.Sel.Name == "Log" || on.Sel.Name == "Logger"
	}
	return false
}
