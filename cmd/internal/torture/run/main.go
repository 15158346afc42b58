//go:build linux

// Command run tortures portfolios and prints one table of what came of it. It
// fails when anything was lost.
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"time"

	"itportfoljen/cmd/internal/torture"
)

func main() {
	torture.Child()
	program := flag.String("program", "bin/itpctl", "itpctl")
	n := flag.Float64("n", 1, "hur mycket: 0.1 är en tiondel")
	seed := flag.Uint64("seed", uint64(time.Now().UnixNano()), "frö: samma ger samma slag, så långt tiden tillåter")
	only := flag.String("only", "", "bara de delar vars namn börjar så")
	flag.Parse()
	os.Exit(run(torture.Options{Program: *program, N: *n, Seed: *seed, Only: *only, Tell: os.Stderr}))
}

func run(o torture.Options) int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	var err error
	if o.Program, err = filepath.Abs(o.Program); err == nil {
		o.Self, err = os.Executable()
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	fmt.Printf("Frö: SEED=%d\n", o.Seed)
	lines, err := torture.Run(ctx, o)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	torture.Write(os.Stdout, lines)
	if torture.Lost(lines) > 0 {
		return 1
	}
	return 0
}
