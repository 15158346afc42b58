package sqlite

import (
	"context"
	"testing"
	"time"

	"golang.org/x/sys/windows"

	"itportfoljen/app"
	"itportfoljen/app/base/fault"
)

// hold opens the file as other programs do, who share it as they say.
func hold(t *testing.T, path string, share uint32) (letGo func()) {
	t.Helper()
	name, err := windows.UTF16PtrFromString(path)
	if err != nil {
		t.Fatal(err)
	}
	h, err := windows.CreateFile(name, windows.GENERIC_READ, share, nil, windows.OPEN_EXISTING, 0, 0)
	if err != nil {
		t.Fatal(err)
	}
	return func() { windows.CloseHandle(h) }
}

// TestHeldByAnotherProgram: such a file is busy, and neither missing nor one
// that can only be read.
func TestHeldByAnotherProgram(t *testing.T) {
	const readers, writers = windows.FILE_SHARE_READ, windows.FILE_SHARE_READ | windows.FILE_SHARE_WRITE
	for name, c := range map[string]struct {
		share  uint32
		access app.Access
		want   fault.Code
	}{
		"all, to write":     {0, app.ToWrite, fault.Locked},
		"all, to edit":      {0, app.ToEdit, fault.Locked},
		"all, to read":      {0, app.ToRead, fault.Locked},
		"writing, to write": {readers, app.ToWrite, fault.Locked},
		"writing, to edit":  {readers, app.ToEdit, ""},
		"writing, to read":  {readers, app.ToRead, ""},
		"nothing, to write": {writers, app.ToWrite, ""},
	} {
		t.Run(name, func(t *testing.T) {
			path := closed(t, 1)
			letGo := hold(t, path, c.share)
			defer letGo()
			o := me
			o.Access, o.Wait = c.access, time.Millisecond
			s, err := Open(t.Context(), path, o)
			if fault.CodeOf(err) != c.want {
				t.Fatalf("%q (%v), want %q", fault.CodeOf(err), err, c.want)
			}
			if err == nil {
				if got := records(t, s); got != 1 {
					t.Errorf("%d records", got)
				}
				if err := s.Close(); err != nil {
					t.Error(err)
				}
			}
		})
	}
}

// TestHeldIsWaitedFor: who soon lets go is waited for, until one is told to stop.
func TestHeldIsWaitedFor(t *testing.T) {
	path := closed(t, 1)
	defer hold(t, path, windows.FILE_SHARE_READ)()
	ctx, cancel := context.WithTimeout(t.Context(), time.Millisecond)
	defer cancel()
	o := me
	o.Access, o.Wait = app.ToWrite, time.Hour
	if _, err := Open(ctx, path, o); fault.CodeOf(err) != fault.Canceled {
		t.Errorf("%q (%v), want %q", fault.CodeOf(err), err, fault.Canceled)
	}
}
