package sqlite

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"itportfoljen/app"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/field"
	"itportfoljen/data/storetest"
)

// TestWrittenOver: another program writes another time's or another file's
// content into the very file that is open. Nothing more is written to it, and no
// copy of it passes for what people see.
func TestWrittenOver(t *testing.T) {
	earlier := closed(t, 3)
	later := filepath.Join(t.TempDir(), "senare.itp")
	copyAs(t, earlier, later)
	s := open(t, later, me)
	for i, id := range []string{"x", "y", "z"} {
		e := app.Entry{At: storetest.Moment(7 + i), Who: "tvilling", Label: "Annat", Changes: []field.Change{unit(id)}}
		if _, err := s.Commit(t.Context(), e, last(s), nil); err != nil {
			t.Fatal(err)
		}
	}
	s.Close()
	for name, by := range map[string]string{"an earlier time": earlier, "a later time of a twin": later, "another portfolio": closed(t, 9)} {
		for _, written := range []bool{false, true} {
			t.Run(name, func(t *testing.T) {
				path := filepath.Join(t.TempDir(), "portfölj.itp")
				copyAs(t, earlier, path)
				s := open(t, path, me)
				if err := add(s, "a"); err != nil {
					t.Fatal(err)
				}
				if !written { // what is built on may also be what was read
					s.Close()
					s = open(t, path, me)
					records(t, s)
				}
				copyAs(t, by, path)
				want, _ := os.ReadFile(path)
				if err := add(s, "b"); fault.CodeOf(err) != fault.Moved {
					t.Errorf("commit: %v (%v)", err, cause(err))
				}
				if err := s.Backup(t.Context(), filepath.Join(t.TempDir(), "kopia.itp")); fault.CodeOf(err) != fault.Moved {
					t.Errorf("backup: %v (%v)", err, cause(err))
				}
				s.Close()
				if got, _ := os.ReadFile(path); !bytes.Equal(got, want) {
					t.Error("what was written over the file is changed")
				}
			})
		}
	}
}
