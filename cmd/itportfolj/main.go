// Command itportfolj is the desktop program.
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"runtime/debug"
	"syscall"

	"fyne.io/fyne/v2"
	fyneapp "fyne.io/fyne/v2/app"

	"itportfoljen/assets"
	"itportfoljen/cmd/internal/desktop"
	"itportfoljen/cmd/internal/filedialog"
	"itportfoljen/cmd/internal/opengl"
	"itportfoljen/cmd/internal/wiring"
	"itportfoljen/data/instance"
	"itportfoljen/data/logfile"
	"itportfoljen/ui/dialogs"
	"itportfoljen/ui/shell"
)

// version is set when the program is built.
var version = "utveckling"

// gcPercent keeps the program small: a portfolio is read once and then stays,
// so there is little to collect, and memory is dearer than the collector's time.
const gcPercent = 50

func main() {
	flag.Usage = func() { fmt.Fprintln(flag.CommandLine.Output(), "Användning: itportfolj [PORTFÖLJ.itp]") }
	flag.Parse()
	if handedOver(flag.Arg(0)) {
		return
	}
	if err := desktop.Probe(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	log := logfile.Start(logfile.Options{Program: "itportfolj", Version: version})
	if code, done := opengl.Prepare(log.Logger); done {
		log.Close(code)
		os.Exit(code)
	}
	debug.SetGCPercent(gcPercent)

	a := fyneapp.NewWithID("se.itportfoljen.app")
	a.SetIcon(fyne.NewStaticResource("icon.png", assets.Must("icon.png")))
	if err := dialogs.UseSwedish(); err != nil {
		log.Error("texts", "err", err)
	}
	window := shell.New(a, shell.Options{Services: wiring.Services(wiring.Options{Window: true, Log: log.Logger, Signs: shell.Signs(a)}), Pages: pages(), Version: version, Log: log.Logger, LogPath: log.Path, Screens: desktop.Screens{}, HighContrast: desktop.HighContrast, Computer: filedialog.Computer{}, Elsewhere: elsewhere})
	if place, err := instance.Listen(answers(window)); err != nil {
		log.Error("other starts can't reach the window", "err", err)
	} else {
		defer place.Close()
	}
	told, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM, syscall.SIGHUP)
	listening := context.AfterFunc(told, func() { fyne.Do(window.Quit) })
	window.Start(flag.Arg(0))
	a.Run()
	listening() // no longer: stop would be heard as well
	stop()
	log.Close(0)
}
