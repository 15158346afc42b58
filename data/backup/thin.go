package backup

import (
	"cmp"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"time"
)

// How many are kept: the newest of each day, week and month that has any.
const (
	days   = 7
	weeks  = 4
	months = 12
	sameAs = 10 // of the newest day, since a day may have many imports
)

// rank says why a copy is kept; when room is short the lowest goes first.
type rank int

const (
	needless rank = iota
	again         // one more of the newest day
	daily
	weekly
	monthly
)

// ranks tells why each of a portfolio's copies, newest first, is kept.
func ranks(copies []Copy) []rank {
	out := make([]rank, len(copies))
	mark := func(period func(time.Time) string, most int, r rank) {
		seen := map[string]bool{}
		for i, c := range copies {
			if p := period(c.At); !seen[p] && len(seen) < most {
				seen[p] = true
				out[i] = r
			}
		}
	}
	for i, c := range copies {
		if i < sameAs && day(c.At) == day(copies[0].At) {
			out[i] = again
		}
	}
	mark(day, days, daily)
	mark(week, weeks, weekly)
	mark(month, months, monthly)
	return out
}

func day(t time.Time) string { return t.Local().Format("2006-01-02") }

func week(t time.Time) string {
	y, w := t.Local().ISOWeek()
	return fmt.Sprint(y, w)
}

func month(t time.Time) string { return t.Local().Format("2006-01") }

// thin takes away the copies of a portfolio that aren't needed now that fresh
// has been made, and the least needed of all while they take too much room.
// The newest whole one of each portfolio always stays.
func (s *Shelf) thin(ctx context.Context, fresh Copy) {
	all, err := s.all()
	if err != nil {
		return // next time
	}
	type kept struct {
		Copy
		rank rank
	}
	var left []kept
	room := s.budget
	if room == 0 {
		room = Budget
	}
	for folder, copies := range byFolder(all) {
		why := ranks(copies)
		ours := folder == filepath.Dir(fresh.Path)
		for i, c := range copies {
			if ours && why[i] == needless && c.Path != fresh.Path && os.Remove(c.Path) == nil {
				continue
			}
			room -= c.Size
			left = append(left, kept{c, why[i]})
		}
	}
	if room >= 0 {
		return
	}
	slices.SortStableFunc(left, func(a, b kept) int { return cmp.Or(cmp.Compare(a.rank, b.rank), a.At.Compare(b.At)) })
	spared := s.newestWhole(ctx, all, fresh)
	for _, c := range left {
		if room < 0 && !spared[c.Path] && os.Remove(c.Path) == nil {
			room += c.Size
		}
	}
}

// byFolder parts copies by portfolio, each newest first. Broken ones are left
// out: nobody knows what they were.
func byFolder(all []Copy) map[string][]Copy {
	out := map[string][]Copy{}
	for _, c := range all {
		if !c.Damaged {
			folder := filepath.Dir(c.Path)
			out[folder] = append(out[folder], c)
		}
	}
	return out
}

// newestWhole finds the newest copy of each portfolio that can be read to its
// end; fresh has been.
func (s *Shelf) newestWhole(ctx context.Context, all []Copy, fresh Copy) map[string]bool {
	out := map[string]bool{fresh.Path: true}
	for folder, copies := range byFolder(all) {
		if folder == filepath.Dir(fresh.Path) {
			continue
		}
		for _, c := range copies {
			out[c.Path] = true // also one that isn't whole, until one that is has been found
			if s.Verify(ctx, c.Path) == nil {
				break
			}
		}
	}
	return out
}
