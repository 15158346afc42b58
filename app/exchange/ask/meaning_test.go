package ask_test

import (
	"fmt"
	"testing"

	"itportfoljen/app/exchange/ask"
)

// TestWhatIsSaidOfATextIsGatheredOnce: by the text and its column, and by what is said of
// it unless somebody can say what it means.
func TestWhatIsSaidOfATextIsGatheredOnce(t *testing.T) {
	got := ask.Groups([]ask.Issue{
		{Row: 5, Column: "Licenser", Value: "ca 70", Message: "ungefärligt"},
		{Row: 6, Column: "Platser", Value: "ca 70", Message: "ungefärligt"},
		{Row: 7, Column: "Licenser", Value: "CA  70", Message: "ungefärligt"},
		{Row: 7, Column: "Licenser", Value: "ca 70", Message: "ungefärligt"},
		{Row: 9, Column: "Licenser", Value: "ca 70", Message: "något annat"},
		{Column: "", Message: "om hela bladet"},
		{Row: 11, Column: "Platser", Value: "7–9", Message: "är inget tal", ID: "means:7–9"},
		{Row: 12, Column: "Platser", Value: "7–9", Message: "är inget tal alls", ID: "means:7–9"},
	})
	want := []string{"[5 7] Licenser", "[6] Platser", "[9] Licenser", "[] ", "[11 12] Platser"}
	for i, g := range got {
		if said := fmt.Sprint(g.Rows, " ", g.Column); i >= len(want) || said != want[i] {
			t.Errorf("group %d: %s", i, said)
		}
	}
	if len(got) != len(want) {
		t.Errorf("%d groups, want %d", len(got), len(want))
	}
}
