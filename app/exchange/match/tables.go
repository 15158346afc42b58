package match

import (
	"slices"

	"fmt"
	"strings"

	"itportfoljen/app/base/fault"
	"itportfoljen/app/exchange/ask"
	"itportfoljen/app/exchange/read"
	"itportfoljen/app/exchange/sheet"
	"itportfoljen/app/field"
)

// table is a part of a sheet that may be a list.
type table struct {
	*sheet.Sheet
	beside bool  // there are more in the sheet
	turned bool  // it lay on its side
	lying  error // Swedish: it lies on its side and can't be turned
}

// tables are those of a sheet, each turned upright.
func (s *matching) tables(sh *sheet.Sheet) []table {
	kinds := s.kinds(sh)
	lists := make([]read.Lists, len(kinds))
	for i, k := range kinds {
		names := s.headings(k)
		lists[i] = read.Lists{Knows: names.knows, Names: names.ofTitle(k)}
	}
	var out []table
	parts := read.Tables(sh, lists)
	for _, part := range parts {
		t := table{Sheet: part, beside: len(parts) > 1}
		if i := read.Sideways(part, lists); i >= 0 && s.o.HeaderRow == 0 {
			if t.Sheet, t.turned = read.Turned(part, lists[i], kinds[i].Title().Label); !t.turned {
				t.Sheet, t.lying = part, lying(sh)
			}
		}
		out = append(out, t)
	}
	return out
}

// kinds are those that a sheet may list. A register that few keep is one only when the sheet's
// name says so, or its headings say both ends of what it holds, so that its headings take
// nothing from the lists that all have.
func (s *matching) kinds(sh *sheet.Sheet) []*field.Kind {
	if s.o.Kind != nil {
		return []*field.Kind{s.o.Kind}
	}
	title := titleOf(sh.Name)
	return slices.DeleteFunc(importable(s.w), func(k *field.Kind) bool { return k.Further && !title.lists(k) && !s.tellsEnds(k, sh) })
}

// ofTitle says of a heading whether it is that of the names of what the kind lists.
func (hs *headings) ofTitle(k *field.Kind) func(read.Heading) bool {
	title := k.Title()
	return func(h read.Heading) bool {
		for _, c := range hs.exact[h.Key()] {
			if c.field == title && h.Key() != "namn" {
				return true
			}
		}
		return false
	}
}

func lying(sh *sheet.Sheet) error {
	return fault.New(fault.Unreadable, "Tabellen i bladet ”"+sh.Name+"” ligger på tvären: rubrikerna står under varandra i den första kolumnen. Inget har ändrats. Markera tabellen i Excel, kopiera den, klistra in den i ett nytt blad med Klistra in special och Transponera, och importera det.")
}

// tellTurned says that a table that lay on its side was turned.
func (l *laid) tellTurned() {
	if l.table.turned {
		first := l.Sheet.Rows[min(l.Header+1, len(l.Sheet.Rows)-1)].Number
		l.tell(fmt.Sprintf("Tabellen ligger på tvären, med rubrikerna i kolumn %s. Varje kolumn lästes som en rad: rad %d är kolumn %s.",
			sheet.Letters(l.Sheet.Rows[l.Header].Number-1), first, sheet.Letters(first-1)))
	}
}

// unread names a sheet, or one of its tables, that isn't read and why.
func (l *laid) unread(why string) ask.Unread {
	u := unreadSheet(l.Sheet.Name, why)
	if !l.table.beside || len(l.Sheet.Rows) == 0 {
		return u
	}
	u.Part, u.Name, u.Row = ask.TablePart, l.area(), l.Sheet.Rows[max(l.Header, 0)].Number
	if rest, ok := strings.CutPrefix(why, "Bladet är inte läst: det "); ok {
		why = "Tabellen är inte läst: den " + rest
	} else if rest, ok := strings.CutPrefix(why, "Bladet är inte läst: "); ok {
		why = "Tabellen är inte läst: " + rest
	}
	u.Why = toOwnSheet.Replace(why)
	u.Name += " (" + ask.Short(firstText(l.Sheet.Rows[max(l.Header, 0)])) + ")"
	return u
}

// toOwnSheet is what to do about a table rather than a sheet.
var toOwnSheet = strings.NewReplacer("Välj bladet", "Flytta den till ett eget blad", "importera det", "importera den")

func firstText(r sheet.Row) string {
	for _, c := range r.Cells {
		if !c.IsEmpty() {
			return c.Text
		}
	}
	return ""
}

// area is where a table stands: "E1:H5".
func (l *laid) area() string {
	left, right := -1, 0
	for _, r := range l.Sheet.Rows {
		for i, c := range r.Cells {
			if c.IsEmpty() {
				continue
			}
			if left < 0 || i < left {
				left = i
			}
			right = max(right, i)
		}
	}
	return fmt.Sprintf("%s%d:%s%d", sheet.Letters(max(left, 0)), l.Sheet.Rows[0].Number, sheet.Letters(right), l.Sheet.Rows[len(l.Sheet.Rows)-1].Number)
}
