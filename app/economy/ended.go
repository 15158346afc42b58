package economy

import "itportfoljen/app/field"

// ending says, by kind of owner, why it costs nothing in a year.
var ending = map[*field.Kind]func(w field.World, r *field.Record, year int) string{}

// Ends declares when what is of kind k is over: how says why it costs nothing in a year, in Swedish
// ("avvecklat", "avtalet slut 2026-12-31"), and "" of what goes on as far as anybody has said.
func Ends(k *field.Kind, how func(w field.World, r *field.Record, year int) string) { ending[k] = how }

// Ended says why something costs nothing in a year since it is over by then; "" for what goes on.
func Ended(w field.World, r *field.Record, year int) string {
	if how := ending[r.Kind]; how != nil {
		if why := how(w, r, year); why != "" {
			return why
		}
	}
	if k := r.Kind; k.Retiring != nil && field.Equal(r.Get(k.Retiring.Field), k.Retiring.Value) {
		return "används inte längre"
	}
	return ""
}
