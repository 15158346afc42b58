package intake_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"itportfoljen/app/apptest"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/exchange/intake"
)

// TestASheetWiderThanAnyList: it is refused in words, or named where there is another.
func TestASheetWiderThanAnyList(t *testing.T) {
	var heads []string
	for i := range 5000 {
		heads = append(heads, fmt.Sprint("Kolumn ", i))
	}
	book := rowsOf(strings.Join(heads, "|"), 3, func(int) []string { return heads })
	_, err := intake.Plan(context.Background(), apptest.Empty(t), book, intake.Options{}, nil)
	if fault.CodeOf(err) != fault.TooLarge || !strings.Contains(err.Error(), "000 kolumner") {
		t.Errorf("alone: %v", err)
	}
	book.Sheets[0].Name = "Brett"
	book.Sheets = append(book.Sheets, rowsOf("System|Leverantör", 2, func(i int) []string { return []string{fmt.Sprint("System", i), "Sjö AB"} }).Sheets...)
	r, err := intake.Plan(context.Background(), apptest.Empty(t), book, intake.Options{}, nil)
	if err != nil || r.New != 2 || len(r.Unread) != 1 || r.Unread[0].Sheet != "Brett" {
		t.Errorf("beside a list: %+v, %v", r, err)
	}
}
