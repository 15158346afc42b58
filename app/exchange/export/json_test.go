package export_test

import (
	"bytes"
	"encoding/json"
	"os"
	"strings"
	"testing"

	"itportfoljen/app"
	"itportfoljen/app/base/money"
	"itportfoljen/app/economy"
	"itportfoljen/app/exchange/export"
	"itportfoljen/app/field"
	"itportfoljen/app/plan"
	"itportfoljen/app/system"
)

func TestDocument(t *testing.T) {
	w := newWorld(t)
	var a, b bytes.Buffer
	if err := export.JSON(w, &a); err != nil {
		t.Fatal(err)
	}
	if export.JSON(w, &b); !bytes.Equal(a.Bytes(), b.Bytes()) {
		t.Error("two documents of the same portfolio differ")
	}
	var doc map[string]any
	if err := json.Unmarshal(a.Bytes(), &doc); err != nil {
		t.Fatal(err)
	}
	if doc["format"] != "itportfoljen" || doc["version"] != 1.0 || doc["municipality"] != "Ekvalla kommun" {
		t.Error(doc["format"], doc["version"], doc["municipality"])
	}
	for list, n := range map[string]int{"systems": 80, "plan": 25, "frames": 6} {
		if got := len(doc[list].([]any)); got != n {
			t.Errorf("%d %s", got, list)
		}
	}
	if strings.Contains(a.String(), "operations_budget") {
		t.Error("yearly amounts are among the costs")
	}
	if strings.Contains(a.String(), `\u0026`) {
		t.Error("& is escaped")
	}
}

func TestObject(t *testing.T) {
	w := newWorld(t)
	s := field.NewRecord(system.Kind, "s1").Put(system.Name.Field, "Provsystemet <1>").Put(system.OwnerUnit.Field, w.unit(t, "Hemtjänst")).
		Put(system.SystemOwner.Field, []field.Holding{{Person: w.all[system.Kind][0].Get(system.SystemOwner.Field).([]field.Holding)[0].Person, From: 20250101, To: 20260101}}).
		Put(system.ClassifiedYear.Field, false).Put(system.Confidentiality.Field, int64(3)).Put(system.SupportEnd.Field, today)
	w.add(s)
	cost := field.NewRecord(economy.CostKind, "c1").Put(economy.CostOwner.Field, s.ID).Put(economy.CostYear.Field, int64(2027)).Put(economy.CostType.Field, economy.Operations).Put(economy.CostBudget.Field, money.Ore(1234550))
	w.add(cost)
	insats := field.NewRecord(plan.Kind, "i1").Put(plan.Systems.Field, []field.ID{s.ID})
	w.add(insats)
	for _, c := range []struct {
		name    string
		r       *field.Record
		columns []field.Column
		want    string // a part
	}{
		{"beginning", s, nil, `{"id":"s1","ref":"SYS-0081","name":"Provsystemet <1>","unit":"Ekvalla kommun / Vård- och omsorgsnämnden / Vård- och omsorgsförvaltningen / Hemtjänst","description":null,`},
		{"role", s, nil, `"system_owner":null,"system_owner_history":[{"person":"`},
		{"holding", s, nil, `"from":"2025-01-01","to":"2026-01-01"}]`},
		{"no role", s, nil, `"it_owner":null,"it_owner_history":null`},
		{"level", s, nil, `"confidentiality":3`},
		{"no", s, nil, `"classified_last_year":false`},
		{"date", s, nil, `"support_end":"2026-11-21"`},
		{"plan year", s, nil, `"operations_budget_ore":1234550`},
		{"year", s, []field.Column{{Field: system.OperationsBudget.Field, Year: 2026}, {Field: system.SystemOwner.Field}}, `{"id":"s1","ref":"SYS-0081","operations_budget_ore_2026":null,"system_owner":null}`},
		{"cost", cost, nil, `{"id":"c1","kind":"system","ref":"SYS-0081","text":null,"owner":"SYS-0081","year":2027,"month":null,"type":"drift","work":null,"sort":null,"account":null,"centre":null,"activity":null,"project":null,"object":null,"counterpart":null,"funding":null,"budget_ore":1234550,"forecast_ore":null,"forecast_on":null,"actual_ore":null,"ledger":null,"payers":null,"earlier":null,"remark":null,"comment":null,"action":null}`},
		{"refs", insats, nil, `"systems":["SYS-0081"]`},
	} {
		got, err := export.Object(w, c.r, c.columns).MarshalJSON()
		if err != nil || !strings.Contains(string(got), c.want) {
			t.Errorf("%s: %v %s\nwants %s", c.name, err, got, c.want)
		}
	}
}

// TestEveryKeyIsAFieldOrDescribed keeps docs/json.md whole: besides the
// catalogue's own keys, which the program lists itself, an object has only
// those that the document describes.
func TestEveryKeyIsAFieldOrDescribed(t *testing.T) {
	doc, err := os.ReadFile("../../../docs/json.md")
	if err != nil {
		t.Fatal(err)
	}
	w := newWorld(t)
	for _, k := range app.Kinds {
		if k.Silent {
			continue
		}
		if !strings.Contains(string(doc), "`"+k.Plural+"`") {
			t.Errorf("docs/json.md doesn't tell of `%s`: name it under Nycklarna", k.Plural)
		}
		known := map[string]bool{}
		for _, f := range k.Fields() {
			known[f.JSONKey()] = true
		}
		for _, key := range export.Object(w, field.NewRecord(k, "x"), nil).Keys() {
			base, history := strings.CutSuffix(key, "_history")
			if known[key] || history && known[base] {
				continue
			}
			if !strings.Contains(string(doc), "`"+key+"`") {
				t.Errorf("docs/json.md doesn't tell of %s.%s", k.Plural, key)
			}
		}
	}
}
