// Package fuzztest keeps fuzz targets at work.
package fuzztest

import (
	"flag"
	"testing"
)

const minimize = "test.fuzzminimizetime"

// Brief lets little be done to make each find smaller, unless the command line
// says how much: Go's own minute for each leaves a target that takes a whole
// document with some ten new tries a minute.
func Brief(f *testing.F) {
	f.Helper()
	asked := false
	flag.Visit(func(g *flag.Flag) { asked = asked || g.Name == minimize })
	if asked {
		return
	}
	if err := flag.Set(minimize, "500x"); err != nil {
		f.Fatal(err)
	}
}
