package json

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"itportfoljen/app/exchange/jsonform"
	"itportfoljen/app/exchange/sheet"
)

// reader reads one document, record by record.
type reader struct {
	ctx   context.Context
	from  *bounded
	dec   *json.Decoder
	raw   json.RawMessage // of one record after another
	room  []sheet.Cell    // for its cells
	seen  map[int]bool    // the columns that it has
	head  *list
	lists []*list
	named map[string]*list
	cells int
	notes []sheet.Note

	size     int64
	progress func(float64)
}

// list is a list of the document as a sheet.
type list struct {
	name    string
	keys    []string
	columns map[string]int
	records int
	rows    []sheet.Row
}

func newReader(ctx context.Context, from io.Reader, size int64, progress func(float64)) *reader {
	r := &reader{ctx: ctx, from: &bounded{from: from}, size: size, progress: progress, named: map[string]*list{}, seen: map[int]bool{}, head: &list{name: jsonform.HeadSheet}}
	r.dec = json.NewDecoder(r.from)
	r.dec.UseNumber()
	return r
}

// document reads the whole: an object whose lists are of objects.
func (r *reader) document() error {
	if tok, err := r.token(); err != nil {
		return err
	} else if tok != json.Delim('{') {
		return errNotOurs
	}
	for r.dec.More() {
		key, err := r.token()
		if err != nil {
			return err
		}
		if err := r.member(key.(string)); err != nil {
			return err
		}
	}
	if _, err := r.token(); err != nil { // the }
		return err
	}
	switch _, err := r.dec.Token(); err {
	case io.EOF:
		return nil
	case nil:
		return errNotOurs
	default:
		return err
	}
}

func (r *reader) token() (json.Token, error) {
	tok, err := r.dec.Token()
	r.from.done(r.dec.InputOffset())
	if err == io.EOF {
		err = io.ErrUnexpectedEOF
	}
	return tok, err
}

// value reads the next value whole.
func (r *reader) value() error {
	r.raw = r.raw[:0]
	err := r.dec.Decode(&r.raw)
	r.from.done(r.dec.InputOffset())
	if err == nil && len(r.raw) > maxObject {
		err = errTooLarge
	}
	return err
}

// member reads what a key of the document has: a list, or something about the whole.
func (r *reader) member(key string) error {
	tok, err := r.token()
	if err != nil {
		return err
	}
	switch tok {
	case json.Delim('['):
		return r.list(key)
	case json.Delim('{'):
		return r.about(key)
	}
	return r.say(key, tok)
}

func (r *reader) list(key string) error {
	l := r.named[key]
	if l == nil {
		if len(r.lists) == maxLists {
			return errTooLarge
		}
		l = &list{name: key, columns: map[string]int{}}
		r.lists, r.named[key] = append(r.lists, l), l
	}
	for r.dec.More() {
		if err := r.record(l); err != nil {
			return err
		}
	}
	_, err := r.token()
	return err
}

// about reads an object that stands beside the lists: its plain values, with their keys
// after its own.
func (r *reader) about(key string) error {
	for r.dec.More() {
		in, err := r.token()
		if err != nil {
			return err
		}
		tok, err := r.token()
		if err != nil {
			return err
		}
		if _, nested := tok.(json.Delim); nested {
			err = r.pass()
		} else {
			err = r.say(key+"."+in.(string), tok)
		}
		if err != nil {
			return err
		}
	}
	_, err := r.token()
	return err
}

// pass reads past what has begun.
func (r *reader) pass() error {
	for depth := 1; depth > 0; {
		tok, err := r.token()
		if err != nil {
			return err
		}
		switch tok {
		case json.Delim('['), json.Delim('{'):
			depth++
		case json.Delim(']'), json.Delim('}'):
			depth--
		}
		if depth > maxDepth {
			return errTooLarge
		}
	}
	return nil
}

// say puts a value in the head.
func (r *reader) say(key string, tok json.Token) error {
	cell := sheet.Cell{}
	switch v := tok.(type) {
	case string:
		cell = sheet.Str(v)
	case bool:
		cell = yesOrNo(v)
	case json.Number:
		cell = numberOf(v.String())
	}
	if len(r.head.rows) == maxLists || len(key)+len(cell.Text) > maxText {
		return errTooLarge
	}
	r.head.rows = append(r.head.rows, sheet.Row{Number: len(r.head.rows) + 1, Cells: []sheet.Cell{sheet.Str(key), cell}})
	return nil
}

// record reads an object of a list as a row.
func (r *reader) record(l *list) error {
	if l.records%256 == 0 {
		if r.ctx.Err() != nil {
			return r.ctx.Err()
		}
		if r.progress != nil && r.size > 0 {
			r.progress(min(1, float64(r.dec.InputOffset())/float64(r.size)))
		}
	}
	if err := r.value(); err != nil {
		return err
	}
	if l.records++; l.records == maxRows {
		return errTooLarge
	}
	cells, err := r.cellsOf(l)
	if err != nil {
		return err
	}
	if len(cells) > 0 {
		l.rows = append(l.rows, sheet.Row{Number: l.records + 1, Cells: cells})
	}
	return nil
}

// cellsOf are the cells of the record that was read, each in its key's column; none for
// one that says nothing.
func (r *reader) cellsOf(l *list) ([]sheet.Cell, error) {
	r.room = r.room[:0]
	clear(r.seen)
	err := error(nil)
	if r.raw[0] != '{' {
		err = r.put(l, "", r.raw) // no object, under no key
	}
	for key, value := range pairs(r.raw) {
		if err == nil {
			err = r.put(l, key, value)
		}
	}
	if err != nil {
		return nil, err
	}
	for len(r.room) > 0 && r.room[len(r.room)-1].Kind == sheet.Empty {
		r.room = r.room[:len(r.room)-1]
	}
	if r.cells += len(r.room); r.cells > maxCells {
		return nil, errTooLarge
	}
	return slices.Clone(r.room), nil
}

// put puts a value in its key's column.
func (r *reader) put(l *list, key string, raw []byte) error {
	at, err := l.column(key)
	if err != nil {
		return err
	}
	cell, err := cellOf(raw)
	if err != nil {
		return err
	}
	if r.seen[at] && len(r.notes) < mostNotes {
		r.notes = append(r.notes, sheet.Note{Row: l.records + 1, Text: fmt.Sprintf("Posten i ”%s” har nyckeln ”%s” flera gånger. Den sista är läst.", l.name, key)})
	}
	r.seen[at] = true
	for len(r.room) <= at {
		r.room = append(r.room, sheet.Cell{})
	}
	r.room[at] = cell
	return nil
}

// mostNotes is how many notes are made of one document.
const mostNotes = 100

// column is where a key's values stand.
func (l *list) column(key string) (int, error) {
	at, ok := l.columns[key]
	if !ok {
		at = len(l.keys)
		if at == maxColumns || len(key) > maxText {
			return 0, errTooLarge
		}
		l.keys, l.columns[key] = append(l.keys, key), at
	}
	return at, nil
}

// cellOf is a value as a cell.
func cellOf(raw []byte) (sheet.Cell, error) {
	switch raw[0] {
	case 'n':
		return sheet.Cell{}, nil
	case 't', 'f':
		return yesOrNo(raw[0] == 't'), nil
	case '"':
		s := textOf(raw)
		if len(s) > maxText {
			return sheet.Cell{}, errTooLarge
		}
		return sheet.Str(s), nil
	case '[', '{':
		if len(raw) > maxText {
			return sheet.Cell{}, errTooLarge
		}
		return sheet.Cell{Kind: sheet.Error, Text: string(raw)}, nil
	}
	return numberOf(string(raw)), nil
}

func yesOrNo(yes bool) sheet.Cell {
	if yes {
		return sheet.Cell{Kind: sheet.Bool, Num: 1, Text: "ja"}
	}
	return sheet.Cell{Kind: sheet.Bool, Text: "nej"}
}

// numberOf is a number written without an exponent; one that no machine counts with is
// told as it is.
func numberOf(s string) sheet.Cell {
	n, err := strconv.ParseFloat(s, 64)
	if err != nil || math.IsInf(n, 0) {
		return sheet.Cell{Kind: sheet.Error, Text: s}
	}
	if strings.ContainsAny(s, "eE") {
		s = strconv.FormatFloat(n, 'f', -1, 64)
	}
	return sheet.Dec(s, n)
}

// sheets are the head and the lists, each with its keys as headings.
func (r *reader) sheets() []sheet.Sheet {
	out := []sheet.Sheet{{Name: r.head.name, Rows: r.head.rows}}
	for _, l := range r.lists {
		keys := make([]sheet.Cell, len(l.keys))
		for i, key := range l.keys {
			keys[i] = sheet.Str(key)
		}
		out = append(out, sheet.Sheet{Name: l.name, Rows: append([]sheet.Row{{Number: 1, Cells: keys}}, l.rows...)})
	}
	return out
}

// bounded reads UTF-8, and no more at a time than a record may be.
type bounded struct {
	from io.Reader
	read int64 // bytes
	past int64 // bytes that the decoder is done with
	part []byte
}

// done says how far the decoder has come.
func (b *bounded) done(past int64) { b.past = past }

// readAhead is how much more than a record the decoder may have asked for.
const readAhead = 1 << 20

func (b *bounded) Read(p []byte) (int, error) {
	if b.read-b.past > maxObject+readAhead || b.read > maxFile {
		return 0, errTooLarge
	}
	n, err := b.from.Read(p[:min(len(p), readAhead)])
	b.read += int64(n)
	if !b.whole(p[:n], err == io.EOF) {
		return 0, errLetters
	}
	return n, err
}

// whole says that what is read goes on as UTF-8. A letter that the end of it parts waits.
func (b *bounded) whole(p []byte, last bool) bool {
	for len(b.part) > 0 && len(p) > 0 && !utf8.FullRune(b.part) {
		b.part, p = append(b.part, p[0]), p[1:]
	}
	if len(b.part) > 0 && (utf8.FullRune(b.part) || last) {
		if !utf8.Valid(b.part) {
			return false
		}
		b.part = b.part[:0]
	}
	cut := len(p)
	for back := 1; back < utf8.UTFMax && back <= len(p); back++ {
		if utf8.RuneStart(p[len(p)-back]) {
			if !utf8.FullRune(p[len(p)-back:]) {
				cut = len(p) - back
			}
			break
		}
	}
	b.part = append(b.part, p[cut:]...)
	return utf8.Valid(p[:cut]) && !(last && len(b.part) > 0)
}
