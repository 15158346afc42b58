package pdf_test

import (
	"os"
	"testing"
)

// TestDemo writes the demo where DEMO_PDF says, to be looked at.
func TestDemo(t *testing.T) {
	b, err := demo().PDF()
	if err != nil {
		t.Fatal(err)
	}
	if path := os.Getenv("DEMO_PDF"); path != "" {
		if err := os.WriteFile(path, b, 0o600); err != nil {
			t.Fatal(err)
		}
	}
}
