package sqlite

import (
	"bytes"
	"context"
	"os"
	"strings"
	"testing"

	"itportfoljen/app"
	"itportfoljen/app/apptest"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/field"
	"itportfoljen/app/system"
	"itportfoljen/data/storetest"
)

// TestErased: what is erased is nowhere in the file, not in what it has freed
// either, and the history is else as it was.
func TestErased(t *testing.T) {
	const secret = "Känslige Karl 19121212-1212"
	s := create(t)
	ctx := context.Background()
	if _, err := app.Begin(ctx, app.Deps{Store: s, Who: "Anna Ek"}, app.Beginning{Municipality: "Ekvalla kommun", Model: apptest.Model()}); err != nil {
		t.Fatal(err, cause(err))
	}
	w := wandering(t, s, 3, nil)
	p := w.P
	if _, err := p.CreateAll(ctx, "Tillagt", apptest.Records(p)); err != nil {
		t.Fatal(err, cause(err))
	}
	notes := field.Column{Field: system.Kind.Field("notes")}
	id := p.Named(system.Kind, "Lönesystemet")[0].ID
	for _, v := range []string{"ett", "två " + secret + strings.Repeat(" och mer", 3000), "tre " + strings.ToUpper(secret), "fyra"} {
		if _, err := p.Set(ctx, id, notes, v); err != nil {
			t.Fatal(err, cause(err))
		}
	}
	gone := apptest.Record(p, system.Kind, system.Name, secret)
	if _, err := p.CreateAll(ctx, "Tillagt: "+secret, []*field.Record{gone}); err != nil {
		t.Fatal(err)
	}
	if _, err := p.Erase(ctx, secret, "personuppgift"); fault.CodeOf(err) != fault.Conflict || !strings.Contains(err.Error(), "SYS-0005") {
		t.Errorf("what stands in a record was erased: %v", err)
	}
	if _, err := p.Delete(ctx, []field.ID{gone.ID}); err != nil {
		t.Fatal(err)
	}
	for what, code := range map[string]fault.Code{"abc": fault.Invalid, "finns inte": fault.NotFound} {
		if _, err := p.Erase(ctx, what, "anledning"); fault.CodeOf(err) != code {
			t.Errorf("%q: %v", what, err)
		}
	}
	if _, err := p.Erase(ctx, secret, "han heter "+secret); fault.CodeOf(err) != fault.Invalid {
		t.Errorf("the reason holds it: %v", err)
	}
	found, err := p.Trace(ctx, "19121212-1212")
	if err != nil || len(found.Entries) != 5 || found.Texts != 8 || len(found.Now) != 0 {
		t.Fatalf("%d texts in %d entries: %v", found.Texts, len(found.Entries), err)
	}
	seal := p.Seal()
	before := storetest.All(p)
	e, err := p.Erase(ctx, "19121212-1212", "personuppgift")
	if err != nil {
		t.Fatal(err, cause(err))
	}
	if after, err := p.Trace(ctx, secret); err != nil || after.Texts != 0 {
		t.Errorf("%d texts are left: %v", after.Texts, err)
	}
	if err := p.Check(ctx); err != nil {
		t.Error(err, cause(err))
	}
	if _, err := p.Sealed(ctx, seal); err != nil {
		t.Errorf("a seal from before doesn't hold: %v", err)
	}
	for id, r := range storetest.All(p) {
		if !before[id].Same(r) {
			t.Errorf("%s is another", r.Name())
		}
	}
	data, err := os.ReadFile(s.file)
	if err != nil || bytes.Contains(data, []byte("Karl")) || bytes.Contains(data, []byte("KARL")) {
		t.Errorf("it can be read in the file (%v)", err)
	}
	es, err := p.Journal(ctx, app.Query{Number: e.Number})
	if err != nil || len(es) != 1 || es[0].Label != "Rensat ur historiken: personuppgift" || es[0].Who != "Anna Ek" {
		t.Errorf("the entry is %+v", es)
	}
	if _, err := p.TakeBack(ctx, e.Number-1); fault.CodeOf(err) != fault.Conflict || !strings.Contains(err.Error(), "rensat") {
		t.Errorf("what is erased was taken back: %v", err)
	}
	if _, err := p.Undo(ctx); err != nil && fault.CodeOf(err) != fault.NotFound {
		t.Error(err, cause(err))
	}
}
