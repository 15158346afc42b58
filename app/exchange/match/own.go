package match

import (
	"slices"
	"strconv"

	"itportfoljen/app/base/text"
	"itportfoljen/app/exchange/sheet"
	"itportfoljen/app/field"
)

// keyed is what the key sheet says of one sheet.
type keyed struct {
	kind   *field.Kind
	header int            // as the user sees it; 0 when not said
	keys   map[int]string // by column
	names  map[string]string
}

// ourLayouts lays out the sheets of a workbook that we exported ourselves, in
// an order in which each kind comes after those it refers to; none for other
// workbooks.
func (s *matching) ourLayouts(book *sheet.Book) []*Layout {
	i := slices.IndexFunc(book.Sheets, func(sh sheet.Sheet) bool { return sh.Name == sheet.KeySheet })
	if i < 0 {
		return nil
	}
	said := s.readKeys(book.Sheets[i].Rows)
	order := s.w.Kinds()
	var out []*Layout
	for i := range book.Sheets {
		sh := &book.Sheets[i]
		k := said[sh.Name]
		if k == nil || s.o.Sheet != "" && text.Key(sh.Name) != text.Key(s.o.Sheet) {
			continue
		}
		if k.kind == nil {
			k.kind = s.kindOfKeys(k.keys)
		}
		if k.kind == nil || s.o.Kind != nil && k.kind != s.o.Kind {
			continue
		}
		if l := s.ourLayout(sh, k); l != nil && l.usable() {
			out = append(out, l)
		}
	}
	slices.SortStableFunc(out, func(a, b *Layout) int {
		return slices.Index(order, a.Kind) - slices.Index(order, b.Kind)
	})
	return out
}

// readKeys reads the key sheet.
func (s *matching) readKeys(rows []sheet.Row) map[string]*keyed {
	said := map[string]*keyed{}
	for _, r := range rows {
		column, err := strconv.Atoi(text.Clean(r.At(1).Text))
		if err != nil {
			continue // its heading row
		}
		k := said[r.At(0).Text]
		if k == nil {
			k = &keyed{keys: map[int]string{}, names: map[string]string{}}
			said[r.At(0).Text] = k
		}
		k.keys[column] = r.At(2).Text
		for _, c := range r.Cells[min(3, len(r.Cells)):] {
			n, err := strconv.Atoi(text.Clean(c.Text))
			kind := s.importableNamed(c.Text)
			switch {
			case kind != nil:
				k.kind = kind
			case err == nil && n > 0:
				k.header = n
			case !c.IsEmpty():
				k.names[text.Key(c.Text)] = r.At(2).Text
			}
		}
	}
	return said
}

func (s *matching) importableNamed(plural string) *field.Kind {
	for _, k := range importable(s.w) {
		if k.Plural == plural {
			return k
		}
	}
	return nil
}

// kindOfKeys is the kind that has all the keys.
func (s *matching) kindOfKeys(keys map[int]string) *field.Kind {
	var best *field.Kind
	most := 0
	for _, k := range importable(s.w) {
		n := 0
		for _, key := range keys {
			name, _, _ := cutKey(key)
			if fieldOf(s.w, k, name) != nil {
				n++
			}
		}
		if n > most {
			best, most = k, n
		}
	}
	return best
}

func cutKey(spec string) (key string, year int, ok bool) {
	for i := range spec {
		if spec[i] == ':' {
			year, err := strconv.Atoi(spec[i+1:])
			return spec[:i], year, err == nil
		}
	}
	return spec, 0, false
}

// ourLayout lays out one sheet. A column that somebody has moved is known by
// its heading.
func (s *matching) ourLayout(sh *sheet.Sheet, k *keyed) *Layout {
	at := slices.IndexFunc(sh.Rows, func(r sheet.Row) bool {
		if k.header != 0 {
			return r.Number == k.header
		}
		for _, c := range r.Cells {
			if k.names[text.Key(c.Text)] != "" {
				return true
			}
		}
		return false
	})
	if at < 0 {
		return nil
	}
	chosen := map[int]string{}
	for i, c := range sh.Rows[at].Cells {
		if key, ok := k.names[text.Key(c.Text)]; ok {
			chosen[i] = key
		} else if key, ok := k.keys[i]; ok && len(k.names) == 0 {
			chosen[i] = key
		}
	}
	return s.layOut(sh, k.kind, at, chosen)
}
