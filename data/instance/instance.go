// Package instance lets the starts of the program find each other: whoever
// starts it again asks the windows that are there. They are reached through
// sockets or pipes that only the same user in the same session gets at, never
// through the network.
package instance

import (
	"bufio"
	"fmt"
	"io"
	"path/filepath"
	"strconv"
	"strings"
	"time"
	"unicode"
)

// Verb is what a window is asked.
type Verb string

// What a window may be asked.
const (
	Show Verb = "show" // to come to the front
	Has  Verb = "has"  // to come to the front if it has the file open
	Take Verb = "take" // to open the file if it stands empty
)

// Message is a question to a window; Path is whole, and "" for Show.
type Message struct {
	Verb Verb
	Path string
}

const (
	most    = 16              // windows that can be reached
	longest = 1 << 16         // of a message
	patient = 3 * time.Second // how long a window may take to answer
	yes, no = "yes\n", "no\n"
)

// Place is where a window can be reached.
type Place struct {
	claimed
	ended chan struct{} // closed when nobody is let in any more
}

// claimed is a place that no other window has.
type claimed struct {
	accept  func() (conn, error)
	stop    func() // ends accept
	release func() // lets another window have it
}

// conn is what one start of the program says to another.
type conn interface {
	io.ReadWriteCloser
	SetDeadline(time.Time) error
}

// Listen makes the window reachable. answer says whether it does what it is
// asked; it is called on a goroutine of its own. An error says that the window
// can't be reached, which is no reason not to show it.
func Listen(answer func(Message) bool) (*Place, error) {
	at, err := address()
	if err != nil {
		return nil, err
	}
	for n := range most {
		c, err := claim(at, n)
		if err != nil {
			return nil, err
		}
		if c != nil {
			p := &Place{*c, make(chan struct{})}
			go p.serve(answer)
			return p, nil
		}
	}
	return nil, fmt.Errorf("instance: %d windows are reachable already", most)
}

// Close makes the window unreachable.
func (p *Place) Close() {
	p.stop()
	<-p.ended
	p.release()
}

func (p *Place) serve(answer func(Message) bool) {
	defer close(p.ended)
	for {
		c, err := p.accept()
		if err != nil {
			return
		}
		go func() {
			defer c.Close()
			_ = c.SetDeadline(time.Now().Add(2 * patient)) // ours to take, then the window's to answer
			said := no
			if m, ok := read(c); ok && answer(m) {
				said = yes
			}
			_, _ = io.WriteString(c, said) // who has stopped waiting opens a window
		}()
	}
}

// Ask asks the windows in turn until one says yes.
func Ask(m Message) bool {
	at, err := address()
	if err != nil {
		return false
	}
	for n := range most {
		if ask(at, n, m) {
			return true
		}
	}
	return false
}

func ask(at string, n int, m Message) bool {
	c, err := dial(at, n, patient)
	if err != nil {
		return false
	}
	defer c.Close()
	_ = c.SetDeadline(time.Now().Add(patient))
	if _, err := io.WriteString(c, m.line()); err != nil {
		return false
	}
	said, err := bufio.NewReader(io.LimitReader(c, int64(len(yes)))).ReadString('\n')
	return err == nil && said == yes
}

// line is a message as it is sent: quoted, so that any path is one line.
func (m Message) line() string { return string(m.Verb) + " " + strconv.Quote(m.Path) + "\n" }

// read takes in a message, unless it is too long or nothing that this program
// sends.
func read(r io.Reader) (m Message, ok bool) {
	line, err := bufio.NewReader(io.LimitReader(r, longest)).ReadString('\n')
	if err != nil {
		return m, false
	}
	verb, quoted, _ := strings.Cut(strings.TrimSuffix(line, "\n"), " ")
	path, err := strconv.Unquote(quoted)
	if err != nil {
		return m, false
	}
	m = Message{Verb(verb), path}
	switch m.Verb {
	case Show:
		return m, path == ""
	case Has, Take:
		return m, filepath.IsAbs(path) && !strings.ContainsFunc(path, unicode.IsControl)
	}
	return m, false
}
