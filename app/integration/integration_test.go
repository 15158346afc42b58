package integration_test

import (
	"context"
	"slices"
	"strings"
	"testing"

	"itportfoljen/app"
	"itportfoljen/app/apptest"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/field"
	"itportfoljen/app/integration"
	"itportfoljen/app/system"
)

var ctx = context.Background()

func systemNamed(t *testing.T, p *app.Portfolio, name string, puts ...any) field.ID {
	t.Helper()
	return apptest.Add(t, p, system.Kind, append([]any{system.Name, name}, puts...)...).ID
}

func TestAnIntegrationGoesFromSomebodyToSomebodyElse(t *testing.T) {
	p := apptest.Empty(t)
	a, b := systemNamed(t, p, "Lön"), systemNamed(t, p, "Ekonomi")
	for _, c := range []struct {
		name string
		puts []any
		want string // a part of what is said; "" when it may be
	}{
		{"two systems", []any{integration.From, a, integration.To, b}, ""},
		{"to somebody outside", []any{integration.From, a, integration.Outside, "Skatteverket"}, ""},
		{"from somebody outside", []any{integration.To, b, integration.Outside, "Skatteverket"}, ""},
		{"to nobody knows whom", []any{integration.From, a}, ""},
		{"nothing", []any{integration.Information, "Fakturor"}, "från eller till ett av era system"},
		{"only somebody outside", []any{integration.Outside, "Skatteverket"}, "från eller till ett av era system"},
		{"through its one end", []any{integration.From, a, integration.To, b, integration.Through, a}, "Lön är redan en av integrationens ändar"},
		{"through its other end", []any{integration.From, a, integration.To, b, integration.Through, b}, "Ekonomi är redan en av integrationens ändar"},
		{"with itself", []any{integration.From, a, integration.To, a}, "Lön kan inte vara integrerat med sig självt"},
	} {
		r := apptest.Record(p, integration.Kind, c.puts...)
		_, err := p.CreateAll(ctx, "Prov", []*field.Record{r})
		switch {
		case c.want == "" && err != nil:
			t.Errorf("%s: %v", c.name, err)
		case c.want != "" && (fault.CodeOf(err) != fault.Invalid || !strings.Contains(err.Error(), c.want) || !strings.Contains(err.Error(), "Inget har ändrats")):
			t.Errorf("%s: %v", c.name, err)
		}
	}
}

func TestWithoutANameItGoesByItsEnds(t *testing.T) {
	p := apptest.Empty(t)
	a, b := systemNamed(t, p, "Lön"), systemNamed(t, p, "Ekonomi")
	for _, c := range []struct {
		puts []any
		want string
	}{
		{[]any{integration.From, a, integration.To, b}, "Lön → Ekonomi"},
		{[]any{integration.From, a, integration.Outside, "Skatteverket"}, "Lön → Skatteverket"},
		{[]any{integration.To, b, integration.Outside, "Banken"}, "Banken → Ekonomi"},
		{[]any{integration.From, a}, "Lön"},
		{[]any{integration.From, a, integration.To, b, integration.Information, "Löner"}, "Löner"},
	} {
		if got := field.Called(apptest.Record(p, integration.Kind, c.puts...), p.Get); got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
}

func TestItGoesWithEitherOfItsSystemsAndOutlivesWhatItGoesThrough(t *testing.T) {
	p := apptest.Empty(t)
	a, b, c := systemNamed(t, p, "Lön"), systemNamed(t, p, "Ekonomi"), systemNamed(t, p, "Motorn")
	i := apptest.Add(t, p, integration.Kind, integration.From, a, integration.To, b, integration.Through, c)
	if _, err := p.Delete(ctx, []field.ID{c}); err != nil || p.Get(i.ID) == nil || integration.Through.Get(p.Get(i.ID)) != "" {
		t.Errorf("without what it went through: %v", err)
	}
	if _, err := p.Delete(ctx, []field.ID{b}); err != nil || p.Get(i.ID) != nil {
		t.Errorf("without its end: %v", err)
	}
}

func TestWhatAnIntegrationIsRemindedOf(t *testing.T) {
	p := apptest.Empty(t)
	a, b, old := systemNamed(t, p, "Lön"), systemNamed(t, p, "Ekonomi"), systemNamed(t, p, "Gamla lön", system.Lifecycle, "retired")
	told := []any{integration.Information, "Löner", integration.Method, "file", integration.Frequency, "daily"}
	for _, c := range []struct {
		name string
		puts []any
		want []string
	}{
		{"told", append([]any{integration.From, a, integration.To, b, integration.PersonalData, "yes"}, told...), nil},
		{"not about persons", []any{integration.From, a, integration.To, b, integration.PersonalData, "no"}, nil},
		{"nobody has said about whom", []any{integration.From, a, integration.To, b}, nil},
		{"about persons, and not told how", []any{integration.From, a, integration.To, b, integration.PersonalData, "sensitive"}, []string{"integration-untold"}},
		{"planned", []any{integration.From, a, integration.To, b, integration.PersonalData, "yes", integration.State, integration.Planned}, nil},
		{"from a retired one", append([]any{integration.From, old, integration.To, b}, told...), []string{"integration-retired"}},
		{"through a retired one", append([]any{integration.From, a, integration.To, b, integration.Through, old}, told...), []string{"integration-retired"}},
		{"ended with it", append([]any{integration.From, old, integration.To, b, integration.State, integration.Ended}, told...), nil},
	} {
		var got []string
		integration.Kind.Remind(p, apptest.Record(p, integration.Kind, c.puts...), func(m field.Reminder) { got = append(got, m.Rule) })
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}

func TestWordsAreOfferedAsLinksWhereNamesMatch(t *testing.T) {
	for _, c := range []struct {
		text, want string
	}{
		{"Ekonomia", "Ekonomia"},
		{"ekonomia; DIARIET", "Ekonomia, Diariet"},
		{"Hämtar personal från Lön (nattligen) och lämnar till Ekonomia.", "Lön, Ekonomia"},
		{"Diariet W3", "Diariet W3"}, // the longer name, not the one in it
		{"Diariet W3 och Diariet", "Diariet W3, Diariet"},
		{"Ekonomiassistenten", ""}, // only a part of a word
		{"Lönesamtal", ""},
		{"Tvilling", ""}, // two are called so
		{"Eget", ""},     // itself
		{"Skrotat", ""},  // retired
		{"IT", "IT"},
		{"IT, Lön", "IT, Lön"},
		{"drivs av IT tillsammans med Lön", "Lön"}, // so short a word may be another
		{"Kopplat", ""},                            // linked already
		{"Lön\nEkonomia", "Lön, Ekonomia"},
		{"Lön, Lön", "Lön"},
		{"Åtkomst", "Åtkomst"},
		{"Atkomst", ""}, // another word
		{"", ""},
	} {
		p := apptest.Empty(t)
		for _, name := range []string{"Lön", "Ekonomia", "Diariet", "Diariet W3", "Tvilling", "Tvilling", "IT", "Åtkomst"} {
			systemNamed(t, p, name)
		}
		systemNamed(t, p, "Skrotat", system.Lifecycle, "retired")
		linked := systemNamed(t, p, "Kopplat")
		own := systemNamed(t, p, "Eget", system.DependsOn, c.text)
		apptest.Add(t, p, integration.Kind, integration.From, own, integration.To, linked)
		var got []string
		for _, r := range integration.Offered(p, own) {
			got = append(got, r.Name())
		}
		if s := strings.Join(got, ", "); s != c.want {
			t.Errorf("%q offers %q, want %q", c.text, s, c.want)
		}
	}
}

func TestWhatIsOfferedIsMadeOnceAndTheTextStays(t *testing.T) {
	p := apptest.Empty(t)
	pay, own := systemNamed(t, p, "Lön"), systemNamed(t, p, "Bemanning", system.DependsOn, "Lön, någon gång")
	link := func() error {
		_, err := p.Do(ctx, func(tx *field.Tx) (string, error) { return "Prov", integration.Make(tx, own, []field.ID{pay}) })
		return err
	}
	if err := link(); err != nil {
		t.Fatal(err)
	}
	made := p.Pointing(integration.To.Field, own)
	if len(made) != 1 || integration.From.Get(made[0]) != pay || system.DependsOn.Get(p.Get(own)) != "Lön, någon gång" {
		t.Errorf("%d were made", len(made))
	}
	if got := integration.Offered(p, own); len(got) != 0 {
		t.Errorf("%s is offered again", got[0].Name())
	}
	if err := link(); fault.CodeOf(err) != fault.Conflict {
		t.Errorf("it is made twice: %v", err)
	}
	if _, err := p.Undo(ctx); err != nil || len(integration.Offered(p, own)) != 1 {
		t.Errorf("it isn't taken back: %v", err)
	}
}
