package app

import (
	"context"
	"time"

	"itportfoljen/app/base/fault"
	"itportfoljen/app/field"
	"itportfoljen/app/journal"
)

// Store keeps a portfolio. Every method is safe for concurrent use; errors are
// *fault.Error. A test suite in data/storetest says what any store must do;
// package apptest has one in memory.
type Store interface {
	// Load reads everything.
	Load(ctx context.Context) (*Snapshot, error)
	// Commit carries out an entry's changes, raises the sequences and writes
	// the entry to the journal, all in one durable transaction. It gives the
	// entry's place there. On an error nothing has changed. base is the newest entry
	// that the changes build on: when the file has another it is a fault.Stale,
	// and when the file isn't the one that was opened a fault.Moved.
	Commit(ctx context.Context, e Entry, base int64, sequences map[string]int) (Committed, error)
	// Newest gives the number of the newest entry, 0 for none, as it is now:
	// another program may have written since Load.
	Newest(ctx context.Context) (int64, error)
	// Watch waits until the file stands otherwise than known says: another has written
	// to it, or has taken or given up the right to write. It gives how it stands then. An
	// error is of what it met, or of ctx; a fault that may pass is met once, so that who
	// asks again waits.
	Watch(ctx context.Context, known Standing) (Standing, error)
	// Journal gives entries, newest first.
	Journal(ctx context.Context, q Query) ([]Entry, error)
	// Erase takes every text that gone says out of the journal, for good, in one
	// transaction with the entry that tells of it. Hashes stay, and so does the chain.
	// Faults as for Commit.
	Erase(ctx context.Context, e Entry, base int64, gone func(string) bool) (Committed, error)
	// Since gives every entry after a number to see, oldest first, until it gives an
	// error.
	Since(ctx context.Context, number int64, see func(Entry) error) error
	// Check looks the file through and gives a fault.Damaged if it is broken.
	Check(ctx context.Context) error
	// Backup writes a whole, consistent copy to path, never over a file.
	Backup(ctx context.Context, path string) error
	// Holder tells who has the right to write now, "" for nobody.
	Holder() string
	// TakeOver takes the right to write, that nobody else may have, for a store
	// that was opened for reading. Load what others have written before writing.
	TakeOver(ctx context.Context) error
	// Info tells where and how the portfolio is open.
	Info() StoreInfo
	Close() error
}

// Standing is how a file stands among those who have it open.
type Standing struct {
	Newest int64  // the number of its newest entry, 0 for none
	Holder string // who has the right to write, "" for nobody
}

// Access is what a portfolio is opened for.
type Access int

const (
	// ToEdit writes if nobody else does; else it reads, and may take over later.
	ToEdit Access = iota
	// ToRead never writes, and stands in nobody's way.
	ToRead
	// ToWrite waits up to ten seconds for another who writes, and then fails.
	ToWrite
)

// StoreInfo tells where and how a portfolio is open.
type StoreInfo struct {
	Path     string
	ReadOnly bool
	Why      fault.Code // why it is read only: Locked, DiskFull, or ReadOnly for every other reason
	Holder   string     // who had it open for writing when we opened it
	Since    time.Time  // when the holder opened it
	Here     bool       // the holder is the same user's window on this computer
	Schema   int
	Migrated string   // the backup made before a migration at open, if any
	SetAside []string // what lay beside the file and wasn't of it, under its new names
}

// Snapshot is all that a store holds besides the journal.
type Snapshot struct {
	Records   []*field.Record // in the order of Kinds, then by reference or creation
	Sequences map[string]int  // last number used per reference prefix ("SYS", "INS-2027")
	Recent    []Entry         // the newest entries without their changes, newest first, at most 500
	First     journal.Hash    // the chain after the first entry, which no other portfolio has; zero for none
}

// Committed is where an entry came in the journal.
type Committed struct {
	Number int64
	Chain  journal.Hash
}

// Entry is one thing that somebody did: a set of changes that stand or fall
// together.
type Entry struct {
	Number  int64
	At      time.Time // UTC
	Who     string
	Session string // the opening that it was made in
	Origin  string // Swedish: where it came from, "fönstret", "import av System.xlsx"
	Label   string // Swedish: what was done, "Systemägare för Lönesystemet"
	Undoes  int64  // the entry that this one takes back, 0 for none
	Erased  bool   // its label and origin have been erased from the journal
	Changes []field.Change
	More    int          // changes besides those, of one that was asked for in brief
	Chain   journal.Hash // given by the store: it hangs on this entry and all before
}

// Seal is the entry's place in the chain as a report prints it, "412-9f3a07c1".
func (e Entry) Seal() string { return journal.Seal(e.Number, e.Chain) }

// Query picks journal entries.
type Query struct {
	Record field.ID // only entries that touch this record or its parts, with only those changes
	Number int64    // only this entry
	Undoes int64    // only those that take this entry back
	Limit  int      // 0: no limit
	Brief  bool     // of large entries only the first changes, and how many more there are
}
