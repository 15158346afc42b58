package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"itportfoljen/app/exchange/intake"
)

func TestAnImportIsCountedInWordsThatAgree(t *testing.T) {
	for n, want := range []string{
		"0 rader lästa: 0 nya, 0 ändrade, 0 oförändrade, 0 överhoppade.",
		"1 rad läst: 1 ny, 1 ändrad, 1 oförändrad, 1 överhoppad.",
		"2 rader lästa: 2 nya, 2 ändrade, 2 oförändrade, 2 överhoppade.",
	} {
		r := &intake.Result{RowsRead: n, New: n, Changed: n, Unchanged: n, Rows: make([]intake.Row, n)}
		for i := range r.Rows {
			r.Rows[i].Status = intake.Skipped
		}
		if got := counts(r); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

// TestNoWordIsBentAfterACount reads the source of all programs: a word that
// changes with the number stands in both its forms, through text.Plural or a
// pair of texts, never after a %d or %s.
func TestNoWordIsBentAfterACount(t *testing.T) {
	bent := regexp.MustCompile(`%[ds] (nya|rader|poster|celler|lästa|borttagna|skrivna|\pL+(?:ade|dda))(?:[^\pL]|$)`)
	read := 0
	for _, dir := range []string{"app", "cmd", "data", "reports", "ui"} {
		err := filepath.WalkDir(filepath.Join("..", "..", dir), func(path string, _ os.DirEntry, err error) error {
			if err != nil || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") || strings.Contains(path, "bench") {
				return err
			}
			files := token.NewFileSet()
			f, err := parser.ParseFile(files, path, nil, 0)
			if err != nil {
				return err
			}
			ast.Inspect(f, func(n ast.Node) bool {
				if l, ok := n.(*ast.BasicLit); ok && l.Kind == token.STRING {
					read++
					if m := bent.FindString(l.Value); m != "" {
						t.Errorf("%s: %q", files.Position(l.Pos()), m)
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
	if read < 3000 {
		t.Errorf("only %d texts read", read)
	}
}
