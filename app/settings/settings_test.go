package settings_test

import (
	"testing"

	"itportfoljen/app/apptest"
	"itportfoljen/app/base/money"
	"itportfoljen/app/field"
	"itportfoljen/app/settings"
)

func TestSettingsAreRead(t *testing.T) {
	p := apptest.Empty(t)
	for _, c := range []struct {
		f    *field.Field
		s    string
		want field.Value // nil: refused
	}{
		{settings.Accent.Field, "#17616D", "#17616D"}, {settings.Accent.Field, "17616d", "#17616d"}, {settings.Accent.Field, "#17616", nil},
		{settings.Accent.Field, "blå", nil}, {settings.Accent.Field, "#17616DFF", nil}, {settings.PlanYear.Field, "2027", int64(2027)}, {settings.PlanYear.Field, "27", nil},
		{settings.ReviewYear.Field, "3", int64(3)}, {settings.Name.Field, " Ekvalla  kommun ", "Ekvalla kommun"},
	} {
		v, _, err := c.f.Parse(p, c.s, money.Kr)
		if v != c.want || (err != nil) != (c.want == nil) {
			t.Errorf("%s %q is %v, %v", c.f.Key, c.s, v, err)
		}
	}
}
