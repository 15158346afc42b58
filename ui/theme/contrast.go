package theme

// The palettes in high contrast: text of at least 7:1 on white or black, and lines that are
// seen around everything that can be pressed.

// lightest are the colours of light in high contrast, without the accent's.
func lightest() *Palette {
	p := light()
	p.High, p.Ring = true, 3
	p.Background, p.Input, p.Hover, p.Pressed = white, white, hex("#E9EEF2"), hex("#D5DDE4")
	p.Hairline, p.Border, p.Field, p.Edge, p.Track = hex("#6B7885"), hex("#1A2530"), hex("#1A2530"), hex("#1A2530"), hex("#D5DCE2")
	p.Text, p.TextMuted, p.Placeholder, p.Disabled = black, hex("#2E3944"), hex("#46525E"), hex("#66727E")
	p.DangerFill, p.DangerHover = hex("#8E1F16"), hex("#74170F")
	p.Neutral = Tone{hex("#1F2A33"), hex("#E9EDF0"), hex("#5C6975")}
	p.Good = Tone{hex("#0B4024"), hex("#DDF1E4"), hex("#2B7A4B")}
	p.Warn = Tone{hex("#4F3500"), hex("#FDF0CC"), hex("#9C6700")}
	p.Bad = Tone{hex("#6E130B"), hex("#FBDEDB"), hex("#9C2A20")}
	p.Info = Tone{hex("#0F3560"), hex("#DCEAF8"), hex("#2F6BAA")}
	p.TipGround, p.TipText = black, white
	return p
}

// darkest are the colours of dark in high contrast, without the accent's.
func darkest() *Palette {
	p := dim()
	p.High, p.Ring = true, 3
	p.Background, p.Surface, p.Input, p.Raised, p.Hover, p.Pressed = black, black, black, hex("#0B0F12"), hex("#1B242A"), hex("#2B3840")
	p.Hairline, p.Border, p.Field, p.Edge, p.Track = hex("#7D8B95"), hex("#DCE4E8"), hex("#DCE4E8"), hex("#DCE4E8"), hex("#33414A")
	p.Text, p.TextMuted, p.Placeholder, p.Disabled = white, hex("#D3DCE2"), hex("#B4C0C8"), hex("#87949E")
	p.DangerFill, p.DangerHover = hex("#93281F"), hex("#7D2019")
	p.Neutral = Tone{hex("#E6ECF0"), hex("#263038"), hex("#A3AFB8")}
	p.Good = Tone{hex("#A9F0C5"), hex("#0E2A1D"), hex("#5CC98A")}
	p.Warn = Tone{hex("#FFDF94"), hex("#2E240C"), hex("#EDB84A")}
	p.Bad = Tone{hex("#FFC4BE"), hex("#3A1715"), hex("#F0786E")}
	p.Info = Tone{hex("#BEDCFB"), hex("#12263B"), hex("#77B2EE")}
	p.TipGround, p.TipText = white, black
	return p
}
