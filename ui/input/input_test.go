package input

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"itportfoljen/app/base/date"
	"itportfoljen/ui/widgets"
)

func TestATextCommitsRestoresAndRefuses(t *testing.T) {
	var saved []string
	f := NewText("gammal", "", func(s string) error {
		if s == "fel" {
			return errors.New("Så kan det inte heta.")
		}
		saved = append(saved, s)
		return nil
	})
	field := NewField("Namn", "", f)
	window(t, field, 400, 100)
	f.entry.SetText("ny")
	f.entry.FocusLost()
	f.entry.FocusLost() // unchanged: not saved again
	f.entry.SetText("fel")
	press(f.entry, fyne.KeyReturn)
	if field.Error() == "" {
		t.Error("the refusal doesn't show")
	}
	press(f.entry, fyne.KeyEscape)
	if f.Text() != "ny" || field.Error() != "" {
		t.Errorf("after Escape: %q, %q", f.Text(), field.Error())
	}
	if !slices.Equal(saved, []string{"ny"}) {
		t.Errorf("saved %q", saved)
	}
}

func TestADateReadsTextAndCalendar(t *testing.T) {
	var saved []date.Date
	f := NewDate(20270131, func() date.Date { return 20261121 }, func(d date.Date) error { saved = append(saved, d); return nil })
	field := NewField("Till", "", f)
	win, _ := window(t, field, 400, 500)
	f.text.entry.SetText("2027-02-30")
	_ = f.text.Commit()
	if field.Error() == "" || len(saved) != 0 {
		t.Error("a day that doesn't exist was taken")
	}
	f.text.entry.SetText("2027-03-01")
	_ = f.text.Commit()
	f.Open()
	cal := win.Canvas().Focused().(*Calendar)
	press(cal, fyne.KeyDown, fyne.KeyRight, fyne.KeyReturn)
	f.text.entry.SetText("")
	_ = f.text.Commit()
	if !slices.Equal(saved, []date.Date{20270301, 20270309, 0}) {
		t.Errorf("saved %v", saved)
	}
}

func TestCalendarWeeksBeginOnMonday(t *testing.T) {
	window(t, widgets.NewText("", widgets.Normal), 100, 100)
	for day, want := range map[date.Date]date.Date{20261121: 20261026, 20270101: 20261228, 20270301: 20270301} {
		if got := NewCalendar(day, day, nil).start(); got != want {
			t.Errorf("%v begins with %v, want %v", day, got, want)
		}
	}
}

func TestSelectPicksClearsAndRefuses(t *testing.T) {
	var picked []string
	s := NewSelect([]widgets.Option{{ID: "a", Label: "Alfa"}, {ID: "b", Label: "Beta"}}, "a", func(id string) error {
		if id == "b" {
			return errors.New("Inte den.")
		}
		picked = append(picked, id)
		return nil
	})
	s.Clearable = true
	field := NewField("Val", "", s)
	win, _ := window(t, field, 400, 300)
	choose := func(keys ...fyne.KeyName) {
		s.Open()
		press(win.Canvas().Focused(), keys...)
	}
	choose(fyne.KeyDown, fyne.KeyReturn) // from Alfa, which is marked, to Beta
	if s.Value() != "a" || field.Error() == "" {
		t.Errorf("refused choice: %q, %q", s.Value(), field.Error())
	}
	choose(fyne.KeyUp, fyne.KeyReturn) // Ingen
	if s.Value() != "" || !slices.Equal(picked, []string{""}) {
		t.Errorf("cleared: %q, %q", s.Value(), picked)
	}
	s.Open()
	press(win.Canvas().Focused(), fyne.KeyEscape)
	if win.Canvas().Overlays().Top() != nil {
		t.Error("Escape leaves the list open")
	}
}

func TestPickerSearchesAndCreates(t *testing.T) {
	var asked, created, picked string
	p := NewPicker(widgets.Option{}, func(q string) []widgets.Option { asked = q; return []widgets.Option{{ID: "1", Label: "Anna Ek"}} }, func(id string) error { picked = id; return nil }, func(q string) error { created = q; return nil })
	win, _ := window(t, p, 400, 300)
	p.Open()
	test.Type(win.Canvas().Focused(), "Åsa")
	press(win.Canvas().Focused(), fyne.KeyDown, fyne.KeyReturn)
	if asked != "Åsa" || created != "Åsa" {
		t.Errorf("asked %q, created %q", asked, created)
	}
	p.Open()
	press(win.Canvas().Focused(), fyne.KeyReturn)
	if picked != "1" || p.Value() != "1" {
		t.Errorf("picked %q", picked)
	}
}

// TestAnEmptyListThatCanBeWrittenInSaysSo: nothing is found is no way on.
func TestAnEmptyListThatCanBeWrittenInSaysSo(t *testing.T) {
	none := func(string) []widgets.Option { return nil }
	p := NewPicker(widgets.Option{}, none, func(string) error { return nil }, func(string) error { return nil })
	m := NewMultiPicker(nil, none, func([]string) error { return nil }, func(string) error { return nil })
	win, _ := window(t, widgets.VStack(8, p, m), 400, 300)
	for _, open := range []func(){p.Open, m.Open} {
		open()
		got := ""
		for _, o := range test.LaidOutObjects(win.Canvas().Overlays().Top()) {
			if o, ok := o.(*canvas.Text); ok {
				got += o.Text + " "
			}
		}
		if !strings.Contains(got, "Skriv, så läggs det till") || strings.Contains(got, "Inget hittades") {
			t.Errorf("it says %q", got)
		}
		win.Canvas().Overlays().Top().(*widgets.Overlay).Close()
	}
}

// TestWhatIsTypedOnAClosedChoiceIsLookedFor: nothing of it is lost.
func TestWhatIsTypedOnAClosedChoiceIsLookedFor(t *testing.T) {
	asked := ""
	find := func(q string) []widgets.Option { asked = q; return []widgets.Option{{ID: "1", Label: "Örjan Ek"}} }
	for name, o := range map[string]fyne.CanvasObject{
		"picker":   NewPicker(widgets.Option{}, find, nil, nil),
		"multiple": NewMultiPicker(nil, find, nil, nil),
	} {
		asked = ""
		win, _ := window(t, o, 400, 300)
		win.Canvas().Focus(o.(fyne.Focusable))
		for _, r := range " örj" {
			win.Canvas().Focused().TypedRune(r)
		}
		if asked != "örj" {
			t.Errorf("%s: looked for %q", name, asked)
		}
	}
	short := NewSelect([]widgets.Option{{ID: "a", Label: "Alfa"}, {ID: "b", Label: "Beta"}}, "a", nil)
	win, _ := window(t, short, 400, 300)
	win.Canvas().Focus(short)
	short.TypedRune('b')
	press(win.Canvas().Focused(), fyne.KeyReturn)
	if short.Value() != "b" {
		t.Errorf("the letter went to %q", short.Value())
	}
}

func TestMultiPickerAddsAndRemoves(t *testing.T) {
	var ids []string
	m := NewMultiSelect([]widgets.Option{{ID: "a", Label: "Alfa"}, {ID: "b", Label: "Beta"}}, []string{"a"}, func(now []string) error { ids = now; return nil })
	win, _ := window(t, m, 300, 300)
	m.Open()
	press(win.Canvas().Focused(), fyne.KeyDown, fyne.KeyReturn)
	if !slices.Equal(ids, []string{"a", "b"}) {
		t.Errorf("added: %v", ids)
	}
	press(win.Canvas().Focused(), fyne.KeyEscape)
	test.Tap(m.chips[0])
	if !slices.Equal(ids, []string{"b"}) {
		t.Errorf("removed: %v", ids)
	}
}

func TestACheckIsTickedUnlessRefused(t *testing.T) {
	var seen []bool
	c := NewCheck("SSO", false, func(on bool) error { seen = append(seen, on); return nil })
	window(t, c, 200, 40)
	for range 2 {
		test.Tap(c)
	}
	if !slices.Equal(seen, []bool{true, false}) {
		t.Errorf("%v", seen)
	}
	c.OnChange = func(bool) error { return errors.New("nej") }
	test.Tap(c)
	if c.On() {
		t.Error("a refused tick stayed")
	}
}

func TestThePalettePicksByKeyboard(t *testing.T) {
	win, _ := window(t, widgets.NewText("", widgets.Normal), 800, 600)
	picked := ""
	ShowPalette(win.Canvas(), "Sök", func(q string) []PaletteItem {
		return []PaletteItem{{ID: "1", Title: q + "1"}, {ID: "2", Title: q + "2"}}
	}, func(it PaletteItem) { picked = it.Title })
	test.Type(win.Canvas().Focused(), "h")
	press(win.Canvas().Focused(), fyne.KeyDown, fyne.KeyReturn)
	if picked != "h2" {
		t.Errorf("picked %q", picked)
	}
}

func TestChooserTicksAndOrders(t *testing.T) {
	var got []ColumnChoice
	c := NewColumnChooser([]ColumnChoice{{ID: "a", Title: "A"}, {ID: "b", Title: "B"}}, func(now []ColumnChoice) { got = now })
	window(t, c, 400, 500)
	c.swap(1, 0)
	if got[0].ID != "b" {
		t.Errorf("%v", got)
	}
	c.swap(0, -1)
	if c.Items()[0].ID != "b" {
		t.Error("moved out of the list")
	}
}

func TestTabPassesByWhatDoesNothing(t *testing.T) {
	search := NewSearch("Sök", "Ctrl K", nil)
	opened := 0
	search.OnOpen = func() { opened++ }
	figure := widgets.NewKeyFigure("System", "83", "", widgets.Normal, nil)
	last := widgets.NewButton("Sist", func() {})
	win, _ := window(t, widgets.VStack(4, search, figure, last), 300, 300)
	win.Canvas().FocusNext()
	press(win.Canvas().Focused(), fyne.KeyReturn)
	win.Canvas().FocusNext()
	if win.Canvas().Focused() != fyne.Focusable(last) || opened != 1 {
		t.Errorf("focus is on %T, opened %d", win.Canvas().Focused(), opened)
	}
}

func TestTheKeyboardBringsAFieldIntoView(t *testing.T) {
	f := NewText("", "", nil)
	win, _ := window(t, widgets.VStack(0, widgets.MinSize(900, 700, widgets.NewText("", widgets.Normal)), f), 500, 300)
	if win.Canvas().Focus(f.Target()); widgets.PositionOf(f).Y+f.Size().Height > 300 {
		t.Errorf("the field is at %v", widgets.PositionOf(f))
	}
}

// TestASearchGivesWayInANarrowRow: what stands after it isn't cut off.
func TestASearchGivesWayInANarrowRow(t *testing.T) {
	last := widgets.NewButton("Kolumner", nil)
	row := widgets.HStack(8, NewSearch("Filtrera", "", nil), last)
	wide := row.MinSize().Width
	for _, short := range []float32{-40, 0, 60} {
		row.Resize(fyne.NewSize(wide-short, 40))
		if end := last.Position().X + last.Size().Width; end > wide-short+1 {
			t.Errorf("%.0f too narrow: the button ends at %.0f of %.0f", short, end, wide-short)
		}
	}
}

func TestASearchMarksWhatAnswersBest(t *testing.T) {
	options := []widgets.Option{
		{ID: "ansvarig", Label: "Driftansvarig", Group: "Roller"}, {ID: "budget", Label: "Driftbudget 2027", Group: "Kostnad"}, {ID: "utfall", Label: "Driftutfall 2027", Group: "Kostnad"},
		{ID: "kvartal", Label: "Nästa kvartal", Group: "Tid"}, {ID: "ar", Label: "Nästa år", Group: "Tid"}, {ID: "anna", Label: "Anna Ek"}, {ID: "hanna", Label: "Hanna Ek"},
	}
	for query, want := range map[string]string{
		"driftb": "budget", "nästa år": "ar kvartal", "nasta ar": "ar kvartal", "drift": "ansvarig budget utfall", "driftbuget": "budget", "anna": "anna hanna", "zzz": "",
		" ": "ansvarig budget utfall kvartal ar anna hanna",
	} {
		var got []string
		for _, o := range Matching(options, query) {
			got = append(got, o.ID)
		}
		if s := strings.Join(got, " "); s != want {
			t.Errorf("%q finds %q, want %q", query, s, want)
		}
	}
}
