//go:build linux

package torture

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"itportfoljen/app"
)

// How many changes two writers make, and how many one makes beside readers.
const (
	changesOfEach      = 120
	changesWithReaders = 60
)

// together lets several programs at one portfolio.
func (r *rig) together() []*Line {
	return []*Line{r.twoWriters(), r.readersBeside()}
}

// twoWriters lets two write as fast as they can; each waits for the other.
func (r *rig) twoWriters() *Line {
	l := &Line{What: "Två som skriver om vartannat"}
	dir := r.furnished()
	n := r.times(changesOfEach)
	var slowest time.Duration
	var mu sync.Mutex
	var all sync.WaitGroup
	said := [2][]string{}
	for w := range 2 {
		all.Go(func() {
			for i := range n {
				word := fmt.Sprintf("Skrivare %d nummer %d", w, i)
				args := []string{"set", "a.itp", fmt.Sprintf("SYS-00%02d", 10+w), "lock_in=" + word}
				if i%4 == 3 {
					args = []string{"add", "a.itp", "systems", "name=" + word}
				}
				began := time.Now()
				a := r.run(dir, args...)
				mu.Lock()
				l.Times++
				slowest = max(slowest, time.Since(began))
				mu.Unlock()
				if a.code != 0 {
					r.lost(l, dir, "nekad: %v", a)
					continue
				}
				said[w] = append(said[w], word)
			}
		})
	}
	all.Wait()
	r.tidy(l, dir, append(theRest, "a.itp")...)
	r.allThere(l, dir, append(said[0], said[1]...))
	l.Note = fmt.Sprintf("den som väntade längst fick svar efter %.1f s", slowest.Seconds())
	return l
}

// allThere holds that the journal has every change that was acknowledged.
func (r *rig) allThere(l *Line, dir string, words []string) {
	path := filepath.Join(dir, "a.itp")
	f, ok := r.look(l, path, theRest...)
	if !ok {
		return
	}
	if want := r.start.number + int64(len(words)); f.number != want {
		r.lost(l, dir, "journalen slutar på %d, väntat %d", f.number, want)
	}
	p, err := r.s.Open(r.ctx, path, app.ToRead)
	must(err)
	defer p.Close()
	entries, err := p.Journal(r.ctx, app.Query{})
	must(err)
	written := map[string]bool{}
	for _, e := range entries {
		for _, c := range e.Changes {
			if s, ok := c.After.(string); ok {
				written[s] = true
			}
			if c.Record != nil {
				written[c.Record.Name()] = true
			} else if made := p.Get(c.ID); made != nil {
				written[made.Name()] = true
			}
		}
	}
	for _, word := range words {
		l.Acked++
		if !written[word] {
			r.lost(l, dir, "bekräftat men borta: %s", word)
		}
	}
}

// readersBeside lets readers loop while another writes: nobody is refused, and
// each reading is of one moment. What is written is the same number in two
// tables.
func (r *rig) readersBeside() *Line {
	l := &Line{What: "Läsare bredvid en skrivare"}
	dir := r.furnished()
	r.run(dir, "set", "a.itp", "SYS-0005", "lock_in=0", "operations_budget:2027=0")
	stop := make(chan struct{})
	var readers sync.WaitGroup
	reads := 0
	var mu sync.Mutex
	for i, args := range [][]string{
		{"show", "a.itp", "SYS-0005", "--json"}, {"list", "a.itp", "systems"},
		{"export", "a.itp", "läst.json"}, {"report", "a.itp", "systemforteckning", "läst.pdf"}, {"check", "a.itp"},
	} {
		readers.Go(func() {
			for {
				select {
				case <-stop:
					return
				default:
				}
				a := r.run(dir, args...)
				mu.Lock()
				reads++
				mu.Unlock()
				if a.code != 0 {
					r.lost(l, dir, "läsning nekad: %s: %v", args[0], a)
				} else if i == 0 {
					r.oneMoment(l, dir, a.out)
				}
			}
		})
	}
	n := r.times(changesWithReaders)
	for i := range n {
		l.Times++
		if a := r.run(dir, "set", "a.itp", "SYS-0005", fmt.Sprintf("lock_in=%d", i+1), fmt.Sprintf("operations_budget:2027=%d", i+1)); a.code != 0 {
			r.lost(l, dir, "ändring nekad: %v", a)
		} else {
			l.Acked++
		}
	}
	close(stop)
	readers.Wait()
	for _, name := range []string{"läst.json", "läst.pdf"} {
		_ = os.Remove(filepath.Join(dir, name))
	}
	f, ok := r.look(l, filepath.Join(dir, "a.itp"), theRest...)
	if want := r.start.number + 1 + int64(l.Acked); ok && f.number != want {
		r.lost(l, dir, "journalen slutar på %d, väntat %d", f.number, want)
	}
	l.Note = fmt.Sprintf("%d läsningar, ingen nekad", reads)
	if l.Lost > 0 {
		l.Note = fmt.Sprintf("%d läsningar", reads)
	}
	return l
}

func (r *rig) oneMoment(l *Line, dir, said string) {
	var read struct {
		LockIn string `json:"lock_in"`
		Budget int64  `json:"operations_budget_ore"`
	}
	if err := json.NewDecoder(strings.NewReader(said)).Decode(&read); err != nil {
		r.lost(l, dir, "går inte att tolka: %v", err)
		return
	}
	if fmt.Sprint(read.Budget/100) != read.LockIn {
		r.lost(l, dir, "två ögonblick i en läsning: %+v", read)
	}
}
