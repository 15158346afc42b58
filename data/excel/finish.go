package excel

import (
	"slices"
	"sort"

	"itportfoljen/app/exchange/sheet"
)

// mostAreas bounds the merged ranges of a sheet.
const mostAreas = 1_000_000

// startMerge notes a merged range.
func (r *rowReader) startMerge(s *scanner) error {
	a, ok := parseArea(string(s.Attr("ref")))
	if !ok || a.Left == a.Right && a.Top == a.Bottom {
		return nil
	}
	if len(r.merges) == mostAreas {
		return errTooLarge
	}
	r.merges = append(r.merges, a)
	return nil
}

// finish gives the sheet: the rows in order, without what merged ranges hide and those
// where nothing but white space is left.
func (r *rowReader) finish() (sheet.Sheet, error) {
	byNumber := func(i, j int) bool { return r.rows[i].Number < r.rows[j].Number }
	if !sort.SliceIsSorted(r.rows, byNumber) {
		sort.SliceStable(r.rows, byNumber)
	}
	if err := r.emptyMerged(); err != nil {
		return sheet.Sheet{}, err
	}
	kept, width := r.rows[:0], 0
	for _, row := range r.rows {
		for len(row.Cells) > 0 && row.Cells[len(row.Cells)-1].Kind == sheet.Empty {
			row.Cells = row.Cells[:len(row.Cells)-1]
		}
		if hasValue(row) {
			kept = append(kept, row)
			width = max(width, len(row.Cells))
		}
	}
	out := sheet.Sheet{Rows: kept, Unseen: r.unseenWithin(width)}
	var err error
	out.Merged, err = r.mergedWithin(kept, width)
	return out, err
}

// emptyMerged empties the cells that merged ranges hide.
func (r *rowReader) emptyMerged() error {
	budget := maxMerges
	for _, a := range r.merges {
		first := sort.Search(len(r.rows), func(i int) bool { return r.rows[i].Number >= a.Top })
		for i := first; i < len(r.rows) && r.rows[i].Number <= a.Bottom; i++ {
			row := r.rows[i]
			for c := a.Left; c <= a.Right && c < len(row.Cells); c++ {
				if c != a.Left || row.Number != a.Top {
					row.Cells[c] = sheet.Cell{}
				}
				budget--
			}
			if budget--; budget < 0 {
				return errTooLarge
			}
		}
	}
	return nil
}

// mergedWithin are the merged ranges as far as there are rows and columns. Ranges that
// lie over each other, which no program makes, could be of more cells than the sheet has.
func (r *rowReader) mergedWithin(rows []sheet.Row, width int) ([]sheet.Area, error) {
	if len(rows) == 0 {
		return nil, nil
	}
	var out []sheet.Area
	last, cells := rows[len(rows)-1].Number, 0
	for _, a := range r.merges {
		a.Right, a.Bottom = min(a.Right, width-1), min(a.Bottom, last)
		if a.Left > a.Right || a.Top > a.Bottom {
			continue
		}
		if cells += (a.Right - a.Left + 1) * (a.Bottom - a.Top + 1); cells > maxMerges {
			return nil, errTooLarge
		}
		out = append(out, a)
	}
	return out, nil
}

// unseenWithin are the hidden columns of those that have anything in them.
func (r *rowReader) unseenWithin(width int) []int {
	change := make([]int, width+1) // of how many spans lie over a column, against the one before
	for _, s := range r.unseen {
		if s.first < width {
			change[s.first]++
			change[min(s.last+1, width)]--
		}
	}
	var out []int
	over := 0
	for i := range width {
		if over += change[i]; over > 0 {
			out = append(out, i)
		}
	}
	return out
}

func hasValue(row sheet.Row) bool {
	return slices.ContainsFunc(row.Cells, func(c sheet.Cell) bool { return !c.IsEmpty() })
}
