package intake_test

import (
	"fmt"
	"strings"
	"testing"

	"itportfoljen/app/agreement"
	"itportfoljen/app/base/date"
	"itportfoljen/app/exchange/intake"
	"itportfoljen/app/exchange/intake/intaketest"
	"itportfoljen/app/system"
)

// TestOneBadRowStopsNoOther: what can't be so is told of its row or cell, and the rest
// is read.
func TestOneBadRowStopsNoOther(t *testing.T) {
	w := intaketest.New()
	terms := func(lines ...string) *intake.Result {
		return imported(t, w, book(table("Avtal", append([]string{"Avtal|Avtal från|Avtal till|Diarienummer"}, lines...)...)), intake.Options{Kind: agreement.Kind})
	}
	r := terms("Ett|2027-01-01|2028-12-31|D1", "Två|2028-12-31|2027-01-01|D2", "Tre|2027-01-01||D3")
	if r.New != 2 || len(r.Skipped()) != 1 || r.Skipped()[0].Number != 3 || !strings.Contains(r.Skipped()[0].Reason, "slutar 2027-01-01, före dagen då det börjar") {
		t.Errorf("%d new, passed over %+v", r.New, r.Skipped())
	}
	if strings.Contains(fmt.Sprint(r.Skipped()), "Inget har ändrats") {
		t.Error("the other rows are read")
	}
	r = terms("Ett|2029-01-01|2030-12-31|D9", "Tre||2026-01-01|D8") // the new start alone would be after the end
	one := only(t, w, agreement.Kind, "Ett")
	if agreement.Start.Get(one) != day("2029-01-01") || agreement.End.Get(one) != day("2030-12-31") {
		t.Errorf("%s to %s", agreement.Start.Get(one), agreement.End.Get(one))
	}
	three := only(t, w, agreement.Kind, "Tre")
	if len(r.Errors) != 1 || r.Errors[0].Row != 3 || r.Errors[0].Column != "Avtal till" || r.Changed != 2 || agreement.Number.Get(three) != "D8" || !agreement.End.Get(three).IsZero() {
		t.Errorf("%d changed, %+v, %v", r.Changed, r.Errors, agreement.Number.Get(three))
	}

	r = imported(t, w, book(table("System", "System|Avtal från|Avtal till|Uppsägningstid, månader", "A|2028-01-01|2027-01-01|3", "B|2027-01-01|2027-12-31|6")), intake.Options{})
	if r.New != 2 || len(r.Errors) != 1 || r.Errors[0].Row != 2 || r.Errors[0].Column != "Avtal till" {
		t.Errorf("%d new, %+v", r.New, r.Errors)
	}
	a := agreement.Ruling(w, only(t, w, system.Kind, "A").ID)
	if a == nil || agreement.Start.Get(a) != day("2028-01-01") || !agreement.End.Get(a).IsZero() || agreement.NoticeMonths.Get(a) != 3 {
		t.Errorf("A has %v", a)
	}
}

func day(s string) date.Date {
	d, err := date.ParseDay(s)
	if err != nil {
		panic(err)
	}
	return d
}
