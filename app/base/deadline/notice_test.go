package deadline_test

import (
	"math/rand/v2"
	"testing"

	"itportfoljen/app/base/date"
	"itportfoljen/app/base/deadline"
)

func TestNoticeBy(t *testing.T) {
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
			end, by := deadline.NoticeBy(c.end, c.notice, c.renewal, c.today)
			if end != c.wantEnd || by != c.wantBy {
				t.Errorf("NoticeBy(%v, %d, %d, %v) = %v, %v; want %v, %v", c.end, c.notice, c.renewal, c.today, end, by, c.wantEnd, c.wantBy)
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
		gotEnd, by := deadline.NoticeBy(end, notice, renewal, today)

		// Found again the slow way: the first whole number of renewals that is in time.
		k := 0
		for end.AddMonths(k*renewal).AddMonths(-notice) < today {
			k++
		}
		if by < today || gotEnd != end.AddMonths(k*renewal) || by != gotEnd.AddMonths(-notice) {
			t.Fatalf("NoticeBy(%v, %d, %d, %v) = %v, %v; want %d renewals", end, notice, renewal, today, gotEnd, by, k)
		}
	}
}
