package demo

import (
	"itportfoljen/app/agreement"
	"itportfoljen/app/field"
	"itportfoljen/app/plan"
	"itportfoljen/app/policy"
	"itportfoljen/app/service"
	"itportfoljen/app/system"
)

// makeTags gives more tags to some of what has one, and a few to other things: as in life
// the same words, of some only one. No chance is taken, so that what else is made stays as
// it is.
func (g *generator) makeTags() {
	seen := map[*field.Kind]int{}
	for _, r := range g.records {
		n := seen[r.Kind]
		seen[r.Kind]++
		switch {
		case r.Kind == system.Kind && n%8 == 5:
			tag(r, system.Tags, []string{"moln", "GIS", "e-tjänst"}[n/8%3])
		case r.Kind == agreement.Kind && n%5 == 2:
			tag(r, agreement.Tags, []string{"avrop", "moln", "NIS2"}[n/5%3])
		case r.Kind == plan.Kind && n%4 == 1:
			tag(r, plan.Tags, []string{"välfärdsteknik", "NIS2", "moln"}[n/4%3])
		case r.Kind == service.Kind && n%3 == 0:
			tag(r, service.Tags, "arbetsplats")
		case r.Kind == policy.Kind && n%3 == 1:
			tag(r, policy.Tags, []string{"informationssäkerhet", "AI"}[n/3%2])
		}
	}
}

// tag adds one to those that a record has.
func tag(r *field.Record, f field.TagsField, one string) {
	r.Put(f.Field, field.JoinTags(field.TagsIn(field.JoinTags(append(f.Get(r), one)))))
}
