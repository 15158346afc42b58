package agreements_test

import (
	"testing"

	"itportfoljen/app"
	"itportfoljen/app/agreement"
	"itportfoljen/app/apptest"
	"itportfoljen/app/base/date"
	"itportfoljen/app/system"
	"itportfoljen/ui/input"
	"itportfoljen/ui/pages/agreements"
	"itportfoljen/ui/pages/systems"
	"itportfoljen/ui/shell"
	"itportfoljen/ui/uitest"
)

func open(t *testing.T, p *app.Portfolio) *shell.Shell {
	t.Helper()
	s := uitest.Window(t, p, app.Services{}, systems.Spec(), agreements.Spec())
	s.Go("agreements", nil)
	return s
}

// TestAnAgreementIsRenewedAndGivenNoticeOf: what can be done stands under its terms, and
// only that.
func TestAnAgreementIsRenewedAndGivenNoticeOf(t *testing.T) {
	p := uitest.Open(t)
	today := p.Today()
	a := apptest.Add(t, p, agreement.Kind, agreement.Name, "Lönedrift", agreement.State, agreement.Signed, agreement.End, today.AddMonths(8), agreement.NoticeMonths, int64(3), agreement.RenewalMonths, int64(24))
	s := open(t, p)
	s.Open(a.ID)
	uitest.Tap(t, s, "Villkor")
	if uitest.CanTap(s, "Teckna …") {
		t.Error("what is signed can be signed")
	}
	uitest.Tap(t, s, "Förläng …")
	if got := uitest.Find[*input.Date](s); len(got) == 0 {
		t.Fatal("no day is asked for")
	}
	uitest.Tap(t, s, "Förläng")
	if got := agreement.End.Get(p.Get(a.ID)); got != today.AddMonths(8).AddMonths(24) {
		t.Errorf("it ends %s", got)
	}
	uitest.Tap(t, s, "Säg upp …")
	uitest.Tap(t, s, "Säg upp")
	if r := p.Get(a.ID); agreement.State.Get(r) != agreement.GivenUp || agreement.NoticeOn.Get(r) != today {
		t.Errorf("it is %s since %s", agreement.State.Get(r), agreement.NoticeOn.Get(r))
	}
	if uitest.CanTap(s, "Säg upp …") || !uitest.CanTap(s, "Avsluta …") {
		t.Error("what can be done isn't as it stands")
	}
	s.Undo()
	if agreement.State.Get(p.Get(a.ID)) != agreement.Signed {
		t.Error("it isn't undone")
	}
}

// TestAnOptionIsUsed: the button is there as long as there is one, and the supplier may give
// notice too.
func TestAnOptionIsUsed(t *testing.T) {
	p := uitest.Open(t)
	today := p.Today()
	a := apptest.Add(t, p, agreement.Kind, agreement.Name, "Lönedrift", agreement.State, agreement.Signed, agreement.End, today.AddMonths(8), agreement.NoticeMonths, int64(3),
		agreement.Renewal, agreement.Never, agreement.TheirMonths, int64(6))
	apptest.Add(t, p, agreement.OptionKind, agreement.OptionOf, a.ID, agreement.OptionMonths, int64(12), agreement.OptionDay, today.AddMonths(2))
	sla := apptest.Add(t, p, agreement.Kind, agreement.Name, "SLA för lönedriften", agreement.Type, agreement.Service, agreement.Parent, a.ID)
	s := open(t, p)
	s.Open(a.ID)
	uitest.Tap(t, s, "Översikt")
	if !uitest.CanTap(s, sla.Name()) {
		t.Error("what lies under it isn't shown")
	}
	uitest.Tap(t, s, "Villkor")
	if uitest.CanTap(s, "Förläng …") {
		t.Error("what isn't renewed can be")
	}
	uitest.Tap(t, s, "Utnyttja option …")
	uitest.Tap(t, s, "Utnyttja option")
	if got := agreement.End.Get(p.Get(a.ID)); got != today.AddMonths(20) {
		t.Errorf("it ends %s", got)
	}
	if uitest.CanTap(s, "Utnyttja option …") {
		t.Error("the option can be used again")
	}
	uitest.Tap(t, s, "Leverantören har sagt upp …")
	uitest.Tap(t, s, "Leverantören har sagt upp")
	if r := p.Get(a.ID); agreement.State.Get(r) != agreement.GivenUp || agreement.NoticeFrom.Get(r) != agreement.Theirs {
		t.Errorf("it is %s by %s", agreement.State.Get(r), agreement.NoticeFrom.Get(r))
	}
}

// TestTwoSuppliersAreMadeOne after a question, and back again.
func TestTwoSuppliersAreMadeOne(t *testing.T) {
	p := uitest.Open(t)
	keep, gone := apptest.Supplier(t, p, "Nordkod AB"), apptest.Supplier(t, p, "Nordkod")
	apptest.Supplier(t, p, "Tieto")
	sys := apptest.Put(t, p, p.All(system.Kind)[0].ID, system.Supplier, gone, system.AgreementEnd, date.Of(2028, 1, 1))
	s := open(t, p)
	s.Open(keep)
	if uitest.CanTap(s, "Slå ihop med Tieto …") {
		t.Error("another may be the same")
	}
	uitest.Tap(t, s, "Slå ihop med Nordkod …")
	uitest.Tap(t, s, "Slå ihop")
	if system.Supplier.Get(p.Get(sys.ID)) != keep || agreement.Supplier.Get(agreement.Ruling(p, sys.ID)) != keep || p.Get(gone) != nil {
		t.Error("they aren't one")
	}
	if !uitest.Shows(s.Window.Content(), sys.Name()) {
		t.Error("its systems aren't shown")
	}
	s.Undo()
	if system.Supplier.Get(p.Get(sys.ID)) != gone || p.Get(gone) == nil {
		t.Error("they aren't two again")
	}
}

// TestWhatSeveralAgreementsSayIsChangedThere: a system with two shows the first, and how
// many there are, and follows when one of them ends.
func TestWhatSeveralAgreementsSayIsChangedThere(t *testing.T) {
	p := uitest.Open(t)
	sys := apptest.Put(t, p, p.All(system.Kind)[0].ID, system.AgreementEnd, date.Of(2029, 1, 31))
	second := apptest.Add(t, p, agreement.Kind, agreement.Name, "Konsulter", agreement.State, agreement.Signed, agreement.End, date.Of(2028, 5, 31))
	apptest.Add(t, p, agreement.CoverKind, agreement.CoverOf, second.ID, agreement.Covered, sys.ID)
	s := open(t, p)
	s.Open(sys.ID)
	uitest.Tap(t, s, "Avtal")
	if !uitest.Shows(s.Window.Content(), "2028-05-31 (2 avtal)") || !uitest.Shows(s.Window.Content(), "ändra i dem") || len(uitest.Find[*input.Date](s)) != 0 {
		t.Errorf("it shows %q", uitest.Texts(s.Window.Content()))
	}
	apptest.Put(t, p, second.ID, agreement.State, agreement.Concluded)
	if uitest.Shows(s.Window.Content(), "(2 avtal)") || len(uitest.Find[*input.Date](s)) == 0 {
		t.Errorf("with one left it shows %q", uitest.Texts(s.Window.Content()))
	}
}
