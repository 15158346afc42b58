package app

import "time"

// Copy is a copy of a portfolio that the program keeps by itself.
type Copy struct {
	Path    string // of the copy
	Of      string // of the portfolio when it was made
	At      time.Time
	Reason  CopyReason
	Systems int       // how many it holds
	Changed time.Time // when what it holds was last changed; zero for never
	Size    int64     // in bytes
	Damaged bool      // it can't be read, and nothing more is known of it
}

// CopyReason says why a copy was made.
type CopyReason string

// The reasons. They stand in the names of files.
const (
	CopyOpening   CopyReason = "dag"
	CopyImport    CopyReason = "import"
	CopyMigration CopyReason = "uppgradering"
	CopyAsked     CopyReason = "begard"
)

// Label is the reason in words.
func (r CopyReason) Label() string {
	switch r {
	case CopyOpening:
		return "dagens första öppning"
	case CopyImport:
		return "före import"
	case CopyMigration:
		return "före uppgradering"
	case CopyAsked:
		return "gjord för hand"
	}
	return "okänd anledning"
}

// CopyPlace is where copies are kept on this computer.
type CopyPlace struct {
	Dir    string
	Chosen bool // by the user; else it is the user's own data folder
}
