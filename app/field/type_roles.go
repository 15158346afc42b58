package field

import (
	"encoding/json"

	"itportfoljen/app/base/date"
)

// Holding is a person's time in a role. From zero: since before anyone
// remembers; To zero: still.
type Holding struct {
	Person   ID
	From, To date.Date
}

// Active says whether the holding is in force on day d; To is the last day.
func (h Holding) Active(d date.Date) bool {
	return (h.From == 0 || h.From <= d) && (h.To == 0 || d <= h.To)
}

// overlaps says whether there is a day that both are in force.
func (h Holding) overlaps(o Holding) bool {
	return (h.To == 0 || o.From <= h.To) && (o.To == 0 || h.From <= o.To)
}

// rolesType is the persons that hold or held a role, each with the days.
type rolesType struct{ lookedUp }

func (rolesType) traits() traits {
	return traits{name: "persons", word: "personer", prompt: "Namn, flera åtskilda med semikolon.", words: true, filters: true,
		points: true, list: true, held: true, of: Person}
}

func (rolesType) holds(v Value) bool { return is[[]Holding](v) }

func (rolesType) decode(s string) (Value, error) {
	var h []Holding
	err := json.Unmarshal([]byte(s), &h)
	return h, err
}

// show and exact write those who hold the role today.
func (rolesType) show(_ *Field, w World, v Value) string {
	return joinHolders(v.([]Holding), w.Today(), w.Label)
}

func (rolesType) exact(_ *Field, w World, v Value) string {
	return joinHolders(v.([]Holding), w.Today(), w.Exact)
}

// RolesField is a role with its typed access.
type RolesField struct{ *Field }

// Get gives the stored value, nil when empty.
func (f RolesField) Get(r *Record) []Holding { return get[[]Holding](r, f.Field) }

// NewRoles declares a role that persons hold from and to dates.
func NewRoles(k *Kind, key, label string, opts ...Opt) RolesField {
	return RolesField{New(k, Roles, key, label, opts...)}
}

// Holders are the persons that hold the role on day d, in order.
func Holders(hs []Holding, d date.Date) []ID {
	var out []ID
	for _, h := range hs {
		if h.Active(d) {
			out = append(out, h.Person)
		}
	}
	return out
}

func joinHolders(hs []Holding, d date.Date, name func(ID) string) string {
	return joinIDs(Holders(hs, d), name)
}

// Succeed gives the holdings after the role's holders become persons on day
// d: those who stay keep their dates, those who leave end the day before, new
// ones begin on d. Setting a role for the first time leaves From open, since
// nobody knows when it began.
func Succeed(hs []Holding, persons []ID, d date.Date) []Holding {
	if len(hs) == 0 && len(persons) == 1 { // nearly always, of a list that is read
		return []Holding{{Person: persons[0]}}
	}
	stay := map[ID]bool{}
	for _, p := range persons {
		stay[p] = true
	}
	var out []Holding
	seen := map[ID]bool{}
	for _, h := range hs {
		if h.Active(d) && !stay[h.Person] {
			if h.From == d { // named and unnamed the same day: never held it
				continue
			}
			h.To = d.AddDays(-1)
		} else if h.Active(d) {
			seen[h.Person] = true
		}
		out = append(out, h)
	}
	for _, p := range persons {
		if seen[p] {
			continue
		}
		seen[p] = true
		from := d
		if len(hs) == 0 {
			from = 0
		}
		out = append(out, Holding{Person: p, From: from})
	}
	return out
}

// Pass gives the holdings after those of one person have passed to another, or to
// nobody (""), on day d: what is held then ends the day before and is the other's for
// as long as it was to last, and what was to begin later is the other's from its day.
// What has ended, by d or by today, is left as it is. Who left before d (last is her last
// day, or zero) held it no longer than that.
func Pass(hs []Holding, from, to ID, d, today, last date.Date) []Holding {
	out := make([]Holding, 0, len(hs)+1)
	for _, h := range hs {
		if h.Person != from || h.To != 0 && h.To < max(d, today) {
			out = append(out, h)
			continue
		}
		if h.From < d {
			until := d.AddDays(-1)
			if last != 0 && last >= h.From {
				until = min(until, last)
			}
			out = append(out, Holding{Person: from, From: h.From, To: until})
		}
		if to != "" {
			out = append(out, Holding{Person: to, From: max(h.From, d), To: h.To})
		}
	}
	return heldOnce(out, to)
}
