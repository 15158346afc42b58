package sqlite

import (
	"database/sql/driver"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"

	"itportfoljen/app"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/field"
	"itportfoljen/app/journal"
)

// TestKindsAsTheyWere: by the kinds of each version every column of its tables is
// known, and nothing else. What a kind keeps as another type than it did, in a column
// of the same type, only a kept file tells.
func TestKindsAsTheyWere(t *testing.T) {
	o := me.withDefaults()
	for version := 1; version <= newest(migrations); version++ {
		then, err := o.at(t.Context(), version)
		if err != nil {
			t.Fatal(err)
		}
		c, err := connect(t.Context(), "", memory)
		if err != nil {
			t.Fatal(err)
		}
		defer c.close()
		if err := migrate(t.Context(), c, "", 0, then); err != nil {
			t.Fatal(err)
		}
		if missing, err := drift(t.Context(), c, then.Kinds); err != nil || len(missing) > 0 {
			t.Errorf("version %d has no %q (%v)", version, missing, err)
		}
		kinds := map[string]*table{}
		for _, k := range then.Kinds {
			kinds[k.Name] = newTable(k)
			for _, f := range k.Pointers() {
				if len(f.Targets()) == 0 || slices.ContainsFunc(f.Targets(), func(k *field.Kind) bool { return !slices.Contains(then.Kinds, k) }) {
					t.Errorf("in version %d %s.%s points at nothing that there was", version, k.Name, f.Key)
				}
			}
		}
		err = c.each(t.Context(), "SELECT m.name, p.name FROM sqlite_schema m, pragma_table_info(m.name) p WHERE m.name IN (SELECT m.name FROM sqlite_schema m, pragma_table_info(m.name) p WHERE p.name = 'free')", nil, func(row []driver.Value) error {
			k, column := kinds[text(row[0])], text(row[1])
			if k == nil || k.byKey[column] == nil && !slices.Contains(ownColumns, column) {
				t.Errorf("in version %d nobody knows what %s.%s held: say so in was of the migration that took it away (CONTRIBUTING.md, En migrering)", version, row[0], column)
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
}

// TestNamesAsTheyWere: what a migration gave another name has its old one before it.
func TestNamesAsTheyWere(t *testing.T) {
	k := field.NewKind(field.Kind{Name: "place"})
	field.NewText(k, "name", "Namn")
	field.NewText(k, "short", "Kod")
	field.NewNumber(k, "later", "Senare")
	k.Vital = []*field.Field{k.Field("short")}
	n := newest(migrations)
	o := Options{Kinds: []*field.Kind{k}, migrations: append(migrations[:n:n],
		migration{number: n + 1, name: "kod", script: `ALTER TABLE unit RENAME COLUMN code TO short`, renamed: []journal.Renamed{{Kind: "place", Old: "code", New: "short"}}},
		migration{number: n + 2, name: "plats", script: `ALTER TABLE unit RENAME TO place; ALTER TABLE place ADD COLUMN later TEXT`, renamed: []journal.Renamed{{Old: "unit", New: "place"}}},
		migration{number: n + 3, name: "tal", script: `ALTER TABLE place DROP COLUMN later; ALTER TABLE place ADD COLUMN later INTEGER`, was: []earlier{{kind: "place", kept: map[string]string{"later": "text"}}}},
	)}.withDefaults()
	for version, want := range map[int]string{n: "unit name text, code text*", n + 1: "unit name text, short text*", n + 2: "place name text, short text*, later text", n + 3: "place name text, short text*, later number"} {
		then, err := o.at(t.Context(), version)
		if err != nil {
			t.Fatal(err)
		}
		var fields []string
		for _, f := range then.Kinds[0].Stored() {
			said := f.Key + " " + f.Type.Name()
			if slices.Contains(then.Kinds[0].Vital, f) {
				said += "*"
			}
			fields = append(fields, said)
		}
		if got := then.Kinds[0].Name + " " + strings.Join(fields, ", "); got != want || then.Kinds[0].Title().Key != "name" {
			t.Errorf("version %d has %q, want %q", version, got, want)
		}
	}
}

// olderFiles are the kept files that are migrated when they are opened.
func olderFiles(t *testing.T) []keptFile {
	return slices.DeleteFunc(keptFiles(t), func(k keptFile) bool { return k.schema == newest(migrations) })
}

// TestOlderFilesThatNobodySaved: what isn't what was saved isn't migrated.
func TestOlderFilesThatNobodySaved(t *testing.T) {
	for name, script := range map[string]string{
		"another text":     "UPDATE system SET name = name || 'x' WHERE id = (SELECT min(id) FROM system)",
		"a row gone":       "DELETE FROM cost WHERE id = (SELECT min(id) FROM cost)",
		"another supplier": "UPDATE system SET supplier = 'Zenit' WHERE id = (SELECT min(id) FROM system)",
		"another end":      "UPDATE system SET agreement_end = '2031-01-01' WHERE id = (SELECT min(id) FROM system)",
		"no notice":        "UPDATE system SET notice_months = coalesce(notice_months, 0) + 1 WHERE id = (SELECT min(id) FROM system)",
	} {
		for _, k := range keptFiles(t) {
			if k.schema != 2 {
				continue
			}
			path := k.write(t, k.bytes)
			edit(t, path, script)
			before, _ := os.ReadFile(path)
			_, err := Open(t.Context(), path, me)
			_, looking := Look(t.Context(), path, app.KindNamed("system"))
			if fault.CodeOf(err) != fault.Damaged || err.Error() != damagedOf(path) || fault.CodeOf(looking) != fault.Damaged {
				t.Errorf("%s: open %v (%v), look %v (%v)", name, err, cause(err), looking, cause(looking))
			}
			if after, _ := os.ReadFile(path); string(after) != string(before) || len(inFolder(t, path)) != 1 {
				t.Errorf("%s: the file was changed, or %q left", name, inFolder(t, path))
			}
		}
	}
}

func damagedOf(path string) string {
	return about(fault.Damaged, damagedText, path, nil).Error()
}

// TestNoDamageOfAnOlderFileGivesAnotherValue: it isn't opened, or it holds what was
// saved when it is migrated.
func TestNoDamageOfAnOlderFileGivesAnotherValue(t *testing.T) {
	for _, k := range olderFiles(t) {
		truth := k.today(t)
		refused, passed := 0, 0
		for i := range damages() {
			what, spoiled := spoil(rand.New(rand.NewPCG(uint64(i), 21)), slices.Clone(k.bytes), k.bytes)
			s, err := Open(t.Context(), k.write(t, spoiled), me)
			if err != nil {
				if refused++; fault.CodeOf(err) == fault.Internal {
					t.Errorf("schema %d, damage %d (%s): %v (%v)", k.schema, i, what, err, cause(err))
				}
				continue
			}
			passed++
			p := wandering(t, s, 9, nil).P // of the day of the truth: who holds a role is a matter of days
			if got := k.recordLines(p); got != truth {
				t.Errorf("schema %d, damage %d (%s) opened with other values", k.schema, i, what)
			}
			if err := p.Check(t.Context()); err != nil || !holdsAll(written(t, p), k.lines) {
				t.Errorf("schema %d, damage %d (%s) opened with another journal (%v)", k.schema, i, what, err)
			}
			s.Close()
		}
		t.Logf("schema %d: %d refused, %d opened as they were saved", k.schema, refused, passed)
	}
}

// today is what the records of a kept file are when it has been migrated.
func (k keptFile) today(t *testing.T) string {
	t.Helper()
	p := wandering(t, open(t, k.write(t, k.bytes), me), 9, nil).P
	return k.recordLines(p)
}

// made are the kinds whose records a migration of the file makes, with new ids each
// time.
func (k keptFile) made() []string {
	if k.schema < 3 {
		return []string{"supplier", "agreement", "agreement_system"}
	}
	return nil
}

// recordLines are what the records hold, those that a migration makes by their names,
// and but for when they were changed.
func (k keptFile) recordLines(p *app.Portfolio) string {
	out := writtenRecords(p)
	for i, line := range out {
		line, _, _ = strings.Cut(line, " skapad ")
		for _, name := range k.made() {
			for _, r := range p.All(app.KindNamed(name)) {
				line = strings.ReplaceAll(line, string(r.ID), r.Name())
			}
		}
		out[i] = line
	}
	slices.Sort(out)
	return strings.Join(out, "\n")
}

// TestStoppedBetweenMigrations: each leaves a file that is whole in its own version.
func TestStoppedBetweenMigrations(t *testing.T) {
	for _, k := range olderFiles(t) {
		path := k.write(t, k.bytes)
		o := me
		o.migrations = append(later[:len(later):len(later)], migration{number: newest(later) + 1, name: "fel", script: "INSERT INTO ingenting VALUES (1)"})
		if _, err := Open(t.Context(), path, o); fault.CodeOf(err) != fault.Internal {
			t.Errorf("%v (%v)", err, cause(err))
		}
		o.migrations = later
		p := wandering(t, open(t, path, o), 9, nil).P
		if err := p.Check(t.Context()); err != nil {
			t.Error(err, cause(err))
		}
		if got := k.recordLines(p); got != k.today(t) {
			t.Error("it holds something else")
		}
	}
}
