//go:build unix && !darwin

package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
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
	needTools(t)
	bin := built(t, ".")
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
	t       *testing.T
	env     []string
	id      string
	running []*exec.Cmd
}

// TestACaretCostsNoMoreThanInAnEmptyWindow: the processor's time while the keyboard is in a
// field and nobody writes, against a window with nothing but a field, on the same screen.
func TestACaretCostsNoMoreThanInAnEmptyWindow(t *testing.T) {
	needTools(t)
	bin, bare := built(t, "."), built(t, "./testdata/tomt")
	_, _, path := ekvalla(t)
	measure := func(title string, name string, args ...string) (share float64) {
		w := openScreen(t)
		defer w.close()
		pid := w.start(name, args...)
		w.find(title)
		if title != "Tomt" {
			w.keys("ctrl+k") // its field has the keyboard
		}
		time.Sleep(3 * time.Second)
		before := ticks(t, pid)
		time.Sleep(10 * time.Second)
		return float64(ticks(t, pid)-before) / 10 // of a hundred a second: percent
	}
	theirs, ours := measure("Tomt", bare), measure("Ekvalla", bin, path)
	t.Logf("with a caret: ours %.1f %%, an empty window %.1f %%", ours, theirs)
	if ours > 1.5*theirs+2 {
		t.Errorf("a caret takes %.1f %% of a processor, %.1f %% in an empty window", ours, theirs)
	}
}

// ticks are the processor's hundredths of a second that a process has had.
func ticks(t *testing.T, pid int) (n int) {
	t.Helper()
	stat, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", pid))
	if err != nil {
		t.Skip("the system doesn't tell what a process takes")
	}
	fields := strings.Fields(string(stat[bytes.LastIndexByte(stat, ')')+1:]))
	for _, f := range fields[11:13] { // for itself, and in the kernel
		var x int
		fmt.Sscan(f, &x)
		n += x
	}
	return n
}

func needTools(t *testing.T) {
	t.Helper()
	if os.Getenv("ITP_WINDOW") == "" {
		t.Skip("it takes a minute and the screen's tools: run make window")
	}
	for _, tool := range []string{"Xvfb", "openbox", "xdotool", "xclip"} {
		if _, err := exec.LookPath(tool); err != nil {
			t.Fatalf("apt install xvfb openbox xdotool xclip: %v", err)
		}
	}
}

// built is a program, built with what is kept from other builds.
func built(t *testing.T, dir string) string {
	t.Helper()
	bin := filepath.Join(t.TempDir(), "program")
	if out, err := exec.Command("go", "build", "-tags", "migrated_fynedo", "-o", bin, dir).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return bin
}

func openWindow(t *testing.T, bin, path string) *realWindow {
	t.Helper()
	w := openScreen(t)
	w.start(bin, path)
	w.find("Ekvalla")
	w.output("xdotool", "windowsize", "--sync", w.id, "1366", "768")
	time.Sleep(2 * time.Second)
	return w
}

// openScreen is a screen of its own without a window yet.
func openScreen(t *testing.T) *realWindow {
	t.Helper()
	screens++
	display := fmt.Sprintf(":%d", 200+(os.Getpid()+screens)%500)
	w := &realWindow{t: t, env: append(os.Environ(), "DISPLAY="+display, "LC_ALL=C.UTF-8", "DBUS_SESSION_BUS_ADDRESS=")} // without a desktop's own dialogs
	t.Cleanup(w.close)
	w.start("Xvfb", display, "-screen", "0", "1440x900x24")
	time.Sleep(time.Second)
	w.start("openbox")
	return w
}

var screens int

// find waits for a window whose title holds a text.
func (w *realWindow) find(title string) {
	w.t.Helper()
	w.until("the window is there", func() bool {
		ids := strings.Fields(w.output("xdotool", "search", "--name", title))
		if len(ids) > 0 {
			w.id = ids[len(ids)-1]
		}
		return len(ids) > 0
	})
	w.output("xdotool", "windowactivate", "--sync", w.id)
}

// start starts a program that ends with the screen.
func (w *realWindow) start(name string, args ...string) (pid int) {
	w.t.Helper()
	cmd := exec.Command(name, args...)
	cmd.Env = w.env
	if err := cmd.Start(); err != nil {
		w.t.Fatal(err)
	}
	w.running = append(w.running, cmd)
	return cmd.Process.Pid
}

func (w *realWindow) close() {
	for _, cmd := range slices.Backward(w.running) {
		_ = cmd.Process.Kill()
		_ = cmd.Wait()
	}
	w.running = nil
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
