package sqlite

import (
	"itportfoljen/app"
	"itportfoljen/app/field"
)

// How many records there were is known by the journal: by all of it, played, when it is
// whole, or by the state that an entry says that it left. What came after the newest
// entry that can be read is known only by what would have shown it.

// Why it can't be known how many records there were in the end.
const (
	unknownEnd    = "slutet av filen saknas"
	unknownPages  = "disken lämnade inte ut hela filen"
	unknownPart   = "en del av journalen gick inte att läsa"
	unknownNewest = "de nyaste ändringarna kan vara borta"
)

// counted is how many records of each kind there were after an entry.
type counted struct {
	of    map[string]int // by the name of the kind
	after int64          // 0: that isn't known of any
	all   bool           // it is the newest that there is a trace of
}

// count counts what there was after as late an entry as can be.
func (m *mended) count() counted {
	out := counted{of: map[string]int{}}
	from := 0
	for i := len(m.all); i > 0 && !m.allWhole(); i-- {
		if s := m.stateAfter(m.all[i-1]); s != nil {
			for name, t := range s.Kinds {
				out.of[name] = int(t.Count)
			}
			from, out.after = i, m.all[i-1].number
			break
		}
	}
	for _, k := range m.all[from:] {
		if k.lacks() {
			return out
		}
		for _, c := range m.ev.changes(k) {
			switch {
			case c.Kind == nil:
			case c.Op == field.Create:
				out.of[c.Kind.Name]++
			case c.Op == field.Delete:
				out.of[c.Kind.Name]--
			}
		}
		out.after = k.number
	}
	out.all = out.after > 0
	return out
}

func (m *mended) allWhole() bool {
	for _, k := range m.all {
		if !k.whole() {
			return false
		}
	}
	return true
}

// stateAfter is what an entry says that it left; nil when that can't be read.
func (m *mended) stateAfter(k *kept) *state {
	if k.found == nil {
		return nil
	}
	s, err := parseState(k.found.state)
	if err != nil || len(s.Kinds) == 0 {
		return nil
	}
	for _, t := range s.Kinds {
		if t.Count < 0 || t.Count > mostUncounted {
			return nil
		}
	}
	return &s
}

// unknown is why it can't be known how many records there were in the end; "" when it is.
func (m *mended) unknown(c counted) string {
	info := m.ev.info
	switch ended := m.ended(); {
	case c.all && ended:
		return ""
	case info.Short:
		return unknownEnd
	case info.Unread > 0:
		return unknownPages
	case !ended:
		return unknownNewest
	}
	return unknownPart
}

// ended says that the newest entry that there is a trace of is the newest that there
// was. The table of entries and that of what they touched each say so when they are
// all there.
func (m *mended) ended() bool {
	last, newest := int64(len(m.all)), int64(0)
	touched := m.ev.info.Whole("touched") && !m.ev.strange["touched"]
	for at := range m.ev.touched {
		newest = max(newest, at[0])
	}
	switch {
	case last == 0 || m.out.Later && m.out.Last.Number == last:
		return false
	case touched:
		return newest > 0 && newest <= last
	}
	return m.ev.info.Whole("entry") && !m.ev.strange["entry"]
}

// tellCount says how many there were, as far as that is known.
func (m *mended) tellCount(c counted) {
	m.out.After, m.out.Unknown = c.after, m.unknown(c)
}

// unnamed is what is said of records that are only known by how many they were.
func unnamed(out app.Repaired) string {
	if out.Unknown == "" {
		return "vilka går inte att säga"
	}
	return "så många fler fanns efter den nyaste ändring som går att räkna efter; vilka går inte att säga"
}
