package main

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"itportfoljen/app"
	"itportfoljen/ui/uitest"
)

// keyPattern finds keys with a modifier, and those of functions.
var keyPattern = regexp.MustCompile(`\b(?:(?:Ctrl|Alt|Skift)\+)+[\pL0-9]+|\bF[0-9]+\b`)

// TestTheHelpHasTheKeysThatTheHandbookHas: those of the program, the lists, the forms and
// the guided run.
func TestTheHelpHasTheKeysThatTheHandbookHas(t *testing.T) {
	s := uitest.Window(t, uitest.Open(t), app.Services{}, pages()...)
	s.ShowKeys()
	help := strings.Join(uitest.Texts(uitest.Front(s)), "\n")
	handbook, err := os.ReadFile("../../docs/handbok.md")
	if err != nil {
		t.Fatal(err)
	}
	found := 0
	for line := range strings.Lines(string(handbook)) {
		if !strings.HasPrefix(line, "| ") {
			continue
		}
		for _, key := range keyPattern.FindAllString(line, -1) {
			found++
			if !strings.Contains(help, key) {
				t.Errorf("%s isn't in the help: %s", key, strings.TrimSpace(line))
			}
		}
	}
	if found < 20 {
		t.Errorf("the handbook's tables have %d keys", found)
	}
}
