package sqlite

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"itportfoljen/app"
	"itportfoljen/app/apptest"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/field"
	"itportfoljen/data/sqlite/pages"
	"itportfoljen/data/storetest"
)

// past is what a portfolio is and all that it has been, told before it is damaged.
type past struct {
	path  string
	bytes []byte
	now   map[field.ID]*field.Record
	was   map[field.ID]map[sum]bool
	page  map[field.ID]int64 // where the row is
	id    string
	last  int64
}

// wandered is a portfolio where much has been done, and what the file was halfway.
func wandered(t *testing.T, steps int, seed uint64) (now *past, before []byte) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "vandring.itp")
	var w *storetest.Wanderer
	s, err := Create(t.Context(), path, me, func(s app.Store) error {
		if _, err := app.Begin(t.Context(), app.Deps{Store: s, Who: "Anna Ek"}, app.Beginning{Municipality: "Ekvalla kommun", Model: apptest.Model()}); err != nil {
			return err
		}
		w = wandering(t, s, seed, nil)
		return w.Wander(t.Context(), steps/2)
	})
	if err != nil {
		t.Fatal(err, cause(err))
	}
	s.Close()
	if before, err = os.ReadFile(path); err != nil {
		t.Fatal(err)
	}
	s = open(t, path, me)
	if err := wandering(t, s, seed+10_000, w).Wander(t.Context(), steps-steps/2); err != nil {
		t.Fatal(err, cause(err))
	}
	s.Close()
	return remember(t, path), before
}

func remember(t *testing.T, path string) *past {
	t.Helper()
	p := &past{path: path, now: map[field.ID]*field.Record{}, was: map[field.ID]map[sum]bool{}, page: map[field.ID]int64{}}
	var err error
	if p.bytes, err = os.ReadFile(path); err != nil {
		t.Fatal(err)
	}
	s := open(t, path, me)
	defer s.Close()
	for _, r := range snapshotOf(t, path) {
		p.now[r.ID] = r
	}
	played, sums := app.NewReplay(), summer{}
	err = s.Since(t.Context(), 0, func(e app.Entry) error {
		played.Play(e)
		p.last = e.Number
		if e.Number == 1 {
			p.id = fmt.Sprintf("%x", e.Chain[:8])
		}
		for _, c := range e.Changes {
			if r := played.Get(c.ID); r != nil {
				if p.was[c.ID] == nil {
					p.was[c.ID] = map[sum]bool{}
				}
				p.was[c.ID][sums.of(r)] = true
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	_, err = pages.Read(t.Context(), bytes.NewReader(p.bytes), int64(len(p.bytes)), func(r pages.Row) error {
		if id, ok := r.Values[0].(string); ok && r.Standing == pages.Reached && !r.Index {
			p.page[field.ID(id)] = r.Page
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// mend repairs what a damage has made of a portfolio.
func (p *past) mend(t *testing.T, damaged []byte, copies ...RepairCopy) (app.Repaired, *app.Portfolio, error) {
	t.Helper()
	dir := t.TempDir()
	from, to := filepath.Join(dir, "skadad.itp"), filepath.Join(dir, "lagad.itp")
	if err := os.WriteFile(from, damaged, 0o600); err != nil {
		t.Fatal(err)
	}
	out, err := Repair(t.Context(), Repairing{Path: from, To: to, Who: "Anna Ek", Copies: copies}, me)
	if after, _ := os.ReadFile(from); !bytes.Equal(after, damaged) {
		t.Error("the damaged file was touched")
	}
	if left, _ := filepath.Glob(filepath.Join(dir, "*")); err != nil && len(left) != 1 {
		t.Errorf("left behind: %v", left)
	}
	if err != nil {
		return out, nil, err
	}
	s, err := Open(t.Context(), to, me)
	if err != nil {
		t.Fatal(err, cause(err))
	}
	t.Cleanup(func() { s.Close() })
	mended, err := app.Open(t.Context(), app.Deps{Store: s, Who: "Anna Ek"})
	if err == nil {
		err = mended.Check(t.Context())
	}
	if err != nil {
		t.Fatal(err, cause(err))
	}
	return out, mended, nil
}

// holds says what is wrong with a repaired portfolio, by what was there before.
func (p *past) holds(out app.Repaired, mended *app.Portfolio, damaged []byte) (wrong []string) {
	say := func(format string, args ...any) { wrong = append(wrong, fmt.Sprintf(format, args...)) }
	got, sums := storetest.All(mended), summer{}
	told, lost, unnamed := map[field.ID]string{}, map[field.ID]bool{}, map[string]int{}
	for _, l := range out.Doubted {
		told[l.ID] = l.Why
	}
	for _, l := range out.Lost {
		if l.ID == "" {
			unnamed[l.Kind.Name] += l.Count
			continue
		}
		lost[l.ID] = true
		if p.was[l.ID] == nil {
			say("lost: %+v, which never was", l)
		}
	}
	if n := out.Left() + out.Total().Lost; out.Unknown == "" && n < len(p.now) {
		say("there were %d records, but it is told of %d", len(p.now), n)
	}
	removed := strings.Join(out.Removed, "\n")
	for id, r := range got {
		switch now := p.now[id]; {
		case now != nil && now.Same(r) || p.was[id][sums.of(r)] || lost[id]:
		case removed != "" && strings.Contains(removed, called(r)):
		case told[id] == "":
			say("%s %s is what it never was: %s", r.Kind.Name, id, differ(r, now))
		}
		if p.now[id] == nil && told[id] == "" && !out.Later && out.Last.Number == p.last {
			say("%s %s was removed, and is back without a word", r.Kind.Name, id)
		}
	}
	size := int64(pageSize)
	for id, r := range p.now {
		at := p.page[id]
		whole := int64(len(damaged)) >= at*size && bytes.Equal(damaged[(at-1)*size:at*size], p.bytes[(at-1)*size:at*size])
		switch {
		case got[id] == nil && !lost[id]:
			if unnamed[r.Kind.Name]--; unnamed[r.Kind.Name] < 0 && out.Unknown == "" {
				say("%s %s is gone without a word", r.Kind.Name, id)
			}
		case got[id] != nil && lost[id] && !strings.Contains(fmt.Sprint(out.Lost), "i dess ställe"):
			say("%s %s is said to be lost", r.Kind.Name, id)
		}
		listless := !slices.ContainsFunc(r.Kind.Stored(), (*field.Field).IsList)
		if whole && (listless || !lost[id]) && (got[id] == nil || !got[id].Same(r)) && len(out.Removed) == 0 {
			say("%s %s isn't what its sound page says: %s (%v)", r.Kind.Name, id, differ(got[id], r), out.Later)
		}
	}
	return wrong
}

// differ says in what two records differ.
func differ(a, b *field.Record) string {
	if a == nil || b == nil {
		return fmt.Sprintf("there: %v, before: %v", a != nil, b != nil)
	}
	out := ""
	if a.Changed != b.Changed {
		out = fmt.Sprintf("changed %s, was %s; ", a.Changed, b.Changed)
	}
	for _, f := range a.Kind.Stored() {
		if !field.Equal(a.Get(f), b.Get(f)) {
			out += fmt.Sprintf("%s %v, was %v; ", f.Key, a.Get(f), b.Get(f))
		}
	}
	return out
}

func (p *past) roots(t *testing.T) map[string]int64 {
	t.Helper()
	out := map[string]int64{}
	_, err := pages.Read(t.Context(), bytes.NewReader(p.bytes), int64(len(p.bytes)), func(r pages.Row) error {
		if r.Table == "sqlite_schema" {
			out[r.Values[1].(string)], _ = r.Values[3].(int64)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// pagesOf are the pages that a table's rows lie on.
func (p *past) pagesOf(t *testing.T, table string) (out []int64) {
	t.Helper()
	_, err := pages.Read(t.Context(), bytes.NewReader(p.bytes), int64(len(p.bytes)), func(r pages.Row) error {
		if r.Table == table && !slices.Contains(out, r.Page) {
			out = append(out, r.Page)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// settled is where a walk has come that left something of each of these tables: which walk
// does follows from what fields there are.
func settled(t *testing.T, tables ...string) *past {
	t.Helper()
	for seed := uint64(10); seed < 40; seed++ {
		p, _ := wandered(t, 1500, seed)
		if !slices.ContainsFunc(tables, func(table string) bool { return len(p.pagesOf(t, table)) == 0 }) {
			return p
		}
	}
	t.Fatalf("no walk leaves something of %q", tables)
	return nil
}

func zero(b []byte, page int64) { clear(b[(page-1)*pageSize : page*pageSize]) }

// TestRepair: of each of these damages everything comes back, or what doesn't is named.
func TestRepair(t *testing.T) {
	p := settled(t, "system", "person", "holding", "unit")
	roots := p.roots(t)
	last := func(of []int64) int64 { return slices.Max(of) }
	for name, c := range map[string]struct {
		damage func(b []byte) []byte
		all    bool // everything comes back
	}{
		"none":                   {func(b []byte) []byte { return b }, true},
		"a bit in a system":      {func(b []byte) []byte { b[p.page[p.any("system")]*pageSize-40] ^= 4; return b }, true},
		"the head":               {func(b []byte) []byte { clear(b[:100]); return b }, true},
		"the schema's page":      {func(b []byte) []byte { zero(b, 1); return b }, true},
		"another size of pages":  {func(b []byte) []byte { binary.BigEndian.PutUint16(b[16:], 1024); return b }, true},
		"the mark":               {func(b []byte) []byte { zero(b, markPage); return b }, true},
		"the systems' root":      {func(b []byte) []byte { zero(b, roots["system"]); return b }, true},
		"the entries' root":      {func(b []byte) []byte { zero(b, roots["entry"]); return b }, true},
		"the blocks' root":       {func(b []byte) []byte { zero(b, roots["block"]); return b }, true},
		"the holdings' root":     {func(b []byte) []byte { zero(b, roots["holding"]); return b }, true},
		"every page of systems":  {func(b []byte) []byte { return p.zeroAll(t, b, "system") }, true},
		"every page of people":   {func(b []byte) []byte { return p.zeroAll(t, b, "person") }, true},
		"every page of holdings": {func(b []byte) []byte { return p.zeroAll(t, b, "holding") }, true},
		"every page of links":    {func(b []byte) []byte { return p.zeroAll(t, b, "link") }, true},
		"every page of touched":  {func(b []byte) []byte { return p.zeroAll(t, b, "touched") }, true},
		"the sequences":          {func(b []byte) []byte { return p.zeroAll(t, b, "sequence") }, true},
		"the newest entries":     {func(b []byte) []byte { zero(b, last(p.pagesOf(t, "entry"))); return b }, true},
		"the newest blocks":      {func(b []byte) []byte { zero(b, last(p.pagesOf(t, "block"))); return b }, true},
		"every entry":            {func(b []byte) []byte { return p.zeroAll(t, b, "entry") }, true},
		"every block":            {func(b []byte) []byte { return p.zeroAll(t, b, "block") }, true},
		"the first block":        {func(b []byte) []byte { b[bytes.Index(b, []byte("Ekvalla kommun"))] ^= 1; return b }, true},
		"entries and blocks":     {func(b []byte) []byte { return p.zeroAll(t, p.zeroAll(t, b, "entry"), "block") }, true},
		"systems and blocks":     {func(b []byte) []byte { return p.zeroAll(t, p.zeroAll(t, b, "system"), "block") }, false},
		"two pages swapped": {func(b []byte) []byte {
			x, y := b[(roots["unit"]-1)*pageSize:][:pageSize], b[(last(p.pagesOf(t, "system"))-1)*pageSize:][:pageSize]
			kept := slices.Clone(x)
			copy(x, y)
			copy(y, kept)
			return b
		}, true},
		"a quarter cut off":      {func(b []byte) []byte { return b[:len(b)*3/4] }, false},
		"half cut off":           {func(b []byte) []byte { return b[:len(b)/2] }, false},
		"nearly all cut off":     {func(b []byte) []byte { return b[:len(b)/10+1234] }, false},
		"the last page half off": {func(b []byte) []byte { return b[:len(b)-2000] }, true},
	} {
		t.Run(name, func(t *testing.T) {
			damaged := c.damage(slices.Clone(p.bytes))
			out, mended, err := p.mend(t, damaged)
			if err != nil {
				t.Fatal(err, cause(err))
			}
			for _, w := range p.holds(out, mended, damaged) {
				t.Error(w)
			}
			sum := out.Total()
			t.Logf("%d whole, %d journal, %d lost, %d doubted, %d removed, %d bad, %d resealed, last %d of %d, later %v, missing %d", sum.Whole, sum.Journal, sum.Lost, len(out.Doubted), len(out.Removed), len(out.Bad), len(out.Sealed), out.Last.Number, p.last, out.Later, out.Missing)
			got := storetest.All(mended)
			if same := len(got) == len(p.now) && sum.Lost == 0; c.all && !same {
				t.Errorf("%d records of %d, lost %+v", len(got), len(p.now), out.Lost)
			}
			for id, r := range p.now {
				if c.all && got[id] != nil && !got[id].Same(r) {
					t.Errorf("%s %s: %s", r.Kind.Name, id, differ(got[id], r))
				}
			}
			if first := slices.ContainsFunc(out.Bad, func(b app.BadEntry) bool { return b.Number == 1 }); !first && out.Last.Number > 0 && mended.Identity() != p.id {
				t.Errorf("the identity is %s, was %s", mended.Identity(), p.id)
			}
		})
	}
}

func (p *past) any(kind string) field.ID {
	var ids []field.ID
	for id, r := range p.now {
		if r.Kind.Name == kind {
			ids = append(ids, id)
		}
	}
	return slices.Min(ids)
}

func (p *past) zeroAll(t *testing.T, b []byte, table string) []byte {
	t.Helper()
	for _, n := range p.pagesOf(t, table) {
		zero(b, n)
	}
	return b
}

// TestRepairAtRandom: whatever is damaged, nothing becomes what it never was, what is
// lost is named, and what lies on a sound page is kept.
func TestRepairAtRandom(t *testing.T) {
	p, older := wandered(t, 900, 3)
	seen := map[string]int{}
	lost, gone := 0, 0
	from := time.Now()
	n := damages()
	if os.Getenv("ITP_DAMAGES") == "" {
		n /= 3
	}
	only := os.Getenv("ITP_DAMAGE")
	for i := range n {
		if only != "" && only != strconv.Itoa(i) {
			continue
		}
		rng := rand.New(rand.NewPCG(uint64(i), 15))
		b := slices.Clone(p.bytes)
		what := ""
		for range 1 + rng.IntN(3) {
			var one string
			one, b = spoil(rng, slices.Clone(b), older)
			what += one + ", "
			if len(b) < pageSize*4 {
				break
			}
		}
		out, mended, err := p.mend(t, b)
		if err != nil {
			if fault.CodeOf(err) != fault.Unreadable || len(b) > pageSize*30 {
				t.Errorf("damage %d (%s): %v (%v)", i, what, err, cause(err))
			}
			gone++
			continue
		}
		for _, w := range p.holds(out, mended, b) {
			t.Errorf("damage %d (%s): %s", i, what, w)
		}
		seen[what]++
		lost += out.Total().Lost
	}
	t.Logf("%d damages of %d records: %d lost, %d files with nothing, %v each", n, len(p.now), lost, gone, time.Since(from)/time.Duration(n))
}
