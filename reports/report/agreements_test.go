package report

import (
	"testing"

	"itportfoljen/app/agreement"
	"itportfoljen/app/base/date"
	"itportfoljen/app/field"
	"itportfoljen/app/insight"
	"itportfoljen/reports/pdf"
)

// What is said of an agreement goes by the day of the report, and by whether notice is given.
func TestAnAgreementsDaysAreTold(t *testing.T) {
	today := date.Of(2026, 11, 28)
	j := &Job{Date: today}
	for name, c := range map[string]struct {
		state       string
		end, notice date.Date
		expired     bool
		ends, by    string
	}{
		"far off":        {agreement.Signed, today.AddDays(400), today.AddDays(31), false, "2028-01-02", "2026-12-29"},
		"near":           {agreement.Signed, today.AddDays(400), today.AddDays(30), false, "2028-01-02", "2026-12-28, om 30 dagar"},
		"tomorrow":       {agreement.Signed, today.AddDays(400), today.AddDays(1), false, "2028-01-02", "2026-11-29, om 1 dag"},
		"today":          {agreement.Signed, today.AddDays(400), today, false, "2028-01-02", "2026-11-28, i dag"},
		"passed":         {agreement.Signed, today.AddDays(400), today.AddDays(-1), false, "2028-01-02", "2026-11-27, passerad"},
		"not known":      {agreement.Signed, today.AddDays(400), 0, false, "2028-01-02", agreement.NoticeUnknown},
		"notice given":   {agreement.GivenUp, today.AddDays(400), today.AddDays(20), false, "2028-01-02", "uppsagt"},
		"has ended":      {agreement.Signed, today.AddDays(-1), today.AddDays(-90), true, "2026-11-27, har gått ut", None},
		"without an end": {agreement.Signed, 0, 0, false, None, agreement.NoticeUnknown},
	} {
		a := insight.Agreement{Record: field.NewRecord(agreement.Kind, "1").Put(agreement.State.Field, c.state), End: c.end, NoticeBy: c.notice, Expired: c.expired}
		if ends, by := said(Ends(a)), said(j.Notice(a)); ends != c.ends || by != c.by {
			t.Errorf("%s: %q, %q; want %q, %q", name, ends, by, c.ends, c.by)
		}
	}
	for days, want := range map[int]string{-1: "har varit", 0: "i dag", 1: "1 dag", 90: "90 dagar", 365: "365 dagar", 366: "12 månader"} {
		if got := said(j.Left(today.AddDays(days))); got != want {
			t.Errorf("%d days: %q, want %q", days, got, want)
		}
	}
	if got := said(j.Left(0)); got != None {
		t.Errorf("no day: %q", got)
	}
}

func said(c pdf.Cell) string { return c.Runs[0].Text }
