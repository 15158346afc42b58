package wiring

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"itportfoljen/app"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/field"
	"itportfoljen/app/settings"
	"itportfoljen/data/files"
	"itportfoljen/data/sqlite"
)

// ownCopies is how many of the copies that the program keeps are looked in: an
// older one has nothing that a newer one lacks, unless that is of another time.
const ownCopies = 3

// repair makes a new portfolio of a damaged one and its copies. Copies are unpacked
// where nobody else sees them.
func (o Options) repair(ctx context.Context, r app.Repairing) (app.Repaired, error) {
	if packed := unpackFirst(fault.New(fault.Unreadable, ""), r.Path); fault.CodeOf(packed) != fault.Unreadable {
		return app.Repaired{}, packed
	}
	path, err := filepath.Abs(r.To)
	if err != nil {
		return app.Repaired{}, files.Explain(err, r.To)
	}
	u := unpacking{o: o}
	defer u.clear()
	how := sqlite.Repairing{Path: r.Path, To: path, Who: o.Who, Needed: needed()}
	for _, c := range r.Copies {
		unpacked, err := u.copy(ctx, c, r.Passphrase)
		if err != nil {
			return app.Repaired{}, err
		}
		how.Copies = append(how.Copies, sqlite.RepairCopy{Path: unpacked, Name: filepath.Base(c), Asked: true})
	}
	how.More = func(ctx context.Context) []sqlite.RepairCopy { return u.own(ctx, r.Path) }
	out, err := sqlite.Repair(ctx, how, o.store(app.ToEdit))
	return out, files.Explain(err, r.Path)
}

// needed are the settings, with the styrmodell that is suggested.
func needed() []*field.Record {
	return []*field.Record{settings.Of("", Models()[0].Data)}
}

// unpacking unpacks copies into a folder of its own, when there are any.
type unpacking struct {
	o   Options
	dir string
	n   int
}

func (u *unpacking) clear() {
	if u.dir != "" {
		_ = os.RemoveAll(u.dir)
	}
}

func (u *unpacking) copy(ctx context.Context, copy, passphrase string) (string, error) {
	if u.dir == "" {
		dir, err := os.MkdirTemp("", "itportfoljen-*") // 0700
		if err != nil {
			return "", files.Explain(err, os.TempDir())
		}
		u.dir = dir
	}
	u.n++
	to := filepath.Join(u.dir, fmt.Sprintf("%d.itp", u.n))
	_, err := anywhere().Restore(ctx, copy, passphrase, to, files.NewHolder(atHost(u.o.Who), false, time.Now()))
	return to, err
}

// own are the newest of the copies that the program keeps of a portfolio. Without
// any the repair goes on.
func (u *unpacking) own(ctx context.Context, path string) (out []sqlite.RepairCopy) {
	list, err := copies(ctx, path)
	if err != nil {
		return nil
	}
	for _, c := range list {
		if c.Damaged || len(out) == ownCopies {
			continue
		}
		if unpacked, err := u.copy(ctx, c.Path, ""); err == nil {
			out = append(out, sqlite.RepairCopy{Path: unpacked, Name: filepath.Base(c.Path)})
		}
	}
	return out
}
