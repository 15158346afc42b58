package backup

import (
	"context"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"time"
)

func at(s string) time.Time {
	t, err := time.ParseInLocation("2006-01-02 15:04", s, time.Local)
	if err != nil {
		panic(err)
	}
	return t
}

func TestWhatIsKept(t *testing.T) {
	daily := func(from string, n int) []string { // a copy a day backwards
		var out []string
		for i := range n {
			out = append(out, at(from+" 08:00").AddDate(0, 0, -i).Format("2006-01-02 15:04"))
		}
		return out
	}
	for _, c := range []struct {
		name   string
		copies []string // newest first
		want   []string // those that stay
	}{
		{"one", []string{"2027-03-01 08:00"}, []string{"2027-03-01 08:00"}},
		{"all of the newest day", []string{"2027-03-01 15:00", "2027-03-01 10:00", "2027-03-01 08:00"}, []string{"2027-03-01 15:00", "2027-03-01 10:00", "2027-03-01 08:00"}},
		{"the newest of an earlier day", []string{"2027-03-02 08:00", "2027-03-01 15:00", "2027-03-01 08:00"}, []string{"2027-03-02 08:00", "2027-03-01 15:00"}},
		{"seven days", daily("2027-03-07", 7), daily("2027-03-07", 7)},
		// 2027-03-07 is a Sunday: the weeks' newest are Sundays, the months' their last days.
		{"sixty days", daily("2027-03-07", 60), append(daily("2027-03-07", 7), "2027-02-28 08:00", "2027-02-21 08:00", "2027-02-14 08:00", "2027-01-31 08:00")},
		{"days without work don't count", []string{"2027-03-01 08:00", "2026-11-02 08:00", "2026-05-04 08:00"}, []string{"2027-03-01 08:00", "2026-11-02 08:00", "2026-05-04 08:00"}},
		{"a week over New Year", []string{"2027-01-03 08:00", "2027-01-02 08:00", "2027-01-01 08:00", "2026-12-31 08:00", "2026-12-30 08:00", "2026-12-29 08:00", "2026-12-28 08:00", "2026-12-27 08:00", "2026-12-26 08:00"},
			[]string{"2027-01-03 08:00", "2027-01-02 08:00", "2027-01-01 08:00", "2026-12-31 08:00", "2026-12-30 08:00", "2026-12-29 08:00", "2026-12-28 08:00", "2026-12-27 08:00"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			var copies []Copy
			for _, s := range c.copies {
				copies = append(copies, Copy{At: at(s)})
			}
			var got []string
			for i, r := range ranks(copies) {
				if r != needless {
					got = append(got, c.copies[i])
				}
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("kept %q\nwant %q", got, c.want)
			}
		})
	}
}

func TestThreeYearsOfDaysLeaveDaysWeeksAndMonths(t *testing.T) {
	var copies []Copy
	for i := range 1100 {
		copies = append(copies, Copy{At: at("2027-03-07 08:00").AddDate(0, 0, -i)})
	}
	count := map[rank]int{}
	for _, r := range ranks(copies) {
		count[r]++
	}
	// March and its week are the newest day's; February's newest is a week's too.
	if count[monthly] != 12 || count[weekly] != 2 || count[daily] != 6 {
		t.Errorf("%v", count)
	}
}

func TestADayOfManyImportsKeepsTheNewest(t *testing.T) {
	now := monday
	s := shelfIn(t, &now)
	for i := range 30 {
		now = now.Add(time.Minute)
		keep(t, s, "/x/p.itp", fmt.Sprint("m", i))
	}
	if n := len(list(t, s, "/x/p.itp")); n != sameAs {
		t.Errorf("%d copies", n)
	}
}

// fill makes a copy a day whose size is known, since chance can't be packed.
func fill(t *testing.T, s *Shelf, now *time.Time, path string, days int) {
	t.Helper()
	for range days {
		*now = now.AddDate(0, 0, 1)
		body := append(content(path+now.String()), random(10_000)...)
		src := Source{Path: path, Write: func(_ context.Context, to string) error { return os.WriteFile(to, body, 0o600) }}
		if _, _, err := s.Keep(t.Context(), src, "dag"); err != nil {
			t.Fatal(err)
		}
	}
}

func TestTheOldestDailiesGoFirstWhenRoomIsShort(t *testing.T) {
	now := at("2027-01-17 08:00") // a Sunday
	s := shelfIn(t, &now)
	fill(t, s, &now, "/x/p.itp", 49)
	var before []string
	for _, c := range list(t, s, "") {
		before = append(before, day(c.At))
	}
	want := []string{"2027-03-07", "2027-03-06", "2027-03-05", "2027-03-04", "2027-03-03", "2027-03-02", "2027-03-01", "2027-02-28", "2027-02-21", "2027-02-14", "2027-01-31"}
	if !slices.Equal(before, want) {
		t.Fatalf("before: %q", before)
	}
	for _, c := range []struct {
		copies int
		want   []string
	}{
		{8, []string{"2027-03-08", "2027-03-07", "2027-03-06", "2027-03-05", "2027-03-04", "2027-02-28", "2027-02-21", "2027-01-31"}},
		{5, []string{"2027-03-09", "2027-03-07", "2027-02-28", "2027-02-21", "2027-01-31"}},
		{2, []string{"2027-03-10", "2027-02-28"}},
		{0, []string{"2027-03-11"}},
	} {
		s.budget = int64(c.copies)*10_500 + 1
		fill(t, s, &now, "/x/p.itp", 1)
		var got []string
		for _, c := range list(t, s, "") {
			got = append(got, day(c.At))
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("room for %d: %s\nwant %s", c.copies, strings.Join(got, " "), strings.Join(c.want, " "))
		}
	}
}

func TestTheNewestWholeCopyOfEveryPortfolioStays(t *testing.T) {
	now := at("2027-01-17 08:00")
	s := shelfIn(t, &now)
	fill(t, s, &now, "/x/a.itp", 3)
	old := list(t, s, "/x/a.itp")
	flip(t, old[0].Path) // the newest can't be read: the one before must stay
	s.budget = 1
	fill(t, s, &now, "/x/b.itp", 3)
	var got []string
	for _, c := range list(t, s, "") {
		got = append(got, c.Path)
	}
	if len(got) != 3 || !slices.Contains(got, old[0].Path) || !slices.Contains(got, old[1].Path) || len(list(t, s, "/x/b.itp")) != 1 {
		t.Errorf("left %q", got)
	}
}
