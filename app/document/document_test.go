package document_test

import (
	"context"
	"slices"
	"testing"

	"itportfoljen/app"
	"itportfoljen/app/apptest"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/document"
	"itportfoljen/app/field"
	"itportfoljen/app/insight"
	"itportfoljen/app/system"
)

// linked adds a document of a new system.
func linked(t *testing.T, p *app.Portfolio, link string) *field.Record {
	s := apptest.Add(t, p, system.Kind, system.Name, "Lön")
	return apptest.Add(t, p, document.Kind, document.Title, "Avtal", document.Of, s.ID, document.Link, link)
}

// answer gives each file the same state, and remembers what was looked for.
func answer(is document.State, looked *[]string) document.Reach {
	return func(_ context.Context, paths []string) []document.State {
		*looked = append(*looked, paths...)
		return slices.Repeat([]document.State{is}, len(paths))
	}
}

// look looks for all documents, notes what is found and gives what is reminded of.
func look(t *testing.T, p *app.Portfolio, is document.State) (reminded bool) {
	t.Helper()
	var looked []string
	seen := document.Look(context.Background(), p, "/srv/it", answer(is, &looked))
	_, err := p.Do(context.Background(), func(tx *field.Tx) (string, error) { return document.Note(tx, seen) })
	if err != nil {
		t.Fatal(err)
	}
	return slices.ContainsFunc(insight.Todos(p), func(x insight.Todo) bool { return x.Rule == "document-missing" })
}

func TestEachLinkIsLookedForWhereItLies(t *testing.T) {
	for _, c := range []struct {
		link   string
		looked []string
		want   document.State
	}{
		{"Avtal/å.pdf", []string{"/srv/it/Avtal/å.pdf"}, document.There},
		{"/home/a.pdf", []string{"/home/a.pdf"}, document.There},
		{"../a.pdf", []string{"/srv/a.pdf"}, document.There},
		{`C:\a.pdf`, nil, document.Elsewhere},
		{`\\server\a.pdf`, nil, document.Elsewhere},
		{"https://ekvalla.example/", nil, document.Address},
		{"", nil, document.Unlinked},
	} {
		p := apptest.Empty(t)
		linked(t, p, c.link)
		var looked []string
		seen := document.Look(context.Background(), p, "/srv/it", answer(document.There, &looked))
		if len(seen) != 1 || seen[0].State != c.want || !slices.Equal(looked, c.looked) {
			t.Errorf("%q: %v, looked for %q", c.link, seen, looked)
		}
	}
}

func TestWhatIsntFoundIsRemindedOfUntilItIs(t *testing.T) {
	p := apptest.Empty(t)
	r := linked(t, p, "Avtal/a.pdf")
	for _, step := range []struct {
		is   document.State
		want bool
	}{{document.There, false}, {document.Broken, true}, {document.Silent, true}, {document.There, false}, {document.Silent, false}, {document.Broken, true}} {
		if got := look(t, p, step.is); got != step.want {
			t.Errorf("state %d: reminded %v", step.is, got)
		}
	}
	if s, ok := document.Link.Standing(p, p.Get(r.ID)); !ok || s.Tone != field.Bad {
		t.Error("the link isn't marked")
	}
	apptest.Put(t, p, r.ID, document.Link, "Avtal/b.pdf")
	if document.Missed(p.Get(r.ID)) {
		t.Error("another link is missed before anybody has looked")
	}
}

func TestAllAreFoundOnlyWhenAllCouldBeLookedFor(t *testing.T) {
	for _, c := range []struct {
		link string
		is   document.State
		want string
	}{
		{"b.pdf", document.There, "Dokumenten efterletade: alla hittades"},
		{"b.pdf", document.Broken, "Dokumenten efterletade: 2 hittades inte"},
		{"b.pdf", document.Silent, "Dokumenten efterletade: alla som gick att leta efter hittades"},
		{`C:\\b.pdf`, document.There, "Dokumenten efterletade: alla som gick att leta efter hittades"},
	} {
		p := apptest.Empty(t)
		linked(t, p, "a.pdf")
		linked(t, p, c.link)
		var looked []string
		seen := document.Look(context.Background(), p, "/srv/it", answer(c.is, &looked))
		if _, err := p.Do(context.Background(), func(tx *field.Tx) (string, error) {
			said, err := document.Note(tx, seen)
			if said != c.want {
				t.Errorf("%s, %d: %q", c.link, c.is, said)
			}
			return said, err
		}); err != nil {
			t.Fatal(err)
		}
	}
}

func TestADocumentIsOfSomething(t *testing.T) {
	p := apptest.Empty(t)
	r := apptest.Record(p, document.Kind, document.Title, "Ensamt")
	if _, err := p.CreateAll(context.Background(), "Dokument", []*field.Record{r}); fault.CodeOf(err) != fault.Invalid {
		t.Errorf("%v", err)
	}
}
