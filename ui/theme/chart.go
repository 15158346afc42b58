package theme

import "itportfoljen/app/base/chart"

// Chart is how charts look on the screen now; neighbouring fills are told apart whatever the accent.
func Chart() chart.Style {
	c := Current()
	return chart.Style{Ink: c.Text, Muted: c.TextMuted, Grid: c.Hairline, Surface: c.Surface, Accent: c.Accent, Good: c.Good.Solid, Warn: c.Warn.Solid, Bad: c.Bad.Solid, Series: chart.Apart(c.Series), Font: 11.5}
}
