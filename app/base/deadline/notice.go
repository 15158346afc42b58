// Package deadline works out the days by which something must be done.
package deadline

import "itportfoljen/app/base/date"

// Terms are what an agreement says of when it ends, and of how it is ended.
type Terms struct {
	End     date.Date // its last day
	Bound   date.Date // the last day of the first binding time: notice doesn't end it before
	Notice  int       // months; negative ones count as none
	Renewal int       // months that it goes on by itself when nobody gives notice; 0: it doesn't
	Most    int       // so many times at most; 0: any number
}

// On gives the day an agreement ends and the last day to give notice, seen from
// today, and how many renewals away the end is. The notice day is Notice months
// before the end, the month's last day when it lacks the day. With automatic renewal
// the end is rolled forward by whole renewal periods, counted from the original end
// so that short months don't wear the day down, until the binding time is over and
// notice can still be given; notice on the day itself is in time. Without renewal, or
// after the last one, the notice day may be past. No end gives no dates.
func (t Terms) On(today date.Date) (end, noticeBy date.Date, renewals int) {
	notice := max(t.Notice, 0)
	end, noticeBy = t.End, t.End.AddMonths(-notice)
	if t.Renewal <= 0 || end.IsZero() {
		return end, noticeBy, 0
	}
	// Whole periods that surely have passed are skipped in one step.
	passed := (today.Year()-end.Year())*12 + today.Month() - end.Month() + notice
	for k := max(passed/t.Renewal-1, 1); noticeBy < today || end < t.Bound; k++ {
		if t.Most > 0 {
			k = min(k, t.Most)
		}
		next := Later(t.End, k*t.Renewal)
		if next.IsZero() { // beyond the calendar
			break
		}
		end, noticeBy, renewals = next, next.AddMonths(-notice), k
		if k == t.Most {
			break
		}
	}
	return end, noticeBy, renewals
}

// Later is the last day of what goes on for so many months after a last day. The last
// day of a month is followed by the last day of another: 30 June and a month is
// 31 July, and 28 February and three years may be 29 February.
func Later(end date.Date, months int) date.Date {
	later := end.AddMonths(months)
	if later.IsZero() || end != date.LastOfMonth(end.Year(), end.Month()) {
		return later
	}
	return date.LastOfMonth(later.Year(), later.Month())
}
