package modelling

import (
	"itportfoljen/app/field"
	"itportfoljen/app/governance"
)

// framingTable is what ramar are given to, in one line.
func framingTable() table[whole] {
	per := []field.Option{{Key: governance.PerPortfolio, Label: "Portföljer"}, {Key: governance.PerUnit, Label: "Nämnder, förvaltningar och bolag"}}
	return table[whole]{
		List: List{Key: "framing", Title: word("framing"), One: "ordning", Fixed: true, Help: "Vad som har en ram för året. Ramarna själva står på sidan Budget och utfall, och kraven säger vad som prövas mot dem.",
			said: func(l Line) string {
				for _, o := range per {
					if o.Key == l.Cells["per"] {
						return o.Label
					}
				}
				return ""
			}},
		of: oneOf, put: func(m *governance.Model, all []whole) { m.Framing = all[0].Framing },
		key: func(w *whole) *string { return &w.at },
		columns: []column[whole]{
			{Column{Key: "per", Label: "Ramar ges till", Sort: Choice, Options: fixed(per...)},
				func(_ *governance.Model, w *whole) string { return w.FramedBy() },
				func(_ *governance.Model, w *whole, cells Cells) error {
					if per := cells["per"]; per != w.FramedBy() {
						w.Framing.Per = per
					}
					return nil
				}},
			line("decider", "Beslutas av", func(w *whole) *string { return &w.Framing.Decider }).with("Organet, som ”Kommunfullmäktige”."),
			yes("each_year", "Etapper beslutas år för år", func(w *whole) *bool { return &w.Framing.EachYear }).with("En etapp tar då av årets ram först när den är beslutad."),
		}}
}
