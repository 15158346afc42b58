package org_test

import (
	"testing"

	"itportfoljen/app/apptest"
	"itportfoljen/app/base/date"
	"itportfoljen/app/field"
	"itportfoljen/app/insight"
	"itportfoljen/app/org"
	"itportfoljen/app/system"
)

func TestOneWhoHasLeftAndStillHoldsSomethingIsRemindedOf(t *testing.T) {
	for name, c := range map[string]struct {
		left date.Date
		held []field.Holding
		want bool
	}{
		"left, and holds something":     {yesterday, []field.Holding{{}}, true},
		"left, and has handed over":     {yesterday, []field.Holding{{To: lastWeek}}, false},
		"left, and never held anything": {yesterday, nil, false},
		"leaves today":                  {today, []field.Holding{{}}, false},
		"stays":                         {0, []field.Holding{{}}, false},
	} {
		p := apptest.Empty(t)
		kim := person(t, p, "Kim", c.left)
		for i := range c.held {
			c.held[i].Person = kim
		}
		apptest.Add(t, p, system.Kind, system.Name, "Lön", system.SystemOwner, c.held)
		got := false
		for _, todo := range insight.Todos(p) {
			got = got || todo.Kind == org.PersonKind && todo.Rule == "person-left"
		}
		if got != c.want {
			t.Errorf("%s: %v", name, got)
		}
	}
}
