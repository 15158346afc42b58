// Package deadline works out the days by which something must be done.
package deadline

import "itportfoljen/app/base/date"

// NoticeBy gives the day an agreement ends and the last day to give notice,
// seen from today. The notice day is noticeMonths before the end, the month's
// last day when it lacks the day. With automatic renewal (renewalMonths > 0)
// the end is rolled forward by whole renewal periods, counted from the original
// end so that short months don't wear the day down, until notice can still be
// given; notice on the day itself is in time. Without renewal the notice day
// may be past. No end gives no dates; negative noticeMonths count as none.
func NoticeBy(end date.Date, noticeMonths, renewalMonths int, today date.Date) (effectiveEnd, noticeBy date.Date) {
	noticeMonths = max(noticeMonths, 0)
	effectiveEnd, noticeBy = end, end.AddMonths(-noticeMonths)
	if renewalMonths <= 0 || end.IsZero() {
		return effectiveEnd, noticeBy
	}
	// Whole periods that surely have passed are skipped in one step.
	passed := (today.Year()-end.Year())*12 + today.Month() - end.Month() + noticeMonths
	for k := max(passed/renewalMonths-1, 1); noticeBy < today; k++ {
		next := end.AddMonths(k * renewalMonths)
		if next.IsZero() { // beyond the calendar
			break
		}
		effectiveEnd, noticeBy = next, next.AddMonths(-noticeMonths)
	}
	return effectiveEnd, noticeBy
}
