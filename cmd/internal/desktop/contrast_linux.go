package desktop

import (
	"github.com/rymdport/portal/settings"
	"github.com/rymdport/portal/settings/appearance"
)

// HighContrast tells whether the user has asked the computer for high contrast. A desktop
// that can't say counts as no.
func HighContrast() bool {
	v, err := settings.ReadOne(appearance.Namespace, "contrast") // the library's own function asks for another key
	if err != nil {
		return false
	}
	c, err := appearance.ValueToContrast(v)
	return err == nil && c == appearance.HigherContrast
}
