package suggest_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"itportfoljen/app"
	"itportfoljen/app/agreement"
	"itportfoljen/app/apptest"
	"itportfoljen/app/field"
	"itportfoljen/app/org"
	"itportfoljen/app/suggest"
	"itportfoljen/app/system"
)

// town is a portfolio in which things are made by name.
type town struct {
	t     *testing.T
	p     *app.Portfolio
	named map[string]field.ID
}

func newTown(t *testing.T) *town {
	w := &town{t, apptest.Empty(t), map[string]field.ID{}}
	w.unit("Kommunen", "")
	w.unit("Skolan", "Kommunen")
	w.unit("Vården", "Kommunen")
	return w
}

func (w *town) unit(name, parent string) {
	w.named[name] = apptest.Add(w.t, w.p, org.UnitKind, org.UnitName, name, org.UnitParent, w.named[parent]).ID
}

func (w *town) person(name string, puts ...any) field.ID {
	if w.named[name] == "" {
		w.named[name] = apptest.Add(w.t, w.p, org.PersonKind, append([]any{org.PersonName, name}, puts...)...).ID
	}
	return w.named[name]
}

func (w *town) system(name, unit, owner string, puts ...any) *field.Record {
	puts = append([]any{system.Name, name, system.OwnerUnit, w.named[unit]}, puts...)
	if owner != "" {
		puts = append(puts, system.SystemOwner, []field.Holding{{Person: w.person(owner)}})
	}
	return apptest.Add(w.t, w.p, system.Kind, puts...)
}

// told are the answers to a question of a record, each with why.
func (w *town) told(r *field.Record, f *field.Field) []string {
	q := suggest.Of(f)
	var out []string
	for _, a := range suggest.New(context.Background(), w.p, q).For(r) {
		var parts []string
		for i, v := range a.Values {
			parts = append(parts, q.Fields[i].Show(w.p, v))
		}
		out = append(out, strings.Join(parts, " ")+": "+a.Why)
	}
	return out
}

func TestWhatSpeaksForAnAnswerIsSaid(t *testing.T) {
	for name, c := range map[string]struct {
		make func(w *town) *field.Record
		of   *field.Field
		want string // the first; "" for none
	}{
		"those of the unit": {func(w *town) *field.Record {
			for _, s := range []string{"Tempus", "Edwise", "Läslyft", "Frånvaro"} {
				w.system(s, "Skolan", "Eva Ek")
			}
			w.system("Journal", "Vården", "Per Ö")
			return w.system("Schemat", "Skolan", "")
		}, system.SystemOwner.Field, "Eva Ek: systemägare för 4 av 4 system på Skolan"},
		"nobody who has left": {func(w *town) *field.Record {
			w.person("Eva Ek", org.PersonLeft, apptest.Today.AddDays(-1))
			for _, s := range []string{"Tempus", "Edwise", "Läslyft"} {
				w.system(s, "Skolan", "Eva Ek")
			}
			return w.system("Schemat", "Skolan", "")
		}, system.SystemOwner.Field, ""},
		"who has another role there": {func(w *town) *field.Record {
			return w.system("Schemat", "Skolan", "", system.Manager, []field.Holding{{Person: w.person("Siv Ask")}})
		}, system.SystemOwner.Field, "Siv Ask: står som systemförvaltare"},
		"a unit that the name speaks of": {func(w *town) *field.Record {
			return w.system("Bokning Vården", "", "")
		}, system.OwnerUnit.Field, "Vården: namnet har ordet ”vården”"},
		"a description of a system of the same name": {func(w *town) *field.Record {
			for _, u := range []string{"Kommunen", "Skolan", "Vården", "Kommunen", "Skolan", "Vården"} {
				w.system("Karttjänst "+u, u, "", system.Description, "Kartor.")
				w.system("Något annat "+u, u, "", system.Description, "Annat.")
			}
			return w.system("Karttjänst", "", "")
		}, system.Description.Field, "Kartor.: som 6 av 6 system med ”karttjänst” i namnet"},
		"no description of a stranger": {func(w *town) *field.Record {
			w.system("Tempus", "Skolan", "", system.Description, "Tider i skolan.")
			w.system("Edwise", "Skolan", "", system.Description, "Lärplattform.")
			return w.system("Schemat", "Skolan", "")
		}, system.Description.Field, ""},
		"what stands in another field, whatever that is called": {func(w *town) *field.Record {
			for i, u := range []string{"Skolan", "Vården", "Kommunen", "Skolan", "Vården", "Kommunen"} {
				where, who := "Sverige", "Eva Ek"
				if i >= 3 {
					where, who = "Irland", "Per Ö"
				}
				w.system(fmt.Sprintf("S%d", i), u, who, system.DataLocation, where)
			}
			return w.system("Schemat", "", "", system.DataLocation, "Irland")
		}, system.SystemOwner.Field, "Per Ö: systemägare för 3 av 3 system där det står Irland under Var data lagras"},
		"levels together": {func(w *town) *field.Record {
			for _, s := range []string{"Tempus", "Edwise", "Läslyft", "Frånvaro"} {
				w.system(s, "Skolan", "", system.Confidentiality, int64(3), system.Integrity, int64(2), system.Availability, int64(1))
			}
			return w.system("Schemat", "Skolan", "", system.Integrity, int64(4))
		}, system.Confidentiality.Field, "3 4 1: som 4 av 4 system på Skolan"},
		"notice as the supplier's others": {func(w *town) *field.Record {
			s := apptest.Add(t, w.p, agreement.SupplierKind, agreement.SupplierName, "Nordkod").ID
			for range 4 {
				apptest.Add(t, w.p, agreement.Kind, agreement.Name, "Avtal", agreement.Supplier, s, agreement.NoticeMonths, int64(6))
				apptest.Add(t, w.p, agreement.Kind, agreement.Name, "Annat", agreement.NoticeMonths, int64(3))
			}
			return apptest.Add(t, w.p, agreement.Kind, agreement.Name, "Nytt", agreement.Supplier, s)
		}, agreement.NoticeMonths.Field, "6: som 4 av 4 avtal med samma leverantör, Nordkod"},
	} {
		w := newTown(t)
		r := c.make(w)
		got := w.told(r, c.of)
		if c.want == "" && len(got) > 0 || c.want != "" && (len(got) == 0 || !strings.HasPrefix(got[0], c.want)) {
			t.Errorf("%s: %q, want %q first", name, got, c.want)
		}
	}
}

// TestARolePassesOn: who had it keeps her time.
func TestARolePassesOn(t *testing.T) {
	w := newTown(t)
	left := w.person("Gun Å", org.PersonLeft, apptest.Today.AddDays(-10))
	for _, s := range []string{"Tempus", "Edwise", "Läslyft"} {
		w.system(s, "Skolan", "Eva Ek")
	}
	r := w.system("Schemat", "Skolan", "", system.SystemOwner, []field.Holding{{Person: left}})
	q := suggest.Of(system.SystemOwner.Field)
	if !q.Lacks(w.p, r) {
		t.Fatal("a role that is held by somebody who has left isn't lacking")
	}
	hs, _ := suggest.New(context.Background(), w.p, q).For(r)[0].Values[0].([]field.Holding)
	if len(hs) != 2 || hs[0].Person != left || hs[0].To != apptest.Today.AddDays(-1) || hs[1].Person != w.named["Eva Ek"] || hs[1].From != apptest.Today {
		t.Errorf("the role is held by %v", hs)
	}
}

// TestWhatIsAsked: by the catalogue and the reminders, levels at once, and not what is to
// be answered elsewhere.
func TestWhatIsAsked(t *testing.T) {
	w := newTown(t)
	w.system("Schemat", "Skolan", "")
	w.system("Planerat", "Skolan", "", system.Lifecycle, "planned")
	asked := map[string]int{}
	for _, q := range suggest.Questions(w.p, system.Kind) {
		asked[q.Name()] = len(q.Wanted(w.p))
	}
	for name, n := range map[string]int{"Utse systemägare": 1, "Utse systemförvaltare": 1, "Klassa system": 1, "Beskriv system": 2, "Fyll i livscykel": 1} {
		if asked[name] != n {
			t.Errorf("%s of %d, want %d: %v", name, asked[name], n, asked)
		}
	}
	if got := len(suggest.Of(system.Integrity.Field).Fields); got != 3 {
		t.Errorf("a class is %d levels", got)
	}
	if q := suggest.Of(system.NoticeBy); q.Lacks(w.p, w.system("Annat", "", "")) {
		t.Error("what is computed is asked for")
	}
}
