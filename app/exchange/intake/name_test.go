package intake_test

import (
	"context"
	"slices"
	"strings"
	"testing"

	"itportfoljen/app/agreement"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/exchange/ask"
	"itportfoljen/app/exchange/intake"
	"itportfoljen/app/exchange/intake/intaketest"
	"itportfoljen/app/exchange/match"
	"itportfoljen/app/exchange/sheet"
	"itportfoljen/app/org"
	"itportfoljen/app/system"
)

// nameless are lists of systems in which no heading says which column has the
// names, and the heading of the one that is taken for them; "" when it isn't
// clear and the user is asked to say.
var nameless = map[string]struct {
	lines []string
	want  string
	maybe int // how many it may be
}{
	"an identity before":         {[]string{"Ärende|Det vi köper|Leverantör", "UPH-2026-014|Ärendesystem|Norrsken", "UPH-2026-015|Skolplattform|Tre Bäckar"}, "Det vi köper", 1},
	"a number as text before":    {[]string{"Rad|Det vi köper|Leverantör", "4570|Ärendesystem|Norrsken", "4571|Skolplattform|Tre Bäckar"}, "Det vi köper", 1},
	"a number before":            {[]string{"Rad|Det vi köper|Leverantör", "#1|Ärendesystem|Norrsken", "#2|Skolplattform|Tre Bäckar"}, "Det vi köper", 1},
	"dates, links and addresses": {[]string{"Inlagt|Sida|Fråga|Vad|Leverantör", "2026-01-02|https://a.example/x|a@x.se|Ärendesystem|N", "2026-01-03|www.example.org|b@x.se|Skolplattform|N", "2026-01-04|http://c.example|c@x.se|Kartan|N"}, "Vad", 1},
	"long texts":                 {[]string{"Om|Vad|Leverantör", strings.Repeat("Alla som arbetar här använder det. ", 4) + "|Ärendesystem|N", strings.Repeat("Elever loggar in varje dag. ", 4) + "|Skolplattform|N"}, "Vad", 1},
	"repeated texts":             {[]string{"Sort|Vad|Leverantör", "Webb|Ärendesystem|N", "Webb|Skolplattform|N", "App|Kartan|N"}, "Vad", 1},
	"a numbered series":          {[]string{"Plats|Vad|Leverantör", "Lokal 3|Ärendesystem|N", "Lokal 5|Skolplattform|N", "Lokal 17|Kartan|N"}, "Vad", 1},
	"abbreviations":              {[]string{"Kort|Vad|Leverantör", "BUF|Ärendesystem|N", "SOC|Skolplattform|N", "KLK|Kartan|N"}, "Vad", 1},
	"the first of several":       {[]string{"Rad|Vad|Till vad|Leverantör", "#1|Ärendesystem|Beslut och brev|N", "#2|Skolplattform|Läxor|N"}, "Vad", 2},
	"several, none of them first": {[]string{"Sort|Vad|Till vad|Leverantör", "Webb|Ärendesystem|Beslut och brev|N", "Webb|Skolplattform|Läxor|N", "Webb|Kartan|Tomter|N"},
		"", 2},
	"group rows and notes don't count": {[]string{"Rad|Vad|Leverantör", "|Skolan", "#1|Ärendesystem|N", "#2|Skolplattform|N", "|Vården", "#3|Kartan|N", "Rättad i maj av Bo."}, "Vad", 1},
	"many empty":                       {[]string{"Rad|Vad|Leverantör", "#1|Ärendesystem|N", "#2||N", "#3||M", "#4|Kartan|N"}, "", 0},
	"many alike":                       {[]string{"Rad|Vad|Leverantör", "#1|Kartan|N", "#2|Kartan|N", "#3|Posten|M", "#4|Kartan|N"}, "", 0},
	"only abbreviations":               {[]string{"Kort|Leverantör", "BUF|N", "SOC|N", "KLK|N"}, "", 0},
	"one missing in a longer list":     {[]string{"Rad|Vad|Leverantör", "#1|Kartan|N", "#2|Posten|N", "#3||M", "#4|Tider|N", "#5|Lokaler|N"}, "Vad", 1},
	"who answers for it":               {[]string{"Rad|Systemägare|Kontaktperson|Leverantör", "#1|Bo Ek|Kerstin Alm|N", "#2|Eva Lind|Pär Dahl|M"}, "", 0},
	"persons and names":                {[]string{"Kontaktperson|Vad|Leverantör", "Bo Ek|Kartan|N", "Eva Lind|Posten|M"}, "Vad", 1},
	"no texts":                         {[]string{"Rad|Kod|Leverantör", "#1|A1|N", "#2|A2|N", "#3|A3|M"}, "", 0},
}

func TestNamesByContent(t *testing.T) {
	for name, c := range nameless {
		t.Run(name, func(t *testing.T) {
			for _, keep := range []bool{false, true} {
				b, o := book(table("a", c.lines...)), intake.Options{Kind: system.Kind, KeepUnmatched: keep}
				if c.want == "" {
					refusedFor(t, b, o)
					continue
				}
				r := imported(t, intaketest.New(), b, o)
				got := titled(r)
				if got.Heading != c.want || got.Trust() != match.Unsure {
					t.Errorf("%q (%s), want %q", got.Heading, got.Trust(), c.want)
				}
				if len(r.Questions) != 1 || len(r.Questions[0].Options) != c.maybe || !strings.Contains(r.Questions[0].Text, c.want) || r.Questions[0].Effect == "" {
					t.Errorf("asked: %+v", r.Questions)
				}
			}
		})
	}
}

// refusedFor plans a list that lacks a column of names: nothing would be
// changed, and what the columns were taken for is there to be told.
func refusedFor(t *testing.T, b *sheet.Book, o intake.Options) error {
	t.Helper()
	r, err := intake.Plan(context.Background(), intaketest.New(), b, o, nil)
	if fault.CodeOf(err) != fault.Unreadable || !strings.Contains(err.Error(), "Ange vilken kolumn") {
		t.Fatalf("got %v", err)
	}
	if r == nil || r.Kind != system.Kind || r.HeaderRow != 1 || len(r.Columns) != len(b.Sheets[0].Rows[0].Cells) || len(r.Changes)+len(r.Rows) != 0 {
		t.Fatalf("understood: %+v", r)
	}
	return err
}

func titled(r *intake.Result) match.Column {
	i := slices.IndexFunc(r.Columns, func(c match.Column) bool { return c.Field == r.Kind.Title() })
	if i < 0 {
		return match.Column{}
	}
	return r.Columns[i]
}

func TestTheUserSaysWhichColumnHasTheNames(t *testing.T) {
	several := book(table("a", nameless["the first of several"].lines...))
	r := planned(t, intaketest.New(), several, intake.Options{Answers: map[string]string{"name": "C"}})
	if c := titled(r); c.Heading != "Till vad" || c.Trust() != match.Chosen || r.Questions[0].Answer != "C" {
		t.Errorf("answered: %+v, %+v", c, r.Questions)
	}
	unclear := book(table("a", nameless["many alike"].lines...))
	r = planned(t, intaketest.New(), unclear, intake.Options{Map: map[string]string{"Vad": "name"}})
	if c := titled(r); c.Heading != "Vad" || c.Trust() != match.Chosen || len(r.Questions) != 0 || r.New != 2 {
		t.Errorf("mapped: %+v, %d new, %+v", c, r.New, r.Questions)
	}
	r = planned(t, intaketest.New(), several, intake.Options{Kind: system.Kind, Map: map[string]string{"Vad": ""}})
	if c := titled(r); c.Heading != "Till vad" {
		t.Errorf("with the other one left out: %+v", c)
	}
}

// TestAHeadingThatTheContentSpeaksAgainst isn't followed in silence when another
// column may have the names.
func TestAHeadingThatTheContentSpeaksAgainst(t *testing.T) {
	for name, lines := range map[string][]string{
		"mostly empty": {"Vad|System|Leverantör", "Ärendesystem||N", "Skolplattform|Kartan|M", "Post||N", "Bokning||N"},
		"codes":        {"System|Vad|Leverantör", "S001|Ärendesystem|N", "S002|Skolplattform|N", "S003|Kartan|N"},
		"numbers":      {"Namn|Vad|Leverantör", "#1|Ärendesystem|N", "#2|Skolplattform|N", "#3|Kartan|N"},
	} {
		t.Run(name, func(t *testing.T) {
			b := book(table("a", lines...))
			if err := refusedFor(t, b, intake.Options{}); !strings.Contains(err.Error(), "”Vad”") {
				t.Error(err)
			}
			r := planned(t, intaketest.New(), b, intake.Options{Map: map[string]string{"Vad": "name"}})
			if c := titled(r); c.Heading != "Vad" || r.New != r.RowsRead {
				t.Errorf("mapped: %+v", c)
			}
		})
	}
	for name, lines := range map[string][]string{ // nothing else may be the names: what is missing is told, row by row
		"mostly empty": {"System|Leverantör", "Kartan|N", "|N", "|M", "|M"},
		"codes":        {"System|Leverantör", "S001|N", "S002|N"},
	} {
		t.Run(name+", alone", func(t *testing.T) {
			if c := titled(planned(t, intaketest.New(), book(table("a", lines...)), intake.Options{})); c.Heading != "System" || c.Trust() != match.Sure {
				t.Errorf("%+v", c)
			}
		})
	}
}

// TestWhatIsKnownTellsColumnsApart: the names, persons and units that the
// portfolio has already.
func TestWhatIsKnownTellsColumnsApart(t *testing.T) {
	w := intaketest.New()
	imported(t, w, book(table("a", "Namn|Förvaltning", "Kartan|Skolan", "Posten|Vården")), intake.Options{Kind: system.Kind})
	imported(t, w, book(table("a", "Namn|E-post", "Anna Ek|a@x.se", "Bo Alm|b@x.se", "Eva Lind|e@x.se")), intake.Options{Kind: org.PersonKind})
	for name, c := range map[string]struct {
		lines []string
		want  []string
	}{
		"names":   {[]string{"Till vad|Vad|Leverantör", "Läxor|Kartan|N", "Beslut|Posten|N", "Bokning|Nytt|N"}, []string{"-", "name", "supplier"}},
		"persons": {[]string{"Den som vet|Vad|Leverantör", "Anna Ek|Tider|N", "Bo Alm|Lokaler|N", "Eva Lind|Böcker|N"}, []string{"-", "name", "supplier"}},
		"units":   {[]string{"Var|Vad|Leverantör", "Skolan|Tider|N", "Vården|Lokaler|N"}, []string{"unit", "name", "supplier"}},
	} {
		t.Run(name, func(t *testing.T) {
			if got := keys(planned(t, w, book(table("a", c.lines...)), intake.Options{Kind: system.Kind})); !slices.Equal(got, c.want) {
				t.Errorf("got %v, want %v", got, c.want)
			}
		})
	}
}

// TestOtherKindsHaveNamesToo: in a list of persons they aren't somebody else's.
func TestOtherKindsHaveNamesToo(t *testing.T) {
	w := intaketest.New()
	b := book(table("a", "Den som vet|E-post", "Anna Ek|a@x.se", "Bo Alm|b@x.se", "Eva Lind|e@x.se"))
	for range 2 { // the second time they exist
		if c := titled(imported(t, w, b, intake.Options{Kind: org.PersonKind})); c.Heading != "Den som vet" {
			t.Errorf("%+v", c)
		}
	}
}

// TestAgreementsWithoutNames are called by their numbers, or by their suppliers, and told.
func TestAgreementsWithoutNames(t *testing.T) {
	for name, c := range map[string]struct {
		lines []string
		want  string // the first one's name; "" when it has to be said
	}{
		"numbers":            {[]string{"Leverantör|Avtalsnummer|Avtal från|Avtal till", "Snö AB|24-11|2024-01-01|2026-12-31", "Snö AB|24-12|2025-01-01|2027-12-31"}, "24-11"},
		"register numbers":   {[]string{"Dnr|Motpart|Startdatum|Slutdatum|Kontaktperson", "KS 24/11|Snö AB|2024-01-01|2026-12-31|Bo Ek", "KS 24/12|Is AB|2025-01-01|2027-12-31|Eva Lind"}, "KS 24/11"},
		"with a sum":         {[]string{"Avtalsnummer|Leverantör|Avtal till|Avtalsvärde", "24-11|Snö AB|2026-12-31|10", "24-12|Snö AB|2027-12-31|20", "24-13|Is AB|2027-12-31|5", "|Summa||35"}, "24-11"},
		"one of each":        {[]string{"Leverantör|Startdatum|Slutdatum|Uppsägningstid", "Snö AB|2024-01-01|2026-12-31|3", "Is AB|2025-01-01|2027-12-31|6"}, "Snö AB"},
		"nothing parts them": {[]string{"Leverantör|Startdatum|Slutdatum|Uppsägningstid", "Snö AB|2024-01-01|2026-12-31|3", "Snö AB|2025-01-01|2027-12-31|6"}, ""},
		"the same number":    {[]string{"Leverantör|Avtalsnummer|Avtal från|Avtal till", "Snö AB|24-11|2024-01-01|2026-12-31", "Snö AB|24-11|2025-01-01|2027-12-31"}, ""},
	} {
		t.Run(name, func(t *testing.T) {
			w, b := intaketest.New(), book(table("a", c.lines...))
			if c.want == "" {
				if _, err := intake.Plan(context.Background(), w, b, intake.Options{Kind: agreement.Kind}, nil); fault.CodeOf(err) != fault.Unreadable {
					t.Fatalf("got %v", err)
				}
				return
			}
			r := imported(t, w, b, intake.Options{})
			all := w.All(agreement.Kind)
			if r.Kind != agreement.Kind || len(all) != r.New || r.New < 2 || all[0].Name() != c.want || len(r.Questions) != 0 {
				t.Fatalf("%s: %d of %d, %+v", r.Kind.Name, len(all), r.New, r.Questions)
			}
			if !slices.ContainsFunc(r.Remarks, func(i ask.Issue) bool { return strings.Contains(i.Message, "taget också som namn") }) {
				t.Errorf("not told: %+v", r.Remarks)
			}
			if r = planned(t, w, b, intake.Options{}); r.New+r.Changed != 0 {
				t.Errorf("once more: %d new, %d changed", r.New, r.Changed)
			}
		})
	}
}
