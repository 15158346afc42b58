package relations_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"itportfoljen/app"
	"itportfoljen/app/agreement"
	"itportfoljen/app/apptest"
	"itportfoljen/app/field"
	"itportfoljen/app/integration"
	"itportfoljen/app/org"
	"itportfoljen/app/plan"
	"itportfoljen/app/relations"
	"itportfoljen/app/service"
	"itportfoljen/app/system"
	"itportfoljen/app/usage"
)

// say writes groups as "Titel: namn (hur); namn".
func say(groups []relations.Group) string {
	var out []string
	for _, g := range groups {
		var links []string
		for _, l := range g.Links {
			s := l.Name
			if l.Both {
				s += " <->"
			}
			if len(l.How) > 0 {
				s += " (" + strings.Join(l.How, ", ") + ")"
			}
			links = append(links, s)
		}
		out = append(out, g.Title+": "+strings.Join(links, "; "))
	}
	return strings.Join(out, "\n")
}

func made(t *testing.T, p *app.Portfolio, name string, puts ...any) field.ID {
	t.Helper()
	return apptest.Add(t, p, system.Kind, append([]any{system.Name, name}, puts...)...).ID
}

func TestTheNeighboursOfASystemComeInGroups(t *testing.T) {
	p := apptest.Empty(t)
	unit := apptest.Add(t, p, org.UnitKind, org.UnitName, "Skolan").ID
	anna := apptest.Add(t, p, org.PersonKind, org.PersonName, "Anna Ek").ID
	bo := apptest.Add(t, p, org.PersonKind, org.PersonName, "Bo Ek").ID
	vendor := apptest.Add(t, p, agreement.SupplierKind, agreement.SupplierName, "Nordkod AB").ID
	s := made(t, p, "Lön", system.OwnerUnit, unit, system.Supplier, vendor,
		system.SystemOwner, []field.Holding{{Person: bo, To: p.Today().AddDays(-1)}, {Person: anna}})
	economy, identity := made(t, p, "Ekonomi"), made(t, p, "Identitet")
	a := apptest.Add(t, p, agreement.Kind, agreement.Name, "Avtal Lön", agreement.State, agreement.Signed).ID
	apptest.Add(t, p, agreement.CoverKind, agreement.CoverOf, a, agreement.Covered, s, agreement.CoverText, "Licenser")
	apptest.Add(t, p, plan.Kind, plan.Name, "Byt lön", plan.Systems, []field.ID{s}, plan.Phase, apptest.Phases["running"])
	apptest.Add(t, p, plan.Kind, plan.Name, "Gammal insats", plan.Systems, []field.ID{s}, plan.Phase, apptest.Phases["closed"])
	apptest.Add(t, p, integration.Kind, integration.From, s, integration.To, economy, integration.Information, "Kostnader")
	apptest.Add(t, p, integration.Kind, integration.From, s, integration.To, economy, integration.Information, "Löner", integration.Direction, integration.Both)
	apptest.Add(t, p, integration.Kind, integration.From, s, integration.Outside, "Skatteverket")
	apptest.Add(t, p, integration.Kind, integration.From, identity, integration.To, s, integration.Information, "Inloggning")
	apptest.Add(t, p, integration.Kind, integration.From, identity, integration.To, s, integration.Information, "Gammalt", integration.State, integration.Ended)
	apptest.Add(t, p, integration.Kind, integration.From, identity, integration.To, economy, integration.Through, s, integration.Information, "Konton")
	want := `Får från: Identitet (Inloggning)
Lämnar till: Ekonomi <-> (Kostnader, Löner); Skatteverket
Enheter: Skolan (Ägande enhet)
Personer: Anna Ek (Systemägare)
Leverantörer: Nordkod AB
Avtal: Avtal Lön (Licenser)
Integrationer: Konton
Insatser: Byt lön`
	got, wanted := strings.Split(say(relations.Of(p, s)), "\n"), strings.Split(want, "\n")
	if len(got) < 2 || !slices.Equal(got[:2], wanted[:2]) {
		t.Errorf("what comes and goes isn't first: %q", got)
	}
	slices.Sort(got) // the others are in the registry's order
	slices.Sort(wanted)
	if !slices.Equal(got, wanted) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(wanted, "\n"))
	}
	if got := say(relations.Of(p, a)); got != "System: Lön (Licenser)" {
		t.Errorf("the agreement has %s", got)
	}
	if got := say(relations.Of(p, bo)); got != "" {
		t.Errorf("who has left the role has %s", got)
	}
	if got := relations.Of(p, "ingen"); got != nil {
		t.Errorf("nothing has %v", got)
	}
}

// TestAUnitThatUsesASystemHasToDoWithItByThat: from either side, and so has whom the use names.
func TestAUnitThatUsesASystemHasToDoWithItByThat(t *testing.T) {
	p := apptest.Empty(t)
	school := apptest.Add(t, p, org.UnitKind, org.UnitName, "Skolan").ID
	care := apptest.Add(t, p, org.UnitKind, org.UnitName, "Vården").ID
	anna := apptest.Add(t, p, org.PersonKind, org.PersonName, "Anna Ek").ID
	s := made(t, p, "Lön", system.OwnerUnit, school)
	for _, u := range []field.ID{school, care} {
		apptest.Add(t, p, usage.Kind, usage.Of, s, usage.Unit, u, usage.Purpose, "Löner", usage.Contact, []field.Holding{{Person: anna}})
	}
	for id, want := range map[field.ID]string{
		s:      "Enheter: Skolan (Ägande enhet, Användning); Vården (Användning)",
		school: "System: Lön (Användning, Ägande enhet)",
		care:   "System: Lön (Användning)",
		anna:   "System: Lön (Kontaktperson)",
	} {
		if got := say(relations.Of(p, id)); got != want {
			t.Errorf("%s has %q, want %q", p.Label(id), got, want)
		}
	}
}

// touched writes what is touched as "1 Ekonomi (Löner från Lön)".
func touched(all []relations.Touched) string {
	var out []string
	for _, t := range all {
		out = append(out, fmt.Sprintf("%d %s (%s från %s)", t.Step, t.Record.Name(), strings.Join(t.By, ", "), t.Via))
	}
	return strings.Join(out, "\n")
}

func TestTheUnitsUnderAUnitSayThatTheyAre(t *testing.T) {
	p := apptest.Empty(t)
	top := apptest.Add(t, p, org.UnitKind, org.UnitName, "Kommunen").ID
	mid := apptest.Add(t, p, org.UnitKind, org.UnitName, "Kontoret", org.UnitParent, top).ID
	apptest.Add(t, p, org.UnitKind, org.UnitName, "Växeln", org.UnitParent, mid)
	apptest.Add(t, p, org.PersonKind, org.PersonName, "Anna Ek", org.PersonUnit, mid)
	if got := say(relations.Of(p, mid)); got != "Enheter: Kommunen (Hör till); Växeln (Underordnad)\nPersoner: Anna Ek" {
		t.Error(got)
	}
}

func TestAStopTouchesThoseThatGetInformationInTwoSteps(t *testing.T) {
	p := apptest.Empty(t)
	ids := map[string]field.ID{}
	for _, name := range []string{"Mitt", "Ett", "Två", "Tre", "Källa", "Båda", "Motor", "Genom", "Planerat"} {
		ids[name] = made(t, p, name, system.Users, int64(10))
	}
	ids["Okänt"] = made(t, p, "Okänt")
	ids["Skrotat"] = made(t, p, "Skrotat", system.Lifecycle, "retired")
	flow := func(from, to string, puts ...any) {
		apptest.Add(t, p, integration.Kind, append([]any{integration.From, ids[from], integration.To, ids[to], integration.Information, from + " till " + to}, puts...)...)
	}
	flow("Mitt", "Ett")
	flow("Ett", "Två")
	flow("Två", "Tre") // three steps away
	flow("Ett", "Mitt")
	flow("Källa", "Mitt") // it would only be without somewhere to send
	flow("Båda", "Mitt", integration.Direction, integration.Both)
	flow("Källa", "Genom", integration.Through, ids["Mitt"])
	flow("Mitt", "Planerat", integration.State, integration.Planned)
	flow("Mitt", "Skrotat")
	flow("Mitt", "Okänt")
	flow("Mitt", "Två", integration.State, integration.Ending)
	i := relations.ImpactOf(p, ids["Mitt"])
	want := `1 Båda (Båda till Mitt från Mitt)
1 Ett (Mitt till Ett från Mitt)
1 Genom (Källa till Genom från Mitt)
1 Okänt (Mitt till Okänt från Mitt)
1 Två (Mitt till Två från Mitt)
2 Tre (Två till Tre från Två)`
	if got := touched(i.Systems); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if i.Users != 60 || len(i.Unknown) != 1 || i.Unknown[0].ID != ids["Okänt"] {
		t.Errorf("%d users, unknown of %d", i.Users, len(i.Unknown))
	}
	if got := relations.ImpactOf(p, ids["Tre"]); len(got.Systems) != 0 || got.Users != 10 {
		t.Errorf("a stop of the last one touches %v", got)
	}
}

func TestAStopTouchesUnitsOnceByTheShortestWay(t *testing.T) {
	p := apptest.Empty(t)
	own, other := apptest.Add(t, p, org.UnitKind, org.UnitName, "Kontoret").ID, apptest.Add(t, p, org.UnitKind, org.UnitName, "Skolan").ID
	a, b, c := made(t, p, "A", system.OwnerUnit, own, system.Controller, apptest.Add(t, p, org.UnitKind, org.UnitName, "Nämnden").ID), made(t, p, "B", system.OwnerUnit, other), made(t, p, "C", system.OwnerUnit, own)
	apptest.Add(t, p, integration.Kind, integration.From, a, integration.To, b)
	apptest.Add(t, p, integration.Kind, integration.From, b, integration.To, c)
	using := apptest.Add(t, p, org.UnitKind, org.UnitName, "Hemtjänsten").ID
	apptest.Add(t, p, usage.Kind, usage.Of, a, usage.Unit, using, usage.Users, int64(7))
	apptest.Add(t, p, service.Kind, service.Name, "Lön åt alla", service.Systems, []field.ID{b})
	got := relations.ImpactOf(p, a)
	if s := touched(got.Others); s != "0 Kontoret (Ägande enhet från A)\n0 Hemtjänsten (Användning från A)\n1 Skolan (Ägande enhet från B)\n1 Lön åt alla (Tjänst från B)" {
		t.Errorf("%s", s)
	}
	if got.Users != 7 || len(got.Unknown) != 2 {
		t.Errorf("%d users, unknown of %d", got.Users, len(got.Unknown))
	}
	if names := slices.Collect(func(yield func(string) bool) {
		for _, s := range got.Systems {
			yield(s.Record.Name())
		}
	}); !slices.Equal(names, []string{"B", "C"}) {
		t.Errorf("%v", names)
	}
}
