package journal_test

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"itportfoljen/app/field"
	"itportfoljen/app/journal"
	"itportfoljen/app/org"
	"itportfoljen/app/system"
	"itportfoljen/data/storetest"
)

func names() *journal.Names {
	var kinds []*field.Kind
	for _, r := range storetest.Portfolio(1, 1) {
		kinds = append(kinds, r.Kind)
	}
	return journal.NewNames(kinds)
}

// first is the first block.
func first(changes []field.Change) journal.Block {
	for b := range journal.Pack(changes) {
		return b
	}
	return journal.Block{}
}

// unpack reads all blocks.
func unpack(t *testing.T, blocks []journal.Block) (out []field.Change) {
	t.Helper()
	for _, b := range blocks {
		cs, err := journal.Unpack(b.Data, b.Hash, names())
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, cs...)
	}
	return out
}

func TestChangesComeBackAsTheyWere(t *testing.T) {
	records := storetest.Portfolio(3, 400)
	want := storetest.Creates(records)
	for i, r := range storetest.Portfolio(4, 400) {
		old := records[i]
		for _, f := range r.Kind.Stored() {
			want = append(want, field.Change{Op: field.Set, Kind: r.Kind, ID: r.ID, Field: f, Before: old.Get(f), After: r.Get(f), Owner: "ägaren", Since: old.Changed})
		}
		want = append(want, field.Change{Op: field.Set, Kind: r.Kind, ID: r.ID, Field: field.NewFree(r.Kind, "x_eget", "Eget"), After: "ett värde"})
		want = append(want, field.Change{Op: field.Delete, Kind: r.Kind, ID: r.ID, Record: r, Since: r.Changed})
	}
	blocks := slices.Collect(journal.Pack(want))
	got := unpack(t, blocks)
	if len(got) != len(want) {
		t.Fatalf("%d changes, want %d", len(got), len(want))
	}
	for i, w := range want {
		g := got[i]
		same := g.Op == w.Op && g.Kind == w.Kind && g.ID == w.ID && g.Owner == w.Owner && g.Since == w.Since && !g.Erased &&
			field.Equal(g.Before, w.Before) && field.Equal(g.After, w.After)
		if w.Op == field.Set {
			same = same && g.Field.Key == w.Field.Key && g.Field.Free() == w.Field.Free()
		} else {
			same = same && g.Record.Same(w.Record)
		}
		if !same {
			t.Fatalf("change %d is %+v, want %+v", i, g, w)
		}
	}
	for _, b := range blocks {
		about, err := journal.Verify(b.Data, b.Hash)
		if err != nil || !slices.Equal(about, b.Records) || slices.Contains(about, "") {
			t.Errorf("a block is about %d records, want %d: %v", len(about), len(b.Records), err)
		}
	}
}

// TestEveryFlippedBitIsSeen: a block is either what was written, or damage.
func TestEveryFlippedBitIsSeen(t *testing.T) {
	for _, n := range []int{1, 30} {
		b := first(storetest.Creates(storetest.Portfolio(7, n)[:n]))
		rng := rand.New(rand.NewPCG(1, 2))
		for range 300 {
			bad := slices.Clone(b.Data)
			bad[rng.IntN(len(bad))] ^= 1 << rng.IntN(8)
			if _, err := journal.Unpack(bad, b.Hash, names()); err == nil {
				back, _ := journal.Verify(bad, b.Hash)
				if !slices.Equal(back, b.Records) {
					t.Fatal("a damaged block is read as if it were whole")
				}
			}
		}
	}
}

func TestErasedTexts(t *testing.T) {
	const secret = "Anna Ek, 19121212-1212"
	name, notes := org.PersonName.Field, system.Kind.Field("notes")
	person := field.NewRecord(org.PersonKind, "p").Put(name, secret).Put(org.PersonTitle.Field, "chef")
	changes := []field.Change{
		{Op: field.Create, Kind: org.PersonKind, ID: "p", Record: person},
		{Op: field.Set, Kind: notes.Kind, ID: "s", Field: notes, Before: "före", After: "skrev " + secret},
		{Op: field.Set, Kind: notes.Kind, ID: "s", Field: notes, Before: "skrev " + secret, After: "efter"},
		{Op: field.Set, Kind: notes.Kind, ID: "s", Field: field.NewFree(notes.Kind, "x", "X"), After: secret},
	}
	for range 2 { // it is erased from what has been erased from too
		b := first(changes)
		data, n, err := journal.Erase(b.Data, b.Hash, func(s string) bool { return strings.Contains(s, "19121212") })
		if err != nil || n != 4 {
			t.Fatalf("%d texts erased, want 4: %v", n, err)
		}
		if data, n, err = journal.Erase(data, b.Hash, func(s string) bool { return s == "efter" }); err != nil || n != 1 {
			t.Fatalf("%d texts erased, want 1 more: %v", n, err)
		}
		if strings.Contains(string(data), "1912") {
			t.Error("the text is still there")
		}
		got, err := journal.Unpack(data, b.Hash, names())
		if err != nil {
			t.Fatalf("the hash no longer holds: %v", err)
		}
		if r := got[0].Record; !got[0].Erased || r.Get(name) != nil || r.Get(org.PersonTitle.Field) != "chef" {
			t.Errorf("the person is %v", r)
		}
		if !got[1].Erased || got[1].Before != "före" || got[1].After != nil || !got[3].Erased {
			t.Errorf("the notes are %+v", got[1:])
		}
		seen := 0
		_ = journal.Texts(data, b.Hash, func(_ field.ID, s string) { seen += len(s) })
		if seen != len("chef")+len("före")+len("x") {
			t.Errorf("%d bytes of text are left", seen)
		}
	}
}

func TestOldWords(t *testing.T) {
	old := field.NewKind(field.Kind{Name: "gadget", One: "pryl", Many: "prylar"})
	label, size := field.NewText(old, "label", "Namn"), field.NewNumber(old, "size", "Storlek")
	lost := field.NewMoney(old, "price", "Pris")
	r := field.NewRecord(old, "g").Put(label.Field, "Sladd").Put(size.Field, int64(3)).Put(lost.Field, nil)
	changes := []field.Change{
		{Op: field.Create, Kind: old, ID: "g", Record: r},
		{Op: field.Set, Kind: old, ID: "g", Field: size.Field, Before: int64(3), After: int64(4)},
		{Op: field.Set, Kind: old, ID: "g", Field: lost.Field, Before: nil, After: nil},
	}
	b := first(changes)

	now := field.NewKind(field.Kind{Name: "thing", One: "sak", Many: "saker"})
	title, width := field.NewText(now, "title", "Namn"), field.NewNumber(now, "width", "Bredd")
	for what, c := range map[string]struct {
		names *journal.Names
		kind  string
		title string
	}{
		"renamed": {journal.NewNames([]*field.Kind{now}, journal.Renamed{Old: "gadget", New: "thing"},
			journal.Renamed{Kind: "thing", Old: "label", New: "name"}, journal.Renamed{Kind: "thing", Old: "name", New: "title"},
			journal.Renamed{Kind: "thing", Old: "size", New: "width"}), "thing", "Sladd"},
		"gone": {journal.NewNames([]*field.Kind{now}), "gadget", ""},
	} {
		got, err := journal.Unpack(b.Data, b.Hash, c.names)
		if err != nil {
			t.Fatal(what, err)
		}
		if got[0].Kind.Name != c.kind || got[1].Kind != got[0].Kind || c.names.Knows(got[0].Kind) != (what == "renamed") {
			t.Errorf("%s: the kind is %s", what, got[0].Kind.Name)
		}
		if what == "renamed" {
			if got[0].Record.Get(title.Field) != c.title || got[1].Field != width.Field || got[1].After != int64(4) || !journal.IsGone(got[2].Field) {
				t.Errorf("%s: %+v", what, got)
			}
			continue
		}
		if got[1].After != "4" || !journal.IsGone(got[1].Field) || got[0].Record.Name() != "" {
			t.Errorf("%s: %+v", what, got[1])
		}
		if free := journal.WithoutGone(got[0].Record).FreeValues(); len(free) != 0 {
			t.Errorf("%s: %v is left", what, free)
		}
	}
}

func TestChain(t *testing.T) {
	at := time.Date(2026, 11, 26, 20, 0, 0, 5, time.UTC)
	head := journal.Head{Number: 3, At: at, Who: "Åsa", Session: "s", Undoes: 2, Words: journal.NewWords("Namn för Anna", "import av Löner.xlsx")}
	blocks := []journal.Hash{{1}, {2}}
	want := head.Content(blocks)
	erased := head
	erased.Words = head.Words.Erase()
	if got := erased.Content(blocks); got != want || erased.Words.Label != "" || !erased.Words.Erased() || head.Words.Erased() {
		t.Error("the words can't be erased")
	}
	for what, other := range map[string]journal.Hash{
		"number":  func() journal.Hash { h := head; h.Number++; return h.Content(blocks) }(),
		"time":    func() journal.Hash { h := head; h.At = at.Add(1); return h.Content(blocks) }(),
		"who":     func() journal.Hash { h := head; h.Who = "Osa"; return h.Content(blocks) }(),
		"session": func() journal.Hash { h := head; h.Session = ""; return h.Content(blocks) }(),
		"undoes":  func() journal.Hash { h := head; h.Undoes = 0; return h.Content(blocks) }(),
		"label":   func() journal.Hash { h := head; h.Words.Label = "x"; return h.Content(blocks) }(),
		"origin":  func() journal.Hash { h := head; h.Words.Origin = ""; return h.Content(blocks) }(),
		"a block": head.Content(blocks[:1]),
	} {
		if other == want {
			t.Errorf("another %s has the same hash", what)
		}
	}
	if journal.Link(journal.Hash{1}, want) == journal.Link(journal.Hash{}, want) {
		t.Error("the link doesn't hang on what came before")
	}
}

func TestSeals(t *testing.T) {
	var h journal.Hash
	copy(h[:], []byte{0x9f, 0x3a, 0x07, 0xc1})
	seal := journal.Seal(412, h)
	if seal != "412-9f3a07c1" {
		t.Errorf("the seal is %s", seal)
	}
	for _, s := range []string{seal, " 412-9F3A07C1 ", "412–9f3a07c1", "412 9f3a07c1", "412: 9f3a07c1"} {
		if n, begins, ok := journal.ReadSeal(s); n != 412 || begins != "9f3a07c1" || !ok {
			t.Errorf("%q is read as %d %q %v", s, n, begins, ok)
		}
	}
	for _, s := range []string{"", "412", "412-9f3a07c", "412-9f3a07c12", "0-9f3a07c1", "-1-9f3a07c1", "99999999999999999999-9f3a07c1", "412-9f3a07cg"} {
		if _, _, ok := journal.ReadSeal(s); ok {
			t.Errorf("%q is read as a seal", s)
		}
	}
}

func FuzzUnpack(f *testing.F) {
	for i := range 4 {
		b := first(storetest.Creates(storetest.Portfolio(uint64(i), 1)))
		f.Add(b.Data)
	}
	f.Add([]byte("r"))
	f.Add([]byte("z\xff\xff\xff\xff\x7f"))
	known := names()
	f.Fuzz(func(t *testing.T, data []byte) {
		if _, err := journal.Unpack(data, journal.Hash{}, known); err == nil && len(data) > 0 {
			t.Errorf("%q has the hash of nothing", data)
		}
	})
}
