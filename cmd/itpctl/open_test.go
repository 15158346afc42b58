package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"slices"
	"testing"

	"itportfoljen/app/base/fault"
)

// TestAListIsWrittenAsAWhole holds that a list written one value at a time is, to
// the byte, what the whole of it would be.
func TestAListIsWrittenAsAWhole(t *testing.T) {
	for _, list := range [][]any{
		{},
		{map[string]any{}},
		{[]string{}, nil, "<å\u2028&>", map[string]any{"a": []any{1, map[string]any{"b": []any{}}}, "c": "rad\nrad"}},
		{struct{ Ref, Supplier *string }{some("SYS-0001"), nil}},
	} {
		var whole, parts bytes.Buffer
		if err := errors.Join(writeJSON(&whole, list), writeList(t.Context(), &parts, slices.Values(list))); err != nil {
			t.Fatal(err)
		}
		if whole.String() != parts.String() {
			t.Errorf("written as\n%s\nwant\n%s", &parts, &whole)
		}
	}
}

// TestRecordsAreListedAsAWhole holds the same for what the program prints.
func TestRecordsAreListedAsAWhole(t *testing.T) {
	w := newWorld(t)
	w.do("demo", "a.itp", "--date", "2026-11-21")
	for _, kind := range kindWords() {
		for _, filter := range []string{"", "finns inte"} {
			printed := w.do("list", "a.itp", kind, "--json", "--filter", filter)
			records, whole := []json.RawMessage{}, bytes.Buffer{}
			if err := errors.Join(json.Unmarshal([]byte(printed), &records), writeJSON(&whole, records)); err != nil {
				t.Fatal(err)
			}
			if printed != whole.String() || filter == "" && len(records) == 0 {
				t.Errorf("%s, %q: %d records, not written as a whole", kind, filter, len(records))
			}
		}
	}
}

// narrow takes so many bytes and then no more.
type narrow struct{ left int }

var errFull = errors.New("full")

func (n *narrow) Write(p []byte) (int, error) {
	if len(p) > n.left {
		return n.left, errFull
	}
	n.left -= len(p)
	return len(p), nil
}

// TestAListThatStopsHalfway says why, and makes no more of the list.
func TestAListThatStopsHalfway(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	const many = 100_000
	made := 0
	numbers := func(yield func(string) bool) {
		for made < many && yield("en post som det finns många av") {
			if made++; made == many/2 {
				cancel()
			}
		}
	}
	if err := writeList(ctx, io.Discard, numbers); fault.CodeOf(err) != fault.Canceled || made > many/2+1 {
		t.Errorf("cancelled: %v, %d made", err, made)
	}
	made = 0
	full := &narrow{left: 1 << 17}
	if err := writeList(t.Context(), full, numbers); !errors.Is(err, errFull) || made > many/2 {
		t.Errorf("nobody reads: %v, %d made", err, made)
	}
	if err := writeList(t.Context(), &narrow{left: 3}, slices.Values([]string{"kort"})); !errors.Is(err, errFull) {
		t.Errorf("full at the end: %v", err)
	}
	if err := writeList(t.Context(), io.Discard, slices.Values([]any{"a", func() {}})); err == nil {
		t.Error("what can't be written is passed over")
	}
}
