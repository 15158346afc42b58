package block

import (
	"strings"

	"itportfoljen/app/base/fault"
)

// mostCells is how many cells are read from a clipboard.
const mostCells = 1_000_000

// Read takes a block of cells apart as spreadsheets and web tables put it on the
// clipboard: cells parted by tabs, rows by line breaks, and cells that hold such in
// quotes. Rows may differ in how many cells they have.
func Read(s string) ([][]string, error) {
	s = strings.TrimPrefix(s, "\ufeff")
	var rows [][]string
	var row []string
	for n := 0; s != ""; n++ {
		if n == mostCells {
			return nil, fault.New(fault.TooLarge, "Det som kopierats är för stort för att klistra in. Inget har ändrats. Importera det från en fil, under Excel in och ut.")
		}
		cell, rest := cutCell(s)
		row = append(row, cell)
		if strings.HasPrefix(rest, "\t") {
			if s = rest[1:]; s == "" { // an empty cell ends the block
				row = append(row, "")
			}
			continue
		}
		rows, row = append(rows, row), nil
		s = cutBreak(rest)
	}
	if row != nil {
		rows = append(rows, row)
	}
	return rows, nil
}

// cutCell cuts the first cell from what begins with one. Quotes that aren't closed
// before a cell ends are part of what is written.
func cutCell(s string) (cell, rest string) {
	if cell, rest, ok := cutQuoted(s); ok {
		return cell, rest
	}
	if i := strings.IndexAny(s, "\t\r\n"); i >= 0 {
		return s[:i], s[i:]
	}
	return s, ""
}

func cutQuoted(s string) (cell, rest string, ok bool) {
	if !strings.HasPrefix(s, `"`) {
		return "", s, false
	}
	var b strings.Builder
	for rest = s[1:]; ; {
		i := strings.IndexByte(rest, '"')
		if i < 0 {
			return "", s, false
		}
		b.WriteString(rest[:i])
		if rest = rest[i+1:]; !strings.HasPrefix(rest, `"`) {
			break
		}
		b.WriteByte('"')
		rest = rest[1:]
	}
	if rest != "" && !strings.ContainsAny(rest[:1], "\t\r\n") {
		return "", s, false
	}
	return breaks.Replace(b.String()), rest, true
}

// breaks makes every line break in a cell one.
var breaks = strings.NewReplacer("\r\n", "\n", "\r", "\n")

// cutBreak cuts a line break.
func cutBreak(s string) string {
	if rest, ok := strings.CutPrefix(s, "\r\n"); ok || s == "" {
		return rest
	}
	return s[1:]
}

// Write puts rows of cells as a spreadsheet takes them.
func Write(rows [][]string) string {
	var b strings.Builder
	for i, row := range rows {
		if i > 0 {
			b.WriteString("\r\n")
		}
		for j, cell := range row {
			if j > 0 {
				b.WriteByte('\t')
			}
			b.WriteString(quoted(cell, len(row) == 1))
		}
	}
	return b.String()
}

// quoted is a cell as it is written: in quotes when it holds what parts cells, or is
// an empty row of its own.
func quoted(cell string, alone bool) string {
	if strings.ContainsAny(cell, "\t\r\n\"") || alone && cell == "" || strings.HasPrefix(cell, "\ufeff") {
		return `"` + strings.ReplaceAll(cell, `"`, `""`) + `"`
	}
	return cell
}
