package corpustest

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"itportfoljen/app/apptest"
	"itportfoljen/app/exchange/export"
	"itportfoljen/app/exchange/intake"
	"itportfoljen/app/exchange/intake/intaketest"
	"itportfoljen/app/exchange/sheet"
	"itportfoljen/app/field"
	"itportfoljen/app/plan"
	"itportfoljen/app/system"
	"itportfoljen/data/json"
)

// document is a portfolio as its JSON document, changed and read back.
func document(t testing.TB, w field.World, changes ...string) *sheet.Book {
	t.Helper()
	var b bytes.Buffer
	if err := export.JSON(w, &b); err != nil {
		t.Fatal(err)
	}
	text := strings.NewReplacer(changes...).Replace(b.String())
	path := filepath.Join(t.TempDir(), "portfolj.json")
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	book, err := json.Read(context.Background(), path, nil)
	if err != nil {
		t.Fatal(err)
	}
	return book
}

func TestDocumentOfDemoComesBack(t *testing.T) {
	w := demoWorld(t)
	r := unchanged(t, w, document(t, w))
	if len(r.Unread) != 0 || len(r.Questions) != 0 || len(r.Remarks) != 0 || len(r.Sheets) < 15 {
		t.Errorf("%d sheets, unread %v, asked %v, told %v", len(r.Sheets), r.Unread, r.Questions, r.Remarks)
	}
}

// TestDocumentFillsAnEmptyPortfolio as the workbook does.
func TestDocumentFillsAnEmptyPortfolio(t *testing.T) {
	from := demoWorld(t)
	filled := func(book *sheet.Book) (*intaketest.World, *intake.Result) {
		to := intaketest.New()
		to.Model = from.Model
		r := planned(t, to, book, intake.Options{})
		if len(r.Errors)+len(r.Skipped())+len(r.Questions) != 0 {
			t.Errorf("%s: errors %v, skipped %v, asked %v", book.Format, r.Errors, r.Skipped(), r.Questions)
		}
		to.Apply(t, r.Changes)
		return to, r
	}
	byBook, a := filled(exported(t, from, export.Options{}))
	byDocument, b := filled(document(t, from))
	if a.New != b.New || a.RowsRead != b.RowsRead {
		t.Errorf("%d of %d rows are new of the workbook, %d of %d of the document", a.New, a.RowsRead, b.New, b.RowsRead)
	}
	for _, k := range from.Kinds() {
		x, y := byBook.All(k), byDocument.All(k)
		if len(x) != len(y) || k.Sheet != "" && len(x) != len(from.All(k)) {
			t.Errorf("%d %s became %d by the workbook and %d by the document", len(from.All(k)), k.Many, len(x), len(y))
			continue
		}
		for i := range x {
			for _, f := range k.Fields() {
				if s, d := f.Show(byBook, f.Value(byBook, x[i], 0)), f.Show(byDocument, f.Value(byDocument, y[i], 0)); s != d {
					t.Errorf("%s of %s %s is %q by the workbook and %q by the document", f.Key, k.One, x[i].Name(), s, d)
				}
			}
		}
	}
}

// TestADocumentOfAnotherPortfolio names by SYS-0001 what is something else here: nothing
// is written over.
func TestADocumentOfAnotherPortfolio(t *testing.T) {
	here, there := apptest.Empty(t), another(t)
	bus := apptest.Add(t, here, system.Kind, system.Name, "Bussvärdinnan", system.Users, int64(40))
	pool := apptest.Add(t, there, system.Kind, system.Name, "Simkassan", system.Users, int64(7))
	apptest.Add(t, there, plan.Kind, plan.Name, "Ny kassa", plan.Systems, []field.ID{pool.ID})
	r := planned(t, here, document(t, there), intake.Options{})
	if len(r.Questions) != 0 || !slices.ContainsFunc(r.Remarks, told("Bussvärdinnan")) || !slices.ContainsFunc(r.Remarks, told("Dokumentet är från en annan portfölj")) {
		t.Errorf("asked %v, told %v", r.Questions, r.Remarks)
	}
	carriedOut(t, here, r)
	if got := namesIn(here); got != "SYS-0001 Bussvärdinnan, SYS-0002 Simkassan" || here.Get(bus.ID).Get(system.Users.Field) != bus.Get(system.Users.Field) {
		t.Errorf("here are %s", got)
	}
	for _, i := range here.All(plan.Kind) {
		if got := plan.Systems.Value(here, i, 0); !field.Equal(got, []field.ID{pool.ID}) {
			t.Errorf("the insats is about %v", got)
		}
	}
	if r := planned(t, here, document(t, there), intake.Options{}); r.New+r.Changed+len(r.Questions) != 0 {
		t.Errorf("read again %d are new, %d changed", r.New, r.Changed)
	}
}

// TestAReferenceThatAnotherDocumentDoesNotTellOf is never taken for what has it here.
func TestAReferenceThatAnotherDocumentDoesNotTellOf(t *testing.T) {
	here, there := apptest.Empty(t), another(t)
	apptest.Add(t, here, system.Kind, system.Name, "Bussvärdinnan")
	pool := apptest.Add(t, there, system.Kind, system.Name, "Simkassan")
	apptest.Add(t, there, plan.Kind, plan.Name, "Ny kassa", plan.Systems, []field.ID{pool.ID})
	r := planned(t, here, document(t, there, "\"systems\":[\n", "\"annat\":[\n"), intake.Options{})
	carriedOut(t, here, r)
	if len(r.Errors) == 0 || len(here.All(plan.Kind)) != 1 || !field.IsEmpty(plan.Systems.Value(here, here.All(plan.Kind)[0], 0)) {
		t.Errorf("errors %v, %d insatser", r.Errors, len(here.All(plan.Kind)))
	}
}

func TestOneChangedValueOfADocumentIsOneChange(t *testing.T) {
	p := apptest.Empty(t)
	apptest.Add(t, p, system.Kind, system.Name, "Simkassan", system.Users, int64(7), system.Lifecycle, "maintained")
	for _, c := range [][]string{
		{`"users":7`, `"users":8`}, {`"name":"Simkassan"`, `"name":"Badkassan"`}, {`"lifecycle":"maintained"`, `"lifecycle":"phaseout"`},
		{`"support_end":null`, `"support_end":"2030-01-31"`}, {`"classified_last_year":null`, `"classified_last_year":true`},
	} {
		r := planned(t, p, document(t, p, c...), intake.Options{})
		if len(r.Changes) != 1 || r.Changed != 1 || r.New != 0 || len(r.Errors) != 0 {
			t.Errorf("%v: %d changes, %d changed rows, %d new, errors %v", c, len(r.Changes), r.Changed, r.New, r.Errors)
		}
	}
}

// TestWhatNobodyKnowsInADocumentIsTold by name.
func TestWhatNobodyKnowsInADocumentIsTold(t *testing.T) {
	p := apptest.Empty(t)
	apptest.Add(t, p, system.Kind, system.Name, "Simkassan")
	r := planned(t, p, document(t, p, `"users":null`, `"users":null,"färg":"blå","tom":null`, `"systems":[`, `"hus":[{"name":"Slottet"}],"systems":[`, `"format"`, `"ort":"Ekvalla","format"`), intake.Options{})
	var names []string
	for _, u := range r.Unread {
		names = append(names, u.Sheet+"/"+u.Name)
	}
	if want := []string{"/ort", "hus/hus", "Systemportfölj/färg"}; !slices.Equal(names, want) || r.New+r.Changed != 0 {
		t.Errorf("unread %v, want %v; %d new, %d changed", names, want, r.New, r.Changed)
	}
}

// TestAValueOfAnotherSortIsAnError and leaves what is there.
func TestAValueOfAnotherSortIsAnError(t *testing.T) {
	p := apptest.Empty(t)
	apptest.Add(t, p, system.Kind, system.Name, "Simkassan", system.Users, int64(7))
	for _, c := range [][]string{{`"users":7`, `"users":[7]`}, {`"users":7`, `"users":{"n":7}`}, {`"supplier":null`, `"supplier":["LEV-0001"]`}} {
		r := planned(t, p, document(t, p, c...), intake.Options{})
		if len(r.Errors) != 1 || len(r.Changes) != 0 {
			t.Errorf("%v: errors %v, %d changes", c, r.Errors, len(r.Changes))
		}
	}
}
