package sqlite

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"itportfoljen/app"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/field"
	"itportfoljen/app/org"
	"itportfoljen/data/storetest"
)

// lived is a portfolio with a history: units made, changed and removed.
func lived(t *testing.T, entries int) string {
	t.Helper()
	s := create(t)
	n := rand.New(rand.NewPCG(uint64(entries), 2))
	var there []field.ID
	for i := range entries {
		e := app.Entry{At: storetest.Moment(i), Who: "Åsa", Label: "Ändring"}
		c := unit("u" + strconv.Itoa(i))
		e.Changes = append(e.Changes, c)
		if len(there) > 3 {
			id := there[n.IntN(len(there))]
			e.Changes = append(e.Changes, field.Change{Op: field.Set, Kind: org.UnitKind, ID: id, Field: org.UnitCode.Field, Before: nil, After: strconv.Itoa(i)})
		}
		there = append(there, c.ID)
		if _, err := s.Commit(t.Context(), e, last(s), map[string]int{"SYS": i}); err != nil {
			t.Fatal(err, cause(err))
		}
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	return s.Info().Path
}

// TestValuesThatNobodySaved: what SQLite takes for sound isn't what was saved.
func TestValuesThatNobodySaved(t *testing.T) {
	for name, script := range map[string]string{
		"another text":            "UPDATE unit SET name = 'Enhet u3x' WHERE id = 'u3'",
		"a value more":            "UPDATE unit SET code = 'x' WHERE id = 'u39'",
		"a value less":            "UPDATE unit SET code = NULL WHERE code IS NOT NULL",
		"another time":            "UPDATE unit SET changed = '2020-01-01T00:00:00Z' WHERE id = 'u3'",
		"a row gone":              "DELETE FROM unit WHERE id = 'u39'",
		"all rows gone":           "DELETE FROM unit",
		"a row doubled":           "INSERT INTO unit (id, name, sum) SELECT id || 'x', name, sum FROM unit WHERE id = 'u3'",
		"a row with another's":    "UPDATE unit SET sum = (SELECT sum FROM unit WHERE id = 'u4') WHERE id = 'u3'",
		"a list item":             "INSERT INTO link (owner, field, ord, target) VALUES ('u3', 'x', 0, 'u4')",
		"a number used again":     "UPDATE sequence SET last = 3",
		"the newest entry gone":   "PRAGMA foreign_keys = OFF; DELETE FROM touched WHERE entry = 40; DELETE FROM block WHERE entry = 40; DELETE FROM entry WHERE number = 40",
		"the entries all gone":    "DELETE FROM touched; DELETE FROM block; DELETE FROM entry",
		"a state that is another": "UPDATE entry SET state = (SELECT state FROM entry WHERE number = 39) WHERE number = 40",
		"no state":                "UPDATE entry SET state = ''",
	} {
		path := lived(t, 40)
		edit(t, path, script)
		s := open(t, path, me)
		_, loading := s.Load(t.Context())
		checking := s.Check(t.Context())
		s.Close()
		if name == "a list item" { // of a field that no kind has: nobody reads it
			continue
		}
		if fault.CodeOf(loading) != fault.Damaged || fault.CodeOf(checking) != fault.Damaged {
			t.Errorf("%s: load %v (%v), check %v (%v)", name, loading, cause(loading), checking, cause(checking))
		}
	}
}

// TestNoDamageGivesAnotherValue spoils a portfolio in every way that disks and
// programs have: it doesn't open, or it opens as it was saved.
func TestNoDamageGivesAnotherValue(t *testing.T) {
	older := lived(t, 30)
	path := lived(t, 60)
	truth, history := snapshotOf(t, path), ""
	func() {
		s := open(t, path, me)
		defer s.Close()
		history = journalOf(t, s)
	}()
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	old, err := os.ReadFile(older)
	if err != nil {
		t.Fatal(err)
	}
	seen, passed, told := map[string]int{}, 0, 0
	for i := range damages() {
		n := rand.New(rand.NewPCG(uint64(i), 5))
		what, spoiled := spoil(n, slices.Clone(whole), old)
		at := filepath.Join(t.TempDir(), "skadad.itp")
		if err := os.WriteFile(at, spoiled, 0o600); err != nil {
			t.Fatal(err)
		}
		s, err := Open(t.Context(), at, me)
		if err != nil {
			seen[what]++
			continue
		}
		snap, err := s.Load(t.Context())
		switch {
		case err != nil:
			seen[what]++
		case !slices.EqualFunc(snap.Records, truth, (*field.Record).Same):
			t.Errorf("damage %d (%s) opened with other values", i, what)
		case s.Check(t.Context()) == nil:
			if got := journalOf(t, s); got != history {
				t.Errorf("damage %d (%s) is said to be whole, with another journal", i, what)
			}
			passed++
		default:
			told++
		}
		s.Close()
	}
	t.Logf("%d damages: seen when it is opened %v, by check %d, without effect on what is kept %d", damages(), seen, told, passed)
}

// journalOf is a file's journal as text.
func journalOf(t *testing.T, s *Store) string {
	t.Helper()
	var b strings.Builder
	for _, q := range []app.Query{{}, {Record: "u3"}, {Undoes: 3}} {
		es, err := s.Journal(t.Context(), q)
		if err != nil {
			t.Fatal(err, cause(err))
		}
		for _, e := range es {
			fmt.Fprintln(&b, e.Seal(), e.At, e.Who, e.Session, e.Origin, e.Label, e.Undoes, e.Erased)
			for _, c := range e.Changes {
				fmt.Fprintln(&b, c.Op, c.Kind.Name, c.ID, c.Owner, c.Since, c.Erased)
				if c.Record != nil {
					b.Write(field.AppendRecord(nil, c.Record))
				} else {
					fmt.Fprintln(&b, c.Field.Key, field.Encode(c.Before), field.Encode(c.After))
				}
			}
		}
	}
	return b.String()
}

func damages() int {
	if n, err := strconv.Atoi(os.Getenv("ITP_DAMAGES")); err == nil && n > 0 {
		return n
	}
	return 60
}

func snapshotOf(t *testing.T, path string) []*field.Record {
	t.Helper()
	s := open(t, path, me)
	defer s.Close()
	snap, err := s.Load(t.Context())
	if err != nil {
		t.Fatal(err, cause(err))
	}
	return snap.Records
}

const pageSize = 4096

// spoil damages a file in one of the ways that happen.
func spoil(n *rand.Rand, b, old []byte) (what string, out []byte) {
	pages := len(b) / pageSize
	page := func(i int) []byte { return b[i*pageSize : (i+1)*pageSize] }
	switch n.IntN(6) {
	case 0, 1:
		for range 1 + n.IntN(3) {
			b[n.IntN(len(b))] ^= 1 << n.IntN(8)
		}
		return "a bit", b
	case 2:
		clear(page(n.IntN(pages)))
		return "a page of zeroes", b
	case 3:
		x, y := n.IntN(pages), n.IntN(pages)
		kept := slices.Clone(page(x))
		copy(page(x), page(y))
		copy(page(y), kept)
		return "two pages for each other", b
	case 4:
		return "cut off", b[:n.IntN(len(b))]
	}
	i := n.IntN(min(pages, len(old)/pageSize))
	copy(page(i), old[i*pageSize:(i+1)*pageSize])
	return "a page of another time", b
}

// TestCopyTakenInMidCommit: a copy of the file alone, taken while it was being written, is
// either what was there before, where nothing of that had been written over, or nothing that
// anyone saved.
func TestCopyTakenInMidCommit(t *testing.T) {
	refused := 0
	for _, entries := range []int{40, 150, 400} {
		crashed := halfWay(t, lived(t, entries))
		alone := filepath.Join(t.TempDir(), "ensam.itp")
		copyAs(t, crashed, alone)
		s, err := Open(t.Context(), alone, me)
		if err == nil {
			var there *app.Snapshot
			if there, err = s.Load(t.Context()); err == nil && len(there.Records) != entries {
				t.Errorf("half a commit passed: %d units of %d", len(there.Records), entries)
			}
			s.Close()
		}
		switch {
		case err == nil:
		case fault.CodeOf(err) != fault.Damaged || !strings.Contains(err.Error(), "skadad"):
			t.Errorf("it was refused with %v (%v)", err, cause(err))
		default:
			refused++
		}
	}
	if refused == 0 {
		t.Error("nothing was written over")
	}
}
