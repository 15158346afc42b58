package register_test

import (
	"testing"

	"itportfoljen/app/field"
	"itportfoljen/app/system"
	"itportfoljen/ui/register"
	"itportfoljen/ui/shell"
	"itportfoljen/ui/uitest"
)

func TestAListShowsWhatAnotherPageAsksItFor(t *testing.T) {
	p := uitest.Open(t)
	s := open(t, p)
	r := register.New(s, system.Kind, nil)
	pay := sys(t, p, "Lönesystemet").ID
	for _, c := range []struct {
		what string
		arg  any
		want int
		took bool
	}{
		{"some", shell.Show{Label: "Två", IDs: []field.ID{pay, sys(t, p, "HemtjänstPlan").ID}}, 2, true},
		{"none, which isn't all", shell.Show{Label: "Inga"}, 0, true},
		{"one, though a filter hides it", shell.Select{ID: pay}, 4, true},
		{"a view", shell.ShowView{Kind: system.Kind, Name: "Dyrast"}, 4, true},
		{"something else", shell.Create{}, 4, false},
		{"nothing", nil, 4, false},
	} {
		if took := r.Asked(c.arg); took != c.took || len(r.List().Rows()) != c.want {
			t.Errorf("%s: %v, %d rows", c.what, took, len(r.List().Rows()))
		}
	}
}
