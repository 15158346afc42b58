package excel

import (
	"strconv"

	"itportfoljen/app/exchange/sheet"
)

func (r *rowReader) endCell() error {
	cell, err := r.cell()
	if err != nil || cell.Kind == sheet.Empty {
		return err
	}
	if len(cell.Text) > maxBytes {
		return errTooLarge
	}
	if struck := r.ofStyle().struck; struck || r.marks != 0 {
		cell.Struck = r.marks.over(struck)
	}
	for len(r.cells) <= r.column {
		r.cells = append(r.cells, sheet.Cell{})
	}
	r.cells[r.column] = cell
	return nil
}

// cell makes the cell from what was gathered.
func (r *rowReader) cell() (sheet.Cell, error) {
	switch r.kind {
	case "s":
		return r.shared()
	case "inlineStr":
		if len(r.item.buf) == 0 {
			return sheet.Str(cleanText(r.value)), nil
		}
		r.marks = r.item.marks
		return sheet.Str(r.item.String()), nil
	}
	if len(r.value) == 0 {
		if r.formula && !(r.valued && r.kind == "str") { // an empty text is a value
			return r.workedOut(), nil
		}
		return sheet.Cell{}, nil
	}
	switch r.kind {
	case "str":
		return sheet.Str(cleanText(r.value)), nil
	case "b":
		return boolCell(string(r.value)), nil
	case "e":
		return sheet.Cell{Kind: sheet.Error, Text: cleanText(r.value)}, nil
	case "d":
		return isoCell(cleanText(r.value)), nil
	}
	return r.numberCell()
}

func (r *rowReader) shared() (sheet.Cell, error) {
	if len(r.value) == 0 {
		return sheet.Cell{}, nil
	}
	i, err := strconv.Atoi(string(trim(r.value)))
	if err != nil || i < 0 || i >= len(r.texts.all) {
		return sheet.Cell{}, errSyntax
	}
	r.marks = r.texts.marks[i]
	return sheet.Str(r.texts.all[i]), nil
}

// numberCell remembers short numbers: a column of years or counts holds few
// different ones.
func (r *rowReader) numberCell() (sheet.Cell, error) {
	value, style := trim(r.value), r.ofStyle()
	short := style.look == lookNumber && style.format == nil && len(value) <= 6
	if short {
		if cell, ok := r.small[string(value)]; ok {
			return cell, nil
		}
	}
	cell, ok := numberCell(value, style, r.date1904)
	if !ok {
		return sheet.Str(cleanText(value)), nil // not a number; nothing is lost
	}
	if short && len(r.small) < 10_000 {
		r.small[string(value)] = cell
	}
	return cell, nil
}

// ofStyle is the style of the cell.
func (r *rowReader) ofStyle() cellStyle {
	if r.style >= 0 && r.style < len(r.styles) {
		return r.styles[r.style]
	}
	return cellStyle{}
}

// workedOut is the cell of a formula that was saved without its value.
func (r *rowReader) workedOut() sheet.Cell {
	value, ok := constant(string(r.worked))
	if !ok {
		return sheet.Cell{Kind: sheet.Error, Text: sheet.NotCalculated}
	}
	cell := value.cell(r.ofStyle(), r.date1904)
	cell.Worked = cell.Kind != sheet.Empty
	return cell
}

func boolCell(value string) sheet.Cell {
	if isTrue([]byte(value)) {
		return sheet.Cell{Kind: sheet.Bool, Num: 1, Text: "ja"}
	}
	return sheet.Cell{Kind: sheet.Bool, Text: "nej"}
}
