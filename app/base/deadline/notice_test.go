package deadline_test

import (
	"math/rand/v2"
	"testing"

	"itportfoljen/app/base/date"
	"itportfoljen/app/base/deadline"
)

func TestNoticeIsCountedFromTheEndInForce(t *testing.T) {
	for _, c := range []struct {
		name            string
		end             date.Date
		notice, renewal int
		today           date.Date
		wantEnd, wantBy date.Date
	}{
		{"36 months from 2018-09-27, notice 3", date.Date(20180927).AddMonths(36), 3, 0, 20200101, 20210927, 20210627},
		{"renewed once", 20250828, 2, 12, 20260211, 20260828, 20260628},
		{"no renewal, notice past", 20210927, 3, 0, 20260101, 20210927, 20210627},
		{"no notice", 20261231, 0, 0, 20260101, 20261231, 20261231},
		{"negative notice is none", 20261231, -3, 0, 20260101, 20261231, 20261231},
		{"negative renewal is none", 20211231, 3, -12, 20260101, 20211231, 20210930},
		{"notice clamped to February", 20260531, 3, 0, 20260101, 20260531, 20260228},
		{"notice clamped to leap day", 20240531, 3, 0, 20240101, 20240531, 20240229},
		{"notice clamped to 30 April", 20260731, 3, 0, 20260101, 20260731, 20260430},
		{"last day of notice is in time", 20261231, 3, 12, 20260930, 20261231, 20260930},
		{"the day after rolls", 20261231, 3, 12, 20261001, 20271231, 20270930},
		{"before the notice day nothing rolls", 20271231, 3, 12, 20260101, 20271231, 20270930},
		{"end past, notice too", 20201231, 3, 12, 20260101, 20261231, 20260930},
		{"end ahead, notice past", 20260331, 6, 12, 20260101, 20270331, 20260930},
		{"leap day end, yearly", 20240229, 3, 12, 20240301, 20250228, 20241128},
		{"leap day comes back", 20240229, 3, 12, 20270301, 20280229, 20271129},
		{"31st isn't worn down by February", 20251231, 0, 1, 20260301, 20260331, 20260331},
		{"monthly through February", 20251231, 0, 1, 20260201, 20260228, 20260228},
		{"month end notice in a rolled month", 20250831, 6, 6, 20250901, 20260831, 20260228},
		{"notice longer than renewal", 20251231, 12, 6, 20260315, 20270630, 20260630},
		{"long ago, monthly", 19900131, 1, 1, 20260211, 20260331, 20260228},
		{"quarterly", 20260115, 1, 3, 20260216, 20260415, 20260315},
		{"three years", 20200630, 9, 36, 20260101, 20290630, 20280930},
		{"no end", 0, 3, 12, 20260101, 0, 0},
		{"no today", 20201231, 3, 12, 0, 20201231, 20200930},
		{"end of the calendar", 99991201, 3, 12, 99991101, 99991201, 99990901},
	} {
		t.Run(c.name, func(t *testing.T) {
			end, by, _ := deadline.Terms{End: c.end, Notice: c.notice, Renewal: c.renewal}.On(c.today)
			if end != c.wantEnd || by != c.wantBy {
				t.Errorf("on %v it ends %v, notice by %v; want %v, %v", c.today, end, by, c.wantEnd, c.wantBy)
			}
		})
	}
}

func TestNoticeCanAlwaysBeGivenWithRenewal(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	for range 20_000 {
		end := date.Of(1990+r.IntN(60), 1+r.IntN(12), 1+r.IntN(31))
		today := date.Of(1990+r.IntN(60), 1+r.IntN(12), 1+r.IntN(31))
		notice, renewal := r.IntN(37), 1+r.IntN(60)
		gotEnd, by, k := deadline.Terms{End: end, Notice: notice, Renewal: renewal}.On(today)

		// Found again the slow way: the first whole number of renewals that is in time.
		want := 0
		for deadline.Later(end, want*renewal).AddMonths(-notice) < today {
			want++
		}
		if by < today || k != want || gotEnd != deadline.Later(end, want*renewal) || by != gotEnd.AddMonths(-notice) {
			t.Fatalf("ends %v, notice %d, renewal %d, on %v: %v, %v after %d renewals; want %d", end, notice, renewal, today, gotEnd, by, k, want)
		}
	}
}

// TestBindingTimesAndLastRenewals: what a first binding time and a most number of renewals
// do to the days.
func TestBindingTimesAndLastRenewals(t *testing.T) {
	for _, c := range []struct {
		name            string
		terms           deadline.Terms
		today           date.Date
		wantEnd, wantBy date.Date
		renewals        int
	}{
		{"bound to the end", deadline.Terms{End: 20271231, Bound: 20271231, Notice: 3, Renewal: 12}, 20260101, 20271231, 20270930, 0},
		{"bound beyond the end: the next is the first that it may end", deadline.Terms{End: 20261231, Bound: 20280630, Notice: 3, Renewal: 12}, 20260101, 20281231, 20280930, 2},
		{"bound beyond the notice day, not beyond the end", deadline.Terms{End: 20261231, Bound: 20261115, Notice: 3, Renewal: 12}, 20260101, 20261231, 20260930, 0},
		{"bound to the day after", deadline.Terms{End: 20261231, Bound: 20270101, Notice: 0, Renewal: 1}, 20260101, 20270131, 20270131, 1},
		{"the binding time is past", deadline.Terms{End: 20251231, Bound: 20240630, Notice: 3, Renewal: 12}, 20260211, 20261231, 20260930, 1},
		{"bound, and the notice day is past as well", deadline.Terms{End: 20251231, Bound: 20261231, Notice: 3, Renewal: 12}, 20261001, 20271231, 20270930, 2},
		{"bound, without renewal the end stands", deadline.Terms{End: 20261231, Bound: 20280101, Notice: 3}, 20260101, 20261231, 20260930, 0},
		{"once at most, before", deadline.Terms{End: 20261231, Notice: 3, Renewal: 12, Most: 1}, 20260930, 20261231, 20260930, 0},
		{"once at most, renewed", deadline.Terms{End: 20261231, Notice: 3, Renewal: 12, Most: 1}, 20261001, 20271231, 20270930, 1},
		{"once at most, it has ended", deadline.Terms{End: 20261231, Notice: 3, Renewal: 12, Most: 1}, 20300101, 20271231, 20270930, 1},
		{"twice at most, long ago", deadline.Terms{End: 20101231, Notice: 1, Renewal: 24, Most: 2}, 20260101, 20141231, 20141130, 2},
		{"bound beyond the last renewal", deadline.Terms{End: 20261231, Bound: 20300101, Notice: 3, Renewal: 12, Most: 2}, 20260101, 20281231, 20280930, 2},
		{"no end", deadline.Terms{Bound: 20261231, Notice: 3, Renewal: 12, Most: 2}, 20260101, 0, 0, 0},
		{"bound beyond the calendar", deadline.Terms{End: 99981231, Bound: 99991231, Notice: 3, Renewal: 24}, 20260101, 99981231, 99980930, 0},
	} {
		end, by, n := c.terms.On(c.today)
		if end != c.wantEnd || by != c.wantBy || n != c.renewals {
			t.Errorf("%s: ends %v, notice by %v after %d renewals; want %v, %v, %d", c.name, end, by, n, c.wantEnd, c.wantBy, c.renewals)
		}
	}
}

// TestMonthsAfterALastDay: an agreement that goes on for a month after 30 June does so to
// 31 July, and one that ends on a day in the month to that day.
func TestMonthsAfterALastDay(t *testing.T) {
	for _, c := range []struct {
		end    date.Date
		months int
		want   date.Date
	}{
		{20260630, 1, 20260731}, {20260228, 36, 20290228}, {20260228, 24, 20280229}, {20240229, 12, 20250228}, {20240229, 48, 20280229},
		{20260930, 5, 20270228}, {20261231, 2, 20270228}, {20260629, 1, 20260729}, {20260130, 1, 20260228}, {20260131, 1, 20260228},
		{20260430, 12, 20270430}, {20260831, -6, 20260228}, {20260628, 0, 20260628}, {20260630, 0, 20260630}, {0, 12, 0}, {99991231, 1, 0},
	} {
		if got := deadline.Later(c.end, c.months); got != c.want {
			t.Errorf("%v and %d months is %v, want %v", c.end, c.months, got, c.want)
		}
	}
}
