package sqlite

import (
	"fmt"
	"math"
	"testing"
)

// TestAStateIsReadAsItWasWritten, also in the longer words of before.
func TestAStateIsReadAsItWasWritten(t *testing.T) {
	s := newFileState()
	s.Kinds["system"] = tally{Count: 80, High: math.MaxUint64, Low: 1}
	s.Kinds["unit"] = tally{Count: 1}
	s.Sequences["SYS"] = 80
	written := s.text()
	if got, err := parseState(written); err != nil || got.text() != written || got.Kinds["system"] != s.Kinds["system"] {
		t.Errorf("%s is read as %v (%v)", written, got, err)
	}
	before := `{"kinds":{"system":{"n":80,"h":18446744073709551615,"l":1},"unit":{"n":1,"h":0,"l":0}},"sequences":{"SYS":80}}`
	if got, err := parseState(before); err != nil || got.text() != written {
		t.Errorf("%s is read as %v (%v)", before, got, err)
	}
	for _, bad := range []string{`"80"`, `"80."`, `"x.AAAAAAAAAAAAAAAAAAAAAA"`, `"80.AAAA"`, `"80.////////////////////AA"`, `[80]`, `7`} {
		if got, err := parseState(fmt.Sprintf(`{"kinds":{"system":%s},"sequences":{}}`, bad)); err == nil {
			t.Errorf("%s is read as %v", bad, got)
		}
	}
}

// TestAStateHasRoomInAPage, of more kinds than there are with long names, and what else an entry says.
func TestAStateHasRoomInAPage(t *testing.T) {
	s := newFileState()
	for i := range 70 {
		s.Kinds[fmt.Sprintf("a_kind_name_%02d", i)] = tally{Count: 100_000, High: math.MaxUint64, Low: math.MaxUint64}
	}
	if n := len(s.text()); n > 3600 {
		t.Errorf("a state is %d bytes", n)
	}
}
