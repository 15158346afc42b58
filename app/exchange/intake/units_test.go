package intake_test

import (
	"slices"
	"strings"
	"testing"

	"itportfoljen/app/exchange/intake"
	"itportfoljen/app/exchange/intake/intaketest"
	"itportfoljen/app/org"
	"itportfoljen/app/system"
)

// placed reads a list of the systems Ett, Två … with their units, and gives the units'
// paths in the order of the rows.
func placed(t *testing.T, w *intaketest.World, o intake.Options, cells ...string) ([]string, *intake.Result) {
	t.Helper()
	lines := []string{"System|Förvaltning"}
	for i, c := range cells {
		lines = append(lines, nth(i)+"|"+c)
	}
	r := imported(t, w, book(table("System", lines...)), o)
	var out []string
	for i := range cells {
		out = append(out, org.Path(w, system.OwnerUnit.Get(only(t, w, system.Kind, nth(i)))))
	}
	return out, r
}

// units reads a list of units.
func units(t *testing.T, w *intaketest.World, names ...string) {
	t.Helper()
	lines := []string{"Enhet|Ansvarskod|Hör till"}
	for _, name := range names {
		lines = append(lines, name+"||")
	}
	imported(t, w, book(table("Enheter", lines...)), intake.Options{})
}

func TestAUnitIsFoundHoweverItIsWritten(t *testing.T) {
	const vof, sbf, kfn = "Vård- och omsorgsförvaltningen", "Samhällsbyggnadsförvaltningen", "Kultur- och fritidsnämnden"
	for _, c := range []struct {
		there, cells []string
		want         []string
		told, asked  int
	}{
		{[]string{vof, sbf}, []string{"VOF", "SBF", "VOF"}, []string{vof, sbf, vof}, 2, 0},
		{nil, []string{"VOF", vof}, []string{vof, vof}, 1, 0},
		{nil, []string{vof, "VOF", "VoO"}, []string{vof, vof, vof}, 2, 0},
		{nil, []string{vof + " (VOF)", "VOF", vof}, []string{vof, vof, vof}, 2, 0},
		{nil, []string{"VOF - " + vof, "VOF"}, []string{vof, vof}, 2, 0},
		{[]string{vof}, []string{"Vård & omsorgsförvaltningen", "Vård och omsorgsförvaltning"}, []string{vof, vof}, 2, 0},
		{[]string{vof}, []string{"vård- och omsorgsförvaltningen"}, []string{vof}, 0, 0},
		{[]string{vof}, []string{"Vård och omsorg", "Vård & omsorg"}, []string{vof, vof}, 2, 0},
		{nil, []string{"Vård och omsorg", vof}, []string{vof, vof}, 1, 0},
		{[]string{vof, "Vård- och omsorgsnämnden"}, []string{"Vård och omsorg"}, []string{""}, 0, 1},
		{nil, []string{"Vård o omsorg", "VoO", vof}, []string{vof, vof, vof}, 2, 0},
		{[]string{sbf}, []string{"Samhällsbyggnad", "Samhällsbyggnad"}, []string{"", ""}, 0, 1},
		{[]string{"VOF"}, []string{vof, vof}, []string{"", ""}, 0, 1},
		{[]string{sbf}, []string{"Samhälsbyggnadsförvaltningen"}, []string{""}, 0, 1},
		{[]string{kfn, "Kultur- och fritidsförvaltningen"}, []string{"KF"}, []string{""}, 0, 1},
		{nil, []string{"VOF", "SBF"}, []string{"VOF", "SBF"}, 0, 0},
		{nil, []string{"Förskoleområde Norr 1", "Förskoleområde Norr 2"}, []string{"Förskoleområde Norr 1", "Förskoleområde Norr 2"}, 0, 0},
		{nil, []string{"Socialnämnden", "Socialförvaltningen"}, []string{"Socialnämnden", "Socialförvaltningen"}, 0, 0},
		{[]string{vof}, []string{"VOF / Hemtjänst", "VOF", "VOF > Natt"}, []string{vof + " / Hemtjänst", vof, vof + " / Natt"}, 3, 0},
		{nil, []string{"VOF / Hemtjänst", vof}, []string{vof + " / Hemtjänst", vof}, 1, 0},
		{[]string{"Byköping / " + vof}, []string{"Byköping / VOF / Natt", "VOF / Natt"}, []string{"Byköping / " + vof + " / Natt", "Byköping / " + vof + " / Natt"}, 2, 0},
		{nil, []string{"VOF / Hemtjänst", "SBF / Plan"}, []string{"VOF / Hemtjänst", "SBF / Plan"}, 0, 0},
		{[]string{"Byköping / Skola / Elevhälsan"}, []string{"Byköping / Vård / Elevhälsan"}, []string{""}, 0, 1},
		{[]string{"Byköping / Skola / Stab"}, []string{"Byköping / Skola / Stab", "Byköping / Vård / Stab"}, []string{"Byköping / Skola / Stab", "Byköping / Vård / Stab"}, 0, 0},
	} {
		w := intaketest.New()
		if len(c.there) > 0 {
			units(t, w, c.there...)
		}
		got, r := placed(t, w, intake.Options{}, c.cells...)
		if !slices.Equal(got, c.want) || len(r.Remarks) != c.told || len(r.Questions) != c.asked {
			t.Errorf("%q where there are %q: %q, told %v, asked %v", c.cells, c.there, got, r.Remarks, r.Questions)
		}
		if _, again := placed(t, w, intake.Options{}, c.cells...); again.New+again.Changed != 0 {
			t.Errorf("%q read once more: %d new, %d changed", c.cells, again.New, again.Changed)
		}
	}
}

// What a unit's spelling means is asked once, and not again of another file.
func TestWhatAUnitsSpellingMeansIsRemembered(t *testing.T) {
	w := intaketest.New()
	units(t, w, "Samhällsbyggnadsförvaltningen")
	_, r := placed(t, w, intake.Options{}, "Samhällsbyggnad", "Samhällsbyggnad")
	q := r.Questions[0]
	if !slices.Equal(q.Rows, []int{2, 3}) || !strings.Contains(q.Text, "samma enhet som Samhällsbyggnadsförvaltningen") {
		t.Fatalf("asked %q of rows %v", q.Text, q.Rows)
	}
	got, _ := placed(t, w, intake.Options{Answers: map[string]string{q.ID: q.Options[0].Key}}, "Samhällsbyggnad", "Samhällsbyggnad")
	if got[1] != "Samhällsbyggnadsförvaltningen" {
		t.Errorf("unit %q", got[1])
	}
	r = imported(t, w, book(table("System", "System|Förvaltning", "Annat|Samhällsbyggnad")), intake.Options{})
	if u := org.Path(w, system.OwnerUnit.Get(only(t, w, system.Kind, "Annat"))); u != "Samhällsbyggnadsförvaltningen" || len(r.Questions) != 0 || len(r.Remarks) != 1 {
		t.Errorf("unit %q, asked %v, told %v", u, r.Questions, r.Remarks)
	}
}

// A list of units that has one under another name isn't read until it is known which.
func TestAListOfUnitsAsksAboutASpelling(t *testing.T) {
	w := intaketest.New()
	units(t, w, "VOF")
	b := book(table("Enheter", "Enhet|Ansvarskod|Hör till", "Vård- och omsorgsförvaltningen|12|"))
	r := imported(t, w, b, intake.Options{})
	if len(r.Questions) != 1 || r.New != 0 || len(r.Skipped()) != 1 {
		t.Fatalf("%d new, %d skipped, asked %v", r.New, len(r.Skipped()), r.Questions)
	}
	r = imported(t, w, b, intake.Options{Answers: map[string]string{r.Questions[0].ID: r.Questions[0].Options[0].Key}})
	if r.New != 0 || r.Changed != 1 || len(w.All(org.UnitKind)) != 1 || org.UnitCode.Get(w.All(org.UnitKind)[0]) != "12" {
		t.Errorf("%d new, %d changed, %d units", r.New, r.Changed, len(w.All(org.UnitKind)))
	}
}
