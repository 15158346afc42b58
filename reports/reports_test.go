package reports_test

import (
	"bytes"
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"itportfoljen/app/agreement"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/money"
	"itportfoljen/app/demo"
	"itportfoljen/app/economy"
	"itportfoljen/app/field"
	"itportfoljen/app/insight"
	"itportfoljen/app/org"
	"itportfoljen/app/plan"
	"itportfoljen/app/settings"
	"itportfoljen/app/system"
	uses "itportfoljen/app/usage"
	"itportfoljen/reports"
	"itportfoljen/reports/pdf"
)

// TestLook writes every report where REPORTS_DIR says, to be looked at.
func TestLook(t *testing.T) {
	dir := os.Getenv("REPORTS_DIR")
	if dir == "" {
		t.Skip("REPORTS_DIR is not set")
	}
	save := func(name string, doc *pdf.Doc) {
		b, err := doc.PDF()
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, name+".pdf"), b, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for size, w := range worlds(t) {
		every(t, w, nil, func(info reports.Info, doc *pdf.Doc) { save(info.Name+"-"+size, doc) })
	}
	w := ekvalla(t, demo.S)
	save("register-många", build(t, w, "systemforteckning", map[string]string{"kolumner": "ref,name,unit,description,criticality,users,system_owner,personal_data,K,R,T,notice_by,operations_budget,operations_forecast"}))
	save("register-offentlig", build(t, w, "systemforteckning", map[string]string{"kolumner": "name,supplier,hosting,security_measures,operations_budget", "publik": "ja"}))
	save("register-enhet", build(t, w, "systemforteckning", map[string]string{"enhet": "Socialförvaltningen"}))
	save("ledningsgrupp-enhet", build(t, w, "ledningsgrupp", map[string]string{"enhet": "Socialförvaltningen", "grupp": "portfölj"}))
}

func BenchmarkLedningsgrupp(b *testing.B) {
	w := ekvalla(b, demo.M)
	for b.Loop() {
		if _, err := build(b, w, "ledningsgrupp", nil).PDF(); err != nil {
			b.Fatal(err)
		}
	}
}

func TestSumsTie(t *testing.T) {
	for size, w := range worlds(t) {
		f := insight.FiguresOf(w)
		var units insight.UnitBudget
		for _, u := range insight.UnitBudgets(w, f.Year) {
			units.Systems, units.Operations, units.Investment = units.Systems+u.Systems, units.Operations+u.Operations, units.Investment+u.Investment
		}
		if units.Systems != f.Budget.Ore || units.Operations+units.Investment != f.PlanBudget || units.Investment != f.Investment {
			t.Errorf("%s: budget per unit %+v doesn't tie to the figures %+v", size, units, f)
		}
		var forecast money.Ore
		var own money.Ore // the systems' own budget, which the register has
		for _, r := range w.All(system.Kind) {
			v, _ := insight.OperationsForecast(w, r, f.Year)
			forecast += v
			budget, _ := economy.Sum(w, r.ID, f.Year, economy.Operations, economy.CostBudget)
			own += budget
		}
		for _, r := range plan.Besides(w) {
			v, _ := insight.OperationsForecast(w, r, f.Year)
			forecast += v
		}
		if forecast != f.Forecast {
			t.Errorf("%s: forecasts sum to %s, the figure is %s", size, forecast.Kr(), f.Forecast.Kr())
		}
		if f.Systems == 0 {
			continue
		}
		text := whole(build(t, w, "ledningsgrupp", nil))
		drift := f.PlanBudget - f.Investment
		for _, want := range []string{
			"\nSumma | " + drift.Kr() + " | " + f.Investment.Kr() + " | " + f.PlanBudget.Kr() + "\n",
			"\nSumma | " + f.Budget.Kr() + " | " + f.Forecast.Kr() + "\n",
			"\nSumma | " + f.Budget.Kr() + " | ", // per förvaltning
		} {
			if !strings.Contains(text, want) {
				t.Errorf("%s: no row %q", size, want)
			}
		}
		register := whole(build(t, w, "systemforteckning", nil))
		if want := " | " + own.Kr() + "\n"; !strings.Contains(register, want) {
			t.Errorf("%s: the register has no sum %q", size, want)
		}
	}
}

func TestStructure(t *testing.T) {
	for size, w := range worlds(t) {
		every(t, w, nil, func(info reports.Info, doc *pdf.Doc) {
			if m := doc.Missing(); len(m) > 0 {
				t.Errorf("%s %s: no glyphs for %q", info.Name, size, m)
			}
			level := 0
			for i, e := range doc.Tree() {
				if i > 0 && !slices.Contains(doc.Tree()[e.Parent].Kids, i) {
					t.Fatalf("%s %s: element %d isn't a child of its parent", info.Name, size, i)
				}
				switch e.Role {
				case pdf.RoleH1, pdf.RoleH2, pdf.RoleH3:
					n := int(e.Role[1] - '0')
					if n > level+1 {
						t.Errorf("%s %s: heading of level %d after %d", info.Name, size, n, level)
					}
					level = n
				case pdf.RoleFigure:
					if e.Alt == "" {
						t.Errorf("%s %s: a figure says nothing", info.Name, size)
					}
				case pdf.RoleTH:
					if e.Scope == "" {
						t.Errorf("%s %s: a head cell without scope", info.Name, size)
					}
				}
			}
		})
	}
}

func TestSameBytes(t *testing.T) {
	first := map[string][]byte{}
	for range 2 {
		every(t, ekvalla(t, demo.S), nil, func(info reports.Info, doc *pdf.Doc) {
			data, err := doc.PDF()
			if err != nil {
				t.Fatal(err)
			}
			if before, ok := first[info.Name]; ok && !bytes.Equal(before, data) {
				t.Errorf("%s: different bytes", info.Name)
			}
			first[info.Name] = data
		})
	}
	if len(first) != len(reports.List()) {
		t.Errorf("%d of %d reports can be made of the example", len(first), len(reports.List()))
	}
}

func TestRefuses(t *testing.T) {
	w := town(t, 3, 2)
	for _, c := range []struct {
		name string
		sets map[string]string
		want fault.Code
		say  string
	}{
		{"horoskop", nil, fault.NotFound, "De som finns är ledningsgrupp, "},
		{"ledningsgrupp", map[string]string{"kolumner": "ref"}, fault.Usage, "titel"},
		{"ledningsgrupp", map[string]string{"datum": "i morgon"}, fault.Usage, "2026-12-03"},
		{"ledningsgrupp", map[string]string{"datum": "mars 2027"}, fault.Usage, "2026-12-03"},
		{"ledningsgrupp", map[string]string{"enhet": "Månbasen"}, fault.Usage, "Månbasen"},
		{"ledningsgrupp", map[string]string{"status": "klar"}, fault.Usage, "utkast eller fastställd"},
		{"systemforteckning", map[string]string{"kolumner": "ref,färg"}, fault.Usage, "system_owner"},
		{"systemforteckning", map[string]string{"publik": "kanske"}, fault.Usage, "ja eller nej"},
	} {
		_, err := reports.Build(w, c.name, reports.Options{Sets: c.sets})
		if fault.CodeOf(err) != c.want || !strings.Contains(err.Error(), c.say) {
			t.Errorf("%s %v: %v", c.name, c.sets, err)
		}
	}
}

func TestPublicVersion(t *testing.T) {
	w := town(t, 3, 2)
	columns := "name,security_measures,supplier"
	if text := whole(build(t, w, "systemforteckning", map[string]string{"kolumner": columns})); !strings.Contains(text, "Hemligt") || strings.Contains(text, "Offentlig version") {
		t.Error("the internal version lacks a chosen field")
	}
	text := whole(build(t, w, "systemforteckning", map[string]string{"kolumner": columns, "publik": "ja"}))
	if strings.Contains(text, "Hemligt") || !strings.Contains(text, "Offentlig version") || !strings.Contains(text, "Rosta AB") {
		t.Error("the public version shows what is sensitive")
	}
}

// TestWhatNobodyHasSaidIsntZero: a portfolio without amounts has no zeros.
func TestWhatNobodyHasSaidIsntZero(t *testing.T) {
	w := newWorld(t)
	for i := range 3 {
		s := field.NewRecord(system.Kind, w.NewID()).Put(system.Name.Field, fmt.Sprint("System ", i))
		w.keep(s)
		if i == 0 {
			w.agree(s.ID, agreement.End.Field, w.today.AddMonths(2))
		}
		w.keep(field.NewRecord(plan.Kind, w.NewID()).Put(plan.Name.Field, fmt.Sprint("Insats ", i)).Put(plan.Phase.Field, w.model.Phases[len(w.model.Phases)-3].Key).Put(plan.BenefitPerYear.Field, money.FromKronor(1234)))
	}
	every(t, w, nil, func(info reports.Info, doc *pdf.Doc) {
		text := whole(doc)
		for _, line := range strings.Split(text, "\n") {
			if strings.Contains(line, "Summa") && strings.Contains(line, "| 0") || strings.Contains(line, "0\u00a0kr") {
				t.Errorf("%s: %q", info.Name, line)
			}
		}
		if info.Name == "ledningsgrupp" && (!strings.Contains(text, "uppsägningstid saknas") || !strings.Contains(text, "Ingen budget för drift 2027 är inlagd.")) {
			t.Errorf("the unknown isn't told of:\n%s", text)
		}
	})
}

// TestHostileArms: a picture that would unpack to gigabytes is left out, and
// whoever orders the report is told.
func TestHostileArms(t *testing.T) {
	w := town(t, 3, 2)
	file, err := base64.StdEncoding.DecodeString(shield())
	if err != nil {
		t.Fatal(err)
	}
	binary.BigEndian.PutUint32(file[16:], 25_000)
	binary.BigEndian.PutUint32(file[20:], 21_000)
	binary.BigEndian.PutUint32(file[29:], crc32.ChecksumIEEE(file[12:29]))
	for _, arms := range []string{base64.StdEncoding.EncodeToString(file), "inte en bild"} {
		w.settings.Put(settings.Logo.Field, arms)
		every(t, w, nil, func(info reports.Info, doc *pdf.Doc) {
			if told := strings.Join(doc.Remarks(), " "); !strings.Contains(told, "Rapporten är gjord utan kommunvapen. Bilden är ") {
				t.Errorf("%s: told %q", info.Name, told)
			}
			for _, it := range doc.Pages()[0].Items {
				if _, ok := it.Mark.(pdf.Picture); ok {
					t.Errorf("%s: the arms are there", info.Name)
				}
			}
		})
	}
}

func TestSettings(t *testing.T) {
	w := town(t, 60, 20)
	text := whole(build(t, w, "ledningsgrupp", map[string]string{"titel": "Läget", "datum": "2026-12-01", "diarienummer": "KS 1", "till": "styrgruppen", "status": "fastställd", "grupp": "portfölj"}))
	for _, want := range []string{"Läget\n", "KS 1\n", "Till styrgruppen 3 december 2026", "Fastställd 2026-12-01", "Summa Innovation"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q isn't in the report", want)
		}
	}
	text = whole(build(t, w, "systemforteckning", map[string]string{"enhet": "ekvalla bostäder ab"}))
	if !strings.Contains(text, "Systemförteckning för Ekvalla Bostäder AB") || strings.Contains(text, "Kommunledningskontoret,") {
		t.Error("a report of one unit holds others")
	}
}

// TestAUnitsReportSaysWhatItUses and others own, which no sum of its own counts.
func TestAUnitsReportSaysWhatItUses(t *testing.T) {
	w := ekvalla(t, demo.S)
	var unit, thing *field.Record
	for _, u := range w.All(org.UnitKind) {
		if used := uses.UsedBy(w, u.ID); len(used) > 0 && len(uses.PartOf(w, used[0].ID, u.ID).Rows) > 0 && unit == nil {
			unit, thing = u, used[0]
		}
	}
	if unit == nil {
		t.Fatal("no unit uses what another owns")
	}
	_, used, found := strings.Cut(whole(build(t, w, "systemforteckning", map[string]string{"enhet": unit.Name()})), "Används men ägs av andra")
	if !found || !strings.Contains(used, thing.Ref) {
		t.Errorf("%s uses %s: %v %s", unit.Name(), thing.Ref, found, used)
	}
	if strings.Contains(whole(build(t, w, "systemforteckning", nil)), "Används men ägs av andra") {
		t.Error("the whole municipality's says what a unit uses")
	}
}
