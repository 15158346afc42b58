package frame_test

import (
	"strings"
	"testing"

	"itportfoljen/app"
	"itportfoljen/app/apptest"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/field"
	"itportfoljen/app/frame"
	"itportfoljen/app/governance"
	"itportfoljen/app/insight"
)

func earlier(p *app.Portfolio, r *field.Record) string {
	s, _ := frame.Earlier.Field.Value(p, p.Get(r.ID), 0).(string)
	return strings.ReplaceAll(s, "\u00a0", " ")
}

func TestARamIsDecidedAndRevised(t *testing.T) {
	p := governed(t, governance.Framing{Decider: "Kommunfullmäktige"})
	r := ram(t, p, 2027, 100, frame.State, frame.Proposed)
	if frame.Name.Get(r) != "Kärna 2027" {
		t.Errorf("it is called %q", frame.Name.Get(r))
	}
	apptest.Put(t, p, r.ID, frame.Amount, kr(120))
	if got := earlier(p, r); got != "" {
		t.Errorf("a proposal has been %q", got)
	}
	revise := func(amount int64, s governance.Step) error {
		return do(p, func(tx *field.Tx) error { return frame.Revise(tx, r.ID, kr(amount), s) })
	}
	whole := governance.Step{Forum: "Kommunfullmäktige", Reference: "§ 9", Reason: "Lägre skatteintäkter"}
	if err := revise(90, whole); fault.CodeOf(err) != fault.Invalid || !strings.Contains(err.Error(), "är ett förslag") {
		t.Error(err)
	}
	if err := do(p, func(tx *field.Tx) error {
		return governance.Move(tx, r.ID, governance.Step{To: frame.Decided, On: today.AddDays(-20), Forum: "Kommunfullmäktige", Reference: "§ 4"})
	}); err != nil {
		t.Fatal(err)
	}
	if r = p.Get(r.ID); frame.DecidedOn.Get(r) != today.AddDays(-20) || frame.DecidedBy.Get(r) != "Kommunfullmäktige" || frame.Reference.Get(r) != "§ 4" {
		t.Errorf("decided %s by %q, %q", frame.DecidedOn.Get(r), frame.DecidedBy.Get(r), frame.Reference.Get(r))
	}
	for said, s := range map[string]governance.Step{"vem som beslutade": {Reason: "x"}, "varför": {Forum: "KF"}, "efter dagen": {Forum: "KF", Reason: "x", On: today.AddDays(-21)}} {
		if err := revise(90, s); fault.CodeOf(err) != fault.Invalid || !strings.Contains(err.Error(), said) {
			t.Errorf("%s: %v", said, err)
		}
	}
	if err := revise(120, whole); fault.CodeOf(err) != fault.Invalid || !strings.Contains(err.Error(), "är redan 120 kr") {
		t.Error(err)
	}
	if err := revise(90, whole); err != nil {
		t.Fatal(err)
	}
	if got, want := earlier(p, r), "2026-11-01: 120 | Kommunfullmäktige | § 4"; got != want {
		t.Errorf("it was %q, want %q", got, want)
	}
	if r = p.Get(r.ID); frame.Amount.Get(r) != kr(90) || frame.DecidedOn.Get(r) != today || frame.Reason.Get(r) != whole.Reason {
		t.Errorf("it is %s since %s: %q", frame.Amount.Get(r).Exact(), frame.DecidedOn.Get(r), frame.Reason.Get(r))
	}
	// Written over the same day it is put right; another amount by hand is a change too.
	apptest.Put(t, p, r.ID, frame.Amount, kr(95))
	if got := earlier(p, r); strings.Contains(got, "90") {
		t.Errorf("put right the same day it was %q", got)
	}
}

// TestAnAmountThatIsWrittenOverStays: also of a ram that nobody has said when it was decided.
func TestAnAmountThatIsWrittenOverStays(t *testing.T) {
	p := governed(t, governance.Framing{})
	r := ram(t, p, 2027, 100)
	apptest.Put(t, p, r.ID, frame.Amount, kr(150))
	if got := earlier(p, r); got != "okänd dag: 100" {
		t.Errorf("%q", got)
	}
	if frame.DecidedOn.Get(p.Get(r.ID)) != today {
		t.Error("the day of the change isn't said")
	}
	want := "okänd dag: 100\n2026-05-01: 130 | KF | § 7 | Mer pengar, nu"
	if err := do(p, func(tx *field.Tx) error { return tx.Assign(r.ID, field.Column{Field: frame.Earlier.Field}, want) }); err != nil {
		t.Fatal(err)
	}
	if got := earlier(p, r); got != want {
		t.Errorf("%q, want %q", got, want)
	}
	for _, bad := range []string{"100", "2026-05-01: mycket", "2026-05-01: 1\n2026-05-01: 2", "2026-05-01: 1|2|3|4|5"} {
		if err := do(p, func(tx *field.Tx) error { return tx.Assign(r.ID, field.Column{Field: frame.Earlier.Field}, bad) }); err == nil {
			t.Errorf("%q was taken", bad)
		}
	}
	if got := insight.Todos(p); !strings.Contains(strings.Join(rulesOf(got), " "), "frame-reason") {
		t.Errorf("nobody is told that it isn't said why: %q", rulesOf(got))
	}
}

func rulesOf(todos []insight.Todo) (out []string) {
	for _, t := range todos {
		out = append(out, t.Rule)
	}
	return out
}

func TestWhatARamMustSay(t *testing.T) {
	for _, c := range []struct {
		name string
		puts []any
		want string
	}{
		{"no year", []any{frame.Portfolio, "core", frame.Amount, kr(1)}, "ett visst år"},
		{"decided tomorrow", []any{frame.Portfolio, "core", frame.Year, int64(2027), frame.DecidedOn, today.AddDays(1)}, "som inte har varit än"},
		{"of one type beside one of both", []any{frame.Portfolio, "citizen", frame.Year, int64(2027), frame.Type, drift}, "både en ram för drift och investering tillsammans"},
		{"of both beside one of one type", []any{frame.Portfolio, "core", frame.Year, int64(2027)}, "både en ram för drift och investering tillsammans"},
		{"of a unit too, which doesn't count", []any{frame.Portfolio, "core", frame.Unit, "office", frame.Year, int64(2027)}, "både en ram för drift och investering tillsammans"},
		{"of the other type", []any{frame.Portfolio, "core", frame.Year, int64(2027), frame.Type, inv}, ""},
		{"of another year", []any{frame.Portfolio, "core", frame.Year, int64(2028)}, ""},
	} {
		p := governed(t, governance.Framing{})
		ram(t, p, 2027, 1, frame.Type, drift)
		apptest.Add(t, p, frame.Kind, frame.Portfolio, "citizen", frame.Year, int64(2027), frame.Amount, kr(1))
		_, office, _, _ := units(t, p)
		for i, v := range c.puts {
			if v == "office" {
				c.puts[i] = office
			}
		}
		r := apptest.Record(p, frame.Kind, c.puts...)
		err := do(p, func(tx *field.Tx) error { return tx.Create(r) })
		if c.want == "" && err != nil || c.want != "" && (err == nil || !strings.Contains(err.Error(), c.want)) {
			t.Errorf("%s: %v", c.name, err)
		}
	}
}

// TestRamarThatBecomeOne: their amounts are added, of those that are said, and what the other said
// isn't lost.
func TestRamarThatBecomeOne(t *testing.T) {
	for _, c := range []struct {
		name          string
		first, second []any
		amount, notes string
	}{
		{"both known", []any{frame.Amount, kr(100)}, []any{frame.Amount, kr(20), frame.DecidedBy, "KF", frame.Reference, "§ 7", frame.Goal, "Fler e-tjänster", frame.Notes, "Se tjänsteskrivelsen"},
			"120", "Kärna 2027, innan ramarna lades ihop: okänd dag: 20 | KF | § 7\nKärna 2027: Fler e-tjänster\nKärna 2027: Se tjänsteskrivelsen"},
		{"one known", nil, []any{frame.Amount, kr(20)}, "20", "Kärna 2027, innan ramarna lades ihop: okänd dag: 20"},
		{"neither is nothing", nil, nil, "", ""},
	} {
		p := governed(t, governance.Framing{})
		one := apptest.Add(t, p, frame.Kind, append([]any{frame.Portfolio, "core", frame.Year, int64(2027)}, c.first...)...)
		apptest.Add(t, p, frame.Kind, append([]any{frame.Portfolio, "core", frame.Year, int64(2027)}, c.second...)...)
		if err := do(p, func(tx *field.Tx) error { return frame.Join(tx, "core") }); err != nil {
			t.Fatal(err)
		}
		all := p.All(frame.Kind)
		if len(all) != 1 || all[0].ID != one.ID || frame.Amount.Show(p, all[0].Get(frame.Amount.Field)) != c.amount || frame.Notes.Get(all[0]) != c.notes {
			t.Errorf("%s: %d ramar, %v, %q", c.name, len(all), all[0].Get(frame.Amount.Field), frame.Notes.Get(all[0]))
		}
	}
}

func TestWhatIsToBeDoneAboutRamar(t *testing.T) {
	for _, c := range []struct {
		name string
		puts []any
		want string
	}{
		{"nothing said", nil, "frame-unsaid"},
		{"decided", []any{frame.State, frame.Decided, frame.DecidedOn, today}, ""},
		{"a proposal of next year", []any{frame.State, frame.Proposed}, ""},
		{"of this year", []any{frame.State, frame.Proposed, frame.Year, int64(2026)}, "frame-proposed"},
		{"what has been", []any{frame.Year, int64(2025)}, ""},
		{"of nothing", []any{frame.Portfolio, ""}, "frame-nowhere"},
	} {
		p := governed(t, governance.Framing{})
		apptest.Add(t, p, frame.Kind, append([]any{frame.Portfolio, "core", frame.Amount, kr(1), frame.Year, int64(2027)}, c.puts...)...)
		var got []string
		for _, rule := range rulesOf(insight.Todos(p)) {
			if strings.HasPrefix(rule, "frame-") {
				got = append(got, rule)
			}
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%s: %q, want %q", c.name, s, c.want)
		}
	}
	p := governed(t, governance.Framing{})
	_, office, _, _ := units(t, p)
	apptest.Add(t, p, frame.Kind, frame.Portfolio, "core", frame.Unit, office, frame.Year, int64(2027), frame.Amount, kr(1), frame.State, frame.Decided, frame.DecidedOn, today)
	if got := rulesOf(insight.Todos(p)); !strings.Contains(strings.Join(got, " "), "frame-twice") {
		t.Errorf("of both: %q", got)
	}
	if got := told(p, 2027); !strings.HasPrefix(got, "Kärna 1: ") {
		t.Errorf("of both: %q", got)
	}
}
