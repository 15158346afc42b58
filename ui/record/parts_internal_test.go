package record

import (
	"slices"
	"testing"

	"itportfoljen/app/field"
	"itportfoljen/ui/uitest"
)

// TestAPartThatSaysNothingOfItsTableHasOne: of made-up kinds, one without years.
func TestAPartThatSaysNothingOfItsTableHasOne(t *testing.T) {
	owner := field.NewKind(field.Kind{Name: "idea", One: "idé", Many: "idéer"})
	field.NewText(owner, "title", "Idé")
	part := field.NewKind(field.Kind{Name: "step", One: "steg", Many: "steg"})
	field.NewLongText(part, "note", "Anteckning")
	what := field.NewText(part, "what", "Vad", field.Listed)
	field.NewRef(part, "of", "Hör till", field.Owning, field.To(owner), field.Listed, field.Required(""))
	field.NewDate(part, "due", "Klar", field.Listed)
	field.NewText(part, "kept", "Programmets", field.Hidden)
	field.NewBool(part, "late", "Sen", field.Computed(func(field.World, *field.Record) field.Value { return nil }))
	part.Vital, part.Identity = []*field.Field{part.Owner(), what.Field}, []*field.Field{part.Owner(), part.Field("due")}
	p := uitest.Empty(t)

	if got := partKinds(owner); !slices.Equal(got, []*field.Kind{part}) {
		t.Errorf("%d kinds are parts of it", len(got))
	}
	keys := func(fs []*field.Field) (out []string) {
		for _, f := range fs {
			out = append(out, f.Key)
		}
		return out
	}
	var columns []*field.Field
	for _, c := range partColumns(p, part) {
		columns = append(columns, c.Field)
	}
	if got := keys(columns); !slices.Equal(got, []string{"what", "due", "note"}) {
		t.Errorf("the columns are %v", got)
	}
	needs, must := partNeeds(p, part)
	if got := keys(needs); !slices.Equal(got, []string{"what", "due"}) || !must[what.Field] || must[part.Field("due")] {
		t.Errorf("a new one needs %v", got)
	}
	if partYear(part) != nil || NewPanel(nil, owner).partTab(part) == "" {
		t.Error("without a year it has no tab of its own")
	}
	part.Columns = []*field.Field{part.Field("due"), what.Field}
	if got := partColumns(p, part); len(got) != 2 || got[0].Field.Key != "due" {
		t.Errorf("it says which and in which order, and has %d columns", len(got))
	}
}
