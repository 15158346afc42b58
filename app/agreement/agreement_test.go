package agreement_test

import (
	"context"
	"slices"
	"strings"
	"testing"
	"time"

	"itportfoljen/app"
	"itportfoljen/app/agreement"
	"itportfoljen/app/apptest"
	"itportfoljen/app/base/date"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/field"
	"itportfoljen/app/governance"
	"itportfoljen/app/insight"
	"itportfoljen/app/system"
)

var (
	ctx   = context.Background()
	today = apptest.Today // 2026-11-21
)

func TestAgreementStands(t *testing.T) {
	p := apptest.Empty(t)
	end, notice, renewal := agreement.End, agreement.NoticeMonths, agreement.RenewalMonths
	none := int64(0)
	for _, c := range []struct {
		name     string
		puts     []any
		text     string
		tone     field.Tone
		noticeBy field.Value
		said     string // in the place of the notice day
	}{
		{"none", nil, "", field.Plain, nil, ""},
		{"until further notice", []any{agreement.TermsText, "Tills vidare, 3 mån"}, "löpande", field.Quiet, nil, ""},
		{"running", []any{agreement.TermsText, "LÖPANDE"}, "löpande", field.Quiet, nil, ""},
		{"until further notice, but an end", []any{agreement.TermsText, "tills vidare", end, today, notice, none}, "2026-11-21", field.Bad, today, "2026-11-21"},
		{"yesterday", []any{end, today.AddDays(-1), notice, none}, "2026-11-20 passerat", field.Bad, today.AddDays(-1), "2026-11-20"},
		{"in a month", []any{end, today.AddMonths(1), notice, none}, "2026-12-21", field.Bad, today.AddMonths(1), "2026-12-21"},
		{"in a month and a day", []any{end, today.AddMonths(1).AddDays(1), notice, none}, "2026-12-22", field.Warn, today.AddMonths(1).AddDays(1), "2026-12-22"},
		{"in half a year", []any{end, today.AddMonths(6), notice, none}, "2027-05-21", field.Warn, today.AddMonths(6), "2027-05-21"},
		{"later", []any{end, today.AddMonths(6).AddDays(1), notice, none}, "2027-05-22", field.Good, today.AddMonths(6).AddDays(1), "2027-05-22"},
		{"later, but notice soon", []any{end, today.AddMonths(13), notice, int64(12)}, "2027-12-21", field.Bad, today.AddMonths(1), "2026-12-21"},
		{"renewed", []any{end, date.Of(2025, 8, 28), notice, int64(2), renewal, int64(12)}, "2027-08-28", field.Good, date.Of(2027, 6, 28), "2027-06-28"},
		{"notice at a month's end", []any{end, date.Of(2027, 8, 31), notice, int64(6)}, "2027-08-31", field.Warn, date.Of(2027, 2, 28), "2027-02-28"},
		{"odd months", []any{end, today.AddMonths(9), notice, int64(-3), renewal, int64(-12)}, "2027-08-21", field.Good, today.AddMonths(9), "2027-08-21"},
		{"notice unknown", []any{end, today.AddMonths(6).AddDays(1)}, "2027-05-22", field.Good, nil, "uppsägningstid saknas"},
		{"notice unknown, ends soon", []any{end, today.AddMonths(1)}, "2026-12-21", field.Bad, nil, "uppsägningstid saknas"},
		{"notice unknown, renewed", []any{end, date.Of(2025, 8, 28), renewal, int64(12)}, "2027-08-28", field.Good, nil, "uppsägningstid saknas"},
	} {
		r := apptest.Record(p, agreement.Kind, c.puts...)
		s, ok := agreement.End.Standing(p, r)
		if s.Text != c.text || s.Tone != c.tone || ok != (c.text != "") {
			t.Errorf("%s: %+v %v, want %q %v", c.name, s, ok, c.text, c.tone)
		}
		if got := agreement.NoticeBy.Value(p, r, 0); !field.Equal(got, c.noticeBy) {
			t.Errorf("%s: notice by %v, want %v", c.name, got, c.noticeBy)
		}
		if got := agreement.NoticeBy.Read(p, r, 0); got != c.said {
			t.Errorf("%s: the notice day reads %q, want %q", c.name, got, c.said)
		}
		if got := agreement.Running(r); got != (c.text == "löpande") {
			t.Errorf("%s: running %v", c.name, got)
		}
	}
}

func TestOrganisationsnummer(t *testing.T) {
	p := apptest.Empty(t)
	for _, c := range []struct{ typed, want string }{
		{"556012-5790", "556012-5790"}, {"5560125790", "556012-5790"}, {" 556012 5790 ", "556012-5790"}, {"165560125790", "556012-5790"},
		{"SE556012579001", "556012-5790"}, {"212000-0142", "212000-0142"},
		{"556012-5791", ""}, {"55601257", ""}, {"556012-5790x", ""}, {"EU556012579001", ""}, {"okänt", ""}, {"", ""},
	} {
		v, _, err := agreement.SupplierNumber.Parse(p, c.typed, 0)
		got, _ := v.(string)
		if got != c.want || (err != nil) != (c.want == "" && c.typed != "") {
			t.Errorf("%q is read as %q, %v", c.typed, got, err)
		}
	}
}

// at is a portfolio on a day.
type at struct {
	*testing.T
	day date.Date
	p   *app.Portfolio
}

func (a *at) do(what func(tx *field.Tx) error) error {
	_, err := a.p.Do(ctx, func(tx *field.Tx) (string, error) { return "Prov", what(tx) })
	return err
}

func (a *at) must(what func(tx *field.Tx) error) {
	a.Helper()
	if err := a.do(what); err != nil {
		a.Fatal(err)
	}
}

// TestTheYearOfAnAgreement: signed, notice coming near, renewed, given notice of, and
// ended, day by day.
func TestTheYearOfAnAgreement(t *testing.T) {
	store := apptest.NewStore()
	a := &at{T: t, p: apptest.OpenIn(t, store)}
	sys := a.p.Named(system.Kind, "Lönesystemet")[0]
	id := apptest.Add(t, a.p, agreement.Kind, agreement.Name, "Lönedrift", agreement.State, agreement.Planned, agreement.Start, date.Of(2026, 1, 1), agreement.End, date.Of(2026, 12, 31),
		agreement.NoticeMonths, int64(3), agreement.RenewalMonths, int64(12)).ID
	apptest.Add(t, a.p, agreement.CoverKind, agreement.CoverOf, id, agreement.Covered, sys.ID)

	newID := app.UUIDs(time.Now)
	on := func(day date.Date) {
		t.Helper()
		a.day = day
		d := apptest.Deps(store.Another())
		d.Today = func() date.Date { return day }
		d.NewID = newID
		p, err := app.Open(ctx, d)
		if err != nil {
			t.Fatal(err)
		}
		a.p = p
	}
	holds := func(state, until, by string) {
		t.Helper()
		r := a.p.Get(id)
		end, _ := agreement.Dates(r, a.p.Today())
		if got := agreement.State.Get(r); got != state || end.String() != until || agreement.NoticeBy.Read(a.p, r, 0) != by {
			t.Errorf("on %s it is %s until %s, notice by %s; want %s, %s, %s", a.day, got, end, agreement.NoticeBy.Read(a.p, r, 0), state, until, by)
		}
		if shown := system.AgreementEnd.Value(a.p, a.p.Get(sys.ID), 0); state != agreement.Concluded && shown != field.Value(agreement.End.Get(r)) {
			t.Errorf("on %s the system shows %v", a.day, shown)
		}
	}
	on(date.Of(2025, 12, 15))
	holds(agreement.Planned, "2026-12-31", "2026-09-30")
	a.must(func(tx *field.Tx) error {
		return agreement.Sign(tx, id, governance.Step{Reference: "KS 2025/7", Role: "IT-chef"})
	})
	on(date.Of(2026, 9, 30)) // the last day
	holds(agreement.Signed, "2026-12-31", "2026-09-30")
	on(date.Of(2026, 10, 1)) // the day after it goes on by itself
	holds(agreement.Signed, "2027-12-31", "2027-09-30")
	a.must(func(tx *field.Tx) error { return agreement.Renew(tx, id, date.Of(2028, 6, 30)) })
	holds(agreement.Signed, "2028-06-30", "2028-03-30")
	if err := a.do(func(tx *field.Tx) error { return agreement.Renew(tx, id, date.Of(2028, 6, 30)) }); fault.CodeOf(err) != fault.Invalid {
		t.Errorf("renewed to the same day: %v", err)
	}
	on(date.Of(2028, 4, 15)) // too late for this end
	a.must(func(tx *field.Tx) error { return agreement.GiveNotice(tx, id, governance.Step{Role: "IT-chef"}) })
	holds(agreement.GivenUp, "2029-06-30", "")
	if got := agreement.NoticeOn.Get(a.p.Get(id)); got != a.day {
		t.Errorf("notice was given %s", got)
	}
	if err := a.do(func(tx *field.Tx) error { return agreement.Renew(tx, id, 0) }); fault.CodeOf(err) != fault.Conflict {
		t.Errorf("renewed though notice has been given: %v", err)
	}
	on(date.Of(2029, 6, 30)) // it doesn't roll any more
	holds(agreement.GivenUp, "2029-06-30", "")
	on(date.Of(2029, 7, 2))
	a.must(func(tx *field.Tx) error { return agreement.Conclude(tx, id, governance.Step{}) })
	holds(agreement.Concluded, "2029-06-30", "")
	if got := system.AgreementEnd.Value(a.p, a.p.Get(sys.ID), 0); !field.IsEmpty(got) {
		t.Errorf("the system still shows %v", got)
	}
	said := a.p.Pointing(governance.DecisionOf.Field, id)
	var steps []string
	for _, d := range said {
		steps = append(steps, governance.DecisionOn.Get(d).String()+" "+governance.DecisionFrom.Get(d)+"→"+governance.DecisionTo.Get(d))
	}
	if got := strings.Join(steps, ", "); got != "2025-12-15 Under beredning→Gäller, 2028-04-15 Gäller→Uppsagt, 2029-07-02 Uppsagt→Avslutat" {
		t.Errorf("written down: %s", got)
	}
}

// TestASystemsAgreement: none is made when something is written, one of its own is
// changed, and others are shown.
func TestASystemsAgreement(t *testing.T) {
	p := apptest.Open(t)
	sys := p.Named(system.Kind, "Lönesystemet")[0]
	other := p.Named(system.Kind, "Diariet W3")[0]
	set := func(f *field.Field, v field.Value) error {
		_, err := p.Set(ctx, sys.ID, field.Column{Field: f}, v)
		return err
	}
	shows := func(f *field.Field, v field.Value) {
		t.Helper()
		if got := f.Value(p, p.Get(sys.ID), 0); !field.Equal(got, v) {
			t.Errorf("%s shows %v, not %v", f.Label, got, v)
		}
	}
	count := func(want int) {
		t.Helper()
		if got := len(p.All(agreement.Kind)); got != want || len(p.All(agreement.CoverKind)) < want {
			t.Errorf("%d agreements covering %d, want %d", got, len(p.All(agreement.CoverKind)), want)
		}
	}
	apptest.Put(t, p, sys.ID, system.Supplier, apptest.Supplier(t, p, "Nordkod AB"))
	if err := set(system.AgreementEnd, today); err != nil {
		t.Fatal(err)
	}
	count(1)
	a := p.All(agreement.Kind)[0]
	if a.Name() != "Avtal Lönesystemet" || p.Label(agreement.Supplier.Get(a)) != "Nordkod AB" || agreement.Unit.Get(a) != system.OwnerUnit.Get(sys) || agreement.State.Get(a) != agreement.Signed {
		t.Errorf("it made %s with %s", a.Name(), p.Label(agreement.Supplier.Get(a)))
	}
	if err := set(system.NoticeMonths, int64(3)); err != nil {
		t.Fatal(err)
	}
	count(1)
	shows(system.AgreementEnd, today)
	shows(system.NoticeBy, today.AddMonths(-3))
	for _, f := range []*field.Field{system.AgreementEnd, system.NoticeMonths} { // emptied, nothing is left of it
		if err := set(f, nil); err != nil {
			t.Fatal(err)
		}
	}
	count(0)
	if err := set(system.AgreementRef, "KS 2026/1"); err != nil {
		t.Fatal(err)
	}
	if _, err := p.Undo(ctx); err != nil {
		t.Fatal(err)
	}
	count(0)
	if _, err := p.Redo(ctx); err != nil {
		t.Fatal(err)
	}
	count(1)
	shows(system.AgreementRef, "KS 2026/1")

	// Shared with another: shown, and changed where it is.
	id := p.All(agreement.Kind)[0].ID
	apptest.Add(t, p, agreement.CoverKind, agreement.CoverOf, id, agreement.Covered, other.ID)
	if err := set(system.AgreementRef, "KS 2026/2"); fault.CodeOf(err) != fault.Conflict || !strings.Contains(err.Error(), p.Get(id).Ref) {
		t.Errorf("a shared one was changed from a system: %v", err)
	}
	if err := set(system.AgreementRef, "KS 2026/1"); err != nil {
		t.Errorf("the same again: %v", err)
	}
	// A second one, that must be thought of earlier.
	second := apptest.Add(t, p, agreement.Kind, agreement.Name, "Konsulter", agreement.End, today.AddMonths(2), agreement.NoticeMonths, int64(1), agreement.State, agreement.Signed)
	apptest.Add(t, p, agreement.CoverKind, agreement.CoverOf, second.ID, agreement.Covered, sys.ID)
	shows(system.AgreementEnd, today.AddMonths(2))
	shows(system.NoticeBy, today.AddMonths(1))
	if s, ok := system.AgreementEnd.Standing(p, p.Get(sys.ID)); !ok || s.Text != "2027-01-21 (2 avtal)" || s.Tone != field.Bad {
		t.Errorf("it stands as %+v", s)
	}
	if err := set(system.AgreementEnd, today); fault.CodeOf(err) != fault.Conflict || !strings.Contains(err.Error(), "2 avtal") {
		t.Errorf("one of two was changed: %v", err)
	}
	// What shows it is told.
	var told app.Event
	stop := p.Subscribe(func(e app.Event) { told = e })
	apptest.Put(t, p, second.ID, agreement.Number, "KS 2026/9")
	if !told.Records[sys.ID] || !told.Touches(system.Kind) || told.Records[other.ID] {
		t.Errorf("told of %v", told.Records)
	}
	stop()
	// When what is covered goes, the agreement stays.
	if _, err := p.Delete(ctx, []field.ID{sys.ID}); err != nil {
		t.Fatal(err)
	}
	if len(p.All(agreement.Kind)) != 2 || len(agreement.Covers(p, second.ID)) != 0 {
		t.Error("the agreements went with the system")
	}
	if err := p.Check(ctx); err != nil {
		t.Error(err)
	}
}

func TestSharesAreOfAWhole(t *testing.T) {
	p := apptest.Open(t)
	id := apptest.Add(t, p, agreement.Kind, agreement.Name, "Licenser").ID
	var rows []field.ID
	for _, s := range p.All(system.Kind)[:3] {
		rows = append(rows, apptest.Add(t, p, agreement.CoverKind, agreement.CoverOf, id, agreement.Covered, s.ID).ID)
	}
	share := func(i int, n int64) error {
		_, err := p.Set(ctx, rows[i], field.Column{Field: agreement.CoverShare.Field}, n)
		return err
	}
	for i, n := range []int64{50, 30} {
		if err := share(i, n); err != nil {
			t.Fatal(err)
		}
	}
	if err := share(2, 21); fault.CodeOf(err) != fault.Invalid || !strings.Contains(err.Error(), "101 %") {
		t.Errorf("more than the whole: %v", err)
	}
	if err := share(2, -1); fault.CodeOf(err) != fault.Invalid {
		t.Errorf("less than nothing: %v", err)
	}
	if err := share(2, 10); err != nil { // the rest comes
		t.Fatal(err)
	}
	tells := func() bool {
		return slices.ContainsFunc(insight.Todos(p), func(t insight.Todo) bool { return t.Rule == "shares" && t.Records[0] == id })
	}
	if !tells() {
		t.Error("nobody says that the shares are too little")
	}
	if err := share(2, 20); err != nil {
		t.Fatal(err)
	}
	if tells() {
		t.Error("the shares are told of though they are the whole")
	}
	twice := apptest.Record(p, agreement.CoverKind, agreement.CoverOf, id, agreement.Covered, p.All(system.Kind)[0].ID)
	if _, err := p.CreateAll(ctx, "Prov", []*field.Record{twice}); fault.CodeOf(err) != fault.Conflict {
		t.Errorf("covered twice: %v", err)
	}
	_, err := p.Set(ctx, id, field.Column{Field: agreement.Start.Field}, today)
	if err == nil {
		_, err = p.Set(ctx, id, field.Column{Field: agreement.End.Field}, today.AddDays(-1))
	}
	if fault.CodeOf(err) != fault.Invalid {
		t.Errorf("it ends before it begins: %v", err)
	}
}
