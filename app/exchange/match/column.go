package match

import (
	"strings"

	"itportfoljen/app/base/money"
	"itportfoljen/app/exchange/read"
	"itportfoljen/app/exchange/sheet"
	"itportfoljen/app/field"
)

// Column is a column of the sheet and what it was taken for.
type Column struct {
	Index     int    // 0-based
	Heading   string // as written, on one line
	Field     *field.Field
	Joint     *field.Joint  // several fields that are written in it; then Field is nil
	Means     *field.Option // a choice's alternative that yes in the column means; nil: its values are read as they are
	Year      int           // of a yearly field
	Certainty float64       // 0–1
	Why       string        // Swedish: what the match rests on
	Reference bool          // holds references or identities of ours: which record a row is
	Identity  bool          // the latter
	Computed  bool          // a field that the program works out itself: left out
	Keep      bool          // no field of ours: kept as a free field
	Samples   []string
	Label     string     // what issues and notes call it; no other column of the sheet has it
	Unit      money.Unit // of bare amounts
	Common    bool       // the heading is one that lists of anything have: "Namn"

	heading read.Heading
	maybe   bool    // the heading may mean another field
	share   float64 // of the content that fits the field
	undated bool    // nothing says which year its amounts are of
}

// lengths are the folded words of a heading that say what bare numbers are in where the
// field is of months.
var lengths = map[string]string{"dagar": "dagar", "dag": "dagar", "dgr": "dagar", "d": "dagar", "veckor": "veckor", "ar": "år", "kvartal": "kvartal"}

// Whole is a cell with what the heading says of a bare number: "90" below
// "Uppsägningstid (dagar)" is 90 days.
func (c *Column) Whole(v sheet.Cell) sheet.Cell {
	if c.Field == nil || !c.Field.Months || v.Text == "" || strings.Trim(v.Text, "0123456789") != "" {
		return v
	}
	for _, w := range c.heading.Words {
		if in := lengths[w]; in != "" {
			return sheet.Str(v.Text + " " + in)
		}
	}
	return v
}

// Grows says that what stands in the column may go on in the row below, as lists and long
// texts do.
func (c *Column) Grows() bool {
	return c.Field != nil && (c.Field.Multiline() || c.Field.IsSeveral() && !c.Field.OfUnits())
}

// Trust is how far a match is to be relied on.
type Trust string

// The trusts. A column that isn't matched has none of them.
const (
	Chosen Trust = "chosen" // the user has said what it is
	Sure   Trust = "sure"   // the heading is a name of the field
	Likely Trust = "likely" // the heading is much like one
	Unsure Trust = "unsure" // a guess, for the user to look at
)

var trustLabels = map[Trust]string{Chosen: "vald", Sure: "säker", Likely: "trolig", Unsure: "osäker"}

// Label is the trust in Swedish; "" for none.
func (t Trust) Label() string { return trustLabels[t] }

// What certainty it takes to be sure and likely.
const (
	sureFrom   = 0.9
	likelyFrom = 0.7
)

// Trust is how far the column's match is to be relied on, "" when it has none.
func (c Column) Trust() Trust {
	switch {
	case c.Why == whyChosen:
		return Chosen
	case c.Field == nil && c.Joint == nil && !c.Reference:
		return ""
	case c.Certainty >= sureFrom:
		return Sure
	case c.Certainty >= likelyFrom:
		return Likely
	}
	return Unsure
}

// Said says that a heading or the user, and not only the content, says what the
// column is.
func (c Column) Said() bool {
	return c.Why != whyContent && (c.Field != nil || c.Why != "")
}

// Unfit says that nothing in the column is any of the words that its field takes, whatever
// its heading says.
func (c Column) Unfit() bool {
	return c.Field != nil && c.Field.KnownWords() && c.Why != whyChosen && len(c.Samples) > 0 && c.share == 0
}
