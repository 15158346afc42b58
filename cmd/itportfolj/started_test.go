package main

import (
	"path/filepath"
	"testing"

	"itportfoljen/data/instance"
)

// TestAnotherStart lets starts of the program ask a whole window, each as it
// would from another process.
func TestAnotherStart(t *testing.T) {
	t.Setenv("XDG_RUNTIME_DIR", t.TempDir())
	s, path := window(t)
	if handedOver(path) || handedOver("") {
		t.Fatal("there is no window to be reached yet")
	}
	place, err := instance.Listen(answers(s))
	if err != nil {
		t.Fatal(err)
	}
	defer place.Close()
	other := filepath.Join(t.TempDir(), "annan.itp")
	if !handedOver(path) || !handedOver("") || !elsewhere(path) {
		t.Error("the window that has the file doesn't answer")
	}
	if handedOver(other) {
		t.Error("what was open was left for another")
	}
	s.ClosePortfolio()
	if elsewhere(path) {
		t.Error("a file that is closed is open")
	}
	if !handedOver(path) || s.Portfolio() == nil {
		t.Error("an empty window didn't take the file")
	}
}
