package guide_test

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"itportfoljen/app"
	"itportfoljen/app/apptest"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/field"
	"itportfoljen/app/org"
	"itportfoljen/app/suggest"
	"itportfoljen/app/system"
	"itportfoljen/ui/async"
	"itportfoljen/ui/input"
	"itportfoljen/ui/pages/guide"
	"itportfoljen/ui/pages/overview"
	"itportfoljen/ui/pages/systems"
	"itportfoljen/ui/shell"
	"itportfoljen/ui/uitest"
	"itportfoljen/ui/widgets"
)

// open is a window with the run of a field in it.
func open(t *testing.T, p *app.Portfolio, f *field.Field, ids ...field.ID) *shell.Shell {
	t.Helper()
	s := uitest.Window(t, p, app.Services{}, overview.Spec(), systems.Spec(), guide.Spec())
	s.FillIn(f, ids)
	return s
}

func owner(p *app.Portfolio, id field.ID) string {
	return system.SystemOwner.Show(p, p.Get(id).Get(system.SystemOwner.Field))
}

// ownerless takes the owners from every second system of the example.
func ownerless(t *testing.T) *app.Portfolio {
	p := uitest.Example(t)
	var ids []field.ID
	for i, r := range p.All(system.Kind) {
		if i%2 == 0 && field.Held(p, r, system.SystemOwner) {
			ids = append(ids, r.ID)
		}
	}
	if _, err := p.SetMany(t.Context(), ids, field.Column{Field: system.SystemOwner.Field}, nil); err != nil {
		t.Fatal(err)
	}
	return p
}

func shows(t *testing.T, s *shell.Shell, want string) {
	t.Helper()
	if !uitest.Shows(uitest.Front(s), want) {
		t.Errorf("%q doesn't show: %q", want, uitest.Texts(uitest.Front(s)))
	}
}

func TestEnterTakesTheFirstSuggestionAndGoesOn(t *testing.T) {
	p := ownerless(t)
	q := suggest.Of(system.SystemOwner.Field)
	wanted := q.Wanted(p)
	s := open(t, p, system.SystemOwner.Field)
	shows(t, s, wanted[0].Name())
	best := suggest.New(t.Context(), p, q).For(wanted[0])[0]
	shows(t, s, best.Why)
	uitest.Press(s, fyne.KeyReturn)
	if got := owner(p, wanted[0].ID); got != best.Text(p, q) {
		t.Fatalf("the owner is %q, want %q", got, best.Text(p, q))
	}
	shows(t, s, wanted[1].Name())
	uitest.Shortcut(s, &fyne.ShortcutUndo{})
	if got := owner(p, wanted[0].ID); got != "" {
		t.Errorf("after undo the owner is %q", got)
	}
	shows(t, s, "är tillbakataget")
	shows(t, s, wanted[0].Name())
	uitest.Press(s, fyne.KeyDown, fyne.KeyReturn) // the keyboard is in the field again
	if owner(p, wanted[0].ID) == "" {
		t.Error("the second suggestion wasn't taken")
	}
}

// ctrlEnter gives the marked answer to all that are alike.
var ctrlEnter = &desktop.CustomShortcut{KeyName: fyne.KeyReturn, Modifier: fyne.KeyModifierControl}

// TestHowManyKeysASystemTakes drives a half-filled Ekvalla by keys, as somebody who knows
// who owns what: at most 4 keys where the first suggestion is right, and 12 otherwise.
func TestHowManyKeysASystemTakes(t *testing.T) {
	p := uitest.Example(t)
	was := map[field.ID]string{}
	var ids []field.ID
	for i, r := range p.All(system.Kind) {
		if i%2 == 0 && field.Held(p, r, system.SystemOwner) {
			was[r.ID], ids = p.Label(field.Holders(system.SystemOwner.Get(r), p.Today())[0]), append(ids, r.ID)
		}
	}
	if _, err := p.SetMany(t.Context(), ids, field.Column{Field: system.SystemOwner.Field}, nil); err != nil {
		t.Fatal(err)
	}
	q := suggest.Of(system.SystemOwner.Field)
	wanted := q.Wanted(p)
	s := open(t, p, system.SystemOwner.Field)
	rightly, searched, most, total := 0, 0, 0, 0
	for _, r := range wanted {
		if was[r.ID] == "" { // nobody ever had it
			uitest.Press(s, fyne.KeyTab)
			continue
		}
		answers, keys := suggest.New(t.Context(), p, q).For(r), 0
		at := slices.IndexFunc(answers, func(a suggest.Answer) bool { return a.Text(p, q) == was[r.ID] })
		press := func(k fyne.KeyName) { uitest.Press(s, k); keys++ }
		switch {
		case at == 0:
			press(fyne.KeyReturn)
			rightly++
			if keys > 4 {
				t.Errorf("%s: %d keys though the suggestion is right", r.Name(), keys)
			}
		case at > 0:
			uitest.Write(t, s, strconv.Itoa(at+1))
			keys++
		default:
			searched++
			for _, c := range was[r.ID] { // until the one who is meant is marked
				uitest.Write(t, s, string(c))
				if keys++; marked(s) == was[r.ID] {
					break
				}
			}
			press(fyne.KeyReturn)
		}
		if got := owner(p, r.ID); got != was[r.ID] {
			t.Errorf("%s: the owner is %q, want %q", r.Name(), got, was[r.ID])
		}
		if most = max(most, keys); keys > 12 {
			t.Errorf("%s: %d keys", r.Name(), keys)
		}
		total += keys
	}
	t.Logf("%d systems: the first suggestion was right for %d, %d were searched for; %.1f keys a system, %d at most", len(was), rightly, searched, float64(total)/float64(len(was)), most)
	shows(t, s, "besvarade")
}

// marked is the answer that Enter takes.
func marked(s *shell.Shell) string {
	for _, a := range uitest.Find[*input.Answers](s) {
		m, _ := a.Marked()
		return m.Label
	}
	return ""
}

// school is a portfolio of systems without owners, five of them at the school.
func school(t *testing.T) (*app.Portfolio, []*field.Record) {
	p := uitest.Open(t)
	unit := p.Named(org.UnitKind, "Barn- och utbildningsförvaltningen")[0].ID
	var out []*field.Record
	for _, name := range []string{"A", "B", "C", "D", "E"} {
		out = append(out, apptest.Add(t, p, system.Kind, system.Name, name+"-systemet", system.OwnerUnit, unit))
	}
	return p, out
}

func ids(rs []*field.Record) (out []field.ID) {
	for _, r := range rs {
		out = append(out, r.ID)
	}
	return out
}

func TestOneKeyGivesTheSameToAllOfTheUnit(t *testing.T) {
	p, rs := school(t)
	s := open(t, p, system.SystemOwner.Field, ids(rs)...)
	shows(t, s, "Samma för de 4 andra på Barn- och utbildningsförvaltningen")
	shows(t, s, "B-systemet, C-systemet, D-systemet, E-systemet")
	uitest.Write(t, s, "Sara")
	s.Window.Canvas().Focused().(fyne.Shortcutable).TypedShortcut(ctrlEnter) // toasts stay
	for _, r := range rs {
		if owner(p, r.ID) != "Sara Öberg" {
			t.Errorf("%s is owned by %q", r.Name(), owner(p, r.ID))
		}
	}
	shows(t, s, "5 besvarade")
	shows(t, s, "Sara Öberg för 5 system")
	uitest.Shortcut(s, &fyne.ShortcutUndo{}) // it was one entry
	for _, r := range rs {
		if owner(p, r.ID) != "" {
			t.Errorf("after undo %s is owned by %q", r.Name(), owner(p, r.ID))
		}
	}
	shows(t, s, "1 av 5 system")
	uitest.Write(t, s, "Sara")
	uitest.Shortcut(s, ctrlEnter)
	for _, b := range uitest.Find[*widgets.Button](s) {
		if uitest.Shows(b, "Ångra alla svar") {
			b.Tapped(&fyne.PointEvent{}) // toasts stay
		}
	}
	shows(t, s, "5 svar är tillbakatagna") // though they were one entry
}

func TestGoingBackChangesAnAnswer(t *testing.T) {
	p, rs := school(t)
	s := open(t, p, system.SystemOwner.Field, ids(rs)...)
	uitest.Write(t, s, "Sara")
	uitest.Press(s, fyne.KeyReturn)
	uitest.Shortcut(s, &desktop.CustomShortcut{KeyName: fyne.KeyLeft, Modifier: fyne.KeyModifierAlt})
	shows(t, s, "Har nu: Sara Öberg")
	uitest.Write(t, s, "Anna")
	uitest.Press(s, fyne.KeyReturn)
	if got := owner(p, rs[0].ID); got != "Anna Ek" {
		t.Errorf("the owner is %q", got)
	}
	shows(t, s, "B-systemet")
}

func TestLevelsAreTypedInARow(t *testing.T) {
	p, rs := school(t)
	s := open(t, p, system.Integrity.Field, ids(rs)...)
	uitest.Write(t, s, "32")
	shows(t, s, "skriv en siffra för vart och ett av K, R, T")
	uitest.Press(s, fyne.KeyReturn) // takes nothing yet
	uitest.Write(t, s, "1")
	uitest.Press(s, fyne.KeyReturn)
	r := p.Get(rs[0].ID)
	if system.Confidentiality.Get(r) != 3 || system.Integrity.Get(r) != 2 || system.Availability.Get(r) != 1 {
		t.Errorf("the class is %v", system.Confidentiality.Get(r))
	}
	uitest.Shortcut(s, &fyne.ShortcutUndo{})
	if r := p.Get(rs[0].ID); r.Get(system.Confidentiality.Field) != nil || r.Get(system.Availability.Field) != nil {
		t.Error("the levels weren't one entry")
	}
}

func TestWhatHappensElsewhereMeanwhileIsTold(t *testing.T) {
	p, rs := school(t)
	s := open(t, p, system.SystemOwner.Field, ids(rs)...)
	sara := p.Named(org.PersonKind, "Sara Öberg")[0].ID
	apptest.Put(t, p, rs[0].ID, system.SystemOwner, []field.Holding{{Person: sara}})
	async.Flush()
	shows(t, s, "A-systemet fick sitt svar på annat håll: Sara Öberg.")
	shows(t, s, "B-systemet")
	if _, err := p.Delete(t.Context(), []field.ID{rs[1].ID}); err != nil {
		t.Fatal(err)
	}
	async.Flush()
	shows(t, s, "Den som visades har tagits bort.")
	shows(t, s, "C-systemet")
	uitest.Write(t, s, "Anna")
	uitest.Press(s, fyne.KeyReturn)
	if got := owner(p, rs[2].ID); got != "Anna Ek" {
		t.Errorf("the owner is %q", got)
	}
}

func TestWhatTheDiskRefusesIsShownAndTriedAgain(t *testing.T) {
	store := apptest.NewStore()
	p := uitest.OpenIn(t, store)
	r := p.Named(system.Kind, "Diariet W3")[0]
	s := open(t, p, system.SystemOwner.Field, r.ID)
	store.FailWith(fault.New(fault.DiskFull, "Disken är full. Inget har ändrats. Frigör utrymme."))
	uitest.Write(t, s, "Anna")
	uitest.Press(s, fyne.KeyReturn)
	shows(t, s, "Allt är inte sparat")
	shows(t, s, "inte sparat än")
	store.FailWith(nil)
	uitest.Tap(t, s, "Försök igen")
	if got := owner(p, r.ID); got != "Anna Ek" {
		t.Errorf("the owner is %q", got)
	}
	if uitest.Shows(uitest.Front(s), "inte sparat än") {
		t.Error("it is still called unsaved")
	}
}

func TestEscapeLeavesForWhereOneCameFrom(t *testing.T) {
	p, rs := school(t)
	s := open(t, p, system.SystemOwner.Field, ids(rs)...)
	uitest.Write(t, s, "Sa")
	uitest.Press(s, fyne.KeyEscape) // lets go of what is typed
	if s.Current() != "guide" {
		t.Fatal("what was typed went with the run")
	}
	uitest.Press(s, fyne.KeyEscape)
	if s.Current() != "overview" {
		t.Errorf("the page is %s", s.Current())
	}
}

func TestTheOverviewAndTheListLeadHere(t *testing.T) {
	p := ownerless(t)
	s := uitest.Window(t, p, app.Services{}, overview.Spec(), systems.Spec(), guide.Spec())
	uitest.Tap(t, s, "41 system utan ägare") // the list of those
	uitest.Tap(t, s, "Utse systemägare, en i taget")
	shows(t, s, "1 av ") // of those whose owners have left
	s.Back()
	if s.Current() != "systems" {
		t.Errorf("back is %s", s.Current())
	}
	s.Go("overview", nil)
	for _, l := range uitest.Find[*widgets.Link](s) {
		if text := uitest.Texts(l); len(text) > 0 && strings.HasPrefix(text[0], "Visa alla") {
			l.Tapped(&fyne.PointEvent{})
			break
		}
	}
	uitest.Tap(t, s, "En i taget")
	if s.Current() != "guide" {
		t.Errorf("the page is %s", s.Current())
	}
}

func TestWhatIsWrittenIsReadAsInTheForm(t *testing.T) {
	p, rs := school(t)
	value := func(f *field.Field, r *field.Record) string { return f.Show(p, f.Value(p, p.Get(r.ID), 0)) }
	s := open(t, p, system.ProcessorSigned.Field, rs[0].ID, rs[1].ID)
	uitest.Write(t, s, "ett datum")
	uitest.Press(s, fyne.KeyReturn)
	if got := value(system.ProcessorSigned.Field, rs[0]); got != "" {
		t.Errorf("what is no day was taken: %q", got)
	}
	shows(t, s, "ett datum") // and is told of
	uitest.Press(s, fyne.KeyEscape)
	uitest.Write(t, s, "1/3 2026")
	uitest.Press(s, fyne.KeyReturn)
	if got := value(system.ProcessorSigned.Field, rs[0]); got != "2026-03-01" {
		t.Errorf("the day is %q", got)
	}
	s.FillIn(system.Users.Field, ids(rs[:2])) // digits are what is written
	uitest.Write(t, s, "12")
	uitest.Press(s, fyne.KeyReturn)
	if got := value(system.Users.Field, rs[0]); got != "12" {
		t.Errorf("there are %q users", got)
	}
	s.FillIn(system.NoticeMonths, ids(rs[:2])) // a view writes in the agreement
	uitest.Write(t, s, "3")
	uitest.Press(s, fyne.KeyReturn)
	if got := value(system.NoticeMonths, rs[0]); got != "3" {
		t.Errorf("the notice is %q", got)
	}
	s.FillIn(system.PersonalData.Field, ids(rs[:2])) // a few words are all offered
	shows(t, s, "Ja, känsliga")
	uitest.Write(t, s, "3")
	if got := value(system.PersonalData.Field, rs[0]); got != "Ja, känsliga" {
		t.Errorf("personal data is %q", got)
	}
}
