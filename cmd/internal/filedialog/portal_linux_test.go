package filedialog

import (
	"bufio"
	"context"
	"errors"
	"os/exec"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/godbus/dbus/v5"

	"itportfoljen/app/base/fault"
	"itportfoljen/ui/dialogs"
)

// sessionBus is a bus of the test's own.
func sessionBus(t *testing.T) string {
	t.Helper()
	if _, err := exec.LookPath("dbus-daemon"); err != nil {
		t.Skip("INTE PRÖVAT: datorns fildialoger, som kräver dbus-daemon") // make test installs it, or says so
	}
	cmd := exec.Command("dbus-daemon", "--session", "--print-address", "--nofork", "--address=unix:path="+filepath.Join(t.TempDir(), "bus"))
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = cmd.Process.Kill(); _ = cmd.Wait() })
	address, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		t.Fatal(err)
	}
	return strings.TrimSpace(address)
}

// desk is a desktop's portal as a test wants it.
type desk struct {
	conn    *dbus.Conn
	version uint32
	status  uint32
	uris    []string
	silent  bool

	method, parent, title string
	options               map[string]dbus.Variant
}

func (d *desk) OpenFile(sender dbus.Sender, parent, title string, o map[string]dbus.Variant) (dbus.ObjectPath, *dbus.Error) {
	return d.ask("OpenFile", sender, parent, title, o)
}

func (d *desk) SaveFile(sender dbus.Sender, parent, title string, o map[string]dbus.Variant) (dbus.ObjectPath, *dbus.Error) {
	return d.ask("SaveFile", sender, parent, title, o)
}

func (d *desk) ask(method string, sender dbus.Sender, parent, title string, o map[string]dbus.Variant) (dbus.ObjectPath, *dbus.Error) {
	d.method, d.parent, d.title, d.options = method, parent, title, o
	token, _ := o["handle_token"].Value().(string)
	handle := dbus.ObjectPath(portalPath + "/request/" + strings.ReplaceAll(string(sender)[1:], ".", "_") + "/" + token)
	if !d.silent { // before the call has answered, as a portal may
		results := map[string]dbus.Variant{}
		if d.status == 0 && d.uris != nil {
			results["uris"] = dbus.MakeVariant(d.uris)
		}
		if err := d.conn.Emit(handle, request+".Response", d.status, results); err != nil {
			return "", dbus.MakeFailedError(err)
		}
	}
	return handle, nil
}

// Get answers for the property that is the portal's version.
func (d *desk) Get(string, string) (dbus.Variant, *dbus.Error) {
	return dbus.MakeVariant(d.version), nil
}

func (d *desk) serve(t *testing.T, address string) {
	t.Helper()
	conn, err := dbus.Connect(address)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { conn.Close() })
	d.conn = conn
	for _, name := range []string{fileChooser, "org.freedesktop.DBus.Properties"} {
		if err := conn.Export(d, portalPath, name); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := conn.RequestName(portal, dbus.NameFlagDoNotQueue); err != nil {
		t.Fatal(err)
	}
}

func TestThePortalAsksWhatIsAsked(t *testing.T) {
	address := sessionBus(t)
	d := &desk{version: 4}
	d.serve(t, address)
	for _, c := range []struct {
		name   string
		q      dialogs.Question
		uris   []string
		status uint32
		method string
		has    map[string]any
		want   []string
		err    string
	}{
		{name: "a file", q: dialogs.Question{Title: "Öppna", Start: "/hem/Åsa", Extensions: []string{".xlsx", ".csv"}}, uris: []string{"file:///hem/%C3%85sa/a%2Bb+c%20d.xlsx"}, method: "OpenFile",
			has:  map[string]any{"modal": true, "current_folder": []byte("/hem/Åsa\x00"), "filters": [][]any{{"Filer som slutar på .xlsx eller .csv", [][]any{{uint32(0), "*.[xX][lL][sS][xX]"}, {uint32(0), "*.[cC][sS][vV]"}}}}},
			want: []string{"/hem/Åsa/a+b+c d.xlsx"}},
		{name: "several", q: dialogs.Question{Want: dialogs.SeveralFiles}, uris: []string{"file:///a", "file://localhost/b"}, method: "OpenFile", has: map[string]any{"multiple": true}, want: []string{"/a", "/b"}},
		{name: "a folder", q: dialogs.Question{Want: dialogs.AFolder}, uris: []string{"file:///a"}, method: "OpenFile", has: map[string]any{"directory": true}, want: []string{"/a"}},
		{name: "a file to be", q: dialogs.Question{Want: dialogs.NewFile, Name: "Mål", Ext: ".pdf", Extensions: []string{".pdf"}}, uris: []string{"file:///M%C3%A5l.pdf"}, method: "SaveFile", has: map[string]any{"current_name": "Mål.pdf"}, want: []string{"/Mål.pdf"}},
		{name: "let be", status: 1, method: "OpenFile"},
		{name: "closed", status: 2, method: "OpenFile"},
		{name: "a place that isn't a folder", uris: []string{"smb://server/resurs/a.xlsx"}, method: "OpenFile", err: "smb://server"},
		{name: "an answer without files", method: "OpenFile", err: "without files"},
	} {
		d.uris, d.status = c.uris, c.status
		got, err := ask(t.Context(), address, "x11:2a", c.q)
		if c.err != "" {
			if (fault.CodeOf(err) == fault.Usage) != (c.uris != nil) || err == nil || !strings.Contains(err.Error(), c.err) {
				t.Errorf("%s: %v", c.name, err)
			}
			continue
		}
		if err != nil || !reflect.DeepEqual(got, c.want) || d.method != c.method || d.parent != "x11:2a" || d.title != c.q.Title {
			t.Errorf("%s: %q, %v by %s for %s", c.name, got, err, d.method, d.parent)
		}
		for key, want := range c.has {
			if !reflect.DeepEqual(plain(d.options[key].Value()), plain(want)) {
				t.Errorf("%s: %s is %v", c.name, key, d.options[key].Value())
			}
		}
	}
}

// plain lets structures that came over the bus be compared.
func plain(v any) any {
	x := reflect.ValueOf(v)
	if x.Kind() != reflect.Slice || x.Type().Elem().Kind() == reflect.Uint8 {
		return v
	}
	out := []any{}
	for i := range x.Len() {
		out = append(out, plain(x.Index(i).Interface()))
	}
	return out
}

// TestWithoutAPortal: the program's own dialog is to ask, at once or within a moment.
func TestWithoutAPortal(t *testing.T) {
	address := sessionBus(t)
	for name, at := range map[string]string{"no portal": address, "no bus": "unix:path=/finns/inte", "nonsense": "nonsens"} {
		from := time.Now()
		if _, err := ask(t.Context(), at, "", dialogs.Question{}); !errors.Is(err, dialogs.ErrNoDialog) || time.Since(from) > 10*moment {
			t.Errorf("%s: %v after %s", name, err, time.Since(from))
		}
	}
	(&desk{version: 2}).serve(t, address)
	if _, err := ask(t.Context(), address, "", dialogs.Question{Want: dialogs.AFolder}); !errors.Is(err, dialogs.ErrNoDialog) {
		t.Errorf("an old portal asked for a folder: %v", err)
	}
	t.Setenv(bus, "")
	if (Computer{}).Dialogs() {
		t.Error("dialogs without a bus")
	}
}

// TestAnAnswerThatIsntWaitedFor: the portal hears of it by the name that leaves the bus.
func TestAnAnswerThatIsntWaitedFor(t *testing.T) {
	address := sessionBus(t)
	(&desk{version: 4, silent: true}).serve(t, address)
	ctx, cancel := context.WithCancel(t.Context())
	time.AfterFunc(moment+500*time.Millisecond, cancel) // it may take longer than the portal had to answer
	if _, err := ask(ctx, address, "", dialogs.Question{}); !errors.Is(err, context.Canceled) || errors.Is(err, dialogs.ErrNoDialog) {
		t.Errorf("%v", err)
	}
	gone, leave := context.WithCancel(t.Context())
	leave()
	if _, err := ask(gone, address, "", dialogs.Question{}); !errors.Is(err, context.Canceled) || errors.Is(err, dialogs.ErrNoDialog) {
		t.Errorf("given up before the portal is asked: %v", err)
	}
}

func TestTheUsersFoldersAndDisks(t *testing.T) {
	got := userFolders(strings.NewReader("# en rad\nXDG_DESKTOP_DIR=\"$HOME/Skrivbord\"\nXDG_DOCUMENTS_DIR=\"/srv/hem/eva/Dokument\"\nXDG_DOWNLOAD_DIR=\"$HOME/\"\n"), "/home/eva")
	if want := []dialogs.Place{{Label: "Dokument", Path: "/srv/hem/eva/Dokument"}, {Label: "Skrivbord", Path: "/home/eva/Skrivbord"}}; !reflect.DeepEqual(got, want) {
		t.Errorf("%v", got)
	}
	got = mounts(strings.NewReader("/dev/sda1 / ext4 rw 0 0\n/dev/sdb1 /media/eva/USB\\040minne vfat rw 0 0\n//server/r /mnt/resurs cifs rw 0 0\n"))
	if want := []dialogs.Place{{Label: "USB minne", Path: "/media/eva/USB minne"}, {Label: "resurs", Path: "/mnt/resurs"}}; !reflect.DeepEqual(got, want) {
		t.Errorf("%v", got)
	}
}
