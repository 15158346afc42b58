package excel

import (
	"context"
	"encoding/json"
	"os"
	"testing"
	"path/filepath"
	"fmt"
	"itportfoljen/app/sheet"
)

func TestDump(t *testing.T) {
	out := map[string]any{}
	for _, d := range []string{"xlsx/calamine", "xlsx/excelize", "plan", "inventory"} {
		fs, _ := filepath.Glob("../../../shared/corpus/" + d + "/*")
		for _, f := range fs {
			b, err := Read(context.Background(), f, nil)
			if err != nil { fmt.Println(f, err); continue }
			m := map[string]any{}
			for _, s := range b.Sheets {
				cells := map[string]any{}
				for _, r := range s.Rows {
					for i, c := range r.Cells {
						if c.Kind != sheet.Empty { cells[fmt.Sprintf("%d,%d", r.Number, i+1)] = []any{c.Kind, c.Text, c.Num} }
					}
				}
				m[s.Name] = cells
			}
			out[f[len("../../../shared/corpus/"):]] = m
		}
	}
	b, _ := json.Marshal(out)
	os.WriteFile("/tmp/dump.json", b, 0o644)
}
