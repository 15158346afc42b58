package programme

import (
	"slices"
	"strings"

	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
	"itportfoljen/app/goal"
	"itportfoljen/app/governance"
	"itportfoljen/app/plan"
)

// Reaching is how far one of a programme's goals has come.
type Reaching struct {
	Goal        *field.Record
	Initiatives []*field.Record // that contribute to it, in the order of the phases
	Text        string          // "3 insatser: 1 Beslut, 2 Genomförande"
}

// goals are those that say that they are a programme's.
func goals(w field.World, r *field.Record) []*field.Record {
	return w.Pointing(goal.Programme.Field, r.ID)
}

func goalsOf(w field.World, r *field.Record) field.Value { return field.IDs(goals(w, r)) }

// Reach is the goals of a programme and how far each has come.
func Reach(w field.World, r *field.Record) (out []Reaching) {
	for _, g := range goals(w, r) {
		of := Reaching{Goal: g, Initiatives: contributing(w, g)}
		of.Text = inPhases(w, of.Initiatives)
		if is := goal.Outcome.Get(g); is != "" {
			of.Text += "; utfall: " + is
		}
		out = append(out, of)
	}
	return out
}

// contributing are the insatser that contribute to a goal and aren't set aside.
func contributing(w field.World, g *field.Record) (out []*field.Record) {
	for _, c := range w.Pointing(goal.ContributionTo.Field, g.ID) {
		if i := w.Get(goal.ContributionOf.Get(c)); i != nil && plan.StageOf(w, i) != governance.Aside {
			out = append(out, i)
		}
	}
	return inOrder(w, out)
}

// inOrder puts insatser in the order of the phases that they are in.
func inOrder(w field.World, rs []*field.Record) []*field.Record {
	phases := governance.Of(w).Phases
	at := func(r *field.Record) int {
		return slices.IndexFunc(phases, func(p governance.Phase) bool { return p.Key == plan.Phase.Get(r) })
	}
	slices.SortStableFunc(rs, func(a, b *field.Record) int { return at(a) - at(b) })
	return rs
}

// inPhases is how many insatser there are, and in which phases: "3 insatser: 1 Beslut, 2
// Genomförande".
func inPhases(w field.World, rs []*field.Record) string {
	if len(rs) == 0 {
		return "ingen insats"
	}
	var phases []string
	for _, r := range rs {
		if p := plan.Phase.Show(w, r.Get(plan.Phase.Field)); p != "" {
			phases = append(phases, p)
		}
	}
	said := text.Plural(len(rs), "insats", "insatser")
	if len(phases) > 0 {
		said += ": " + strings.Join(counted(phases), ", ")
	}
	return said
}

// All are the insatser of a programme: those that it counts with and those that contribute to
// its goals, each once, in the order of the phases.
func All(w field.World, r *field.Record) (out []*field.Record) {
	add := func(i *field.Record) {
		if i != nil && plan.StageOf(w, i) != governance.Aside && !slices.Contains(out, i) {
			out = append(out, i)
		}
	}
	for _, id := range Initiatives.Get(r) {
		add(w.Get(id))
	}
	for _, g := range goals(w, r) {
		for _, i := range contributing(w, g) {
			add(i)
		}
	}
	return inOrder(w, out)
}

// standing is "3 mål, 2 med insatser; 4 insatser, 1 klar": so short that a list has room for it.
func standing(w field.World, r *field.Record) field.Value {
	all := goals(w, r)
	if len(all) == 0 && len(Initiatives.Get(r)) == 0 {
		return nil
	}
	with := 0
	for _, g := range all {
		if len(contributing(w, g)) > 0 {
			with++
		}
	}
	return text.Count(len(all)) + " mål, " + text.Count(with) + " med insatser; " + done(w, All(w, r))
}

// done is how many insatser there are, and how many of them are carried out.
func done(w field.World, rs []*field.Record) string {
	if len(rs) == 0 {
		return inPhases(w, rs)
	}
	n := 0
	for _, r := range rs {
		if s := plan.StageOf(w, r); s == governance.Done || s == governance.Closed {
			n++
		}
	}
	return text.Plural(len(rs), "insats", "insatser") + ", " + text.Plural(n, "klar", "klara")
}

// progress is all the insatser by phase, and then each goal with its own.
func progress(w field.World, r *field.Record) field.Value {
	var lines []string
	if all := All(w, r); len(all) > 0 {
		lines = append(lines, "Tillsammans "+inPhases(w, all))
	}
	for _, of := range Reach(w, r) {
		lines = append(lines, of.Goal.Name()+": "+of.Text)
	}
	if lines == nil {
		return nil
	}
	return strings.Join(lines, "\n")
}
