package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"itportfoljen/app"
	"itportfoljen/app/forum"
	"itportfoljen/app/governance"
	"itportfoljen/app/plan"
	"itportfoljen/cmd/internal/wiring"
	"itportfoljen/ui/async"
	"itportfoljen/ui/dialogs"
	"itportfoljen/ui/grid"
	"itportfoljen/ui/input"
	"itportfoljen/ui/shell"
	"itportfoljen/ui/uitest"
	"itportfoljen/ui/widgets"
)

// governed is the whole program with a new portfolio under one of the models, where the systems
// and persons of a list have been read in.
func governed(t *testing.T, model, list string) *shell.Shell {
	t.Helper()
	for _, key := range []string{"XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "LOCALAPPDATA", "APPDATA"} {
		t.Setenv(key, t.TempDir())
	}
	services := wiring.Services(wiring.Options{Who: "Anna Ek", Today: today})
	path := filepath.Join(t.TempDir(), model+".itp")
	for _, m := range services.Models() {
		if m.ID != model {
			continue
		}
		p, err := services.Create(t.Context(), path, app.Beginning{Municipality: "Ekvalla kommun", Model: m.Data})
		if err != nil {
			t.Fatal(err)
		}
		if err := p.Close(); err != nil {
			t.Fatal(err)
		}
	}
	async.Instant(true)
	t.Cleanup(func() { async.Instant(false) })
	a := test.NewTempApp(t)
	if err := dialogs.UseSwedish(); err != nil {
		t.Fatal(err)
	}
	s := shell.New(a, shell.Options{Services: services, Pages: pages(), Version: "0.1.0"})
	s.Window.Resize(fyne.NewSize(1366, 768))
	s.Start("")
	s.OpenPath(path)
	file := filepath.Join(t.TempDir(), "lista.csv")
	if err := os.WriteFile(file, []byte(list), 0o600); err != nil {
		t.Fatal(err)
	}
	s.Go("exchange", shell.Dropped{Path: file})
	async.Flush()
	push(t, s, "Förhandsgranska")
	push(t, s, "Importera")
	return s
}

// idea makes an insats, which is shown then.
func idea(t *testing.T, s *shell.Shell, name string, cells ...string) {
	t.Helper()
	uitest.Shortcut(s, &desktop.CustomShortcut{KeyName: fyne.KeyN, Modifier: fyne.KeyModifierControl | fyne.KeyModifierShift})
	uitest.Write(t, s, name)
	push(t, s, "Skapa")
	put(t, s, cells...)
}

// put writes in fields of the form in view, by their labels: "Typ", "Nytt system", …
func put(t *testing.T, s *shell.Shell, cells ...string) {
	t.Helper()
	for i := 0; i < len(cells); i += 2 {
		at(t, s, cells[i])
		switch s.Window.Canvas().Focused().(type) {
		case *input.MultiPicker: // stays open for more
			uitest.Type(s, cells[i+1])
			uitest.Press(s, fyne.KeyReturn, fyne.KeyEscape)
		case *input.Select:
			uitest.Type(s, cells[i+1])
			uitest.Press(s, fyne.KeyReturn)
		case *input.Check:
			uitest.Press(s, fyne.KeySpace)
		default:
			uitest.Write(t, s, cells[i+1])
			uitest.Press(s, fyne.KeyTab)
		}
	}
}

// stands holds that an insats is in a phase, in the file.
func stands(t *testing.T, s *shell.Shell, name, phase string) {
	t.Helper()
	saved(t, s, name+" in "+phase, func(p *app.Portfolio) bool {
		return plan.Phase.Show(p, plan.Phase.Get(only(p, plan.Kind, name))) == phase
	})
}

// stopped holds that a step isn't taken, and that the dialog says by name what is missing.
func stopped(t *testing.T, s *shell.Shell, to string, missing ...string) {
	t.Helper()
	uitest.Tap(t, s, to+" …") // before anything is asked
	for _, m := range missing {
		shows(t, s, m)
	}
}

// lead follows the way from what is missing to where it is mended.
func lead(t *testing.T, s *shell.Shell, missing string) { way(t, s, missing, "Gå dit") }

// way follows a way from what is missing.
func way(t *testing.T, s *shell.Shell, missing, label string) {
	t.Helper()
	var to *widgets.Button
	uitest.Walk(uitest.Front(s), func(o fyne.CanvasObject) {
		c, is := o.(*fyne.Container)
		if !is || !uitest.Shows(c, missing) {
			return
		}
		var found []*widgets.Button
		uitest.Walk(c, func(o fyne.CanvasObject) {
			if b, is := o.(*widgets.Button); is && b.Text == label {
				found = append(found, b)
			}
		})
		if len(found) == 1 {
			to = found[0]
		}
	})
	if to == nil {
		t.Fatalf("no way to %q: %q", missing, uitest.Texts(uitest.Front(s)))
	}
	to.Tapped(&fyne.PointEvent{})
	async.Flush()
}

// confirms confirms what is missing, from the dialog that says so.
func confirms(t *testing.T, s *shell.Shell, missing, who string) {
	t.Helper()
	way(t, s, missing, "Bekräfta …")
	put(t, s, "Av", who)
	push(t, s, "Bekräfta")
}

// says writes down what a forum or a beslutsfattare has said.
func says(t *testing.T, s *shell.Shell, what string, cells ...string) {
	t.Helper()
	tab(t, s, "Beredning")
	uitest.Tap(t, s, what+" …")
	put(t, s, cells...)
	push(t, s, "Skriv ned")
	if uitest.CanTap(s, "Avbryt") { // another than the one proposed: asked once
		push(t, s, "Skriv ned")
	}
	tab(t, s, "Översikt")
}

// checklist answers all questions of the checklist with no, but some with yes.
func checklist(t *testing.T, s *shell.Shell, yes ...string) {
	t.Helper()
	tab(t, s, "Beredning")
	uitest.Tap(t, s, "Checklista …")
	replied(t, s, s.Portfolio().Model().Checklist, "Nej", "Ja", yes...)
	tab(t, s, "Översikt")
}

// replied answers all questions of a dialog alike, but some otherwise.
func replied(t *testing.T, s *shell.Shell, asked []governance.Question, commonly, otherwise string, some ...string) {
	t.Helper()
	for _, in := range uitest.Find[*input.Select](s) {
		if !uitest.Shows(in, "Inte besvarad") {
			continue
		}
		said := commonly
		if slices.ContainsFunc(some, func(y string) bool { return strings.HasPrefix(asked[0].Label, y) }) {
			said = otherwise
		}
		asked = asked[1:]
		in.Open()
		uitest.Tap(t, s, said)
	}
	if len(asked) > 0 {
		t.Fatalf("%d questions aren't asked", len(asked))
	}
	push(t, s, "Spara svaren")
}

// aForumMeets makes a forum and its meeting, calls it to what waits, writes down what was said
// and closes it. What stays is where it is when the meeting is closed.
func aForumMeets(t *testing.T, s *shell.Shell, name, kind string, stays bool) {
	t.Helper()
	palette(s, "nytt forum")
	uitest.Write(t, s, name)
	put(t, s, "Forumtyp", kind)
	push(t, s, "Skapa")
	palette(s, "nytt möte")
	uitest.Write(t, s, name)
	put(t, s, "Forum", name, "Datum", today.String())
	push(t, s, "Skapa")
	step(t, s, "Kalla")
	step(t, s, "Mötet är hållet")
	saved(t, s, "the agenda", func(p *app.Portfolio) bool {
		return len(forum.Items(p, only(p, forum.MeetingKind, name).ID)) == 1
	})
	item := forum.Items(s.Portfolio(), s.Portfolio().Named(forum.MeetingKind, name)[0].ID)[0]
	tab(t, s, "Ärenden")
	for _, g := range uitest.Find[*grid.Grid](s) {
		if slices.ContainsFunc(g.Columns, func(c grid.Column) bool { return c.ID == forum.ItemOutcome.Key }) {
			if err := g.OnEdit(string(item.ID), forum.ItemOutcome.Key, "Bifall"); err != nil {
				t.Fatal(err)
			}
			if !stays {
				continue
			}
			if err := g.OnEdit(string(item.ID), forum.ItemStays.Key, "ja"); err != nil {
				t.Fatal(err)
			}
		}
	}
	tab(t, s, "Uppgifter")
	step(t, s, "Justera och stäng")
	saved(t, s, "the minutes", func(p *app.Portfolio) bool {
		return forum.State.Get(only(p, forum.MeetingKind, name)) == forum.Closed
	})
}

// put2 writes in fields of another tab of the form, and comes back.
func put2(t *testing.T, s *shell.Shell, in string, cells ...string) {
	t.Helper()
	tab(t, s, in)
	put(t, s, cells...)
	tab(t, s, "Översikt")
}

// excepts makes an exception, from the dialog that says what is missing.
func excepts(t *testing.T, s *shell.Shell, who, role, until, why string) {
	t.Helper()
	uitest.Tap(t, s, "Gör undantag …")
	cells := []string{"Av", who}
	if !slices.Contains(uitest.Texts(uitest.Front(s)), role) { // a field holds it already
		cells = append(cells, "I rollen", role)
	}
	if until != "" {
		cells = append(cells, "Gäller till", until)
	}
	put(t, s, append(cells, "Motivering", why)...)
	keep(t, s, "ar-undantag")
	push(t, s, "Gör undantag och gå vidare")
}

// said holds which exceptions from gates are written down of an insats, in the file.
func said(t *testing.T, s *shell.Shell, name string, want ...string) {
	t.Helper()
	saved(t, s, "the exceptions of "+name, func(p *app.Portfolio) bool {
		var got []string
		for _, d := range p.Pointing(governance.DecisionOf.Field, only(p, plan.Kind, name).ID) {
			if governance.DecisionType.Get(d) != governance.Excepted {
				continue
			}
			until := ""
			if day := governance.DecisionUntil.Get(d); !day.IsZero() {
				until = day.String()
			}
			got = append(got, strings.Join([]string{governance.DecisionGate.Get(d), p.Label(governance.DecisionBy.Get(d)), governance.DecisionRole.Get(d), until, governance.DecisionReason.Get(d)}, " "))
		}
		slices.Sort(got)
		return slices.Equal(got, want)
	})
}
