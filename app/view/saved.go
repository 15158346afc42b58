package view

import (
	"cmp"
	"fmt"
	"slices"

	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
)

// Kind is a view of a list that somebody has kept, or how a report is ordered (report.go). It
// is the program's own: kept and logged, and silent among what people do.
var Kind = field.NewKind(field.Kind{Name: "saved_view", Plural: "saved_views", One: "sparad vy", Many: "sparade vyer", Silent: true})

// The fields of a kept view. One that isn't shared shows for whoever kept it, and no
// other.
var (
	Name   = field.NewText(Kind, "name", "Namn", field.Required(""))
	Of     = field.NewText(Kind, "of", "Lista")
	By     = field.NewText(Kind, "by", "Sparad av")
	Shared = field.NewBool(Kind, "shared", "Delad", field.Help("Alla som öppnar portföljen ser vyn."))
	How    = field.NewLongText(Kind, "how", "Visar", field.Help("Kolumner, filter, sortering och gruppering."))
	// Standard is of reports: what one begins with.
	Standard = field.NewBool(Kind, "standard", "Standard", field.Help("Rapporten börjar med valet."))
)

func init() {
	Kind.Detail = func(_ field.World, r *field.Record) string { return "sparad av " + By.Get(r) }
}

// Saved are the kept views of a kind that who sees, her own and those that are shared,
// by name; of one name her own first.
func Saved(w field.World, k *field.Kind, who string) []*field.Record { return saved(w, k.Name, who) }

func saved(w field.World, of, who string) []*field.Record {
	var out []*field.Record
	for _, r := range w.All(Kind) {
		if Of.Get(r) == of && (Shared.Get(r) || By.Get(r) == who) {
			out = append(out, r)
		}
	}
	other := func(r *field.Record) int { return b2i(By.Get(r) != who) }
	slices.SortStableFunc(out, func(a, b *field.Record) int { return cmp.Or(text.Compare(a.Name(), b.Name()), other(a)-other(b)) })
	return out
}

// Keep keeps a Spec as a view of k under a name, instead of her own of that name. One that
// another shares is left as it is.
func Keep(tx *field.Tx, k *field.Kind, name, who string, shared bool, s Spec) (field.ID, error) {
	for _, v := range Shipped(tx, k) {
		if sameName(v.Name, name) {
			return "", fault.New(fault.Conflict, fmt.Sprintf("”%s” är en vy som följer med programmet. Inget har ändrats. Välj ett annat namn.", v.Name))
		}
	}
	return keeping{of: k.Name, nameless: "Vyn har inget namn.", taken: "Det finns redan en delad vy som heter"}.keep(tx, name, who, shared, s.Encode(k))
}

// keeping is where something is kept, and what is said of a name that it can't have.
type keeping struct{ of, nameless, taken string }

func (k keeping) keep(tx *field.Tx, name, who string, shared bool, how string) (field.ID, error) {
	if name = text.Clean(name); name == "" {
		return "", fault.New(fault.Invalid, k.nameless+" Inget har ändrats. Skriv ett namn.")
	}
	for _, r := range saved(tx, k.of, who) {
		if !sameName(r.Name(), name) {
			continue
		}
		if By.Get(r) != who {
			return "", fault.New(fault.Conflict, fmt.Sprintf("%s ”%s”, sparad av %s. Inget har ändrats. Välj ett annat namn.", k.taken, r.Name(), By.Get(r)))
		}
		for f, v := range map[*field.Field]field.Value{How.Field: how, Shared.Field: shared} {
			if err := tx.Set(r.ID, f, v); err != nil {
				return "", err
			}
		}
		return r.ID, nil
	}
	r := field.NewRecord(Kind, tx.NewID()).Put(Name.Field, name).Put(Of.Field, k.of).Put(By.Field, who).Put(Shared.Field, shared).Put(How.Field, how)
	return r.ID, tx.Create(r)
}

// Find gives a view of k that who sees by its name: a kept one, else one that the
// program comes with. lost names what it says of fields that aren't there any more.
func Find(w field.World, k *field.Kind, who, name string) (s Spec, lost []string, ok bool) {
	for _, r := range Saved(w, k, who) {
		if sameName(r.Name(), name) {
			s, lost = Decode(w, k, How.Get(r))
			return s, lost, true
		}
	}
	for _, v := range Shipped(w, k) {
		if sameName(v.Name, name) {
			return v.Spec, nil, true
		}
	}
	return Spec{}, nil, false
}
