//go:build unix && !darwin

package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"itportfoljen/app"
	"itportfoljen/app/field"
	"itportfoljen/app/suggest"
	"itportfoljen/app/system"
	"itportfoljen/cmd/internal/wiring"
)

// TestAWorkdayInARealWindow does by real keys, in a window of its own on a screen that
// nobody sees, what TestAWorkdayInTheList does by the driver. What the list shows is read
// by copying it, and what was done in the file. It runs by make window; with ITP_PICTURES
// the window is photographed on the way.
func TestAWorkdayInARealWindow(t *testing.T) {
	if os.Getenv("ITP_WINDOW") == "" {
		t.Skip("it takes a minute and the screen's tools: run make window")
	}
	for _, tool := range []string{"Xvfb", "openbox", "xdotool", "xclip"} {
		if _, err := exec.LookPath(tool); err != nil {
			t.Fatalf("apt install xvfb openbox xdotool xclip: %v", err)
		}
	}
	bin := built(t)
	_, book, path := ekvalla(t)
	services := wiring.Services(wiring.Options{Who: "Anna Ek"}) // of today, as the program has it
	w := openWindow(t, bin, path)
	if filepath.Dir(book) != filepath.Dir(path) { // where the dialog begins
		t.Fatalf("%s isn't beside %s", book, path)
	}
	in := func(ask func(p *app.Portfolio) bool) func() bool { // what the file has now
		return func() bool {
			p, err := services.Open(t.Context(), path, app.ToRead)
			if err != nil {
				t.Fatal(err)
			}
			defer p.Close()
			return ask(p)
		}
	}

	w.keys("ctrl+i")
	w.click(587, 384) // Välj fil …
	w.keys("Down", "Return")
	w.click(1270, 742) // Förhandsgranska
	w.click(1270, 742) // Läs in
	w.until("the workbook is read", in(func(p *app.Portfolio) bool { return len(p.All(system.Kind)) == 80 }))
	w.shot("inlast")

	n := 0
	lacks := func(p *app.Portfolio) bool {
		n = len(suggest.Of(system.SystemOwner.Field).Wanted(p))
		return n > 0
	}
	w.until("systems lack owners", in(lacks))
	w.keys("ctrl+k")
	w.write("utse systemag")
	w.keys("Return")
	for range n {
		w.keys("Return")
	}
	w.until("all have owners", in(func(p *app.Portfolio) bool { return !lacks(p) }))
	w.shot("agare")
	w.keys("Escape", "ctrl+2")
	if rows := w.list(); len(rows) != 81 || !strings.HasPrefix(rows[0], "Ref\tSystem\tÄgande enhet") {
		t.Fatalf("the list has %d lines, first %q", len(rows), rows[0])
	}

	w.filter(10, "nasta ar") // Avtal till
	within := w.list()
	if len(within) < 3 {
		t.Fatalf("%d agreements end next year: %q", len(within)-1, within)
	}
	for _, row := range within[1:] {
		if !strings.Contains(row, fmt.Sprintf("\t%d-", time.Now().Year()+1)) {
			t.Errorf("an agreement that doesn't end next year: %q", row)
		}
	}
	w.filter(11, "") // Driftbudget
	w.write("500 tkr")
	w.keys("Return")
	dear := w.list()
	if len(dear) < 2 || len(dear) >= len(within) {
		t.Fatalf("%d of %d cost 500 tkr", len(dear)-1, len(within)-1)
	}
	w.menu(2, "gruppera") // Ägande enhet
	if grouped := w.list(); len(grouped) != len(dear) {
		t.Errorf("grouped, %d lines are copied of %d", len(grouped), len(dear))
	}
	w.shot("grupper")

	before := ""
	in(func(p *app.Portfolio) bool { before = managersOf(p); return true })()
	block := "Ref\tSystemförvaltare\r\n"
	for _, row := range dear[1:] {
		block += strings.Split(row, "\t")[0] + "\tÅsa Öberg-Ängström\r\n"
	}
	w.clip(block)
	w.keys("ctrl+v")
	w.shot("klistra")
	w.keys("Return")
	w.until("the column is pasted", in(func(p *app.Portfolio) bool {
		return strings.Count(managersOf(p), "Åsa Öberg-Ängström") == len(dear)-1
	}))
	w.keys("ctrl+z")
	w.until("it is taken back", in(func(p *app.Portfolio) bool { return managersOf(p) == before }))
	w.keys("ctrl+l")
	time.Sleep(4 * time.Second)
	w.shot("rapport")
}

func managersOf(p *app.Portfolio) string {
	var ids []field.ID
	for _, r := range p.All(system.Kind) {
		ids = append(ids, r.ID)
	}
	return managers(p, ids)
}

// realWindow is the program in a real window, 1366×768 in the corner of a screen of its own.
type realWindow struct {
	t   *testing.T
	env []string
	id  string
}

// built is the program, built with what is kept from other builds.
func built(t *testing.T) string {
	t.Helper()
	bin := filepath.Join(t.TempDir(), "itportfolj")
	if out, err := exec.Command("go", "build", "-tags", "migrated_fynedo", "-o", bin, ".").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return bin
}

func openWindow(t *testing.T, bin, path string) *realWindow {
	t.Helper()
	display := fmt.Sprintf(":%d", 200+os.Getpid()%500)
	w := &realWindow{t: t, env: append(os.Environ(), "DISPLAY="+display, "LC_ALL=C.UTF-8")}
	w.start("Xvfb", display, "-screen", "0", "1440x900x24")
	time.Sleep(time.Second)
	w.start("openbox")
	w.start(bin, path)
	w.until("the window is there", func() bool {
		ids := strings.Fields(w.output("xdotool", "search", "--name", "Ekvalla"))
		if len(ids) > 0 {
			w.id = ids[len(ids)-1]
		}
		return len(ids) > 0
	})
	w.output("xdotool", "windowactivate", "--sync", w.id)
	w.output("xdotool", "windowsize", "--sync", w.id, "1366", "768")
	time.Sleep(2 * time.Second)
	return w
}

// start starts a program that ends with the test.
func (w *realWindow) start(name string, args ...string) {
	w.t.Helper()
	cmd := exec.Command(name, args...)
	cmd.Env = w.env
	if err := cmd.Start(); err != nil {
		w.t.Fatal(err)
	}
	w.t.Cleanup(func() { _ = cmd.Process.Kill(); _ = cmd.Wait() })
}

func (w *realWindow) output(name string, args ...string) string {
	cmd := exec.Command(name, args...)
	cmd.Env = w.env
	out, _ := cmd.Output() // what matters is seen by what comes of it
	return string(out)
}

// until waits for something to be so.
func (w *realWindow) until(what string, so func() bool) {
	w.t.Helper()
	for end := time.Now().Add(20 * time.Second); time.Now().Before(end); {
		if so() {
			w.t.Logf("%s: %s", time.Now().Format("15:04:05"), what)
			return
		}
		time.Sleep(200 * time.Millisecond)
	}
	w.shot("stannade")
	w.t.Fatalf("it never came to that %s", what)
}

func (w *realWindow) keys(keys ...string) {
	for _, k := range keys {
		w.output("xdotool", "key", "--clearmodifiers", k)
		time.Sleep(500 * time.Millisecond)
	}
}

func (w *realWindow) write(s string) {
	w.output("xdotool", "type", "--delay", "40", "--", s)
	time.Sleep(700 * time.Millisecond)
}

// click clicks at a place in the window.
func (w *realWindow) click(x, y int) {
	w.output("xdotool", "mousemove", "--window", w.id, fmt.Sprint(x), fmt.Sprint(y), "click", "1")
	time.Sleep(1500 * time.Millisecond)
}

// menu chooses in the menu of a column's heading, by the first letters.
func (w *realWindow) menu(column int, choice string) {
	w.keys("ctrl+Home")
	for range column {
		w.keys("Right")
	}
	w.keys("alt+Down")
	w.write(choice[:1])
	w.keys("Return")
}

// filter opens the filter of a column and looks for a value, if one is said.
func (w *realWindow) filter(column int, value string) {
	w.menu(column, "filtrera")
	if value != "" {
		w.write(value)
		w.keys("Return")
	}
}

// list is what the list shows, copied as a user would.
func (w *realWindow) list() []string {
	w.keys("ctrl+a", "ctrl+c")
	return strings.Split(strings.TrimRight(w.output("xclip", "-selection", "clipboard", "-o"), "\r\n"), "\r\n")
}

func (w *realWindow) clip(s string) {
	cmd := exec.Command("xclip", "-selection", "clipboard", "-i")
	cmd.Env, cmd.Stdin = w.env, strings.NewReader(s)
	if err := cmd.Run(); err != nil {
		w.t.Fatal(err)
	}
}

func (w *realWindow) shot(name string) {
	if dir := os.Getenv("ITP_PICTURES"); dir != "" {
		var errs bytes.Buffer
		cmd := exec.Command("import", "-window", w.id, filepath.Join(dir, "fonster-"+name+".png"))
		cmd.Env, cmd.Stderr = w.env, &errs
		if err := cmd.Run(); err != nil {
			w.t.Logf("no picture of %s: %v %s", name, err, errs.String())
		}
	}
}
