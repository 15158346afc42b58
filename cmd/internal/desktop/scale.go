package desktop

import (
	"math"
	"strconv"
)

// The toolkit finds a window's scale when it shows it. These are its rules, so
// that the window's size can be right before.

// userScale is what the user asks for besides what the screen does.
func userScale(env func(string) string, setting float32) float32 {
	said := env("FYNE_SCALE")
	if s, err := strconv.ParseFloat(said, 32); err == nil && s != 0 {
		return float32(s)
	}
	if said != "auto" && setting > 0 {
		return setting
	}
	return 1
}

// densityScale is the scale of a screen so wide.
func densityScale(millimetres, pixels int) float32 {
	const least, most, usual = 10, 1000, 120
	dpi := float32(pixels) / (float32(millimetres) / 25.4)
	if dpi > most || dpi < least || math.IsNaN(float64(dpi)) {
		return 1
	}
	return max(1, dpi/usual)
}

func toTenths(scale float32) float32 { return float32(math.Round(float64(scale)*10)) / 10 }
