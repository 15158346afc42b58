package filedialog

import (
	"cmp"
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"net/url"
	"os"
	"strings"
	"time"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver"
	"github.com/godbus/dbus/v5"

	"itportfoljen/app/base/fault"
	"itportfoljen/ui/dialogs"
)

// The desktop's portal, as XDG Desktop Portal describes it.
const (
	portal      = "org.freedesktop.portal.Desktop"
	portalPath  = "/org/freedesktop/portal/desktop"
	fileChooser = "org.freedesktop.portal.FileChooser"
	request     = "org.freedesktop.portal.Request"
	bus         = "DBUS_SESSION_BUS_ADDRESS"
)

// moment is how long the portal has to answer that it is there; it may have to be started.
const moment = 1500 * time.Millisecond

// choosesFolders is the first version of the portal that can ask for a folder.
const choosesFolders = 3

// Dialogs implements dialogs.Computer.
func (Computer) Dialogs() bool { return os.Getenv(bus) != "" }

// Dialog implements dialogs.Computer.
func (Computer) Dialog(w fyne.Window, q dialogs.Question) func(context.Context) ([]string, error) {
	parent := parentOf(w)
	return func(ctx context.Context) ([]string, error) { return ask(ctx, os.Getenv(bus), parent, q) }
}

// parentOf is how the portal calls the window. One under Wayland has no name unless it asks
// the compositor for one, which GLFW doesn't: its dialog then stands by itself.
func parentOf(w fyne.Window) (parent string) {
	if native, ok := w.(driver.NativeWindow); ok {
		native.RunNative(func(context any) {
			if x, ok := context.(driver.X11WindowContext); ok && x.WindowHandle != 0 {
				parent = fmt.Sprintf("x11:%x", x.WindowHandle)
			}
		})
	}
	return parent
}

// ask has the portal ask, and waits for the answer.
func ask(ctx context.Context, address, parent string, q dialogs.Question) ([]string, error) {
	asker := ctx
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	late := time.AfterFunc(moment, cancel)
	absent := func(err error) error {
		if asker.Err() != nil { // nobody asks any more
			return asker.Err()
		}
		return fmt.Errorf("%w: the portal: %w", dialogs.ErrNoDialog, err)
	}
	conn, err := dbus.Connect(address, dbus.WithContext(ctx))
	if err != nil {
		return nil, absent(err)
	}
	defer conn.Close()
	desktop := conn.Object(portal, portalPath)
	var version dbus.Variant
	err = desktop.CallWithContext(ctx, "org.freedesktop.DBus.Properties.Get", 0, fileChooser, "version").Store(&version)
	if !late.Stop() || err != nil {
		return nil, absent(cmp.Or(err, context.DeadlineExceeded))
	}
	if n, _ := version.Value().(uint32); q.Want == dialogs.AFolder && n < choosesFolders {
		return nil, fmt.Errorf("%w: a portal of version %d doesn't choose folders", dialogs.ErrNoDialog, n)
	}
	token := "itportfolj" + strings.ToLower(rand.Text())
	handle := dbus.ObjectPath(portalPath + "/request/" + strings.ReplaceAll(strings.TrimPrefix(conn.Names()[0], ":"), ".", "_") + "/" + token)
	answers := make(chan *dbus.Signal, 4)
	conn.Signal(answers)
	if err := conn.AddMatchSignalContext(ctx, dbus.WithMatchInterface(request), dbus.WithMatchMember("Response")); err != nil {
		return nil, err
	}
	method, options := asked(q, token)
	err = desktop.CallWithContext(ctx, fileChooser+"."+method, 0, parent, q.Title, options).Store(&handle) // old ones name it themselves
	if err != nil {
		return nil, err
	}
	return await(ctx, conn, handle, answers)
}

// await waits for the answer to a request, which is withdrawn when the context ends.
func await(ctx context.Context, conn *dbus.Conn, handle dbus.ObjectPath, answers <-chan *dbus.Signal) ([]string, error) {
	for {
		select {
		case <-ctx.Done():
			return nil, ctx.Err()
		case s, ok := <-answers:
			switch {
			case !ok && ctx.Err() != nil:
				return nil, ctx.Err()
			case !ok:
				return nil, errors.New("filedialog: the session's bus went away")
			case s.Path == handle && s.Name == request+".Response":
				return answered(s.Body)
			}
		}
	}
}

// asked is the portal's method for a question, and its options.
func asked(q dialogs.Question, token string) (method string, options map[string]dbus.Variant) {
	options = map[string]dbus.Variant{"handle_token": dbus.MakeVariant(token), "modal": dbus.MakeVariant(true)}
	if q.Start != "" {
		options["current_folder"] = dbus.MakeVariant(append([]byte(q.Start), 0))
	}
	if ends := endings(q); len(ends) > 0 {
		options["filters"] = dbus.MakeVariant([]filter{filterOf(ends)})
	}
	switch q.Want {
	case dialogs.NewFile:
		options["current_name"] = dbus.MakeVariant(q.Name + q.Ext)
		return "SaveFile", options
	case dialogs.AFolder:
		options["directory"] = dbus.MakeVariant(true)
	case dialogs.SeveralFiles:
		options["multiple"] = dbus.MakeVariant(true)
	}
	return "OpenFile", options
}

// filter is a choice of which files show; Rules are glob patterns when Type is 0.
type filter struct {
	Name  string
	Rules []rule
}

type rule struct {
	Type    uint32
	Pattern string
}

func filterOf(endings []string) filter {
	f := filter{Name: filterName(endings)}
	for _, e := range endings {
		pattern := "*"
		for _, r := range e { // the portal minds capitals
			if upper := unicode.ToUpper(r); upper != r {
				pattern += "[" + string(r) + string(upper) + "]"
			} else {
				pattern += string(r)
			}
		}
		f.Rules = append(f.Rules, rule{Pattern: pattern})
	}
	return f
}

// answered reads an answer: 0 is one, the others that the user let it be, or that the
// dialog was closed.
func answered(body []any) ([]string, error) {
	var status uint32
	var results map[string]dbus.Variant
	if err := dbus.Store(body, &status, &results); err != nil {
		return nil, err
	}
	if status != 0 {
		return nil, nil
	}
	var addresses []string
	uris, ok := results["uris"]
	if !ok { // which the library can't store
		return nil, errors.New("filedialog: the portal answered without files")
	}
	if err := uris.Store(&addresses); err != nil {
		return nil, err
	}
	var paths []string
	for _, a := range addresses {
		path, err := pathOf(a)
		if err != nil {
			return nil, err
		}
		paths = append(paths, path)
	}
	return paths, nil
}

// pathOf is the path of a file's address. A place that the desktop reaches and programs
// don't is refused, with what it is.
func pathOf(address string) (string, error) {
	u, err := url.Parse(address)
	if err != nil {
		return "", err
	}
	if u.Scheme != "file" || u.Host != "" && u.Host != "localhost" || u.Path == "" {
		return "", fault.New(fault.Usage, "Platsen går inte att nå som en mapp från program: "+u.Scheme+"://"+u.Host+". Inget har ändrats. Välj en plats på datorn, eller anslut den som en mapp först.")
	}
	return u.Path, nil
}
