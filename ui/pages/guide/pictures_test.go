package guide_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"itportfoljen/app/agreement"
	"itportfoljen/app/field"
	"itportfoljen/app/system"
	"itportfoljen/ui/theme"
	"itportfoljen/ui/uitest"
)

// TestPictures draws the run, for looking at.
func TestPictures(t *testing.T) {
	if uitest.Pictures() == "" {
		t.Skip("ITP_PICTURES is not set")
	}
	p := ownerless(t)
	s := open(t, p, system.SystemOwner.Field)
	uitest.Both(t, s, "guide-owner")
	uitest.Shoot(t, s, "guide-owner-large", theme.Light, 2560, 1440)
	uitest.Shoot(t, s, "guide-owner-small", theme.Light, 1024, 640)
	uitest.Write(t, s, "sand")
	uitest.Both(t, s, "guide-search")
	s.FillIn(system.Confidentiality.Field, nil)
	uitest.Both(t, s, "guide-class")
	s.FillIn(agreement.NoticeMonths.Field, nil)
	uitest.Both(t, s, "guide-notice")
	s.FillIn(system.Description.Field, nil)
	uitest.Both(t, s, "guide-description")
	s.FillIn(system.SystemOwner.Field, []field.ID{p.All(system.Kind)[0].ID, p.All(system.Kind)[2].ID, p.All(system.Kind)[4].ID})
	uitest.Press(s, fyne.KeyReturn, fyne.KeyReturn, fyne.KeyTab)
	uitest.Both(t, s, "guide-done")
	s.FillIn(system.Name.Field, nil)
	uitest.Both(t, s, "guide-none")
}
