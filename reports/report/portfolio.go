package report

import (
	"slices"
	"strings"

	"itportfoljen/app"
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
	"itportfoljen/app/frame"
	"itportfoljen/app/governance"
	"itportfoljen/app/insight"
	"itportfoljen/app/org"
	"itportfoljen/app/plan"
)

// Portfolio is the setting of which portfölj a report that tells of insatser is of. Job.Portfolio
// is its key. Where the styrmodell has no portföljer nobody is asked.
var Portfolio = Setting{Key: "portfolj", Kind: app.SettingPortfolio, Label: "Portfölj", Help: "Bara portföljens insatser och det som hör till dem. Tomt: alla."}

// InPortfolio narrows a world to a portfölj, by its key: its insatser and ramar, what is part of
// them, such as costs and decisions, and what refers to them. Systems and agreements belong to
// no portfölj, and are left out.
func InPortfolio(w World, key string) World {
	paths := map[*field.Kind]path{}
	var in func(r *field.Record) bool
	in = func(r *field.Record) bool {
		p, known := paths[r.Kind]
		if !known {
			p = pathOf(r.Kind)
			paths[r.Kind] = p
		}
		of := func(id field.ID) bool {
			o := w.Get(id)
			return o != nil && in(o)
		}
		switch {
		case p.portfolio != nil:
			said, _ := r.Get(p.portfolio).(string)
			return said == key
		case r.Kind.Owner() != nil && of(r.Owner()):
			return true
		}
		return slices.ContainsFunc(p.refs, func(f *field.Field) bool { return slices.ContainsFunc(field.References(r.Get(f)), of) })
	}
	return scope(w, in)
}

// path is how the records of a kind are found to be of a portfölj: they say it themselves, or
// they refer to what does, such as insatser.
type path struct {
	portfolio *field.Field
	refs      []*field.Field
}

func pathOf(k *field.Kind) (p path) {
	says := func(f *field.Field) bool { return f.Model == plan.Portfolio.Model }
	for _, f := range k.Fields() {
		switch {
		case !f.Stored():
		case says(f):
			p.portfolio = f
		case slices.ContainsFunc(f.Targets(), func(to *field.Kind) bool { return slices.ContainsFunc(to.Fields(), says) }):
			p.refs = append(p.refs, f)
		}
	}
	return p
}

// portfolioNamed is the key of a portfölj of the model, by its key or name.
func portfolioNamed(w World, name string) (key, label string, err error) {
	var names []string
	for _, o := range w.Options(plan.Portfolio.Field) {
		if o.Key == name || text.Key(o.Label) == text.Key(name) {
			return o.Key, o.Label, nil
		}
		names = append(names, o.Label)
	}
	if len(names) == 0 {
		return "", "", Usage("Styrmodellen har inga portföljer, så rapporten kan inte vara av ”%s”. Lämna portfölj tom.", name)
	}
	return "", "", Usage("Det finns ingen portfölj som heter ”%s”. De som finns är %s.", name, strings.Join(names, ", "))
}

// Narrowed is what of the whole municipality's portfolio the sums of the report are of, before
// the unit is asked for: all of it, or the portfölj's.
func (j *Job) Narrowed(w field.World) field.World {
	if whole, ok := w.(World); ok && j.Portfolio != "" {
		return InPortfolio(whole, j.Portfolio)
	}
	return w
}

// Costs is Narrowed of the whole municipality: where costs that are shared between units are asked
// for, which the unit's own part doesn't hold.
func (j *Job) Costs() World {
	if j.costs == nil {
		j.costs = j.All
		if j.Portfolio != "" {
			j.costs = InPortfolio(j.All, j.Portfolio)
		}
	}
	return j.costs
}

// Partial says that the report isn't of the whole municipality.
func (j *Job) Partial() bool { return j.Unit != "" || j.Portfolio != "" }

// RestsOn says what the sums of a portfölj's report are of; "" of one that is of no portfölj.
func (j *Job) RestsOn() string {
	if j.Portfolio == "" {
		return ""
	}
	whose := "portföljens insatser"
	if j.Unit != "" {
		whose += " hos " + j.Sets["enhet"]
	}
	return "Rapporten och dess summor är av " + whose + " och det som hör till dem. System och avtal hör inte till någon portfölj och är inte med."
}

// Frames are the ramar of a year that are the report's own; where they are none, NoFrame says
// why.
func (j *Job) Frames(year int) []frame.Line {
	return slices.DeleteFunc(slices.Clone(insight.FramesOf(j.All, year)), func(l frame.Line) bool {
		return j.Unit != "" && (l.Unit == "" || !org.Within(j.All, l.Unit, j.Unit)) || j.Portfolio != "" && l.Portfolio != j.Portfolio
	})
}

// NoFrame is why the report has no ramar of its own; "" where it is of the whole municipality.
func (j *Job) NoFrame() string {
	switch {
	case j.Portfolio != "" && j.Unit != "":
		return "Ramar ges till en portfölj eller till en enhet, inte till enhetens del av en portfölj. De står i portföljens och i enhetens egen rapport."
	case j.Portfolio != "" && j.All.Model().FramedBy() != governance.PerPortfolio:
		return "Portföljen har ingen egen ram: kommunens ramar ges till nämnder och förvaltningar."
	case j.Portfolio != "":
		return "Portföljen har ingen ram för året, och ingen insats som kostar något."
	case j.Unit != "":
		return "Enheten har ingen egen ram. Ramar som ges till portföljer är hela kommunens och står i kommunens rapport."
	}
	return ""
}
