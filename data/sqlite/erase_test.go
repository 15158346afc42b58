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
	"itportfoljen/app/settings"
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

// TestErasedWhereverItStands: in the name of an own field, in a number, written in
// another way; and the name of who did something isn't said to be gone.
func TestErasedWhereverItStands(t *testing.T) {
	ctx := context.Background()
	s := create(t)
	if _, err := app.Begin(ctx, app.Deps{Store: s, Who: "Anna Ek"}, app.Beginning{Municipality: "Ekvalla kommun", Model: apptest.Model()}); err != nil {
		t.Fatal(err, cause(err))
	}
	p := wandering(t, s, 3, nil).P
	if _, err := p.CreateAll(ctx, "Tillagt", apptest.Records(p)); err != nil {
		t.Fatal(err, cause(err))
	}
	sys := p.Named(system.Kind, "Lönesystemet")[0]
	own := field.NewRecord(settings.FreeKind, p.NewID())
	own.Put(settings.FreeLabel.Field, "Karl 191212121212").Put(settings.FreeOf.Field, system.Kind.Name).Put(settings.FreeKey.Field, "karl_191212121212")
	if _, err := p.CreateAll(ctx, "Fält", []*field.Record{own}); err != nil {
		t.Fatal(err, cause(err))
	}
	f := p.FieldOf(system.Kind, "karl_191212121212")
	for _, v := range []struct {
		f *field.Field
		v field.Value
	}{{f, "ja"}, {system.Kind.Field("users"), int64(191212121212)}, {system.Kind.Field("users"), nil}, {system.Kind.Field("notes"), "Åsa  Hemlig\u00a0Person"}, {system.Kind.Field("notes"), nil}} {
		if _, err := p.Set(ctx, sys.ID, field.Column{Field: v.f}, v.v); err != nil {
			t.Fatal(err, cause(err))
		}
	}
	if _, err := p.Erase(ctx, "191212121212", "personnummer"); fault.CodeOf(err) != fault.Conflict {
		t.Errorf("the name of a field that there is was erased: %v", err)
	}
	if _, err := p.Delete(ctx, []field.ID{own.ID}); err != nil {
		t.Fatal(err, cause(err))
	}
	if _, err := p.Erase(ctx, "191212121212", "personnummer"); err != nil {
		t.Fatal(err, cause(err))
	}
	if _, err := p.Erase(ctx, "a\u030asa hemlig person", "personuppgift"); err != nil { // decomposed, and with other spaces
		t.Error(err, cause(err))
	}
	if found, err := p.Trace(ctx, "anna ek"); err != nil || found.Who == 0 {
		t.Errorf("who did what isn't told of: %v", err)
	}
	data, err := os.ReadFile(s.file)
	if err != nil || bytes.Contains(data, []byte("191212")) || bytes.Contains(data, []byte("Hemlig")) {
		t.Errorf("it can be read in the file (%v)", err)
	}
	if found, err := p.Trace(ctx, "19121212"); err != nil || found.Texts != 0 {
		t.Errorf("%d are left: %v", found.Texts, err)
	}
	if err := p.Check(ctx); err != nil {
		t.Error(err, cause(err))
	}
}
