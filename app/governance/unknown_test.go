package governance_test

import (
	"strings"
	"testing"

	"itportfoljen/app/governance"
)

// TestUnknownWordsAreTold: a gate that nobody can pass, since no kind has what it asks
// for, is told of by check.
func TestUnknownWordsAreTold(t *testing.T) {
	if found := governed(t, governance.Gate{Before: "decision", Need: governance.Need{Field: "comment"}}).Examine(); len(found) != 0 {
		t.Errorf("%v", found)
	}
	for want, g := range map[string]governance.Gate{
		"G-1: fältet shoe_size":       {Before: "decision", Need: governance.Need{Field: "shoe_size"}},
		"G-1: fältet hat_size":        {Before: "decision", Need: governance.Need{All: []string{"comment", "hat_size"}}},
		"G-1: fältet sleeve":          {Before: "decision", Need: governance.Need{Relation: "cost.owner", Having: []string{"sleeve"}}},
		"G-1: fältet collar":          {Before: "decision", Need: governance.Need{Relation: "cost.owner", Where: governance.Values{"collar": {"blue"}}}},
		"G-1: fältet tie":             {Before: "decision", Need: governance.Need{Relation: "systems", Having: []string{"tie"}}},
		"G-1: fältet glove":           {Before: "decision", Need: governance.Need{Either: []governance.Need{{Field: "comment"}, {Field: "glove"}}}},
		"G-1: cost.neck":              {Before: "decision", Need: governance.Need{Relation: "cost.neck"}},
		"G-1: värdet old i lifecycle": {Of: "system", Before: "retired", When: governance.Values{"lifecycle": {"old"}}, Need: governance.Need{Field: "notes"}},
		"G-1: värdet gone i hosting":  {Of: "system", Before: "retired", Need: governance.Need{Field: "hosting", Is: []string{"gone"}}},
		"G-1: värdet rent i type":     {Before: "decision", Need: governance.Need{Relation: "cost.owner", Where: governance.Values{"type": {"operation", "rent"}}}},
		"G-1: steget buried":          {Of: "system", Before: "retired", Also: []string{"buried"}, Need: governance.Need{Field: "notes"}},
	} {
		if found := governed(t, g).Examine(); len(found) != 1 || !strings.Contains(found[0].Text, want) {
			t.Errorf("%s is told as %v", want, found)
		}
	}
}
