package app

import (
	"cmp"
	"fmt"
	"time"

	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
)

// OriginRepair is the origin of what a repair of a damaged file wrote.
const OriginRepair = "lagning"

// Repairing says what is to be repaired.
type Repairing struct {
	Path, To   string   // the damaged file, and the new one
	Copies     []string // of the same portfolio, besides those that the program keeps
	Passphrase string   // of copies that need one
}

// Repaired is what came of a damaged file.
type Repaired struct {
	Path    string // of the new portfolio
	Kinds   []RepairedKind
	Lost    []LostRecord
	Doubted []LostRecord // there, but perhaps not as they last were
	Removed []string     // references to what is lost: Swedish sentences
	Bad     []BadEntry
	Sealed  []Resealed // entries whose seal is another now
	Entries int64      // in the journal of the new portfolio
	Own     string     // seal of the entry that says what was repaired; "" when nothing was
	Last    Entry      // the newest that is left, without its changes
	Later   bool       // there are records that are newer than that
	After   int64      // the entry after which the lost ones are counted; 0: only those with names are
	Unknown string     // why it can't be known how many records there were in the end, in Swedish without a full stop; "" when it is
	Missing int64      // how many bytes a file that has been cut off lacks
	Unread  int64      // how many pages the disk wouldn't give
	Copies  []string   // that something was taken from
}

// RepairedKind counts the records of a kind by where they were found.
type RepairedKind struct {
	Kind                       *field.Kind
	Whole, Journal, Copy, Lost int
}

// LostRecord is a record that could not be brought back, or not for certain. Count is
// more than one for several of which nothing more is known.
type LostRecord struct {
	Kind      *field.Kind
	ID        field.ID
	Ref, Name string // as far as they are known
	Why       string // Swedish, without a full stop
	Count     int
}

// Called is the record as far as it is known, "System SYS-0042 Lönesystemet".
func (l LostRecord) Called() string {
	switch {
	case l.ID == "":
		return text.Count(l.Count) + " " + l.Kind.Many
	case string(l.ID) == l.Kind.Name: // there is only one
		return l.Kind.Many
	}
	name := cmp.Or(l.Name, l.Ref, string(l.ID))
	if l.Ref != "" && l.Ref != name {
		name = l.Ref + " " + name
	}
	return l.Kind.One + " " + name
}

// Gathered makes one of many records that are doubted for the same reason.
func Gathered(list []LostRecord) (out []LostRecord) {
	type group struct {
		kind *field.Kind
		why  string
	}
	n := map[group]int{}
	for _, l := range list {
		n[group{l.Kind, l.Why}]++
	}
	for _, l := range list {
		switch g := (group{l.Kind, l.Why}); {
		case n[g] > 10:
			out = append(out, LostRecord{Kind: l.Kind, Why: l.Why, Count: n[g]})
			n[g] = 0
		case n[g] > 0:
			out = append(out, l)
		}
	}
	return out
}

// BadEntry is an entry of the journal that could not be read as it was written.
type BadEntry struct {
	Number int64
	At     time.Time // zero when it isn't known
	Who    string
	Label  string // "" when it isn't known
	Why    string // Swedish, without a full stop
}

// Resealed is an entry that is as it was, but after one that isn't.
type Resealed struct {
	Number   int64
	Was, Now string
}

// Total adds the kinds up.
func (r Repaired) Total() (sum RepairedKind) {
	for _, k := range r.Kinds {
		sum.Whole, sum.Journal, sum.Copy, sum.Lost = sum.Whole+k.Whole, sum.Journal+k.Journal, sum.Copy+k.Copy, sum.Lost+k.Lost
	}
	return sum
}

// Left is how many records the new portfolio has of those that there were.
func (r Repaired) Left() int {
	sum := r.Total()
	return sum.Whole + sum.Journal + sum.Copy
}

// LeftText is that beside how many there were, "252 av 773 poster".
func (r Repaired) LeftText() string {
	if !r.Counted() {
		return text.Plural(r.Left(), "post", "poster")
	}
	return text.Count(r.Left()) + " av " + text.Plural(r.Left()+r.Total().Lost, "post", "poster")
}

// Counted says that it is known how many records there were, if only after an entry that
// may not have been the last.
func (r Repaired) Counted() bool { return r.Unknown == "" || r.After > 0 }

// CountedText says what isn't known of how many records there were; "" when all is.
func (r Repaired) CountedText() string {
	const more = " Det kan saknas fler än de som räknas upp."
	switch {
	case r.Unknown == "":
		return ""
	case r.After == 0:
		return "Hur många poster det fanns går inte att veta: " + r.Unknown + "." + more
	}
	return fmt.Sprintf("Så många fanns efter ändring %d; hur många poster det fanns till sist går inte att veta: %s.", r.After, r.Unknown) + more
}

// Complete says that all there was is there, as far as can be told.
func (r Repaired) Complete() bool {
	return len(r.Lost)+len(r.Doubted)+len(r.Removed)+len(r.Bad) == 0 && !r.Later && r.Unknown == "" && r.Missing == 0 && r.Unread == 0
}
