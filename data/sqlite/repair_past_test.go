package sqlite

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"itportfoljen/app"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/field"
	"itportfoljen/data/sqlite/pages"
)

// mend repairs what a damage has made of a kept file, and opens it.
func (k keptFile) mend(t *testing.T, damaged []byte, copies ...RepairCopy) (app.Repaired, *app.Portfolio, error) {
	t.Helper()
	from := k.write(t, damaged)
	to := filepath.Join(filepath.Dir(from), "lagad.itp")
	out, err := Repair(t.Context(), Repairing{Path: from, To: to, Who: "Anna Ek", Copies: copies}, me)
	if after, _ := os.ReadFile(from); !bytes.Equal(after, damaged) {
		t.Error("the damaged file was touched")
	}
	if err != nil {
		return out, nil, err
	}
	s := open(t, to, me)
	p := wandering(t, s, 9, nil).P
	if err := p.Check(t.Context()); err != nil {
		t.Fatal(err, cause(err))
	}
	if n, err := s.Newest(t.Context()); err != nil || n != out.Entries {
		t.Errorf("it has %d entries, and %d are told of (%v)", n, out.Entries, err)
	}
	for _, kind := range out.Kinds {
		if !slices.Contains(app.Kinds, kind.Kind) {
			t.Errorf("it is told of a %s that isn't today's", kind.Kind.Name)
		}
	}
	return out, p, nil
}

// standIn is how what stands in for a lost record is called.
const standIn = "Förlorad: "

var anID = regexp.MustCompile(`[0-9a-f]{8}-[0-9a-f]{4}-`)

// wrong is what a repaired file lacks of what the kept one held, or holds that it
// didn't, without a word.
func (k keptFile) wrong(t *testing.T, truth string, out app.Repaired, p *app.Portfolio) (wrong []string) {
	t.Helper()
	known, bad := out.Last.Number, map[int64]bool{}
	for _, b := range out.Bad {
		bad[b.Number] = true
		known = max(known, b.Number)
	}
	told, stoodIn := k.told(out, p), map[string]bool{}
	has := map[string]bool{}
	got := strings.Split(k.recordLines(p), "\n")
	for _, line := range slices.Concat(got, writtenJournal(t, p), []string{"identitet " + p.Identity()}) {
		has[line] = true
		if what, shown, _ := strings.Cut(line, " = "); strings.Contains(shown, standIn) {
			stoodIn[what] = true // whom it points at is told to be lost, and only the name of that
		}
	}
	nameless := func(line string) bool {
		what, shown, _ := strings.Cut(line, " = ")
		return stoodIn[what] && !anID.MatchString(shown)
	}
	for _, line := range k.lines {
		line, _, _ = strings.Cut(strings.TrimSuffix(line, "\n"), " skapad ")
		var kind string
		var id field.ID
		var n int64
		_, entry := fmt.Sscanf(line, "ändring %d", &n)
		_, _ = fmt.Sscan(line, &kind, &id)
		switch {
		case has[line], nameless(line):
		case entry == nil && (bad[n] || n > known): // one without changes leaves no trace but its own
		case entry == nil && strings.HasPrefix(line, fmt.Sprintf("ändring %d-", n)) && len(out.Sealed) > 0:
		case kind == "identitet" && (bad[1] || known == 0):
		case entry != nil && kind != "identitet" && told(kind, id):
		default:
			wrong = append(wrong, "lacks "+line)
		}
	}
	was := strings.Split(truth, "\n")
	for _, line := range got {
		var kind string
		var id field.ID
		if _, err := fmt.Sscan(line, &kind, &id); err != nil || slices.Contains(k.made(), kind) {
			continue
		}
		if _, found := slices.BinarySearch(was, line); !found && !told(kind, id) && !nameless(line) {
			wrong = append(wrong, "has "+line)
		}
	}
	return wrong
}

// told says of a record whether the repair told that it isn't what it was.
func (k keptFile) told(out app.Repaired, p *app.Portfolio) func(kind string, id field.ID) bool {
	said, unnamed := map[field.ID]bool{}, map[string]int{}
	for _, l := range slices.Concat(out.Lost, out.Doubted) {
		if said[l.ID] = true; l.ID == "" {
			unnamed[l.Kind.Name] += l.Count
		}
	}
	last := int64(0)
	for _, line := range k.lines {
		var n int64
		_, _ = fmt.Sscanf(line, "ändring %d-", &n)
		last = max(last, n)
	}
	removed := strings.Join(out.Removed, "\n")
	return func(kind string, id field.ID) bool {
		r := p.Get(id)
		switch {
		case said[id], out.Unknown != "" && r == nil, r != nil && removed != "" && strings.Contains(removed, called(r)):
			return true
		case r != nil: // then it is what it was after the newest entry that is left
			return out.Later || out.Last.Number < last
		}
		said[id] = true // once for all its lines
		unnamed[kind]--
		return unnamed[kind] >= 0
	}
}

// on gives the pages that the rows of a table lie on.
func (k keptFile) on(t *testing.T, table string) (out []int64) {
	t.Helper()
	_, err := pages.Read(t.Context(), bytes.NewReader(k.bytes), int64(len(k.bytes)), func(r pages.Row) error {
		if r.Table == table && !slices.Contains(out, r.Page) {
			out = append(out, r.Page)
		}
		return nil
	})
	if err != nil || len(out) == 0 {
		t.Fatal(table, err)
	}
	return out
}

// TestRepairOfAnOlderFile: it is repaired as what it is, however much of what tells its
// version is gone, and brought up to date.
func TestRepairOfAnOlderFile(t *testing.T) {
	for _, k := range olderFiles(t) {
		truth := k.today(t)
		without := func(tables ...string) func(b []byte) []byte {
			return func(b []byte) []byte {
				for _, name := range tables {
					for _, page := range k.on(t, name) {
						zero(b, page)
					}
				}
				return b
			}
		}
		then := func(fs ...func([]byte) []byte) func([]byte) []byte {
			return func(b []byte) []byte {
				for _, f := range fs {
					b = f(b)
				}
				return b
			}
		}
		version := func(n byte) func([]byte) []byte { return func(b []byte) []byte { b[63] = n; return b } }
		head := func(b []byte) []byte { zero(b, 1); return b }
		for name, c := range map[string]struct {
			damage func(b []byte) []byte
			all    bool // everything comes back
		}{
			"none":                          {version(byte(k.schema)), true},
			"the version":                   {version(0), true},
			"the version, as if newer":      {version(byte(newest(migrations))), true},
			"the version, as if from later": {version(99), true},
			"the head":                      {head, true},
			"the migrations":                {without("migration"), true},
			"head and migrations":           {then(head, without("migration")), true},
			"systems":                       {without("system"), true},
			"systems, and the head":         {then(without("system", "migration"), head), true},
			"blocks":                        {without("block"), true},
			"entries":                       {without("entry"), true},
			"entries and blocks":            {without("entry", "block"), true},
			"systems and blocks":            {without("system", "block"), false},
			"people and entries":            {without("person", "entry"), true},
			"half cut off":                  {func(b []byte) []byte { return b[:len(b)/2] }, false},
		} {
			t.Run(fmt.Sprintf("schema %d, %s", k.schema, name), func(t *testing.T) {
				out, p, err := k.mend(t, c.damage(slices.Clone(k.bytes)))
				if err != nil {
					t.Fatal(err, cause(err))
				}
				for _, w := range k.wrong(t, truth, out, p) {
					t.Error(w)
				}
				if got := k.recordLines(p); c.all && got != truth {
					t.Errorf("not all came back: lost %+v, doubted %+v", out.Lost, out.Doubted)
				}
				sum := out.Total()
				t.Logf("%d whole, %d journal, %d lost, %d doubted, %d removed, %d bad", sum.Whole, sum.Journal, sum.Lost, len(out.Doubted), len(out.Removed), len(out.Bad))
			})
		}
	}
}

// TestRepairOfAnOlderFileAtRandom: nothing becomes what it wasn't, and what is lost is
// named.
func TestRepairOfAnOlderFileAtRandom(t *testing.T) {
	for _, k := range olderFiles(t) {
		truth := k.today(t)
		lost, gone, all := 0, 0, 0
		for i := range damages() {
			n := rand.New(rand.NewPCG(uint64(i), 22))
			b, what := slices.Clone(k.bytes), ""
			for range 1 + n.IntN(3) {
				var one string
				one, b = spoil(n, slices.Clone(b), k.bytes)
				if what += one + ", "; len(b) < pageSize*4 {
					break
				}
			}
			out, p, err := k.mend(t, b)
			if err != nil {
				if fault.CodeOf(err) != fault.Unreadable || len(b) > pageSize*30 {
					t.Errorf("damage %d (%s): %v (%v)", i, what, err, cause(err))
				}
				gone++
				continue
			}
			for _, w := range k.wrong(t, truth, out, p) {
				t.Errorf("schema %d, damage %d (%s): %s", k.schema, i, what, w)
			}
			if lost += out.Total().Lost; k.recordLines(p) == truth {
				all++
			}
		}
		t.Logf("schema %d: of %d damages %d gave all records back, %d files with nothing, %d records lost", k.schema, damages(), all, gone, lost)
	}
}

// TestRepairOfAnOlderFileWithACopy: of its own version, and of the newest, from which
// only what was done before the migration is taken.
func TestRepairOfAnOlderFileWithACopy(t *testing.T) {
	for _, k := range olderFiles(t) {
		truth := k.today(t)
		path := k.write(t, k.bytes)
		p := wandering(t, open(t, path, me), 9, nil)
		if err := p.Wander(t.Context(), 20); err != nil {
			t.Fatal(err)
		}
		p.P.Close()
		migrated, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		edit(t, path, "UPDATE migration SET entry = NULL")
		silent, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		// Without entries only the copy tells how far the file had come.
		for _, tables := range [][]string{{"system", "block"}, {"system", "block", "entry"}} {
			damaged := slices.Clone(k.bytes)
			for _, table := range tables {
				for _, page := range k.on(t, table) {
					zero(damaged, page)
				}
			}
			for name, c := range map[string][]byte{"its own": k.bytes, "the newest": migrated, "the newest, which doesn't say when it became that, of": silent} {
				out, p, err := k.mend(t, damaged, asCopy(t, c, true))
				if err != nil {
					t.Fatal(err, cause(err))
				}
				moved := k.schema < 3 // then an entry of the journal says so
				if &c[0] == &silent[0] && !moved && len(tables) == 3 {
					if len(out.Copies) > 0 || out.Complete() {
						t.Errorf("schema %d without %s: what may be of a later version was taken: %+v", k.schema, tables, out)
					}
				} else if got := k.recordLines(p); got != truth || !out.Complete() || len(out.Copies) != 1 {
					t.Errorf("schema %d without %s, with a copy of %s version: %+v", k.schema, tables, name, out)
				}
				for _, w := range k.wrong(t, truth, out, p) {
					t.Errorf("schema %d without %s, with a copy of %s version: %s", k.schema, tables, name, w)
				}
			}
		}
	}
}
