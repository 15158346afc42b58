package document

import (
	"context"
	"slices"

	"itportfoljen/app/base/link"
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
)

// State is how a document's link stands.
type State uint8

// The states.
const (
	Unlinked  State = iota // it has none
	There                  // the file is there
	Broken                 // it isn't: it has another name, has moved or is gone
	Silent                 // the place doesn't answer: nothing is known
	Elsewhere              // the path is another sort of computer's: nothing is known from here
	Address                // on the web, which is never asked
)

// Seen is a document and how its link stands.
type Seen struct {
	Record *field.Record
	State  State
}

// Reach looks for files, each of which is there, isn't, or lies where nobody answers. It
// gives one state for each.
type Reach func(ctx context.Context, paths []string) []State

// Look looks for the documents of a portfolio that lies in a folder.
func Look(ctx context.Context, w field.World, folder string, reach Reach) []Seen {
	out := make([]Seen, 0, len(w.All(Kind)))
	var paths []string
	var at []int
	for _, r := range w.All(Kind) {
		seen := Seen{Record: r}
		file, known := link.File(folder, Link.Get(r))
		switch l := Link.Get(r); {
		case l == "":
		case link.Address(l):
			seen.State = Address
		case !known:
			seen.State = Elsewhere
		default:
			paths, at = append(paths, file), append(at, len(out))
		}
		out = append(out, seen)
	}
	for i, s := range reach(ctx, paths) {
		out[at[i]].State = s
	}
	return out
}

// News says that what is seen is something else than what is noted.
func News(seen []Seen) bool {
	return slices.ContainsFunc(seen, func(s Seen) bool {
		return Missed(s.Record) != (s.State == Broken) && s.State != Silent && s.State != Elsewhere
	})
}

// Note writes down which documents weren't found and which were found again, and gives what
// that is called. Of what nobody could know nothing is written.
func Note(tx *field.Tx, seen []Seen) (string, error) {
	for _, s := range seen {
		r := tx.Get(s.Record.ID)
		if r == nil || Link.Get(r) != Link.Get(s.Record) {
			continue
		}
		var err error
		switch s.State {
		case Broken:
			err = put(tx, r, Link.Get(r))
		case There, Address, Unlinked:
			err = put(tx, r, "")
		}
		if err != nil {
			return "", err
		}
	}
	return noted(seen), nil
}

// noted says how it went: that all were found only when all could be looked for.
func noted(seen []Seen) string {
	switch broken, unknown := len(In(seen, Broken)), len(In(seen, Silent, Elsewhere)); {
	case broken > 0:
		return "Dokumenten efterletade: " + text.Count(broken) + " hittades inte"
	case unknown > 0:
		return "Dokumenten efterletade: alla som gick att leta efter hittades"
	}
	return "Dokumenten efterletade: alla hittades"
}

func put(tx *field.Tx, r *field.Record, what string) error {
	if missing.Get(r) == what {
		return nil
	}
	var v field.Value
	if what != "" {
		v = what
	}
	return tx.Set(r.ID, missing.Field, v)
}

// In gives those that stand so.
func In(seen []Seen, states ...State) (out []Seen) {
	for _, s := range seen {
		if slices.Contains(states, s.State) {
			out = append(out, s)
		}
	}
	return out
}
