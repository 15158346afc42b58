package reports_test

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"itportfoljen/app/base/draw"
	"itportfoljen/app/demo"
	"itportfoljen/app/field"
	"itportfoljen/app/system"
	"itportfoljen/reports/pdf"
)

// The page's margins: what the paper leaves on each side. The footer stands
// below the flow.
const (
	sideMargin = 42.0
	topMargin  = 42.0
	footLine   = 28.0
)

// box is what a mark covers.
type box struct{ x1, y1, x2, y2 float64 }

func boxOf(m pdf.Mark) box {
	switch m := m.(type) {
	case pdf.TextMark:
		return box{m.X, m.Y - m.Size*0.75, m.X + m.W, m.Y + m.Size*0.25}
	case pdf.Picture:
		return box{m.X, m.Y, m.X + m.W, m.Y + m.H}
	case draw.Rect:
		return box{m.X, m.Y, m.X + m.W, m.Y + m.H}
	case draw.Line:
		return box{min(m.X1, m.X2), min(m.Y1, m.Y2), max(m.X1, m.X2), max(m.Y1, m.Y2)}
	case draw.Circle:
		return box{m.X - m.R, m.Y - m.R, m.X + m.R, m.Y + m.R}
	case draw.Polygon:
		b := box{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)}
		for _, p := range m.Points {
			b = box{min(b.x1, p[0]), min(b.y1, p[1]), max(b.x2, p[0]), max(b.y2, p[1])}
		}
		return b
	}
	panic(fmt.Sprintf("a mark of type %T", m))
}

// inside fails for what is drawn outside the margins.
func inside(t *testing.T, what string, doc *pdf.Doc) {
	t.Helper()
	const hair = 0.6
	for n, p := range doc.Pages() {
		for _, it := range p.Items {
			b := boxOf(it.Mark)
			if b.x1 < sideMargin-hair || b.x2 > p.W-sideMargin+hair || b.y1 < topMargin-hair || b.y2 > p.H-footLine+hair || b.x1 != b.x1 || b.y1 != b.y1 {
				t.Errorf("%s, page %d of %.0f × %.0f: %+v at %+v", what, n+1, p.W, p.H, it.Mark, b)
				return
			}
		}
	}
}

// columnSets are registers from one column to as many as are allowed, narrow
// ones and such as hold sentences and long names.
func columnSets() map[string]string {
	var wide []string
	for _, f := range system.Kind.Fields() {
		if !f.Hidden && len(wide) < 13 && len(f.Label) > 12 {
			wide = append(wide, f.Key)
		}
	}
	return map[string]string{
		"one":       "name",
		"ten":       "ref,name,unit,criticality,users,system_owner,personal_data,agreement_end,operations_budget,notice_by",
		"usual":     "",
		"fourteen":  "ref,name,unit,description,criticality,users,system_owner,personal_data,confidentiality,integrity,availability,notice_by,operations_budget,operations_forecast",
		"sentences": "name,description,privacy_purpose,classification_note,security_measures,depends_on,notes,import_note,data_subjects,data_categories,recipients,retention,legal_basis,data_location",
		"amounts":   "ref,name,operations_budget,operations_forecast,operations_actual,development_budget,development_actual,users,notice_months,renewal_months,retire_year,agreement_start,agreement_end,notice_by",
		"numbers":   "name,lock_in,legal_basis,retention,data_location,recipients",
		"long":      strings.Join(wide, ","),
	}
}

func TestNothingIsOutsideTheMargins(t *testing.T) {
	for size, w := range worlds(t) {
		inside(t, "ledningsgrupp "+size, build(t, w, "ledningsgrupp", nil))
		for name, columns := range columnSets() {
			for _, landscape := range []string{"auto", "nej", "ja"} {
				doc := build(t, w, "systemforteckning", map[string]string{"kolumner": columns, "liggande": landscape})
				inside(t, fmt.Sprintf("systemforteckning %s, %s columns, liggande %s", size, name, landscape), doc)
			}
		}
	}
}

// TestAWideTableIsStillRead: no column is squeezed, nothing is set in type that
// nobody can read, every part of a divided table tells which system a row is, and whoever
// orders the report is told.
func TestAWideTableIsStillRead(t *testing.T) {
	usual, numbered := ekvalla(t, demo.S), ekvalla(t, demo.S)
	for _, f := range []field.TextField{system.LockIn, system.LegalBasis, system.Retention, system.DataLocation, system.Recipients} {
		numbered.all[system.Kind][0].Put(f.Field, "556012-3456/0000012345678") // nothing to divide
	}
	for _, c := range []struct {
		columns, landscape string
		parts              int // 0: undivided
		smaller            bool
		told               string
	}{
		{"usual", "auto", 0, false, ""},
		{"usual", "nej", 2, false, "är delad i 2 delar. Liggande papper eller färre kolumner"},
		{"ten", "nej", 0, true, "punkters text. Liggande papper eller färre kolumner"},
		{"fourteen", "auto", 0, false, ""},
		{"fourteen", "nej", 2, false, "är delad i 2 delar. Liggande papper eller färre kolumner"},
		{"sentences", "ja", 2, false, "är delad i 2 delar. Färre kolumner"},
		{"amounts", "nej", 2, false, "är delad i 2 delar"},
		{"numbers", "auto", 0, false, "Papperet är liggande"},
	} {
		w, columns := usual, columnSets()[c.columns]
		if c.columns == "numbers" {
			w = numbered
		}
		doc := build(t, w, "systemforteckning", map[string]string{"kolumner": columns, "liggande": c.landscape})
		what := c.columns + ", liggande " + c.landscape
		if told := strings.Join(doc.Remarks(), "\n"); !strings.Contains(told, c.told) || (c.told == "") != (told == "") {
			t.Errorf("%s: told %q", what, told)
		}
		least := 8.0
		for _, p := range doc.Pages() {
			for _, it := range p.Items {
				if m, ok := it.Mark.(pdf.TextMark); ok {
					least = min(least, m.Size)
				}
			}
		}
		if least < 7.5 || (least < 8) != c.smaller {
			t.Errorf("%s: the smallest type is %v", what, least)
		}
		names := 0
		for _, e := range doc.Tree() {
			if e.Role == pdf.RoleTH && e.Scope == "Row" {
				names++
			}
		}
		if systems := len(w.all[system.Kind]); names < systems*max(c.parts, 1) {
			t.Errorf("%s: %d rows are named, want %d systems in %d parts", what, names, systems, c.parts)
		}
		for i := 1; i <= c.parts; i++ {
			if part := fmt.Sprintf("Del %d av %d", i, c.parts); !strings.Contains(whole(doc), part) {
				t.Errorf("%s: nothing says %q", what, part)
			}
		}
	}
}
