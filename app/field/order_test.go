package field_test

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"itportfoljen/app/base/fault"
	"itportfoljen/app/field"
)

var (
	agendaKind = field.NewKind(field.Kind{Name: "agenda", Plural: "agendas", One: "dagordning", Many: "dagordningar"})
	agendaName = field.NewText(agendaKind, "name", "Namn")
	itemKind   = field.NewKind(field.Kind{Name: "item", Plural: "items", One: "punkt", Many: "punkter"})
	itemName   = field.NewText(itemKind, "name", "Namn")
	itemOf     = field.NewRef(itemKind, "agenda", "Dagordning", field.To(agendaKind), field.Owning)
	itemPlace  = field.NewPlace(itemKind)
)

// order is the names of an agenda's items, in order.
func order(w field.World, agenda field.ID) string {
	var out []string
	for _, r := range field.Parts(w, itemOf.Field, agenda) {
		out = append(out, r.Name())
	}
	return strings.Join(out, "")
}

func TestPartsInOrder(t *testing.T) {
	w := newPlain()
	agenda, ids := w.NewID(), map[string]field.ID{}
	tx := field.NewTx(w)
	if err := tx.Create(field.NewRecord(agendaKind, agenda).Put(agendaName.Field, "Möte")); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"a", "b", "c", "d"} {
		ids[name] = w.NewID()
		if err := tx.Create(field.NewRecord(itemKind, ids[name]).Put(itemName.Field, name).Put(itemOf.Field, agenda)); err != nil {
			t.Fatal(err)
		}
	}
	for _, c := range []struct{ move, after, want string }{
		{"a", "", "abcd"}, {"d", "", "dabc"}, {"d", "b", "abdc"}, {"a", "c", "bdca"}, {"b", "gone", "dcab"}, {"c", "d", "dcab"},
	} {
		after := ids[c.after]
		if c.after == "gone" {
			after = "gone"
		}
		if err := tx.Move(ids[c.move], after); err != nil || order(tx, agenda) != c.want {
			t.Errorf("%s after %q: %s, want %s: %v", c.move, c.after, order(tx, agenda), c.want, err)
		}
	}
	if err := tx.Check(); err != nil {
		t.Fatal(err)
	}
	w.carry(tx.Changes())

	// Two have come to the same place: moving something in between gives all a new one.
	tx = field.NewTx(w)
	place := tx.Get(ids["c"]).Get(itemPlace.Field)
	for _, name := range []string{"a", "b"} {
		if err := tx.Set(ids[name], itemPlace.Field, place); err != nil {
			t.Fatal(err)
		}
	}
	others := strings.ReplaceAll(order(tx, agenda), "d", "")
	if err := tx.Move(ids["d"], ids[others[1:2]]); err != nil {
		t.Fatal(err)
	}
	if got, want := order(tx, agenda), others[:2]+"d"+others[2:]; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	if err := tx.Move(agenda, ""); fault.CodeOf(err) != fault.Internal {
		t.Errorf("what has no order was moved: %v", err)
	}
	if err := tx.Move("ingen", ""); fault.CodeOf(err) != fault.NotFound {
		t.Errorf("what isn't there was moved: %v", err)
	}
}

// TestPlacesNeverEnd: whatever is moved where, the order is what was asked for, and
// the places stay short.
func TestPlacesNeverEnd(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 6))
	w := newPlain()
	agenda := w.NewID()
	tx := field.NewTx(w)
	if err := tx.Create(field.NewRecord(agendaKind, agenda)); err != nil {
		t.Fatal(err)
	}
	var want []field.ID
	for range 12 {
		id := w.NewID()
		if err := tx.Create(field.NewRecord(itemKind, id).Put(itemOf.Field, agenda)); err != nil {
			t.Fatal(err)
		}
		want = append(want, id)
	}
	longest := 0
	for range 3000 {
		i := rng.IntN(len(want))
		id := want[i]
		want = slices.Delete(want, i, i+1)
		at, after := rng.IntN(len(want)+1), field.ID("")
		if rng.IntN(3) == 0 {
			at = 0 // most often first: the hardest
		}
		if at > 0 {
			after = want[at-1]
		}
		want = slices.Insert(want, at, id)
		if err := tx.Move(id, after); err != nil {
			t.Fatal(err)
		}
		var got []field.ID
		for _, r := range field.Parts(tx, itemOf.Field, agenda) {
			got = append(got, r.ID)
			longest = max(longest, len(r.Get(itemPlace.Field).(string)))
		}
		if !slices.Equal(got, want) {
			t.Fatalf("%v, want %v", got, want)
		}
	}
	if longest > 33 {
		t.Errorf("a place of %d characters", longest)
	}
	t.Logf("places of up to %d characters", longest)
}

func TestLinks(t *testing.T) {
	k := field.NewKind(field.Kind{Name: "linked", Plural: "linkeds", One: "länk", Many: "länkar"})
	name, to := field.NewText(k, "name", "Namn"), field.NewRefs(k, "to", "Till", field.To(agendaKind))
	w := newPlain()
	id := w.NewID()
	tx := field.NewTx(w)
	if err := tx.Create(field.NewRecord(k, id).Put(name.Field, "x")); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ link, after, want string }{
		{"a", "", "a"}, {"b", "", "a b"}, {"c", "a", "a c b"}, {"b", "a", "a b c"}, {"c", "gone", "a b c"},
	} {
		if err := tx.Link(id, to.Field, field.ID(c.link), field.ID(c.after)); err != nil {
			t.Fatal(err)
		}
		if got := joined(tx.Get(id).Get(to.Field)); got != c.want {
			t.Errorf("%s after %q: %s, want %s", c.link, c.after, got, c.want)
		}
	}
	for _, c := range []struct{ unlink, want string }{{"b", "a c"}, {"b", "a c"}, {"a", "c"}, {"c", ""}} {
		if err := tx.Unlink(id, to.Field, field.ID(c.unlink)); err != nil {
			t.Fatal(err)
		}
		if got := joined(tx.Get(id).Get(to.Field)); got != c.want {
			t.Errorf("without %s: %s, want %s", c.unlink, got, c.want)
		}
	}
	if err := tx.Link("ingen", to.Field, "a", ""); fault.CodeOf(err) != fault.NotFound {
		t.Error(err)
	}
}

func joined(v field.Value) string {
	var out []string
	for _, id := range field.References(v) {
		out = append(out, string(id))
	}
	return strings.Join(out, " ")
}
