package field_test

import (
	"testing"

	"itportfoljen/app/base/money"
	"itportfoljen/app/field"
)

func TestADecimalIsReadAsPeopleWriteIt(t *testing.T) {
	k := field.NewKind(field.Kind{Name: "level"})
	f, share := field.NewDecimal(k, "target", "Mål"), field.NewDecimal(k, "share", "Andel", field.Between(0, 100))
	for s, want := range map[string]string{"99,5": "99,5", "99.50": "99,5", "99,95 %": "99,95", "4": "4", "4,0": "4", "100": "100", "0": "0", "0,25": "0,25", "1 200": "1\u00a0200", "-3,1": "\u22123,1"} {
		v, _, err := f.Parse(nil, s, money.Tkr)
		if err != nil || f.Show(nil, v) != want {
			t.Errorf("%q is %q, %v; want %q", s, f.Show(nil, v), err, want)
			continue
		}
		if back, _, err := f.Parse(nil, f.Exact(nil, v), money.Kr); err != nil || !field.Equal(back, v) {
			t.Errorf("%q, written for %q, reads as %v, %v", f.Exact(nil, v), s, back, err)
		}
	}
	for _, s := range []string{"%", "4 timmar", "en kvart", "99,995", "1.234", "5 tkr"} {
		if v, _, err := f.Parse(nil, s, money.Kr); err == nil {
			t.Errorf("%q is read as %v", s, v)
		}
	}
	for s, ok := range map[string]bool{"0": true, "100 %": true, "100,01": false, "-0,01": false} {
		if _, _, err := share.Parse(nil, s, money.Kr); (err == nil) != ok {
			t.Errorf("a share of %q: %v", s, err)
		}
	}
	for n, want := range map[int64]string{9995: "99.95", 10000: "100", -310: "-3.1", 0: "0"} {
		if got := field.PlainDecimal(n); got != want {
			t.Errorf("%d is %q, want %q", n, got, want)
		}
	}
}
