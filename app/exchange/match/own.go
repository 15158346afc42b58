package match

import (
	"maps"
	"slices"
	"strconv"

	"itportfoljen/app/base/text"
	"itportfoljen/app/exchange/ask"
	"itportfoljen/app/exchange/read"
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
// an order in which each kind comes after those it refers to, and names those that
// somebody has put in; none for other workbooks.
func (s *matching) ourLayouts(book *sheet.Book) ([]*Layout, []ask.Unread) {
	i := slices.IndexFunc(book.Sheets, func(sh sheet.Sheet) bool { return sh.Name == sheet.KeySheet })
	if i < 0 {
		return nil, nil
	}
	said, plain := s.readKeys(book.Sheets[i].Rows)
	order := s.w.Kinds()
	var out []*Layout
	var others []*sheet.Sheet
	for i := range book.Sheets {
		sh := &book.Sheets[i]
		if _, chosen := s.wants(sh); len(s.o.Sheets()) > 0 && !chosen || len(sh.Rows) == 0 || read.IsOurs(sh) {
			continue
		}
		k := said[sh.Name]
		if k == nil {
			others = append(others, sh)
		} else if l := s.keyedLayout(sh, k); l != nil {
			out = append(out, l)
		}
		delete(said, sh.Name)
	}
	var unread []ask.Unread
	for _, sh := range others {
		switch l := s.renamed(sh, said); {
		case l != nil:
			out = append(out, l)
		case len(plain) == 0 || plain[sh.Name]: // an older one doesn't say; or one of ours to look at
		case sh.Hidden:
			unread = append(unread, unreadSheet(sh.Name, "Bladet är dolt och inte läst."))
		default:
			unread = append(unread, unreadSheet(sh.Name, "Bladet är inte läst: det är inte med bland dem som programmet skrev. Importera det ur en egen arbetsbok."))
		}
	}
	slices.SortStableFunc(out, func(a, b *Layout) int {
		return slices.Index(order, a.Kind) - slices.Index(order, b.Kind)
	})
	return out, unread
}

// keyedLayout lays out a sheet as the key sheet says; nil when there is nothing to read.
func (s *matching) keyedLayout(sh *sheet.Sheet, k *keyed) *Layout {
	if k.kind == nil {
		k.kind = s.kindOfKeys(k.keys)
	}
	if k.kind == nil || s.o.Kind != nil && k.kind != s.o.Kind {
		return nil
	}
	if l := s.ourLayout(sh, k); l != nil && l.usable() {
		return l
	}
	return nil
}

// renamed finds which of our sheets, that the book lacks by name, a sheet is: the one
// whose headings it has.
func (s *matching) renamed(sh *sheet.Sheet, lacking map[string]*keyed) *Layout {
	for _, name := range slices.Sorted(maps.Keys(lacking)) {
		k := lacking[name]
		at := s.headingRow(sh, k)
		if len(k.names) < 2 || at < 0 {
			continue
		}
		n := 0
		for _, c := range sh.Rows[at].Cells {
			if _, ok := k.names[text.Key(c.Text)]; ok {
				n++
			}
		}
		if 10*n < 8*len(k.names) {
			continue
		}
		if l := s.keyedLayout(sh, k); l != nil {
			delete(lacking, name)
			return l
		}
	}
	return nil
}

// Mark is the mark of a workbook of ours, "" for none.
func Mark(book *sheet.Book) string {
	for _, sh := range book.Sheets {
		if sh.Name != sheet.KeySheet {
			continue
		}
		for _, r := range sh.Rows {
			if r.At(1).Text == sheet.MarkKey {
				return r.At(2).Text
			}
		}
	}
	return ""
}

// readKeys reads the key sheet: what it says of the sheets that hold fields, and which it
// says that there are.
func (s *matching) readKeys(rows []sheet.Row) (said map[string]*keyed, plain map[string]bool) {
	said, plain = map[string]*keyed{}, map[string]bool{}
	for _, r := range rows {
		column, err := strconv.Atoi(text.Clean(r.At(1).Text))
		if err != nil { // its heading row, or a sheet's name alone
			plain[r.At(0).Text] = plain[r.At(0).Text] || r.At(1).IsEmpty()
			continue
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
	maps.DeleteFunc(plain, func(_ string, is bool) bool { return !is })
	return said, plain
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
	at := s.headingRow(sh, k)
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

// headingRow is the index of the row with the headings, -1 for none: the one that is
// said, unless somebody has put rows above it.
func (s *matching) headingRow(sh *sheet.Sheet, k *keyed) int {
	named := func(r sheet.Row) bool {
		return slices.ContainsFunc(r.Cells, func(c sheet.Cell) bool { return k.names[text.Key(c.Text)] != "" })
	}
	said := slices.IndexFunc(sh.Rows, func(r sheet.Row) bool { return r.Number == k.header })
	if said >= 0 && (len(k.names) == 0 || named(sh.Rows[said])) {
		return said
	}
	return slices.IndexFunc(sh.Rows, named)
}
