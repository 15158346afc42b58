package demo

import (
	"itportfoljen/app/base/date"
	"itportfoljen/app/field"
	"itportfoljen/app/settings"
)

// Settings are the made-up municipality's own. The governance model is left
// to the caller.
func Settings(today date.Date) *field.Record {
	return field.NewRecord(settings.Kind, settings.ID).
		Put(settings.Name.Field, "Ekvalla kommun").
		Put(settings.Department.Field, "Kommunledningskontoret").
		Put(settings.Sender.Field, "Anna Ek, IT-chef").
		Put(settings.Diary.Field, "KS 2026/0412").
		Put(settings.Accent.Field, "#17616D").
		Put(settings.NextForum.Field, weekday(today.AddDays(12))).
		Put(settings.NextBoard.Field, weekday(today.AddDays(26)))
}

// weekday moves a day in a weekend to the Monday after it.
func weekday(d date.Date) date.Date {
	for d.Weekday() == 0 || d.Weekday() == 6 {
		d = d.AddDays(1)
	}
	return d
}
