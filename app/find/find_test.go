package find_test

import (
	"slices"
	"testing"

	"itportfoljen/app/apptest"
	"itportfoljen/app/find"
	"itportfoljen/app/org"
	"itportfoljen/app/system"
)

func TestThings(t *testing.T) {
	p := apptest.Open(t)
	apptest.Put(t, p, p.ByRef("SYS-0003").ID, system.Supplier, apptest.Supplier(t, p, "Formpipe"))
	apptest.Put(t, p, p.Named(org.PersonKind, "Sara Öberg")[0].ID, org.PersonTitle, "IT-samordnare")
	for _, c := range []struct {
		query string
		want  []string
	}{
		{"lönesystemet", []string{"Lönesystemet"}},
		{"LÖNE", []string{"Lönesystemet"}},
		{"lonesystem", []string{"Lönesystemet"}},
		{"lönesytemet", []string{"Lönesystemet"}}, // one typo
		{"journl mobil", []string{"Journal i mobilen"}},
		{"mobilen journal", []string{"Journal i mobilen"}},
		{"sys-0002", []string{"HemtjänstPlan"}},
		{"SYS-0003", []string{"Diariet W3"}},
		{"ins-2027-001", []string{"Byte av diariesystem"}},
		{"formpipe", []string{"Formpipe", "Diariet W3"}},
		{"hagg", []string{"Per-Åke Hägg"}},
		{"sara.oberg@ekvalla.example", []string{"Sara Öberg"}},
		{"hemtj", []string{"HemtjänstPlan"}},
		{"omsorg", []string{"Vård- och omsorgsförvaltningen"}},
		{"diarie", []string{"Diariet W3", "Byte av diariesystem"}}, // what begins with it first
		{"journal", []string{"Journal i mobilen"}},
		{"jornal", []string{"Journal i mobilen"}},
		{"finns inte alls", nil},
	} {
		var got []string
		for _, h := range find.Things(p, c.query, 10) {
			got = append(got, h.Title)
			if h.Record == nil || h.Title != h.Record.Name() {
				t.Errorf("%s: hit %+v", c.query, h)
			}
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%q finds %q, want %q", c.query, got, c.want)
		}
	}
}

func TestHitsTellThemselvesApart(t *testing.T) {
	p := apptest.Open(t)
	apptest.Put(t, p, p.Named(org.PersonKind, "Sara Öberg")[0].ID, org.PersonTitle, "IT-samordnare")
	apptest.Add(t, p, system.Kind, system.Name, "Hemlöst")
	for query, want := range map[string]string{
		"lönesystemet": "SYS-0001 · Kommunledningskontoret", "journal": "INS-2027-002 · Vård- och omsorgsförvaltningen",
		"sara": "IT-samordnare", "per-åke": "per-ake.hagg@ekvalla.example", "barn- och": "Ekvalla kommun", "hemlöst": "SYS-0005", "ekvalla kommun": "",
	} {
		hits := find.Things(p, query, 1)
		if len(hits) != 1 || hits[0].Detail != want {
			t.Errorf("%s: %+v, want %q", query, hits, want)
		}
	}
}

func TestLimits(t *testing.T) {
	p := apptest.Open(t)
	for _, c := range []struct{ limit, want int }{{0, 0}, {-1, 0}, {3, 3}, {100, 13}} {
		if got := len(find.Things(p, "", c.limit)); got != c.want {
			t.Errorf("limit %d gives %d", c.limit, got)
		}
	}
}

func TestEqualsComeInSwedishOrder(t *testing.T) {
	p := apptest.Empty(t)
	for _, name := range []string{"Prov ö", "Prov å", "Prov z", "Prov ab", "Prov ä"} {
		apptest.Add(t, p, system.Kind, system.Name, name)
	}
	for limit, want := range map[int][]string{1: {"Prov z"}, 3: {"Prov z", "Prov ab", "Prov å"}, 9: {"Prov z", "Prov ab", "Prov å", "Prov ä", "Prov ö"}} {
		var got []string
		for _, h := range find.Things(p, "prov", limit) {
			got = append(got, h.Title)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%d: %q, want %q", limit, got, want)
		}
	}
}
