package sqlite

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"itportfoljen/app"
	"itportfoljen/app/apptest"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/field"
	"itportfoljen/app/org"
	"itportfoljen/data/sqlite/pages"
	"itportfoljen/data/storetest"
)

// asCopy writes a copy to take from.
func asCopy(t *testing.T, b []byte, asked bool) RepairCopy {
	t.Helper()
	path := filepath.Join(t.TempDir(), "kopia.itp")
	if err := os.WriteFile(path, b, 0o600); err != nil {
		t.Fatal(err)
	}
	return RepairCopy{Path: path, Name: "kopia", Asked: asked}
}

// withoutEarly takes the blocks of the older entries out of a file.
func (p *past) withoutEarly(t *testing.T, b []byte, before int64) []byte {
	t.Helper()
	late := map[int64]bool{}
	var all []int64
	_, err := pages.Read(t.Context(), bytes.NewReader(p.bytes), int64(len(p.bytes)), func(r pages.Row) error {
		if r.Table == "block" {
			if all = append(all, r.Page); r.Values[0].(int64) >= before {
				late[r.Page] = true
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, n := range all {
		if !late[n] {
			zero(b, n)
		}
	}
	return b
}

// TestRepairWithACopy: what the file has lost is in the copy, and what came after in
// its journal.
func TestRepairWithACopy(t *testing.T) {
	p, older := wandered(t, 1200, 3)
	damaged := slices.Clone(p.bytes)
	for _, k := range app.Kinds {
		damaged = p.zeroAll(t, damaged, k.Name)
	}
	damaged = p.withoutEarly(t, damaged, p.last*9/20)
	alone, _, err := p.mend(t, damaged)
	if err != nil || alone.Total().Lost == 0 || alone.Complete() {
		t.Fatalf("without a copy: %+v, %v", alone.Total(), err)
	}
	for _, asked := range []bool{true, false} {
		out, mended, err := p.mend(t, damaged, asCopy(t, older, asked))
		if err != nil {
			t.Fatal(err, cause(err))
		}
		if sum := out.Total(); sum.Lost > 0 || sum.Copy == 0 || !out.Complete() || out.Own != "" || out.Entries != p.last {
			t.Errorf("%+v, %d entries of %d, own %q, bad %+v", sum, out.Entries, p.last, out.Own, out.Bad)
		}
		for id, r := range p.now {
			if got := mended.Get(id); got == nil || !got.Same(r) {
				t.Errorf("%s %s: %s", r.Kind.Name, id, differ(got, r))
			}
		}
		if n := len(storetest.All(mended)); n != len(p.now) || mended.Identity() != p.id {
			t.Errorf("%d records of %d, identity %s", n, len(p.now), mended.Identity())
		}
	}
}

// TestRepairIsAskedForCopiesOnlyWhenItNeedsThem: they have to be unpacked.
func TestRepairIsAskedForCopiesOnlyWhenItNeedsThem(t *testing.T) {
	p, older := wandered(t, 300, 3)
	asked := 0
	from := asCopy(t, p.bytes, false)
	how := Repairing{Path: from.Path, To: filepath.Join(t.TempDir(), "hel.itp"), Who: "Anna Ek", More: func(context.Context) []RepairCopy { asked++; return []RepairCopy{asCopy(t, older, false)} }}
	if out, err := Repair(t.Context(), how, me); err != nil || asked != 0 || !out.Complete() {
		t.Errorf("asked %d times of a whole file, %v", asked, err)
	}
	how.Path = asCopy(t, p.zeroAll(t, p.zeroAll(t, slices.Clone(p.bytes), "person"), "block"), false).Path
	how.To = filepath.Join(t.TempDir(), "skadad.itp")
	if out, err := Repair(t.Context(), how, me); err != nil || asked != 1 || !slices.Equal(out.Copies, []string{"kopia"}) {
		t.Errorf("asked %d times, %+v, %v", asked, out.Copies, err)
	}
}

// TestRepairKeepsPortfoliosApart: another's copy gives nothing.
func TestRepairKeepsPortfoliosApart(t *testing.T) {
	p, _ := wandered(t, 200, 3)
	other, _ := wandered(t, 200, 4)
	damaged := p.zeroAll(t, slices.Clone(p.bytes), "person")
	if _, _, err := p.mend(t, damaged, asCopy(t, other.bytes, true)); fault.CodeOf(err) != fault.Conflict {
		t.Errorf("another portfolio's copy: %v", err)
	}
	out, _, err := p.mend(t, damaged, asCopy(t, other.bytes, false))
	if err != nil || len(out.Copies) > 0 {
		t.Errorf("took from %v, %v", out.Copies, err)
	}
}

// TestRepairTakesBackWhatIsHalfDone: a crash in the middle of a commit, and damage.
func TestRepairTakesBackWhatIsHalfDone(t *testing.T) {
	crashed := halfWay(t, lived(t, 40))
	journal, err := os.ReadFile(crashed + "-journal")
	if err != nil {
		t.Fatal(err)
	}
	to := filepath.Join(t.TempDir(), "lagad.itp")
	out, err := Repair(t.Context(), Repairing{Path: crashed, To: to, Who: "Anna Ek"}, me)
	if err != nil || !out.Complete() || out.Last.Number != 40 {
		t.Fatalf("%+v, %v", out, err)
	}
	if now, _ := os.ReadFile(crashed + "-journal"); !bytes.Equal(now, journal) {
		t.Error("the journal was touched")
	}
	if n := len(snapshotOf(t, to)); n != 40 {
		t.Errorf("%d records", n)
	}
}

func TestRepairRefuses(t *testing.T) {
	dir := t.TempDir()
	write := func(name, content string) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	for name, c := range map[string]struct {
		path string
		want fault.Code
	}{
		"text":   {write("a.itp", strings.Repeat("anteckningar ", 9999)), fault.Unreadable},
		"zeroes": {write("b.itp", string(make([]byte, 100_000))), fault.Unreadable},
		"empty":  {write("c.itp", ""), fault.Unreadable},
		"folder": {dir, fault.Unreadable},
		"none":   {filepath.Join(dir, "saknas.itp"), fault.NotFound},
	} {
		to := filepath.Join(dir, "ny.itp")
		if _, err := Repair(t.Context(), Repairing{Path: c.path, To: to}, me); fault.CodeOf(err) != c.want {
			t.Errorf("%s: %v", name, err)
		}
		if _, err := os.Lstat(to); err == nil {
			t.Errorf("%s: something was made", name)
		}
	}
	if _, err := Repair(t.Context(), Repairing{Path: lived(t, 3), To: write("finns.itp", "viktigt")}, me); fault.CodeOf(err) != fault.Conflict {
		t.Errorf("over a file: %v", err)
	}
}

// TestTheRepairIsAnEntry: it says what it did, and isn't undone by mistake.
func TestTheRepairIsAnEntry(t *testing.T) {
	p, _ := wandered(t, 400, 3)
	out, mended, err := p.mend(t, p.withoutEarly(t, slices.Clone(p.bytes), p.last/2))
	if err != nil {
		t.Fatal(err, cause(err))
	}
	newest, err := mended.Journal(t.Context(), app.Query{Limit: 1})
	if err != nil || len(newest) != 1 || newest[0].Origin != app.OriginRepair || newest[0].Seal() != out.Own || !strings.Contains(newest[0].Label, "ändringar gick inte att läsa") {
		t.Fatalf("%+v, %v", newest, err)
	}
	if _, err := mended.TakeBack(t.Context(), newest[0].Number); fault.CodeOf(err) != fault.NotFound {
		t.Errorf("undone: %v", err)
	}
	if label, ok := mended.CanUndo(); ok && strings.Contains(label, "lagad") {
		t.Errorf("Ctrl+Z would undo %s", label)
	}
	bad := map[int64]bool{}
	for _, b := range out.Bad {
		bad[b.Number] = true
	}
	for n := int64(1); n <= p.last; n++ {
		e, err := mended.Journal(t.Context(), app.Query{Number: n})
		if err != nil || len(e) != 1 || e[0].Who == "" {
			t.Fatalf("entry %d is %+v, %v", n, e, err)
		}
		if got := strings.Contains(e[0].Label, "gick inte att läsa"); got != bad[n] {
			t.Errorf("entry %d is called %q", n, e[0].Label)
		}
	}
	if len(out.Sealed) == 0 || out.Sealed[0].Was == out.Sealed[0].Now {
		t.Errorf("sealed anew: %+v", out.Sealed)
	}
}

// TestRepairBringsNoErasedTextBack: what has been taken out of the journal isn't found
// on an old page or in a copy from before, while the file itself can tell.
func TestRepairBringsNoErasedTextBack(t *testing.T) {
	const secret = "19121212-1212"
	path := filepath.Join(t.TempDir(), "rensad.itp")
	s := createAt(t, path)
	p, err := app.Begin(t.Context(), app.Deps{Store: s, Who: "Anna Ek"}, app.Beginning{Municipality: "Ekvalla kommun", Model: apptest.Model()})
	if err != nil {
		t.Fatal(err)
	}
	r := field.NewRecord(org.UnitKind, p.NewID()).Put(org.UnitName.Field, "Åsa "+secret)
	if _, err := p.CreateAll(t.Context(), "Tillagd: "+secret, []*field.Record{r}); err != nil {
		t.Fatal(err)
	}
	before := filepath.Join(t.TempDir(), "före.itp")
	if err := p.Backup(t.Context(), before); err != nil {
		t.Fatal(err)
	}
	if _, err := p.SetText(t.Context(), r.ID, field.Column{Field: org.UnitName.Field}, "Skolan"); err != nil {
		t.Fatal(err)
	}
	if _, err := p.Erase(t.Context(), secret, "personnummer"); err != nil {
		t.Fatal(err)
	}
	p.Close()
	was := remember(t, path)
	old, err := os.ReadFile(before)
	if err != nil {
		t.Fatal(err)
	}
	for _, damaged := range [][]byte{was.bytes, was.zeroAll(t, slices.Clone(was.bytes), "unit"), was.zeroAll(t, slices.Clone(was.bytes), "settings")} {
		out, mended, err := was.mend(t, damaged, asCopy(t, old, true))
		if err != nil {
			t.Fatal(err, cause(err))
		}
		found, err := mended.Trace(t.Context(), secret)
		if err != nil || found.Texts > 0 || len(found.Now) > 0 || !out.Complete() || mended.Get(r.ID).Name() != "Skolan" {
			t.Errorf("%d texts, %v, %+v", found.Texts, err, out)
		}
	}
}
