package demo

import (
	"fmt"

	"itportfoljen/app/field"
	"itportfoljen/app/org"
	"itportfoljen/app/policy"
)

// guideline is a styrdokument as it is in Ekvalla.
type guideline struct {
	name      string
	class     int // of the styrmodell's, after its order; past the last: the last
	level, by string
	age       int    // months since it was decided
	state     string // "" is published
	followUp  int    // months until it is followed up; 0: nobody has said
	owned     bool
	told      bool
}

var documents = []guideline{
	{"IT-strategi", 3, "council", "Kommunfullmäktige", 30, "", 6, true, true},
	{"Riktlinjer för IT", 4, "manager", "Kommundirektören", 40, "", -4, true, true},
	{"Riktlinjer för informationssäkerhet", 2, "executive", "Kommunstyrelsen", 14, "", 10, true, true},
	{"Riktlinjer för e-post", 4, "manager", "Kommundirektören", 35, "", 0, false, false},
	{"Systemförvaltningsmodell", 5, "it", "IT-chefen", 20, "", 4, true, false},
	{"Teknisk plattform", 11, "it", "IT-chefen", 8, "", 4, true, true},
	{"eFörvaltningsprogram", 8, "executive", "Kommunstyrelsen", 26, "", 0, true, true},
	{"Riktlinjer för molntjänster", 4, "", "", 0, policy.WithIT, 0, true, false},
	{"Riktlinjer för AI i verksamheten", 4, "", "", 0, policy.Draft, 0, false, false},
}

// makePolicies are the styrdokument: some too old, one whose time has passed, one that
// replaces another, and for a förvaltning in three a document of its own, so that nämnder
// lack theirs. No chance is taken, so that what else is made stays as it is.
func (g *generator) makePolicies() {
	old := g.guideline(guideline{"Riktlinjer för e-post och internet", 4, "manager", "Kommundirektören", 82, policy.Ended, 0, false, true}, 20)
	for i, d := range documents {
		r := g.guideline(d, i)
		if d.name == "Riktlinjer för e-post" {
			r.Put(policy.Replaces.Field, []field.ID{old.ID})
		}
	}
	gone := g.guideline(guideline{"Rutin för distansarbete", 9, "manager", "Kommundirektören", 50, "", 0, true, true}, 21)
	gone.Put(policy.ValidTo.Field, g.today.AddDays(-40))
	for i, s := range g.staff {
		if s.board == "" || i%3 != 1 {
			continue
		}
		r := g.guideline(guideline{"Riktlinjer för digitala verktyg i " + g.nameOf(s.board), 4, "board", g.nameOf(s.board), 10 + i, "", 8, true, i%2 == 0}, 30+i)
		r.Put(policy.Unit.Field, s.board)
	}
}

// guideline makes one; n tells its numbers apart.
func (g *generator) guideline(d guideline, n int) *field.Record {
	r := g.record(policy.Kind).Put(policy.Name.Field, d.name)
	g.policies = append(g.policies, r)
	if classes := g.model.Policies; len(classes) > 0 {
		r.Put(policy.Class.Field, classes[min(d.class, len(classes)-1)].Key)
	}
	state := policy.Published
	if d.state != "" {
		state = d.state
	}
	r.Put(policy.State.Field, state)
	if d.owned && len(g.staff) > 0 {
		r.Put(policy.Owner.Field, []field.Holding{{Person: g.staff[0].leaders[n%len(g.staff[0].leaders)].id, From: g.today.AddMonths(-d.age)}})
	}
	if d.level == "" {
		return r
	}
	decided := weekday(g.today.AddMonths(-d.age))
	r.Put(policy.Level.Field, d.level).Put(policy.DecidedBy.Field, d.by).Put(policy.DecidedOn.Field, decided).Put(policy.ValidFrom.Field, decided.AddDays(14))
	r.Put(policy.Reference.Field, fmt.Sprintf("§ %d", 12+n*7)).Put(policy.Number.Field, fmt.Sprintf("KS %d/%04d", decided.Year(), 110+n*13))
	r.Put(policy.ApprovedOn.Field, weekday(decided.AddDays(-30)))
	if d.told {
		r.Put(policy.ToldOn.Field, weekday(decided.AddDays(20)))
	}
	if d.followUp != 0 {
		r.Put(policy.FollowUpBy.Field, g.today.AddMonths(d.followUp)).Put(policy.FollowUpWho.Field, "IT-chefen")
	}
	return r
}

// nameOf is what a unit that has been made is called.
func (g *generator) nameOf(unit field.ID) string {
	for _, r := range g.records {
		if r.ID == unit {
			return org.UnitName.Get(r)
		}
	}
	return ""
}
