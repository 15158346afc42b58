package app

import (
	"itportfoljen/app/field"
	"itportfoljen/app/settings"
)

// Examine looks through all that the portfolio holds for what no rule lets in:
// amounts of nobody, units in a circle, unknown choices, a styrmodell that can't be
// read. Check is for the file itself.
func (p *Portfolio) Examine() []field.Finding {
	var out []field.Finding
	if p.Get(settings.ID) == nil {
		out = append(out, field.Finding{Text: "Kommunens inställningar saknas."})
	}
	return append(out, field.Examine(p)...)
}
