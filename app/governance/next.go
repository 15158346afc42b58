package governance

import "itportfoljen/app/field"

// nexts are which steps are offered of the kinds that go through states.
var nexts = map[*field.Kind]func(w field.World, r *field.Record) []string{}

// Offers declares which states a kind's things are offered to go to from where they are.
// What such a step is called the state's alternative says.
func Offers(k *field.Kind, next func(w field.World, r *field.Record) []string) { nexts[k] = next }

// OfferedFrom offers the states that follow on each; those on "" of a thing that nothing is
// said of.
func OfferedFrom(by *field.Field, follow map[string][]string) func(field.World, *field.Record) []string {
	return func(_ field.World, r *field.Record) []string { return follow[field.Encode(r.Get(by))] }
}

// Offered are the states that a thing is offered to go to from where it is; none for what
// goes through no states, or has commands of its own.
func Offered(w field.World, r *field.Record) []string {
	if next := nexts[r.Kind]; next != nil {
		return next(w, r)
	}
	return nil
}

// FollowingFrom is the phase that comes after one for a thing: the next that its class passes
// and the model lets it go straight to; "" for the last, and for what is set aside.
func FollowingFrom(w field.World, r *field.Record, from string) string {
	return Of(w).follows(from, classOf(w, r))
}

// follows is the phase that comes after one for the things of a class; "" is any.
func (m *Model) follows(from, class string) string {
	at := m.place(from)
	if at < 0 || m.Phases[at].Stage == Aside {
		return ""
	}
	for _, p := range m.Phases[at+1:] {
		if p.Stage != Aside && m.Passes(p, class) && m.May(from, p.Key) {
			return p.Key
		}
	}
	return ""
}
