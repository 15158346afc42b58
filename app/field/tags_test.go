package field_test

import (
	"testing"

	"itportfoljen/app/apptest"
	"itportfoljen/app/base/money"
	"itportfoljen/app/field"
	"itportfoljen/app/system"
)

func TestTagsAreReadAsPeopleWriteThem(t *testing.T) {
	for s, want := range map[string]string{
		"skola": "skola", "skola, moln": "moln, skola", "skola;moln": "moln, skola", " skola ;; moln , ": "moln, skola", "skola\nmoln": "moln, skola",
		"Skola, skola, SKOLA": "Skola", "två ord, ett": "ett, två ord", "-": "", "–, ;": "", "C++, C#": "C#, C++", "ö, z, å": "z, å, ö", "år 2027": "år 2027",
	} {
		if got := field.JoinTags(field.TagsIn(s)); got != want {
			t.Errorf("%q is %q, want %q", s, got, want)
		}
		if got := field.JoinTags(field.TagsIn(want)); got != want {
			t.Errorf("%q is read as %q again", want, got)
		}
	}
}

// Two who change the tags of one thing at once don't disturb each other.
func TestChangesOfTagsMeet(t *testing.T) {
	for _, c := range []struct{ now, before, after, want string }{
		{"a, b", "a", "a, c", "a, b, c"},
		{"a", "a, b", "a, b, c", "a, c"}, // b was taken out meanwhile
		{"a, b, d", "a, b", "b", "b, d"}, // a is taken out here
		{"", "a", "a, b", "b"},           // all were
		{"a, b", "a", "", "b"},           // all are here
		{"skola, b", "skola", "Skola", "b, Skola"},
		{"Skola", "", "skola", "skola"},
		{"a, b", "a", "A, a, b", "A, b"},
	} {
		p := apptest.Open(t)
		r := apptest.Add(t, p, system.Kind, system.Name, "Lön", system.Tags, c.now)
		tx := field.NewTx(p)
		if err := tx.Carry(field.Change{Op: field.Set, Kind: system.Kind, ID: r.ID, Field: system.Tags.Field, Before: valueOf(c.before), After: valueOf(c.after)}); err != nil {
			t.Errorf("%+v: %v", c, err)
			continue
		}
		if got := field.JoinTags(system.Tags.Get(tx.Get(r.ID))); got != c.want {
			t.Errorf("%+v: got %q", c, got)
		}
	}
}

func valueOf(s string) field.Value {
	if s == "" {
		return nil
	}
	return s
}

// A tag is spelled as the portfolio first did, whatever it is of.
func TestTagsAreSpelledAsTheyWereFirst(t *testing.T) {
	p := apptest.Empty(t)
	apptest.Add(t, p, system.Kind, system.Name, "Lön", system.Tags, "NIS2, skola")
	v, _, err := system.Tags.Parse(p, "SKOLA; nis2; Nytt", money.Kr)
	if err != nil || v != "NIS2, Nytt, skola" {
		t.Errorf("%v, %v", v, err)
	}
	if v, _, _ := system.Tags.Parse(field.NewTx(p), "nis2", money.Kr); v != "NIS2" {
		t.Errorf("in a Tx: %v", v)
	}
}

// Two records that become one may have the tags of both.
func TestTagsOfBothAreJoined(t *testing.T) {
	p := apptest.Empty(t)
	a := apptest.Add(t, p, system.Kind, system.Name, "Lön", system.Tags, "moln, skola")
	b := apptest.Add(t, p, system.Kind, system.Name, "Lönen", system.Tags, "Skola, vård")
	tx := field.NewTx(p)
	if err := tx.Join(a.ID, b.ID, map[*field.Field]field.Take{system.Tags.Field: field.TakeBoth}); err != nil {
		t.Fatal(err)
	}
	if got := field.JoinTags(system.Tags.Get(tx.Get(a.ID))); got != "moln, skola, vård" {
		t.Error(got)
	}
}
