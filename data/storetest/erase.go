package storetest

import (
	"strconv"
	"strings"

	"itportfoljen/app"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/field"
	"itportfoljen/app/org"
)

// erased checks that a text goes from every entry, and that all else stays.
func (s *suite) erased() {
	const secret = "19121212-1212"
	first := s.commit(unit("a", "Skola "+secret), unit("b", "Vård"))
	second := s.commitEntry(app.Entry{Label: "Namn för Skola " + secret, Origin: "import av x.xlsx", Changes: []field.Change{setName("a", "Skola "+secret, "Skola")}}, nil)
	before := map[int64]app.Entry{}
	for _, e := range s.query(app.Query{}) {
		before[e.Number] = e
	}
	gone := func(t string) bool { return strings.Contains(t, secret) }
	e := app.Entry{At: Moment(40), Who: "Åsa Ek", Label: "Rensat ur historiken: personuppgift"}
	if _, err := s.store.Erase(s.ctx, e, first, gone); fault.CodeOf(err) != fault.Stale {
		s.Errorf("erased on what isn't the newest: %v", err)
	}
	done, err := s.store.Erase(s.ctx, e, second, gone)
	if err != nil || done.Number != second+1 {
		s.Fatalf("erased as %d: %v (%v)", done.Number, err, cause(err))
	}
	s.again()
	for _, e := range s.query(app.Query{}) {
		old := before[e.Number]
		switch e.Number {
		case first:
			if c := e.Changes[0]; !c.Erased || c.Record.Get(org.UnitName.Field) != nil || e.Changes[1].Erased || e.Changes[1].Record.Name() != "Vård" || e.Label != "Ändring" || e.Erased {
				s.Errorf("the first entry is %+v", e)
			}
		case second:
			if c := e.Changes[0]; !c.Erased || c.Lost != [2]bool{true, false} || c.Before != nil || c.After != "Skola" || e.Label != "" || e.Origin != "" || !e.Erased || !e.At.Equal(old.At) || e.Who != old.Who {
				s.Errorf("the second entry is %+v", e)
			}
		}
		if old.Number != 0 && e.Chain != old.Chain {
			s.Errorf("the chain after %d is another", e.Number)
		}
	}
	if err := s.store.Check(s.ctx); err != nil {
		s.Error(err, cause(err))
	}
	s.commit(setName("b", "Vård", "Omsorg"))
}

// since checks that entries come oldest first, whole, and as long as they are asked
// for.
func (s *suite) since() {
	s.commit(unit("a", "A"))
	second := s.commit(setName("a", "A", "B"), unit("b", "B"))
	third := s.commit(setName("a", "B", "C"))
	see := func(after int64, most int) (numbers []int64) {
		stop := fault.New(fault.Canceled, "nog")
		err := s.store.Since(s.ctx, after, func(e app.Entry) error {
			if numbers = append(numbers, e.Number); len(e.Changes) == 0 {
				s.Errorf("entry %d without changes", e.Number)
			}
			if len(numbers) == most {
				return stop
			}
			return nil
		})
		if err != nil && err != error(stop) {
			s.Error(err, cause(err))
		}
		return numbers
	}
	if got := see(second-1, 0); len(got) != 2 || got[0] != second || got[1] != third {
		s.Errorf("since %d there are %v", second-1, got)
	}
	if got := see(0, 2); len(got) != 2 || got[1] != second {
		s.Errorf("of all two are %v", got)
	}
	if got := see(third, 0); len(got) != 0 {
		s.Errorf("since the newest there are %v", got)
	}
}

// brief checks that of large entries only a part comes, with how much more there is.
func (s *suite) brief() {
	var many []field.Change
	for i := range 2500 {
		many = append(many, unit(field.ID("u"+strconv.Itoa(i)), "Enhet "+strconv.Itoa(i)))
	}
	s.commit(unit("a", "A"))
	s.commit(many...)
	s.commit(setName("a", "A", "B"))
	es := s.query(app.Query{Brief: true})
	if len(es) != 3 || len(es[0].Changes) != 1 || es[0].More != 0 || len(es[2].Changes) != 1 {
		s.Fatalf("%d entries, the newest with %d and %d more", len(es), len(es[0].Changes), es[0].More)
	}
	if n := len(es[1].Changes); n == 0 || n+es[1].More != 2500 || es[1].Changes[0].ID != "u0" {
		s.Errorf("%d changes and %d more, want 2500", n, es[1].More)
	}
	if es := s.query(app.Query{}); len(es[1].Changes) != 2500 || es[1].More != 0 {
		s.Errorf("in full %d changes and %d more", len(es[1].Changes), es[1].More)
	}
}
