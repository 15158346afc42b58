package main

import (
	"fmt"
	"slices"

	"itportfoljen/app"
	"itportfoljen/app/base/money"
	"itportfoljen/app/base/text"
	"itportfoljen/app/exchange/export"
	"itportfoljen/app/field"
	uses "itportfoljen/app/usage"
	"itportfoljen/app/view"
)

// ofUnit is a list of what is a unit's: what it owns, what it uses, and which is which.
type ofUnit struct {
	unit field.ID
	only uses.Standing // Neither: both what it owns and what it uses
}

// unitWords are what may follow --as.
var unitWords = []string{uses.Owns.Word(), uses.Uses.Word()}

// scope reads --unit and --as; nil where no unit is asked for. Groups add up whole costs, of
// which a unit that uses something has only a part.
func (o *listOptions) scope(p *app.Portfolio, grouped bool) (*ofUnit, error) {
	u := &ofUnit{}
	switch {
	case o.unit == "" && o.as != "":
		return nil, usage("--as hör ihop med --unit.")
	case o.unit == "":
		return nil, nil
	case o.as != "" && !slices.Contains(unitWords, o.as):
		return nil, usage("”%s” efter --as ska vara %s. Utan --as visas båda.", o.as, text.Or(unitWords))
	}
	for _, s := range []uses.Standing{uses.Owns, uses.Uses} {
		if o.as == s.Word() {
			u.only = s
		}
	}
	if grouped && u.only != uses.Owns {
		return nil, usage("En grupperad lista summerar hela kostnader och går med --unit bara ihop med --as %s.", uses.Owns.Word())
	}
	r, err := p.Find(units, o.unit)
	if err != nil {
		return nil, err
	}
	u.unit = r.ID
	return u, nil
}

// word is what a record is to the unit.
func (u *ofUnit) word(p *app.Portfolio, r *field.Record) string {
	return uses.StandingOf(p, r, u.unit).Word()
}

// filter keeps what is the unit's.
func (u *ofUnit) filter(p *app.Portfolio, k *field.Kind) view.Filter {
	ids := []field.ID{}
	for _, r := range p.All(k) {
		if s := uses.StandingOf(p, r, u.unit); s != uses.Neither && (u.only == uses.Neither || u.only == s) {
			ids = append(ids, r.ID)
		}
	}
	return view.Filter{IDs: ids}
}

// tell adds to a row as machines read it what it is to the unit, and its share of the cost.
func (u *ofUnit) tell(p *app.Portfolio, r *field.Record, o *export.Ordered) {
	s := uses.StandingOf(p, r, u.unit)
	o.Add("unit_standing", s.Key())
	if s != uses.Uses {
		o.Add("unit_share", nil)
		return
	}
	if part := uses.PartOf(p, r.ID, u.unit); part.Split {
		o.Add("unit_share", part.Share)
		return
	}
	o.Add("unit_share", nil)
}

// sums are the amounts of a column: all of what the unit owns, and of what it uses only its
// part, where that is said. "" where there is neither.
func (u *ofUnit) sums(p *app.Portfolio, l *view.List, c field.Column) string {
	var owned, part money.Ore
	var has, shared bool
	unknown := 0
	for _, r := range l.Rows() {
		o, ok := c.Field.Value(p, r, c.Year).(money.Ore)
		switch {
		case !ok:
		case uses.StandingOf(p, r, u.unit) == uses.Owns:
			owned, has = owned+o, true
		default:
			if theirs, split := uses.PartOf(p, r.ID, u.unit).Of(o); split {
				part, shared = part+theirs, true
			} else {
				unknown++
			}
		}
	}
	line := ""
	if has {
		line += fmt.Sprintf(", %s %s kr för det som ägs", text.Lower(c.Phrase(p)), owned.Kr())
	}
	if shared {
		line += fmt.Sprintf(", %s %s kr som enhetens del av det som används", text.Lower(c.Phrase(p)), part.Kr())
	}
	if unknown > 0 {
		line += fmt.Sprintf(", %s av det som används är inte med: fördelningsnyckel saknas för %s", text.Lower(c.Phrase(p)), text.Count(unknown))
	}
	return line
}
